"""An independent evaluation of the pediatric specification: a small reader of its expression language (2.1).

Written from the specification for comparison with `triage`; shares no code with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tests.triage.specification import LEVELS, PEDIATRIC, PEDIATRIC_QUESTIONS, Outcome, Raw

TOKENS = re.compile(r"\s*(<=|>=|[<>=(){},]|[\w.]+)")
SELF_CARE_RULES = ("PEDS-DEFAULT-01", "PEDS-HOME-01")
COMPARE: dict[str, Callable[[float, float], bool]] = {
    "=": lambda a, b: a == b,
    ">=": lambda a, b: a >= b,
    "<=": lambda a, b: a <= b,
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
}
QUESTION_ROWS = {row["key"]: row for row in PEDIATRIC["questions"]}
FACTS = dict(PEDIATRIC["facts"])


class State:
    """Settled answers of one form, with what the rules have found so far."""

    def __init__(self, answers: Raw, *, finished: bool) -> None:
        self.answers = answers
        self.finished = finished
        self.fired: list[str] = []
        self.level: str | None = None

    def number(self, name: str) -> float | None:
        """The number a name stands for; None when it is not known."""
        if name in ("age", "child_age_years"):
            return self._answered("child_age_years")
        if name == "age_months":
            years = self._answered("child_age_years")
            return self._answered("child_age_months") if not years else 12 * years
        if name == "RF_COUNT":
            return sum(self.fact(red_flag) for red_flag in re.findall(r"RF_\w+", FACTS[name]))
        if name == "ONC_COUNT":
            signs = set(FACTS[name].split("among ")[1].split(", "))
            return len(signs & set(self.answers.get("systemic", ())))
        return self._answered(name)

    def _answered(self, key: str) -> float | None:
        value = self.answers.get(key)
        return None if value is None else float(value)

    def fact(self, name: str) -> bool:
        """A derived fact by its name (2.2)."""
        if name == "NO_OTHER_RULE":
            return self.finished and not set(self.fired) - set(SELF_CARE_RULES)
        if name == "LOW_LEVEL":
            return self.level in ("SELF_CARE", "VIRTUAL_VISIT")
        return holds(FACTS[name], self)


Test = Callable[[State], bool]
PARSED: dict[str, Test] = {}


def holds(expression: str, state: State) -> bool:
    """Whether an expression of the specification is true of a form."""
    if expression not in PARSED:
        PARSED[expression] = Reader(expression).read()
    return PARSED[expression](state)


class Reader:
    """Turns the text of one expression into a test. AND binds tighter than OR; NOT takes the next term."""

    def __init__(self, text: str) -> None:
        self.tokens = TOKENS.findall(text)
        assert "".join(self.tokens) == re.sub(r"\s", "", text), text

    def read(self) -> Test:
        """The whole expression."""
        test = self._any()
        assert not self.tokens, self.tokens
        return test

    def _take(self, wanted: str = "") -> str:
        token: str = self.tokens.pop(0)
        assert not wanted or token == wanted, (token, wanted)
        return token

    def _next_is(self, *wanted: str) -> bool:
        return bool(self.tokens) and self.tokens[0] in wanted

    def _any(self) -> Test:
        tests = [self._all()]
        while self._next_is("OR"):
            self._take()
            tests.append(self._all())
        return lambda state: any(test(state) for test in tests)

    def _all(self) -> Test:
        tests = [self._term()]
        while self._next_is("AND"):
            self._take()
            tests.append(self._term())
        return lambda state: all(test(state) for test in tests)

    def _term(self) -> Test:
        if self._next_is("NOT"):
            self._take()
            inner = self._term()
            return lambda state: not inner(state)
        if self._next_is("("):
            self._take()
            group = self._any()
            self._take(")")
            return group
        name = self._take()
        if re.fullmatch(r"\d[\d.]*", name):
            return self._between(float(name))
        if self._next_is(">=", "<=", "<", ">"):
            return self._comparison(name)
        if self._next_is("="):
            return self._equals(name)
        if self._next_is("in", "has", "has_any", "only"):
            return self._choice(name)
        assert name in FACTS, name
        return lambda state: state.fact(name)

    def _between(self, low: float) -> Test:
        below, name, above, high = self._take(), self._take(), self._take(), float(self._take())

        def test(state: State) -> bool:
            number = state.number(name)
            return number is not None and COMPARE[below](low, number) and COMPARE[above](number, high)

        return test

    def _comparison(self, name: str) -> Test:
        sign, bound = self._take(), float(self._take())

        def test(state: State) -> bool:
            number = state.number(name)
            return number is not None and COMPARE[sign](number, bound)

        return test

    def _equals(self, name: str) -> Test:
        if re.fullmatch(r"\d+", self.tokens[1]):
            return self._comparison(name)
        self._take("=")
        option = _option(name, self._take(), "single")
        return lambda state: state.answers.get(name) == option

    def _choice(self, name: str) -> Test:
        word = self._take()
        options = [self._take()] if word == "has" else self._set()
        kind = "single" if word == "in" else "multi"
        wanted = {_option(name, option, kind) for option in options}
        if word == "in":
            return lambda state: state.answers.get(name) in wanted
        if word == "only":
            return lambda state: bool(state.answers.get(name)) and set(state.answers[name]) <= wanted
        return lambda state: bool(wanted & set(state.answers.get(name, ())))

    def _set(self) -> list[str]:
        self._take("{")
        options = [self._take()]
        while self._next_is(","):
            self._take()
            options.append(self._take())
        self._take("}")
        return options


def _option(key: str, option: str, kind: str) -> str:
    question = PEDIATRIC_QUESTIONS[key]
    assert question.kind == kind, (key, kind)
    assert option in question.options, (key, option)
    return option


def settled(raw: Raw, *, finished: bool) -> Raw:
    """Shown answers only, options by age as table 1.1 says, and the blanks of a finished form."""
    answers: Raw = {}
    for key, row in QUESTION_ROWS.items():
        so_far = State(answers, finished=finished)
        if row["shown_when"] != "always" and not holds(row["shown_when"], so_far):
            continue
        value = raw.get(key)
        value = _by_age(key, value, so_far) if value not in (None, "", []) else None
        if value is None and finished and row["required"] == "required":
            value = _blank(key)
        if value is not None:
            answers[key] = value
    return answers


def fact(raw: Raw, name: str, *, finished: bool = True) -> bool:
    """A derived fact that needs no rules."""
    return State(settled(raw, finished=finished), finished=finished).fact(name)


def shown(raw: Raw, *, finished: bool = True) -> list[str]:
    """Keys of the questions that are shown."""
    state = State(settled(raw, finished=finished), finished=finished)
    return [
        key
        for key, row in QUESTION_ROWS.items()
        if row["shown_when"] == "always" or holds(row["shown_when"], state)
    ]


def not_offered(raw: Raw) -> set[tuple[str, str]]:
    """Options (with their question) that are not offered at the child's age."""
    state = State(settled(raw, finished=True), finished=True)
    hidden = [row["option"] for row in PEDIATRIC["options_by_age"] if not holds(row["offered"], state)]
    return {(key, option) for key, option in (re.findall(r"`(\w+)`", text) for text in hidden)}


