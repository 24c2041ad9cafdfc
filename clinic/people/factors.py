"""The second factor: its words, and its secrets, which are encrypted at rest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import AbstractBaseUser
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from triage_site import vault
from triage_site.context import current_site

# allauth seals a secret before the row has a key, so every secret has the same place.
PLACE = "mfa_authenticator:secret"
STRONG = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
SECRETS = ("secret", "seed")


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """allauth's second factor, as this site has it."""

    error_messages: ClassVar[dict[str, str | Promise]] = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("Check the code, or wait for the next one, then try again"),
        "cannot_delete_authenticator": _("Add another app or passkey first: a login needs one of them"),
    }

    def encrypt(self, text: str) -> str:
        """A secret as it is stored."""
        return vault.seal(text, place=PLACE)

    def decrypt(self, encrypted_text: str) -> str:
        """A stored secret. Raises VaultError when it cannot be read."""
        return str(vault.unseal(encrypted_text, place=PLACE))

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Not the last one: nobody would get past the login with the recovery codes alone."""
        others = Authenticator.objects.filter(user_id=authenticator.user_id, type__in=STRONG)
        return bool(others.exclude(pk=authenticator.pk).exists())

    def get_totp_issuer(self) -> str:
        """What an app shows beside the code."""
        return current_site().clinic_name

    def build_totp_svg(self, url: str) -> str:
        """The picture to scan, to stand inside a page."""
        picture: str = super().build_totp_svg(url)
        return picture[picture.index("<svg") :]

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:  # noqa: A002
        """What a new passkey is called until its owner says otherwise."""
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return gettext("Passkey {number}").format(number=number)


def rotate_secrets() -> Iterator[bool | None]:
    """Seal each secret again with the primary key, for `manage.py rotate_keys`.

    Gives True for one that was sealed, False for one that changed meanwhile; None: it could not be read.
    """
    for row in Authenticator.objects.exclude(type=Authenticator.Type.WEBAUTHN).order_by("pk").iterator():
        for name in SECRETS:
            if name in row.data and vault.needs_rotation(row.data[name]):
                yield _rotate(row, name)


def _rotate(row: Authenticator, name: str) -> bool | None:
    try:
        value = vault.unseal(row.data[name], place=PLACE)
    except vault.VaultError:
        return None
    old: dict[str, Any] = row.data
    new = old | {name: vault.seal(value, place=PLACE)}
    return bool(Authenticator.objects.filter(pk=row.pk, data=old).update(data=new))
