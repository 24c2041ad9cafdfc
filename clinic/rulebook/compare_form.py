"""Which two versions of the rules to compare."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from assessments.care_field import Messages
from assessments.helper import fields_only
from assessments.summary.clock import clinic_time
from clinic.models import RulesetSnapshot
from clinic.rulebook.find import pathway_words
from clinic.select import SelectField


class CompareForm(forms.Form):
    """Two stored versions of one pathway."""

    use_required_attribute = False

    def __init__(self, snapshots: Iterable[RulesetSnapshot], data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.kept = {snapshot.version: snapshot for snapshot in snapshots}
        choices = [("", _("Choose a version")), *((key, _named(kept)) for key, kept in self.kept.items())]
        wrong: Messages = {"required": _("Choose a version")}
        self.fields["old"] = SelectField(label=_("From version"), choices=choices, error_messages=wrong)
        self.fields["new"] = SelectField(label=_("To version"), choices=choices, error_messages=wrong)
        self.helper = fields_only(show_errors=False)

    @property
    def can_compare(self) -> bool:
        """Whether there are two versions of any pathway."""
        pathways = [snapshot.pathway for snapshot in self.kept.values()]
        return len(pathways) > len(set(pathways))

    def clean(self) -> dict[str, Any]:
        """Both of one pathway."""
        cleaned = super().clean() or {}
        chosen = [self.kept[cleaned[name]] for name in ("old", "new") if cleaned.get(name)]
        if len({snapshot.pathway for snapshot in chosen}) > 1:
            self.add_error("new", ValidationError(_("Choose two versions of the same form")))
        return cleaned


def _named(snapshot: RulesetSnapshot) -> str:
    words = {
        "form": pathway_words(snapshot.pathway),
        "version": snapshot.version,
        "time": clinic_time(snapshot.first_seen_at),
    }
    return _("%(form)s: %(version)s, in use here since %(time)s") % words
