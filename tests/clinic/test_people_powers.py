"""What an admin cannot do alone, or leave behind: for oneself, against one's own traces. All is invented."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from clinic import demo_cases
from clinic.management.commands.demo import fill_in
from clinic.models import AuditEvent, EmergencyAccess, Invitation, Member
from clinic.models.staff import Role
from clinic.people import services
from tests.clinic.logging_in import PASSWORD
from tests.clinic.staffing import enter, member

pytestmark = pytest.mark.django_db
LINK = re.compile(r"(/staff/people/welcome/[\w-]{40,}/)")
CHOSEN = {"name": "Back Again", "password1": PASSWORD, "password2": PASSWORD}


@pytest.fixture
def bad() -> Client:
    """An admin who will be dismissed."""
    client = Client()
    enter(client, "bad.admin", Role.ADMIN)
    return client


@pytest.fixture
def good() -> Client:
    """The admin who stays."""
    client = Client()
    enter(client, "good.admin", Role.ADMIN)
    return client


def link_in(text: str) -> str:
    found = LINK.search(text)
    assert found is not None
    return found[1]


def invited(by: Client, email: str = "back@clinic.invalid") -> str:
    """The link of an invitation to be an admin."""
    data = {"name": "Back Again", "email": email, "roles": ["admin", "clinician"]}
    return link_in(by.post(reverse("clinic:invite"), data).text)


def change(by: Client, username: str, what: str) -> Any:
    pk = User.objects.get(username=username).pk
    return by.post(reverse("clinic:change_person", args=[pk, what]))


def give(by: Client, username: str, *roles: Role) -> Any:
    pk = User.objects.get(username=username).pk
    return by.post(reverse("clinic:person", args=[pk]), {"roles": [role.value for role in roles]})


def roles_of(username: str) -> frozenset[Role]:
    return Member.objects.get(user__username=username).held


def changes() -> list[str]:
    events = AuditEvent.objects.filter(action="account.changed").order_by("number")
    return [json.loads(event.detail)["change"] for event in events]


# --- a dismissed admin does not come back by what they left behind ----------------------------------


@pytest.mark.parametrize("how", ["deactivate", "new-start", "roles"])
def test_an_admin_who_has_to_go_takes_their_invitations_along(bad: Client, good: Client, how: str) -> None:
    member("invented.friend", Role.ADMIN)
    back = invited(bad)
    friend = link_in(change(bad, "invented.friend", "new-start").text)
    kept = invited(good, "kept@clinic.invalid")
    if how == "roles":
        assert give(good, "bad.admin", Role.AUDITOR).status_code == 302
    else:
        assert change(good, "bad.admin", how).status_code in (200, 302)
    for link in (back, friend):
        assert Client().get(link).status_code == Client().post(link, CHOSEN).status_code == 404
    assert not Member.objects.filter(user__username="back@clinic.invalid").exists()
    assert Client().post(kept, CHOSEN).status_code == 302
    assert changes().count("cancelled") == 2


def test_an_admin_who_gets_another_role_besides_keeps_what_they_offered(bad: Client, good: Client) -> None:
    link = invited(bad)
    assert give(good, "bad.admin", Role.ADMIN, Role.NURSE).status_code == 302
    assert Client().get(link).status_code == 200


def test_who_comes_back_does_not_get_the_old_links_again(bad: Client, good: Client) -> None:
    link = invited(bad)
    change(good, "bad.admin", "deactivate")
    change(good, "bad.admin", "reactivate")
    assert Client().get(link).status_code == 404


def test_who_was_dismissed_a_moment_ago_invites_nobody(rf: Any, good: Client) -> None:
    """The page let them in; the transaction looks once more."""
    request: HttpRequest = rf.post("/")
    late = member("bad.admin", Role.ADMIN)
    request.user = User.objects.select_related("member").get(pk=late.pk)
    change(good, "bad.admin", "deactivate")
    with pytest.raises(services.RefusedError) as refused:
        services.invite(request, "Back", "back@clinic.invalid", ["admin"], timezone.now())
    assert refused.value.code == "not_admin"
    assert not Invitation.objects.exists()


# --- nobody makes oneself more than one is -----------------------------------------------------------


@pytest.mark.parametrize("more", [role for role in Role if role is not Role.ADMIN])
def test_nobody_gives_a_role_to_oneself(good: Client, more: Role) -> None:
    answer = give(good, "good.admin", Role.ADMIN, more)
    assert answer.status_code == 422
    assert "You cannot give yourself a role. Another admin can." in answer.text
    assert roles_of("good.admin") == {Role.ADMIN}
    assert good.post(reverse("clinic:sign_off", args=["adult"])).status_code == 404
    assert changes() == []


def test_another_admin_can_and_one_may_give_up_ones_own(bad: Client, good: Client) -> None:
    assert give(bad, "good.admin", Role.ADMIN, Role.CLINICIAN).status_code == 302
    assert roles_of("good.admin") == {Role.ADMIN, Role.CLINICIAN}
    assert give(good, "good.admin", Role.ADMIN).status_code == 302
    assert roles_of("good.admin") == {Role.ADMIN}


def test_the_log_has_the_roles_of_the_moment_and_not_of_the_page(rf: Any, good: Client) -> None:
    request: HttpRequest = rf.post("/")
    request.user = User.objects.select_related("member").get(username="good.admin")
    shown = Member.objects.get(pk=member("invented.nurse").pk)
    give(good, "invented.nurse", Role.CLINICIAN)
    services.change_roles(request, shown, [Role.AUDITOR], timezone.now())
    details = [json.loads(line.detail) for line in AuditEvent.objects.filter(action="account.changed")]
    assert [(line["before"], line["after"]) for line in details] == [
        ("nurse", "clinician"),
        ("clinician", "auditor"),
    ]


# --- nobody ticks off one's own use of an emergency reason --------------------------------------------


def test_an_admin_cannot_tick_off_their_own_emergency_view(bad: Client, good: Client) -> None:
    row = fill_in(demo_cases.CASES[0], timezone.now())
    bad.post(reverse("clinic:break_glass", args=[row.pk]), {"reason": "an invented curiosity, nothing else"})
    access = EmergencyAccess.objects.get()
    seen = reverse("clinic:broken_glass_seen", args=[access.pk])
    page = bad.get(reverse("clinic:broken_glass")).text
    assert seen not in page
    assert "Another admin has to look at this one." in page
    assert bad.post(seen).status_code == 404
    access.refresh_from_db()
    assert access.seen_at is None
    line = AuditEvent.objects.latest("number")
    assert (line.actor, line.action, line.subject_id) == ("bad.admin", "denied", str(access.pk))
    assert seen in good.get(reverse("clinic:broken_glass")).text
    assert good.post(seen).status_code == 302
    access.refresh_from_db()
    assert access.seen_by is not None
    assert access.seen_by.username == "good.admin"


# --- the first admin -----------------------------------------------------------------------------------


def first_admin(*arguments: str, email: str = "first@clinic.invalid") -> str:
    out = StringIO()
    call_command("first_admin", "--email", email, "--name", "First Invented", *arguments, stdout=out)
    return out.getvalue()


@pytest.mark.parametrize("email", ["first@clinic.invalid", "another@clinic.invalid"])
def test_a_second_run_makes_a_new_link_and_ends_the_first(email: str) -> None:
    lost = link_in(first_admin())
    said = first_admin(email=email)
    assert "Ended 1 open invitations" in said
    assert Client().get(lost).status_code == 404
    assert Client().post(link_in(said), CHOSEN).status_code == 302
    assert roles_of(email) == {Role.ADMIN}
    assert changes() == ["invited", "cancelled", "invited", "accepted"]
    with pytest.raises(CommandError, match="clinic admin already"):
        first_admin(email="third@clinic.invalid")


def test_a_second_run_with_a_wrong_address_leaves_the_first_link_as_it_is() -> None:
    link = link_in(first_admin())
    with pytest.raises(CommandError, match="Enter an e-mail address"):
        first_admin(email="nowhere")
    assert Client().get(link).status_code == 200
    assert changes() == ["invited"]


def test_in_a_clinic_of_one_person_the_first_admin_is_a_clinician_too_and_may_sign() -> None:
    client = Client()
    client.post(link_in(first_admin("--clinician")), CHOSEN)
    assert roles_of("first@clinic.invalid") == {Role.ADMIN, Role.CLINICIAN}
    invitation = AuditEvent.objects.filter(action="account.changed").order_by("number")[0]
    assert json.loads(invitation.detail) == {"change": "invited", "roles": "clinician admin"}
    alone = Client()
    enter(alone, "first@clinic.invalid")
    assert alone.get(reverse("clinic:sign_off", args=["adult"])).status_code == 200


def test_a_first_admin_ends_what_admins_offered_who_are_gone(bad: Client) -> None:
    link = invited(bad)
    User.objects.filter(username="bad.admin").update(is_active=False)
    first_admin()
    assert Client().get(link).status_code == 404


# --- addresses ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [10**9, 2**63, 10**30])
@pytest.mark.parametrize(
    "path",
    [
        "/staff/people/{}/",
        "/staff/people/{}/deactivate/",
        "/staff/account/passkeys/{}/remove/",
        "/staff/settings/history/{}/again/",
    ],
)
def test_a_number_too_long_for_the_database_is_no_address(good: Client, path: str, number: int) -> None:
    for answer in (good.get(path.format(number)), good.post(path.format(number))):
        assert answer.status_code == 404


def test_the_end_of_an_offer_stays_noted_with_its_time(bad: Client, good: Client) -> None:
    before = timezone.now()
    invited(bad)
    change(good, "bad.admin", "deactivate")
    ended = Invitation.objects.get().cancelled_at
    assert ended is not None
    assert before <= ended <= before + timedelta(minutes=1)
