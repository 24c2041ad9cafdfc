"""Every page of the site in every state that looks different, and how to get there."""

from __future__ import annotations

import functools
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from unittest.mock import patch

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client
from django.utils import timezone

from assessments import services
from assessments.guidance.topics import TOPICS
from assessments.paper.sheet import FORMS
from assessments.paper.store import KeyedIn, store
from assessments.paper.times import filled_in
from clinic.models.staff import Role
from tests.browser import states
from tests.browser.conftest import Visitor
from tests.browser.states import ADULT, PEDIATRIC, WAYS
from tests.clinic.staffing import enter
from triage.catalogue import ruleset_version
from triage.conditions import Answer
from triage.examples import with_changes
from triage.model import Kind, Level, Page, Pathway, Transport

Go = Callable[[Visitor], int]

# Answers after which notes for the visit are asked for, by video and in person.
VISITS = {
    "adult, by video": "respondent=self; pain_now=5; patient_question=An invented question?",
    "adult, in person": "respondent=other; pain_now=8",
    "child, by video": "pain_severity=moderate",
    "teen alone, in person": "answered_by=teen_alone; child_age_years=15; night_pain=wakes_most",
}


@dataclass(frozen=True, repr=False)
class Place:
    """One page. `go` opens it and gives the status; `refused`: the status when it is sent with mistakes."""

    name: str
    go: Go
    status: int = 200
    refused: int | None = None


def every_place() -> Iterator[Place]:
    """All of them."""
    yield from _before_and_after()
    yield from _question_pages()
    yield from _other_looks()
    yield from _last_pages()
    yield from _outcomes()
    yield from _refusals()
    yield from _staff()


def _before_and_after() -> Iterator[Place]:
    yield Place("start", _open("/"), refused=422)
    for page in ("", "privacy/", "sources/", "about/", "accessibility/"):
        yield Place(f"help {page}", _open(f"/help/{page}"))
    for audience, topics in TOPICS.items():
        for topic in topics:
            yield Place(f"help {audience} {topic.slug}", _open(f"/help/{audience}/{topic.slug}/"))
    yield Place("gone", _open("/f/1/check/"), 404)
    yield Place("finished", _finished)


def _question_pages() -> Iterator[Place]:
    for way in WAYS:
        pathway, _sets = states.ways_of(way)
        for page in pathway.pages:
            if states.answers_showing(way, page) is not None:
                at = functools.partial(_question, way=way, page=page)
                yield Place(f"{page.code}, {way}", at, refused=422)


def _other_looks() -> Iterator[Place]:
    """Question pages with answers on them, with a tip for "not sure", and after a change of pathway."""
    way = "adult, for oneself"
    for page in ADULT.pages:
        if page.code in ("a02", "a14", "a35", "a40"):
            yield Place(
                f"{page.code}, answered", functools.partial(_question, way=way, page=page, answered=True)
            )
    helped = (page for page in ADULT.pages if page.questions[0].unsure_help)
    page = next(page for page in helped if page.questions[0].kind is Kind.SINGLE)
    yield Place(f"{page.code}, tip for not sure", functools.partial(_tip, page=page))
    yield Place("c01, after a change of pathway", _switched)
    yield Place("done, a day old", functools.partial(_old_result, page="done"))
    yield Place("print, a day old", functools.partial(_old_result, page="print"))


def _last_pages() -> Iterator[Place]:
    for way in WAYS:
        for name, refused in (("check", None), ("contact", 422)):
            yield Place(f"{name}, {way}", functools.partial(_last, way=way, name=name), refused=refused)
    for name, changes in VISITS.items():
        at = functools.partial(_visit, pathway=ADULT if "adult" in name else PEDIATRIC, changes=changes)
        yield Place(f"visit, {name}", at, refused=422)
    for name, pathway in (("adult", ADULT), ("child", PEDIATRIC)):
        for transport in Transport:
            at = functools.partial(_emergency, pathway=pathway, transport=transport, page="now")
            yield Place(f"emergency, {name}, {transport.value}", at)
        at = functools.partial(_emergency, pathway=pathway, transport=Transport.ER, page="share")
        yield Place(f"share, {name}", at, refused=422)


