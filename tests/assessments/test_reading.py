"""How hard patient words are to read: the rule holds, the measure is right, and no string can be missed."""

from __future__ import annotations

import dataclasses
import io
import re
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.utils import translation

from assessments.guidance import GUIDANCE
from assessments.guidance.model import Block
from assessments.reading import catalogue, formula, rendering, rule, units, words
from assessments.reading.catalogue import Marked
from assessments.text import spoken
from triage.adult import ADULT
from triage.adult.cautions import Caution
from triage.model import Choice, Kind, Page, Question, Rule
from triage.pathways import PATHWAYS
from triage.words import Voiced

HARD = "Radiological investigation necessitates multidisciplinary consideration of individual comorbidities."
NEW_BLOCK = Block(key="invented", title="Invented title of a block", sources=(), levels=frozenset())


@pytest.fixture(scope="module")
def marked() -> tuple[Marked, ...]:
    return catalogue.read(settings.BASE_DIR)


@pytest.fixture(scope="module")
def every(marked: tuple[Marked, ...]) -> list[units.Unit]:
    with translation.override("en"):
        return units.all_units(marked)


@pytest.fixture(scope="module")
def report(every: list[units.Unit]) -> rule.Report:
    return rule.report(every)


# --- the rule holds -------------------------------------------------------------------------------


def test_no_string_or_page_breaks_the_rule(report: rule.Report) -> None:
    assert report.count > 1500
    assert len(report.units) > 500
    assert report.problems == ()


def test_the_document_is_fresh(report: rule.Report) -> None:
    """Run `manage.py reading --write` after a change of words."""
    path = settings.BASE_DIR / "docs" / "reading.md"
    assert path.read_text(encoding="utf-8") == rendering.document(report)


def test_every_listed_word_is_used_hard_and_has_a_reason(every: list[units.Unit]) -> None:
    used = {word for unit in every for text in unit.texts for word in formula.words_of(text)}
    assert sorted(set(words.LISTED) - used) == []
    for word, reason in words.LISTED.items():
        assert formula.syllables(word) >= 3, word
        assert len(reason.split()) >= 3, word


# --- no string can be missed ----------------------------------------------------------------------


def test_every_patient_string_of_the_sources_is_measured(
    marked: tuple[Marked, ...], every: list[units.Unit]
) -> None:
    measured = {text for unit in every for text in unit.texts}
    patient = {spoken(m.text) for m in marked if m.text and not m.for_staff}
    assert len(patient) > 1500
    assert sorted(patient - {spoken(text) for text in measured}) == []


def new_source(root: Path) -> Path:
    """An invented product with one new string of each kind."""
    for file, source in {
        "triage/adult/questions/new.py": 'Q = Question(text=_("New text?"), short=_("New staff name"))',
        "assessments/guidance/new.py": 'LINES = (Voiced(_("New line for you."), _("New line for them.")),)',
        "assessments/new.py": 'ngettext("%(n)d new thing", "%(n)d new things", n)',
        "clinic/new.py": '_("New staff line")',
        "templates/assessments/new.html": (
            '{% load i18n %}<p>{% translate "It\'s new" %}{{ x|default:_("New filler") }}</p>'
            "{% blocktranslate count n=n trimmed %}One new\n page{% plural %}{{ n }} new pages"
            "{% endblocktranslate %}"
        ),
        "templates/clinic/new.html": "{% load i18n %}{% translate 'New staff page' %}",
    }.items():
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")
    return root


def test_new_strings_in_code_and_templates_are_found_and_measured(tmp_path: Path) -> None:
    found = catalogue.read(new_source(tmp_path))
    patient = {m.text for m in found if not m.for_staff}
    assert patient == {
        "New text?",
        "New line for you.",
        "New line for them.",
        "%(n)d new thing",
        "%(n)d new things",
        "It's new",
        "New filler",
        "One new page",
        "%(n)s new pages",
    }
    assert {m.text for m in found if m.for_staff} == {"New staff name", "New staff line", "New staff page"}
    measured = {text for unit in units.all_units(found) for text in unit.texts}
    assert patient <= measured
    assert "New staff name" not in measured


