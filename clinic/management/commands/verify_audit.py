"""`manage.py verify_audit`: does the audit log still say what was written?"""

from __future__ import annotations

import argparse
import re
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from clinic.audit.chain import End, Fault, Problem
from clinic.audit.verification import stored_head, verify

SENTENCES = {
    Problem.NUMBER: "line {number} is not there, or another stands in its place",
    Problem.PREVIOUS: "line {number} does not follow the line before it: one of the two was changed or moved",
    Problem.MAC: "line {number} does not say what was written: it was changed, or never written by this site",
    Problem.KEY: (
        "line {number} cannot be checked: its key {key_id!r} is not among AUDIT_KEYS. Put the old key back "
        "(behind the new one) and run this again; until then nobody knows whether the log holds"
    ),
    Problem.CUT: "the log ends before line {number}, which was written: its end was cut off",
    Problem.HEAD: "the stored end of the log (line {number}) does not fit its lines: it was set by hand",
    Problem.KEPT: "line {number} is not the one that was noted: the log was cut off or replaced since then",
}


class Command(BaseCommand):
    """Exit status 0: the log holds. 1: it does not, or it cannot be told."""

    help = (
        "Walks the whole audit log and checks that no line is missing, changed, moved or made up. "
        "Only a note kept elsewhere (--head) can show that the end was cut off: give it as --since."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--head", action="store_true", help="only print NUMBER:HASH of the last line")
        parser.add_argument(
            "--since",
            type=noted_end,
            action="append",
            default=[],
            metavar="NUMBER:HASH",
            help="what --head printed earlier: that line must still be there (may be given again)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises CommandError with a sentence that names the first line that is wrong."""
        if options["head"]:
            head = stored_head()
            if head is None:
                raise CommandError(_words(Fault(Problem.HEAD, 0)))
            self.stdout.write(f"{head.number}:{head.mac}")
            return
        verdict = verify(settings.AUDIT_KEYS, options["since"])
        if verdict.fault is not None:
            raise CommandError(_words(verdict.fault))
        if verdict.guards_off:
            names = ", ".join(verdict.guards_off)
            raise CommandError(f"The lines hold, but the database does not guard them. Not on: {names}.")
        self.stdout.write(f"The audit log holds: {verdict.end.number} lines.")


def noted_end(text: str) -> End:
    """NUMBER:HASH as `--head` prints it. ArgumentTypeError for anything else."""
    found = re.fullmatch(r"(\d{1,18}):([0-9a-f]{64}|)", text.strip())
    if found is None or (found[1] != "0") != bool(found[2]):
        raise argparse.ArgumentTypeError("give it as verify_audit --head printed it: NUMBER:HASH")
    return End(int(found[1]), found[2])


def _words(fault: Fault) -> str:
    sentence = SENTENCES[fault.problem].format(number=fault.number, key_id=fault.key_id)
    return f"The audit log does not hold: {sentence}."
