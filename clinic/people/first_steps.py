"""What is still to do before a clinic can work with the site, for an admin. Computed: nothing is stored."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from clinic.access import has_second_factor
from clinic.models import Duty, Invitation, Member, ProfileVersion
from clinic.models.staff import Role
from clinic.people.navigation import Shown
from triage_site.context import current_site


def first_steps(request: HttpRequest) -> list[Shown]:
    """The steps that are open, each with its link. None for anybody but an admin; four short statements."""
    member: Member | None = getattr(getattr(request, "user", None), "member", None)
    if member is None or Role.ADMIN not in member.held or not has_second_factor(request):
        return []
    return list(_open())


def _open() -> Iterator[Shown]:
    site = current_site()
    if not ProfileVersion.objects.exists():
        yield _step("clinic:settings", _("Set the name, country, numbers and opening hours of the clinic"))
    offers = Invitation.objects.filter(accepted_at=None, cancelled_at=None, expires_at__gt=timezone.now())
    if Member.objects.count() < 2 and not offers.exists():
        yield _step("clinic:invite", _("Invite the people who work here"))
    if not Duty.objects.exists():
        yield _step("clinic:duty_add", _("Set hours of duty: until then nobody is told of forms in time"))
    if site.signed_off is None:
        yield _step("clinic:rules", _("Have the rules signed off by a clinician who is an admin"))


def _step(url_name: str, label: object) -> Shown:
    return Shown(reverse(url_name), str(label), is_current=False)
