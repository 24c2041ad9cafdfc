"""What only clinicians and staff read of the pediatric pathway: panels, differential, imaging."""

from __future__ import annotations

import re

import pytest

from triage.model import Panel
from triage.pediatric import PEDIATRIC, imaging


@pytest.mark.parametrize("panel", PEDIATRIC.panels, ids=lambda panel: panel.id)
def test_every_panel_has_a_title_and_a_finished_text(panel: Panel) -> None:
    assert panel.title
    assert panel.id not in panel.title
    assert panel.text.endswith(".")
    assert not panel.text.startswith(panel.title)
    assert re.search(r"text below|table 3|RF_COUNT|`|_", panel.title + panel.text) is None


def test_staff_words_hold_no_placeholder() -> None:
    """Nothing fills in a placeholder on the printed clinician summary."""
    staff = [rule.clinician for rule in PEDIATRIC.rules]
    staff += [flag.text for flag in PEDIATRIC.flags] + [panel.text for panel in PEDIATRIC.panels]
    staff += [row.clue for row in PEDIATRIC.differential] + [row.label for row in PEDIATRIC.points]
    assert [text for text in staff if "{" in text] == []


def test_the_safeguarding_rows_say_that_they_are_for_staff_only() -> None:
    panel = next(panel for panel in PEDIATRIC.panels if panel.id == "CG-SAFE")
    row = next(row for row in PEDIATRIC.differential if row.id == "DX-NAI")
    assert "staff only" in panel.title
    assert "Never show or send to the caregiver" in panel.text
    assert "staff only" in row.consider


# The ratings and radiation levels of pediatric section 3.2, row by row.
RATED = {
    "Radiography, spine area of interest": ("Usually appropriate", "Varies"),
    "Radiography, complete spine": ("May be appropriate", "☢☢☢ 0.3-3 mSv"),
    "MRI spine area of interest without and with IV contrast": (
        "May be appropriate (Disagreement)",
        "O, none",
    ),
    "MRI complete spine without and with IV contrast": ("May be appropriate", "O, none"),
    "MRI complete spine without IV contrast": ("May be appropriate (Disagreement)", "O, none"),
    "CT spine area of interest (with contrast, and without contrast)": (
        "May be appropriate, generally not first",
        "Varies; higher than films",
    ),
    "Bone scan whole body with SPECT": ("Usually not appropriate", "☢☢☢☢ 3-10 mSv"),
    "ESR and CRP": ("Get at the same time", "No radiation"),
    "Pelvis and/or hip films": ("Add when there is a limp, depending on the exam", "Not given in the seed"),
}


def test_the_imaging_table_is_that_of_the_specification() -> None:
    assert {row.study: (row.rating, row.radiation) for row in imaging.STUDIES} == RATED
    for row in imaging.STUDIES:
        assert row.sources
        assert row.comment.endswith(".")


def test_the_imaging_guidance_goes_with_every_imaging_panel_and_no_other() -> None:
    of_imaging = {panel.id for panel in PEDIATRIC.panels if panel.id.startswith("CG-IMG-")}
    assert of_imaging == imaging.IMAGING_PANELS
    for panel in PEDIATRIC.panels:
        assert imaging.goes_with([panel.id]) is (panel.id in of_imaging)
    assert imaging.goes_with([]) is False


def test_every_radiograph_result_has_a_next_step_that_leads_to_its_panel() -> None:
    steps = {step.result: step.panel for step in imaging.NEXT_STEPS}
    assert steps == {
        "positive": "CG-IMG-POS",
        "negative": "CG-IMG-NEG",
        "indeterminate": "CG-IMG-IND",
    }
    assert len(imaging.PITFALLS) == 3
    assert all(note.uncertain and "UNCERTAIN" in note.text for note in imaging.CONFLICTS)
    assert imaging.PROVENANCE == (
        "ACR Back Pain-Child, as summarized in seed 002, reviewed May 30, 2026; check the current ACR page."
    )
