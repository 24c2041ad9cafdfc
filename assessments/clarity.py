""" "Was this page clear?": stored without a name, a time of day, or any way back to the answers."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from assessments.contact import today
from assessments.fields import LongTextField, RadioField
from assessments.held import HeldForm
from assessments.models import Assessment, ClarityVote
from triage.model import Level
from triage_site.errors import CLEAR_BUTTON
from triage_site.languages import language_of_form

CLEAR, REASON = CLEAR_BUTTON, "clear_reason"
LONGEST_REASON = 300
KEEP = timedelta(days=365)
SESSION_KEY = "asides"


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
    """The page code of a stored result."""
    return f"result-{row.pathway}-{Level(row.level or 0).name}"


def vote(request: HttpRequest, page: str, form: ClarityForm) -> None:
    """Store what the valid `form` says about `page`: one vote for each page and browser session."""
    voted = request.session.get(SESSION_KEY, [])
    mark = _mark(page)
    if mark in voted:
        return
    row = ClarityVote(
        page=page,
        language=language_of_form(request),
        is_clear=form.cleaned_data[CLEAR] == "yes",
        day=today(),
    )
    if form.cleaned_data[REASON]:
        row.reason = form.cleaned_data[REASON]
    row.save(force_insert=True)
    request.session[SESSION_KEY] = [*voted, mark]


def purge() -> int:
    """Delete what is older than a year; how many."""
    deleted, _models = ClarityVote.objects.filter(day__lt=today() - KEEP).delete()
    return deleted


def _mark(page: str) -> str:
    """What the session keeps of a page. It knows the draft, so the mark must not tell which page it was."""
    return salted_hmac("assessments.clarity", page, algorithm="sha256").hexdigest()[:16]
