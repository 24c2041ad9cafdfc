"""Accounts: invite, accept, change roles, deactivate, give a new start. Each change is in the audit log.

Views do the asking; what may not happen is refused here, in the transaction of the change.
"""

from __future__ import annotations

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
from clinic.models.staff import Invitation, Member, Role, joined, parted
from clinic.people import sessions
from triage_site.tokens import hash_of

VALID_FOR = timedelta(days=7)


class RefusedError(Exception):
    """A change that would leave nobody in charge, or that one may not make to oneself. `code` says which."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class LinkSpentError(Exception):
    """An invitation that was used, cancelled or has expired, or that never was."""


def invite(
    request: HttpRequest, name: str, email: str, roles: Iterable[str], now: datetime
) -> tuple[Invitation, str]:
    """Offer an account. Gives the invitation and its token, which is not stored. Raises RefusedError."""
    with _in_charge(request) as own:
        invitation, token = _offer(own, name, email, roles, now)
        _note_offer(request, invitation)
    return invitation, token


def invite_first(name: str, email: str, roles: Iterable[str], now: datetime) -> tuple[Invitation, str]:
    """As `invite`, for a command: there is no admin yet who could."""
    with transaction.atomic():
        invitation, token = _offer(None, name, email, roles, now)
        _note_offer(None, invitation)
    return invitation, token


def end_all_offers(now: datetime) -> int:
    """Take every open invitation back, for a command: no admin is left who stands for them. How many."""
    with transaction.atomic():
        cancelled = _end(open_invitations(now), now)
        _note_ends(None, cancelled)
    return len(cancelled)


def _offer(
    by: Member | None, name: str, email: str, roles: Iterable[str], now: datetime, *, user: User | None = None
) -> tuple[Invitation, str]:
    """An invitation, or for `user` the offer of a new password."""
    token = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        email=email,
        name=name,
        roles=joined(roles),
        user=user,
        token_hash=hash_of(token),
        invited_by=by.user if by is not None else None,
        created_at=now,
        expires_at=now + VALID_FOR,
    )
    return invitation, token


def _note_offer(request: HttpRequest | None, invitation: Invitation) -> None:
    record(request, Action.ACCOUNT, invitation, change="invited", roles=invitation.roles)


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


def change_roles(request: HttpRequest, member: Member, roles: Iterable[str], now: datetime) -> None:
    """Give somebody these roles. Raises RefusedError. What the member has open asks for the roles anew."""
    with _in_charge(request) as own:
        held, after = Member.objects.get(pk=member.pk).held, parted(joined(roles))
        if own.pk == member.pk:
            _refuse_for_oneself(held, after)
        Member.objects.filter(pk=member.pk).update(roles=joined(after))
        cancelled = [] if Role.ADMIN in after else _end(_offered_by(member, now), now)
        _note_ends(request, cancelled)
        record(request, Action.ACCOUNT, member, change="roles", before=joined(held), after=joined(after))


def _refuse_for_oneself(held: frozenset[Role], after: frozenset[Role]) -> None:
    """Nobody locks the accounts by mistake, or takes what it needs two people for."""
    if Role.ADMIN not in after:
        raise RefusedError("own_admin")
    if after - held:
        raise RefusedError("own_roles")


def deactivate(request: HttpRequest, member: Member, now: datetime) -> None:
    """End an account, its sessions and all it offered at once. Raises RefusedError."""
    with _in_charge(request) as own:
        if own.pk == member.pk:
            raise RefusedError("own_account")
        User.objects.filter(pk=member.pk).update(is_active=False)
        cancelled = _end(_offered_to(member, now) | _offered_by(member, now), now)
        sessions.end_all(member.user)
        _note_ends(request, cancelled)
        record(request, Action.ACCOUNT, member, change="deactivated")


def reactivate(request: HttpRequest, member: Member) -> None:
    """Open an account again. Sessions and offers of before stay ended."""
    with _in_charge(request):
        User.objects.filter(pk=member.pk).update(is_active=True)
        record(request, Action.ACCOUNT, member, change="reactivated")


def new_start(request: HttpRequest, member: Member, now: datetime) -> tuple[Invitation, str]:
    """Take password, second factor and sessions away; give a link to choose new ones. Raises RefusedError.

    Both at once: with the old password alone, whoever knows it could set up the second factor. And what the
    account offered ends: somebody else may have been in it.
    """
    with _in_charge(request) as own:
        if own.pk == member.pk:
            raise RefusedError("own_account")
        user = member.user
        user.set_unusable_password()
        user.save(update_fields=["password"])
        Authenticator.objects.filter(user=user).delete()
        sessions.end_all(user)
        cancelled = _end(_offered_to(member, now) | _offered_by(member, now), now)
        invitation, token = _offer(own, member.name, user.email, member.held, now, user=user)
        _note_ends(request, cancelled)
        record(request, Action.ACCOUNT, member, change="new_start")
        _note_offer(request, invitation)
    return invitation, token


def _offered_to(member: Member, now: datetime) -> QuerySet[Invitation]:
    return open_invitations(now).filter(user=member.user)


def _offered_by(member: Member, now: datetime) -> QuerySet[Invitation]:
    return open_invitations(now).filter(invited_by=member.user)


def _end(invitations: QuerySet[Invitation], now: datetime) -> list[Invitation]:
    """Take these back. Gives those that somebody did not accept at the same moment."""
    return [
        invitation
        for invitation in invitations.order_by("created_at", "pk")
        if open_invitations(now).filter(pk=invitation.pk).update(cancelled_at=now)
    ]


def _note_ends(request: HttpRequest | None, cancelled: Iterable[Invitation]) -> None:
    for invitation in cancelled:
        record(request, Action.ACCOUNT, invitation, change="cancelled")


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
