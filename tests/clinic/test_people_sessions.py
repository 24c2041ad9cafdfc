"""When a login ends: by idling, after a shift, by hand, and with the account. All is invented."""

from __future__ import annotations

import json
from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from clinic.models import AuditEvent, Member
from clinic.people import sessions
from tests.clinic.logging_in import PASSWORD, log_in, person, send_password
from tests.clinic.staffing import enter

pytestmark = pytest.mark.django_db
QUEUE = "/staff/"
MINUTE = 60


def later(client: Client, seconds: int, *names: str) -> None:
    """Let time pass for this browser: its stamps (both, or those named) move back."""
    session = client.session
    for name in names or (sessions.SINCE, sessions.SEEN):
        session[name] -= seconds
    session.save()


def is_in(client: Client, **more: Any) -> bool:
    return bool(client.get(QUEUE, **more).status_code == 200)


def reason() -> Any:
    return json.loads(AuditEvent.objects.filter(action="logout").latest("number").detail)["reason"]


def test_a_login_ends_after_fifteen_minutes_without_use(client: Client) -> None:
    enter(client)
    later(client, 15 * MINUTE - 5)
    assert is_in(client)
    later(client, 15 * MINUTE)
    answer = client.get(QUEUE)
    assert answer["Location"] == f"/staff/login/?next={QUEUE}"
    assert reason() == "idle"
    assert not is_in(client)


def test_use_keeps_it_and_the_stamp_is_written_once_a_minute(client: Client) -> None:
    enter(client)
    for _quarter in range(4):
        later(client, 14 * MINUTE, sessions.SEEN)
        assert is_in(client)
    stamp = client.session[sessions.SEEN]
    later(client, 30, sessions.SEEN)
    assert is_in(client)
    assert client.session[sessions.SEEN] == stamp - 30


def test_a_page_that_asks_for_news_by_itself_keeps_nobody_logged_in(client: Client) -> None:
    enter(client)
    later(client, 10 * MINUTE, sessions.SEEN)
    by_script = {"Sec-Fetch-Mode": "cors"}
    assert is_in(client, headers=by_script)
    later(client, 5 * MINUTE, sessions.SEEN)
    assert not is_in(client, headers=by_script)


def test_a_login_ends_after_twelve_hours_of_work(client: Client) -> None:
    enter(client)
    later(client, 12 * 60 * MINUTE - 5, sessions.SINCE)
    assert is_in(client)
    later(client, 5, sessions.SINCE)
    assert not is_in(client)
    assert reason() == "absolute"


def test_a_session_without_stamps_is_over(client: Client) -> None:
    enter(client)
    session = client.session
    del session[sessions.SEEN]
    session.save()
    assert not is_in(client)


def test_a_deactivated_members_open_page_is_dead_at_once_and_stays_so(client: Client) -> None:
    user = enter(client)
    assert is_in(client)
    User.objects.filter(pk=user.pk).update(is_active=False)
    sessions.end_all(user)
    assert not is_in(client)
    User.objects.filter(pk=user.pk).update(is_active=True)
    assert not is_in(client)


def test_all_sessions_end_also_those_that_no_list_knows() -> None:
    browsers = [Client(), Client()]
    user = person()
    log_in(browsers[0], user)
    enter(browsers[1])
    assert UserSession.objects.count() == 1
    sessions.end_all(user)
    assert [is_in(browser) for browser in browsers] == [False, False]


def test_patients_sessions_are_left_alone(client: Client, django_assert_num_queries: Any) -> None:
    """A patient's page reads no stamp, and one without a session asks for none."""
    enter(client)
    later(client, 24 * 60 * MINUTE)
    assert client.get("/").status_code == 200
    assert sessions.SEEN in client.session
    with django_assert_num_queries(0):
        Client().get("/help/")


# --- the list of one's own logins ------------------------------------------------------------------


@pytest.fixture
def desk() -> tuple[Client, Client]:
    """The same nurse at the desk and on a tablet."""
    browsers = Client(), Client(HTTP_USER_AGENT="Invented Tablet")
    user = person()
    for browser in browsers:
        log_in(browser, user)
    return browsers


def test_one_sees_where_one_is_logged_in_and_ends_it_there(desk: tuple[Client, Client]) -> None:
    here, tablet = desk
    page = here.get(reverse("usersessions_list")).text
    assert "Invented Tablet" in page
    assert page.count("This one") == 1
    there = UserSession.objects.get(user_agent="Invented Tablet")
    here.post(reverse("usersessions_list"), {"session": there.pk})
    assert (is_in(here), is_in(tablet)) == (True, False)
    assert json.loads(AuditEvent.objects.latest("number").detail)


def test_all_others_at_once(desk: tuple[Client, Client]) -> None:
    here, tablet = desk
    here.post(reverse("usersessions_list"))
    assert (is_in(here), is_in(tablet)) == (True, False)
    assert is_in(here)


@pytest.mark.parametrize("session", ["0", "x", "99999999999999", "\u0000"])
def test_a_forged_session_is_not_found(client: Client, session: str) -> None:
    enter(client)
    assert client.post(reverse("usersessions_list"), {"session": session}).status_code in (400, 404)


def test_somebody_elses_session_is_not_ones_to_end(desk: tuple[Client, Client], client: Client) -> None:
    here, _tablet = desk
    enter(client, "invented.other")
    theirs = UserSession.objects.latest("pk")
    assert client.post(reverse("usersessions_list"), {"session": theirs.pk}).status_code == 404
    assert is_in(here)
    assert UserSession.objects.filter(pk=theirs.pk).exists()


def test_a_new_password_ends_the_other_logins_and_not_this_one(desk: tuple[Client, Client]) -> None:
    here, tablet = desk
    new = {
        "oldpassword": PASSWORD,
        "password1": "another-invented-phrase",
        "password2": "another-invented-phrase",
    }
    wrong = here.post(reverse("account_change_password"), new | {"oldpassword": "x"})
    assert wrong.status_code == 422
    assert is_in(tablet)
    short = here.post(reverse("account_change_password"), new | {"password1": "short", "password2": "short"})
    assert short.status_code == 422
    assert here.post(reverse("account_change_password"), new).status_code == 302
    assert (is_in(here), is_in(tablet)) == (True, False)
    assert send_password(Client(), "invented.nurse").status_code == 422


def test_a_changed_second_step_ends_the_other_logins_and_not_this_one(desk: tuple[Client, Client]) -> None:
    here, tablet = desk
    assert here.post(reverse("mfa_generate_recovery_codes")).status_code == 302
    assert (is_in(here), is_in(tablet)) == (True, False)
    assert Member.objects.get().session_round == 1


def test_the_last_app_cannot_be_taken_away(client: Client) -> None:
    user = person()
    log_in(client, user)
    answer = client.post(reverse("mfa_deactivate_totp"))
    assert answer.status_code == 422
    assert "Add another app or passkey first" in answer.text


def test_a_change_long_after_the_login_asks_for_the_password_again(client: Client) -> None:
    user = person()
    log_in(client, user)
    session = client.session
    for entry in session["account_authentication_methods"]:
        entry["at"] -= 6 * MINUTE
    session.save()
    answer = client.get(reverse("mfa_generate_recovery_codes"))
    assert answer["Location"].startswith(reverse("account_reauthenticate"))
    assert client.post(answer["Location"], {"password": "wrong"}).status_code == 422
    back = client.post(answer["Location"], {"password": PASSWORD})
    assert back["Location"] == reverse("mfa_generate_recovery_codes")
    assert client.get(back["Location"]).status_code == 200
