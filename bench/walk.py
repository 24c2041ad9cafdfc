"""A whole assessment by HTTP, as a browser without scripts sends it. All answers are invented."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field

from assessments.views.base import PAGES
from bench.client import Answer, Person, hidden_fields
from triage import conditions
from triage.examples import with_changes
from triage.model import Kind, Page, Pathway
from triage.pathways import PATHWAYS

WHO = {"adult": "self", "pediatric": "child"}
MOST_STEPS = 120


@dataclass
class Walk:
    """One person on the way from the start page to the result. `steps`: (method, page, statements)."""

    person: Person
    pathway: Pathway
    answers: dict[str, conditions.Answer]
    steps: list[tuple[str, str, int]] = field(default_factory=list)

    @classmethod
    def of(cls, person: Person, name: str, changes: str = "") -> Walk:
        """A walk with the baseline answers of a pathway and `changes` to them."""
        return cls(person, PATHWAYS[name], with_changes(PATHWAYS[name], changes))

    def begin(self) -> str:
        """Load the start page and start; the address of the first question."""
        start = self._step("GET", self.person.get("/"), 200)
        sent = self.person.post("/begin/", [*hidden_fields(start.text), ("who", WHO[self.pathway.name])])
        return self._step("POST", sent, 302).location

    def to_the_end(self) -> str:
        """Everything up to the result; its address."""
        address = self.begin()
        for _step in range(MOST_STEPS):
            if address.endswith("/done/"):
                self._step("GET", self.person.get(address), 200)
                return address
            address = self.pass_page(address)
        raise RuntimeError(f"no result after {MOST_STEPS} pages: {address}")

    def pass_page(self, address: str) -> str:
        """From one page to the address of the next."""
        page = self._step("GET", self.person.get(address), 200)
        code = address.split("/")[3]
        if code == "check":
            return address.replace("check", "contact")
        fields = hidden_fields(page.text)
        if code == "contact":
            fields += contact_fields(self.pathway, self.answers)
        elif code != "now":
            fields += self._fields(PAGES[code][1], page.text)
        return self._step("POST", self.person.post(address, fields), 302).location

    def _fields(self, page: Page, html: str) -> list[tuple[str, str]]:
        fields = []
        for question in page.questions:
            answer = self.answers.get(question.key)
            if answer is None or question.kind is Kind.RATED or f'name="{question.key}"' not in html:
                continue
            values = sorted(answer) if isinstance(answer, frozenset) else [str(answer)]
            fields += [(question.key, value) for value in values]
        return fields

    def _step(self, method: str, answer: Answer, wanted: int) -> Answer:
        code = re.sub(r"^/f/\d+/", "", answer.path).strip("/") or "start"
        if answer.status != wanted:
            raise RuntimeError(f"{method} {answer.path}: {answer.status}")
        self.steps.append((method, code, answer.statements))
        return answer


def contact_fields(pathway: Pathway, answers: dict[str, conditions.Answer]) -> list[tuple[str, str]]:
    """Invented contact details that fit the age."""
    age = answers[pathway.age.key]
    year = datetime.datetime.now(tz=datetime.UTC).year - int(str(age))
    return [
        ("name", "Ada Invented"),
        ("date_of_birth_month", "1"),
        ("date_of_birth_day", "1"),
        ("date_of_birth_year", str(year)),
        ("answered_by_name", "Grace Invented"),
        ("relation", "mother"),
        ("phone", "555 555 0100"),
        ("consent", "agree"),
    ]
