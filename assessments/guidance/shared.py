"""Guidance that both pathways share."""

from __future__ import annotations

from triage.model import Level
from triage.words import _

EMERGENCY_LINE = _("If this is or becomes an emergency, call {emergency_number} now.")
HELP_LINES = _(
    "Free help lines in the US, day and night. Crisis and suicide: call or text 988 (in Spanish: press "
    "2, or text AYUDA). Childhelp: 1-800-422-4453. Poison Control: 1-800-222-1222. Domestic violence: "
    "800-799-7233."
)
# Where those lines cannot be called.
NOT_SAFE = _("If you are in danger, or if you think about harming yourself, call {emergency_number} now.")
CALL_EMERGENCY = _("Call {emergency_number}")
CALL_IF_NOT_SAFE = _("Call {emergency_number} if you cannot get there safely")
CALL_POISON_CONTROL = _("Call Poison Control")
VALID = _("This result counts for 24 hours at most. After that, or if anything changes, check again.")
MAY_CALL = _("A member of the care team may call you about this form.")
EXPIRED = _("This result is more than 24 hours old. Check again before you rely on it.")
AND_OTHER_ANSWERS = _("And other answers.")
HOURS_OTHER = _("within {hours} hours")
DEADLINE = _("{when}: by {date}.")
HOURS = {
    24: _("within 24 hours"),
    48: _("within 48 hours"),
    72: _("within 3 days"),
    168: _("within 7 days"),
}
NOW = _("Now. Minutes count.")
_NEXT = _("Next step")
URGENCY = {
    Level.EMERGENCY_NOW: _("Emergency: act now"),
    Level.URGENT_SAME_DAY: _("Urgent"),
    Level.PROMPT_IN_PERSON: _("Soon"),
    Level.VIRTUAL_VISIT: _NEXT,
    Level.SELF_CARE: _NEXT,
}
CAUTION_NSAID = _(
    "Ask a clinician or pharmacist first. Ibuprofen, naproxen and the like may not be right because of:"
)
CAUTION_ACETAMINOPHEN = _(
    "Ask a clinician or pharmacist first. Acetaminophen (such as Tylenol) may not be right because of:"
)

BADGES = {
    Level.EMERGENCY_NOW: _("Get emergency help now"),
    Level.URGENT_SAME_DAY: _("Be seen in person today"),
    Level.PROMPT_IN_PERSON: _("Book an in-person check soon"),
    Level.VIRTUAL_VISIT: _("A video or phone visit fits"),
    Level.SELF_CARE: _("Self-care is a reasonable start"),
}
AT_HOME = _("At home.")
BY_VIDEO = _("By video or phone.")
WORSE_ON_THE_WAY = _("If you get worse on the way, call {emergency_number}.")
NO = _("No.")
NOT_ENOUGH = _("No. A video visit is not enough.")
NO_EXAMINE_YOU = _("No. A clinician needs to examine you in person.")
SHOW_YOURS = _("Show this page to the people who help you.")
THIS_PAGE = _("This page, or a print of it.")
USE_LIST = _("Use the list on this page to get ready for it.")
WATCH = _("Watch for the signs on this page.")
WHERE_YOU_ARE = _("Where you are, if it is safe there. Help comes to you.")
YES_IF_WANTED = _("Yes. If you want a visit, video or phone is a good way to start.")
SAY_TODAY = _(
    "“An online check of my back pain says I need to be examined in person today. The reason is: …”"
)
SAY_SOON = _(
    "“An online check of my back pain says I should be examined in person {by_when}. The reason is: … "
    "When can you see me?”"
)
SAY_VIDEO = _(
    "“An online check of my back pain says that a video or phone visit fits. Can I have one {by_when}?”"
)
NO_VISIT_IN_TIME = _("If there is no visit in that time, call a nurse line and ask what to do.")
TEST_RESULTS = _("Results of past scans or tests, if there are any.")
BOOK_VIDEO = _("Book a video or phone visit {by_when}.")
IS_A_SYMPTOM = _("Back pain is a symptom. It is not a diagnosis. Many things can cause it.")
TELL_IN_PERSON = _("Be seen in person soon. For a sign from the lists on this page, do what its list says.")
UNSURE_TITLE = _("If you are not sure where to go")
UNSURE_QUESTION = _("Not sure where to go?")
NOT_SURE_WHERE = _(
    "Call the doctor's office. If it is closed, call the nearest hospital. Many have a nurse on the phone "
    "who helps to choose. In an emergency, do not wait."
)
AFTER_TITLE = _("After the visit")
QUESTIONS_TITLE = _("Common questions")
UNTIL_TITLE = _("Until the visit")
