"""What each level tells an adult to do (adult section 2.1)."""

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

_DO_NOT_WAIT = _("Do not wait for a video visit or a call back.")
_SHOW = Voiced(
    SHOW_YOURS,
    _("Show this page to the people who help them."),
)
_BRING = (
    Voiced(
        _("A list of your medicines. If you take a blood thinner, its name."),
        _("A list of their medicines. If they take a blood thinner, its name."),
    ),
    THIS_PAGE,
    _("An ID."),
)

CALL = Advice(
    level=Level.EMERGENCY_NOW,
    transport=Transport.CALL_911,
    badge=BADGES[Level.EMERGENCY_NOW],
    do=(
        Voiced(
            _("Call {emergency_number} now. Do not drive yourself."),
            _("Call {emergency_number} now. Do not drive them yourself."),
        ),
        _DO_NOT_WAIT,
        _SHOW,
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
    do=(
        _("Go to the nearest emergency room now."),
        Voiced(
            _("Have someone drive you. Do not drive yourself."),
            _("Someone else must drive. They must not drive themselves."),
        ),
        Voiced(
            _("If you cannot get there safely or get worse, call {emergency_number}."),
            _("If they cannot get there safely or get worse, call {emergency_number}."),
        ),
        _DO_NOT_WAIT,
        _SHOW,
    ),
    by_when=NOW,
    where=_("The nearest emergency room."),
    video=NO,
    bring=_BRING,
)

SAME_DAY = Advice(
    level=Level.URGENT_SAME_DAY,
    badge=BADGES[Level.URGENT_SAME_DAY],
    do=(
        Voiced(
            _(
                "Be examined today. Call first and read out the reason on this page. "
                "Ask if they can do it today."
            ),
            _(
                "They need to be examined today. Call first and read out the reason on this page. "
                "Ask if the place can do it today."
            ),
        ),
        Voiced(
            WORSE_ON_THE_WAY,
            _("If they get worse on the way, call {emergency_number}."),
        ),
    ),
    fallback=_(
        "If they cannot, if you cannot reach anyone, or it is night or weekend, go to the emergency room."
    ),
    by_when=_("Within hours, before the end of today."),
    where=_(
        "A doctor's office, an urgent care or an emergency room: a place that can do an exam and order "
        "tests. A place that cannot do that will send people on to the emergency room."
    ),
    video=NOT_ENOUGH,
    bring=_BRING,
    say=Voiced(
        SAY_TODAY,
        _(
            "“I am calling for someone with back pain. An online check says they need to be examined "
            "in person today. The reason is: …”"
        ),
    ),
)

PROMPT = Advice(
    level=Level.PROMPT_IN_PERSON,
    badge=BADGES[Level.PROMPT_IN_PERSON],
    do=(
        Voiced(
            _("Contact your provider today and ask for an in-person visit {by_when}."),
            _("Contact their provider today and ask for an in-person visit {by_when}."),
        ),
        WATCH,
    ),
    fallback=_(
        "Is the office closed, or is there no visit in that time? Call the nurse line of the nearest "
        "hospital."
    ),
    usual_time=_("In 1 to 3 days. The check says how soon."),
    where=Voiced(
        _("In person, where a clinician can examine you."),
        _("In person, where a clinician can examine them."),
    ),
    video=Voiced(
        NO_EXAMINE_YOU,
        _("No. A clinician needs to examine them in person."),
    ),
    bring=(*_BRING, TEST_RESULTS),
    say=Voiced(
        SAY_SOON,
        _(
            "“I am calling for someone with back pain. An online check says they should be examined in "
            "person {by_when}. The reason is: … When can you see them?”"
        ),
    ),
)

VIRTUAL = Advice(
    level=Level.VIRTUAL_VISIT,
    badge=BADGES[Level.VIRTUAL_VISIT],
    do=(
        BOOK_VIDEO,
        USE_LIST,
        _("Gentle self-care is fine meanwhile."),
    ),
    fallback=NO_VISIT_IN_TIME,
    usual_time=_("In 2 to 7 days. The check says how soon."),
    where=BY_VIDEO,
    video=_("Yes, to begin with. The clinician may still ask for a visit in person."),
    say=Voiced(
        SAY_VIDEO,
        _(
            "“I am calling for someone with back pain. An online check says that a video or phone visit "
            "fits. Can they have one {by_when}?”"
        ),
    ),
)

SELF_CARE = Advice(
    level=Level.SELF_CARE,
    badge=BADGES[Level.SELF_CARE],
    do=(
        _("Use the self-care steps on this page."),
        _("Check again in 2 weeks."),
        Voiced(
            _("Book a visit if you are not clearly better within 4 weeks, or any time you want."),
            _("Book a visit if they are not clearly better within 4 weeks, or any time they want."),
        ),
    ),
    by_when=_("A visit is optional. You can book one at any time."),
    where=AT_HOME,
    video=YES_IF_WANTED,
)

ADVICE = (CALL, EMERGENCY_ROOM, SAME_DAY, PROMPT, VIRTUAL, SELF_CARE)
