"""What changed since the last form of the same person: "not asked" is never taken for a no. All invented."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.text import spoken
from clinic.cases.changes import RISK_HISTORY, Changes, Turn, changes, kept_risks
from clinic.cases.standing import Standing
from tests.assessments.stored import NOW, Stored, case, stored
from triage.examples import parse_answers
from triage.intake import to_json
from triage.model import EXCLUSIVE_OPTIONS, UNSURE_OPTIONS
from triage.pathways import PATHWAYS


def _labels(found: Changes, turn: Turn) -> list[str]:
    return [change.label for change in found.of(turn, signs=True)]


def _text(found: Changes, label: str) -> tuple[str, str]:
    """Then and now of one answer, in words."""
    change = next(item for item in found.items if item.label == label)
    return tuple("; ".join(piece.text for piece in said) for said in (change.before, change.now))  # type: ignore[return-value]


def _stopped(pathway: str, answers: str) -> Stored:
    """A form that ended at the emergency page: only these questions were reached."""
    chosen = parse_answers(PATHWAYS[pathway], answers)
    row = stored(pathway, {key: to_json(value) for key, value in chosen.items()}, finished=False)
    result: Any = row.result
    result["shown"] = list(chosen)
    return row


def test_new_signs_come_with_how_they_were_answered_then() -> None:
    found = changes(
        case("adult", "ces_saddle=no; conditions=none", hours_ago=300),
        case("adult", "ces_saddle=yes; conditions=osteoporosis+high_bp"),
    )
    assert _labels(found, Turn.NEW) == [
        "Saddle sensation change",
        "Health conditions: osteoporosis",
        "Health conditions: high blood pressure",
    ]
    assert _text(found, "Saddle sensation change") == ("no", "yes, new, different or worse")
    assert _text(found, "Health conditions: osteoporosis") == ("answered no", "reported")
    assert (found.level_then_number, found.level_now_number) == (1, 5)
    assert found.in_short == "was Self-care; 3 new"


def test_a_sign_that_is_denied_now_is_gone_and_says_how() -> None:
    found = changes(case("adult", "fever=yes", hours_ago=48), case("adult", "fever=no"))
    assert _labels(found, Turn.GONE) == ["Fever or shaking chills"]
    assert _text(found, "Fever or shaking chills") == ("yes", "no")


def test_what_was_reported_then_and_is_not_sure_now_is_to_be_asked() -> None:
    found = changes(case("adult", "fever=yes", hours_ago=48), case("adult", "fever=not_sure"))
    assert _labels(found, Turn.UNKNOWN) == ["Fever or shaking chills"]
    assert _labels(found, Turn.GONE) == []


def test_a_form_that_stopped_at_the_emergency_page_takes_nothing_back() -> None:
    """The incident this is for: the second form never asked about the cancer of the first one."""
    old = case("adult", "cancer=yes; cancer_type=breast; conditions=osteoporosis; fever=yes", hours_ago=300)
    new = _stopped("adult", "respondent=self; em_now=chest_pain; age_years=60")
    found = changes(old, new)
    assert _labels(found, Turn.GONE) == []
    assert "Cancer, ever" in _labels(found, Turn.UNKNOWN)
    assert _text(found, "Cancer, ever") == ("yes", "not asked")
    assert [risk.label for risk in found.kept] == [
        "Cancer, ever",
        "Cancer type: breast",
        "Health conditions: osteoporosis",
    ]
    assert all(risk.now is Standing.NOT_ASKED for risk in found.kept)
    assert found.kept[0].words == "Reported on Sun 8 Nov 2026, 02:00 UTC, not in this form (not asked)."


def test_an_earlier_risk_that_this_form_denies_is_called_a_contradiction() -> None:
    found = changes(case("adult", "cancer=yes", hours_ago=300), case("adult", "cancer=no"))
    (risk,) = found.kept
    assert risk.contradicts
    assert risk.words == "Reported on Sun 8 Nov 2026, 02:00 UTC. This form says no: ask which is right."


def test_an_item_that_was_not_ticked_beside_others_is_not_denied() -> None:
    found = changes(
        case("adult", "conditions=osteoporosis", hours_ago=300), case("adult", "conditions=diabetes")
    )
    (risk,) = found.kept
    assert (risk.label, risk.now) == ("Health conditions: osteoporosis", Standing.NOT_TICKED)
    assert not risk.contradicts


def test_a_risk_of_the_first_of_three_forms_is_still_there_in_the_third() -> None:
    first = case("adult", "cancer=yes; blood_thinner=yes", hours_ago=900)
    second = case("adult", "cancer=not_sure; blood_thinner=no", hours_ago=300)
    third = case("adult", "cancer=not_sure; blood_thinner=yes")
    assert changes(second, third).kept == ()
    (risk,) = kept_risks([second, first], third)
    assert (risk.label, risk.now) == ("Cancer, ever", Standing.UNSURE)


def test_rules_that_fired_then_and_not_now_are_kept_with_what_is_not_known() -> None:
    old = case("adult", "ces_saddle=yes", hours_ago=48)
    found = changes(old, _stopped("adult", "respondent=self; em_now=chest_pain; age_years=60"))
    gone = {finding.id: finding for finding in found.findings if finding.then and not finding.now}
    assert gone
    assert any("Saddle sensation change: not asked" in finding.not_known for finding in gone.values())
    assert [finding.level_number for finding in found.findings] == sorted(
        (finding.level_number for finding in found.findings), reverse=True
    )


def test_red_flags_of_a_child_are_compared_by_their_marks() -> None:
    found = changes(
        case("pediatric", "fever=yes_now", hours_ago=48), case("pediatric", "fever=not_sure; systemic=none")
    )
    flags = {change.title: (change.then.mark.value, change.now.mark.value) for change in found.red_flags}
    assert ("present", "not-excluded") in flags.values()


def test_a_child_who_grew_up_keeps_the_risks_of_the_childs_form() -> None:
    """The other form asks other questions: nothing can be compared, and nothing is taken for a no."""
    found = changes(case("pediatric", "history=cancer+bleeding", hours_ago=900), case("adult"))
    assert not found.same_questions
    assert found.items == ()
    assert {risk.label for risk in found.kept} == {
        "Health history: cancer or leukemia, now or past",
        "Health history: bleeding disorder or blood thinner",
    }
    assert {risk.now for risk in found.kept} == {Standing.NOT_ASKED}


def test_the_same_form_twice_is_no_change() -> None:
    for pathway in PATHWAYS:
        found = changes(case(pathway, hours_ago=48), case(pathway))
        assert found.is_empty
        assert found.in_short == "no new signs"


def test_own_words_that_changed_are_shown_as_they_were_written() -> None:
    found = changes(
        case("adult", words={"meds_allergies": "penicillin gives me a rash"}, hours_ago=48),
        case("adult", words={"meds_allergies": "nothing"}),
    )
    (change,) = found.of(Turn.CHANGED, signs=False)
    assert [piece.own for piece in (*change.before, *change.now)] == [True, True]
    assert change.before[0].text == "penicillin gives me a rash"


def _risk_answers(pathway_name: str) -> list[tuple[str, str]]:
    pathway = PATHWAYS[pathway_name]
    aside = EXCLUSIVE_OPTIONS | UNSURE_OPTIONS | {"no"}
    return [
        (key, option.key)
        for key in RISK_HISTORY[pathway_name]
        for option in pathway.by_key[key].options
        if option.key not in aside
    ]


@pytest.mark.parametrize("pathway", list(PATHWAYS))
def test_no_later_form_makes_a_reported_risk_disappear(pathway: str) -> None:
    """Property: for every risk, whatever the later form says, it is reported again there or kept in sight."""
    questions = [PATHWAYS[pathway].by_key[key] for key in RISK_HISTORY[pathway]]
    later = st.fixed_dictionaries(
        {
            question.key: st.sampled_from([option.key for option in question.options] + [""])
            for question in questions
        }
    )

    @settings(max_examples=25, deadline=None)
    @given(risk=st.sampled_from(_risk_answers(pathway)), answers=later)
    def check(risk: tuple[str, str], answers: dict[str, str]) -> None:
        key, option = risk
        changed = f"{key}={option}" + ("; cancer=yes" if key == "cancer_type" else "")
        old = case(pathway, changed, hours_ago=300)
        kept_words = "; ".join(f"{name}={value}" for name, value in answers.items() if value)
        new = case(pathway, kept_words)
        question = PATHWAYS[pathway].by_key[key]
        given_then: Any = old.answers
        if key not in given_then:
            return
        found = changes(old, new)
        given_now: Any = new.answers
        again = (
            option in given_now.get(key, ())
            if question.kind.name == "MULTI"
            else given_now.get(key) == option
        )
        again = again and key in (new.result or {})["shown"]  # type: ignore[operator,index,call-overload]
        labels = [item.label for item in found.kept]
        short = question.by_key[option].short
        expected = question.short if short == "yes" else f"{question.short}: {short}"
        assert again != (expected in labels), (risk, answers, labels)

    check()


def test_the_clock_is_not_asked() -> None:
    """Pure: the same two rows give the same words whenever they are compared."""
    old, new = case("adult", "cancer=yes", hours_ago=300), case("adult")
    assert changes(old, new) == changes(old, new)
    assert changes(old, new).answered_at < NOW


def test_pain_that_got_worse_is_no_detail() -> None:
    worse = changes(case("adult", "pain_now=5", hours_ago=48), case("adult", "pain_now=9"))
    label = "Pain now (NPRS, 0-10)"
    assert label in [item.label for _turn, items in worse.signs for item in items]
    assert label not in [item.label for _turn, items in worse.details for item in items]
    assert _text(worse, label) == ("5", "9")
    slight = changes(case("adult", "pain_now=1", hours_ago=48), case("adult", "pain_now=2"))
    assert label in [item.label for _turn, items in slight.signs for item in items]


@pytest.mark.parametrize("pathway", ["adult", "pediatric"])
def test_a_changed_answer_that_a_rule_read_is_no_detail(pathway: str) -> None:
    compared = 0
    for rule in PATHWAYS[pathway].rules[::3]:
        example = next((text for text in rule.fires if "|" not in text and "(" not in text), None)
        if example is None:
            continue
        new = case(pathway, example)
        result: Any = new.result
        read = {key for finding in result["findings"] for key in finding["because"]}
        found = changes(case(pathway, "", hours_ago=48), new)
        folded = {item.label for _turn, items in found.details for item in items}
        assert not folded & {spoken(PATHWAYS[pathway].by_key[key].short) for key in read}, rule.id
        compared += 1
    assert compared > 10
