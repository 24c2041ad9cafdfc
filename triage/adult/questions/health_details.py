"""Adult questions: kind of cancer, medicines, treatments tried (optional) (adult section 1)."""

from __future__ import annotations

from triage.adult.questions.body import CANCER
from triage.adult.sections import HEALTH, MORE
from triage.model import Choice, Kind, Page, Question
from triage.sources import SEED_001, SEED_003, SEED_004
from triage.words import Voiced, _

CANCER_TYPE = Question(
    key="cancer_type",
    kind=Kind.MULTI,
    text=Voiced(
        _("Which cancer do you have, or did you have?"),
        _("Which cancer do they have, or did they have?"),
    ),
    hint=_("Choose all that apply."),
    short=_("Cancer type"),
    required=False,
    informational="breast lung prostate kidney thyroid blood other",
    shown_when=CANCER.is_("yes"),
    options=(
        Choice(key="breast", text=_("Breast"), short=_("breast")),
        Choice(key="lung", text=_("Lung"), short=_("lung")),
        Choice(key="prostate", text=_("Prostate"), short=_("prostate")),
        Choice(key="kidney", text=_("Kidney"), short=_("kidney")),
        Choice(key="thyroid", text=_("Thyroid"), short=_("thyroid")),
        Choice(key="blood", text=_("Blood cancer (leukemia, lymphoma, myeloma)"), short=_("blood")),
        Choice(key="other", text=_("Another cancer"), short=_("other")),
    ),
    note_label=_("Which cancer, and when was it found?"),
    why=_("Some cancers can spread to bone more often than others. This helps the clinician plan the check."),
    sources=(SEED_003.on("breast, lung, prostate, kidney"),),
)

MEDS_ALLERGIES = Question(
    key="meds_allergies",
    kind=Kind.TEXT,
    text=Voiced(
        _("What medicines do you take, and do you have allergies?"),
        _("What medicines do they take, and do they have allergies?"),
    ),
    hint=_("Include medicines bought without a prescription, vitamins and herbs. Names are enough."),
    short=_("Medicines and allergies"),
    required=False,
    max_length=500,
    why=_("It helps the clinician to choose safe treatment."),
    sources=(SEED_001,),
)

TRIED = Question(
    key="tried",
    kind=Kind.RATED,
    text=Voiced(_("What have you tried, and did it help?"), _("What have they tried, and did it help?")),
    hint=Voiced(
        _("Choose each thing that you have tried for this pain. Then say how much it helped."),
        _("Choose each thing that they have tried for this pain. Then say how much it helped."),
    ),
    short=_("Tried so far"),
    required=False,
    informational="rest heat cold otc_nsaid acetaminophen rx_medicine exercise pt_chiro injection surgery"
    " other",
    options=(
        Choice(key="rest", text=_("Resting"), short=_("rest")),
        Choice(key="heat", text=_("Heat, such as a heat pack or a warm shower"), short=_("heat")),
        Choice(key="cold", text=_("Cold, such as an ice pack"), short=_("cold")),
        Choice(
            key="otc_nsaid",
            text=_("Ibuprofen, naproxen or aspirin, bought without a prescription"),
            short=_("NSAID without prescription"),
        ),
        Choice(key="acetaminophen", text=_("Acetaminophen (such as Tylenol)"), short=_("acetaminophen")),
        Choice(key="rx_medicine", text=_("Prescription medicine"), short=_("prescription medicine")),
        Choice(key="exercise", text=_("Exercise or stretching"), short=_("exercise")),
        Choice(
            key="pt_chiro",
            text=_("Physical therapy or chiropractic care"),
            short=_("physical therapy or chiropractic"),
        ),
        Choice(key="injection", text=_("A shot (injection) for the pain"), short=_("injection")),
        Choice(key="surgery", text=_("Surgery"), short=_("surgery")),
        Choice(key="other", text=_("Something else"), short=_("other")),
    ),
    ratings=(
        Choice(key="helped", text=_("It helped"), short=_("helped")),
        Choice(key="some", text=_("It helped some"), short=_("helped some")),
        Choice(key="no", text=_("It did not help"), short=_("no help")),
        Choice(key="worse", text=_("It made it worse"), short=_("made it worse")),
    ),
    why=_("So that the visit can start with what is left to try."),
    sources=(SEED_004,),
)


PAGES = (
    Page(code="a31", section=HEALTH, skippable=True, questions=(CANCER_TYPE,)),
    Page(code="a35", section=MORE, skippable=True, questions=(TRIED,)),
    Page(code="a36", section=MORE, skippable=True, questions=(MEDS_ALLERGIES,)),
)
