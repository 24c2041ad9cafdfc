"""Invented people for `manage.py demo`: every level on both pathways, doubts, a stop, staff flags.

None of them exists. Answers are changes to the pathway's baseline, in the specification's notation.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class DemoCase:
    """One invented assessment. `stopped` answers are complete in themselves: nothing else was asked.

    `after_hours`: the date of birth is that of a form which this person sent so many hours ago.
    """

    code: str
    pathway: str
    name: str
    answers: str
    words: dict[str, str] = field(default_factory=dict)
    contact: dict[str, str] = field(default_factory=dict)
    hours_ago: float = 1
    stopped: bool = False
    after_hours: float | None = None


CASES = (
    DemoCase(
        code="DEMO-01",
        pathway="adult",
        name="Ada Example (invented)",
        hours_ago=0.4,
        answers="age_years=42; sex=female; ces_saddle=yes; ces_pee_feel=not_sure; duration=lt_72h;"
        " pain_now=7; trend=worse; leg_pain=below_knee; pregnancy=no; pain_side=left;"
        " leg_walk_pattern=not_sure; conditions=high_bp; aggravate=sitting+cough_strain; ease=lying;"
        " tolerance=sit; work_impact=off_now",
        words={
            "meds_allergies": "lisinopril, ibuprofen when needed\npenicillin gives me a rash",
            "goal_text": "pick up my grandson",
            "patient_question": "Why does it feel different when I wipe?",
        },
        contact={"location_now": "12 Invented Street, Exampletown", "appointment": "T-1001"},
    ),
    DemoCase(
        code="DEMO-02",
        pathway="adult",
        name="Ben Sample (invented)",
        hours_ago=0.2,
        stopped=True,
        answers="respondent=self; em_now=tearing+chest_pain; age_years=67; sex=male",
        contact={"location_now": "at home, 3 Madeup Road"},
    ),
    DemoCase(
        code="DEMO-03",
        pathway="adult",
        name="Cleo Testperson (invented)",
        hours_ago=3,
        answers="age_years=45; sex=female; ces_pee_feel=not_sure; pain_now=5; trend=same; pregnancy=no",
    ),
    DemoCase(
        code="DEMO-04",
        pathway="adult",
        name="Dan Fictive (invented)",
        hours_ago=6,
        answers="age_years=39; infection_risk=iv_drugs; pain_now=5; trend=same; point_tender=not_sure;"
        " weight_loss=not_sure; ces_sexual=prefer_not; concerns=low_mood+poor_sleep; visit_pref=phone",
        contact={"private_call": "555 0144 after six"},
    ),
    DemoCase(
        code="DEMO-05",
        pathway="adult",
        name="Erna Example (invented)",
        hours_ago=2,
        answers="respondent=other; age_years=76; sex=female; injury=minor; conditions=osteoporosis+high_bp;"
        " onset=sudden; pain_now=6; trend=same; point_tender=yes; location=upper_back+low_back;"
        " arm_signs=none; blood_thinner=not_sure; tried=heat:some+acetaminophen:no",
        contact={"answered_by_name": "Ina Example (invented)", "relation": "daughter"},
    ),
    DemoCase(
        code="DEMO-06",
        pathway="adult",
        name="Finn Sample (invented)",
        hours_ago=20,
        answers="age_years=28; leg_numb=tingling_only; pain_now=6; trend=same; leg_pain=below_knee;"
        " leg_walk_pattern=no; pain_side=right; prior_imaging=yes",
        words={"prior_imaging_text": "MRI in May at a hospital that does not exist, they said a bulge"},
    ),
    DemoCase(
        code="DEMO-07",
        pathway="adult",
        name="Gia Testperson (invented)",
        hours_ago=52,
        answers="age_years=27; sex=female; duration=gt_12w; onset=gradual; pain_now=4; trend=comes_goes;"
        " night_pain=wakes_settles; relief=not_sure; episode=flare; morning_stiff=gt_60m; pregnancy=no;"
        " ibp=onset_under_40+gradual_start+better_moving+not_better_rest+night_up_better",
    ),
    DemoCase(
        code="DEMO-08",
        pathway="adult",
        name="Hal Fictive (invented)",
        hours_ago=5,
        answers="age_years=35; pain_side=middle; aggravate=bending_lifting; ease=moving+heat; tolerance=none;"
        " work_impact=no; concerns=none; prior_imaging=no; visit_pref=video; tried=heat:helped",
        words={"goal_text": "run again", "meds_allergies": "no medicines, no allergies"},
    ),
    DemoCase(
        code="DEMO-09",
        pathway="pediatric",
        name="Ivy Example (invented)",
        hours_ago=1.5,
        answers="child_age_years=9; injury=minor; injury_when=older; duration=w2_4; location=upper_mid;"
        " pain_severity=moderate; pain_pattern=comes_goes; pain_trend=worse_slow; fever=yes_now;"
        " night_pain=wakes_sometimes; night_relief=a_little; fever_temp_f=101.2; systemic=very_tired",
        words={"other_info": "He fell at soccer three weeks ago. He is not himself."},
        contact={"answered_by_name": "Jo Example (invented)", "relation": "mother"},
    ),
    DemoCase(
        code="DEMO-10",
        pathway="pediatric",
        name="Kit Sample (invented)",
        hours_ago=2.5,
        answers="child_age_years=1; back_skin=bruise; injury=unseen; location=cant_tell;"
        " answered_by=other_caregiver; home_safety=talk_private",
        contact={
            "answered_by_name": "Lu Sample (invented)",
            "relation": "grandmother",
            "private_call": "555 0155, weekdays at noon",
        },
    ),
    DemoCase(
        code="DEMO-11",
        pathway="pediatric",
        name="Max Testperson (invented)",
        hours_ago=0.8,
        answers="child_age_years=12; fever=not_sure; systemic=not_sure; back_skin=not_looked",
        contact={"answered_by_name": "Nia Testperson (invented)", "relation": "father"},
    ),
    DemoCase(
        code="DEMO-12",
        pathway="pediatric",
        name="Oda Fictive (invented)",
        hours_ago=26,
        answers="child_age_years=13; night_pain=wakes_sometimes; prior_imaging=xray_normal; injury=no_cause;"
        " duration=w2_4; answered_by=teen_with_adult; mood=a_lot; backpack=heavy",
        contact={"answered_by_name": "Pat Fictive (invented)", "relation": "mother"},
    ),
    DemoCase(
        code="DEMO-13",
        pathway="pediatric",
        name="Quin Example (invented)",
        hours_ago=8,
        answers="child_age_years=12; injury=no_cause; medicines_given=ibuprofen+aspirin",
        contact={"answered_by_name": "Rae Example (invented)", "relation": "foster father"},
    ),
    DemoCase(
        code="DEMO-14",
        pathway="pediatric",
        name="Sol Sample (invented)",
        hours_ago=4,
        answers="child_age_years=14; duration=lt_3d; medicines_given=ibuprofen; answered_by=teen_alone",
    ),
    DemoCase(
        code="DEMO-15",
        pathway="pediatric",
        name="Tia Fictive (invented)",
        hours_ago=0.1,
        stopped=True,
        answers="gate_now=none; child_age_years=3; gate_nerve=unsteady+cannot_pee; walking=refuses",
        contact={"relation": "father"},
    ),
    DemoCase(
        # Gia again, two days later and worse.
        code="DEMO-16",
        pathway="adult",
        name="Gia Testperson (invented)",
        hours_ago=1.2,
        after_hours=52,
        answers="age_years=27; sex=female; duration=gt_12w; onset=gradual; pain_now=7; trend=worse;"
        " night_pain=wakes_settles; relief=not_sure; episode=flare; morning_stiff=gt_60m; pregnancy=no;"
        " leg_pain=below_knee; ces_pee_feel=not_sure",
        words={"patient_question": "Is this still the same flare?"},
    ),
)
