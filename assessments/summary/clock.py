"""Times and spans in words, in the clinic's time zone."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from triage_site.context import clinic_now
from triage_site.dates import formats

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
STALE_AFTER = timedelta(hours=24)


def clinic_time(moment: datetime) -> str:
    """A moment where the clinic is, such as "Fri 20 Nov 2026, 14:32 UTC"."""
    local = timezone.localtime(moment, clinic_now().zone)
    return f"{date_format(local, formats().chart)} {local.tzname()}"


def span(length: timedelta) -> str:
    """A length of time such as "25 min", "3 h 10 min", "52 h" or "4 days". Never negative."""
    minutes = max(0, int(length / MINUTE))
    if minutes < 60:
        return _("%(minutes)s min") % {"minutes": minutes}
    hours, rest = divmod(minutes, 60)
    if hours < 10 and rest:
        return _("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": rest}
    if hours <= 72:
        return _("%(hours)s h") % {"hours": hours}
    return ngettext("%(days)s day", "%(days)s days", hours // 24) % {"days": hours // 24}


def due_in_words(due_at: datetime | None, now: datetime) -> str:
    """ "due in 3 h", "overdue by 25 min", or that no visit is due."""
    if due_at is None:
        return _("no visit due")
    if due_at < now:
        return _("overdue by %(span)s") % {"span": span(now - due_at)}
    return _("due in %(span)s") % {"span": span(due_at - now)}


def age_of_answers(answered_at: datetime, now: datetime) -> str:
    """ "answers are 52 h old"."""
    return _("answers are %(span)s old") % {"span": span(now - answered_at)}


def call_by(hours: int | None, since: datetime) -> str:
    """By when staff call about a flag: hours after `since`, or when they open the form."""
    if hours is None:
        return _("at review")
    if hours == 0:
        return _("call at once")
    return _("call by %(time)s") % {"time": clinic_time(since + timedelta(hours=hours))}


def age_in_words(years: object, months: object = None) -> str:
    """An age as answered: in years, and in months for a baby."""
    if years is None:
        return _("age not given")
    if years == 0 and months is not None:
        return ngettext("%(months)s month", "%(months)s months", int(str(months))) % {"months": months}
    return ngettext("%(years)s year", "%(years)s years", int(str(years))) % {"years": years}
