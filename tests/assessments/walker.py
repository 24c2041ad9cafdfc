"""A patient at the keyboard: answers pages the way a browser sends them. All answers are invented."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import Any

from django.test import Client

from assessments.contact import today
from assessments.models import Assessment
from assessments.views.base import PAGES
from triage.conditions import Answer
from triage.examples import with_changes
from triage.model import Page
from triage.pathways import PATHWAYS

MOST_STEPS = 150
WHO = {"adult": "self", "pediatric": "child"}


def page_code(url: str) -> str:
    """The last part of a patient address, such as "a01" or "check"."""
    found = re.match(r"/f/\d+/(\w+)/", url)
    assert found is not None, url
    return found[1]


def hidden(page: str, name: str) -> str:
    """The value of a hidden field."""
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found is not None
    return found[1]


def draft_id(page: str) -> str:
    """The draft id in a page's form."""
    return hidden(page, "draft")


@dataclass
class Walker:
    """One person in one browser. `answers` are the ones the person will give."""

    pathway_name: str
    changes: str = ""
    client: Client = field(default_factory=Client)
    who: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)
    visited: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.who = self.who or WHO[self.pathway_name]
        self.answers = with_changes(PATHWAYS[self.pathway_name], self.changes)

    def begin(self) -> str:
        """Start; returns the address of the first page."""
        response = self.client.post("/begin/", {"who": self.who})
        assert response.status_code == 302, response.status_code
        return str(response["Location"])

    def page_data(self, page: Page, html: str, **changed: Any) -> dict[str, Any]:
        """What a browser would send for a page."""
        data: dict[str, Any] = {"draft": draft_id(html)}
        for question in page.questions:
            answer = self.answers.get(question.key)
            if answer is not None and f'name="{question.key}' in html:
                data[question.key] = sorted(answer) if isinstance(answer, frozenset) else str(answer)
        return {**data, **changed}

    def answer(self, url: str, **changed: Any) -> Any:
        """Open a page and send it."""
        html = self.client.get(url).content.decode()
        code = page_code(url)
        self.visited.append(code)
        return self.client.post(url, self.page_data(PAGES[code][1], html, **changed))

    def contact_data(self, html: str, **changed: Any) -> dict[str, Any]:
        """Invented contact details that fit the age given."""
        age = int(str(self.answers[PATHWAYS[self.pathway_name].age.key]))
        months = int(str(self.answers.get("child_age_months", 0)))
        born = today().replace(day=1)
        born = born.replace(
            year=born.year - age - (born.month <= months), month=(born.month - months - 1) % 12 + 1
        )
        return {
            "draft": draft_id(html),
            "name": "Ada Invented",
            "phone": "555 555 0100",
            "date_of_birth_month": str(born.month),
            "date_of_birth_day": "1",
            "date_of_birth_year": str(born.year),
            "answered_by_name": "Grace Invented",
            "relation": "mother",
            "consent": "agree",
            **changed,
        }

    def walk(self, *, until: str = "", url: str = "") -> str:
        """Answer page after page. Stops before the page `until`; returns the address reached."""
        url = url or self.begin()
        for _ in range(MOST_STEPS):
            code = page_code(url)
            if code == until:
                return url
            if code == "done":
                return url
            url = self.step(url, code)
        raise AssertionError(f"no end after {MOST_STEPS} pages, at {url}")

    def go_on(self, url: str = "/f/1/now/") -> Any:
        """Read the emergency page and press its button."""
        page = self.client.get(url).content.decode()
        return self.client.post(url, {"draft": draft_id(page), "shown": hidden(page, "shown")})

    def step(self, url: str, code: str) -> str:
        """From one page to the next address."""
        if code == "now":
            self.visited.append(code)
            return str(self.go_on(url)["Location"])
        if code == "check":
            self.visited.append(code)
            assert self.client.get(url).status_code == 200
            return url.replace("check", "contact")
        if code == "contact":
            self.visited.append(code)
            html = self.client.get(url).content.decode()
            response: Any = self.client.post(url, self.contact_data(html))
        else:
            response = self.answer(url)
        assert response.status_code == 302, (url, response.status_code, errors_in(response))
        return str(response["Location"])

    def row(self) -> Assessment:
        """The newest row of this browser."""
        drafts = self.client.session["drafts"]
        return Assessment.objects.get(pk=drafts[max(drafts, key=int)])


def errors_in(response: Any) -> list[str]:
    """The error messages on a page."""
    summary = re.search(r'error-summary__list">(.*?)</ul>', response.content.decode(), re.S)
    found = re.findall(r"<li>(.*?)</li>", summary[1], re.S) if summary else []
    return [html.unescape(re.sub(r"<[^>]+>", "", text)).strip() for text in found]