def _outcomes() -> Iterator[Place]:
    for pathway, level, transport in states.OUTCOMES:
        for page in ("done", "print"):
            at = functools.partial(_outcome, pathway=pathway, level=level, transport=transport, page=page)
            words = f"{level.name} {transport.value if transport else ''}".strip()
            yield Place(f"{page}, {pathway.name}, {words}", at)


def _refusals() -> Iterator[Place]:
    yield Place("400", _open("/?next=%00"), 400)
    yield Place("403", _without_token, 403)
    yield Place("404", _open("/no-such-page/"), 404)
    yield Place("405", _open("/begin/"), 405)
    yield Place("413", _too_long, 413)
    yield Place("500", _broken, 500)
    yield Place("503, answers kept", functools.partial(_unsaved, database=False, option="none"), 503)
    yield Place("emergency while the database is down", _unsaved_emergency(database=False), 503)
    yield Place("emergency in a form that is gone", _unsaved_emergency(database=True), 404)


def _staff() -> Iterator[Place]:
    yield Place("staff login", _open("/staff/login/"), refused=422)
    yield Place("staff list, empty", functools.partial(as_staff, cases=False, page=""))
    yield Place("staff list", functools.partial(as_staff, cases=True, page=""))
    for name in ("", "adult/", "child/"):
        yield Place(f"staff paper {name}", functools.partial(as_staff, cases=False, page=f"paper/{name}"))
        yield Place(f"paper {name}", _open(f"/help/paper/{name}"))
    for name, pathway in FORMS.items():
        yield Place(f"staff paper {name}, sent empty", functools.partial(_keyed_empty, name=name), 422)
        done = functools.partial(keyed, pathway=pathway)
        yield Place(f"staff paper {name}, stored", done)
    yield Place("staff paper, not all counts", _not_all_counts, 422)
    yield Place("staff paper, screen used before", _used_before, 409)
    yield Place("staff paper, login ended", _login_ended, 403)
    for page in (
        "",
        "rule/ADULT-CES-01/",
        "questions/",
        "questions/adult/fever/",
        "changes/",
        "print/adult/",
    ):
        at = functools.partial(as_staff, cases=False, page=f"rules/{page}")
        yield Place(f"staff rules {page}", at, refused=422 if page in ("", "changes/") else None)
    yield Place("staff rules sign", functools.partial(_signing, signed=False), refused=422)
    yield Place("staff rules signed", functools.partial(_signing, signed=True))
    yield Place("staff numbers", functools.partial(as_staff, cases=True, page="numbers/"), refused=422)
    yield Place("staff case not found", functools.partial(as_staff, cases=False, page=f"{NOBODY}/"), 404)
    for pathway, level, transport in states.OUTCOMES:
        for page in ("", "print/"):
            at = functools.partial(_case, pathway=pathway, level=level, transport=transport, page=page)
            words = f"{level.name} {transport.value if transport else ''}".strip()
            yield Place(f"staff case {page}, {pathway.name}, {words}", at)


NOBODY = "00000000-0000-4000-8000-000000000000"


def _open(path: str) -> Go:
    return lambda visitor: exactly(visitor, path)


def exactly(visitor: Visitor, path: str) -> int:
    """Open `path`, and make sure that the visitor was not sent elsewhere."""
    status = visitor.open(path)
    assert visitor.path == path, f"asked for {path}, came to {visitor.path}"
    return status


def _question(visitor: Visitor, *, way: str, page: Page, answered: bool = False) -> int:
    visitor.has(states.draft_at(way, page, answered=answered))
    return exactly(visitor, f"/f/1/{page.code}/")


def _tip(visitor: Visitor, *, page: Page) -> int:
    unsure = {page.questions[0].key: "not_sure"}
    visitor.has(states.draft(ADULT, with_changes(ADULT, "respondent=self") | unsure))
    status = exactly(visitor, f"/f/1/{page.code}/?again=1")
    assert visitor.page.locator("[role=status]").is_visible()
    return status


