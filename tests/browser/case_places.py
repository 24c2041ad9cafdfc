"""The pages of one case, in the states that look different. All invented."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

from django.test import Client
from django.utils import timezone

from assessments.models import Assessment
from clinic import demo_cases
from clinic.cases import reviews, work
from clinic.cases.glass import break_glass
from clinic.management.commands.demo import fill_in
from clinic.models import Case
from clinic.models.staff import Role
from tests.browser.conftest import Visitor
from tests.browser.places import Place, as_staff, exactly, press
from tests.clinic.staffing import as_member, enter, member

LONG_NOTE = "Called at once. “Numb since this morning.” Sent in with her daughter. " * 20


def case_places() -> Iterator[Place]:
    """All of them."""
    yield Place("staff case, sent twice and reviewed", functools.partial(_at, page="", make=sent_twice))
    yield Place(
        "staff case print, sent twice and reviewed", functools.partial(_at, page="print/", make=sent_twice)
    )
    yield Place("staff case, unreadable", functools.partial(_at, page="", make=_unreadable), 500)
    yield Place("staff case, as text", functools.partial(_at, page="copy/", make=sent_twice))
    yield Place("staff review", functools.partial(_at, page="review/", make=sent_twice), refused=422)
    yield Place("staff review, child", functools.partial(_at, page="review/", make=_child), refused=422)
    yield Place("staff review, somebody was first", _somebody_was_first, 409)
    yield Place("staff review, role taken away", _role_taken_away, 404)
    yield Place("staff break glass", functools.partial(_by_glass, page="break-glass/"), refused=422)
    yield Place("staff case, by emergency access", functools.partial(_by_glass, page=""))


def sent_twice() -> Assessment:
    """The second form of a person: worse, and without the cancer of the first. A nurse raised it."""
    now = timezone.now()
    first = replace(
        demo_cases.CASES[0],
        code="",
        hours_ago=400,
        answers="age_years=42; sex=female; cancer=yes; cancer_type=breast; conditions=osteoporosis;"
        " fever=yes; pregnancy=no; pain_now=4; ces_saddle=no",
    )
    born = {"date_of_birth": "1984-02-03"}
    fill_in(replace(first, contact=born), now)
    row = fill_in(replace(demo_cases.CASES[0], contact=born), now)
    nurse = member("invented.colleague", Role.CLINICIAN)
    opinion = reviews.Opinion(verdict="lower", level=4, reason="phone", outcome="called", note=LONG_NOTE)
    case = work.mark_read(Case.objects.get(pk=row.pk), as_member(nurse), now)
    reviews.store(case, as_member(nurse), opinion, now, revision=case.revision)
    return row


def _child() -> Assessment:
    return fill_in(demo_cases.CASES[8], timezone.now())


def _unreadable() -> Assessment:
    row, other = (fill_in(case, timezone.now()) for case in demo_cases.CASES[:2])
    Assessment.objects.filter(pk=row.pk).update(sealed_answers=other.sealed_answers)
    return row


def _at(visitor: Visitor, *, page: str, make: Callable[[], Assessment]) -> int:
    return as_staff(visitor, cases=False, page=f"{make().pk}/{page}")


def _somebody_was_first(visitor: Visitor) -> int:
    row = fill_in(demo_cases.CASES[6], timezone.now())
    as_staff(visitor, cases=False, page=f"{row.pk}/review/")
    visitor.page.locator("[name=verdict][value=higher]").check()
    visitor.page.locator("[name=note]").fill("An invented note.")
    nurse = member("invented.colleague", Role.NURSE)
    case = work.mark_read(Case.objects.get(pk=row.pk), as_member(nurse), timezone.now())
    opinion = reviews.Opinion(verdict="agree", note="I called them.")
    reviews.store(case, as_member(nurse), opinion, timezone.now(), revision=case.revision)
    return press(visitor, "main form [type=submit]")


def _role_taken_away(visitor: Visitor) -> int:
    as_staff(visitor, cases=False, page=f"{_child().pk}/review/")
    visitor.page.locator("[name=note]").fill("An invented note.")
    nurse = as_member(member())
    nurse.roles = Role.FRONT_DESK.value
    nurse.save()
    return press(visitor, "main form [type=submit]")


def _by_glass(visitor: Visitor, *, page: str) -> int:
    row, client = sent_twice(), Client()
    user = enter(client, "invented.desk", Role.FRONT_DESK)
    if not page:
        reason = "The nurse cannot be reached; an invented emergency."
        break_glass(row, as_member(user), reason, timezone.now() - timedelta(minutes=1))
    assert client.session.session_key is not None
    visitor.cookie(client.session.session_key)
    return exactly(visitor, f"/staff/{row.pk}/{page}")
