"""`python manage.py triage adult|pediatric [--partial]`: JSON Lines of answers in, results out."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from triage.batch import evaluate_lines
from triage.pathways import PATHWAYS


class Command(BaseCommand):
    """Answers each line of standard input at once. Exit status 1 if any line had an error."""

    help = (
        'Evaluate JSON Lines of {"id": "...", "answers": {question: option | [options] | number | text}} '
        "from standard input, one JSON object per line on standard output. Touches no database."
    )
    requires_system_checks = ("triage",)

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("pathway", choices=sorted(PATHWAYS))
        parser.add_argument(
            "--partial",
            action="store_true",
            help="the forms are unfinished: nothing blank counts, and the level is null while no rule fires",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        rows = errors = 0
        pathway = PATHWAYS[options["pathway"]]
        for row in evaluate_lines(pathway, sys.stdin.buffer, finished=not options["partial"]):
            self.stdout.write(json.dumps(row))
            self.stdout.flush()
            rows += 1
            errors += "error" in row
        if errors:
            raise CommandError(f"{errors} of {rows} lines could not be evaluated")
