"""All adult rules, in the order of the specification."""

from __future__ import annotations

from triage.adult.rules import (
    blood_thinners,
    cancer,
    cauda_equina,
    chest_belly_veins,
    combined,
    fracture,
    immediate_danger,
    infection,
    kidney_bladder,
    legs_arms_walking,
    pregnancy,
    severity,
    sickle_cell,
    skin_and_eye,
    vessels,
    virtual_floor,
)

RULES = (
    *immediate_danger.RULES,
    *cauda_equina.RULES,
    *legs_arms_walking.RULES,
    *infection.RULES,
    *fracture.RULES,
    *cancer.RULES,
    *vessels.RULES,
    *blood_thinners.RULES,
    *chest_belly_veins.RULES,
    *kidney_bladder.RULES,
    *pregnancy.RULES,
    *severity.RULES,
    *combined.RULES,
    *sickle_cell.RULES,
    *skin_and_eye.RULES,
    *virtual_floor.RULES,
)
