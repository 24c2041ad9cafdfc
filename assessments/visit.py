"""Notes for a visit that can wait: what to ask, where the person will be, who helps. All of it optional.

They are no answers and change no level. While the form is open they lie in its progress; what is sent has
them in its contact details. Somebody who has to be seen today or needs help now is never asked for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from django.urls import reverse

from assessments.fields import RadioField, ShortTextField
from assessments.guidance import GUIDANCE
from assessments.guidance.model import LOW, UP_TO_PROMPT
from assessments.held import HeldForm
from assessments.helper import fields_only
from assessments.review import Row, Section, answer_lines
from assessments.services import VISIT, Draft, JSONObject
from assessments.text import spoken
from triage.engine import evaluate
from triage.model import Level, Question
from triage.words import Text, Voiced, _

MOST_QUESTIONS = 3
LONGEST = {"question": 200, "place": 200, "companion": 120}

LANGUAGE = "language"
SHOWN_AGAIN = ("place", "companion", "child_there")

TITLE = _("For your visit")
QUESTIONS = _("Questions for the visit")
RANKS = (
    _("Your first question"),
    _("Your second question"),
    _("Your third question"),
    _("One more question"),
)
CAMERA = _("It helps if someone can hold the camera.")
ONLY_STAFF = _("We ask everyone from age 12. Only the care team sees this answer.")
YES_NO_UNSURE = {"yes": _("Yes"), "no": _("No"), "not_sure": _("Not sure")}


@dataclass(frozen=True)
class Words:
    """What a pathway asks for the visit. `noted`: questions of the form that say such things already."""

    example: Text
    place: Text
    place_hint: Text
    companion: Text
    child_there: Text = ""
    time_alone: Text = ""
    noted: tuple[str, ...] = ()


ADULT = Words(
    example=Voiced(
        _("For example: What could be the cause? When can I go back to work?"),
        _("For example: What could be the cause? When can they go back to work?"),
    ),
    place=Voiced(
        _("Where will you be during the call?"),
        _("Where will they be during the call?"),
    ),
    place_hint=Voiced(
        _("Street and town, so that help can find you if the call drops."),
        _("Street and town, so that help can find them if the call drops."),
    ),
    companion=Voiced(_("Who will be with you?"), _("Who will be with them?")),
    noted=("patient_question", "meds_allergies"),
)
CHILD = Words(
    example=Voiced(
        _("For example: What could be the cause? When can my child play sports again?"),
        _("For example: What could be the cause? When can I play sports again?"),
    ),
    place=Voiced(
        _("Where will your child be during the call?"),
        _("Where will you be during the call?"),
    ),
    place_hint=Voiced(
        _("Street and town, so that help can find your child if the call drops."),
        _("Street and town, so that help can find you if the call drops."),
    ),
    companion=Voiced(_("Who will be with your child?"), _("Who will be with you?")),
    child_there=_("Will your child be there for the call?"),
    time_alone=Voiced(
        _("Would your teen like some time alone with the clinician?"),
        _("Would you like some time alone with the clinician?"),
    ),
    noted=("current_meds",),
)
WORDS = {"adult": ADULT, "pediatric": CHILD}
PATIENT_QUESTION = "patient_question"


def level_if_sent(draft: Draft) -> Level | None:
    """The level that the answers so far would get, were they sent now."""
    return evaluate(draft.pathway, draft.answers, finished=True).level


def is_asked(draft: Draft) -> bool:
    """Whether the page of notes is part of the way: only where nobody is slowed down by it."""
    return level_if_sent(draft) in UP_TO_PROMPT


def notes_of(stored: object) -> JSONObject:
    """The notes in a progress or in contact details, or none."""
    return cast("JSONObject", stored[VISIT]) if isinstance(stored, dict) and VISIT in stored else {}


class VisitForm(HeldForm):
    """The notes. Whether the visit is by video depends on `level`; what was typed is taken whatever it is."""

    use_required_attribute = False

    def __init__(self, draft: Draft, level: Level | None, data: Mapping[str, Any] | None = None) -> None:
        self.draft = draft
        self.words = WORDS[draft.pathway.name]
        self.saved = notes_of(draft.progress)
        questions = list(self.saved.get("questions", ()))
        initial = {f"question_{n}": text for n, text in enumerate(questions, 1)}
        initial |= {key: self.saved[key] for key in SHOWN_AGAIN if key in self.saved}
        super().__init__(data, initial=initial)
        self._add_questions(len(questions))
        by_video = level in LOW
        if by_video or self._was_sent("place"):
            self._add_text("place", self.words.place, self.words.place_hint)
        self._add_text("companion", self.words.companion, CAMERA if by_video else "")
        # Who answers alone is the one who will be there.
        if self._is_for_a_child and not self._other_voice and (by_video or self._was_sent("child_there")):
            self._add_choice("child_there", self.words.child_there)
        if self._is_teen:
            self._add_choice("time_alone", self.words.time_alone, ONLY_STAFF)
        self.helper = fields_only(show_errors=False)

    @property
    def _other_voice(self) -> bool:
        return self.draft.flow.other_voice

    @property
    def _is_for_a_child(self) -> bool:
        return bool(self.words.child_there)

    @property
    def _is_teen(self) -> bool:
        teen_from = GUIDANCE[self.draft.pathway.name].teen_from
        age = self.draft.answers.get(self.draft.pathway.age.key)
        return teen_from > 0 and isinstance(age, int) and age >= teen_from

    def _was_sent(self, key: str) -> bool:
        return key in self.data

    def _say(self, text: Text) -> str:
        return spoken(text, other_voice=self._other_voice)

    def _add_questions(self, saved: int) -> None:
        """Boxes for three questions in all: one noted earlier counts, and nothing saved loses its box."""
        noted = 1 if PATIENT_QUESTION in self.words.noted and self.draft.answers.get(PATIENT_QUESTION) else 0
        sent = sum(f"question_{n}" in self.data for n in range(1, MOST_QUESTIONS + 1))
        for n in range(1, max(MOST_QUESTIONS - noted, saved, sent) + 1):
            self.fields[f"question_{n}"] = ShortTextField(
                label=spoken(RANKS[n - 1 + noted]),
                help_text=self._say(self.words.example) if n == 1 else "",
                required=False,
                mark_optional=False,
                max_length=LONGEST["question"],
            )

    def _add_text(self, key: str, label: Text, hint: Text = "") -> None:
        self.fields[key] = ShortTextField(
            label=self._say(label),
            help_text=self._say(hint),
            required=False,
            mark_optional=False,
            max_length=LONGEST[key],
        )

    def _add_choice(self, key: str, label: Text, hint: Text = "") -> None:
        self.fields[key] = RadioField(
            label=self._say(label),
            help_text=self._say(hint),
            required=False,
            mark_optional=False,
            choices=[(option, spoken(words)) for option, words in YES_NO_UNSURE.items()],
        )

    def record(self, language: str) -> JSONObject:
        """What is kept: what was noted, and what was noted before and not asked for this time.

        A blank where the answer is never shown again means "not changed", not "taken back". `language`: of
        the page; notes that are sent again unchanged keep the one they were written in.
        """
        given = {key: value for key, value in self.cleaned_data.items() if value}
        questions = [given.pop(key) for key in self.fields if key.startswith("question_") and key in given]
        asked = (self.fields.keys() | {"questions", LANGUAGE}) - {"time_alone"}
        kept = {key: value for key, value in self.saved.items() if key not in asked}
        notes = {**kept, **given, **({"questions": questions} if questions else {})}
        if not notes:
            return {}
        before = {key: value for key, value in self.saved.items() if key != LANGUAGE}
        return {**notes, LANGUAGE: self.saved[LANGUAGE] if notes == before else language}


@dataclass(frozen=True)
class Told:
    """The notes as the person who wrote them reads them again. What is only for staff has no place here."""

    questions: tuple[str, ...]
    lines: tuple[tuple[str, str], ...]

    def __bool__(self) -> bool:
        return bool(self.questions or self.lines)


def told(pathway: str, answers: Mapping[str, Any], notes: JSONObject, *, other_voice: bool) -> Told:
    """The questions in the person's order, the one noted in the form first; then the rest."""
    words = WORDS[pathway]
    first = answers.get(PATIENT_QUESTION) if PATIENT_QUESTION in words.noted else None
    questions = (*([str(first)] if first else ()), *notes.get("questions", ()))
    lines = [
        (spoken(label, other_voice=other_voice), str(notes[key]))
        for key, label in (("place", words.place), ("companion", words.companion))
        if notes.get(key)
    ]
    if notes.get("child_there"):
        lines.append((spoken(words.child_there), spoken(YES_NO_UNSURE[notes["child_there"]])))
    return Told(questions, tuple(lines))


