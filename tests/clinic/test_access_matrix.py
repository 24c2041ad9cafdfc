"""Every address of the site, tried by everybody: who gets what, what it leaves in the log, and what never."""

from __future__ import annotations

from collections.abc import Iterator
from unittest.mock import patch

import pytest
from django.db import DatabaseError

from clinic.access import MAY, Act, may
from clinic.models import AuditEvent, Member
from clinic.models.audit import AuditOutcome
from clinic.models.staff import Role, joined
from tests.clinic.matrix import CANARY, LOGGED_IN, PERSONS, Address, Tried, World, addresses, new_world
from tests.clinic.matrix_table import TABLE

pytestmark = pytest.mark.django_db
METHODS = ("GET", "POST")
ADDRESSES = addresses()
# On the staff's side, and open without a role: logging in and out, and the link of an invitation.
DOORS = frozenset(
    {"account_login", "mfa_login_webauthn", "mfa_authenticate", "account_logout", "clinic:welcome"}
)
# Refused, or nothing shown.
SHUT = frozenset({"login", "2nd", "desk", "403", "404", "405"})


def _rows() -> dict[tuple[str, str], tuple[str, ...]]:
    """The table, by name and method."""
    rows: dict[tuple[str, str], tuple[str, ...]] = {}
    for line in TABLE.strip().splitlines():
        if line.startswith("#"):
            continue
        name, method, *answers = line.split()
        if answers[0] == "all":
            answers = answers[1:] * len(PERSONS)
        assert len(answers) == len(PERSONS), f"{name} {method}: {len(answers)} answers"
        assert (name, method) not in rows, f"{name} {method} has two rows"
        rows[name, method] = tuple(answers)
    return rows


def _rooms() -> dict[str, list[Address]]:
    """The addresses in parts, each tried in one world: making one takes a while."""
    rooms: dict[str, list[Address]] = {}
    for address in ADDRESSES:
        side, _, rest = address.route.partition("/")
        first = rest.partition("/")[0]
        room = (first if "<" not in first else "case") or "queue"
        rooms.setdefault(f"staff {room}" if side == "staff" else "patient", []).append(address)
    return rooms


ROWS, ROOMS = _rows(), _rooms()


@pytest.fixture
def world() -> World:
    """One of everything, and everybody."""
    return new_world()


def _tries(world: World, address: Address) -> Iterator[tuple[str, str, Tried]]:
    for method in METHODS:
        for who in PERSONS:
            yield method, who, world.attempt(who, method, address)


# --- the matrix -------------------------------------------------------------------------------------


def test_every_address_has_its_rows_and_every_row_its_address() -> None:
    there = {(address.name, method) for address in ADDRESSES for method in METHODS}
    assert there - set(ROWS) == set(), "no row in tests/clinic/matrix_table.py"
    assert set(ROWS) - there == set(), "no such address any more"


def test_every_staff_address_says_what_it_lets_somebody_do() -> None:
    """No view of the staff's side was left without its gate."""
    staffs = [address for address in ADDRESSES if address.is_staffs and address.name not in DOORS]
    open_ones = [
        address.name for address in staffs if not isinstance(getattr(address.view, "act", None), Act)
    ]
    assert open_ones == []
    assert len(staffs) > 40


@pytest.mark.parametrize("room", ROOMS)
def test_everybody_gets_what_the_table_says(world: World, room: str) -> None:
    """Also: what is refused to somebody logged in is a line in the log; no line holds a patient's words."""
    wrong: list[str] = []
    for address in ROOMS[room]:
        for method, who, tried in _tries(world, address):
            expected = ROWS[address.name, method][list(PERSONS).index(who)]
            faults = _faults(world, address, who, tried, expected)
            wrong += [f"{method} {address.name} by {who}: {fault}" for fault in faults]
    assert wrong == []


def _faults(world: World, address: Address, who: str, tried: Tried, expected: str) -> Iterator[str]:
    if tried.answer != expected:
        yield f"{tried.answer}, not {expected}"
    if _is_denial(address, who, tried) and not _denials(tried):
        yield "the denial is not in the log"
    if any(CANARY in _all_of(line) for line in tried.lines):
        yield "the log holds what somebody wrote"
    if tried.answer in SHUT and str(world.case.assessment.reference) in tried.text:
        yield "refused, and the reference is on the page"


