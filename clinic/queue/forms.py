"""The gate in front of the queue: its address, the search, and everything that can be done with a case."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, time, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from assessments.bound import Words
from assessments.fields import LongTextField, RadioField, ShortTextField
from assessments.languages import language_name
from assessments.summary.header import LEVEL_WORDS
from clinic.cases.search import TooVagueError, Wanted, parse
from clinic.models.case import Outcome
from clinic.models.staff import Member
from clinic.queue.listing import NO_LEVEL, Filters, Position, Tab
from clinic.queue.people import colleagues
from clinic.select import SelectField
from triage_site.context import clinic_now

LONGEST_SEARCH = 120
LONGEST_MESSAGE = 1000
LONGEST_NOTE = 500
# What the front desk can say of a call: whom it sends where, and advice, are not for it to decide.
DESK_OUTCOMES = (Outcome.CALLED, Outcome.BOOKED, Outcome.NOT_REACHED)
LONGEST_ADDRESS = 500
LARGEST_REVISION = 2**31 - 1
# The year 9000: what is later is no time of this clinic.
LATEST_MILLISECONDS = 221_845_000_000_000
LONGEST_WAIT = timedelta(days=366)
MORNING = time(9, 0)
ME, NOBODY = "me", "nobody"
_POSITION = re.compile(r"([0-9]{26})-([0-9a-f]{32})")
_NOT_IN_LIST = _("Choose from the list")


class PlaceForm(forms.Form):
    """Which tab, and behind which case the page begins. What does not fit is no page at all."""

    tab = forms.ChoiceField(choices=Tab.choices, required=False)
    after = forms.CharField(max_length=64, required=False)

    @property
    def shown(self) -> Tab:
        """The tab; "to do" without one."""
        return Tab(self.cleaned_data["tab"] or Tab.TODO)

    @property
    def position(self) -> Position | None:
        """Where the page before ended; None at the top."""
        position: Position | None = self.cleaned_data["after"]
        return position

    def clean_after(self) -> Position | None:
        """A position as pages write it, or none."""
        text: str = self.cleaned_data["after"]
        if "after" not in self.data:
            return None
        match = _POSITION.fullmatch(text)
        if match is None:
            raise ValidationError("not a position")
        return Position(match[1], uuid.UUID(match[2]))


class NewsForm(forms.Form):
    """What a page knows: its counts and when the newest case arrived (clinic.queue.listing.Counts.mark)."""

    mark = forms.RegexField(regex=r"\A[0-9]{1,6}(\.[0-9]{1,6}){5}(\.[0-9]{1,15}){2}\Z", max_length=80)

    @property
    def newest(self) -> datetime | None:
        """When the newest case that the page knows of arrived; None for no case at all."""
        milliseconds = int(self.cleaned_data["mark"].rpartition(".")[2])
        return datetime.fromtimestamp((milliseconds + 1) / 1000, tz=UTC) if milliseconds else None

    def clean_mark(self) -> str:
        """A mark whose time a calendar has."""
        text: str = self.cleaned_data["mark"]
        if int(text.rpartition(".")[2]) > LATEST_MILLISECONDS:
            raise ValidationError("no such time")
        return text


class FilterForm(forms.Form):
    """What is left of a tab. All fields may be blank."""

    use_required_attribute = False

    def __init__(self, member: Member, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.member = member
        levels = [(str(int(level)), words) for level, words in LEVEL_WORDS.items()]
        languages = [(code, language_name(code)) for code, _name in settings.LANGUAGES]
        people = [(str(one.pk), one.name) for one in colleagues() if one.pk != member.pk]
        ages = [("24", _("Older than 24 hours")), ("72", _("Older than 3 days"))]
        choices: dict[str, tuple[Any, list[tuple[str, Any]]]] = {
            "level": (_("Level"), [*levels, (str(NO_LEVEL), _("No level yet"))]),
            "pathway": (_("Who it is about"), [("adult", _("Adult")), ("pediatric", _("Child"))]),
            "older": (_("Age of answers"), ages),
            "language": (_("Language"), languages),
            "assignee": (_("Assigned to"), [(ME, _("Me")), (NOBODY, _("Nobody")), *people]),
        }
        for name, (label, options) in choices.items():
            self.fields[name] = SelectField(
                label=label,
                choices=[("", _("All")), *options],
                required=False,
                mark_optional=False,
                error_messages={"invalid_choice": _NOT_IN_LIST},
            )

    @property
    def filters(self) -> Filters:
        """What was chosen; nothing where something cannot be chosen."""
        if not self.is_valid():
            return Filters()
        chosen = self.cleaned_data
        assignee = {ME: self.member.pk, NOBODY: 0}.get(chosen["assignee"] or "")
        if assignee is None and chosen["assignee"]:
            assignee = int(chosen["assignee"])
        return Filters(
            level=int(chosen["level"]) if chosen["level"] else None,
            pathway=chosen["pathway"] or "",
            language=chosen["language"] or "",
            older=int(chosen["older"]) if chosen["older"] else None,
            assignee=assignee,
        )

    @property
    def words(self) -> list[str]:
        """The filters that are on, as their lists say them."""
        return [
            str(dict(self.fields[name].choices)[value])  # type: ignore[attr-defined]
            for name, value in self.chosen.items()
        ]

    @cached_property
    def chosen(self) -> dict[str, str]:
        """The filters that are on, as the address says them."""
        return {name: value for name in self.fields if (value := self.cleaned_data.get(name))}


class SearchForm(forms.Form):
    """What somebody is looking for."""

    use_required_attribute = False
    wanted: Wanted

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, auto_id="search_%s")
        self.fields["q"] = ShortTextField(
            label=_("Reference, name, date of birth or phone number"),
            help_text=_("For example BP-7K3M-9QD, the first 3 letters of a name, 3/27/1980 or 555 0100."),
            max_length=LONGEST_SEARCH,
            mark_optional=False,
            error_messages={"required": _("Enter what you are looking for")},
        )

    def clean_q(self) -> str:
        """Something that can be looked for."""
        text: str = self.cleaned_data["q"]
        try:
            self.wanted = parse(text)
        except TooVagueError:
            raise ValidationError(
                _("Enter a reference, letters of a name, a full date of birth or 7 digits of a phone number")
            ) from None
        return text


class ActionForm(forms.Form):
    """What every form about a case sends: the revision it was shown with, and where to go on."""

    use_required_attribute = False
    revision = forms.IntegerField(
        min_value=0,
        max_value=LARGEST_REVISION,
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), _("Open the case again, then try again")
        ),
    )
    next = forms.CharField(max_length=LONGEST_ADDRESS, required=False, widget=forms.HiddenInput)

    def __init__(self, what: str, data: Mapping[str, Any] | None = None, **options: Any) -> None:
        super().__init__(data, auto_id=f"{what}_%s", **options)
        self.what = what
        for name, field in self.own().items():
            self.fields[name] = field

    def own(self) -> dict[str, forms.Field]:
        """The fields besides those of every form."""
        return {}

    @property
    def shown(self) -> Iterable[forms.BoundField]:
        """The fields that somebody fills in."""
        return self.visible_fields()

    def for_revision(self, revision: int) -> ActionForm:
        """The same form with what was typed, for the case as it is now."""
        return type(self)(
            self.what, {**{name: self.data[name] for name in self.data}, "revision": str(revision)}
        )

    def clean_next(self) -> str:
        """An address of the staff's pages here; "" for any other."""
        address: str = self.cleaned_data["next"]
        is_ours = address.startswith("/staff/") and url_has_allowed_host_and_scheme(address, None)
        return address if is_ours else ""