def _switched(visitor: Visitor) -> int:
    row = states.draft(PEDIATRIC, {}, upto=PEDIATRIC.pages[0])
    services.note(services.open_draft(row), switched=True)
    visitor.has(row)
    status = exactly(visitor, f"/f/1/{PEDIATRIC.pages[0].code}/")
    assert visitor.page.locator(".nhsuk-inset-text").is_visible()
    return status


def _old_result(visitor: Visitor, *, page: str) -> int:
    answers = states.example(ADULT, Level.VIRTUAL_VISIT)
    visitor.has(states.sent(ADULT, answers, at=timezone.now() - timedelta(hours=25)))
    return exactly(visitor, f"/f/1/{page}/")


def _last(visitor: Visitor, *, way: str, name: str) -> int:
    pathway, sets = states.ways_of(way)
    visitor.has(states.draft(pathway, sets[0]))
    return exactly(visitor, f"/f/1/{name}/")


def _visit(visitor: Visitor, *, pathway: Pathway, changes: str) -> int:
    row = states.draft(pathway, with_changes(pathway, changes))
    notes = {"questions": ["An invented question?"], "place": "12 Invented Street", "language": "en"}
    services.save_visit(services.open_draft(row), notes)
    visitor.has(row)
    return exactly(visitor, "/f/1/visit/")


def _emergency(visitor: Visitor, *, pathway: Pathway, transport: Transport, page: str) -> int:
    visitor.has(states.draft(pathway, states.example(pathway, Level.EMERGENCY_NOW, transport)))
    return exactly(visitor, f"/f/1/{page}/")


def _outcome(
    visitor: Visitor, *, pathway: Pathway, level: Level, transport: Transport | None, page: str
) -> int:
    visitor.has(states.sent(pathway, states.example(pathway, level, transport)))
    return exactly(visitor, f"/f/1/{page}/")


def _finished(visitor: Visitor) -> int:
    visitor.has(states.sent(ADULT, states.example(ADULT, Level.SELF_CARE)))
    visitor.open("/f/1/done/")
    return press(visitor, "form[action$='/finish/'] button")


def _without_token(visitor: Visitor) -> int:
    visitor.open("/")
    visitor.page.evaluate("document.querySelector('[name=csrfmiddlewaretoken]').remove()")
    return press(visitor, "main form button")


def _too_long(visitor: Visitor) -> int:
    visitor.open("/")
    visitor.page.evaluate("document.querySelector('[name=csrfmiddlewaretoken]').value = 'x'.repeat(300000)")
    return press(visitor, "main form button")


def _broken(visitor: Visitor) -> int:
    with patch("assessments.views.start._start_page", side_effect=RuntimeError("made to fail by a test")):
        return exactly(visitor, "/")


def _unsaved_emergency(*, database: bool) -> Go:
    return functools.partial(_unsaved, database=database, option="chest_pain")


def _unsaved(visitor: Visitor, *, database: bool, option: str) -> int:
    """Send the first page while it cannot be saved: the database is down, or the session is gone."""
    visitor.has(states.draft_at("adult, for oneself", ADULT.pages[1]))
    exactly(visitor, "/f/1/a01/")
    visitor.page.locator(f"[name=em_now][value={option}]").check()
    if database:
        visitor.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
        return press(visitor, "main form [type=submit]")
    with patch.object(BaseDatabaseWrapper, "cursor", side_effect=OperationalError("down")):
        return press(visitor, "main form [type=submit]")


def press(visitor: Visitor, button: str) -> int:
    with visitor.page.expect_navigation() as going:
        visitor.page.locator(button).first.click()
    assert going.value is not None
    return going.value.status


def log_in(visitor: Visitor) -> None:
    """Let this browser in as an invented nurse."""
    client = Client()
    enter(client)
    assert client.session.session_key is not None
    visitor.cookie(client.session.session_key)


def as_staff(visitor: Visitor, *, cases: bool, page: str) -> int:
    """A page of the staff, with or without sent cases."""
    if cases:
        for pathway, level, transport in states.OUTCOMES:
            states.sent(pathway, states.example(pathway, level, transport))
    log_in(visitor)
    return exactly(visitor, f"/staff/{page}")