def _is_denial(address: Address, who: str, tried: Tried) -> bool:
    """Somebody logged in who is refused because of what they are, not because nothing is there."""
    act = getattr(address.view, "act", None)
    if tried.answer not in ("404", "desk") or not isinstance(act, Act) or who not in LOGGED_IN:
        return False
    if who == "no member":
        return True
    roles = PERSONS[who] or ()
    return not may(Member(roles=joined(roles)), act)


def _denials(tried: Tried) -> list[AuditEvent]:
    return [line for line in tried.lines if line.outcome == AuditOutcome.DENIED]


def _all_of(line: AuditEvent) -> str:
    return " ".join(str(value) for value in vars(line).values())


# --- the table against the roles ---------------------------------------------------------------------


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: address.name or address.route)
def test_the_table_opens_nothing_that_a_role_does_not_have(address: Address) -> None:
    """A slip in the table would be a slip nobody sees: it is held against clinic.access."""
    act = getattr(address.view, "act", None)
    if not isinstance(act, Act) or act is Act.OWN_ACCOUNT:
        return
    for method in METHODS:
        answers = dict(zip(PERSONS, ROWS[address.name, method], strict=True))
        for who, roles in PERSONS.items():
            if answers[who] not in SHUT:
                assert may(Member(roles=joined(roles or ())), act), f"{method} by {who}"
        if set(answers.values()) == {"405"}:
            continue
        # 403: the login ended while something was typed, which the page that says so keeps.
        assert answers["anonymous"] == answers["deactivated"]
        assert answers["anonymous"] in ("login", "403")
        assert answers["no member"] == "404"
        assert answers["password only"] == "2nd"


def test_the_roles_are_the_ones_that_the_clinic_was_promised() -> None:
    """No clinical detail for the front desk, an admin or an auditor; the log for the auditor alone."""
    clinical = {Act.CLINICAL, Act.REVIEW, Act.CLOSE}
    for act in clinical:
        assert MAY[act] == {Role.NURSE, Role.CLINICIAN}
    assert MAY[Act.LOWER] == {Role.CLINICIAN}
    assert MAY[Act.AUDIT] == {Role.AUDITOR}
    assert {act for act in Act if Role.AUDITOR in MAY[act]} == {Act.OWN_ACCOUNT, Act.AUDIT}
    for roles, signs in (
        ((Role.ADMIN,), False),
        ((Role.CLINICIAN,), False),
        ((Role.ADMIN, Role.CLINICIAN), True),
    ):
        assert may(Member(roles=joined(roles)), Act.SIGN) is signs


# --- cases ------------------------------------------------------------------------------------------


def _of_a_case() -> list[Address]:
    """The addresses that name a case."""
    return [
        address
        for address in ADDRESSES
        if address.route.startswith("staff/<uuid:pk>/") or address.name == "clinic:paper_done"
    ]


def test_whatever_shows_or_changes_a_case_names_it_in_the_log(world: World) -> None:
    silent = []
    for address in _of_a_case():
        for method, who, tried in _tries(world, address):
            if tried.answer in SHUT or (tried.answer == "on" and not tried.lines):
                continue  # nothing shown, and nothing done
            if str(world.case.pk) not in {line.subject_id for line in tried.lines}:
                silent.append(f"{method} {address.name} by {who}: {tried.answer}")
    assert silent == []


def test_what_cannot_be_logged_is_neither_shown_nor_done(world: World) -> None:
    shown = []
    with patch("clinic.audit.trail.append", side_effect=DatabaseError("the log is full")):
        for address in _of_a_case():
            for method in METHODS:
                for who in ("front desk", "nurse", "clinician", "admin+clinician"):
                    tried = world.attempt(who, method, address, raises=False)
                    held_back = tried.answer in SHUT | {"500", "503", "on"} and not tried.changed_case
                    if not held_back or str(world.case.assessment.reference) in tried.text:
                        shown.append(f"{method} {address.name} by {who}: {tried.answer}")
    assert shown == []


def test_the_case_does_change_while_the_log_can_be_written(world: World) -> None:
    """The test above could not fail if nothing here ever changed a case."""
    changing = {
        f"{method} {address.name}"
        for address in _of_a_case()
        for method in METHODS
        if world.attempt("nurse", method, address).changed_case
    }
    assert {"GET clinic:detail", "POST clinic:case_action"} <= changing
