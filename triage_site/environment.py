"""Reading the environment strictly: a wrong, missing or misspelt setting stops the start.

`settings.py` reads every variable through one `Environment`. All problems are collected and told
together, each as one sentence, so that an operator mends them in one go.
"""

from __future__ import annotations

import base64
import binascii
import difflib
import re
import zoneinfo
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

from triage_site.phones import is_dialable

YES = frozenset({"1", "true", "yes", "on"})
NO = frozenset({"0", "false", "no", "off"})
KEY_BYTES = 32


class BadEnvironment(ImproperlyConfigured):
    """The environment does not say clearly how to run. The message names every problem, never a value."""


@dataclass(frozen=True)
class Variable:
    """One variable as `docs/operations.md` lists it."""

    name: str
    default: str | None
    secret: bool
    meaning: str


class Environment:
    """The variables of one start. Ask for each once, then call `finish()`.

    A problem is noted and the neutral value of the type is returned, so that reading can go on;
    `finish()` raises `BadEnvironment` if anything was noted.
    """

    def __init__(self, source: Mapping[str, str]) -> None:
        self._source = source
        self._problems: list[str] = []
        self.variables: list[Variable] = []

    def problem(self, sentence: str) -> None:
        """Note a problem. The sentence must not hold a value that could be a secret."""
        self._problems.append(sentence)

    def text(self, name: str, meaning: str, *, default: str | None = None, secret: bool = False) -> str:
        """The text of `name`; required when there is no default.

        A secret may also be given as a file: `<name>_FILE` holds the path, the file holds the value.
        """
        self.variables.append(Variable(name, default, secret, meaning))
        value = self._from_file(name) if secret else None
        if value is None:
            value = self._source.get(name, default)
        if value is None:
            self.problem(f"{name} is missing: {meaning}.")
            return ""
        value = value.strip()
        if not value and default != "":
            self.problem(f"{name} is empty: {meaning}.")
        if "\0" in value or (not secret and "\n" in value):
            self.problem(f"{name} must be one line of plain text.")
            return ""
        return value

    def yes_no(self, name: str, meaning: str, *, default: bool) -> bool:
        """True or false. Anything but a plain yes or no is a problem."""
        value = self.text(name, meaning, default="1" if default else "0").lower()
        if value not in YES | NO:
            self.problem(f"{name} must be 1 or 0.")
        return value in YES

    def whole_number(self, name: str, meaning: str, *, default: int, least: int, most: int) -> int:
        """A whole number from `least` to `most`."""
        value = self.text(name, meaning, default=str(default))
        if not (value.isascii() and value.isdigit() and len(value) <= 9 and least <= int(value) <= most):
            self.problem(f"{name} must be a whole number from {least} to {most}.")
            return default
        return int(value)

    def words(self, name: str, meaning: str, *, default: str | None = None) -> list[str]:
        """A list of words with commas between them."""
        value = self.text(name, meaning, default=default)
        return [word.strip() for word in value.split(",") if word.strip()]

    def one_of(self, name: str, meaning: str, options: tuple[str, ...], *, default: str) -> str:
        """One of the options, written exactly so."""
        value = self.text(name, meaning, default=default)
        if value not in options:
            self.problem(f"{name} must be one of {', '.join(options)}.")
        return value

    def phone(self, name: str, meaning: str, *, default: str) -> str:
        """A telephone number that a phone can dial from a link."""
        value = self.text(name, meaning, default=default)
        if value and not is_dialable(value):
            self.problem(f"{name} must be a telephone number: digits, spaces and + ( ) . - only.")
        return value

    def web_address(self, name: str, meaning: str, *, default: str) -> str:
        """A full https address."""
        value = self.text(name, meaning, default=default)
        parts = urlsplit(value)
        if parts.scheme != "https" or not parts.hostname:
            self.problem(f"{name} must be a full address that starts with https://.")
        return value

    def email(self, name: str, meaning: str, *, default: str) -> str:
        """An e-mail address."""
        value = self.text(name, meaning, default=default)
        try:
            if value:
                validate_email(value)
        except ValidationError:
            self.problem(f"{name} must be an e-mail address such as intake@example.com.")
        return value

    def time_zone(self, name: str, meaning: str, *, default: str) -> str:
        """The name of a time zone, such as America/Chicago."""
        value = self.text(name, meaning, default=default)
        try:
            zoneinfo.ZoneInfo(value)
        except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
            self.problem(f"{name} must name a time zone, such as America/Chicago.")
        return value

    def keys(self, name: str, meaning: str) -> dict[str, bytes]:
        """Encryption keys as `id:base64,id:base64`; the first one seals, all of them open."""
        keys: dict[str, bytes] = {}
        value = self.text(name, meaning, secret=True)
        for number, entry in enumerate(value.split(",") if value else (), start=1):
            key_id, _, encoded = entry.strip().partition(":")
            key = decoded_key(encoded)
            # Small letters only: SQLite's LIKE, which finds what to rotate, takes A and a for the same.
            if not re.fullmatch(r"[a-z0-9-]{1,40}", key_id) or key is None:
                self.problem(f"{name}: key {number} must be <id in a-z 0-9 ->:<32 bytes in base64>.")
            elif key_id in keys or key in keys.values():
                self.problem(f"{name}: key {number} repeats an earlier id or key.")
            else:
                keys[key_id] = key
        return keys

    def finish(self) -> None:
        """Raise `BadEnvironment` with every problem noted, also a name that looks like a slip of the pen."""
        self._look_for_misspelt_names()
        if self._problems:
            raise BadEnvironment("\n".join(["The site does not start:", *(f"- {p}" for p in self._problems)]))

    def _from_file(self, name: str) -> str | None:
        path = self._source.get(f"{name}_FILE")
        if path is None:
            return None
        if name in self._source:
            self.problem(f"{name} and {name}_FILE are both set: keep one.")
            return ""
        try:
            return Path(path).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            self.problem(f"{name}_FILE does not name a readable text file.")
            return ""

    def _look_for_misspelt_names(self) -> None:
        known = {variable.name for variable in self.variables}
        known |= {f"{variable.name}_FILE" for variable in self.variables if variable.secret}
        for name in sorted(set(self._source) - known):
            near = difflib.get_close_matches(name, known, n=1, cutoff=0.9)
            if near:
                self.problem(f"{name} is not a setting: did you mean {near[0]}?")


def decoded_key(encoded: str) -> bytes | None:
    """The 32 bytes of a base64 (or URL-safe base64) key, or None."""
    try:
        key = base64.b64decode(encoded.replace("-", "+").replace("_", "/"), validate=True)
    except (binascii.Error, ValueError):
        return None
    return key if len(key) == KEY_BYTES else None
