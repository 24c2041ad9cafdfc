"""Telling that two forms are of the same person, without keeping in the clear who it is.

The key is an HMAC (with a key derived from SECRET_KEY) of the name and the date of birth, the name without
accents, case and order of words. Without both there is no key: a guess could mix up two people's records.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.crypto import salted_hmac

from clinic.models import Case

MOST = 50
_NOT_IN_WORDS = re.compile(r"[^\w]+|_+")


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, comparable: no accents, no case, no punctuation."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(char for char in plain if not unicodedata.combining(char)).replace("'", "")
    return tuple(word for word in _NOT_IN_WORDS.split(letters.replace("\u2019", "")) if word)


def born_on(contact: Mapping[str, Any]) -> str:
    """The date of birth as 1980-03-27; "" where there is none."""
    try:
        return date.fromisoformat(str(contact.get("date_of_birth") or "")).isoformat()
    except ValueError:
        return ""


def person_key(contact: Mapping[str, Any]) -> str:
    """Whose form it is, as 64 hexadecimal digits. "" if the name or the date of birth is missing."""
    words, born = words_of(str(contact.get("name") or "")), born_on(contact)
    if not words or not born:
        return ""
    text = " ".join([*sorted(words), born])
    return salted_hmac("clinic.person", text, algorithm="sha256").hexdigest()


def same_person(case: Case) -> list[Case]:
    """The other cases of the person, newest first (at most MOST)."""
    if not case.person:
        return []
    others = Case.objects.filter(person=case.person).exclude(pk=case.pk)
    return list(others.select_related("assessment", "assignee__member").order_by("-arrived_at")[:MOST])
