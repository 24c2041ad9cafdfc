"""The specifications' own tables (`spec/*.json`, copied verbatim). Imports nothing of triage."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "spec"
LEVELS = ("SELF_CARE", "VIRTUAL_VISIT", "PROMPT_IN_PERSON", "URGENT_SAME_DAY", "EMERGENCY_NOW")
YES_NO_UNSURE = ("yes", "no", "not_sure")
CES_OPTIONS = ("no", "yes", "old_checked", "not_sure")
BLANK = "(blank)"

Raw = dict[str, Any]


def load(name: str) -> dict[str, Any]:
    """The tables of one specification."""
    content: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return content


ADULT = load("adult")
PEDIATRIC = load("pediatric")


@dataclass(frozen=True)
class AskedQuestion:
    """One question of a specification. `kind`: "single", "multi", "number", "text" or "rated"."""

    key: str
    kind: str
    options: tuple[str, ...]


def _adult_question(row: dict[str, str]) -> AskedQuestion:
    text = row["type"]
    if text == "YNU":
        return AskedQuestion(row["key"], "single", YES_NO_UNSURE)
    if text.startswith("CES set"):
        extra = ("not_apply", "prefer_not") if row["key"] == "ces_sexual" else ()
        return AskedQuestion(row["key"], "single", CES_OPTIONS + extra)
    kind = text.split()[0].strip(":,")
    if kind == "repeat":
        return AskedQuestion(row["key"], "rated", tuple(re.findall(r"`(\w+)`", text.split(" x ")[0])))
    options = re.findall(r"`(\w+)`", re.sub(r"\([^()]*`[^()]*\)", "", text))  # an option named in an aside
    return AskedQuestion(row["key"], kind, tuple(options))


def _pediatric_question(row: dict[str, Any]) -> AskedQuestion:
    kind = {"integer": "number", "decimal": "number"}.get(row["kind"].split()[0], row["kind"].split()[0])
    return AskedQuestion(row["key"], kind, tuple(row["options"]))


ADULT_QUESTIONS = {row["key"]: _adult_question(row) for row in ADULT["questions"]}
PEDIATRIC_QUESTIONS = {row["key"]: _pediatric_question(row) for row in PEDIATRIC["questions"]}


@dataclass(frozen=True)
class Outcome:
    """What a specification says about one set of answers."""

    level: str | None
    transport: str | None
    due_hours: int | None
    rules: list[str]
    score: int
    priority: int | None
    panels: list[str] = field(default_factory=list)
    differential: list[str] = field(default_factory=list)
    patterns: list[str] = field(default_factory=list)
    flags: list[tuple[str, int | None]] = field(default_factory=list)


def adult_answers(changes: str) -> Raw:
    """Adult answers in the notation of section 8 ("key=option; key=['a', 'b']"), without the baseline."""
    answers: Raw = {}
    for part in re.split(r"; |, (?=\w+=)", changes) if changes != "none" else ():
        key, value = part.split("=", 1)
        kind = ADULT_QUESTIONS[key].kind
        if kind == "multi":
            answers[key] = re.findall(r"'(\w+)'", value)
        else:
            answers[key] = int(value) if kind == "number" else value
    return answers


def pediatric_answers(changes: str) -> Raw:
    """Pediatric answers in the notation of section 7 ("key=option+option"), without the baseline."""
    answers: Raw = {}
    for part in changes.split("; "):
        key, value = part.split("=", 1)
        kind = PEDIATRIC_QUESTIONS[key].kind
        if value == BLANK:
            answers[key] = None
        elif kind == "multi":
            answers[key] = value.split("+")
        elif kind == "number":
            answers[key] = float(value) if "." in value else int(value)
        else:
            answers[key] = value
    return answers


ADULT_BASELINE = adult_answers(ADULT["baseline"])
PEDIATRIC_BASELINE = pediatric_answers(PEDIATRIC["baseline"]) | {
    "infant_signs": ["none"],
    "injury_when": "days_1_3",
}
