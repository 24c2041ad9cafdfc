"""Telling that two forms are of the same person, without keeping in the clear who it is.

The key is an HMAC (with a key derived from SECRET_KEY) of the name and the date of birth, the name as
clinic.cases.names compares names. Without both there is no key: a guess could mix up two people's records.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.crypto import salted_hmac

from clinic.cases.names import words_of
from clinic.models import Case

MOST = 50


def born_on(contact: Mapping[str, Any]) -> str:
    """The date of birth as 1980-03-27; "" where there is none."""
    try:
        return date.fromisoformat(str(contact.get("date_of_birth") or "")).isoformat()
    except ValueError:
        return ""


def person_key(contact: Mapping[str, Any]) -> str:
    """Whose form it is, as 64 hexadecimal digits. "" if the name or the date of birth is missing."""
    words, born = _words(str(contact.get("name") or "")), born_on(contact)
    if not words or not born:
        return ""
    text = " ".join([*words, born])
    return salted_hmac("clinic.person", text, algorithm="sha256").hexdigest()


def lock(pk: uuid.UUID, person: str) -> Case | None:
    """Lock the case of `pk`, if there is one, and all of the person, until the transaction is over.

    In one order whoever does it, and before anything is written: so nobody waits for each other for good.
    """
    others = Case.objects.filter(person=person).values_list("pk", flat=True) if person else ()
    cases = Case.objects.select_for_update().filter(pk__in={pk, *others}).order_by("pk")
    return next((case for case in cases if case.pk == pk), None)


def same_person(case: Case) -> list[Case]:
    """The other cases of the person, newest first (at most MOST)."""
    if not case.person:
        return []
    others = Case.objects.filter(person=case.person).exclude(pk=case.pk)
    return list(others.select_related("assessment", "assignee__member").order_by("-arrived_at")[:MOST])


def _words(name: str) -> tuple[str, ...]:
    """The words in their order, for Anna Maria is not Maria Anna; "Invented, Rosa" is Rosa Invented."""
    last, comma, first = name.partition(",")
    is_turned = comma and "," not in first and words_of(first) and words_of(last)
    return words_of(f"{first} {last}" if is_turned else name)
