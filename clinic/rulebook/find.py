"""Finding rules: by words, pathway, level and hazard."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from assessments.fields import ShortTextField
from assessments.helper import fields_only
from assessments.summary.header import level_words
from clinic.rulebook.entries import Entry, entries
from clinic.rulebook.hazards import HAZARDS, hazard_of
from clinic.rulebook.opinions import Tally
from clinic.select import SelectField
from triage.model import Level
from triage.pathways import PATHWAYS

BY_DISAGREEMENT = "disagreement"
LONGEST_TEXT = 80


def pathway_words(name: str) -> str:
    """What a pathway is called."""
    return {"adult": _("Adult"), "pediatric": _("Child")}.get(name, name)


class FindForm(forms.Form):
    """Which rules to show. Everything may be left blank."""

    use_required_attribute = False

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__(data)
        self.fields["text"] = ShortTextField(
            label=_("Words or id"), required=False, mark_optional=False, max_length=LONGEST_TEXT
        )
        pathways = [(name, pathway_words(name)) for name in PATHWAYS]
        levels = [(str(level.value), level_words(level)) for level in sorted(Level, reverse=True)]
        hazards = sorted((str(label), code) for code, label in HAZARDS.items())
        self._add_list("pathway", _("Form"), _("Both"), pathways)
        self._add_list("level", _("Level"), _("All levels"), levels)
        self._add_list(
            "hazard", _("Hazard"), _("All"), [(code, f"{label} ({code})") for label, code in hazards]
        )
        order = [(BY_DISAGREEMENT, _("Most disagreement of reviewers first"))]
        self._add_list("order", _("Order"), _("As in the specification"), order)
        self.helper = fields_only(show_errors=False)

    def _add_list(self, name: str, label: str, blank: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name] = SelectField(
            label=label, required=False, mark_optional=False, choices=[("", blank), *choices]
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether anything was asked for."""
        return any(self.cleaned_data.values())

    def found(self, pathway: str, opinions: Mapping[str, Tally]) -> list[Entry]:
        """The rules of a pathway that fit the cleaned form."""
        wanted = self.cleaned_data
        if wanted["pathway"] not in (None, pathway):
            return []
        fitting = [entry for entry in entries(pathway) if self._fits(entry)]
        if wanted["order"] == BY_DISAGREEMENT:
            fitting.sort(key=lambda entry: -opinions.get(entry.rule.id, Tally()).disagree)
        return fitting

    def _fits(self, entry: Entry) -> bool:
        wanted = self.cleaned_data
        return (
            wanted["level"] in (None, str(entry.rule.level.value))
            and wanted["hazard"] in (None, hazard_of(entry.rule.id))
            and entry.says(wanted["text"].casefold())
        )
