"""A table of numbers with a bar for each row, and the columns of a chart: both without a script."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

FULL = 100
COLUMN, HEIGHT = 10, 60


class Row(NamedTuple):
    """One row: its name, its cells, and how long its bar is (None: it has no bar)."""

    name: str
    cells: tuple[str, ...]
    bar: int | None = None


class Column(NamedTuple):
    """A column of a chart, in the units of its drawing."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Chart:
    """Columns side by side. The table beside it says the same in words."""

    columns: tuple[Column, ...]

    @property
    def width(self) -> int:
        """The whole width of the drawing."""
        return COLUMN * len(self.columns)

    @property
    def height(self) -> int:
        """The whole height of the drawing."""
        return HEIGHT


@dataclass(frozen=True)
class Table:
    """A table. `head`: the heads of all columns, the first for the names of the rows."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    total: Row | None = None
    chart: Chart | None = None

    @property
    def is_wide(self) -> bool:
        """Whether it needs the whole width of a screen."""
        return len(self.head) > 4 or len(self.notes) > 1

    @property
    def has_bars(self) -> bool:
        """Whether the rows have bars."""
        return any(row.bar is not None for row in self.rows)


def bars(numbers: Sequence[int]) -> list[int]:
    """How long the bars of these numbers are: the greatest is FULL, and what is not 0 is seen."""
    most = max(numbers, default=0)
    return [max(1, round(FULL * number / most)) if number else 0 for number in numbers]


def barred(numbers: Sequence[tuple[str, int]]) -> tuple[Row, ...]:
    """Rows with one number each, and its bar."""
    lengths = bars([number for _name, number in numbers])
    return tuple(
        Row(name, (str(number),), length) for (name, number), length in zip(numbers, lengths, strict=True)
    )


def chart(numbers: Iterable[int]) -> Chart:
    """The numbers as columns."""
    heights = [round(HEIGHT * bar / FULL) for bar in bars(list(numbers))]
    return Chart(
        tuple(
            Column(COLUMN * index + 1, HEIGHT - height, COLUMN - 2, height)
            for index, height in enumerate(heights)
        )
    )
