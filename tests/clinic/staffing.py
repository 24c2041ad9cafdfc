"""Invented members of staff for tests, logged in with a second factor or without."""

from __future__ import annotations

import time

from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY as OF_USER,
)
from allauth.account.internal.flows.login import (
    AUTHENTICATION_METHODS_SESSION_KEY as METHODS,
)
from django.contrib.auth.models import User
from django.contrib.sessions.backends.base import SessionBase
from django.test import Client
from django.utils import timezone

from clinic.models import Member
from clinic.models.staff import Role, joined

PASSWORD = "invented-password-1"
ALL_CARE = (Role.FRONT_DESK, Role.NURSE, Role.CLINICIAN)


def member(username: str = "invented.nurse", *roles: Role, password: str | None = None) -> User:
    """The account of this name; new ones get these roles (a nurse without any)."""
    user = User.objects.filter(username=username).first()
    if user is None:
        user = User.objects.create_user(username, email=f"{username}@clinic.invalid", password=password)
        Member.objects.create(
            user=user, name=username, roles=joined(roles or (Role.NURSE,)), since=timezone.now()
        )
    return user


def as_member(user: User) -> Member:
    """The member that an account is. (Type checkers see `user.member` only on some of their ways.)"""
    return Member.objects.get(pk=user.pk)


def enter(client: Client, username: str = "invented.nurse", *roles: Role, second_factor: bool = True) -> User:
    """Log this member in; with a second factor unless told otherwise."""
    user = member(username, *roles)
    client.force_login(user)
    if second_factor:
        session = client.session
        note_second_factor(session, user)
        session.save()
    return user


def note_second_factor(session: SessionBase, user: User) -> None:
    """Let the session say what a code from an app would have made it say."""
    session[METHODS] = [{"method": "mfa", "type": "totp", "at": time.time()}]
    session[OF_USER] = str(user.pk)
