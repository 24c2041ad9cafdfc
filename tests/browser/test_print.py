"""Both documents on paper, A4 and Letter: one page for usual answers, two at most, and nothing cut off.

What the patient prints may take two where a visit can wait: it has a list to tick then.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.utils import timezone
from pypdf import PdfReader

from assessments.guidance.model import UP_TO_PROMPT
from assessments.models import Assessment
from clinic.demo_cases import CASES, DemoCase
from clinic.management.commands.demo import fill_in
from tests.browser import states
from tests.browser.conftest import Visitor
from tests.browser.places import log_in
from triage.conditions import Answer
from triage.model import EXCLUSIVE_OPTIONS, Kind, Level, Pathway, Question
from triage.pathways import PATHWAYS

SIZES = ("A4", "Letter")
DOCUMENTS = ("staff", "patient")


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_usual_case_fits_on_one_page(case: DemoCase, document: str, visitor: Visitor, tmp_path: Path) -> None:
    """Every demo case, both documents, both sizes: one page, or two for a patient who has time."""
    row = fill_in(case, timezone.now())
    open_document(visitor, row, document)
    for size in SIZES:
        pages = printed(visitor, size, tmp_path)
        most = 2 if document == "patient" and row.level in UP_TO_PROMPT else 1
        assert len(pages) <= most, size
        assert all(str(row.reference) in page for page in pages)


@pytest.mark.parametrize("level", [Level.SELF_CARE, Level.VIRTUAL_VISIT, Level.PROMPT_IN_PERSON])
@pytest.mark.parametrize("name", PATHWAYS)
def test_the_longest_notes_fit_on_two_pages(
    name: str, level: Level, visitor: Visitor, tmp_path: Path
) -> None:
    """What the patient prints, with all notes for the visit as long as they may be."""
    pathway = PATHWAYS[name]
    questions = [words(f"q{n}", 200) for n in range(3)]
    place, companion = words("place", 200), words("other", 120)
    answers = states.example(pathway, level)
    if pathway is states.ADULT:
        answers["patient_question"] = words("first", 300)
    notes = {"questions": questions, "place": place, "companion": companion, "child_there": "not_sure"}
    row = states.sent(pathway, answers, visit=notes)
    open_document(visitor, row, "patient")
    for size in SIZES:
        pages = printed(visitor, size, tmp_path)
        assert len(pages) <= 2, size
        whole = re.sub(r"\s", "", "".join(pages))
        texts = [*questions, place, companion, str(answers.get("patient_question", ""))]
        assert [word for text in texts for word in text.split() if word not in whole] == []


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("name", PATHWAYS)
def test_longest_case_fits_on_two_pages(name: str, document: str, visitor: Visitor, tmp_path: Path) -> None:
    """Everything chosen and every text as long as it may be: two pages at most, each says who and when."""
    pathway = PATHWAYS[name]
    answers = longest(pathway)
    row = states.sent(pathway, answers, name="Maximiliana " * 5, location_now="12 Invented Street " * 8)
    open_document(visitor, row, document)
    for size in SIZES:
        pages = printed(visitor, size, tmp_path)
        assert len(pages) <= 2, size
        for page in pages:
            assert str(row.reference) in page
        if document == "staff":
            whole = re.sub(r"\s", "", "".join(pages))
            own_words = [answer for answer in answers.values() if isinstance(answer, str) and " w" in answer]
            missing = [word for text in own_words for word in text.split() if word not in whole]
            assert missing == [], size


def longest(pathway: Pathway) -> dict[str, Answer]:
    """An answer to every question: all options that may stand together, the longest texts."""
    answers: dict[str, Answer] = {}
    for question in pathway.questions:
        answers |= _longest_answer(question)
    first = next(
        iter(states.ways_of("adult, for oneself" if pathway is states.ADULT else "child, by a parent")[1])
    )
    keep = {"respondent", "answered_by", "sex", "age_years", "child_age_years", "pregnancy"}
    return answers | {key: answer for key, answer in first.items() if key in keep}


def _longest_answer(question: Question) -> dict[str, Answer]:
    options = [option.key for option in question.options if option.key not in EXCLUSIVE_OPTIONS]
    notes = {question.text_key: words(question.text_key, 200)} if question.note_label else {}
    if question.kind is Kind.SINGLE:
        return {question.key: max(options, key=lambda key: len(question.by_key[key].short)), **notes}
    if question.kind is Kind.MULTI:
        return {question.key: frozenset(options), **notes}
    if question.kind is Kind.RATED:
        ratings = [rating.key for rating in question.ratings]
        return {question.key: frozenset(f"{key}:{ratings[-1]}" for key in options)}
    if question.kind is Kind.TEXT:
        return {question.key: words(question.key, question.max_length)}
    number = question.maximum
    return {question.key: float(number) if question.kind is Kind.DECIMAL else int(number)}


def words(key: str, length: int) -> str:
    """Invented words of exactly this length, each of them only once in the whole form."""
    text, number = "", 0
    while len(text) < length:
        text += f" w{number}{key[:5]}"
        number += 1
    return text[1 : length + 1].strip()


def open_document(visitor: Visitor, row: Assessment, document: str) -> None:
    """Open the page that staff, or the patient, print."""
    if document == "staff":
        log_in(visitor)
        assert visitor.open(f"/staff/{row.pk}/print/") == 200
    else:
        visitor.has(row)
        assert visitor.open("/f/1/print/") == 200


def printed(visitor: Visitor, size: str, folder: Path) -> list[str]:
    """The text of each printed page."""
    pdftotext = shutil.which("pdftotext")
    if pdftotext is None:
        pytest.skip("pdftotext is not installed (Debian: apt-get install poppler-utils)")
    file = folder / f"{size}.pdf"
    visitor.page.pdf(path=file, format=size, print_background=False)
    found = subprocess.run([pdftotext, "-layout", file, "-"], capture_output=True, text=True, check=True)
    assert len(PdfReader(file).pages) == found.stdout.count("\f")
    return found.stdout.split("\f")[:-1]
