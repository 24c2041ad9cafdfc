"""Cancer: adult section 2.4."""

from __future__ import annotations

from triage.adult.facts import CANCER_ANY, FEVERISH, LONG6, MODERATE, SEVERE, THORACIC
from triage.adult.questions.about_you import AGE_YEARS
from triage.adult.questions.body import CANCER, WEIGHT_LOSS
from triage.adult.questions.pain import LOCATION, NIGHT_PAIN, TREND
from triage.adult.questions.pain_details import AGGRAVATE
from triage.adult.questions.signs import OTHER_SIGNS
from triage.model import Level, Rule
from triage.sources import (
    ACR_LBP_2021,
    DEYO_1988,
    DOWNIE_2013,
    IFOMPT,
    NHS_BACK_PAIN,
    NICE_NG234,
    SEED_001,
    SEED_003,
    SEED_004,
    SHAW_2020,
)
from triage.words import Voiced, _

MAL_01 = Rule(
    id="ADULT-MAL-01",
    when=CANCER.is_("yes")
    & (
        THORACIC
        | NIGHT_PAIN.is_("constant", "not_sure")
        | SEVERE
        | TREND.is_("worse")
        | WEIGHT_LOSS.is_("yes", "not_sure")
        | OTHER_SIGNS.has("band_like")
        | (
            (NIGHT_PAIN.is_("wakes_settles") | AGGRAVATE.has("cough_strain") | LOCATION.has("neck"))
            & (MODERATE | TREND.is_("same"))
        )
    ),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _(
            "Because you have or had cancer, this kind of back pain must be checked without "
            "delay. Be seen in person today and tell your cancer team."
        ),
        _(
            "Because they have or had cancer, this kind of back pain must be checked without "
            "delay. They should be seen in person today. Tell their cancer team."
        ),
    ),
    clinician=_(
        "Cancer history + pain features of spinal metastases (thoracic/cervical, night, severe, "
        "progressive, straining, band-like, weight loss): assess within 24 h, whole-spine MRI "
        "pathway."
    ),
    sources=(SEED_001, SEED_003, NICE_NG234, DOWNIE_2013.on("history of cancer 33% post-test"), DEYO_1988),
    fires=(
        "cancer=yes; other_signs=band_like",
        "cancer=yes; night_pain=constant|not_sure",
        "cancer=yes; trend=worse",
        "cancer=yes; weight_loss=yes|not_sure",
        "cancer=yes; location=neck; trend=same",
        "cancer=yes; trend=same; night_pain=wakes_settles",
        "cancer=yes; trend=same; aggravate=cough_strain",
    ),
    silent=(
        "other_signs=band_like",
        "cancer=yes; trend=same",
    ),
)

MAL_02 = Rule(
    id="ADULT-MAL-02",
    when=CANCER_ANY,
    level=Level.PROMPT_IN_PERSON,
    hours=24,
    patient=_(
        "A past or present cancer, or not being sure about it, means back pain should be "
        "checked in person soon."
    ),
    clinician=_("History of cancer (or unsure): strongest single red flag for spinal malignancy."),
    sources=(SEED_001, DOWNIE_2013, ACR_LBP_2021.on("variant 7")),
    fires=("cancer=yes|not_sure",),
    silent=("cancer=no",),
)

MAL_03 = Rule(
    id="ADULT-MAL-03",
    when=WEIGHT_LOSS.is_("yes") & (SEVERE | FEVERISH | NIGHT_PAIN.is_("constant")),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=_(
        "Losing weight without trying can matter more with severe or constant pain, or with "
        "fever. Have it checked in person today."
    ),
    clinician=_("Unexplained weight loss + severe/unremitting pain or fever: malignancy or infection."),
    sources=(
        SEED_001.on("severe pain + weight loss = promptly"),
        SEED_003.on("call doctor or urgent care; the faster of the two is used"),
    ),
    fires=("weight_loss=yes; night_pain=constant",),
    silent=("night_pain=constant",),
)

MAL_04 = Rule(
    id="ADULT-MAL-04",
    when=WEIGHT_LOSS.is_("yes", "not_sure"),
    level=Level.PROMPT_IN_PERSON,
    hours=24,
    patient=Voiced(
        _(
            "Losing weight without trying could be a sign that something else is causing the "
            "pain. Contact your provider promptly."
        ),
        _(
            "Losing weight without trying could be a sign that something else is causing the "
            "pain. Contact their provider promptly."
        ),
    ),
    clinician=_("Unexplained weight loss: malignancy/infection work-up."),
    sources=(SEED_001, SEED_003, SEED_004, SHAW_2020.on("LR+ 9.2")),
    fires=("weight_loss=yes|not_sure",),
    silent=("weight_loss=no",),
)

MAL_05 = Rule(
    id="ADULT-MAL-05",
    when=NIGHT_PAIN.is_("constant") | (AGE_YEARS.at_least(50) & LONG6 & TREND.is_("worse")),
    level=Level.PROMPT_IN_PERSON,
    hours=72,
    patient=_(
        "Pain that never eases, day or night, or that keeps getting worse for weeks, should "
        "be examined in person."
    ),
    clinician=_("Unremitting non-mechanical pain, or age >=50 with progressive pain >6 wk."),
    sources=(
        SEED_001.on("does not improve with rest"),
        NHS_BACK_PAIN,
        IFOMPT,
        DEYO_1988.on("failure to improve"),
    ),
    fires=(
        "night_pain=constant",
        "age_years=50; duration=w6_12; trend=worse",
    ),
    silent=(
        "trend=worse",
        "age_years=49; duration=w6_12; trend=worse",
    ),
)

MAL_06 = Rule(
    id="ADULT-MAL-06",
    when=OTHER_SIGNS.has("unwell"),
    level=Level.PROMPT_IN_PERSON,
    hours=72,
    patient=_("Feeling ill or having drenching night sweats with back pain should be examined in person."),
    clinician=_("Systemic symptoms with back pain: malignancy, infection, inflammatory disease."),
    sources=(SEED_004.on("systemic symptoms"), IFOMPT),
    fires=("other_signs=unwell",),
    silent=("other_signs=rash",),
)

RULES = (MAL_01, MAL_02, MAL_03, MAL_04, MAL_05, MAL_06)
