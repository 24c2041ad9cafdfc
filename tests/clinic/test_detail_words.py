"""Every word of the detail goes through the translation; stored words that cannot are said to be English."""

from __future__ import annotations

import re
from typing import Any, cast

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from assessments import finishing
from assessments.models import Assessment
from tests.assessments.bracketed import outside, put_brackets, read
from tests.assessments.stored import CONTACT, everything
from tests.assessments.test_every_word_is_translated import FULL
from triage.examples import with_changes
from triage.intake import to_json
from triage.pathways import PATHWAYS

pytestmark = pytest.mark.django_db

OLD = "Old words of a reason, which no catalogue has."
WARNING = "⟦Its words changed since. Where there is no translation any more they stay in English.⟧"
# Names: of publications, which are cited as they are called, and of the person at the keyboard.
CITED = re.compile(r'<bdi lang="en">.*?</bdi>', re.S)
ACCOUNT = "invented.nurse"


def _stored(pathway: str, answers: dict[str, Any]) -> Assessment:
    contact = {**CONTACT}
    return finishing.submit_complete(pathway, answers, contact, language="en", now=timezone.now())


def _detail(staff: Client, row: Assessment) -> str:
    response = staff.get(reverse("clinic:detail", args=[row.pk]))
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("full", FULL.values(), ids=FULL.keys())
def test_every_word_of_the_detail(
    staff: Client, full: tuple[str, int], monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    pathway, age = full
    row = _stored(pathway, everything(PATHWAYS[pathway], age))
    put_brackets(monkeypatch)
    page = read(CITED.sub(" ", _detail(staff, row)))
    for name in (settings.CLINIC_NAME, ACCOUNT):
        page = page.replace(name, " ")
    assert "⟦Every rule that fired⟧" in page
    assert outside(page) == ""


@pytest.mark.parametrize("old", [True, False])
def test_staff_are_told_that_words_stayed_in_english(
    staff: Client, old: bool, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.CLINIC_LANGUAGE = "es"
    answers = {k: to_json(v) for k, v in with_changes(PATHWAYS["adult"], "ces_saddle=yes").items()}
    row = _stored("adult", answers)
    if old:
        result = cast("Any", row.result)
        for finding in result["findings"]:
            finding |= {"patient": OLD, "clinician": OLD}
        row.result = result
        row.save()
    put_brackets(monkeypatch)
    bracketed = translation._trans.gettext  # type: ignore[attr-defined]
    monkeypatch.setattr(
        translation._trans,  # type: ignore[attr-defined]
        "gettext",
        lambda message: message if message == OLD else bracketed(message),
    )
    page = _detail(staff, row)
    assert (WARNING in page) == old
    assert (f'<td lang="en">{OLD}</td>' in page) == old
