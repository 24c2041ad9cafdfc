"""Builds a clinician's summary. Pure: it reads what is stored and decides nothing again."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from assessments.summary import adult, pediatric
from assessments.summary.case import AssessmentLike, Case
from assessments.summary.header import build_header, build_reasons, reason_for_level
from assessments.summary.model import Density, Section, Summary
from assessments.text import spoken

# Up to how many characters a print of each density is used (measured; the print tests hold it to that).
# What fills two pages anyway is dense again, and only the longest text of all is set tighter.
DENSITIES = (
    (4600, Density.ROOMY),
    (6500, Density.DENSE),
    (8500, Density.TIGHT),
    (10500, Density.DENSE),
    (13500, Density.TIGHT),
)


def build_summary(assessment: AssessmentLike, now: datetime) -> Summary:
    """The summary of a stored assessment as it reads at `now`.

    The level, the rules that fired, flags, panels and differential are the stored ones. VaultError when
    the row cannot be read; nothing is ever shown in part.
    """
    case = Case.open(assessment, now)
    parts = adult if case.row.pathway == "adult" else pediatric
    sections = tuple(parts.sections(case))
    statement, reason = parts.statement(case), reason_for_level(case)
    return Summary(
        header=build_header(case),
        statement=statement,
        reason=reason,
        reasons=build_reasons(case),
        sections=sections,
        footer=_footer(),
        contributions=tuple((_scored(label), points) for label, points in case.result["contributions"]),
        score=case.result["score"],
        density=density_for(len(statement + reason) + sum(map(_length, sections))),
    )


def density_for(characters: int) -> Density:
    """The print size for so much text."""
    return next((density for most, density in DENSITIES if characters <= most), Density.TIGHTEST)


def _scored(label: str) -> str:
    """A row of the score: its own words, or a question and an answer, which are translated one by one."""
    return ": ".join(map(spoken, label.split(": ", 1)))


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
    said = [said for line in section.lines for said in line.said]
    lines = sum(len(line.label) for line in section.lines) + sum(len(piece.text) for piece in said)
    languages = sum(len(piece.language.name) + 6 for piece in said if piece.language)  # " (in Spanish)"
    systems = sum(len(item.text) for row in (*section.systems, *section.negatives) for item in row.items)
    notes = sum(len(note.title) + len(note.text) for note in section.notes if not note.is_background)
    studies = sum(len(study.study) + len(study.rating) + len(study.comment) for study in section.studies)
    return lines + languages + systems + notes + studies
