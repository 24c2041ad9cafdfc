"""How long one assessment takes to evaluate: `python -m bench.rules`. Needs no site and no database.

Each evaluation is paired, in turns, with reading the same answers from JSON: the ratio is what counts.
"""

from __future__ import annotations

import json
import statistics
import sys
from collections.abc import Callable
from time import perf_counter

from triage.engine import evaluate
from triage.examples import with_changes
from triage.frozen import freeze
from triage.intake import read_answers, to_json
from triage.pathways import PATHWAYS

ROUNDS = 300
MICROSECONDS = 1_000_000
HEADER = "| what | goal | evaluate | with freezing | ratio to reading the JSON |\n|---|---|---|---|---|"
GOAL = "well under 1 ms"
FORMS = (
    ("adult", "nothing found", "", True),
    (
        "adult",
        "many rules",
        "fever=yes; infection_risk=iv_drugs; pain_now=8; trend=worse; injury=minor",
        True,
    ),
    ("adult", "after one page", "", False),
    ("pediatric", "nothing found", "", True),
    ("pediatric", "many rules", "child_age_years=2; walking=refuses; fever=yes_now; systemic=pale", True),
    ("pediatric", "after one page", "", False),
)


def lines() -> list[str]:
    """The figures, as lines of Markdown."""
    return [HEADER, *(_row(*form) for form in FORMS)]


def _row(name: str, what: str, changes: str, finished: bool) -> str:
    pathway = PATHWAYS[name]
    answers = with_changes(pathway, changes)
    if not finished:
        answers = dict(list(answers.items())[:1])
    text = json.dumps({key: to_json(answer) for key, answer in answers.items()})

    def decide() -> object:
        return evaluate(pathway, answers, finished=finished)

    def keep() -> object:
        return freeze(evaluate(pathway, answers, finished=finished))

    def read() -> object:
        return read_answers(pathway, json.loads(text), finished=finished)

    rounds = [tuple(map(_time, (decide, keep, read))) for _ in range(ROUNDS)]
    evaluated, frozen, _ = (statistics.median(times) * MICROSECONDS for times in zip(*rounds, strict=True))
    ratio = statistics.median(times[0] / times[2] for times in rounds)
    return f"| {name}, {what} | {GOAL} | {evaluated:.0f} µs | {frozen:.0f} µs | {ratio:.1f} |"


def _time(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


if __name__ == "__main__":
    sys.stdout.write("\n".join(lines()) + "\n")
