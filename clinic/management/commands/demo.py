"""`manage.py demo`: invented cases and a staff login, so that a newcomer sees the whole product."""

from __future__ import annotations

import secrets
from argparse import ArgumentParser
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, cast

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from assessments import finishing
from assessments.consent import CONSENT, consent_record
from assessments.models import Assessment
from assessments.text import spoken
from clinic.demo_cases import CASES, DemoCase
from triage.examples import parse_answers, with_changes
from triage.intake import to_json
from triage.pathways import PATHWAYS

LOGIN = "demo-staff"
MARK = "demo"
DAYS_PAST_BIRTHDAY = 40


class Command(BaseCommand):
    """Fills in the cases that are not there yet. Refuses anywhere but on one's own machine."""

    help = "Fill in invented cases and make a staff login, on this machine only."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """--new-password replaces a password that nobody noted."""
        parser.add_argument("--new-password", action="store_true", help="make a new password for the login")

    def handle(self, *args: Any, **options: Any) -> None:
        """Fill in, and say what there is."""
        if not (settings.LOCAL_HTTP or settings.DEBUG):
            raise CommandError("demo is for one's own machine: it runs only with LOCAL_HTTP=1 or DEBUG=1.")
        now = timezone.now()
        there = _codes_there()
        missing = [case for case in CASES if case.code not in there]
        for case in missing:
            fill_in(case, now)
        self.stdout.write(f"{len(missing)} invented cases filled in, {len(CASES)} in all.")
        password = make_login(new_password=options["new_password"])
        if password:
            self.stdout.write(f"Staff login: {LOGIN}  password: {password}  (shown once)")
        else:
            self.stdout.write(
                f"Staff login: {LOGIN}, as before. `manage.py demo --new-password` makes a new one."
            )


def fill_in(case: DemoCase, now: datetime) -> Assessment:
    """Store one case through the same service as a person's form."""
    pathway = PATHWAYS[case.pathway]
    chosen = (parse_answers if case.stopped else with_changes)(pathway, case.answers)
    answered = {"respondent": "self"} if case.pathway == "adult" else {}
    answers = answered | {key: to_json(answer) for key, answer in chosen.items()} | case.words
    at = now - timedelta(hours=case.hours_ago)
    return finishing.submit_complete(
        case.pathway,
        answers,
        _contact(case, answers.get(pathway.age.key), at),
        language="en",
        now=at,
        finished=not case.stopped,
    )


def make_login(*, new_password: bool = False) -> str | None:
    """Make the staff login and return its password, or None when it is there already."""
    user, created = get_user_model().objects.get_or_create(username=LOGIN, defaults={"is_staff": True})
    if not (created or new_password):
        return None
    password = secrets.token_urlsafe(12)
    user.set_password(password)
    user.save(update_fields=["password"])
    return password


def _contact(case: DemoCase, age: Any, at: datetime) -> dict[str, Any]:
    born = {"date_of_birth": _birthday(age, at.date())} if age is not None and not case.stopped else {}
    return {
        "name": case.name,
        "phone": "555 0100",
        **born,
        **case.contact,
        "consent": consent_record(spoken(CONSENT), at),
        MARK: case.code,
    }


def _birthday(age: int, today: date) -> str:
    day = today - timedelta(days=DAYS_PAST_BIRTHDAY)
    return date(day.year - age, day.month, min(day.day, 28)).isoformat()


def _codes_there() -> set[str]:
    """Codes of the demo cases that are stored already."""
    rows = Assessment.objects.filter(submitted_at__isnull=False)
    contacts = (cast("Mapping[str, Any]", row.contact) for row in rows.iterator())
    return {contact[MARK] for contact in contacts if MARK in contact}