def _by_age(key: str, value: Any, so_far: State) -> Any:
    for row in PEDIATRIC["options_by_age"]:
        question, option = re.findall(r"`(\w+)`", row["option"])
        if question != key or holds(row["offered"], so_far) or row["otherwise"] == "counts as chosen":
            continue
        other = re.findall(r"`(\w+)`", row["otherwise"])
        if value == option:
            return other[0] if other else None
        if isinstance(value, list) and option in value:
            value = [item for item in value if item != option] + other
    return value


def _blank(key: str) -> Any:
    special: Raw = {"injury": "unclear", "answered_by": None, "child_age_months": 0, "child_age_years": None}
    if key in special:
        return special[key]
    return ["not_sure"] if PEDIATRIC_QUESTIONS[key].kind == "multi" else "not_sure"


def evaluate(raw: Raw, *, finished: bool = True) -> Outcome:
    """The outcome of a finished or an unfinished form."""
    state = State(settled(raw, finished=finished), finished=finished)
    for rule in sorted(PEDIATRIC["rules"], key=lambda rule: rule["id"] in SELF_CARE_RULES):
        if holds(rule["if"], state):
            state.fired.append(rule["id"])
    fired = [rule for rule in PEDIATRIC["rules"] if rule["id"] in state.fired]
    state.level = level = max((rule["level"] for rule in fired), key=LEVELS.index, default=None)
    hours = [rule["hours"].split(" / ") for rule in fired if rule["level"] == level]
    by_911 = any(rule["hours"].endswith("911") for rule in fired)
    score = _score(state, by_911=by_911)
    transport = None
    if level == "EMERGENCY_NOW":
        transport = "911" if by_911 else "ER"
    return Outcome(
        level=level,
        transport=transport,
        due_hours=None if level in (None, "SELF_CARE") else min(int(parts[0]) for parts in hours),
        rules=[rule["id"] for rule in fired],
        score=score,
        priority=None if level is None else 100 * (LEVELS.index(level) + 1) + min(99, score),
        panels=[panel for panel, text in PEDIATRIC["panels"] if holds(text, state)],
        differential=[row for row, text in PEDIATRIC["differential"] if holds(text, state)],
        flags=_flags(state),
    )


def _score(state: State, *, by_911: bool) -> int:
    score = 0
    for fact, points in PEDIATRIC["score"]:
        if fact == "any fired rule has transport 911":
            true = by_911
        elif fact == "age 1 to 3":
            true = (state.number("age") or 0) in (1, 2, 3)
        elif fact.startswith("PEDS-SAFE-01 or -02 fired"):
            said = "home_safety = talk_private OR mood in {safety_worry, harm_now}"
            true = bool({"PEDS-SAFE-01", "PEDS-SAFE-02"} & set(state.fired)) or holds(said, state)
        elif fact.startswith("each shown required question"):
            score += min(5, _unsure(state))
            continue
        else:
            true = holds(fact.strip("`"), state)
        score += int(points) if true else 0
    return min(100, score)


def _unsure(state: State) -> int:
    """Required answers that are or count as not_sure. A blank `injury` counts as unclear, not as not_sure
    (worked example 35: score 10)."""
    required = [key for key, row in QUESTION_ROWS.items() if row["required"] == "required"]
    answers = [state.answers.get(key) for key in required]
    return sum(
        answer == "not_sure" or (isinstance(answer, list) and "not_sure" in answer) for answer in answers
    )


def _flags(state: State) -> list[tuple[str, int | None]]:
    raised: dict[str, int | None] = {}
    for flag, text, within in PEDIATRIC["flags"]:
        if holds(text, state):
            hours = None if within == "at review" else int(within.split()[0])
            known = [value for value in (raised.get(flag), hours) if value is not None]
            raised[flag] = min(known) if known else None
    return list(raised.items())
