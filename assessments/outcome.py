"""What a patient or caregiver is told, worked out from a stored result.

An `Outcome` has no place for rule ids, scores, flags, panels, patterns or anything else that is only
for staff, so a template cannot show them. All its texts are final: voice, language and emergency number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext

from assessments.guidance import GUIDANCE
from assessments.guidance.model import BY_WHEN, UP_TO_PROMPT, Advice, Block, Guidance, Tier
from assessments.guidance.shared import (
    AND_OTHER_ANSWERS,
    CALL_EMERGENCY,
    CALL_IF_NOT_SAFE,
    CALL_POISON_CONTROL,
    CAUTION_ACETAMINOPHEN,
    CAUTION_NSAID,
    DEADLINE,
    EMERGENCY_LINE,
    EXPIRED,
    HOURS,
    HOURS_OTHER,
    URGENCY,
    VALID,
)
from assessments.text import Stored, as_stored, help_lines, spoken
from triage.adult.cautions import Medicine, cautions_for
from triage.conditions import Answer, Facts, Truth
from triage.frozen import FrozenFinding, FrozenResult
from triage.model import Level, Pathway, Source, Transport
from triage.pathways import PATHWAYS
from triage.words import Text
from triage_site.context import clinic_now
from triage_site.dates import formats

VALID_FOR = timedelta(hours=24)
MOST_REASONS = 3
ADULT = "adult"


@dataclass(frozen=True, kw_only=True)
class Section:
    """A titled piece of guidance. `is_open`: in full on this page, else folded. `on_paper`: printed too.

    `is_checklist`: the items are things to have ready, with a box to tick.
    """

    title: str
    is_open: bool
    is_checklist: bool
    on_paper: bool
    intro: str = ""
    items: tuple[str, ...] = ()
    close: str = ""
    answers: tuple[tuple[str, str], ...] = ()
    key: str = ""


@dataclass(frozen=True, kw_only=True)
class Signs:
    """One step of the safety net."""

    title: str
    signs: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class MedicineCaution:
    """Who to ask before which medicine, and because of what."""

    text: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """Everything a result page, an emergency page or a patient's print may say.

    `kind` is "emergency", "same_day", "soon", "visit" or "self_care"; `card` is the care card's kind.
    `urgency` is the word above the headline. `call_now`: call, do not travel.
    `call_number` is what the page's call button dials, if it has one. `urgent_care_fits`: whether an urgent
    care can do what is needed today.
    `warnings` is what must be said whatever the level (such as taking a temperature).
    """

    kind: str
    card: str
    urgency: str
    for_child: bool
    call_now: bool
    call_number: str
    call_label: str
    headline: str
    lead: tuple[str, ...]
    do: tuple[str, ...]
    by_when: str
    where: str
    urgent_care_fits: bool
    video: str
    bring: tuple[str, ...]
    phone_sentence: str
    reasons: tuple[Stored, ...]
    more_reasons: str
    warnings: tuple[str, ...]
    safety_net: tuple[Signs, ...]
    safety_net_close: str
    cautions: tuple[MedicineCaution, ...]
    sections: tuple[Section, ...]
    help_notes: tuple[str, ...]
    help_lines: str
    disclaimers: tuple[str, ...]
    emergency_line: str
    sources: tuple[str, ...]
    reference: str
    answered: str
    valid: str
    valid_until: datetime
    is_expired: bool

    @property
    def is_emergency(self) -> bool:
        """Whether the person must get emergency help now."""
        return self.kind == "emergency"

    @property
    def has_time_for_a_visit(self) -> bool:
        """Whether a visit is booked, not needed now or today."""
        return self.kind in (KINDS[level] for level in UP_TO_PROMPT)


KINDS = {
    Level.EMERGENCY_NOW: "emergency",
    Level.URGENT_SAME_DAY: "same_day",
    Level.PROMPT_IN_PERSON: "soon",
    Level.VIRTUAL_VISIT: "visit",
    Level.SELF_CARE: "self_care",
}
CARDS = {Level.EMERGENCY_NOW: "emergency", Level.URGENT_SAME_DAY: "urgent", Level.PROMPT_IN_PERSON: "urgent"}


def build_outcome(
    frozen: FrozenResult,
    answers: Mapping[str, Any],
    *,
    submitted_at: datetime,
    now: datetime,
    reference: str = "",
) -> Outcome:
    """What to tell the person. `answers` as stored (JSON) or as read.

    Raises ValueError while the result has no level: nothing found so far is not a result.
    """
    return _Teller(frozen, answers, submitted_at).outcome(now=now, reference=reference)


class _Teller:
    """Turns one stored result into words. Lives as long as one call of `build_outcome`."""

    def __init__(self, frozen: FrozenResult, answers: Mapping[str, Any], submitted_at: datetime) -> None:
        if frozen["level"] is None:
            raise ValueError("a result without a level is not shown to anyone")
        self.frozen = frozen
        self.level = Level[frozen["level"]]
        transport = Transport(frozen["transport"]) if frozen["transport"] else None
        self.guidance: Guidance = GUIDANCE[frozen["pathway"]]
        self.advice: Advice = self.guidance.advice_for(self.level, transport)
        self.fired = {finding["id"] for finding in frozen["findings"]}
        self.facts = counted(frozen, answers)
        self.submitted_at = submitted_at
        self.call_now = transport is Transport.CALL_911
        self.poisoned = bool(self.fired & self.guidance.poison_rules)
        self.hours = self._hours()

    def outcome(self, *, now: datetime, reference: str) -> Outcome:
        reasons, more = self._reasons()
        number, label = self._button()
        warnings = self._warnings(sent=bool(reference))
        guidance, advice = self.guidance, self.advice
        valid_until = self.submitted_at + VALID_FOR
        return Outcome(
            kind=KINDS[self.level],
            card=CARDS.get(self.level, "non-urgent"),
            urgency=self.say(URGENCY[self.level]),
            for_child=self.frozen["pathway"] != ADULT,
            call_now=self.call_now,
            call_number=number,
            call_label=self.say(label),
            headline=self.say(advice.badge),
            lead=self.all([advice.lead] if advice.lead and not self.poisoned else []),
            do=self._do(),
            by_when=self._by_when(),
            where=self.say(advice.where),
            urgent_care_fits=not self.frozen["facts"].get("ER_NOT_UC"),
            video=self.say(advice.video),
            bring=self.all(advice.bring),
            phone_sentence=self.say(advice.say),
            reasons=reasons,
            more_reasons=more,
            warnings=warnings,
            safety_net=tuple(
                Signs(title=self.say(tier.title), signs=self._signs(tier)) for tier in guidance.safety_net
            ),
            safety_net_close=self.say(guidance.safety_net_close),
            cautions=self._cautions(),
            sections=tuple(self._section(block) for block in guidance.blocks_for(self.level)),
            help_notes=self.all(guidance.help_notes),
            help_lines=self.say(help_lines()),
            disclaimers=self.all(guidance.disclaimers),
            emergency_line=self.say(EMERGENCY_LINE),
            sources=self._sources(),
            reference=reference,
            answered=clinic_time(self.submitted_at),
            valid=self.say(EXPIRED if now > valid_until else VALID),
            valid_until=valid_until,
            is_expired=now > valid_until,
        )

    def say(self, text: Text) -> str:
        """A text in the voice of this assessment, with its time filled in."""
        return spoken(text, other_voice=self.frozen["other_voice"]).replace(BY_WHEN, self.hours)

    def all(self, texts: Iterable[Text]) -> tuple[str, ...]:
        return tuple(self.say(text) for text in texts)

    # --- what to do, and by when ------------------------------------------------------------------

    def _do(self) -> tuple[str, ...]:
        """The action first; poison control even before it, unless the action is to call for help."""
        first, *rest = self.advice.do
        poison = self.guidance.poison_first if self.poisoned else ()
        lines: list[Text] = [first, *poison] if self.call_now else [*poison, first]
        if self.level is Level.EMERGENCY_NOW:
            if self.frozen["other_voice"]:
                lines.append(self.guidance.alone_in_emergency)
            if self.fired & self.guidance.stay_still_rules:
                lines.append(self.guidance.stay_still)
            lines.append(self.advice.if_injury)
        lines += [self._fallback(), *rest]
        return tuple(filter(None, self.all(lines)))

    def _button(self) -> tuple[str, Text]:
        """The number of the call button and its words."""
        if self.call_now:
            return clinic_now().emergency_number, CALL_EMERGENCY
        if self.poisoned:
            return self.guidance.poison_number, CALL_POISON_CONTROL
        if self.level is Level.EMERGENCY_NOW:
            return clinic_now().emergency_number, CALL_IF_NOT_SAFE
        return "", ""

    def _fallback(self) -> Text:
        """Where to go when the first place cannot help."""
        if self.frozen["facts"].get("ER_NOT_UC") and self.advice.fallback_no_urgent_care:
            return self.advice.fallback_no_urgent_care
        return self.advice.fallback

    def _hours(self) -> str:
        hours = self.frozen["due_hours"]
        if hours is None or self.advice.by_when:
            return ""
        return gettext(HOURS.get(hours, HOURS_OTHER)).replace("{hours}", str(hours))

    def _by_when(self) -> str:
        if not self.hours or self.frozen["due_hours"] is None:
            return self.say(self.advice.by_when)
        due = self.submitted_at + timedelta(hours=self.frozen["due_hours"])
        return gettext(DEADLINE).format(when=capfirst(self.hours), date=clinic_time(due, year=False))

    # --- why --------------------------------------------------------------------------------------

    def _reasons(self) -> tuple[tuple[Stored, ...], str]:
        """At most three reasons of the deciding level, and a note when other answers counted too."""
        spoken_for = [finding for finding in self.frozen["findings"] if not self._is_floor_of_fired(finding)]
        every = list(dict.fromkeys(finding["patient"] for finding in spoken_for))
        top = dict.fromkeys(f["patient"] for f in spoken_for if f["level"] == self.level.name)
        shown = list(top)[:MOST_REASONS]
        if not shown:
            return (Stored(self.say(self.guidance.nothing_found)),), ""
        return tuple(map(as_stored, shown)), self.say(AND_OTHER_ANSWERS) if len(every) > len(shown) else ""

    def _is_floor_of_fired(self, finding: FrozenFinding) -> bool:
        """Of a rule and its floor only the rule itself is told."""
        return bool(finding["floor_of"]) and finding["floor_of"] in self.fired

    def _warnings(self, *, sent: bool) -> tuple[str, ...]:
        guidance, answers = self.guidance, self.facts.answers
        lines: list[Text] = []
        if answers.get("fever") == "felt_hot":
            lines.append(guidance.measure_fever)
        if sent:
            lines += guidance.always
        age = answers.get(PATHWAYS[self.frozen["pathway"]].age.key)
        if guidance.teen_line and isinstance(age, int) and age >= guidance.teen_from:
            lines.append(guidance.teen_line)
        return self.all(lines)

    def _signs(self, tier: Tier) -> tuple[str, ...]:
        """The signs of a tier. Those of a pregnancy are left out only where sex or age rules it out."""
        ruled_out = self.guidance.cannot_be_pregnant
        if ruled_out is None or ruled_out.truth(self.facts) is not Truth.YES:
            return self.all(tier.signs)
        return self.all(sign for sign in tier.signs if sign not in tier.pregnancy_signs)

    # --- the rest ---------------------------------------------------------------------------------

    def _cautions(self) -> tuple[MedicineCaution, ...]:
        """Adults only, where self-care is shown. The pediatric warnings are the same for everyone."""
        if self.frozen["pathway"] != ADULT or self.level not in UP_TO_PROMPT:
            return ()
        raised = cautions_for(self.facts)
        intros = {Medicine.NSAID: CAUTION_NSAID, Medicine.ACETAMINOPHEN: CAUTION_ACETAMINOPHEN}
        return tuple(
            MedicineCaution(text=self.say(intro), reasons=self.all(dict.fromkeys(texts)))
            for medicine, intro in intros.items()
            if (texts := [caution.patient for caution in raised if caution.medicine is medicine])
        )

    def _section(self, block: Block) -> Section:
        return section_of(
            block, self.say, is_open=self.level in block.open_at, on_paper=self.level in block.on_paper
        )

    def _sources(self) -> tuple[str, ...]:
        """Where the advice on this page comes from. Never the sources of a rule: they can give away why."""
        cited: list[Source] = list(self.guidance.safety_net_sources)
        for block in self.guidance.blocks_for(self.level):
            cited += block.sources
        return tuple(dict.fromkeys(str(source) for source in cited))


def section_of(
    block: Block, say: Callable[[Text], str], *, is_open: bool = True, on_paper: bool = True
) -> Section:
    """A block in final words: `say` gives them."""
    return Section(
        title=say(block.title),
        is_open=is_open,
        is_checklist=block.is_checklist,
        on_paper=on_paper,
        intro=say(block.intro),
        items=tuple(map(say, block.items)),
        close=say(block.close),
        answers=tuple((say(question), say(answer)) for question, answer in block.answers),
        key=block.key,
    )


def counted(frozen: FrozenResult, answers: Mapping[str, Any]) -> Facts:
    """The answers as they counted: to shown questions only, blanks of a finished form with their meaning."""
    pathway: Pathway = PATHWAYS[frozen["pathway"]]
    values: dict[str, Answer] = {
        key: frozenset(answer) if isinstance(answer, list) else answer
        for key, answer in answers.items()
        if key in frozen["shown"] and answer not in ("", [], None)
    }
    if not frozen["finished"]:
        return Facts(values)
    blanks = [pathway.by_key[key] for key in frozen["blank"] if key in pathway.by_key]
    for question in blanks:
        if question.options and question.blank_counts_as:
            single = question.blank_counts_as
            values[question.key] = frozenset({single}) if question.kind.name == "MULTI" else single
    return Facts(values, incomplete=any(question.core for question in blanks))


def clinic_time(moment: datetime, *, year: bool = True) -> str:
    """A moment in the clinic's time zone, such as "Saturday, November 21, 2026, 9:28 a.m. (UTC)"."""
    local = moment.astimezone(clinic_now().zone)
    return f"{date_format(local, formats().letter if year else formats().letter_soon)} ({local.tzname()})"
