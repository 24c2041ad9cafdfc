"""`manage.py index_people`: make the search index of people anew, as after a change of SECRET_KEY."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from clinic.cases import search
from clinic.cases.arrivals import know_person
from clinic.cases.persons import lock, person_key
from clinic.cases.shared import highest_shared
from clinic.models import Case

PERSON = ("person", "forms_before", "first_form_at", "earlier_level", "last_level")


class Command(BaseCommand):
    """Goes through all cases from the oldest on. May be run again, and while the site is running."""

    help = "Make the search index of names, dates of birth and phone numbers anew."

    def handle(self, *args: Any, **options: Any) -> None:
        """Index every case."""
        # All keys first: who sent what before is told by comparing them.
        Case.objects.exclude(person="").update(person="")
        done = unreadable = 0
        for pk in Case.objects.order_by("arrived_at").values_list("pk", flat=True).iterator():
            with transaction.atomic():
                case = Case.objects.select_related("assessment").filter(pk=pk).first()
                if case is None:
                    continue
                contact = search.contact_of(case.assessment)
                lock(pk, person_key(contact))
                know_person(case, contact, highest_shared(case))
                Case.objects.filter(pk=pk).update(**{name: getattr(case, name) for name in PERSON})
                search.index(case, contact)
                done, unreadable = done + 1, unreadable + (not contact)
        self.stdout.write(f"{done} cases indexed, {unreadable} without readable contact details.")
