"""Finding a case by reference, name, date of birth or phone, though all but the reference is sealed.

Beside each case stand keyed hashes (HMAC, from SECRET_KEY) of the first 3, 4, 5 and 6 letters of each form of
the name (clinic.cases.names; from 1 letter on where one is a syllable), of the date of birth and of the last
7 digits of the phone number. A search hashes what was asked for in the same way, and then opens the few cases
found to compare the rest of a word.
`manage.py index_people` makes them anew, as is needed after a change of SECRET_KEY.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django.db.models import Case as In
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value, When
from django.utils.crypto import salted_hmac

from assessments.models import Assessment
from assessments.reference import LENGTHS, as_stored
from clinic.cases.names import forms_of, is_dense, words_of
from clinic.cases.persons import born_on
from clinic.models import Case, SearchToken
from clinic.models.case import State
from triage_site.vault import VaultError

SHORTEST, LONGEST = 3, 6
PHONE_DIGITS = 7
CODE_LENGTH = sum(LENGTHS)
# Behind every key of the queue.
LAST = "9" * 27
MOST_FOUND = 50
# So many are opened to compare names. More say nothing to who is searching.
MOST_OPENED = 200
# The beginning of a reference: it fits too many to be looked for.
_CUT_REFERENCE = re.compile(r"BP(?=.*[0-9])[0-9A-Z]{1,6}")
_ISO_DATE = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_US_DATE = re.compile(r"\b(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})\b")
# Written like a date, and none that there is, or without its century.
_NO_DATE = re.compile(
    r"(?<![\d.])(?:\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})|(?:19|20)\d\d-\d{1,2}-\d{1,2})(?![\d.])"
)
_PHONE = re.compile(r"\+?\d[\d\s().-]{5,}\d")
_EXTENSION = re.compile(r"(?<=\d)[\s,;]*(?:x|ext(?:ension)?|#)[\s.:]*\d{1,6}(?!\d)", re.IGNORECASE)


class TooVagueError(Exception):
    """What was asked for has nothing to look for: no reference, word, date of birth or phone number."""


@dataclass(frozen=True)
class Wanted:
    """What somebody is looking for. An empty part is not looked for.

    A case fits if it has the reference, or all of the other parts.
    """

    reference: str = ""
    words: tuple[str, ...] = ()
    born: str = ""
    phone: str = ""

    @property
    def is_short(self) -> bool:
        """Whether only names of one or two letters can fit: of longer ones 3 letters are needed."""
        has_more = self.reference or self.born or self.phone
        return not has_more and any(len(word) < _shortest(word) for word in self.words)


@dataclass(frozen=True)
class Found:
    """The cases found, newest first; `is_all` is False where there are more than are shown."""

    cases: tuple[Case, ...]
    is_all: bool


def index(case: Case, contact: Mapping[str, Any]) -> None:
    """Store by what the case is found. What was stored before is replaced."""
    SearchToken.objects.filter(case=case).delete()
    tokens = [SearchToken(case=case, token=token) for token in tokens_of(contact)]
    SearchToken.objects.bulk_create(tokens)


def tokens_of(contact: Mapping[str, Any]) -> set[int]:
    """The keyed hashes for one person."""
    texts = {f"name:{word[:length]}" for word in _names(contact) for length in _lengths(word)}
    born, phone = born_on(contact), _last_digits(str(contact.get("phone") or ""))
    texts |= {f"born:{born}"} if born else set()
    texts |= {f"phone:{phone}"} if phone else set()
    return {_token(text) for text in texts}


def parse(text: str) -> Wanted:
    """What is looked for. Raises TooVagueError if that is nothing."""
    compact, reference = re.sub(r"[^0-9A-Z]", "", text.upper()), as_stored(text)
    if reference and len(compact) > CODE_LENGTH:
        return Wanted(reference=reference)
    if _CUT_REFERENCE.fullmatch(compact):
        raise TooVagueError
    born, rest = _take_date(text)
    phone, rest = _take_phone(rest)
    words = tuple(word for word in words_of(rest) if not word.isdigit())
    if not (reference or born or phone or words):
        raise TooVagueError
    # A code without its BP may be a name or a phone number as well: all are looked for.
    return Wanted(reference, words, born, phone)


def find(wanted: Wanted) -> Found:
    """The cases that fit, newest first."""
    known: tuple[Case, ...] = ()
    if wanted.reference:
        cases = Case.objects.filter(assessment__reference=wanted.reference)
        known = tuple(cases.select_related("assessment", "assignee__member"))
    tokens = [_token(text) for text in _asked(wanted)]
    if not tokens:
        return Found(known, is_all=True)
    rows = SearchToken.objects.filter(token=tokens[0])
    for token in tokens[1:]:
        rows = rows.filter(Exists(SearchToken.objects.filter(token=token, case=OuterRef("case"))))
    ids = list(_first_to_see(rows).values_list("case_id", flat=True)[: MOST_OPENED + 1])
    cases = Case.objects.filter(pk__in=ids).select_related("assessment", "assignee__member")
    every = {case.pk: case for case in (*known, *(case for case in cases if _fits(case, wanted)))}
    place = {pk: number for number, pk in enumerate(ids)}
    fitting = sorted(every.values(), key=lambda case: place.get(case.pk, -1))
    shown = sorted(fitting[:MOST_FOUND], key=_newest_first)
    return Found(tuple(shown), is_all=len(ids) <= MOST_OPENED and len(fitting) <= MOST_FOUND)


def contact_of(row: Assessment) -> Mapping[str, Any]:
    """The contact details of a row; none where they cannot be read (the list says so by itself)."""
    try:
        return cast("Mapping[str, Any]", row.contact)
    except VaultError:
        return {}


def has_other_phone(one: Case, other: Case) -> bool:
    """Whether two gave different phone numbers: they can be two people of one name and birthday."""
    numbers = {_last_digits(str(contact_of(case.assessment).get("phone") or "")) for case in (one, other)}
    return len(numbers - {""}) > 1


def _first_to_see(rows: QuerySet[SearchToken]) -> QuerySet[SearchToken]:
    """Where not all are opened: what is open, as in the queue, then what is done, newest first."""
    in_queue = When(~Q(case__state=State.DONE), then=F("case__queue_key"))
    return rows.order_by(In(in_queue, default=Value(LAST)), "-case__arrived_at", "case_id")


def _asked(wanted: Wanted) -> Iterator[str]:
    """What is looked up, the rarest first."""
    if wanted.phone:
        yield f"phone:{wanted.phone}"
    if wanted.born:
        yield f"born:{wanted.born}"
    for word in sorted(wanted.words, key=len, reverse=True):
        yield f"name:{word[:LONGEST]}"


def _fits(case: Case, wanted: Wanted) -> bool:
    """Whether each word that is looked for begins a word of the name."""
    if not wanted.words:
        return True
    names = list(_names(contact_of(case.assessment)))
    return all(any(name.startswith(word) for name in names) for word in wanted.words)


def _names(contact: Mapping[str, Any]) -> Iterable[str]:
    return forms_of(str(contact.get("name") or ""))


def _lengths(word: str) -> range:
    """How much of a word is hashed: from 3 letters on, or all of a shorter one."""
    return range(min(_shortest(word), len(word)), min(LONGEST, len(word)) + 1)


def _shortest(word: str) -> int:
    return 1 if is_dense(word) else SHORTEST


def _newest_first(case: Case) -> tuple[float, str]:
    return -case.arrived_at.timestamp(), str(case.pk)


def _last_digits(text: str) -> str:
    number = _EXTENSION.sub("", text)
    digits = "".join(char for char in number if char.isascii() and char.isdigit())
    return digits[-PHONE_DIGITS:] if len(digits) >= PHONE_DIGITS else ""


def _take_date(text: str) -> tuple[str, str]:
    """A date of birth in the text, and the rest. TooVagueError for what is no full date.

    1980-03-27, or month first as in the forms, or day first where the month cannot be meant (27.3.1980).
    """
    for pattern, order in ((_ISO_DATE, (1, 2, 3)), (_US_DATE, (3, 1, 2)), (_US_DATE, (3, 2, 1))):
        match = pattern.search(text)
        if match:
            try:
                born = date(*(int(match[part]) for part in order))
            except ValueError:
                continue
            return born.isoformat(), f"{text[: match.start()]} {text[match.end() :]}"
    if _NO_DATE.search(text):
        raise TooVagueError
    return "", text


def _take_phone(text: str) -> tuple[str, str]:
    match = _PHONE.search(text)
    phone = _last_digits(match[0]) if match else ""
    if match is None or not phone:
        return "", text
    extension = _EXTENSION.match(text, match.end())
    return phone, f"{text[: match.start()]} {text[(extension or match).end() :]}"


def _token(text: str) -> int:
    digest = salted_hmac("clinic.search", text, algorithm="sha256").digest()
    return int.from_bytes(digest[:8], "big", signed=True)