def test_a_new_question_is_measured_with_its_options_in_both_voices(monkeypatch: pytest.MonkeyPatch) -> None:
    question = Question(
        key="invented",
        kind=Kind.SINGLE,
        text=Voiced("Do you see this invented question?", "Do they see this invented question?"),
        short="invented staff name",
        sources=(),
        required=False,
        note_label="An invented note",
        options=(Choice(key="a", text="An invented option", short="staff", hint="An invented hint."),),
    )
    page = Page(code="a99", section="Invented section", questions=(question,))
    pathway = dataclasses.replace(ADULT, pages=(*ADULT.pages, page))
    monkeypatch.setitem(PATHWAYS, "adult", pathway)
    found = {unit.name: unit.texts for unit in units.all_units(())}
    assert {"An invented option", "An invented hint.", "An invented note"} <= set(found["invented"])
    assert "Do you see this invented question?" in found["invented"]
    assert "Do they see this invented question?" in found["invented (other voice)"]
    assert "Invented section" in found["page a99"]
    assert not any("staff" in text for text in found["invented"])


def test_new_guidance_is_found_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    block = dataclasses.replace(
        NEW_BLOCK, items=("An invented item.",), answers=(("An invented question?", "An answer."),)
    )
    guidance = dataclasses.replace(GUIDANCE["adult"], blocks=(*GUIDANCE["adult"].blocks, block))
    monkeypatch.setitem(GUIDANCE, "adult", guidance)
    monkeypatch.setattr("assessments.guidance.adult.ADULT_GUIDANCE", guidance)
    found = {unit.name: unit.texts for unit in units.all_units(()) if unit.area == "guidance"}
    texts = next(texts for name, texts in found.items() if "block invented" in name)
    assert set(texts) == {
        "Invented title of a block",
        "An invented item.",
        "An invented question?",
        "An answer.",
    }


def test_result_pages_of_every_level_are_measured(every: list[units.Unit]) -> None:
    names = {unit.name for unit in every if unit.area == "result pages"}
    for pathway in PATHWAYS:
        for level in ("EMERGENCY_NOW 911", "EMERGENCY_NOW ER", "URGENT_SAME_DAY", "PROMPT_IN_PERSON"):
            assert f"{pathway} {level}" in names
        assert f"{pathway} VIRTUAL_VISIT" in names
    assert "pediatric SELF_CARE" in names


def test_staff_files_and_fields_exist() -> None:
    """A file that was renamed must not stay on the list of what is left out."""
    listed = [settings.BASE_DIR / entry for entry in catalogue.STAFF]
    assert [path.name for path in listed if not path.exists()] == []
    fields = {field.name for kind in (Question, Choice, Rule, Caution) for field in dataclasses.fields(kind)}
    assert fields >= catalogue.STAFF_FIELDS


# --- the measure ----------------------------------------------------------------------------------


def test_the_grade_is_that_of_the_formula() -> None:
    """10 words in 2 sentences, 14 syllables: 0.39 * 5 + 11.8 * 1.4 - 15.59 = 2.9."""
    assert formula.grade(("Call the doctor today. Ask for a visit in person.",)) == 2.9


def test_hard_words_raise_the_grade_and_listed_ones_are_measured_as_plain() -> None:
    text = ("Take acetaminophen or ibuprofen only as the label says.",)
    raw, eased = formula.grade(text), formula.grade(text, plain_words=frozenset(words.LISTED))
    assert raw > eased + 4
    assert eased == formula.grade(("Take care or care only as the label says.",))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Call {emergency_number} now", "Call 5 now"),
        ("Book a visit {by_when}", "Book a visit within 5 days"),
        ("<strong>Emergency?</strong> Call <a href='tel:1'>%(number)s</a>", "Emergency? Call 5"),
        ("100.4 F (38 C), or 1-800-222-1222", "5 F (5 C), or 5"),
        ("self-care", "self care"),
        ("%{count} left, 50%% done", "5 left, 5% done"),
    ],
)
def test_placeholders_numbers_and_markup_become_plain_words(text: str, plain: str) -> None:
    assert re.sub(r"\s+", " ", formula.plain(text)).strip() == plain


def test_sentences_end_at_full_stops_and_not_at_decimals() -> None:
    assert len(formula.sentences("A fever is 100.4 F or more. Is it? “Yes.” Then go!")) == 4
    assert formula.length("Call 911 at 9 a.m. today, then wait.") == 8


def test_one_or_two_words_are_a_label_and_not_a_sentence() -> None:
    long = "Choose all that fit the pain that you have now"
    assert formula.grade((long, "Yes", "Not sure")) == formula.grade((long,))
    assert formula.grade(("Yes",)) == 0


