"""Tables of what the staff did: what is open, how long it took, what reviewers thought."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from statistics import median, quantiles

from django.utils.translation import gettext as _

from assessments.summary.clock import span
from assessments.summary.header import level_words
from clinic.models.case import Verdict
from clinic.numbers.counts import TARGETS, Arrival, Open, Times
from clinic.numbers.small import LEAST, shown
from clinic.numbers.tables import Row, Table, barred
from clinic.rulebook.find import pathway_words
from triage.model import Level
from triage.pathways import PATHWAYS


def open_table(waiting: Open) -> Table:
    """What waits for the staff now, whatever the period."""
    numbers = [
        (_("To do"), waiting.todo),
        (_("Of these overdue"), waiting.overdue),
        (_("Waiting with a reminder"), waiting.waiting),
        (_("Of both, read by nobody yet"), waiting.unread),
    ]
    return Table(_("Open now, whenever it came"), (_("What"), _("Number")), barred(numbers))


def times_table(caption: str, step: str, by_level: Mapping[int | None, Times]) -> Table:
    """How long one step took, by level."""
    levels = [*sorted(Level, reverse=True), *([None] if None in by_level else [])]
    head = (
        _("Level, by the rules"),
        _("Arrivals"),
        step,
        _("Half of them within"),
        _("9 of 10 within"),
        _("Target"),
        _("In time"),
    )
    rows = tuple(_times_row(level, by_level.get(level, Times())) for level in levels)
    return Table(caption, head, rows)


def times_notes() -> tuple[str, ...]:
    """How the times are counted."""
    return (
        _("Times are counted from arrival, at night and on closed days too."),
        _("An emergency is due at once. On this page 15 minutes count as at once."),
        _(
            "“In time” counts what was done, and what was not done although the target has passed. Under 5"
            " no time and no share is shown."
        ),
    )


def _times_row(level: Level | None, times: Times) -> Row:
    cells = (
        str(times.arrived),
        str(len(times.seconds)),
        *_half_and_most(times),
        _target_words(level),
        _share(times.in_time, times.due),
    )
    return Row(level_words(level), cells)


def _half_and_most(times: Times) -> tuple[str, str]:
    """The median and the 90th percentile, in words."""
    if len(times.seconds) < LEAST:
        return _("too few"), _("too few")
    half = median(times.seconds)
    most = quantiles(times.seconds, n=10, method="inclusive")[-1]
    return span(timedelta(seconds=half)), span(timedelta(seconds=most))


def _target_words(level: Level | None) -> str:
    if level not in TARGETS:
        return _("none")
    return _("at once") if level is Level.EMERGENCY_NOW else span(TARGETS[level])


def _share(part: int, whole: int) -> str:
    """A share in percent: never rounded up to all of them."""
    if whole < LEAST:
        return _("too few") if whole else _("none")
    return f"{100 * part // whole} %"


def verdict_table(verdicts: Counter[tuple[str, str]]) -> Table:
    """What reviewers thought of the level, by form."""
    head = (_("Form"), _("The level is right"), _("It should be higher"), _("It should be lower"), _("Right"))
    rows = tuple(_verdict_row(name, verdicts) for name in PATHWAYS)
    notes = (_("Reviewers choose what they review: this is no sample of all arrivals."),)
    return Table(_("What reviewers thought of the level"), head, rows, notes=notes)


def _verdict_row(pathway: str, verdicts: Counter[tuple[str, str]]) -> Row:
    numbers = [verdicts[pathway, verdict.value] for verdict in Verdict]
    share = _share(verdicts[pathway, Verdict.AGREE.value], sum(numbers))
    return Row(pathway_words(pathway), (*map(str, numbers), share))


def other_table(arrived: Counter[Arrival], repeats: int) -> Table:
    """What few people do. A small number could point to one of them: it is not shown."""
    stopped = sum(number for arrival, number in arrived.items() if arrival.is_stopped)
    rows = (
        Row(_("Stopped at the emergency page, and let the care team know"), (shown(stopped),)),
        Row(_("From somebody who had sent one before"), (shown(repeats),)),
    )
    return Table(_("Other arrivals to know about"), (_("What"), _("Arrivals")), rows)
