"""`manage.py worker`: tells staff what arrived, is late or is due. Runs beside the web server."""

from __future__ import annotations

import signal
from argparse import ArgumentParser
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from clinic.notices.worker import Worker


class Command(BaseCommand):
    """Rounds until TERM or Ctrl+C, which let the message that is being sent be finished."""

    help = (
        "Send messages to staff, bring back what waited, and tell of what is late. Runs until it is stopped."
    )

    # A worker that is started again is at work at once; `manage.py check` is for deploying.
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """--once for one round."""
        parser.add_argument("--once", action="store_true", help="do one round and end")

    def handle(self, *args: Any, **options: Any) -> None:
        """Work."""
        worker = Worker()
        if options["once"]:
            if not worker.round():
                raise CommandError("the database cannot be used.")
            return

        def stop(number: int, frame: FrameType | None) -> None:
            worker.stop()

        signal.signal(signal.SIGTERM, stop)
        signal.signal(signal.SIGINT, stop)
        worker.run()
