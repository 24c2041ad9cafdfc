"""How the access matrix is tried: every address of the site, by everybody there is, in a world of its own."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import time, timedelta
from functools import cache
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from assessments import finishing
from assessments.guidance.topics import TOPICS
from assessments.models import Assessment
from clinic.models import (
    Alert,
    AuditEvent,
    Case,
    Delivery,
    Duty,
    EmergencyAccess,
    Invitation,
    Member,
    ProfileVersion,
    WorkerBeat,
)
from clinic.models.notices import AlertKind, Channel, DeliveryState
from clinic.models.staff import Role
from clinic.profile.model import to_json as profile_json
from tests.clinic.staffing import enter, member
from triage.examples import with_changes
from triage.intake import to_json
from triage.model import Kind
from triage.pathways import PATHWAYS
from triage_site.live import forget_all
from triage_site.profile import from_environment
from triage_site.tokens import hash_of

# The columns of the table, in their order: who tries.
PERSONS: Mapping[str, tuple[Role, ...] | None] = {
    "anonymous": None,
    "no member": (Role.NURSE,),  # taken away again
    "password only": (Role.NURSE,),
    "front desk": (Role.FRONT_DESK,),
    "nurse": (Role.NURSE,),
    "clinician": (Role.CLINICIAN,),
    "admin": (Role.ADMIN,),
    "auditor": (Role.AUDITOR,),
    "admin+clinician": (Role.ADMIN, Role.CLINICIAN),
    "deactivated": (Role.NURSE,),
}
LOGGED_IN = tuple(PERSONS)[1:-1]
# Stands in every free text and every contact field of the case: it must never be in the log.
CANARY = "Kanarienvogel"
TOKEN = "invented-token-of-an-invitation"
MARK = "0.0.0.0.0.0.0.0"
# What is sent along, by name and method: enough to come to what the address is for.
DATA: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("clinic:queue_news", "GET"): {"mark": MARK},
    ("clinic:queue_search", "POST"): {"q": CANARY},
    ("clinic:case_action", "POST"): {"revision": "1", "next": CANARY},
    ("clinic:break_glass", "POST"): {"reason": f"An invented reason {CANARY}"},
    ("clinic:change_person", "POST"): {},
}


@dataclass(frozen=True)
class Address:
    """One entry of the URLconf. `name`: as a row of the table names it."""

    name: str
    route: str
    view: Any

    @property
    def is_staffs(self) -> bool:
        """Whether it is on the staff's side."""
        return self.route.startswith("staff/")

    def path(self, values: Mapping[str, str]) -> str:
        """The address with its parts filled in. KeyError for a part that `values` lacks."""
        return "/" + re.sub(r"<(?:[^:>]+:)?([^>]+)>", lambda part: values[part[1]], self.route)


def addresses() -> list[Address]:
    """All of the site's, also those of packages."""
    return list(_walk(get_resolver().url_patterns, "", ""))


def _walk(patterns: list[Any], prefix: str, space: str) -> Iterator[Address]:
    for entry in patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from _walk(entry.url_patterns, route, inner)
        else:
            assert isinstance(entry, URLPattern)
            yield Address(f"{space}{entry.name}" if entry.name else route, route, entry.callback)


@dataclass(frozen=True)
class Tried:
    """What came of one try: the answer as the table writes it, the page, and the lines it left in the log.

    `changed_case`: whether the case was another one afterwards.
    """

    answer: str
    text: str
    lines: tuple[AuditEvent, ...]
    changed_case: bool


@dataclass
class World:
    """One case, one of everything else, and everybody, each with a session."""

    case: Case
    values: dict[str, dict[str, str]]
    sessions: dict[str, str] = field(default_factory=dict)
    duties: dict[str, str] = field(default_factory=dict)

    def path(self, address: Address, who: str = "nurse") -> str:
        """Where this address leads in this world. Hours of duty are one's own."""
        own = self.values.get(address.name, {}) | self.values.get(address.route, {})
        if address.name in ("clinic:duty_change", "clinic:duty_delete"):
            own = {"pk": self.duties.get(who, str(uuid.UUID(int=0)))}
        return address.path(self.values[""] | own)

    def attempt(self, who: str, method: str, address: Address, *, raises: bool = True) -> Tried:
        """Let somebody go to an address. Whatever it changes is undone."""
        path, data = self.path(address, who), DATA.get((address.name, method), {})
        client = Client(raise_request_exception=raises)
        if who in self.sessions:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[who]
        before, stored = AuditEvent.objects.count(), self._stored()
        with transaction.atomic():
            ask = client.post if method == "POST" else client.get
            response = ask(path, data)
            text = response.getvalue().decode("utf-8", "replace")
            lines = tuple(AuditEvent.objects.filter(number__gt=before).order_by("number"))
            changed_case = self._stored() != stored
            transaction.set_rollback(True)
        forget_all()
        return Tried(_answer(response), text, lines, changed_case)

    def _stored(self) -> object:
        """The case as the database has it now."""
        return Case.objects.filter(pk=self.case.pk).values().first()


