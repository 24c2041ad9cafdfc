"""A passkey in a real browser, under the site's content security policy: made, used to log in, refused."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.mfa.models import Authenticator

from clinic.models import AuditEvent
from tests.browser.conftest import Visitor
from tests.clinic.logging_in import PASSWORD, person

pytestmark = pytest.mark.django_db(transaction=True)
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def device(visitor: Visitor) -> Any:
    """A device that can hold passkeys; gives how to speak to the browser about it."""
    wire = visitor.context.new_cdp_session(visitor.page)
    wire.send("WebAuthn.enable")
    made = wire.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    yield wire, made["authenticatorId"]
    wire.send("WebAuthn.disable")


def test_a_passkey_is_made_replaces_password_and_code_and_can_fail(visitor: Visitor, device: Any) -> None:
    wire, device_id = device
    person(app=False)
    page = visitor.page
    visitor.open("/staff/login/")
    page.get_by_label("Username or e-mail address").fill("invented.nurse")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in", exact=True).click()
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_role("button", name="Add a passkey").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
    assert page.locator(".app-codes li").count() == 10
    page.get_by_role("link", name="I have kept them: go on").click()
    assert visitor.path == "/staff/"

    page.get_by_role("button", name="Log out").click()
    page.get_by_role("button", name="Log in with a passkey").click()
    page.wait_for_url("**/staff/")
    by = AuditEvent.objects.filter(action="login", outcome="ok").latest("number")
    assert (by.actor, by.detail) == ("invented.nurse", '{"by": "webauthn"}')

    # As the second step after the password.
    page.get_by_role("button", name="Log out").click()
    page.get_by_label("Username or e-mail address").fill("invented.nurse")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in", exact=True).click()
    page.get_by_role("button", name="Use a passkey instead").click()
    page.wait_for_url("**/staff/")

    # Before the account is changed.
    visitor.open("/staff/confirm/passkey/?next=/staff/account/")
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url("**/staff/account/")

    # The device does not know the finger: nothing opens, and the page says so.
    page.get_by_role("button", name="Log out").click()
    wire.send("WebAuthn.setUserVerified", {"authenticatorId": device_id, "isUserVerified": False})
    page.get_by_role("button", name="Log in with a passkey").click()
    page.get_by_text("It did not work, or was stopped. Try again.").wait_for()
    assert visitor.path == "/staff/login/"

    # A key that was taken away on the site is refused there.
    wire.send("WebAuthn.setUserVerified", {"authenticatorId": device_id, "isUserVerified": True})
    Authenticator.objects.filter(type=Authenticator.Type.WEBAUTHN).delete()
    page.get_by_role("button", name="Log in with a passkey").click()
    page.get_by_text("The passkey did not work.").wait_for()
    assert AuditEvent.objects.latest("number").outcome == "failed"
