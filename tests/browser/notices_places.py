"""The pages on messages to staff, in each state that looks different."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from datetime import time, timedelta
from unittest.mock import patch

from django.test import Client
from django.utils import timezone

from clinic.models import Delivery
from clinic.models.notices import Channel, DeliveryState
from clinic.models.staff import Role
from clinic.notices import health
from clinic.notices.planning import plan_due
from tests.browser.conftest import Visitor
from tests.browser.places import Place, exactly
from tests.clinic.noticing import NUMBER, form_arrives, nurse, on_duty
from tests.clinic.staffing import enter
from triage_site.live import forget_all

PAGE = "/staff/notices/"


def notices_places() -> Iterator[Place]:
    """All of them."""
    yield Place("staff messages, nothing yet", functools.partial(_page, roles=(Role.NURSE,)))
    yield Place(
        "staff messages, an admin's", functools.partial(_page, roles=(Role.NURSE, Role.ADMIN), busy=True)
    )
    yield Place("staff messages, hours", _hours, refused=422)


def _page(visitor: Visitor, *, roles: tuple[Role, ...], busy: bool = False) -> int:
    forget_all()
    _log_in(visitor, *roles)
    if busy:
        _much_happens()
    return exactly(visitor, PAGE)


def _hours(visitor: Visitor) -> int:
    _log_in(visitor, Role.NURSE)
    return exactly(visitor, f"{PAGE}hours/")


def _much_happens() -> None:
    """Own hours, hours of others with gaps, a worker that stopped, messages that failed and that wait."""
    me, now = nurse("invented.member"), timezone.now()
    on_duty(me, days="01234", start=time(8), end=time(17), digest=True)
    on_duty(me, Channel.TEXT, level=5, days="56", start=time(20), end=time(6))
    on_duty(
        nurse("another.invented.nurse", phone=NUMBER), level=1, days="0123456", start=time(8), end=time(20)
    )
    health.beat(now - timedelta(hours=2))
    with patch("clinic.notices.staff.channels", return_value=frozenset({Channel.EMAIL})):
        for _ in range(2):
            form_arrives(at=now - timedelta(minutes=30))
        plan_due(now)
    rows = list(Delivery.objects.order_by("id"))
    Delivery.objects.filter(pk=rows[0].pk).update(
        state=DeliveryState.FAILED, tries=6, problem="refused:550", not_before=now
    )
    Delivery.objects.exclude(pk=rows[0].pk).update(
        tries=2, problem="timeout", not_before=now + timedelta(minutes=5)
    )


def _log_in(visitor: Visitor, *roles: Role) -> None:
    client = Client()
    enter(client, "invented.member", *roles)
    assert client.session.session_key is not None
    visitor.cookie(client.session.session_key)
