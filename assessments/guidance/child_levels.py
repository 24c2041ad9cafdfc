"""What each level tells a caregiver, or a teenager who answers alone, to do (pediatric section 5.2)."""

from __future__ import annotations

from assessments.guidance.model import Advice
from assessments.guidance.shared import (
    AT_HOME,
    BADGES,
    BOOK_VIDEO,
    BY_VIDEO,
    NO,
    NO_EXAMINE_YOU,
    NO_VISIT_IN_TIME,
    NOT_ENOUGH,
    NOW,
    SAY_SOON,
    SAY_TODAY,
    SAY_VIDEO,
    SHOW_YOURS,
    TEST_RESULTS,
    THIS_PAGE,
    USE_LIST,
    WATCH,
    WHERE_YOU_ARE,
    WORSE_ON_THE_WAY,
    YES_IF_WANTED,
)
from triage.model import Level, Transport
from triage.words import Voiced, _

_DO_NOT_WAIT = _("Do not wait for a video visit or a reply.")
_ASK_FIRST = Voiced(
    _("Ask before you give food, drink, or medicine."),
    _("Ask before you take food, drink, or medicine."),
)
_SHOW = Voiced(
    _("Show this page to the people who help your child."),
    SHOW_YOURS,
)
_BRING = (
    Voiced(_("A list of your child's medicines."), _("A list of your medicines.")),
    THIS_PAGE,
)

CALL = Advice(
    level=Level.EMERGENCY_NOW,
    transport=Transport.CALL_911,
    badge=BADGES[Level.EMERGENCY_NOW],
    lead=_("This may be life-threatening."),
    do=(
        _("Call {emergency_number} now."),
        _DO_NOT_WAIT,
        _ASK_FIRST,
        _SHOW,
    ),
    if_injury=Voiced(
        _("After an injury, keep your child still. Do not move them unless they are in danger."),
        _("After an injury, stay still. Do not move unless you are in danger."),
    ),
    by_when=NOW,
    where=WHERE_YOU_ARE,
    video=NO,
    bring=_BRING,
)

EMERGENCY_ROOM = Advice(
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    badge=BADGES[Level.EMERGENCY_NOW],
    lead=_("This needs an emergency room now."),
    do=(
        _("Go to the emergency room now. Best is one that treats children."),
        Voiced(
            _("Call {emergency_number} if your child cannot walk, looks very ill, or gets worse."),
            _("Call {emergency_number} if you cannot walk, feel very ill, or get worse."),
        ),
        Voiced(
            _("Do not drive alone with a very ill child."),
            _("Do not drive yourself. Have an adult take you."),
        ),
        _DO_NOT_WAIT,
        _ASK_FIRST,
        _SHOW,
    ),
    by_when=NOW,
    where=_("An emergency room, best one that treats children."),
    video=NO,
    bring=_BRING,
)

SAME_DAY = Advice(
    level=Level.URGENT_SAME_DAY,
    badge=BADGES[Level.URGENT_SAME_DAY],
    lead=Voiced(
        _("Your child needs to be seen in person today."),
        _("You need to be seen in person today."),
    ),
    do=(
        _("Call the office now. Ask for a visit in person today, and read out the reason on this page."),
        _("If you are not sure where to go, call a nurse line."),
        Voiced(
            _("No sports until your child has been checked."),
            _("No sports until you have been checked."),
        ),
        Voiced(
            _("If your child gets worse on the way, call {emergency_number}."),
            WORSE_ON_THE_WAY,
        ),
    ),
    fallback=_("If they are closed or have no visit today, go to an urgent care or an emergency room."),
    fallback_no_urgent_care=_(
        "If they are closed or have no visit today, go to an emergency room that treats children, "
        "not urgent care."
    ),
    by_when=_("Today, within 4 hours."),
    where=_("In person, where a clinician can examine a child and order tests."),
    video=NOT_ENOUGH,
    bring=_BRING,
    say=Voiced(
        _(
            "“An online check of my child's back pain says they need to be examined in person today. "
            "The reason is: …”"
        ),
        SAY_TODAY,
    ),
)

PROMPT = Advice(
    level=Level.PROMPT_IN_PERSON,
    badge=BADGES[Level.PROMPT_IN_PERSON],
    lead=Voiced(
        _("Your child needs an exam in person {by_when}."),
        _("You need an exam in person {by_when}."),
    ),
    do=(
        _("Book an in-person visit {by_when}."),
        _("Stop sports and heavy lifting until then."),
        Voiced(
            _("Look at your child's back each day. Tell the clinician about a new curve, lump, or mark."),
            _("Ask an adult you trust to look at your back. Tell the clinician about any lump or curve."),
        ),
        _("Keep a pain diary: when it hurts, how bad it is, and what helps."),
        WATCH,
    ),
    fallback=_("If there is no visit in that time, call a nurse line and ask where to go."),
    usual_time=_("In 1 to 7 days. The check says how soon."),
    where=_("In person, where a clinician can examine a child."),
    video=Voiced(
        _("No. A clinician needs to examine your child in person."),
        NO_EXAMINE_YOU,
    ),
    bring=(*_BRING, TEST_RESULTS),
    say=Voiced(
        _(
            "“An online check of my child's back pain says they should be examined in person {by_when}. "
            "The reason is: … When can you see them?”"
        ),
        SAY_SOON,
    ),
)

VIRTUAL = Advice(
    level=Level.VIRTUAL_VISIT,
    badge=BADGES[Level.VIRTUAL_VISIT],
    lead=_("A video or phone visit is a good first step."),
    do=(
        BOOK_VIDEO,
        USE_LIST,
        _("Simple care is fine meanwhile."),
        Voiced(
            _("The clinician may still ask to see your child in person."),
            _("The clinician may still ask to see you in person."),
        ),
    ),
    fallback=NO_VISIT_IN_TIME,
    usual_time=_("In about 3 days."),
    where=BY_VIDEO,
    video=_("Yes, to begin with."),
    say=Voiced(
        _(
            "“An online check of my child's back pain says that a video or phone visit fits. Can we have "
            "one {by_when}?”"
        ),
        SAY_VIDEO,
    ),
)

SELF_CARE = Advice(
    level=Level.SELF_CARE,
    badge=BADGES[Level.SELF_CARE],
    do=(
        _("Use the simple care on this page."),
        _("Check again in 2 days and at 1 week."),
        Voiced(
            _(
                "Book a visit if your child is not clearly better in 2 weeks. "
                "For any sign on this page, do what its list says."
            ),
            _(
                "Book a visit if you are not clearly better in 2 weeks. "
                "For any sign on this page, do what its list says."
            ),
        ),
    ),
    by_when=_("You can ask for a visit at any time."),
    where=AT_HOME,
    video=YES_IF_WANTED,
)

ADVICE = (CALL, EMERGENCY_ROOM, SAME_DAY, PROMPT, VIRTUAL, SELF_CARE)
