"""The rounds of the worker: what is due is noted, planned and sent; it waits for a database that is down."""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Callable
from datetime import datetime

from django.db import Error as DatabaseError
from django.db import connection
from django.utils import timezone

from clinic.cases import missing
from clinic.cases.work import wake_due
from clinic.notices import health, rounds
from clinic.notices.planning import plan_due
from clinic.notices.sending import send_due

logger = logging.getLogger(__name__)

ROUND_SECONDS = 2.0
JITTER_SECONDS = 0.5
NAP_SECONDS = 0.2
DATABASE_WAIT_SECONDS = (2.0, 5.0, 10.0, 30.0)

Step = Callable[[datetime], int]


class Worker:
    """Does its rounds until `stop`. Any number of them may run at once, on any number of machines."""

    def __init__(self) -> None:
        self.is_stopping = False
        self._failures = 0
        self._last: dict[str, float] = {}

    def stop(self) -> None:
        """End after the message that is being sent."""
        self.is_stopping = True

    def run(self) -> None:
        """Rounds until somebody stops it. Nothing that goes wrong in one ends it."""
        while not self.is_stopping:
            self.round()
            self._rest()

    def round(self) -> bool:
        """One round. False while the database is down."""
        try:
            self._steps()
        except DatabaseError:
            logger.warning("the database cannot be used; the worker waits")
            self._failures += 1
            connection.close()
            return False
        self._failures = 0
        return True

    def _steps(self) -> None:
        self._every(15, "beat", _beat)
        self._every(300, "missing", missing.take_in)
        self._step("reminders", wake_due)
        self._every(20, "late", rounds.late)
        self._every(20, "still unread", rounds.still_unread)
        self._every(30, "digests", rounds.digests)
        self._step("planning", plan_due)
        self._step("sending", self._send)
        self._every(3600, "old", rounds.end_old)

    def _send(self, now: datetime) -> int:
        return send_due(timezone.now, self._hold)

    def _hold(self) -> bool:
        """Asked between two messages. A long round keeps telling that it runs."""
        self._every(15, "beat", _beat)
        return self.is_stopping

    def _every(self, seconds: float, name: str, step: Step) -> None:
        last = self._last.get(name)
        if last is None or time.monotonic() - last >= seconds:
            self._step(name, step)
            self._last[name] = time.monotonic()

    def _step(self, name: str, step: Step) -> None:
        """One step, unless it is time to stop. What goes wrong in it does not hold up the others."""
        if self.is_stopping:
            return
        try:
            step(timezone.now())
        except DatabaseError:
            raise
        except Exception:
            logger.exception("the step %s failed", name)

    def _rest(self) -> None:
        """Wait for the next round in short naps: a signal ends one."""
        waits = DATABASE_WAIT_SECONDS
        seconds = waits[min(self._failures, len(waits)) - 1] if self._failures else ROUND_SECONDS
        end = time.monotonic() + seconds + random.uniform(0, JITTER_SECONDS)  # noqa: S311 (no secret)
        while not self.is_stopping and time.monotonic() < end:
            time.sleep(NAP_SECONDS)


def _beat(now: datetime) -> int:
    health.beat(now)
    return 1
