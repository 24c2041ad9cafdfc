"""`manage.py demo`: invented cases and staff logins, so that a newcomer sees the whole product."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, cast

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from assessments import finishing
from assessments.consent import CONSENT, consent_record
from assessments.models import Assessment
from assessments.text import spoken
from clinic.demo_cases import CASES, DemoCase
from clinic.demo_logins import LOGINS, make_logins, present_code
from clinic.demo_work import work_on
from triage.examples import parse_answers, with_changes
from triage.intake import to_json
from triage.pathways import PATHWAYS

MARK = "demo"
DAYS_PAST_BIRTHDAY = 40


class Command(BaseCommand):
    """Fills in the cases that are not there yet. Refuses anywhere but on one's own machine."""

    help = "Fill in invented cases and make staff logins, on this machine only."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """--new-password replaces passwords that nobody noted; --code stands in for the app on a phone."""
        parser.add_argument("--new-password", action="store_true", help="make the logins anew")
        parser.add_argument("--code", metavar="LOGIN", help="print the present code of the second step")

    def handle(self, *args: Any, **options: Any) -> None:
        """Fill in, and say what there is."""
        if not (settings.LOCAL_HTTP or settings.DEBUG):
            raise CommandError("demo is for one's own machine: it runs only with LOCAL_HTTP=1 or DEBUG=1.")
        if options["code"]:
            self._print_code(options["code"])
            return
        now = timezone.now()
        there = _codes_there()
        missing = [case for case in CASES if case.code not in there]
        for case in missing:
            fill_in(case, now)
        self.stdout.write(f"{len(missing)} invented cases filled in, {len(CASES)} in all.")
        self._print_logins(new=options["new_password"])
        work_on({case.code for case in missing}, now)

    def _print_logins(self, *, new: bool) -> None:
        made = list(make_logins(new=new))
        for login in made:
            self.stdout.write(f"Staff login: {login.name}  password: {login.password}  key: {login.key}")
        if made:
            self.stdout.write("(shown once; the key is for an authenticator app)")
        else:
            self.stdout.write("Staff logins as before. `manage.py demo --new-password` makes them anew.")
        self.stdout.write("The code of the second step without an app: manage.py demo --code demo-nurse")

    def _print_code(self, name: str) -> None:
        code = present_code(name)
        if code is None:
            raise CommandError(f"there is no demo login of that name: {', '.join(LOGINS)}")
        self.stdout.write(code)


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


def _contact(case: DemoCase, age: Any, at: datetime) -> dict[str, Any]:
    now = at
    if case.after_hours is not None:
        at -= timedelta(hours=case.after_hours - case.hours_ago)
    born = {"date_of_birth": _birthday(age, at.date())} if age is not None and not case.stopped else {}
    return {
        "name": case.name,
        "phone": "555 0100",
        **born,
        **case.contact,
        "consent": consent_record(spoken(CONSENT), now),
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