def _signing(visitor: Visitor, *, signed: bool) -> int:
    """The page on which an admin who is a clinician signs the rules, or takes that back."""
    client = Client()
    enter(client, "invented.boss", Role.ADMIN, Role.CLINICIAN)
    assert client.session.session_key is not None
    visitor.cookie(client.session.session_key)
    if signed:
        typed = {"version": ruleset_version("adult"), "agree": "agree", "name": "invented.boss"}
        assert client.post("/staff/rules/sign/adult/", typed).status_code == 302
    return exactly(visitor, "/staff/rules/sign/adult/")


def _keyed_empty(visitor: Visitor, *, name: str) -> int:
    as_staff(visitor, cases=False, page=f"paper/{name}/")
    return press(visitor, "main form [name=store]")


def _not_all_counts(visitor: Visitor) -> int:
    """An emergency on an old paper of another version, with an answer that is not for this person."""
    as_staff(visitor, cases=False, page="paper/adult/")
    visitor.page.locator("[name=pregnancy][value=over_20w]").check()
    _key_in(visitor, datetime(2026, 3, 2, tzinfo=UTC), version="adult-1.1-0123456789ab")
    return press(visitor, "main form [name=store]")


def _used_before(visitor: Visitor) -> int:
    """Another person's form on a screen that stored one before: Back, or a tab that was restored."""
    as_staff(visitor, cases=False, page="paper/adult/")
    case = visitor.page.locator("[name=case]").get_attribute("value")
    pathway = FORMS["adult"]
    answers = states.example(pathway, Level.VIRTUAL_VISIT, None)
    store(_paper(pathway, answers, {"name": "Invented Person"}, case=uuid.UUID(case or "")), timezone.now())
    _key_in(visitor, timezone.now() - timedelta(days=1), version=ruleset_version(pathway.name))
    return press(visitor, "main form [name=store]")


def _login_ended(visitor: Visitor) -> int:
    as_staff(visitor, cases=False, page="paper/adult/")
    Session.objects.all().delete()
    return press(visitor, "main form [name=store]")


def _key_in(visitor: Visitor, at: datetime, *, version: str) -> None:
    """An emergency and the end of the form, signed at that time."""
    marked = {"em_now": "collapse", "sex": "male", "consent": "agree", "paper_language": "en"}
    for name, value in marked.items():
        visitor.page.locator(f"[name={name}][value={value}]").check()
    parts = {"month": at.month, "day": at.day, "year": at.year}
    typed = {f"paper_date_{part}": str(number) for part, number in parts.items()}
    typed |= {"name": "Invented Person", "phone": "555 555 0100", "paper_version": version}
    for name, text in typed.items():
        visitor.page.locator(f"[name={name}]").fill(text)


def keyed(visitor: Visitor, pathway: Pathway, **words: str) -> int:
    """What staff see after an emergency was keyed in from paper. `words`: contact details of one's own."""
    answers = states.example(pathway, Level.EMERGENCY_NOW, Transport.CALL_911)
    contact = {"name": "Invented Person", "phone": "555 555 0100", "location_now": "12 Invented Street"}
    row = store(_paper(pathway, answers, contact | words), timezone.now())
    return as_staff(visitor, cases=False, page=f"paper/{row.pk}/done/")


def _paper(
    pathway: Pathway, answers: Mapping[str, Answer], contact: dict[str, str], case: uuid.UUID | None = None
) -> KeyedIn:
    """A paper form of yesterday."""
    return KeyedIn(
        id=case or uuid.uuid4(),
        pathway=pathway,
        answers=answers,
        contact=contact | filled_in(timezone.now() - timedelta(days=1)),
        language="en",
        entered_by="invented.nurse",
    )


def _case(visitor: Visitor, *, pathway: Pathway, level: Level, transport: Transport | None, page: str) -> int:
    row = states.sent(pathway, states.example(pathway, level, transport))
    log_in(visitor)
    return exactly(visitor, f"/staff/{row.pk}/{page}")
