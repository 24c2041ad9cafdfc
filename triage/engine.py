"""From answers to a result. Pure: no clock, no I/O, no framework; same answers, same result.

`evaluate` follows adult section 2.3 and pediatric section 2.1. All rules always run; the highest
level wins; nothing lowers a level; the score is worked out last and is never read by the level.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from triage.conditions import Answer, Facts
from triage.model import (
    Finding,
    FiredFlag,
    Flag,
    Kind,
    Level,
    MatchedPattern,
    Pathway,
    Pattern,
    Points,
    Question,
    Result,
    Transport,
)

NOT_SURE = "not_sure"
PRIORITY_SCORE_CAP = 99


def evaluate(
    pathway: Pathway,
    answers: Mapping[str, Answer],
    *,
    finished: bool = True,
    surely_shown: Collection[str] = (),
) -> Result:
    """Triage one set of answers.

    `answers` must be valid for the pathway (see `triage.intake.read_answers`); answers to questions
    that are not shown are dropped. `finished=False` is the partial evaluation used after each page:
    nothing blank counts, and there is no level (None) while no rule fires. `surely_shown`: keys of
    questions that were put to the person for certain, when the answers that say so cannot be read.
    """
    facts, shown, blank = _settle(pathway, answers, finished=finished, surely_shown=surely_shown)
    findings = _run_rules(pathway, facts, finished=finished)
    level = max((finding.rule.level for finding in findings), default=None)
    if level is None and finished:
        level = pathway.default_level
    facts.level = level
    contributions = _contributions(pathway, facts)
    score = sum(row.points for row in contributions)
    if pathway.score_cap is not None:
        score = min(pathway.score_cap, score)
    deciding = [finding.rule for finding in findings if finding.rule.level is level]
    return Result(
        pathway=pathway,
        answers=dict(facts.answers),
        shown=shown,
        blank=blank,
        finished=finished,
        level=level,
        transport=_transport(level, facts),
        due_hours=None if level in (None, Level.SELF_CARE) else min(rule.hours for rule in deciding),
        findings=findings,
        score=score,
        priority=None if level is None else 100 * level + min(PRIORITY_SCORE_CAP, score),
        contributions=contributions,
        facts={fact.name: fact.holds(facts) for fact in pathway.facts},
        red_flags={fact.name: fact.truth(facts) for fact in pathway.red_flags},
        counts={count.name: count.value(facts) for count in pathway.counts},
        flags=_raised(pathway.flags, facts),
        panels=tuple(panel for panel in pathway.panels if panel.when.holds(facts)),
        differential=tuple(row for row in pathway.differential if row.when.holds(facts)),
        patterns=_matched(pathway.patterns, facts),
    )


def shown_questions(pathway: Pathway, answers: Mapping[str, Answer]) -> list[Question]:
    """The questions an unfinished form shows, given the answers so far, in order."""
    _, shown, _ = _settle(pathway, answers, finished=False)
    return [pathway.by_key[key] for key in shown]


def _settle(
    pathway: Pathway,
    answers: Mapping[str, Answer],
    *,
    finished: bool,
    surely_shown: Collection[str] = (),
) -> tuple[Facts, tuple[str, ...], tuple[str, ...]]:
    """Keep the answers to shown questions, give blanks their meaning, and note what is missing.

    A question's visibility reads earlier questions only, so one pass in order settles everything.
    Blanks are counted by what the person did, before a default stands in for them.
    """
    settled: dict[str, Answer] = {}
    facts = Facts(settled)
    shown: list[str] = []
    blank: list[str] = []
    for question in pathway.questions:
        if question.key not in surely_shown and not question.shown_when.holds(facts):
            continue
        shown.append(question.key)
        answer = _cleaned(pathway, question, answers.get(question.key), facts)
        if answer is None:
            blank.append(question.key)
            if finished:
                facts.incomplete = facts.incomplete or question.core
                answer = _default_for_blank(question)
        if answer is not None:
            settled[question.key] = answer
    facts.known.clear()
    return facts, tuple(shown), tuple(blank)


def _cleaned(pathway: Pathway, question: Question, answer: Answer | None, facts: Facts) -> Answer | None:
    """The answer as it counts: empty is blank, and an option not offered at this age is replaced."""
    if answer is None or answer == "" or answer == frozenset():
        return None
    if question.kind is Kind.SINGLE:
        return _counts_as(question, str(answer), facts)
    if isinstance(answer, frozenset):
        if question.kind is Kind.MULTI:
            counted = (_counts_as(question, key, facts) for key in answer)
            answer = frozenset(key for key in counted if key is not None)
        if pathway.drops_none_with_others and len(answer) > 1:
            answer -= {"none"}
    return answer


def _counts_as(question: Question, key: str, facts: Facts) -> str | None:
    choice = question.by_key[key]
    if choice.else_counts_as == "" or choice.offered_when.holds(facts):
        return key
    return choice.else_counts_as


def _default_for_blank(question: Question) -> Answer | None:
    if not question.blank_counts_as:
        return None
    if question.kind is Kind.WHOLE:
        return int(question.blank_counts_as)
    if question.kind is Kind.MULTI:
        return frozenset({question.blank_counts_as})
    return question.blank_counts_as


def _run_rules(pathway: Pathway, facts: Facts, *, finished: bool) -> tuple[Finding, ...]:
    findings = []
    for rule in pathway.rules:
        if rule.finished_only and not finished:
            continue
        if rule.when.holds(facts):
            facts.fired.add(rule.id)
            if rule.transport:
                facts.transports.add(rule.transport)
            reasons = rule.when.because(facts)
            because = tuple(key for key in facts.answers if key in reasons)
            findings.append(Finding(rule, because))
    return tuple(findings)


def _transport(level: Level | None, facts: Facts) -> Transport | None:
    if level is not Level.EMERGENCY_NOW:
        return None
    return Transport.CALL_911 if Transport.CALL_911 in facts.transports else Transport.ER


def _contributions(pathway: Pathway, facts: Facts) -> tuple[Points, ...]:
    rows = [row for row in pathway.points if row.when.holds(facts)]
    unsure = [
        question
        for question in pathway.questions
        if question.required and _chose_not_sure(facts.answers.get(question.key))
    ]
    rows += [
        Points(when=question.answered(), points=1, label=f"{question.short}: not sure")
        for question in unsure[: pathway.unsure_point_cap]
    ]
    return tuple(rows)


def _chose_not_sure(answer: Answer | None) -> bool:
    return answer == NOT_SURE or (isinstance(answer, frozenset) and NOT_SURE in answer)


def _matched(patterns: Sequence[Pattern], facts: Facts) -> tuple[MatchedPattern, ...]:
    return tuple(
        MatchedPattern(
            pattern, tuple(words for condition, words in pattern.supporting if condition.holds(facts))
        )
        for pattern in patterns
        if pattern.when.holds(facts)
    )


def _raised(flags: Sequence[Flag], facts: Facts) -> tuple[FiredFlag, ...]:
    """Flags that hold, one per id in specification order, with the shortest time of its rows."""
    rows: dict[str, list[Flag]] = {}
    for flag in flags:
        if flag.when.holds(facts):
            rows.setdefault(flag.id, []).append(flag)
    return tuple(
        FiredFlag(
            flag_id,
            min((row.hours for row in held if row.hours is not None), default=None),
            tuple(row.text for row in held),
        )
        for flag_id, held in rows.items()
    )
