"""Pediatric questions: tests and medicine so far (pediatric section 1)."""

from __future__ import annotations

from triage.model import Choice, Kind, Question
from triage.sources import GP_KNOW, RECONSTRUCTED, REYE, SEED_000, SEED_002
from triage.words import _

PRIOR_IMAGING = Question(
    key="prior_imaging",
    kind=Kind.SINGLE,
    text=_("Has your child already had an X-ray or scan of the back for this pain?"),
    short="prior imaging",
    required=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="none", text=_("No"), short="none"),
        Choice(
            key="xray_normal", text=_("Yes, an X-ray, and we were told it was normal"), short="xray normal"
        ),
        Choice(
            key="xray_abnormal",
            text=_("Yes, an X-ray or scan, and something was found"),
            short="xray abnormal",
        ),
        Choice(
            key="xray_unclear",
            text=_("Yes, an X-ray or scan, but the result was unclear or we do not know it"),
            short="xray unclear",
        ),
        Choice(key="mri_ct", text=_("Yes, an MRI or CT, and we were told it was normal"), short="mri ct"),
        Choice(key="not_sure", text=_("Not sure"), short="not sure"),
    ),
    why=_("A normal X-ray does not end the work-up when red flags remain."),
    sources=(SEED_002,),
)

LAB_TESTS = Question(
    key="lab_tests",
    kind=Kind.SINGLE,
    text=_("Has your child had blood tests for this pain?"),
    short="lab tests",
    required=False,
    options=(
        Choice(key="none", text=_("No"), short="none"),
        Choice(key="normal", text=_("Yes, normal"), short="normal"),
        Choice(key="abnormal", text=_("Yes, not normal"), short="abnormal"),
        Choice(key="unknown", text=_("Yes, do not know the result"), short="unknown"),
        Choice(key="not_sure", text=_("Not sure"), short="not sure"),
    ),
    why=_("ESR and CRP results guide the next step."),
    sources=(SEED_002,),
)

MEDICINES_GIVEN = Question(
    key="medicines_given",
    kind=Kind.MULTI,
    text=_("What have you given for the pain? Check all that apply."),
    short="medicines given",
    required=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="acetaminophen", text=_("Acetaminophen (such as Tylenol)"), short="acetaminophen"),
        Choice(key="ibuprofen", text=_("Ibuprofen (such as Advil or Motrin)"), short="ibuprofen"),
        Choice(key="naproxen", text=_("Naproxen (such as Aleve)"), short="naproxen"),
        Choice(
            key="aspirin", text=_("Aspirin, or a product with aspirin or salicylate in it"), short="aspirin"
        ),
        Choice(key="other", text=_("Another medicine, cream, or remedy"), short="other"),
        Choice(
            key="too_much",
            text=_("A little more than the label says, or doses too close together"),
            short="too much",
        ),
        Choice(key="none", text=_("Nothing"), short="none"),
        Choice(key="not_sure", text=_("Not sure"), short="not sure"),
    ),
    why=_("Aspirin is linked to Reye's syndrome; too much of any medicine is dangerous."),
    sources=(REYE, GP_KNOW),
)

CURRENT_MEDS = Question(
    key="current_meds",
    kind=Kind.TEXT,
    text=_("List any medicines your child takes and any allergies."),
    short="current meds",
    required=False,
    max_length=500,
    why=_("For the care team. Not used by the rules."),
    sources=(SEED_000.on("reconstructed"), RECONSTRUCTED),
)
