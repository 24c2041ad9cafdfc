"""Builds a clinician's summary. Pure: it reads what is stored and decides nothing again."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from assessments.summary import adult, pediatric
from assessments.summary.case import AssessmentLike, Case
from assessments.summary.header import build_header, build_reasons
from assessments.summary.model import Section, Summary
from assessments.text import spoken

# Above this many characters a print uses smaller type, so that the longest case still fits two pages.
LONG_TEXT = 9000


def build_summary(assessment: AssessmentLike, now: datetime) -> Summary:
    """The summary of a stored assessment as it reads at `now`.

    The level, the rules that fired, flags, panels and differential are the stored ones. VaultError when
    the row cannot be read; nothing is ever shown in part.
    """
    case = Case.open(assessment, now)
    parts = adult if case.row.pathway == "adult" else pediatric
    sections = tuple(parts.sections(case))
    statement = parts.statement(case)
    return Summary(
        header=build_header(case),
        statement=statement,
        reasons=build_reasons(case),
        sections=sections,
        footer=_footer(),
        contributions=tuple((spoken(label), points) for label, points in case.result["contributions"]),
        score=case.result["score"],
        is_long=len(statement) + sum(map(_length, sections)) > LONG_TEXT,
    )


def _footer() -> tuple[str, ...]:
    return (
        _("Patient-reported, not verified. Rule-based, does not diagnose. A lower level is not clearance."),
        _(
            "Present = reported. NOT EXCLUDED = not sure, declined or left blank. Answered no = no or none."
            " An item of a list that was not ticked while others were is not listed: it was neither reported"
            " nor denied."
        ),
    )


def _length(section: Section) -> int:
    """About how many characters a section prints."""
    lines = sum(len(line.label) + sum(len(said.text) for said in line.said) for line in section.lines)
    systems = sum(len(item.text) for row in (*section.systems, *section.negatives) for item in row.items)
    notes = sum(len(note.title) + len(note.text) for note in section.notes)
    studies = sum(len(study.study) + len(study.rating) + len(study.comment) for study in section.studies)
    return lines + systems + notes + studies
