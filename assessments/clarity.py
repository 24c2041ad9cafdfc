""" "Was this page clear?": counted for a page, a language and a month. No opinion has a row of its own.

Which pages this browser said something about stands in a cookie of its own, so that nothing on the server
connects an opinion with a draft.
"""

from __future__ import annotations

import re
import secrets
from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from assessments.contact import today
from assessments.fields import LongTextField, RadioField
from assessments.held import HeldForm
from assessments.models import Assessment, ClarityCount, ClarityReasons
from triage_site.errors import CLEAR_BUTTON

CLEAR, REASON = CLEAR_BUTTON, "clear_reason"
LONGEST_REASON = 300
MOST_REASONS = 200  # kept for one page, language and month
MARK = re.compile(r"[0-9a-f]{8}")
MOST_MARKS = 200


class ClarityForm(HeldForm):
    """Yes or no, and in which words a page was not clear."""

    use_required_attribute = False
    clear = RadioField(
        choices=[("yes", _("Yes")), ("no", _("No"))],
        error_messages={
            "required": _("Press one of the two buttons: yes or no"),
            "invalid_choice": _("Press one of the two buttons: yes or no"),
        },
    )
    clear_reason = LongTextField(
        label=_("What was not clear?"),
        help_text=_("Do not write your name or health details here. Nobody reads this in time to help."),
        required=False,
        max_length=LONGEST_REASON,
        rows=3,
    )

    @property
    def is_open(self) -> bool:
        """Whether there is something in it to look at."""
        return self.is_bound and bool(self.errors or self[REASON].value())


def result_page(row: Assessment) -> str:
    """The page code of a stored result. Without the level: it would tell too much of who said something."""
    return f"result-{row.pathway}"


def add(
    page: str, language: str, *, is_clear: bool | None, reason: str = "", day: date | None = None
) -> None:
    """Count one opinion and keep its words. `is_clear`: None where neither yes nor no was pressed."""
    place: dict[str, Any] = {"page": page, "language": language, "month": (day or today()).replace(day=1)}
    with transaction.atomic():
        counts, _new = ClarityCount.objects.get_or_create(**place)
        if is_clear is not None:
            column = "clear" if is_clear else "unclear"
            ClarityCount.objects.filter(pk=counts.pk).update(**{column: F(column) + 1})
        if reason:
            _keep(reason, place)


def _keep(reason: str, place: dict[str, Any]) -> None:
    """Put the words among those of the month, in the order of the alphabet: no order tells who was first.

    Where there are too many, one by chance makes room.
    """
    row, _new = ClarityReasons.objects.select_for_update().get_or_create(**place)
    texts = row.all()
    if len(texts) >= MOST_REASONS:
        texts = secrets.SystemRandom().sample(texts, MOST_REASONS - 1)
    row.texts = [*sorted([*texts, reason])]
    row.save(update_fields=["sealed_texts"])


def sent_along(request: HttpRequest) -> str:
    """Words in the box that were sent with Continue, as far as they can be stored; "" for none."""
    typed = request.POST.get(REASON, "")
    try:
        return str(ClarityForm.base_fields[REASON].clean(typed[:LONGEST_REASON]))
    except ValidationError:
        return ""


def has_said(request: HttpRequest, page: str) -> bool:
    """Whether this browser said something about the page before."""
    return _mark(page) in _marks(request)


def remember(request: HttpRequest, response: HttpResponse, page: str) -> None:
    """Let the browser keep that it said something about the page. It forgets it when it is closed."""
    marks = [mark for mark in _marks(request) if mark != _mark(page)]
    response.set_cookie(
        settings.OPINIONS_COOKIE_NAME,
        "-".join([*marks, _mark(page)][-MOST_MARKS:]),
        secure=settings.OPINIONS_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def forget(response: HttpResponse) -> None:
    """Take the cookie out of the browser."""
    response.delete_cookie(settings.OPINIONS_COOKIE_NAME)


def purge() -> int:
    """Delete this month of last year and what is older: nothing is kept longer than a year. How many rows."""
    now = today()
    last = date(now.year - 1, now.month, 1)
    tables = (ClarityCount.objects, ClarityReasons.objects)
    return sum(table.filter(month__lte=last).delete()[0] for table in tables)


def _marks(request: HttpRequest) -> list[str]:
    """The marks in the cookie, whatever else stands there."""
    marks = request.COOKIES.get(settings.OPINIONS_COOKIE_NAME, "").split("-")
    return [mark for mark in marks if MARK.fullmatch(mark)]


def _mark(page: str) -> str:
    """What the cookie keeps of a page. Without the secret key nobody can tell which page it was."""
    return salted_hmac("assessments.clarity", page, algorithm="sha256").hexdigest()[:8]
