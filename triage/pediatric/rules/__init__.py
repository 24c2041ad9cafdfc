"""All pediatric rules, in the order of the specification."""

from __future__ import annotations

from triage.pediatric.rules import (
    emergency_history,
    emergency_signs,
    emergency_spine,
    home,
    prompt_illness,
    prompt_signs,
    prompt_tests,
    same_day_health,
    same_day_injury,
    same_day_signs,
    virtual_health,
    virtual_pain,
)

RULES = (
    *emergency_signs.RULES,
    *emergency_spine.RULES,
    *emergency_history.RULES,
    *same_day_signs.RULES,
    *same_day_health.RULES,
    *same_day_injury.RULES,
    *prompt_signs.RULES,
    *prompt_illness.RULES,
    *prompt_tests.RULES,
    *virtual_pain.RULES,
    *virtual_health.RULES,
    *home.RULES,
)