# --- what breaks the rule -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("word " * 26 + ".", "sentence of 26 words"),
        ("It needs consideration", "too long a word, “consideration”"),
        ("Take 200 mg now.", "a dose"),
        ("You are fine.", "false comfort"),
        ("They're OK.", "false comfort"),
        ("This is nothing serious.", "false comfort"),
        ("You have an infection.", "a diagnosis"),
        ("This will diagnose it.", "a diagnosis"),
    ],
)
def test_what_a_string_may_not_say(text: str, problem: str) -> None:
    assert any(problem in found for found in rule.problems_of_string(text))


@pytest.mark.parametrize(
    "text",
    ["word " * 25 + ".", "It is not a diagnosis.", "The family is fine with it.", "Emergency care now."],
)
def test_what_a_string_may_say(text: str) -> None:
    assert rule.problems_of_string(text) == []


def test_a_medical_noun_needs_its_plain_words_in_the_same_unit() -> None:
    bare = units.Unit("guidance", "invented", ("What is sciatica?",))
    assert rule.problems_of_unit(bare) != []
    assert (
        rule.problems_of_unit(dataclasses.replace(bare, texts=("What is sciatica?", "Pain in a leg."))) == []
    )
    saddle = units.Unit("guidance", "invented", ("Is the saddle area numb, between the legs?",))
    assert "saddle" in rule.problems_of_unit(saddle)[0]


def test_a_hard_string_and_a_hard_unit_break_the_rule() -> None:
    string = f"{HARD} {HARD}"
    problems = rule.report(
        [units.Unit("guidance", "invented", (string, "Go home now if you like that."))]
    ).problems
    assert any("with the listed words as plain ones: invented" in problem for problem in problems)
    assert any(f"with the listed words as plain ones: {HARD}" in problem for problem in problems)
    assert any("median grade" in problem for problem in problems)


def test_a_grade_above_8_passes_only_because_of_listed_words() -> None:
    texts = ("Ask the clinic first before you take acetaminophen, ibuprofen or a salicylate.",)
    assert formula.grade(texts) > rule.HARDEST_GRADE
    unit = units.Unit("guidance", "invented", texts)
    assert not [p for p in rule.report([unit]).problems if p.startswith("guidance: grade")]


# --- the command ----------------------------------------------------------------------------------


def run(*arguments: str) -> tuple[str, object]:
    out = io.StringIO()
    try:
        call_command("reading", *arguments, stdout=out)
    except SystemExit as ended:
        return out.getvalue(), ended.code
    return out.getvalue(), 0


def test_the_command_prints_units_worst_first_and_the_medians() -> None:
    printed, _status = run("--only", "adult reasons")
    grades = [float(line.split()[0]) for line in printed.splitlines() if re.match(r" *\d+\.\d +-?\d", line)]
    assert grades[0] == max(grades)
    assert "Median grade of units" in printed
    assert "adult reasons: ADULT-" in printed


def test_the_command_ends_with_1_when_the_rule_is_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(words.LISTED, "emergency")
    printed, status = run("--only", "ADULT-CES-01")
    assert status == 1
    assert "too long a word, “emergency”" in printed


def test_the_spanish_words_are_easy_to_read() -> None:
    printed, status = run("--language", "es")
    assert (status, printed.splitlines()[-1]) == (0, "0 problems.")
    assert len(re.findall(r"^ *\d+\.\d  ", run("--language", "es", "--all")[0], re.MULTILINE)) > 500


def test_spanish_that_is_hard_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assessments.reading.spanish.LEAST_EASE", 80.0)
    printed, status = run("--language", "es", "--only", "reasons")
    assert status == 1
    assert "80 is the least" in printed


def test_spanish_that_is_plain_is_easier_than_spanish_that_is_not() -> None:
    plain = formula.ease_in_spanish(("Llame al doctor hoy mismo. Pida una cita en persona.",))
    hard = formula.ease_in_spanish(
        ("La intervención multidisciplinaria requiere consideraciones individualizadas extraordinarias.",)
    )
    assert plain > rule.MEDIAN_EASE > rule.LEAST_EASE > hard


def test_without_textstat_the_command_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    formula.the_meter.cache_clear()
    monkeypatch.setitem(sys.modules, "textstat.textstat", None)
    with pytest.raises(CommandError, match=r"pip install -r requirements-dev\.txt"):
        call_command("reading", stdout=io.StringIO())
    formula.the_meter.cache_clear()


def test_the_document_is_never_written_from_a_part() -> None:
    for part in (("--only", "adult"), ("--language", "es")):
        with pytest.raises(CommandError, match="--write stands alone"):
            run("--write", *part)


def test_a_name_that_nothing_has_is_an_error() -> None:
    with pytest.raises(CommandError, match="nothing is called"):
        run("--only", "no such thing")