def _answer(response: Any) -> str:
    """200, 404, ...; for a redirection where it leads: to the login, the own account, the desk, or on."""
    if response.status_code not in (301, 302, 303, 307):
        return str(response.status_code)
    target = response.headers["Location"].partition("?")[0]
    if re.fullmatch(r"/staff/[0-9a-f-]{36}/desk/", target):
        return "desk"
    return {reverse("account_login"): "login", reverse("mfa_index"): "2nd"}.get(target, "on")


def case_with_canaries() -> Case:
    """A finished assessment with the canary in all free text and in all contact details."""
    pathway = PATHWAYS["adult"]
    given = dict(with_changes(pathway, "respondent=self"))
    given |= {question.key: CANARY for question in pathway.questions if question.kind is Kind.TEXT}
    contact = dict.fromkeys(
        ("name", "phone", "email", "location_now", "private_call", "appointment", "language"), CANARY
    )
    answers = {key: to_json(answer) for key, answer in given.items()}
    row = finishing.submit_complete(
        "adult", answers, contact | {"date_of_birth": "1961-02-03"}, language="en", now=timezone.now()
    )
    return Case.objects.get(pk=row.pk)


def new_world() -> World:
    """All of it, in the database."""
    case = case_with_canaries()
    world = World(case, _values(case.assessment))
    for who, roles in PERSONS.items():
        if roles is None:
            continue
        client, user = Client(), member(f"invented.{who.replace(' ', '.')}", *roles)
        User.objects.filter(pk=user.pk).update(password=_password())
        enter(client, user.username, second_factor=who != "password only")
        world.sessions[who] = str(client.session.session_key)
        duty = Duty(user=user, channel=Channel.EMAIL, least_level=4, days="0", start=time(8), end=time(9))
        duty.save(force_insert=True)
        world.duties[who] = str(duty.pk)
    Member.objects.filter(user__username="invented.no.member").delete()
    User.objects.filter(username="invented.deactivated").update(is_active=False)
    return world


@cache
def _password() -> str:
    """A stored password. Making one takes long, on purpose."""
    return make_password("invented-password-1")


def _values(row: Assessment) -> dict[str, dict[str, str]]:
    """What stands in the addresses: under "" for all of them, then by name."""
    now, colleague = timezone.now(), member("invented.colleague")
    invitation = Invitation.objects.create(
        email="invented@clinic.invalid",
        name="Invented Colleague",
        roles="nurse",
        token_hash=hash_of(TOKEN),
        invited_by=colleague,
        created_at=now,
        expires_at=now + timedelta(days=1),
    )
    glass = EmergencyAccess(user=colleague, assessment=row, at=now, until=now)
    glass.reason = CANARY
    glass.save(force_insert=True)
    WorkerBeat.objects.create(at=now)
    alert = Alert.objects.create(event_key="invented", kind=AlertKind.TEST, at=now)
    delivery = Delivery.objects.create(
        alert=alert, user=colleague, channel=Channel.EMAIL, state=DeliveryState.FAILED, not_before=now
    )
    profile = ProfileVersion.objects.create(
        at=now, by=colleague, by_name="x", values=profile_json(from_environment())
    )
    ProfileVersion.objects.create(at=now, by=colleague, by_name="x", values=profile.values)
    ordinary = {
        "pk": str(row.pk),
        "number": "1",
        "name": "adult",
        "pathway": "adult",
        "which": "1",
        "token": "A" * 43,
        "code": "a01",
    }
    return {
        "": ordinary,
        "mfa_remove_webauthn": {"pk": "1"},
        "clinic:case_action": {"what": "claim"},
        "clinic:cancel_invitation": {"pk": str(invitation.pk)},
        "clinic:welcome": {"token": TOKEN},
        "clinic:broken_glass_seen": {"pk": str(glass.pk)},
        "clinic:person": {"pk": str(colleague.pk)},
        "clinic:change_person": {"pk": str(colleague.pk), "what": "deactivate"},
        "clinic:notice_retry": {"pk": str(delivery.pk)},
        "clinic:settings_again": {"number": str(profile.number)},
        "clinic:settings_part": {"slug": "hours"},
        "clinic:rule": {"rule_id": PATHWAYS["adult"].rules[0].id},
        "clinic:question": {"key": "age_years"},
        "help/adults/<slug:slug>/": {"slug": TOPICS["adults"][0].slug},
        "help/children/<slug:slug>/": {"slug": TOPICS["children"][0].slug},
    }
