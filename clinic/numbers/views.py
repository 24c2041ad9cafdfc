"""The page with numbers to steer by. Nothing on it leads to a person, and nothing can be exported."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from assessments.summary.clock import clinic_time
from clinic.access import Act, staff_only
from clinic.audit.trail import Action, record
from clinic.numbers import arrival_tables, counts, work_tables
from clinic.numbers.period import Period
from clinic.numbers.period_form import PeriodForm
from clinic.numbers.tables import Table


@require_safe
@staff_only(Act.NUMBERS)
def numbers(request: HttpRequest) -> HttpResponse:
    """The numbers of a period."""
    form, now = PeriodForm(request.GET), timezone.now()
    is_valid = form.is_valid()
    record(request, Action.VIEWED_PAGE, page="numbers")
    context: dict[str, object] = {"form": form, "counted_at": clinic_time(now)}
    if form.period is not None:
        context |= {"period": form.period, "tables": tables(form.period, now)}
    return render(request, "clinic/numbers/numbers.html", context, status=200 if is_valid else 422)


def tables(period: Period, now: datetime) -> list[Table]:
    """Ask the database, and make all tables."""
    arrived = counts.arrivals(period)
    read, done = counts.times(period, now)
    until_done = work_tables.times_table(_("From arrival to done"), _("Done"), done)
    return [
        work_tables.open_table(counts.open_now(now)),
        arrival_tables.level_table(arrived),
        arrival_tables.pathway_table(arrived),
        arrival_tables.source_table(arrived),
        arrival_tables.language_table(arrived),
        work_tables.other_table(arrived, counts.repeats(period)),
        arrival_tables.days_table(period, counts.by_day(period)),
        work_tables.times_table(_("From arrival to the first reading"), _("Read"), read),
        replace(until_done, notes=work_tables.times_notes()),
        work_tables.verdict_table(counts.verdicts(period)),
        arrival_tables.abandoned_table(counts.abandoned(period)),
    ]
