"""Who works here: the roles of an account, invitations, and views under an emergency reason."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.models import Assessment
from triage_site.vault import Sealed


class Role(models.TextChoices):
    """What somebody does here. An account has one or more; what each may open: clinic/access.py."""

    FRONT_DESK = "front_desk", _("Front desk")
    NURSE = "nurse", _("Nurse")
    CLINICIAN = "clinician", _("Clinician")
    ADMIN = "admin", _("Clinic admin")
    AUDITOR = "auditor", _("Auditor")


def joined(roles: Iterable[Role | str]) -> str:
    """Roles as `Member.roles` and `Invitation.roles` store them: in the order of Role, with spaces."""
    chosen = {str(role) for role in roles}
    return " ".join(role.value for role in Role if role.value in chosen)


def parted(roles: str) -> frozenset[Role]:
    """The roles in a stored text."""
    return frozenset(Role(role) for role in roles.split())


def in_order(roles: str) -> list[Role]:
    """The roles in a stored text, in the order of Role."""
    return [Role(role) for role in roles.split()]


class Member(models.Model):
    """An account that is staff. Without this row an account opens no staff page.

    `User.is_active` ends an account. `sealed_phone`: where text messages go; "" for nowhere.
    `session_round` counts how often all sessions of this member were ended: one of an earlier round is over.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="member"
    )
    name = models.CharField(max_length=120)
    roles = models.CharField(max_length=80)
    sealed_phone = models.TextField(blank=True)
    since = models.DateTimeField()
    session_round = models.PositiveIntegerField(default=0)

    phone = Sealed("sealed_phone")

    def __str__(self) -> str:
        return self.name

    @property
    def held(self) -> frozenset[Role]:
        """The roles of this member."""
        return parted(self.roles)

    @property
    def held_in_order(self) -> list[Role]:
        """The roles of this member, in the order of Role."""
        return in_order(self.roles)


class Invitation(models.Model):
    """An account that an admin offers somebody. The link holds a token; only its SHA-256 is kept.

    `user`: the account that gets a new password and second factor; None for a new account.
    `invited_by`: None for the first admin, whom `manage.py first_admin` invites.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(max_length=254)
    name = models.CharField(max_length=120)
    roles = models.CharField(max_length=80)
    token_hash = models.CharField(max_length=64, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", null=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.email

    @property
    def offered_in_order(self) -> list[Role]:
        """The roles of the account that is offered."""
        return in_order(self.roles)


class EmergencyAccess(models.Model):
    """Somebody opened an assessment that their role does not show, with a reason ("breaking the glass")."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="+")
    sealed_reason = models.TextField()
    at = models.DateTimeField()
    until = models.DateTimeField()
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    seen_at = models.DateTimeField(null=True)

    reason = Sealed("sealed_reason")

    class Meta:
        indexes = (models.Index(fields=["user", "assessment", "until"], name="emergency_access_of"),)

    def __str__(self) -> str:
        return str(self.id)
