"""What the "care" templates read of a field: options, ids and which control an error link lands on."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypedDict, cast

from django import forms
from django.utils.functional import cached_property

from assessments.bodymap import FIGURES

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

    from assessments.care_field import CareField
    from assessments.fields import BodyMapField, ChoicesField, DatePartsField, RatedListField

Words: TypeAlias = "str | StrPromise"


class Option(TypedDict):
    """One radio button or checkbox."""

    id: str
    value: str
    label: Words
    hint: Words
    checked: bool
    exclusive: bool


class Block(TypedDict):
    """Options that stand together: an optional heading, an optional divider before them."""

    id: str
    heading: Words
    divider: Words
    options: list[Option]


class DatePart(TypedDict):
    """One of the three boxes of a date."""

    id: str
    name: str
    label: Words
    value: str
    width: int
    autocomplete: str
    wrong: bool


class RatedItem(TypedDict):
    """One row of a rated list."""

    id: str
    name: str
    label: Words
    rating: str


class CareBoundField(forms.BoundField):
    """A field of a question page together with what was typed or chosen."""

    @property
    def care(self) -> CareField:
        """The field, under its own type."""
        return cast("CareField", self.field)

    @property
    def first_id(self) -> str:
        """Id of the control that an error message links to."""
        return self.auto_id

    @property
    def described_by(self) -> str:
        """Ids of everything that explains the control, in reading order."""
        ids = [f"{self.auto_id}_helptext"] if self.help_text else []
        if self.errors:
            ids.append(f"{self.auto_id}_error")
        if self.care.suffix:
            ids.append(f"{self.auto_id}_suffix")
        if self.care.counted:
            ids.append(f"{self.auto_id}-info")
        return " ".join(ids)

    @property
    def text_value(self) -> str:
        """What stands in the box: what was typed, without NUL bytes, or the saved answer."""
        value = self.value()
        return "" if value is None else str(value).replace("\0", "")


class BoundChoices(CareBoundField):
    """Radio buttons or checkboxes."""

    @property
    def choices_field(self) -> ChoicesField:
        """The field, under its own type."""
        return cast("ChoicesField", self.field)

    @property
    def first_id(self) -> str:
        return f"{self.auto_id}_0"

    @cached_property
    def chosen(self) -> frozenset[str]:
        """The chosen values."""
        value = self.value()
        if value is None or value == "":
            return frozenset()
        return (
            frozenset(map(str, value)) if isinstance(value, list | tuple | set) else frozenset([str(value)])
        )

    @cached_property
    def blocks(self) -> list[Block]:
        """The options; a new block starts at each group heading and at each divider."""
        field = self.choices_field
        blocks: list[Block] = []
        for index, (value, label) in enumerate(field.choices):
            heading, divider = field.option_groups.get(value, ""), field.dividers.get(value, "")
            if not blocks or heading or divider:
                block_id = f"{self.auto_id}_group_{index}"
                blocks.append(Block(id=block_id, heading=heading, divider=divider, options=[]))
            blocks[-1]["options"].append(
                Option(
                    id=f"{self.auto_id}_{index}",
                    value=value,
                    label=label,
                    hint=field.option_hints.get(value, ""),
                    checked=value in self.chosen,
                    exclusive=value in field.exclusive,
                )
            )
        return blocks


class BoundBodyMap(BoundChoices):
    """Checkboxes with the drawing of a back."""

    @cached_property
    def areas(self) -> list[dict[str, str]]:
        """The touchable areas: `name` says where one lies, `control` is the id of its checkbox."""
        figure = cast("BodyMapField", self.field).figure
        ids = {option["value"]: option["id"] for block in self.blocks for option in block["options"]}
        return [
            {"name": f"{figure}-{key}-{side}", "control": ids[key]}
            for key, sides in FIGURES[figure].items()
            if key in ids
            for side in sides
        ]


class BoundDate(CareBoundField):
    """The three boxes of a date."""

    @property
    def first_id(self) -> str:
        wrong = [part["id"] for part in self.parts if part["wrong"]]
        return wrong[0] if wrong else self.parts[0]["id"]

    @cached_property
    def wrong_parts(self) -> frozenset[str]:
        """Names of the boxes that an error is about."""
        errors = self.form.errors.get(self.name)
        found = [error.params for error in errors.as_data()] if errors is not None else []
        return frozenset(part for params in found if params for part in params.get("parts", ()))

    @cached_property
    def parts(self) -> list[DatePart]:
        """Month, day and year, in this order."""
        field = cast("DatePartsField", self.field)
        values = field.split(self.value())
        return [
            DatePart(
                id=f"{self.auto_id}_{part}",
                name=f"{self.html_name}_{part}",
                label=label,
                value=values[part],
                width=4 if part == "year" else 2,
                autocomplete=f"{field.autocomplete}-{part}" if field.autocomplete else "",
                wrong=part in self.wrong_parts,
            )
            for part, label in field.PARTS
        ]


class BoundRatedList(CareBoundField):
    """Items, each with a list of ratings."""

    @property
    def first_id(self) -> str:
        return f"{self.auto_id}_0"

    @cached_property
    def rows(self) -> list[RatedItem]:
        """One row for each item."""
        field = cast("RatedListField", self.field)
        value = self.value()
        if self.form.is_bound and isinstance(value, list):
            ratings = dict(zip((item for item, _label in field.choices), value, strict=False))
        else:
            ratings = field.ratings_of(value)
        return [
            RatedItem(
                id=f"{self.auto_id}_{index}",
                name=f"{self.html_name}_{item}",
                label=label,
                rating=ratings.get(item) or "",
            )
            for index, (item, label) in enumerate(field.choices)
        ]
