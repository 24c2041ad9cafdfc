"""Every result page, level by pathway by voice: which parts, in which order, and what must not be there.

The right side of each row is from adult sections 2.1 and 6 and pediatric sections 5.2 to 5.5.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import cache

import pytest
from django.test import override_settings

from assessments.guidance import GUIDANCE
from assessments.outcome import Outcome
from tests.assessments.told import OTHER_VOICE, pages, told
from triage.words import both

# A kind of result, by its level and how to get help.
SELF_CARE, VIRTUAL, PROMPT, SAME_DAY, CALL, ROOM = "self-care", "virtual", "prompt", "same-day", "911", "er"
EMERGENCIES = (CALL, ROOM)
CHANGES = {
    ("adult", SELF_CARE): "",
    ("adult", VIRTUAL): "pain_now=5",
    ("adult", PROMPT): "pain_now=8",
    ("adult", SAME_DAY): "other_signs=red_eye",
    ("adult", CALL): "em_now=chest_pain",
    ("adult", ROOM): "ces_saddle=yes",
    ("pediatric", SELF_CARE): "",
    ("pediatric", VIRTUAL): "pain_severity=moderate",
    ("pediatric", PROMPT): "night_pain=wakes_most",
    ("pediatric", SAME_DAY): "walking=limp",
    ("pediatric", CALL): "gate_now=seizure",
    ("pediatric", ROOM): "fever=yes_now",
}
KINDS = {
    SELF_CARE: "self_care",
    VIRTUAL: "visit",
    PROMPT: "soon",
    SAME_DAY: "same_day",
    CALL: "emergency",
    ROOM: "emergency",
}
VOICES = ("usual", "other")
# The baseline child is a teenager, so both voices fit; this one is too young to answer alone.
YOUNGER = "child_age_years=9"


@dataclass(frozen=True)
class Parts:
    """The headings of a page before what is the same everywhere, in order: `frame`, then blocks by key.

    `folded`: blocks that can be opened, by key, in order.
    """

    frame: tuple[str, ...]
    blocks: tuple[str, ...] = ()
    folded: tuple[str, ...] = ()


END = ("How long this is valid", "About this check", "Before you close this page")
SIGNS, NEXT, WHY, NUMBERS = "Watch for these signs", "What happens next", "Why", "Who to call"
ACT = (WHY, SIGNS, NEXT)
BOOK = (NUMBERS, WHY, NEXT, SIGNS)
# Headings of the frame, then blocks by key.
PARTS = {
    ("adult", CALL): Parts(ACT),
    ("adult", ROOM): Parts(ACT),
    ("adult", SAME_DAY): Parts(BOOK),
    ("adult", PROMPT): Parts(BOOK, ("comfort",), ("medicine", "after")),
    ("adult", VIRTUAL): Parts(BOOK, ("prepare", "self-care"), ("medicine", "after")),
    ("adult", SELF_CARE): Parts(BOOK, ("self-care",), ("prepare", "medicine", "after")),
    ("pediatric", CALL): Parts(ACT, (), ("medicine-child",)),
    ("pediatric", ROOM): Parts(ACT, (), ("medicine-child",)),
    ("pediatric", SAME_DAY): Parts(BOOK, (), ("medicine-child",)),
    ("pediatric", PROMPT): Parts(BOOK, ("comfort-child", "medicine-child"), ("after-child",)),
    ("pediatric", VIRTUAL): Parts(
        BOOK, ("prepare-child", "simple-care", "medicine-child"), ("medicine-use-child", "after-child")
    ),
    ("pediatric", SELF_CARE): Parts(
        BOOK, ("simple-care", "medicine-child"), ("prepare-child", "medicine-use-child", "after-child")
    ),
}
# What the page must say: words that stand on it in both voices, in this order.
SAYS = {
    ("adult", CALL): ("Call 911 now.", "Do not drive", "Do not wait for a video visit", "Show this page"),
    ("adult", ROOM): (
        "Go to the nearest emergency room now.",
        "call 911",
        "Do not wait for a video visit",
        "Show this page",
    ),
    ("adult", SAME_DAY): (
        "Within hours, before the end of today",
        "Call first and read out the reason",
        "night or weekend, go to the emergency room",
        "call 911",
        "A video visit is not enough",
        "in person today. The reason is",
    ),
    ("adult", PROMPT): (
        "Within 3 days: by Monday, November 23",
        "provider today and ask for an in-person visit within 3 days",
        "nurse line of the nearest hospital",
        "A clinician needs to examine",
        "in person within 3 days. The reason is",
    ),
    ("adult", VIRTUAL): (
        "Within 7 days: by Friday, November 27",
        "Book a video or phone visit within 7 days",
        "Use the list on this page",
        "self-care is fine",
        "a video or phone visit fits",
    ),
    ("adult", SELF_CARE): (
        "A visit is optional",
        "Use the self-care steps",
        "Check again in 2 weeks",
        "within 4 weeks, or any time",
    ),
    ("pediatric", CALL): (
        "This may be life-threatening",
        "Call 911 now",
        "Do not wait",
        "Ask before you",
        "Show this page",
    ),
    ("pediatric", ROOM): (
        "This needs an emergency room now",
        "Best is one that treats children",
        "Call 911 if",
        "Do not wait",
        "Ask before you",
        "Show this page",
    ),
    ("pediatric", SAME_DAY): (
        "seen in person today",
        "Today, within 4 hours",
        "Call the office now",
        "not urgent care",
        "call a nurse line",
        "No sports until",
        "call 911",
    ),
    ("pediatric", PROMPT): (
        "exam in person within 48 hours",
        "Within 48 hours: by Sunday, November 22",
        "Book an in-person visit within 48 hours",
        "Stop sports and heavy lifting",
        "Tell the clinician about",
        "Keep a pain diary",
        "Watch for the signs",
    ),
    ("pediatric", VIRTUAL): (
        "A video or phone visit is a good first step",
        "Book a video or phone visit within 3 days",
        "Use the list on this page",
        "Simple care is fine",
        "may still ask to see",
    ),
    ("pediatric", SELF_CARE): (
        "Use the simple care",
        "Check again in 2 days and at 1 week",
        "in 2 weeks. For any sign on this page, do what its list says",
    ),
}
SPEAKS_TO = {
    ("adult", "usual"): (r"\b[Yy]our?\b", r"\bthem(selves)?\b.{0,20}drive"),
    ("adult", "other"): (r"\bthe[mi]r?\b|\bthey\b", r"examine you\b"),
    ("pediatric", "usual"): (r"\byour child\b", r"\bDo not drive yourself\b"),
    ("pediatric", "other"): (r"\byou\b", r"\byour child\b"),
}
SELF_CARE_TIPS = re.compile(
    r"\b(heat|stretch|walks|pillow|self-care|simple care|swim|sports)\b", re.IGNORECASE
)
PHONE = {SAME_DAY, PROMPT, VIRTUAL}
TAKE_WITH_YOU = {CALL, ROOM, SAME_DAY, PROMPT}

ROWS = [pytest.param(name, kind, voice) for name, kind in CHANGES for voice in VOICES]


@cache
def outcome_for(name: str, kind: str, voice: str) -> Outcome:
    changes = [CHANGES[name, kind]]
    if voice == "other":
        changes += [OTHER_VOICE[name], "child_age_years=15" if name == "pediatric" else ""]
    outcome = told(name, "; ".join(filter(None, changes)))
    assert outcome.kind == KINDS[kind]
    assert outcome.call_now is (kind == CALL)
    return outcome


@cache
def page_for(name: str, kind: str, voice: str, page: str = "result") -> str:
    with override_settings(CLINIC_PHONE="555 555 0199", CLINIC_HOURS="8 to 5"):
        return pages(outcome_for(name, kind, voice))[page]


def words(part: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", part))).strip()


def main_of(page: str) -> str:
    return page[page.index("<main") : page.index("</main>")]


def headings(page: str) -> list[str]:
    return [words(text) for text in re.findall(r"<h[12][^>]*>(.*?)</h[12]>", main_of(page), re.DOTALL)]


def card(page: str) -> str:
    found = re.search(r'<section class="app-care .*?</section>', page, re.DOTALL)
    assert found is not None
    return found[0]


def in_order(texts: tuple[str, ...], page: str) -> None:
    at = 0
    for text in texts:
        found = page.find(text, at)
        assert found >= 0, f"{text!r} is missing, or stands before what comes first"
        at = found + 1


@pytest.mark.parametrize(("name", "kind", "voice"), ROWS)
def test_the_parts_stand_in_their_order(name: str, kind: str, voice: str) -> None:
    page = page_for(name, kind, voice)
    first, *rest = headings(page)
    outcome = outcome_for(name, kind, voice)
    assert first == f"{outcome.urgency} : {outcome.headline}"
    parts = PARTS[name, kind]
    found = tuple(heading for heading in rest if heading not in WITH_MEDICINE[name])
    assert found == (*parts.frame, *titles(name, parts.blocks), *END)
    folded = [words(text) for text in re.findall(r"<summary.*?</summary>", main_of(page), re.DOTALL)]
    in_order(titles(name, parts.folded), " | ".join(folded))


def titles(name: str, keys: tuple[str, ...]) -> tuple[str, ...]:
    by_key = {block.key: both(block.title)[0] for block in GUIDANCE[name].blocks}
    return tuple(by_key[key] for key in keys)


# What stands beside the words on medicine: the cautions, and the list of who has to ask first.
WITH_MEDICINE = {
    "adult": ("Pain medicine: ask first",),
    "pediatric": titles("pediatric", ("medicine-ask-child",)),
}


@pytest.mark.parametrize(("name", "kind", "voice"), ROWS)
def test_the_page_says_what_the_specification_gives_its_level(name: str, kind: str, voice: str) -> None:
    page = words(main_of(page_for(name, kind, voice)))
    in_order(SAYS[name, kind], page[: page.index(SIGNS)])


@pytest.mark.parametrize(("name", "kind", "voice"), ROWS)
def test_the_page_keeps_to_its_voice(name: str, kind: str, voice: str) -> None:
    spoken, not_spoken = SPEAKS_TO[name, voice]
    page = words(main_of(page_for(name, kind, voice)))
    action = page[: page.index(SIGNS)]
    assert re.search(spoken, action), action
    assert not re.search(not_spoken, action), action


@pytest.mark.parametrize(("name", "kind", "voice"), ROWS)
def test_steps_are_numbered_with_the_time_above_them_unless_it_is_now(
    name: str, kind: str, voice: str
) -> None:
    outcome, action = outcome_for(name, kind, voice), card(page_for(name, kind, voice))
    steps = [words(line) for line in re.findall(r"<li>(.*?)</li>", action, re.DOTALL)]
    assert tuple(steps) == outcome.do
    assert ("<ol>" in action) is (kind not in EMERGENCIES)
    assert ("app-call" in action) is (kind in EMERGENCIES)
    if kind in EMERGENCIES:
        assert action.index("app-call") < action.index("<ul>")
    else:
        assert action.index(html.escape(outcome.by_when)) < action.index("<ol>")
    print_page = page_for(name, kind, voice, "patient_print")
    assert ("<ol>" in print_page) is (kind not in EMERGENCIES)


@pytest.mark.parametrize(("name", "kind", "voice"), ROWS)
def test_an_emergency_shows_only_the_action(name: str, kind: str, voice: str) -> None:
    if kind not in EMERGENCIES:
        return
    for page_name in ("result", "emergency"):
        page = words(main_of(page_for(name, kind, voice, page_name)))
        before = page[: page.index(SIGNS)]
        assert not SELF_CARE_TIPS.search(before)
        in_order((outcome_for(name, kind, voice).do[0], "Take with you", WHY), before)
        assert "Get ready" not in page
        assert "555 555 0199" not in page
        if name == "adult":
            assert "ibuprofen" not in page


@pytest.mark.parametrize(("name", "kind", "voice"), ROWS)
def test_what_to_say_and_what_to_take_along(name: str, kind: str, voice: str) -> None:
    for page_name in ("result", "patient_print"):
        page = words(page_for(name, kind, voice, page_name))
        assert ("What to say on the phone" in page) is (kind in PHONE)
        assert ("Take with you" in page) is (kind in TAKE_WITH_YOU)


@pytest.mark.parametrize(("name", "kind", "voice"), ROWS)
def test_the_checklist_stands_where_a_visit_by_video_fits(name: str, kind: str, voice: str) -> None:
    page, sheet = (page_for(name, kind, voice, which) for which in ("result", "patient_print"))
    assert ("app-checklist" in page) is (kind in (VIRTUAL, SELF_CARE))
    assert ("app-checklist" in sheet) is (kind == VIRTUAL)
    if kind == VIRTUAL:
        items = re.findall(r"<li>(.*?)</li>", sheet[sheet.index("app-checklist") :].split("</ul>")[0])
        assert len(items) >= 12
        for needed in ("questions", "edicines", "call back", "address", "camera", "light", "show"):
            assert any(needed in item for item in items), needed


@pytest.mark.parametrize(("name", "kind", "voice"), ROWS)
def test_every_page_has_the_signs_a_way_to_check_again_and_who_reads_it(
    name: str, kind: str, voice: str
) -> None:
    page = main_of(page_for(name, kind, voice))
    outcome = outcome_for(name, kind, voice)
    signs = page[page.index(SIGNS) :]
    for tier in outcome.safety_net:
        assert all(html.escape(sign) in signs for sign in tier.signs)
    in_order((outcome.safety_net_close, "Check again"), words(signs))
    following = words(page[page.index(NEXT) :])
    assert "Your answers were sent to the care team of" in following
    assert outcome.reference in following
    waits = "Do not wait for" in following[:500]
    assert waits is (kind in (*EMERGENCIES, SAME_DAY))
    assert ("office hours (8 to 5)" in following) is (kind not in EMERGENCIES)
    assert "24 hours at most" in following or "24 hours at most" in words(page)


@pytest.mark.parametrize(("name", "kind", "voice"), ROWS)
def test_own_notes_belong_to_a_visit_that_can_wait(name: str, kind: str, voice: str) -> None:
    outcome = outcome_for(name, kind, voice)
    assert outcome.has_time_for_a_visit is (kind in (SELF_CARE, VIRTUAL, PROMPT))


def test_a_child_who_is_too_young_to_answer_alone_needs_to_be_there_and_may_bring_a_toy() -> None:
    outcome = told("pediatric", f"pain_severity=moderate; {YOUNGER}")
    (ready,) = (section for section in outcome.sections if section.is_checklist)
    assert any("Your child needs to be there" in item for item in ready.items)
