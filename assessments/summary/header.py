"""The head of a summary: who, how urgent, by when, from which answers; and what to beware of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.models import Status
from assessments.paper.version import stored_version
from assessments.summary.case import Case
from assessments.summary.clock import (
    STALE_AFTER,
    age_in_words,
    age_of_answers,
    clinic_time,
    due_in_words,
    span,
)
from assessments.summary.model import Header, Line, Reason, Said
from assessments.summary.writing import verbatim
from assessments.text import as_stored, spoken
from triage.catalogue import ruleset_version
from triage.model import Level, Transport
from triage_site.context import clinic_now
from triage_site.dates import formats

LEVEL_WORDS = {
    Level.EMERGENCY_NOW: gettext_lazy("Emergency now"),
    Level.URGENT_SAME_DAY: gettext_lazy("Urgent: in person today"),
    Level.PROMPT_IN_PERSON: gettext_lazy("Prompt: in person"),
    Level.VIRTUAL_VISIT: gettext_lazy("Virtual visit"),
    Level.SELF_CARE: gettext_lazy("Self-care"),
}
# Contact details that are sentences, not names or numbers.
FREE_WORDS = frozenset({"private_call", "location_now"})
# A change this soon after sending is the sending itself.
SENDING = timedelta(seconds=5)


def level_words(level: Level | None) -> str:
    """The level as staff read it."""
    return str(LEVEL_WORDS[level]) if level else _("No level yet")


def build_header(case: Case) -> Header:
    """The head of the summary."""
    result, row = case.result, case.row
    deciding = tuple(f["id"] for f in result["findings"] if f["level"] == result["level"])
    return Header(
        name=verbatim(str(case.contact.get("name") or "")) or _("No name given"),
        reference=row.reference or "",
        pathway=_("ADULT") if row.pathway == "adult" else _("PEDIATRIC"),
        level=level_words(case.level),
        level_number=int(case.level or 0),
        action=_action(case),
        due=_due(case),
        priority=str(result["priority"]) if result["priority"] is not None else _("none"),
        people=tuple(_people(case)),
        times=tuple(_times(case)),
        deciding_rules=deciding,
        other_rules=tuple(f["id"] for f in result["findings"] if f["id"] not in deciding),
        ruleset_version=result["ruleset_version"],
        warnings=tuple(_warnings(case)),
    )


def build_reasons(case: Case) -> tuple[Reason, ...]:
    """Every rule that fired, highest level first, with what it read and its sources."""
    findings = sorted(case.result["findings"], key=lambda finding: -Level[finding["level"]])
    return tuple(
        Reason(
            finding["id"],
            level_words(Level[finding["level"]]),
            as_stored(finding["clinician"]),
            tuple(finding["sources"]),
            tuple(_question_name(case, key) for key in finding["because"]),
        )
        for finding in findings
    )


def reason_for_level(case: Case) -> str:
    """What the deciding rules say to the clinician."""
    findings = [f for f in case.result["findings"] if f["level"] == case.result["level"]]
    if findings:
        return " ".join(spoken(finding["clinician"]) for finding in findings)
    return _("No rule fired and all core questions were answered.")


def _question_name(case: Case, key: str) -> str:
    question = case.pathway.by_key.get(key)
    return spoken(question.short) if question else key


def _action(case: Case) -> str:
    transport = case.result["transport"]
    if transport == Transport.CALL_911.value:
        return _("Told to call %(number)s now.") % {"number": clinic_now().emergency_number}
    if transport == Transport.ER.value:
        return _("Told to go to the emergency room now.")
    return ""


def _due(case: Case) -> str:
    if case.row.due_at is None:
        return _("No visit due.")
    return f"{clinic_time(case.row.due_at)} ({due_in_words(case.row.due_at, case.now)})"


def _people(case: Case) -> Iterator[Line]:
    yield Line(_("Age"), (Said(age_words(case)),))
    if case.contact.get("date_of_birth"):
        yield Line(_("Born"), (Said(born_in_words(str(case.contact["date_of_birth"]))),))
    if case.row.pathway == "adult":
        yield Line(_("Sex"), case.sheet.said(case.pathway.by_key["sex"]) or (Said(_("not asked")),))
    yield Line(_("Answered by"), _respondent(case))
    if case.sheet.writing.languages:
        yield Line(_("Answered in"), (Said(", ".join(case.sheet.writing.languages)),))
    for key, label in (
        ("phone", _("Phone")),
        ("private_call", _("Private call")),
        ("location_now", _("Was at")),
        ("email", _("E-mail")),
        ("language", _("Language")),
        ("appointment", _("Appointment")),
    ):
        if case.contact.get(key):
            text = str(case.contact[key])
            said = case.sheet.writing.own(text) if key in FREE_WORDS else Said(verbatim(text), own=True)
            yield Line(label, (said,))


def _respondent(case: Case) -> tuple[Said, ...]:
    question = case.pathway.by_key["respondent" if case.row.pathway == "adult" else "answered_by"]
    said = case.sheet.said(question) or (Said(_("not answered")),)
    name, relation = (str(case.contact.get(key) or "") for key in ("answered_by_name", "relation"))
    own = (Said(verbatim(name), own=True), case.sheet.writing.own(relation))
    return (*said, *(piece for piece in own if piece.text))


def age_words(case: Case) -> str:
    """The age as answered."""
    given = case.sheet.given
    return age_in_words(given.get(case.pathway.age.key), given.get("child_age_months"))


def born_in_words(text: str) -> str:
    """A date of birth (1980-03-27) as staff read it; what is none as it is."""
    try:
        return date_format(date.fromisoformat(text), formats().day)
    except ValueError:
        return text


def _times(case: Case) -> Iterator[Line]:
    row = case.row
    if row.emergency_at:
        yield Line(_("Emergency page shown"), (Said(clinic_time(row.emergency_at)),))
    if row.submitted_at and case.is_paper:
        yield Line(_("Filled in on paper"), (Said(clinic_time(case.answered_at)),))
        keyed = {"who": row.entered_by, "when": clinic_time(row.submitted_at)}
        yield Line(_("From paper"), (Said(_("keyed in by %(who)s on %(when)s") % keyed),))
    elif row.submitted_at:
        yield Line(_("Submitted"), (Said(clinic_time(row.submitted_at)),))
    yield Line(
        _("This page"), (Said(f"{clinic_time(case.now)}; {age_of_answers(case.answered_at, case.now)}"),)
    )


def _warnings(case: Case) -> Iterator[str]:
    row = case.row
    if row.status == Status.STOPPED:
        yield _("Stopped at the emergency page: questions after it were not asked. They are not negative.")
    if case.now - case.answered_at > STALE_AFTER:
        yield _("The answers are %(span)s old: ask what changed.") % {
            "span": span(case.now - case.answered_at)
        }
    paper = stored_version(case.contact)
    if paper is not None and paper != case.result["ruleset_version"]:
        yield _(
            "The paper was not of the current version of the form (%(version)s): its questions may have had"
            " other words."
        ) % {"version": verbatim(paper) or _("not readable")}
    if case.private:
        yield _("From paper: not asked there, ask in private: %(questions)s.") % {
            "questions": "; ".join(case.sheet.names(case.private))
        }
    if row.submitted_at and row.updated_at - row.submitted_at > SENDING:
        yield _("The person went on after this result was stored (last on %(when)s).") % {
            "when": clinic_time(row.updated_at)
        }
    if case.result["ruleset_version"] != ruleset_version(row.pathway):
        yield _("Made with an older version of the rules. The result is kept as it was.")
    if case.kept_in_english:
        yield _("Its words changed since. Where there is no translation any more they stay in English.")
    if case.sheet.strange:
        yield _("Answers that this version does not know: %(answers)s") % {
            "answers": "; ".join(verbatim(text) for text in case.sheet.strange)
        }
