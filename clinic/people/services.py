"""Accounts: invite, accept, change roles, deactivate, give a new start. Each change is in the audit log.

Views do the asking; what may not happen is refused here, in the transaction of the change.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.http import HttpRequest

from clinic.access import member_of
from clinic.audit.trail import Action, record
from clinic.models.staff import Invitation, Member, Role, joined
from clinic.people import sessions

VALID_FOR = timedelta(days=7)


class RefusedError(Exception):
    """A change that would leave nobody in charge, or that one may not make to oneself. `code` says which."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class LinkSpentError(Exception):
    """An invitation that was used, cancelled or has expired, or that never was."""


def hash_of(token: str) -> str:
    """What is stored of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def invite(
    request: HttpRequest | None,
    name: str,
    email: str,
    roles: Iterable[str],
    now: datetime,
    *,
    user: User | None = None,
) -> tuple[Invitation, str]:
    """Offer an account, or `user` a new password. Gives the invitation and its token, which is not stored.

    `request` is None for a command.
    """
    member = member_of(request) if request is not None else None
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        invitation = Invitation.objects.create(
            email=email,
            name=name,
            roles=joined(roles),
            user=user,
            token_hash=hash_of(token),
            invited_by=member.user if member is not None else None,
            created_at=now,
            expires_at=now + VALID_FOR,
        )
        record(request, Action.ACCOUNT, invitation, change="invited", roles=invitation.roles)
    return invitation, token


def cancel(request: HttpRequest, invitation: Invitation, now: datetime) -> None:
    """Take an offer back. Raises LinkSpentError when there is nothing left to take back."""
    with transaction.atomic():
        if not open_invitations(now).filter(pk=invitation.pk).update(cancelled_at=now):
            raise LinkSpentError
        record(request, Action.ACCOUNT, invitation, change="cancelled")


def invitation_of(token: str, now: datetime) -> Invitation:
    """The open invitation that this token belongs to. Raises LinkSpentError."""
    found = open_invitations(now).select_related("user__member").filter(token_hash=hash_of(token)).first()
    if found is None or (found.user is not None and not found.user.is_active):
        raise LinkSpentError
    return found


def accept(request: HttpRequest, token: str, name: str, password: str, now: datetime) -> User:
    """Make the account, or give it its new password. Raises LinkSpentError; of two at once one gets that."""
    with transaction.atomic():
        invitation = invitation_of(token, now)
        if not open_invitations(now).filter(pk=invitation.pk).update(accepted_at=now):
            raise LinkSpentError
        user = invitation.user or User(username=invitation.email, email=invitation.email)
        user.set_password(password)
        try:
            user.save()
        except IntegrityError:  # an account of this name was made meanwhile
            raise LinkSpentError from None
        Member.objects.update_or_create(
            user=user,
            defaults={"name": name},
            create_defaults={"name": name, "roles": invitation.roles, "since": now},
        )
        record(request, Action.ACCOUNT, invitation, change="accepted")
    return user


def change_roles(request: HttpRequest, member: Member, roles: Iterable[str]) -> None:
    """Give somebody these roles. Raises RefusedError. What the member has open asks for the roles anew."""
    with _in_charge(request) as own:
        after = joined(roles)
        if own.pk == member.pk and Role.ADMIN not in set(after.split()):
            raise RefusedError("own_admin")
        Member.objects.filter(pk=member.pk).update(roles=after)
        record(request, Action.ACCOUNT, member, change="roles", before=member.roles, after=after)


def deactivate(request: HttpRequest, member: Member, now: datetime) -> None:
    """End an account and all its sessions at once. Raises RefusedError."""
    with _in_charge(request) as own:
        if own.pk == member.pk:
            raise RefusedError("own_account")
        User.objects.filter(pk=member.pk).update(is_active=False)
        open_invitations(now).filter(user=member.user).update(cancelled_at=now)
        sessions.end_all(member.user)
        record(request, Action.ACCOUNT, member, change="deactivated")


def reactivate(request: HttpRequest, member: Member) -> None:
    """Open an account again. Sessions of before stay ended."""
    with _in_charge(request):
        User.objects.filter(pk=member.pk).update(is_active=True)
        record(request, Action.ACCOUNT, member, change="reactivated")


def new_start(request: HttpRequest, member: Member, now: datetime) -> tuple[Invitation, str]:
    """Take password, second factor and sessions away; give a link to choose new ones. Raises RefusedError.

    Both at once: with the old password alone, whoever knows it could set up the second factor.
    """
    with _in_charge(request) as own:
        if own.pk == member.pk:
            raise RefusedError("own_account")
        user = member.user
        user.set_unusable_password()
        user.save(update_fields=["password"])
        Authenticator.objects.filter(user=user).delete()
        sessions.end_all(user)
        open_invitations(now).filter(user=user).update(cancelled_at=now)
        invitation, token = invite(request, member.name, user.email, member.held, now, user=user)
        record(request, Action.ACCOUNT, member, change="new_start")
        return invitation, token


def active_admins() -> list[Member]:
    """Who can manage accounts."""
    members = Member.objects.filter(user__is_active=True, roles__contains=Role.ADMIN.value)
    return [member for member in members if Role.ADMIN in member.held]


@contextmanager
def _in_charge(request: HttpRequest) -> Iterator[Member]:
    """A transaction in which no other admin changes accounts. Gives the member at the keyboard.

    Raises RefusedError if that one is no admin any more, or if afterwards nobody would be.
    """
    with transaction.atomic():
        list(Member.objects.select_for_update().filter(roles__contains=Role.ADMIN.value).order_by("pk"))
        own = Member.objects.select_related("user").get(pk=member_of(request).pk)
        if not own.user.is_active or Role.ADMIN not in own.held:
            raise RefusedError("not_admin")
        yield own
        if not active_admins():
            raise RefusedError("last_admin")


def open_invitations(now: datetime) -> QuerySet[Invitation]:
    """Invitations that can still be accepted."""
    return Invitation.objects.filter(accepted_at=None, cancelled_at=None, expires_at__gt=now)
