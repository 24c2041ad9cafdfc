"""The pediatric wording keeps every qualifier of the specification: each is there for a reason."""

from __future__ import annotations

import pytest

from tests.triage.pediatric_words import everything
from triage.pediatric import PEDIATRIC
from triage.words import say

# Phrases that must stay in a question, its hint, its options or its help. "|" stands between two.
KEPT = {
    "gate_now": (
        "right now|lips or face look blue or gray|floppy, confused, or passed out|now or just before this|"
        "ray, blotchy, or very pale and cold skin|much sleepier than usual|not acting like|"
        "Suddenly cannot move one or both legs or arms|stiff neck together with fever|"
        "bright light hurting the eyes|do not fade when you press a clear glass|"
        "tearing pain in the chest or upper back|hard or swollen|belly, groin, or a testicle|"
        "swollen testicle|battery, a magnet, or poison|By accident or on purpose|"
        "only when an arm or leg does not move at all|weak or drags"
    ),
    "gate_nerve": (
        "since the back pain started|weak, drags, or gives way|pins and needles|fell asleep from sitting|"
        "private parts, the bottom, or the inner thighs|push hard|only drops come out|8 hours while awake|"
        "dry and clean before|bed-wetting|much more than before|worst in the morning|throwing up|"
        "double vision or crossed eyes|tilted or turned, or cannot turn the head|arms or hands"
    ),
    "walking": (
        "same as always|without a limp|because it hurts|without help|barely walk|"
        "only with help or holding on|put weight on a leg|wheelchair, walker, or braces as always|no change"
    ),
    "fever": (
        "since the back pain began|now or in the last 24 hours|but not in the last 24 hours|"
        "99.5 to 100.3°F (37.5 to 37.9°C)|now or today, no thermometer|Only before the back pain began|"
        "now over|under 99.5°F (37.5°C)"
    ),
    "fever_temp_f": (
        "in the last 24 hours|take|If you have a thermometer|under 99.5°F (37.5°C), change your answer above|"
        "100.4°F (38°C) or higher"
    ),
    "injury": (
        "crash when going fast|Hit by a vehicle|head or neck|in a dive|leave the game|more than 5 feet|"
        "short fall, bump, or knock|No fall or hit|lifting|twisting|carrying a bag|sports|"
        "long sitting or screens|more than usual|nce or over days|no clear cause|no one saw"
    ),
    "location": "Between or below the shoulder blades|under the ribs|kidneys|Hip, groin, or knee too",
    "duration": "Count from the first day, even if it comes and goes|up to 4 weeks|up to 12 weeks",
    "pain_severity": (
        "last 24 hours|things as usual|play, school, sports, or falling asleep|normal things|get comfortable"
    ),
    "pain_pattern": "better with rest|worse after rest|no clear pattern|No rest, position, or medicine",
    "pain_trend": "over days or weeks|over hours or a day|Good days and bad days",
    "night_pain": "hurts at bedtime|turning over in bed|most nights",
    "night_relief": "ibuprofen or naproxen|clearly went away",
    "pain_triggers": "arching backward|eases when sitting or standing up|straining",
    "leg_pain": "from the back down into a leg|Only into the buttock|sore after exercise|both sides",
    "morning_stiffness": "less than 30 minutes|30 minutes or more",
    "systemic": (
        "In the last few weeks|without trying|for 3 days or more|stops normal play or school|"
        "soak clothes or sheets|around the eyes|without a reason|more than 2 weeks|"
        "not from sports or injury, or swollen joints|tiny red dots"
    ),
    "back_skin": (
        "from the neck to the crease of the buttocks|OK with it|mirror|1 inch (2.5 cm) above the anus|"
        "Not a shallow dimple in the crease|raised or red|right over the lower spine|stork bite|blue-gray|"
        "red, hot, and swollen|light tap|Not the muscles beside it|seat-belt mark on the belly|not looked yet"
    ),
    "back_shape": "newly curved or leaning|getting worse fast|even when lying flat or leaning back|long time",
    "urine": (
        "burning, or crying|little comes out|cloudy or bad-smelling|also at night|Pink, red, or brown|"
        "Not from a period"
    ),
    "belly_chest": (
        "Pain when breathing in|cough with fast breathing|again and again|cannot keep fluids down|"
        "Green or bloody throw-up|blood in the poop|Not the usual period cramps|like in other months|testicle"
    ),
    "history": (
        "now or in the past|organ transplant|no spleen|chemotherapy or long-term steroids|Sickle cell|"
        "shunt (ever)|in the past year|blood thinner|tethered cord|neurofibromatosis|Brittle or thin|"
        "psoriasis|Crohn's or colitis|uveitis|kyphosis|Marfan|Down syndrome|close contact|"
        "boil|serious infection|in the last month"
    ),
    "prior_imaging": "for this pain|told it was normal|something was found|unclear|MRI or CT",
    "medicines_given": (
        "salicylate|More than the label says, even a little|too close together|Tylenol|Advil or Motrin|Aleve"
    ),
    "function": "Miss school|dressing, stairs, or getting up",
    "backpack": "heavy or hard to lift|one shoulder",
    "answered_by": "legal guardian|ask a parent or another adult you trust to join you",
    "other_info": "No one reads this right away",
}


@pytest.mark.parametrize("key", KEPT)
@pytest.mark.parametrize("other_voice", [False, True], ids=["caregiver", "teen"])
def test_no_qualifying_phrase_is_lost(key: str, other_voice: bool) -> None:
    words = everything(PEDIATRIC.by_key[key], other_voice=other_voice)
    assert [phrase for phrase in KEPT[key].split("|") if phrase not in words] == []


@pytest.mark.parametrize(
    ("key", "phrase"),
    [
        ("gate_nerve", "6 hours for a baby"),
        ("injury", "3 feet if under 2"),
        ("fever_temp_f", "young baby"),
        ("systemic", "a baby not gaining"),
        ("child_age_years", "Use 0 for a baby under 1 year"),
    ],
)
def test_what_is_said_about_babies_is_said_to_caregivers(key: str, phrase: str) -> None:
    assert phrase in everything(PEDIATRIC.by_key[key], other_voice=False)


def test_signs_of_young_children_suit_every_age_under_6() -> None:
    question = PEDIATRIC.by_key["infant_signs"]
    words = everything(question, other_voice=False)
    kept = (
        "Babies and young children show pain in other ways|picked up, moved, dressed, or changed|"
        "sit, crawl, or stand the way they did before|bend to pick up a toy|cannot be comforted|"
        "drinks very little|Is very sleepy or floppy, has a weak cry, or feels cold|"
        "rolling, crawling, or walking|soft spot"
    )
    assert [phrase for phrase in kept.split("|") if phrase not in words] == []
    asked = [question.text, question.hint, *(option.text for option in question.options)]
    assert [text for text in asked if "diaper" in say(text)] == []
