"""`python manage.py reading`: how hard every patient-facing string and page is to read."""

from __future__ import annotations

import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation

from assessments.reading import catalogue, rendering, rule, spanish
from assessments.reading.formula import TextstatMissingError
from assessments.reading.units import Unit, all_units

WORST = 25


class Command(BaseCommand):
    """Prints the report; ends with 1 when the rule is broken."""

    help = "Print the reading grade of every patient-facing string and page. Touches no database."
    requires_system_checks = ("triage",)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--language", choices=("en", "es"), default="en", help="which language to measure"
        )
        parser.add_argument("--all", action="store_true", help="every unit and string, not only the worst")
        parser.add_argument(
            "--only", default="", help="only areas and names that hold this, such as pediatric"
        )
        parser.add_argument("--write", action="store_true", help="write docs/reading.md (English)")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self._report(**options)
        except TextstatMissingError as missing:
            raise CommandError(str(missing)) from missing

    def _report(self, *, language: str, only: str, write: bool, **options: Any) -> None:
        if write and (only or language != "en"):
            raise CommandError("docs/reading.md holds everything, in English: --write stands alone")
        marked = catalogue.read(settings.BASE_DIR)
        with translation.override(language):
            units = [unit for unit in all_units(marked) if only in f"{unit.area}: {unit.name}"]
            if not units:
                raise CommandError(f"nothing is called “{only}”")
            most = None if options["all"] else WORST
            if language == "es":
                self._print_spanish(units, most)
                return
            self._print_english(units, most, write=write)

    def _print_english(self, units: list[Unit], most: int | None, *, write: bool) -> None:
        report = rule.report(units)
        self._print(rendering.lines(report, most))
        if write:
            path = settings.BASE_DIR / "docs" / "reading.md"
            path.write_text(rendering.document(report), encoding="utf-8")
            self.stdout.write("docs/reading.md is written.")
        if report.problems:
            sys.exit(1)

    def _print_spanish(self, units: list[Unit], most: int | None) -> None:
        ease = spanish.ease_of(units)
        self._print(spanish.lines(ease, most))
        if ease.problems:
            sys.exit(1)

    def _print(self, lines: Any) -> None:
        for line in lines:
            self.stdout.write(line)
