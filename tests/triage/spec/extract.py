"""Copy the tables of the two clinical specifications, verbatim, into the JSON files beside this one.

Run once per version of the specifications: `python -m tests.triage.spec.extract <folder with adult.md and
pediatric.md>`. The tests read the JSON files only. Nothing here interprets an expression.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def main(folder: Path) -> None:
    """Write both data files."""
    for name, extract in (("adult", adult), ("pediatric", pediatric)):
        content = extract((folder / f"{name}.md").read_text(encoding="utf-8"))
        text = json.dumps(content, indent=1, ensure_ascii=False) + "\n"
        (HERE / f"{name}.json").write_text(text, encoding="utf-8")


def adult(text: str) -> dict[str, Any]:
    """The adult tables: questions (keys only), expressions, rules, weights, examples."""
    semantics = _between(text, "### 2.3", "### 2.4")
    return {
        "version": _first(r"Version ([\d.]+)", text),
        "questions": [
            {"number": row[0], "key": _code(row[1]), "type": row[3]}
            for row in _adult_question_rows(_between(text, "## 1.", "### Questionnaire licensing"))
        ],
        "risk_order": dict(re.findall(r"^- `(\w+)`: (.+)$", _between(text, "### 2.2", "### 2.3"), re.M)),
        "ces": _first(r"`CES = \{(.+?)\}`", semantics).split(", "),
        "gate_keys": re.findall(r"`(\w+)`", _first(r"Gate keys: (.+?)\. Other blank", semantics)),
        "core_keys": re.findall(r"`(\w+)`", _first(r"or any of \((`age_years`.+?)\)", semantics)),
        "core_if_shown": re.findall(r"`(\w+)`", _first(r"or any of \((`point_tender`.+?)\)", semantics)),
        "shown_when": _pairs(r"^- `(\w+)`: `(.+)`$", _between(semantics, "Shown when", "Derived values")),
        "derived": _pairs(r"^- `(\w+)` = `(.+)`$", semantics[semantics.index("Derived values") :]),
        "rules": [
            {"id": rule, "level": level, "when": when, "if": condition, "source": source}
            for rule, level, when, condition, source in re.findall(
                r"^\d+\. \*\*([A-Z0-9-]+)\*\* -> (\w+) \((\w+)\)\n   - If: `(.+)`\n"
                r"(?:   - .+\n)*?   - Source: (.+)$",
                text,
                re.M,
            )
        ],
        "private_rules": re.findall(r"[A-Z]{3}-\d\d", _first(r"clinician print only: (.+)\.$", text)),
        "weights": dict(re.findall(r"^- `(\w+)`: (.+)$", _between(text, "### 2.5", "## 3."), re.M)),
        "baseline": _first(r"Baseline answers unless stated: (.+?)\. Optional keys empty", text),
        "examples": [
            dict(zip(("number", "case", "answers", "level", "deciding", "other", "score"), row, strict=True))
            for row in _rows(_between(text, "## 8.", "### 8.1"))
        ],
        "probes": [
            dict(zip(("rule", "answers", "level", "fired"), row, strict=True))
            for row in _rows(_between(text, "### 8.1", "## 9."))
        ],
    }


def pediatric(text: str) -> dict[str, Any]:
    """The pediatric tables: questions with options and shown-when, facts, rules, panels and the rest."""
    rules = []
    for level in re.findall(r"^### ([A-Z_]+) \(\d+ rules\)$", text, re.M):
        section = re.split(
            r"^##", _between(text, f"### {level} (", "# 3. CLINICIAN")[4:], maxsplit=1, flags=re.M
        )[0]
        rules += [
            {"id": row[0], "level": level, "if": _code(row[1]), "hours": row[2], "source": row[5]}
            for row in _rows(section)
        ]
    examples = re.findall(
        r"^\*\*(\d+)\. (.+)\*\*\n- Answers: `(.+)`\n- Expected: \*\*(\w+)\*\*(.+?); RF_COUNT (\d+);"
        r" score (\d+)\n"
        r"- Rules: (.+)\n- Clinician panels: (.+); differential: (.+)\n(?:- Staff flags: (.+)\n)?",
        text + "\n",
        re.M,
    )
    columns = (
        "number",
        "case",
        "answers",
        "level",
        "when",
        "rf_count",
        "score",
        "rules",
        "panels",
        "differential",
        "flags",
    )
    return {
        "version": _first(r"Version ([\d.]+)", text),
        "questions": [_pediatric_question(part) for part in re.split(r"^### Q\d+\. ", text, flags=re.M)[1:]],
        "options_by_age": [
            {"option": row[0], "offered": _code(row[1]), "otherwise": row[2]}
            for row in _rows(_between(text, "## 1.1", "## 1.2"))
        ],
        "informational": _first(r"staff see them as written: (.+)\.$", text),
        "facts": [[_code(row[0]), _code(row[1])] for row in _rows(_between(text, "## 2.2", "## 2.3"))],
        "rules": rules,
        "score": [[row[0], row[1]] for row in _rows(_between(text, "## 2.4", "## 2.5"))],
        "flags": [[row[0], _code(row[1]), row[2]] for row in _rows(_between(text, "## 2.5", "## 2.6"))],
        "panels": [[row[0], _code(row[1])] for row in _rows(_between(text, "## 3.3", "## 3.4"))],
        "differential": [[row[0], _code(row[2])] for row in _rows(_between(text, "## 3.4", "# 4."))],
        "baseline": _first(r"BASE answers \(used unless changed\): `(.+?)`", text),
        "examples": [dict(zip(columns, example, strict=True)) for example in examples],
    }


def _adult_question_rows(text: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if re.match(r"\| [A-EG]\d+ \|", line)]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def _pediatric_question(part: str) -> dict[str, Any]:
    head = re.match(r"`(\w+)` \((.+); (\w+); (\w+)\)\n", part)
    assert head, part[:80]
    listed = re.search(r"^- \*\*Options:\*\* (.+)$", part, re.M)
    return {
        "key": head[1],
        "kind": head[2],
        "required": head[3],
        "options": re.findall(r"(?:^|; )`(\w+)` ", listed[1]) if listed else [],
        "shown_when": _first(r"^- \*\*Shown when:\*\* `?(.+?)`?$", part),
    }


def _between(text: str, start: str, end: str) -> str:
    begin = text.index(start)
    return text[begin : text.index(end, begin + len(start))]


def _first(pattern: str, text: str) -> str:
    found = re.search(pattern, text, re.M)
    assert found, pattern
    return found[1]


def _pairs(pattern: str, text: str) -> list[list[str]]:
    return [list(pair) for pair in re.findall(pattern, text, re.M)]


def _rows(text: str) -> list[list[str]]:
    """Cells of every table row, without the two heading rows of each table."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    start = next(index for index, line in enumerate(lines) if re.fullmatch(r"[|\s:-]+", line)) + 1
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[start:]]


def _code(cell: str) -> str:
    return cell.strip("`")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
