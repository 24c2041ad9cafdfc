"""Accounts: invited, accepted, changed, ended. All people are invented."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.models import User
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments import finishing
from clinic.models import AuditEvent, EmergencyAccess, Invitation, Member
from clinic.models.staff import Role
from clinic.people import services
from tests.clinic.logging_in import PASSWORD, log_in, person, send_password
from tests.clinic.staffing import enter
from triage_site.tokens import hash_of

pytestmark = pytest.mark.django_db
LINK = re.compile(r"http://[^<\s]+(/staff/people/welcome/[\w-]{40,}/)")
CHOSEN = {"name": "Ada Invented", "password1": PASSWORD, "password2": PASSWORD}


@pytest.fixture
def admin(client: Client) -> Client:
    """An admin at the keyboard."""
    enter(client, "invented.admin", Role.ADMIN)
    return client


def invite(admin: Client, **changed: Any) -> Any:
    data = {"name": "Ada Invented", "email": "Ada@clinic.invalid", "roles": ["nurse"], **changed}
    return admin.post(reverse("clinic:invite"), data)


def link_in(answer: Any) -> str:
    found = LINK.search(answer.text)
    assert found is not None
    return found[1]


def changes() -> list[str]:
    """What became of accounts, oldest first."""
    events = AuditEvent.objects.filter(action="account.changed").order_by("number")
    return [json.loads(event.detail)["change"] for event in events]


def member_named(username: str) -> Member:
    return Member.objects.select_related("user").get(user__username=username)


def do(admin: Client, member: Member, what: str) -> Any:
    return admin.post(reverse("clinic:change_person", args=[member.pk, what]))


# --- invitations -----------------------------------------------------------------------------------


def test_from_the_invitation_to_the_queue(admin: Client) -> None:
    link = link_in(invite(admin))
    ada = Client()
    assert ada.get(link).status_code == 200
    answer = ada.post(link, CHOSEN)
    assert answer["Location"] == reverse("mfa_index")
    member = member_named("ada@clinic.invalid")
    assert (member.name, member.roles) == ("Ada Invented", "nurse")
    assert member.user.password.startswith("argon2")
    assert ada.get(reverse("clinic:list"))["Location"] == reverse("mfa_index")
    TOTP.activate(member.user, generate_totp_secret())
    assert changes() == ["invited", "accepted"]


def test_setting_up_the_app_counts_as_the_second_step_and_shows_the_codes_once(admin: Client) -> None:
    from tests.clinic.logging_in import code_of, recovery_codes

    ada = Client()
    ada.post(link_in(invite(admin)), CHOSEN)
    page = ada.get(reverse("mfa_activate_totp"))
    assert "<svg" in page.text
    assert "style=" not in page.text
    assert ada.post(reverse("mfa_activate_totp"), {"code": "000000"}).status_code == 422
    secret = re.search(r'app-secret">(\w+)<', page.text)
    assert secret is not None
    from allauth.mfa.totp.internal import auth

    code = auth.format_hotp_value(auth.hotp_value(secret[1], next(auth.yield_hotp_counters_from_time())))
    answer = ada.post(reverse("mfa_activate_totp"), {"code": code})
    assert answer["Location"] == reverse("mfa_view_recovery_codes")
    user = User.objects.get(username="ada@clinic.invalid")
    codes = recovery_codes(user)
    shown = ada.get(reverse("mfa_view_recovery_codes")).text
    assert all(code in shown for code in codes)
    again = ada.get(reverse("mfa_view_recovery_codes")).text
    assert not any(code in again for code in codes)
    assert ada.get(reverse("clinic:list")).status_code == 200
    assert changes() == ["invited", "accepted", "factor_added"]
    assert len(code_of(user)) == 6


@pytest.mark.parametrize("wrong", ["short-1", "123456789012345", "startfinding", "ada@clinic.invalid"])
def test_a_weak_password_is_refused_and_the_link_stays_good(admin: Client, wrong: str) -> None:
    link = link_in(invite(admin))
    answer = Client().post(link, CHOSEN | {"password1": wrong, "password2": wrong})
    assert answer.status_code == 422
    assert 'value="Ada Invented"' in answer.text
    assert answer.text.count(f'value="{wrong}"') == 0
    assert Client().post(link, CHOSEN | {"password2": "another-pass-phrase"}).status_code == 422
    assert Client().post(link, CHOSEN).status_code == 302


def spend(admin: Client, invitation: Invitation, link: str, how: str) -> None:
    """Make the link useless."""
    if how == "used":
        assert Client().post(link, CHOSEN).status_code == 302
    elif how == "expired":
        past = timezone.now() - timedelta(seconds=1)
        Invitation.objects.filter(pk=invitation.pk).update(expires_at=past)
    else:
        admin.post(reverse("clinic:cancel_invitation", args=[invitation.pk]))


@pytest.mark.parametrize("how", ["used", "expired", "cancelled"])
def test_a_spent_link_opens_nothing_and_says_so(admin: Client, how: str) -> None:
    link = link_in(invite(admin))
    spend(admin, Invitation.objects.get(), link, how)
    before = User.objects.count()
    for answer in (Client().get(link), Client().post(link, CHOSEN)):
        assert answer.status_code == 404
        assert "This link does not work any more" in answer.text
        assert "ada@" not in answer.text.lower()
    assert User.objects.count() == before
    assert (
        admin.post(reverse("clinic:cancel_invitation", args=[Invitation.objects.get().pk])).status_code == 404
    )


def test_of_two_who_open_a_link_at_once_one_gets_the_account(admin: Client) -> None:
    link = link_in(invite(admin))
    first, second = Client(), Client()
    assert first.get(link).status_code == second.get(link).status_code == 200
    assert first.post(link, CHOSEN).status_code == 302
    assert second.post(link, CHOSEN | {"name": "Eve"}).status_code == 404
    assert member_named("ada@clinic.invalid").name == "Ada Invented"


def test_a_link_is_not_for_somebody_who_is_logged_in(admin: Client) -> None:
    link = link_in(invite(admin))
    assert "Somebody is logged in" in admin.get(link).text
    assert admin.post(link, CHOSEN).status_code == 403
    assert Client().get(link).status_code == 200


def test_the_token_is_nowhere_stored(admin: Client) -> None:
    token = link_in(invite(admin)).split("/")[-2]
    invitation = Invitation.objects.get()
    assert invitation.token_hash == hash_of(token)
    assert token not in str([event.detail for event in AuditEvent.objects.all()])
    assert token not in admin.get(reverse("clinic:people")).text
    assert invitation.expires_at - invitation.created_at == timedelta(days=7)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"email": "INVENTED.admin@clinic.invalid"}, "There is an account with this address already"),
        ({"email": "no address"}, "Enter an e-mail address"),
        ({"email": ""}, "Enter an e-mail address"),
        ({"name": " \u200b"}, "Enter the name"),
        ({"roles": []}, "Choose at least one role"),
        ({"roles": ["owner"]}, "Choose an answer from the list"),
        ({"email": "a" * 140 + "@clinic.invalid"}, "150"),
    ],
)
def test_a_wrong_invitation_says_what_to_mend_and_keeps_the_rest(
    admin: Client, changed: dict[str, Any], words: str
) -> None:
    answer = invite(admin, **changed)
    assert answer.status_code == 422
    assert words in answer.text
    assert "Error: Invite somebody" in answer.text
    assert not Invitation.objects.exists()


def test_a_second_invitation_waits_until_the_first_is_cancelled(admin: Client) -> None:
    invite(admin)
    assert "cancel it first" in invite(admin, email="ADA@clinic.invalid").text
    admin.post(reverse("clinic:cancel_invitation", args=[Invitation.objects.get().pk]))
    assert invite(admin).status_code == 200


@pytest.mark.parametrize("is_set_up", [True, False])
def test_the_link_is_sent_only_where_email_is_set_up(admin: Client, settings: Any, is_set_up: bool) -> None:
    settings.EMAIL_IS_SET_UP = is_set_up
    answer = invite(admin)
    assert len(mail.outbox) == is_set_up
    assert ("It was sent to ada@clinic.invalid" in answer.text) == is_set_up
    if is_set_up:
        assert link_in(answer) in mail.outbox[0].body
        assert not re.search(
            "back|pain|patient", mail.outbox[0].subject.lower().replace("back pain check", "")
        )


# --- roles and ends --------------------------------------------------------------------------------


def test_roles_are_changed_and_logged(admin: Client) -> None:
    person("invented.nurse")
    nurse = member_named("invented.nurse")
    address = reverse("clinic:person", args=[nurse.pk])
    assert admin.post(address, {"roles": []}).status_code == 422
    assert admin.post(address, {"roles": ["clinician", "front_desk"]}).status_code == 302
    assert member_named("invented.nurse").roles == "front_desk clinician"
    line = AuditEvent.objects.filter(action="account.changed").latest("number")
    expected = {"change": "roles", "before": "nurse", "after": "front_desk clinician"}
    assert json.loads(line.detail) == expected


def test_nobody_takes_the_admin_role_from_oneself(admin: Client) -> None:
    own = member_named("invented.admin")
    answer = admin.post(reverse("clinic:person", args=[own.pk]), {"roles": ["nurse"]})
    assert answer.status_code == 422
    assert "Another admin can" in answer.text
    assert member_named("invented.admin").held == {Role.ADMIN}
    for what in ("deactivate", "new-start"):
        assert do(admin, own, what).status_code == 422
    assert member_named("invented.admin").user.is_active
    assert admin.get(reverse("clinic:people")).status_code == 200


def test_two_admins_who_end_each_other_at_once_leave_one(admin: Client, rf: Any) -> None:
    """The second finds in its own transaction that it is no admin any more."""
    person("invented.second", Role.ADMIN)
    first, second = member_named("invented.admin"), member_named("invented.second")
    request = rf.post("/")
    request.user = User.objects.select_related("member").get(pk=second.pk)
    assert do(admin, second, "deactivate").status_code == 302
    with pytest.raises(services.RefusedError) as refused:
        services.deactivate(request, first, timezone.now())
    assert refused.value.code == "not_admin"
    assert [member.pk for member in services.active_admins()] == [first.pk]


def test_a_deactivated_account_is_closed_at_once_and_can_be_opened_again(admin: Client) -> None:
    user = person()
    nurse = Client()
    log_in(nurse, user)
    assert nurse.get(reverse("clinic:list")).status_code == 200
    assert do(admin, member_named(user.username), "deactivate").status_code == 302
    assert nurse.get(reverse("clinic:list")).status_code == 302
    assert send_password(Client(), user.username).status_code == 422
    assert do(admin, member_named(user.username), "reactivate").status_code == 302
    assert nurse.get(reverse("clinic:list")).status_code == 302
    assert send_password(Client(), user.username).status_code == 302
    assert changes() == ["deactivated", "reactivated"]


def test_a_new_start_ends_password_second_step_and_logins_and_gives_a_link(admin: Client) -> None:
    user = person()
    nurse = Client()
    log_in(nurse, user)
    link = link_in(do(admin, member_named(user.username), "new-start"))
    assert nurse.get(reverse("clinic:list")).status_code == 302
    assert send_password(Client(), user.username).status_code == 422
    assert not Authenticator.objects.filter(user=user).exists()
    again = Client()
    new = "another-invented-phrase"
    assert again.post(link, CHOSEN | {"password1": new, "password2": new})["Location"] == reverse("mfa_index")
    assert User.objects.filter(email=user.email).count() == 1
    assert member_named(user.username).held == {Role.NURSE}
    assert again.get(reverse("clinic:list"))["Location"] == reverse("mfa_index")
    assert changes() == ["new_start", "invited", "accepted"]


def test_deactivating_spends_the_link_of_a_new_start(admin: Client) -> None:
    user = person()
    link = link_in(do(admin, member_named(user.username), "new-start"))
    do(admin, member_named(user.username), "deactivate")
    assert Client().post(link, CHOSEN).status_code == 404
    do(admin, member_named(user.username), "reactivate")
    assert Client().post(link, CHOSEN).status_code == 404


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMIN])
def test_only_admins_see_accounts(client: Client, role: Role) -> None:
    enter(client, "invented.other", role)
    other = person("invented.nurse").pk
    for name, arguments in (("people", []), ("invite", []), ("person", [other]), ("broken_glass", [])):
        assert client.get(reverse(f"clinic:{name}", args=arguments)).status_code == 404
    for what in ("deactivate", "reactivate", "new-start"):
        assert client.post(reverse("clinic:change_person", args=[other, what])).status_code == 404
    assert User.objects.get(pk=other).is_active
    assert set(AuditEvent.objects.values_list("action", "outcome")) == {("denied", "denied")}


@pytest.mark.parametrize("what", ["promote", "delete", "new_start"])
def test_what_cannot_be_done_is_not_found(admin: Client, what: str) -> None:
    person("invented.nurse")
    assert do(admin, member_named("invented.nurse"), what).status_code == 404
    assert admin.post(reverse("clinic:change_person", args=[999, "deactivate"])).status_code == 404
    assert admin.get(reverse("clinic:change_person", args=[999, "deactivate"])).status_code == 405


# --- opened under an emergency reason ---------------------------------------------------------------


def test_an_emergency_view_is_on_every_admins_page_until_one_has_looked(admin: Client) -> None:
    desk = person("invented.desk", Role.FRONT_DESK)
    now = timezone.now()
    answers = {"respondent": "self", "em_now": ["collapse"], "age_years": 61}
    row = finishing.submit_complete("adult", answers, {}, language="en", now=now, finished=False)
    access = EmergencyAccess(user=desk, assessment=row, at=now, until=now + timedelta(minutes=30))
    access.reason = "an invented reason <b>"
    access.save()
    banner = "1 assessment was opened under an emergency reason."
    assert banner in admin.get(reverse("mfa_index")).text
    page = admin.get(reverse("clinic:broken_glass")).text
    assert "an invented reason &lt;b&gt;" in page
    assert str(row.reference) in page
    seen = reverse("clinic:broken_glass_seen", args=[access.pk])
    assert admin.post(seen).status_code == admin.post(seen).status_code == 302
    access.refresh_from_db()
    assert access.seen_by is not None
    assert access.seen_by.username == "invented.admin"
    assert banner not in admin.get(reverse("mfa_index")).text
    assert changes() == ["emergency_view_seen"]
    nurse = Client()
    enter(nurse, "invented.nurse")
    EmergencyAccess.objects.update(seen_at=None, seen_by=None)
    assert banner not in nurse.get(reverse("mfa_index")).text


# --- the first admin -------------------------------------------------------------------------------


def first_admin(*arguments: str) -> str:
    out = StringIO()
    call_command("first_admin", *arguments, stdout=out)
    return out.getvalue()


def test_the_first_admin_gets_a_link_and_no_password() -> None:
    printed = first_admin("--email", "First@clinic.invalid", "--name", "First Invented")
    assert "assword" not in printed
    link = LINK.search(printed)
    assert link is not None
    assert Client().post(link[1], CHOSEN).status_code == 302
    assert member_named("first@clinic.invalid").held == {Role.ADMIN}
    with pytest.raises(CommandError, match="clinic admin already"):
        first_admin("--email", "second@clinic.invalid", "--name", "Second Invented")
    assert Invitation.objects.count() == 1


def test_after_the_only_admin_was_deactivated_there_can_be_a_first_one_again() -> None:
    person("invented.admin", Role.ADMIN)
    User.objects.update(is_active=False)
    assert LINK.search(first_admin("--email", "new@clinic.invalid", "--name", "New Invented"))


def test_a_wrong_address_is_told() -> None:
    with pytest.raises(CommandError, match="Enter an e-mail address"):
        first_admin("--email", "nowhere", "--name", "First Invented")
