"""The triage core as a Django app: its content is checked before the site starts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core import checks

from triage.checks import problems
from triage.pathways import PATHWAYS

TAG = "triage"


def clinical_content(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[checks.CheckMessage]:
    """A Django system check: one error per contradiction in the clinical content."""
    found = [problem for pathway in PATHWAYS.values() for problem in problems(pathway)]
    return [checks.Error(problem, id="triage.E001") for problem in found]


class TriageConfig(AppConfig):
    """The pure core; nothing else of it knows Django."""

    name = "triage"

    def ready(self) -> None:
        checks.register(clinical_content, TAG)
