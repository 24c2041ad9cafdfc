"""Pediatric questions: tests and medicine so far (pediatric section 1)."""

from __future__ import annotations

from triage.model import Choice, Kind, Page, Question
from triage.pediatric.sections import TESTS
from triage.sources import GP_KNOW, KH, RECONSTRUCTED, REYE, SEED_000, SEED_002
from triage.words import Voiced, _

PRIOR_IMAGING = Question(
    key="prior_imaging",
    kind=Kind.SINGLE,
    text=Voiced(
        _("Has your child had an X-ray or scan of the back for this pain?"),
        _("Have you had an X-ray or scan of the back for this pain?"),
    ),
    short=_("X-ray or scan so far"),
    required=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="none", text=_("No"), short=_("none")),
        Choice(
            key="xray_normal",
            text=Voiced(
                _("Yes, an X-ray, and we were told it was normal"),
                _("Yes, an X-ray, and I was told it was normal"),
            ),
            short=_("X-ray, told normal"),
        ),
        Choice(
            key="xray_abnormal",
            text=_("Yes, an X-ray or scan, and something was found"),
            short=_("X-ray or scan, something found"),
        ),
        Choice(
            key="xray_unclear",
            text=Voiced(
                _("Yes, an X-ray or scan, but the result was unclear or we do not know it"),
                _("Yes, an X-ray or scan, but the result was unclear or I do not know it"),
            ),
            short=_("X-ray or scan, result unclear or not known"),
        ),
        Choice(
            key="mri_ct",
            text=Voiced(
                _("Yes, an MRI or CT, and we were told it was normal"),
                _("Yes, an MRI or CT, and I was told it was normal"),
            ),
            short=_("MRI or CT, told normal"),
        ),
        Choice(key="not_sure", text=_("Not sure"), short=_("not sure")),
    ),
    why=_("The care team can use tests that were done, and not repeat them without need."),
    help=_("An MRI and a CT are scans in a large ring or tube. An X-ray is a single quick picture."),
    sources=(SEED_002,),
)

LAB_TESTS = Question(
    key="lab_tests",
    kind=Kind.SINGLE,
    text=Voiced(
        _("Has your child had blood tests for this pain?"), _("Have you had blood tests for this pain?")
    ),
    short=_("Blood tests so far"),
    required=False,
    informational="none normal unknown not_sure",
    options=(
        Choice(key="none", text=_("No"), short=_("none")),
        Choice(key="normal", text=_("Yes, normal"), short=_("normal")),
        Choice(key="abnormal", text=_("Yes, not normal"), short=_("not normal")),
        Choice(key="unknown", text=_("Yes, but the result is not known"), short=_("result not known")),
        Choice(key="not_sure", text=_("Not sure"), short=_("not sure")),
    ),
    why=_("Blood test results help the care team to choose the next step."),
    sources=(SEED_002,),
)

MEDICINES_GIVEN = Question(
    key="medicines_given",
    kind=Kind.MULTI,
    text=Voiced(_("What have you given for the pain?"), _("What have you taken for the pain?")),
    hint=_("Choose all that apply."),
    short=_("Given for the pain"),
    required=True,
    informational="acetaminophen ibuprofen naproxen other none",
    blank_counts_as="not_sure",
    options=(
        Choice(key="acetaminophen", text=_("Acetaminophen (such as Tylenol)"), short=_("acetaminophen")),
        Choice(key="ibuprofen", text=_("Ibuprofen (such as Advil or Motrin)"), short=_("ibuprofen")),
        Choice(key="naproxen", text=_("Naproxen (such as Aleve)"), short=_("naproxen")),
        Choice(
            key="aspirin",
            text=_("Aspirin, or a product with aspirin or salicylate in it"),
            hint=_(
                "Salicylate is much like aspirin. Some stomach medicines have it in them. Look at the label."
            ),
            short=_("aspirin or salicylate"),
        ),
        Choice(
            key="other",
            text=_("Another medicine, a cream, or a home remedy"),
            short=_("another medicine, cream, or remedy"),
        ),
        Choice(
            key="too_much",
            text=_("More than the label says, even a little, or doses too close together"),
            hint=_("Poison Control can help at any time: 1-800-222-1222."),
            short=_("more than the label, or doses too close together"),
        ),
        Choice(key="none", text=_("Nothing"), short=_("nothing")),
        Choice(key="not_sure", text=_("Not sure"), short=_("not sure")),
    ),
    why=_("Some medicines do not suit children and teens. The care team checks what was taken."),
    sources=(REYE, GP_KNOW),
)

CURRENT_MEDS = Question(
    key="current_meds",
    kind=Kind.TEXT,
    text=Voiced(
        _("List the medicines your child takes and any allergies"),
        _("List the medicines you take and any allergies"),
    ),
    short=_("Medicines and allergies"),
    required=False,
    max_length=500,
    why=_("The care team reads this before the visit. It does not change the result of this form."),
    sources=(SEED_000.on("reconstructed"), RECONSTRUCTED),
)

CHILD_WEIGHT_LB = Question(
    key="child_weight_lb",
    kind=Kind.DECIMAL,
    text=Voiced(_("About how much does your child weigh?"), _("About how much do you weigh?")),
    hint=_("In pounds (lb). A good guess is fine. 10 kg is about 22 lb."),
    short=_("Weight (lb)"),
    required=False,
    minimum=4,
    maximum=400,
    unit=_("lb"),
    why=_("It helps the care team. This form never works out how much medicine to give."),
    sources=(KH, GP_KNOW),
)


PAGES = (
    Page(code="c28", section=TESTS, questions=(PRIOR_IMAGING,)),
    Page(code="c29", section=TESTS, questions=(MEDICINES_GIVEN,)),
    Page(
        code="c30",
        section=TESTS,
        title=_("For the care team"),
        skippable=True,
        questions=(LAB_TESTS, CURRENT_MEDS, CHILD_WEIGHT_LB),
    ),
)
