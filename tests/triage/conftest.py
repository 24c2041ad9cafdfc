"""Hypothesis profiles: `usual`, and `thorough` (20,000 sets per test) with HYPOTHESIS_PROFILE=thorough."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

_slow = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
settings.register_profile(
    "usual", max_examples=150, deadline=None, database=None, suppress_health_check=_slow
)
settings.register_profile("thorough", parent=settings.get_profile("usual"), max_examples=20_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))
