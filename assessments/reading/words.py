"""What patients may read: hard words that cannot be replaced, medical words that need plain ones, taboos."""

from __future__ import annotations

import re

MOST_SYLLABLES = 3  # of a word that is not listed here

_LABEL = "the name on the label, so that the right box is found"
_ILLNESS = "the name of an illness that people who have it know it by"
_TREATMENT = "the name of a treatment that people who had it know it by"

# Each is measured as one plain short word. Why it stays:
LISTED: dict[str, str] = {
    "accessibility": "the name that such a page has on every site",
    "acetaminophen": _LABEL,
    "aneurysm": "its name; “bulge” or “weak spot” stands beside it",
    "anesthesia": "the word a hospital uses; being numb or asleep stands beside it",
    "biologic": "the name of a kind of medicine that people who take it know it by",
    "chemotherapy": _TREATMENT,
    "chiropractic": _TREATMENT,
    "comfortable": "no shorter word says that a person has found a way to lie or sit that hurts less",
    "constipation": "the word to ask for help with; “hard or rare poops” stands beside it",
    "diabetes": _ILLNESS,
    "diagnosis": "only in “not a diagnosis”, which says what this check is not",
    "dialysis": _TREATMENT,
    "emergency": "the sign over the door and the word to say on the phone",
    "epidural": _TREATMENT,
    "exercises": "more than one exercise",
    "hemophilia": _ILLNESS,
    "ibuprofen": _LABEL,
    "inflammation": "the word clinicians will use; “swelling” stands beside it",
    "interpreter": "the person to ask for",
    "leukemia": _ILLNESS,
    "melanoma": _ILLNESS,
    "neurofibromatosis": _ILLNESS,
    "osteoporosis": f"{_ILLNESS}; “thin bones” stands beside it",
    "psoriasis": _ILLNESS,
    "radiation": _TREATMENT,
    "reasonable": "the badge of the lowest level; “good” or “safe” would promise too much",
    "salicylate": _LABEL,
    "sciatica": "asked for by name; what it is stands beside it",
    "scoliosis": _ILLNESS,
    "telemedicine": "what clinics call it; “a video or phone visit” stands beside it",
    "thermometer": "the tool to ask for in a store",
    "tuberculosis": _ILLNESS,
    "vascular": "a part of the name of an illness (vascular Ehlers-Danlos)",
}

# Never in front of a patient, whatever stands beside it.
NOUNS_NEVER = (
    "abdomen|abdominal|analgesic|anticoagulant|asymptomatic|bilateral|biopsy|cauda equina|cervical|"
    "claudication|comorbid|contraindicat|discitis|dysuria|edema|embolism|etiology|febrile|gait|"
    "hematuria|hepatic|hypertension|incontinence|infarct|ischemi|lesion|lumbar|malignan|metasta|"
    "musculoskeletal|myelopathy|neoplas|neurologic|neuropath|nsaid|obstetric|onset|paresthesia|paraspinal|"
    "perine|pleur|postpartum|prognosis|pyelonephritis|radiculopathy|radiograph|renal|saddle|sepsis|"
    "spondylo|stenosis|symptomatic|thoracic|thrombo|trauma|urinary|vertebra"
)
# Only where one of the plain words stands in the same question, block or page.
NOUNS_WITH_PLAIN_WORDS: dict[str, str] = {
    "acute": "short|less than|up to|under",
    "anesthesia": "numb|asleep",
    "aneurysm": "bulg|weak spot|swelling",
    "arthritis": "joint",
    "chronic": "long|more than|over",
    "constipation": "poop",
    "dialysis": "kidney",
    "emg": "nerve test",
    "fracture": "broken|break",
    "genitals": "private parts",
    "immune": "fight|infection|germ",
    "inflammation": "swell|swollen|sore",
    "mri": "scan",
    "ct": "scan",
    "opioid": "strong",
    "osteoporosis": "thin|weak",
    "psoriasis": "skin",
    "sciatica": "leg",
    "spondylitis": "swelling|swollen|stiff",
    "stool": "poop",
    "telemedicine": "video|phone",
    "vomit": "throw",
}

# Over every string and every page a patient reads.
DOSE = re.compile(
    r"\d[\d,.]*\s*(mg|ml|mcg|g/kg|milli|micro|tablet|pill|capsule|teaspoon|drop)|\bmg\b|\bml\b|"
    r"mg/kg|milligram|teaspoon",
    re.IGNORECASE,
)
FALSE_COMFORT = re.compile(
    r"(you|they|child)( are|'re| is) (fine|safe|ok)\b(?! with)|nothing serious|not serious|"
    r"no cause for concern|nothing to worry|no need to worry|nothing is wrong|all.clear|not dangerous\.|"
    r"harmless|reassur",
    re.IGNORECASE,
)
DIAGNOSIS = re.compile(
    r"\b(you|they|your child) (probably )?(have|has|are having) (an? )?"
    r"(infection|fracture|stroke|tumor|clot|strain)|(?<!not a )diagnos",
    re.IGNORECASE,
)
TABOOS = {"a dose": DOSE, "false comfort": FALSE_COMFORT, "a diagnosis": DIAGNOSIS}

_NEVER = re.compile(rf"\b({NOUNS_NEVER})\w*", re.IGNORECASE)


def nouns_without_plain_words(texts: tuple[str, ...]) -> list[str]:
    """Medical nouns in texts that are read together, of those that lack their plain words there."""
    together = " ".join(texts).lower()
    found = [match[0].lower() for match in _NEVER.finditer(together)]
    found += [
        noun
        for noun, plain_words in NOUNS_WITH_PLAIN_WORDS.items()
        if re.search(rf"\b{noun}s?\b", together) and not re.search(plain_words, together)
    ]
    return sorted(set(found))
