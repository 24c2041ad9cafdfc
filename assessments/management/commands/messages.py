"""`python manage.py messages`: the message catalogue of every language anew, from the marked strings.

Needs GNU gettext. Writes locale/<language>/LC_MESSAGES/django.po and the django.mo that the site reads.
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser, no_translations
from django.core.management.commands import makemessages

from assessments.languages import SOURCE_LANGUAGE

LEFT_OUT = ("bench", "docs", "frontend", "node_modules", "scripts", "static", "tests", "var")


class Extract(makemessages.Command):
    """Django's makemessages. A new string starts empty: a guess from a similar one could say the opposite."""

    xgettext_options = [*makemessages.Command.xgettext_options, "--keyword=mark", "--keyword=_lazy"]  # noqa: RUF012
    msgmerge_options = ["-q", "--backup=none", "--no-fuzzy-matching", "--update"]  # noqa: RUF012


class Command(BaseCommand):
    """Collects the marked strings and compiles what is translated."""

    help = "Collect the marked strings into locale/ and compile the translations. Touches no database."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--compile", action="store_true", help="only compile; collect no strings", dest="only_compile"
        )

    @no_translations
    def handle(self, *args: Any, **options: Any) -> None:
        if Path.cwd() != settings.BASE_DIR:
            raise CommandError(f"Run this in {settings.BASE_DIR}.")
        languages = [code for code, _name in settings.LANGUAGES if code != SOURCE_LANGUAGE]
        if not options["only_compile"]:
            Extract().run_from_argv(
                [
                    "manage.py",
                    "makemessages",
                    *(f"--locale={language}" for language in languages),
                    *(f"--ignore={folder}" for folder in LEFT_OUT),
                    "--no-wrap",
                    "--no-obsolete",
                    "--add-location=file",  # no line numbers: an unrelated edit changes nothing here
                ]
            )
        for language in languages:
            _compile(settings.LOCALE_PATHS[0] / language / "LC_MESSAGES" / "django.po")
        self.stdout.write(f"Compiled: {', '.join(languages)}.")


def _compile(catalogue: Path) -> None:
    """Write the .mo beside a .po. CommandError where a translation has lost or invented a placeholder."""
    command = ["msgfmt", "--check-format", "--check-domain", "--output-file=-", str(catalogue)]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    if done.returncode:
        raise CommandError(done.stderr.decode())
    catalogue.with_suffix(".mo").write_bytes(done.stdout)
