"""The links at the top of every staff page. A room adds its one line to `LINKS`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.access import Act, has_second_factor, may
from clinic.models.staff import EmergencyAccess, Member, Role


class Link(NamedTuple):
    """A place, and what a member must be allowed to do to see a link to it."""

    act: Act
    url_name: str
    label: str | Promise


LINKS: tuple[Link, ...] = (
    Link(Act.QUEUE, "clinic:list", _("Queue")),
    Link(Act.PAPER, "clinic:paper", _("Key in a paper form")),
    Link(Act.DUTY, "clinic:duty", _("Messages")),
    Link(Act.FEEDBACK, "clinic:clarity", _("Were the pages clear?")),
    Link(Act.NUMBERS, "clinic:numbers", _("Numbers")),
    Link(Act.RULES, "clinic:rules", _("Rules")),
    Link(Act.USERS, "clinic:people", _("Accounts")),
    Link(Act.AUDIT, "clinic:audit", _("Audit log")),
    Link(Act.SETTINGS, "clinic:settings", _("Clinic settings")),
)


@dataclass(frozen=True)
class Shown:
    """A link as the page shows it. `is_current`: it leads to the page that is shown."""

    address: str
    label: str | Promise
    is_current: bool


@dataclass(frozen=True)
class Navigation:
    """What base_staff.html shows of the member at the keyboard. Empty for anybody else."""

    links: tuple[Shown, ...] = ()
    unseen_emergency_views: int = 0


def navigation(request: HttpRequest) -> Navigation:
    """The links this member may open, and for an admin the views under an emergency reason not yet seen.

    Asks the database only for an admin, with one statement.
    """
    member: Member | None = getattr(getattr(request, "user", None), "member", None)
    if member is None or not has_second_factor(request):
        return Navigation()
    unseen = 0
    if Role.ADMIN in member.held:
        unseen = EmergencyAccess.objects.filter(seen_at=None).count()
    return Navigation(tuple(_shown(member, request.path)), unseen)


def _shown(member: Member, path: str) -> Iterator[Shown]:
    for act, url_name, label in LINKS:
        if may(member, act):
            address = reverse(url_name)
            yield Shown(address, label, is_current=address == path)
