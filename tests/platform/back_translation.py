"""The record of the back-translation, and the document made from it.

`python -m tests.platform.back_translation` writes docs/back-translation.md anew.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TypedDict

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = ROOT / "docs" / "back-translation.md"
LANGUAGE_NAMES = {"es": "Spanish"}

HEAD = """\
# Back-translation of the red-flag words

Made by `python -m tests.platform.back_translation` from `locale/<language>/back_translation.json`; do not
edit. A test fails when it is stale, and when a red-flag text has no record of just these words.

What is in it: every question that a rule for "now" or "today" reads and every question of the safety pages
(question, hint, help, options), every reason that a patient can be told, the emergency and same-day advice,
the safety nets, and the emergency lines of the error pages (`tests/platform/red_flag_words.py`).

How it was made: one pass translated. A second, independent pass saw only the translation and put it back
into English. A third compared: strength, hedges, "not sure" against "no", time limits, places on the body.
What was mended went through a blind pass again. All passes were made by AI translators, on {date}.
**No human translator, no clinician and no patient has read it yet**; a clinic that offers {languages}
must have that done first.
"""


class Record(TypedDict):
    """One text: its translation, what came back, and the verdict. `blind`: who put it back saw no English."""

    translation: str
    back: str
    verdict: str
    note: str
    blind: bool


def records(language: str) -> dict[str, Record]:
    """The record of a language, by the English text."""
    path = ROOT / "locale" / language / "back_translation.json"
    found: dict[str, Record] = json.loads(path.read_text(encoding="utf-8"))
    return found


def document(date: str = "2026-11-21") -> str:
    """The whole document."""
    parts = [HEAD.format(date=date, languages=" or ".join(LANGUAGE_NAMES.values()))]
    for language, name in LANGUAGE_NAMES.items():
        parts += _language(name, records(language))
    return "\n".join(parts)


def _language(name: str, found: dict[str, Record]) -> list[str]:
    counts = Counter(record["verdict"] for record in found.values())
    seen = [english for english, record in found.items() if not record["blind"]]
    lines = [f"## {name}", "", f"{len(found)} texts."]
    lines += [f"- {verdict}: {count}" for verdict, count in sorted(counts.items())]
    lines += [f"- put back by somebody who had seen the English: {len(seen)}", ""]
    lines += ["| English | Translation | Came back as | Verdict | Note |", "| --- | --- | --- | --- | --- |"]
    for english, record in found.items():
        verdict = record["verdict"] if record["blind"] else f"{record['verdict']} (not blind)"
        cells = (english, record["translation"], record["back"], verdict, record["note"])
        lines.append("| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |")
    return [*lines, ""]


if __name__ == "__main__":
    DOCUMENT.write_text(document(), encoding="utf-8")
