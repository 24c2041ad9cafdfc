"""Who can be given a case, as every page of the queue needs it."""

from __future__ import annotations

from typing import NamedTuple

from clinic.access import Act, may
from clinic.models import Member
from triage_site.live import Live


class Colleague(NamedTuple):
    """A member who works on cases: the id of the account, and the name."""

    pk: int
    name: str


def _load() -> tuple[Colleague, ...]:
    members = Member.objects.filter(user__is_active=True).order_by("name", "pk")
    return tuple(Colleague(member.pk, member.name) for member in members if may(member, Act.WORK))


def _nobody() -> tuple[Colleague, ...]:
    return ()


colleagues: Live[tuple[Colleague, ...]] = Live(_load, _nobody)
