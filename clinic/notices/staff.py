"""Who can be told: the active members, how each can be reached, and their duties."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.models import User

from clinic.access import Act, may
from clinic.models import Duty, Member
from clinic.models.notices import Channel
from clinic.models.staff import Role
from clinic.notices.hours import is_on
from triage_site.vault import VaultError

logger = logging.getLogger(__name__)


def channels() -> frozenset[Channel]:
    """The channels that are set up on this site."""
    found = set()
    if settings.EMAIL_IS_SET_UP:
        found.add(Channel.EMAIL)
    if settings.SMS_GATEWAY_URL:
        found.add(Channel.TEXT)
    return frozenset(found)


@dataclass(frozen=True)
class Person:
    """A member whose account is active. `addresses`: where they can be reached on this site."""

    user_id: int
    name: str
    roles: frozenset[Role]
    opens_queue: bool
    addresses: dict[Channel, str]
    duties: tuple[Duty, ...]

    def route(self, wanted: Channel) -> Channel | None:
        """The channel that somebody wants, else another that reaches them, else None."""
        if wanted in self.addresses:
            return wanted
        return next(iter(self.addresses), None)

    def on_duty(self, now: datetime, zone: ZoneInfo) -> list[Duty]:
        """The duties that are on now. None for somebody who may not open the queue."""
        return [duty for duty in self.duties if self.opens_queue and is_on(duty, now, zone)]


def everybody() -> list[Person]:
    """All members who may be told of something, in the order they joined."""
    duties: dict[int, list[Duty]] = {}
    for duty in Duty.objects.order_by("id"):
        duties.setdefault(duty.user_id, []).append(duty)
    members = Member.objects.filter(user__is_active=True).select_related("user").order_by("user_id")
    people = (person_of(member, tuple(duties.get(member.pk, ()))) for member in members)
    return [person for person in people if may_be_told(person)]


def person_of(member: Member, duties: tuple[Duty, ...] = ()) -> Person:
    """A member as somebody to be told."""
    return Person(
        user_id=member.pk,
        name=member.name,
        roles=member.held,
        opens_queue=may(member, Act.QUEUE),
        addresses=_addresses(member),
        duties=duties,
    )


def may_be_told(person: Person) -> bool:
    """Whether the roles let somebody act on a message: open the queue, or run the clinic's side."""
    return person.opens_queue or Role.ADMIN in person.roles


def active_member(user: User) -> Member | None:
    """The member behind an account that is not ended, else None."""
    if not user.is_active:
        return None
    return Member.objects.filter(user=user).select_related("user").first()


def _addresses(member: Member) -> dict[Channel, str]:
    known = {Channel.EMAIL: member.user.email, Channel.TEXT: phone_of(member)}
    # Django's order of the channels: mail first.
    return {channel: known[channel] for channel in Channel if channel in channels() and known[channel]}


def phone_of(member: Member) -> str:
    """Where text messages go; "" also for a number that cannot be read any more."""
    if not member.sealed_phone:
        return ""
    try:
        return str(member.phone)
    except VaultError:
        logger.exception("the number of member %s cannot be read", member.pk)
        return ""