class AssignForm(ActionForm):
    """To whom a case is given."""

    def own(self) -> dict[str, forms.Field]:
        """A list of those who work on cases."""
        people = [(str(one.pk), one.name) for one in colleagues()]
        field = SelectField(
            label=_("Give it to"),
            choices=[("", _("Choose a colleague")), *people],
            error_messages={"required": _("Choose a colleague"), "invalid_choice": _NOT_IN_LIST},
        )
        return {"to": field}


class WaitForm(ActionForm):
    """Until when a case waits."""

    until: datetime

    def own(self) -> dict[str, forms.Field]:
        """Usual times, or one of one's own."""
        choices = [
            ("1", _("In 1 hour")),
            ("4", _("In 4 hours")),
            ("morning", _("Tomorrow morning at 9")),
            ("at", _("At another time")),
        ]
        required: dict[str, Words] = {"required": _("Choose when to be reminded")}
        return {
            "when": RadioField(label=_("Remind us"), choices=choices, error_messages=required),
            "at": ShortTextField(
                label=_("Another time"),
                help_text=_("Date and time where the clinic is, such as 2026-11-23 14:30."),
                input_type="datetime-local",
                max_length=30,
                required=False,
                mark_optional=False,
            ),
        }

    def clean(self) -> dict[str, Any]:
        """Work out the moment, in the clinic's time zone."""
        cleaned = super().clean() or self.cleaned_data
        when, now, zone = cleaned.get("when"), timezone.now(), clinic_now().zone
        if when in ("1", "4"):
            self.until = now + timedelta(hours=int(when))
        elif when == "morning":
            tomorrow = timezone.localdate(now, zone) + timedelta(days=1)
            self.until = datetime.combine(tomorrow, MORNING, zone)
        elif when == "at" and "at" in cleaned:
            self._read_moment(cleaned["at"], now)
        return cleaned

    def _read_moment(self, typed: str, now: datetime) -> None:
        zone = clinic_now().zone
        try:
            local = datetime.fromisoformat(typed.replace(" ", "T", 1))
            if local.tzinfo is not None or "T" not in typed.replace(" ", "T", 1):
                raise ValueError
        except ValueError:
            self.add_error("at", _("Enter a date and a time such as 2026-11-23 14:30"))
            return
        until = local.replace(tzinfo=zone)
        if until.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != local:
            self.add_error("at", _("The clocks skip this time that day. Choose an hour earlier or later"))
        elif until <= now:
            self.add_error("at", _("Enter a time that is not over yet"))
        elif until > now + LONGEST_WAIT:
            self.add_error("at", _("Enter a time within a year"))
        else:
            self.until = until


class OutcomeForm(ActionForm):
    """What became of a case, or of one try to reach the person."""

    outcomes: Iterable[Outcome] = tuple(Outcome)

    def own(self) -> dict[str, forms.Field]:
        """The outcomes, and a note."""
        required: dict[str, Words] = {"required": _("Choose what became of it")}
        choices = [(outcome.value, outcome.label) for outcome in self.outcomes]
        return {
            "outcome": RadioField(label=_("What became of it?"), choices=choices, error_messages=required),
            "note": LongTextField(
                label=_("Note"),
                help_text=_("For colleagues. The person does not see it."),
                max_length=LONGEST_NOTE,
                required=False,
            ),
        }


class DeskOutcomeForm(OutcomeForm):
    """What became of a try of the front desk to reach the person."""

    outcomes = DESK_OUTCOMES


class MessageForm(ActionForm):
    """Words to the person."""

    def own(self) -> dict[str, forms.Field]:
        """The text."""
        return {
            "text": LongTextField(
                label=_("Message to the person"),
                help_text=_("They read it on their status page. In an emergency phone them instead."),
                max_length=LONGEST_MESSAGE,
                error_messages={"required": _("Enter a message")},
            )
        }
