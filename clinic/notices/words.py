"""What a message says: that something waits, and where to look. Never a name, a level or a word on health."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clinic.models import Alert
from clinic.models.notices import AlertKind
from triage_site.context import clinic_now


@dataclass(frozen=True)
class Words:
    """A message: `subject` only for mail. Said again it is the same, word for word."""

    subject: str
    text: str


def words_of(alert: Alert, *, opens_queue: bool) -> Words:
    """The message about an alert, in the clinic's language, for somebody who opens the queue or does not."""
    place = "clinic:list" if opens_queue else "clinic:duty"
    with translation.override(settings.CLINIC_LANGUAGE):
        what = _what(alert) % {"clinic": _one_line(clinic_now().name), "count": alert.count}
        hurry = _("Please look now.") if alert.urgent else ""
        link = _("Open: %(address)s") % {"address": settings.STAFF_ADDRESS + reverse(place)}
        return Words(" ".join(filter(None, (what, hurry))), " ".join(filter(None, (what, hurry, link))))


def _what(alert: Alert) -> str:
    if alert.kind == AlertKind.LATE:
        return _("A form at %(clinic)s has not been read in time.")
    if alert.kind == AlertKind.STILL_UNREAD:
        return _("A form at %(clinic)s still has not been read.")
    if alert.kind == AlertKind.WENT:
        return _("Somebody who sent a form to %(clinic)s needs a call.")
    if alert.kind == AlertKind.REMINDER:
        return _("Your reminder of a form at %(clinic)s is due.")
    if alert.kind == AlertKind.DIGEST:
        return ngettext(
            "%(count)s new form is waiting at %(clinic)s.",
            "%(count)s new forms are waiting at %(clinic)s.",
            alert.count,
        )
    if alert.kind == AlertKind.TEST:
        return _("This is a test message from %(clinic)s. Messages reach you here.")
    return _("A new form is waiting at %(clinic)s.")


def _one_line(text: str) -> str:
    """A name that stays inside a subject line."""
    return " ".join(text.split())
