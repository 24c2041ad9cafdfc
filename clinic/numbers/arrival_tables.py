"""Tables of what came: by day, level, form, way and language; and what was left unsent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from assessments.models import Source
from assessments.summary.header import level_words
from assessments.text import spoken
from clinic.clarity import TITLES
from clinic.numbers.counts import Arrival
from clinic.numbers.period import DAY, Period
from clinic.numbers.small import parts_of_a_whole, shown
from clinic.numbers.tables import Row, Table, barred, chart
from clinic.rulebook.find import pathway_words
from triage.model import Level
from triage.pathways import PATHWAYS
from triage_site.dates import formats

Key = TypeVar("Key")
# Longer periods are counted by week.
MOST_DAYS_ONE_BY_ONE = 31


def days_table(period: Period, by_day: Mapping[date, int]) -> Table:
    """Arrivals by day, or by week (from Monday) in a long period."""
    is_by_day = period.days <= MOST_DAYS_ONE_BY_ONE
    spans = [(day, day) for day in period] if is_by_day else list(_weeks(period))
    numbers = [sum(number for day, number in by_day.items() if first <= day <= last) for first, last in spans]
    names = [_span_words(first, last) for first, last in spans]
    return Table(
        _("Arrivals by day") if is_by_day else _("Arrivals by week"),
        (_("Day") if is_by_day else _("Days"), _("Arrivals")),
        tuple(Row(name, (str(number),)) for name, number in zip(names, numbers, strict=True)),
        total=_total(sum(numbers)),
        chart=chart(numbers),
    )


def level_table(arrived: Counter[Arrival]) -> Table:
    """Arrivals by the level that the rules gave."""
    counted = _by(arrived, lambda arrival: arrival.level)
    levels = [*sorted(Level, reverse=True), *([None] if counted[None] else [])]
    rows = barred([(level_words(level), counted[level]) for level in levels])
    head = (_("Level, by the rules"), _("Arrivals"))
    return Table(_("Arrivals by level"), head, rows, total=_total(arrived.total()))


def pathway_table(arrived: Counter[Arrival]) -> Table:
    """Arrivals by the form for adults and that for children."""
    counted = _by(arrived, lambda arrival: arrival.pathway)
    rows = barred([(pathway_words(name), counted[name]) for name in PATHWAYS])
    return Table(_("Arrivals by form"), (_("Form"), _("Arrivals")), rows, total=_total(arrived.total()))


def source_table(arrived: Counter[Arrival]) -> Table:
    """Arrivals by the web and on paper."""
    counted = _by(arrived, lambda arrival: arrival.source)
    words = {Source.WEB: _("Web"), Source.PAPER: _("Paper, keyed in")}
    rows = barred([(name, counted[source.value]) for source, name in words.items()])
    return Table(_("Arrivals by way"), (_("Way"), _("Arrivals")), rows, total=_total(arrived.total()))


def language_table(arrived: Counter[Arrival]) -> Table:
    """Arrivals by language. A language that few people use points to them: small numbers are hidden."""
    names = dict(settings.LANGUAGES)
    counted = _by(arrived, lambda arrival: arrival.language)
    numbers = {code: counted[code] for code in [*names, *sorted(set(counted) - set(names))]}
    texts = parts_of_a_whole(numbers)
    rows = tuple(Row(names.get(code, code), (text,)) for code, text in texts.items())
    note = _("Where a language has fewer than 5, only the whole is shown.")
    return Table(
        _("Arrivals by language"),
        (_("Language"), _("Arrivals")),
        rows,
        notes=(note,),
        total=_total(arrived.total()),
    )


def abandoned_table(left: Counter[tuple[str, str, bool]]) -> Table:
    """Forms that were left unsent, by the page on which people stopped."""
    by_page: Counter[tuple[str, str]] = Counter()
    emergencies: Counter[tuple[str, str]] = Counter()
    for (pathway, page, had_emergency), number in left.items():
        by_page[pathway, page] += number
        emergencies[pathway, page] += number if had_emergency else 0
    places = sorted(by_page, key=lambda place: (-by_page[place], place))
    rows = tuple(
        Row(_page_words(*place), (shown(by_page[place]), shown(emergencies[place]))) for place in places
    )
    notes = (
        _(
            "A form counts on the day on which it was left, once it is deleted: the last days are not whole"
            " yet."
        ),
        _("Who was stopped by the emergency page did what it says. Leaving there is no fault of the form."),
    )
    head = (_("Page on which they stopped"), _("Left"), _("Of these after the emergency page"))
    return Table(_("Left without sending"), head, rows, notes=notes)


def _page_words(pathway: str, page: str) -> str:
    title = spoken(TITLES[page]) if page in TITLES else ""
    if page == "check":
        title = _("All answered, only sending was left")
    elif not page:
        title = _("Not known")
    return " ".join(part for part in (f"{pathway_words(pathway)}:", page, title) if part)


def _by(arrived: Counter[Arrival], part: Callable[[Arrival], Key]) -> Counter[Key]:
    counted: Counter[Key] = Counter()
    for arrival, number in arrived.items():
        counted[part(arrival)] += number
    return counted


def _total(number: int) -> Row:
    return Row(_("All"), (str(number),))


def _weeks(period: Period) -> Iterator[tuple[date, date]]:
    first = period.first
    while first <= period.last:
        last = min(first + (6 - first.weekday()) * DAY, period.last)
        yield first, last
        first = last + DAY


def _span_words(first: date, last: date) -> str:
    words = [date_format(day, formats().day) for day in dict.fromkeys((first, last))]
    return " \N{EN DASH} ".join(words)
