"""The forms of one case: a review, and the reason for an emergency access."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.fields import CheckboxesField, LongTextField, RadioField
from assessments.held import HeldForm
from assessments.helper import fields_only
from assessments.summary.clock import clinic_time
from assessments.summary.header import LEVEL_WORDS
from clinic.access import Act, may
from clinic.cases.due import due_at
from clinic.cases.keys import is_urgent
from clinic.cases.reviews import Opinion, Radiograph, Reason
from clinic.models import Case
from clinic.models.case import Outcome, State, Verdict
from clinic.models.staff import Member
from clinic.select import SelectField
from triage.model import Level

LONGEST_NOTE = 4000
LEAST_LETTERS = 10
# "No opinion on the level this time": the row stores an empty verdict.
NO_OPINION = "none"
DONE = "done"
MOST_REVISIONS = 2**31 - 1
NOTHING = ("", "")
# What forms say to clinic.cases.work.UnreachedError.
UNREACHED = gettext_lazy("The person was not reached, and it is urgent: leave the case open and try again")


class ReviewForm(HeldForm):
    """A review of `case` by `member`. The page sends along which revision of the case it showed.

    A level can be lowered only by who may: to others neither the verdict nor the levels are offered.
    """

    use_required_attribute = False

    def __init__(self, case: Case, member: Member, data: Mapping[str, Any] | None = None) -> None:
        self.case, self.member = case, member
        super().__init__(data)
        self.build()
        self.helper = fields_only(show_errors=False)

    @property
    def may_lower(self) -> bool:
        """Whether this member may lower a level."""
        return may(self.member, Act.LOWER)

    def build(self) -> None:
        """Add the fields, in the order of the work."""
        levels = self._levels()
        self.fields["verdict"] = RadioField(
            label=_("What do you think of the level?"),
            choices=[
                *((verdict.value, verdict.label) for verdict in self._verdicts(levels)),
                (NO_OPINION, _("No opinion on the level this time")),
            ],
            error_messages={"required": _("Choose what you think of the level")},
        )
        if levels:
            self._add_level(levels)
        self.fields["outcome"] = SelectField(
            label=_("What came of it"), choices=[NOTHING, *Outcome.choices], required=False
        )
        if self.case.pathway == "pediatric":
            self.fields["radiograph"] = SelectField(
                label=_("X-ray result"), choices=[NOTHING, *Radiograph.choices], required=False
            )
        self.fields["note"] = LongTextField(
            label=_("Note"),
            help_text=_("For colleagues and the chart. The person does not see it."),
            max_length=LONGEST_NOTE,
            required=False,
        )
        if self.case.state != State.DONE:
            self.fields[DONE] = CheckboxesField(
                label=_("And then"),
                choices=[(DONE, _("Nothing is left to do: call this case done"))],
                required=False,
                mark_optional=False,
            )

    def _add_level(self, levels: list[Level]) -> None:
        if_moved = _("Only if it should be higher.")
        if self.may_lower:
            if_moved = _("Only if it should be higher or lower.")
        self.fields["level"] = SelectField(
            label=_("The level it should be"),
            help_text=if_moved,
            choices=[NOTHING, *((str(int(level)), self._with_due(level)) for level in levels)],
            required=False,
            mark_optional=False,
        )
        self.fields["reason"] = SelectField(
            label=_("Why it should be another level"),
            help_text=if_moved,
            choices=[NOTHING, *Reason.choices],
            required=False,
            mark_optional=False,
        )

    def _with_due(self, level: Level) -> str:
        """A level, and by when the person would be due."""
        due = due_at(self.case, level, timezone.now())
        when = clinic_time(due) if due else _("no visit due")
        return _("%(level)s (due: %(when)s)") % {"level": LEVEL_WORDS[level], "when": when}

    def _verdicts(self, levels: list[Level]) -> list[Verdict]:
        """Those for which there is a level to choose."""
        now = self.case.level or 0
        higher, lower = (any(level > now for level in levels), any(level < now for level in levels))
        offered = {Verdict.AGREE: True, Verdict.HIGHER: higher, Verdict.LOWER: lower}
        return [verdict for verdict in Verdict if offered[verdict]]

    def _levels(self) -> list[Level]:
        """The levels to choose from, the most urgent first. Without a level only urgent ones are a raise."""
        now = self.case.level
        levels = [level for level in LEVEL_WORDS if level != now]
        if self.may_lower:
            return levels
        return [level for level in levels if (is_urgent(level) if now is None else level > now)]

    @property
    def opinion(self) -> Opinion:
        """What the valid form says."""
        given = self.cleaned_data
        verdict = given["verdict"]
        moved = verdict in (Verdict.HIGHER, Verdict.LOWER)
        return Opinion(
            verdict="" if verdict == NO_OPINION else verdict,
            level=int(given["level"]) if moved else None,
            reason=given["reason"] or "" if moved else "",
            outcome=given["outcome"] or "",
            note=given["note"],
            radiograph=given.get("radiograph") or "",
            is_done=bool(given.get(DONE)),
        )

    def shown_revision(self) -> int:
        """The revision of the case that the page showed; -1, which no case has, if that cannot be read."""
        return self._number("revision", otherwise=-1)

    def known_entries(self) -> int:
        """How much of the history the page showed; 0 if that cannot be read."""
        return self._number("known", otherwise=0)

    def _number(self, name: str, *, otherwise: int) -> int:
        text = str(self.data.get(name, ""))
        is_number = text.isascii() and text.isdigit() and len(text) <= len(str(MOST_REVISIONS))
        return min(int(text), MOST_REVISIONS) if is_number else otherwise

    def clean(self) -> dict[str, Any]:
        """What belongs together is there together, and a raise is one."""
        cleaned = super().clean() or self.cleaned_data
        verdict = cleaned.get("verdict")
        if verdict in (Verdict.HIGHER, Verdict.LOWER):
            self._check_move(verdict, cleaned)
        elif verdict and cleaned.get("level"):
            self.add_error("level", _("Choose “higher” or “lower” above, or leave this empty"))
        if cleaned.get("reason") == Reason.OTHER and "note" not in self.errors and not cleaned.get("note"):
            self.add_error("note", _("Write the reason here"))
        self._check_rest(cleaned)
        return cleaned

    def _check_move(self, verdict: str, cleaned: dict[str, Any]) -> None:
        if "level" not in self.errors:
            self._check_level(verdict, cleaned.get("level") or "")
        if "reason" in self.errors:
            return
        reason = cleaned.get("reason")
        if not reason:
            self.add_error("reason", _("Choose why it should be another level"))
        elif (verdict, reason) in (
            (Verdict.HIGHER, Reason.TOO_CAUTIOUS),
            (Verdict.LOWER, Reason.NOT_CAUTIOUS),
        ):
            self.add_error("reason", _("This reason speaks for the other direction. Choose another one"))

    def _check_level(self, verdict: str, level: str) -> None:
        now = self.case.level or 0
        if not level:
            self.add_error("level", _("Choose the level it should be"))
        elif verdict == Verdict.HIGHER and int(level) <= now:
            self.add_error("level", _("Choose a level that is higher than it is now"))
        elif verdict == Verdict.LOWER and (int(level) >= now):
            self.add_error("level", _("Choose a level that is lower than it is now"))

    def _check_rest(self, cleaned: dict[str, Any]) -> None:
        if cleaned.get(DONE) and not cleaned.get("outcome") and "outcome" not in self.errors:
            self.add_error("outcome", _("Choose what came of it, then call the case done"))
        said = ("outcome", "radiograph", "note")
        nothing = not any(cleaned.get(name) or name in self.errors for name in said)
        if cleaned.get("verdict") == NO_OPINION and nothing:
            self.add_error("verdict", _("Say something: about the level, what came of it, or a note"))


class GlassForm(HeldForm):
    """Why somebody must read what their role does not show."""

    use_required_attribute = False

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.fields["reason"] = LongTextField(
            label=_("Why do you have to read this now?"),
            help_text=_("Say what happened and who asked for it. An admin reads this."),
            max_length=500,
            rows=3,
            error_messages={"required": _("Write why you have to read this now")},
        )
        self.helper = fields_only(show_errors=False)

    def clean_reason(self) -> str:
        """A reason that says something."""
        reason: str = self.cleaned_data["reason"]
        if sum(char.isalpha() for char in reason) < LEAST_LETTERS:
            raise ValidationError(
                _("Write the reason with at least %(least)s letters") % {"least": LEAST_LETTERS}
            )
        return reason