def noted_before(draft: Draft, number: int) -> list[Row]:
    """What the form asked that belongs to the visit, with its answer and a link to change it.

    The question for the visit only if it was answered: else it is asked here, with the others.
    """
    flow = draft.flow
    rows = []
    for page in flow.pages:
        for question in flow.questions(page):
            if question.key == PATIENT_QUESTION and question.key not in draft.answers:
                continue
            if question.key in WORDS[draft.pathway.name].noted:
                url = reverse("assessments:page", args=[number, page.code]) + "?change=1"
                rows.append(_row(draft, question, url))
    return rows


def _row(draft: Draft, question: Question, url: str) -> Row:
    voice = draft.flow.other_voice
    lines = answer_lines(question, draft.answers, other_voice=voice)
    return Row(spoken(question.text, other_voice=voice), lines, url, own_words=True)


def review_section(draft: Draft, number: int) -> list[Section]:
    """The notes on check-your-answers, if there are any. The one that is only for staff is left out."""
    notes = notes_of(draft.progress)
    url = reverse("assessments:visit", args=[number]) + "?change=1"
    said = told(draft.pathway.name, {}, notes, other_voice=draft.flow.other_voice)
    rows = [Row(spoken(QUESTIONS), said.questions, url, own_words=False)] if said.questions else []
    rows += [Row(label, (line,), url, own_words=True) for label, line in said.lines]
    return [Section(spoken(TITLE), tuple(rows))] if rows else []
