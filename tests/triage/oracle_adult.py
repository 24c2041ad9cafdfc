"""An independent evaluation of the adult specification: its own expressions, its own order of steps (2.3).

Written from the specification for comparison with `triage`; shares no code with it.
"""

from __future__ import annotations

import ast
import re
from types import CodeType
from typing import Any

from tests.triage.specification import ADULT, ADULT_QUESTIONS, LEVELS, Outcome, Raw

Names = dict[str, Any]

ALLOWED = (
    ast.Expression, ast.BoolOp, ast.And, ast.Or, ast.UnaryOp, ast.Not, ast.BinOp, ast.BitAnd, ast.Add,
    ast.Compare, ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.In, ast.NotIn, ast.Is, ast.IsNot,
    ast.Call, ast.Name, ast.Load, ast.Constant, ast.Set,
)  # fmt: skip
MULTI = {key for key, question in ADULT_QUESTIONS.items() if question.kind == "multi"}
CES = ADULT["ces"]
HOURS = {"911": 0, "ER": 0, "today": 4, "24h": 24, "72h": 72, "48h": 48, "7d": 168}
MOVEMENTS = {"sitting", "standing", "walking", "bending_lifting", "twisting", "leaning_back", "lying"}


def _compiled(expression: str) -> CodeType:
    counted = re.fullmatch(r'count of keys in CES whose answer is "(\w+)"', expression)
    source = f'count_of(CES, "{counted[1]}")' if counted else expression
    tree = ast.parse(source, mode="eval")
    unwelcome = [type(node).__name__ for node in ast.walk(tree) if not isinstance(node, ALLOWED)]
    assert not unwelcome, f"{expression}: {unwelcome}"
    return compile(tree, expression, "eval")


SHOWN_WHEN = [(key, _compiled(text)) for key, text in ADULT["shown_when"]]
DERIVED = [(name, _compiled(text)) for name, text in ADULT["derived"]]
RULES = [(rule["id"], rule["level"], rule["when"], _compiled(rule["if"])) for rule in ADULT["rules"]]
WEIGHTS = {
    key: {option: int(points) for option, points in re.findall(r"(\w+) (\d+)", text)}
    for key, text in ADULT["weights"].items()
}


def evaluate(raw: Raw, *, finished: bool = True) -> Outcome:
    """The outcome of a finished or an unfinished form."""
    answers, incomplete = _settled(raw, finished=finished)
    names = _derived(answers, incomplete)
    fired = [(rule, level, when) for rule, level, when, code in RULES if _value(code, names)]
    level = max((level for _, level, _ in fired), key=LEVELS.index, default=LEVELS[0] if finished else None)
    top = [when for _, fired_level, when in fired if fired_level == level]
    transport = None
    if level == "EMERGENCY_NOW":
        transport = "911" if "911" in top else "ER"
    score = _score(answers, finished=finished)
    return Outcome(
        level=level,
        transport=transport,
        due_hours=min((HOURS[when] for when in top), default=None),
        rules=[rule for rule, _, _ in fired],
        score=score,
        priority=None if level is None else 100 * (LEVELS.index(level) + 1) + min(99, score),
        patterns=_patterns(names, {rule.removeprefix("ADULT-") for rule, _, _ in fired}),
    )


def fact(raw: Raw, name: str, *, finished: bool = True) -> bool:
    """A derived value, as true or false."""
    return bool(_derived(*_settled(raw, finished=finished))[name])


def shown(raw: Raw, *, finished: bool = True) -> list[str]:
    """Keys of the questions that are shown."""
    hidden = _hidden(_given(raw, finished=finished))
    return [key for key in ADULT_QUESTIONS if key not in hidden]


def _settled(raw: Raw, *, finished: bool) -> tuple[Raw, bool]:
    """Steps 1 to 3: blanks, defaults of a finished form, visibility. And whether a core answer is missing."""
    said = _given(raw, finished=False)
    answers = _given(raw, finished=finished)
    hidden = _hidden(answers)
    needed = set(ADULT["gate_keys"]) | set(ADULT["core_keys"]) | set(ADULT["core_if_shown"])
    return answers, finished and any(key not in said for key in needed - hidden)


