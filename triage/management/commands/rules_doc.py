"""`python manage.py rules_doc`: writes docs/rules.md."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from triage.pathways import PATHWAYS
from triage.rulebook import render


class Command(BaseCommand):
    """Makes docs/rules.md anew from the rules."""

    help = "Write docs/rules.md from the rules. Touches no database."
    requires_system_checks = ("triage",)

    def handle(self, *args: Any, **options: Any) -> None:
        path = settings.BASE_DIR / "docs" / "rules.md"
        path.write_text(render(tuple(PATHWAYS.values())), encoding="utf-8")
        self.stdout.write("docs/rules.md is written.")
