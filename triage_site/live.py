"""A value from the database that every page may show: asked for now and then, and remembered.

Patient pages must work with the database down, and not pay a statement each for what changes once a month.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

from django.db import Error as DatabaseError

Value = TypeVar("Value")
FRESH_SECONDS = 15.0
_all: list[Live[object]] = []


class Live(Generic[Value]):
    """`load` gives the value; `otherwise` stands in until it could be loaded once.

    Other processes see a change after FRESH_SECONDS at most; this one at once, by `forget`.
    """

    def __init__(self, load: Callable[[], Value], otherwise: Callable[[], Value]) -> None:
        self._load = load
        self._otherwise = otherwise
        self._lock = threading.Lock()
        self._value: Value | None = None
        self._asked_at: float | None = None
        _all.append(self)  # type: ignore[arg-type]

    def __call__(self) -> Value:
        """The value as it was FRESH_SECONDS ago at most; older only while the database cannot be asked."""
        if not self._is_fresh:
            self._ask()
        return self._value if self._value is not None else self._otherwise()

    def forget(self) -> None:
        """Ask again at the next use. What is known stands in as long as the database does not answer."""
        self._asked_at = None

    def forget_for_good(self) -> None:
        """Know nothing any more (tests, whose tables are emptied)."""
        with self._lock:
            self._value, self._asked_at = None, None

    @property
    def _is_fresh(self) -> bool:
        return self._asked_at is not None and time.monotonic() - self._asked_at <= FRESH_SECONDS

    def _ask(self) -> None:
        # Whoever has an old value to show does not wait while somebody else asks: a database that hangs
        # holds up one page in FRESH_SECONDS, not all of them.
        if not self._lock.acquire(blocking=self._value is None):
            return
        try:
            if not self._is_fresh:  # nobody else asked while this thread waited for the lock
                self._value = self._load()
        except DatabaseError:
            return
        finally:
            self._asked_at = time.monotonic()
            self._lock.release()


def forget_all() -> None:
    """Let no value be remembered (tests)."""
    for live in _all:
        live.forget_for_good()
