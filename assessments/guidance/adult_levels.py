"""What each level tells an adult to do (adult section 2.1)."""

from __future__ import annotations

from assessments.guidance.model import Advice
from assessments.guidance.shared import NOW
from triage.model import Level, Transport
from triage.words import Voiced, _

_BADGE_EMERGENCY = _("Get emergency help now")
_VIDEO_EMERGENCY = _("No.")
_DO_NOT_WAIT = _("Do not wait for a video visit or a call back.")
_SHOW = Voiced(
    _("Show this page to the people who help you."),
    _("Show this page to the people who help them."),
)
_BRING = (
    Voiced(
        _("A list of your medicines. If you take a blood thinner, its name."),
        _("A list of their medicines. If they take a blood thinner, its name."),
    ),
    _("This page, or a print of it."),
    _("An ID."),
)

CALL = Advice(
    level=Level.EMERGENCY_NOW,
    transport=Transport.CALL_911,
    badge=_BADGE_EMERGENCY,
    do=(
        Voiced(
            _("Call {emergency_number} now. Do not drive yourself."),
            _("Call {emergency_number} now. Do not drive them yourself."),
        ),
        _DO_NOT_WAIT,
        _SHOW,
    ),
    by_when=NOW,
    where=_("Where you are, if it is safe there. Help comes to you."),
    video=_VIDEO_EMERGENCY,
    bring=_BRING,
)

EMERGENCY_ROOM = Advice(
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    badge=_BADGE_EMERGENCY,
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
    video=_VIDEO_EMERGENCY,
    bring=_BRING,
)

SAME_DAY = Advice(
    level=Level.URGENT_SAME_DAY,
    badge=_("Be seen in person today"),
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
            _("If you get worse on the way, call {emergency_number}."),
            _("If they get worse on the way, call {emergency_number}."),
        ),
    ),
    fallback=_(
        "If they cannot, if you cannot reach anyone, or it is night or weekend, go to the emergency room."
    ),
    by_when=_("Within hours, before the end of today."),
    where=_(
        "Your doctor's office, an urgent care or an emergency room: a place that can examine you and "
        "order tests. If they cannot do that, they will send you to the emergency room."
    ),
    video=_("No. A video visit is not enough."),
    say=Voiced(
        _("“An online check of my back pain says I need to be examined in person today. The reason is: …”"),
        _(
            "“I am calling for someone with back pain. An online check says they need to be examined "
            "in person today. The reason is: …”"
        ),
    ),
)

PROMPT = Advice(
    level=Level.PROMPT_IN_PERSON,
    badge=_("Book an in-person check soon"),
    do=(
        Voiced(
            _("Contact your provider today and ask for an in-person visit {by_when}."),
            _("Contact their provider today and ask for an in-person visit {by_when}."),
        ),
    ),
    fallback=_(
        "If the office is closed, or has no visit in that time, call the nurse line of the nearest hospital "
        "and ask where to go."
    ),
    where=Voiced(
        _("In person, where a clinician can examine you."),
        _("In person, where a clinician can examine them."),
    ),
    video=Voiced(
        _("No. A clinician needs to examine you in person."),
        _("No. A clinician needs to examine them in person."),
    ),
    say=Voiced(
        _(
            "“An online check of my back pain says I should be examined in person {by_when}. "
            "The reason is: … When can you see me?”"
        ),
        _(
            "“I am calling for someone with back pain. An online check says they should be examined in "
            "person {by_when}. The reason is: … When can you see them?”"
        ),
    ),
)

VIRTUAL = Advice(
    level=Level.VIRTUAL_VISIT,
    badge=_("A video or phone visit fits"),
    do=(
        _("Book a telemedicine visit {by_when}."),
        _("Use the list on this page to get ready for it."),
        _("Self-care is fine meanwhile."),
    ),
    where=_("By video or phone."),
    video=_("Yes, to begin with. The clinician may still ask for a visit in person."),
)

SELF_CARE = Advice(
    level=Level.SELF_CARE,
    badge=_("Self-care is a reasonable start"),
    do=(
        _("Use the self-care steps on this page."),
        _("Check again in 2 weeks."),
        Voiced(
            _("Book a visit if you are not clearly better within 4 weeks, or any time you want."),
            _("Book a visit if they are not clearly better within 4 weeks, or any time they want."),
        ),
    ),
    by_when=_("A visit is optional. You can book one at any time."),
    where=_("At home."),
    video=_("Yes. If you want a visit, video or phone is a good way to start."),
)

ADVICE = (CALL, EMERGENCY_ROOM, SAME_DAY, PROMPT, VIRTUAL, SELF_CARE)
