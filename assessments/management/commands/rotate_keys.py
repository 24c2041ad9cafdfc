"""`manage.py rotate_keys`: seal every stored value with the primary key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import Model
from django.db.models.query import QuerySet
from django.utils.module_loading import import_string

from triage_site import vault


@dataclass
class Tally:
    """What became of the values of one column."""

    sealed: int = 0
    changed_meanwhile: int = 0
    unreadable: int = 0


class Command(BaseCommand):
    """Safe to stop and to run again: a value is replaced only if it is still the one that was read."""

    help = (
        "Seals every stored value again with the first key of FIELD_ENCRYPTION_KEYS. "
        "Afterwards, and once no backup needs it any more, the old key can be removed."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--batch-size", type=int, default=200, help="rows read at a time (default 200)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises CommandError when a value could not be read (its place is printed) or changed meanwhile."""
        if options["batch_size"] < 1:
            raise CommandError("--batch-size must be 1 or more")
        total = Tally()
        for model in apps.get_models():
            for column in vault.sealed_columns(model):
                self._rotate(model, column, options["batch_size"], total)
        for name in settings.ALSO_ROTATED:
            _count(import_string(name)(), total)
        self.stdout.write(f"{total.sealed} sealed again with the primary key")
        if total.unreadable:
            raise CommandError(
                f"{total.unreadable} could not be read and are left as they were; keep the old keys"
            )
        if total.changed_meanwhile:
            raise CommandError(f"{total.changed_meanwhile} changed meanwhile: run rotate_keys again")

    def _rotate(self, model: type[Model], column: str, batch_size: int, total: Tally) -> None:
        table = model._meta.db_table
        for pk, old in _stale_rows(model, column, batch_size):
            place = vault.place_of(table, pk, column)
            try:
                new = vault.seal(vault.unseal(old, place=place), place=place)
            except vault.VaultError as problem:
                total.unreadable += 1
                self.stderr.write(str(problem))
                continue
            # Only if nobody wrote in between: a newer answer must not be replaced by the one read here.
            if model._base_manager.filter(pk=pk, **{column: old}).update(**{column: new}):
                total.sealed += 1
            else:
                total.changed_meanwhile += 1


def _count(outcomes: Iterable[bool | None], total: Tally) -> None:
    """Count values that are sealed elsewhere: True sealed, False changed meanwhile, None unreadable."""
    for outcome in outcomes:
        total.sealed += outcome is True
        total.changed_meanwhile += outcome is False
        total.unreadable += outcome is None


def _stale_rows(model: type[Model], column: str, batch_size: int) -> Iterator[tuple[Any, str]]:
    """Primary key and value of each row that another key sealed, in batches in the order of the key."""
    stale = _stale(model, column)
    batch = list(stale[:batch_size])
    while batch:
        yield from batch
        batch = list(stale.filter(pk__gt=batch[-1][0])[:batch_size])


def _stale(model: type[Model], column: str) -> QuerySet[Any, tuple[Any, str]]:
    rows = model._base_manager.exclude(**{f"{column}__startswith": vault.primary_prefix()})
    stored = rows.exclude(**{column: ""}).filter(**{f"{column}__isnull": False})
    return stored.order_by("pk").values_list("pk", column)