def _given(raw: Raw, *, finished: bool) -> Raw:
    """Steps 1 and 2."""
    answers: Raw = {}
    for key, value in raw.items():
        if value in (None, "", []):
            continue
        if key in MULTI:
            chosen = frozenset(value)
            answers[key] = chosen - {"none"} if len(chosen) > 1 else chosen
        else:
            answers[key] = value
    if finished:
        answers.setdefault("respondent", "self")
        answers.setdefault("age_years", 18)
        for key in ADULT["gate_keys"]:
            answers.setdefault(key, frozenset({"not_sure"}) if key in MULTI else "not_sure")
    return answers


def _hidden(answers: Raw) -> set[str]:
    """Step 3, in the specification's order: drops the answers to hidden questions, and names these."""
    hidden = set()
    for key, code in SHOWN_WHEN:
        if not _value(code, _names(answers)):
            hidden.add(key)
            answers.pop(key, None)
    return hidden


def _derived(answers: Raw, incomplete: bool) -> Names:
    names = _names(answers)
    names["incomplete"] = incomplete
    for name, code in DERIVED:
        names[name] = _value(code, names)
    return names


def _names(answers: Raw) -> Names:
    names: Names = {key: answers.get(key, frozenset() if key in MULTI else None) for key in ADULT_QUESTIONS}
    names["age_years"] = answers.get("age_years", float("nan"))  # an unknown age meets no comparison
    names["CES"] = [names[key] for key in CES]
    return names


def _value(code: CodeType, names: Names) -> Any:
    functions = {
        "__builtins__": {},
        "int": lambda value: 1 if value else 0,
        "any_yes_of": lambda values: "yes" in values,
        "count_of": lambda values, option: sum(value == option for value in values),
    }
    return eval(code, functions, names)  # the specification's own text, checked node by node


def _score(answers: Raw, *, finished: bool) -> int:
    score = 0
    for key, weights in WEIGHTS.items():
        answer = answers.get(key, frozenset())
        score += sum(weights.get(option, 0) for option in (answer if key in MULTI else {answer}))
    age = answers.get("age_years", 0)
    score += 5 if age >= 70 else 2 if age >= 50 else 0
    if "pain_now" in answers:
        return score + int(answers["pain_now"]) // 2
    return score + (2 if finished else 0)


def _patterns(names: Names, fired: set[str]) -> list[str]:
    """Section 4, "Pattern": all that match, in its order."""
    begins = {rule.split("-")[0] for rule in fired}
    moving = names["aggravate"] & MOVEMENTS
    neurologic = fired & {
        "NEU-01", "NEU-05", "NEU-06", "NEU-07", "NEU-13", "CES-01", "CES-02", "CES-03", "CES-04", "CES-08",
    }  # fmt: skip
    numb = names["leg_numb"] in {"tingling_only", "old_checked", "longer_unchecked", "new_or_worse"}
    weak = names["leg_weak"] not in {"no", None}
    radicular = (
        names["leg_pain"] == "below_knee"
        or (names["leg_pain"] == "above_knee" and (numb or weak))
        or ("neck" in names["location"] and names["arm_signs"] in {"tingling", "clumsy_or_weak"})
    )
    walking = names["leg_walk_pattern"] == "yes" or names["leg_both"] == "walking_only"
    lasting = names["duration"] == "gt_12w" or names["episode"] == "flare"
    systemic = (
        begins & {"INF", "MAL"}
        or names["night_pain"] == "constant"
        or (names["relief"] == "no" and not moving)
    )
    visceral = begins & {"VAS", "VIS", "REN", "SCD"} or fired & {
        "EMG-01", "EMG-02", "EMG-03", "EMG-06", "PRG-01", "PRG-04", "PRG-05",
    }  # fmt: skip
    fracture = "FRX" in begins
    others = neurologic or radicular or walking or systemic or fracture or visceral
    rows = (
        ("Neurologic deficit reported", neurologic),
        ("Radicular", radicular),
        ("Referred leg pain, non-radicular", names["leg_pain"] == "above_knee" and not radicular),
        ("Neurogenic claudication", walking),
        ("Inflammatory", lasting and names["ibp_score"] >= 3),
        ("Non-mechanical/systemic concern", systemic),
        ("Possible fracture", fracture),
        ("Possible visceral/vascular/renal", visceral),
        ("Axial/mechanical", not others and (names["relief"] == "yes" or moving)),
    )
    return [name for name, matches in rows if matches] or ["Unclassified"]
