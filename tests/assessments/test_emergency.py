"""The emergency page: at once, whatever else fails."""

from __future__ import annotations

from typing import Any, cast

import pytest
from django.db import InternalError
from django.test import Client

from assessments import services
from assessments.models import Assessment, Status
from assessments.views.base import PAGES
from tests.assessments.walker import Walker, draft_id, hidden
from triage_site.vault import VaultError

pytestmark = pytest.mark.django_db

GATE_EMERGENCIES = [
    ("adult", "a01", "em_now=chest_pain"),
    ("adult", "a03", "ces_saddle=yes"),
    ("adult", "a04", "ces_pee_leak=yes"),
    ("adult", "a05", "ces_bowel=yes"),
    ("adult", "a06", "ces_sexual=yes"),
    ("adult", "a07", "leg_both=numb_or_weak"),
    ("adult", "a08", "leg_weak=new_or_worse"),
    ("adult", "a09", "leg_numb=new_or_worse"),
    ("adult", "a10", "walking=cannot"),
    ("adult", "a12", "injury=major"),
    ("pediatric", "c01", "gate_now=seizure"),
    ("pediatric", "c05", "gate_nerve=cannot_pee"),
    ("pediatric", "c06", "walking=refuses"),
    ("pediatric", "c07", "fever=yes_now"),
]


@pytest.mark.parametrize(("pathway", "code", "changes"), GATE_EMERGENCIES)
def test_the_page_that_shows_an_emergency_leads_straight_to_the_emergency_page(
    pathway: str, code: str, changes: str
) -> None:
    walker = Walker(pathway, changes)

    url = walker.walk(until="now")

    assert walker.visited[-1] == code
    page = walker.client.get(url)
    html = page.content.decode()
    assert page.status_code == 200
    assert "911" in html
    assert "Do not wait" in html
    row = walker.row()
    assert row.status == Status.STOPPED
    assert row.emergency_at is not None
    assert row.submitted_at is None


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("a01", {"em_now": ["collapse"]}),
        ("a04", {"ces_pee_start": "yes"}),
        ("a10", {"walking": "cannot"}),
        ("c01", {"gate_now": ["trouble_breathing", "not_sure"]}),
        ("c05", {"gate_nerve": ["leg_weakness"]}),
    ],
)
@pytest.mark.usefixtures("database_down")
def test_an_emergency_is_shown_while_the_database_is_down(code: str, data: dict[str, object]) -> None:
    client = Client()
    client.cookies["sessionid"] = "a" * 32

    response = client.post(f"/f/1/{code}/", {"draft": "x", **data})

    html = response.content.decode()
    assert response.status_code == 503
    assert "911" in html
    assert "Do not wait" in html
    assert "could not" in html.lower() or "not saved" in html.lower()


@pytest.mark.usefixtures("database_down")
def test_a_harmless_answer_while_the_database_is_down_is_kept_for_sending_again() -> None:
    client = Client(raise_request_exception=False)
    client.cookies["sessionid"] = "a" * 32

    response = client.post("/f/1/a16/", {"draft": "x", "onset": "gradual"})

    html = response.content.decode()
    assert response.status_code == 503
    assert 'name="onset" value="gradual"' in html
    assert "911" in html
    assert int(response["Retry-After"]) > 0


def test_an_emergency_on_a_page_with_a_mistake_goes_before_the_mistake() -> None:
    walker = Walker("adult")
    url = walker.walk(until="a04")
    html = walker.client.get(url).content.decode()

    response = walker.client.post(url, {"draft": draft_id(html), "ces_pee_leak": "yes"})

    assert response.status_code == 302
    assert response["Location"] == "/f/1/now/"
    stored: Any = walker.row().answers
    assert stored["ces_pee_leak"] == "yes"


def test_an_emergency_in_an_ended_session_is_still_shown() -> None:
    response = Client().post("/f/1/a01/", {"draft": "x", "em_now": ["tearing"]})

    assert response.status_code == 404
    assert "911" in response.content.decode()
    assert "Do not wait" in response.content.decode()


def test_nothing_but_the_emergency_page_is_open_until_it_was_read() -> None:
    walker = Walker("adult", "em_now=chest_pain")
    walker.walk(until="now")

    for path in ("/f/1/a02/", "/f/1/check/", "/f/1/contact/"):
        assert walker.client.get(path)["Location"] in ("/f/1/now/", "/f/1/a02/")
    assert walker.client.get("/f/1/a02/")["Location"] == "/f/1/now/"


def test_a_slip_of_the_finger_can_be_corrected() -> None:
    walker = Walker("adult", "em_now=chest_pain")
    walker.walk(until="now")
    walker.answers["em_now"] = frozenset({"none"})

    response = walker.answer("/f/1/a01/")

    assert response["Location"] == "/f/1/a02/"
    assert walker.row().status == Status.IN_PROGRESS


def test_a_second_emergency_that_needs_a_call_interrupts_again() -> None:
    walker = Walker("adult", "ces_saddle=yes; walking=cannot; arm_signs=none")

    walker.walk()

    assert walker.visited.count("now") == 2


def test_going_on_makes_it_an_unfinished_form_again() -> None:
    walker = Walker("adult", "em_now=chest_pain")
    url = walker.walk(until="now")

    walker.go_on(url)

    assert walker.row().status == Status.IN_PROGRESS


def stop_here(walker: Walker, **changed: str) -> Any:
    walker.walk(until="now")
    draft = draft_id(walker.client.get("/f/1/share/").content.decode())
    data = {"draft": draft, "name": "Ada Invented", "phone": "555 555 0100", "consent": "agree"}
    return walker.client.post("/f/1/share/", {**data, **changed})


def test_someone_who_stops_can_let_the_care_team_know() -> None:
    walker = Walker("adult", "ces_saddle=yes")

    response = stop_here(walker)

    row = walker.row()
    assert response["Location"] == "/f/1/done/"
    assert (row.status, row.level) == (Status.STOPPED, 5)
    assert row.submitted_at is not None
    result: Any = row.result
    assert result["finished"] is False
    assert set(result["shown"]) == {"respondent", "em_now", "age_years", "sex", "ces_saddle"}
    assert result["blank"] == []
    page = walker.client.get("/f/1/done/")
    assert page.status_code == 200
    assert (row.reference or "?") in page.content.decode()


def test_without_consent_staff_see_nothing() -> None:
    walker = Walker("adult", "ces_saddle=yes")

    response = stop_here(walker, consent="")

    assert response.status_code == 422
    assert walker.row().submitted_at is None


def test_someone_who_stopped_may_still_finish_later_in_the_same_row() -> None:
    walker = Walker("adult", "ces_saddle=yes")
    stop_here(walker)
    reference = walker.row().reference

    walker.walk(url=walker.go_on()["Location"])

    row = walker.row()
    assert row.status == Status.SUBMITTED
    assert row.reference == reference
    assert Assessment.objects.count() == 1


def test_every_gate_page_is_evaluated_without_the_database() -> None:
    """A gate page whose own answers are an emergency says so even if nothing else can be read."""
    gates = {code for code, (_, page) in PAGES.items() if page.gate}
    covered = {code for _, code, _ in GATE_EMERGENCIES}
    assert covered <= gates


def correct(walker: Walker, code: str, **answers: Any) -> Any:
    """Open a page again and give other answers."""
    walker.answers.update(answers)
    return walker.answer(f"/f/1/{code}/")


def test_after_a_correction_the_next_emergency_is_shown_again() -> None:
    walker = Walker("adult", "em_now=chest_pain; ces_saddle=yes")
    walker.go_on(walker.walk(until="now"))
    url = correct(walker, "a01", em_now=frozenset({"none"}))["Location"]

    assert walker.walk(until="now", url=url) == "/f/1/now/"
    assert walker.visited[-1] == "a03"


@pytest.mark.parametrize("shared", [False, True])
def test_an_age_of_the_other_pathway_leads_away_from_an_unread_emergency(shared: bool) -> None:
    walker = Walker("adult", "ces_saddle=yes")
    if shared:
        stop_here(walker)
        walker.go_on()
    else:
        walker.walk(until="now")

    response = correct(walker, "a02", age_years=10)

    assert response["Location"] == "/f/1/c01/"
    assert walker.client.get("/f/1/c01/").status_code == 200


def test_after_all_questions_an_unread_emergency_comes_before_the_contact_page() -> None:
    walker = Walker("adult")
    walker.walk(until="check")
    assert correct(walker, "a03", ces_saddle="yes")["Location"] == "/f/1/now/"

    for path in ("/f/1/check/", "/f/1/contact/"):
        assert walker.client.get(path)["Location"] == "/f/1/now/"
    assert walker.go_on()["Location"] == "/f/1/check/"
    assert walker.client.get("/f/1/contact/").status_code == 200


def unsaved(response: Any, status: int) -> bool:
    """Whether this is the emergency page of answers that are not saved."""
    html = response.content.decode()
    assert response.status_code == status
    return "Emergency" in html and "could not be saved" in html and "Do not wait" in html


def test_an_emergency_from_an_old_tab_is_shown_after_sending() -> None:
    walker = Walker("adult")
    walker.walk()

    form = {"draft": str(walker.row().pk), "em_now": ["chest_pain"]}

    assert unsaved(walker.client.post("/f/1/a01/", form), 409)
    assert walker.row().level == 1


def test_an_emergency_on_a_page_that_is_not_asked_any_more_is_shown() -> None:
    walker = Walker("pediatric")
    walker.walk(until="c08")

    form = {"draft": str(walker.row().pk), "ces_bowel": "yes"}

    assert unsaved(walker.client.post("/f/1/a05/", form), 409)
    assert "ces_bowel" not in cast("dict[str, Any]", walker.row().answers)


@pytest.mark.parametrize("trouble", [services.BusyError, InternalError, VaultError, KeyError])
def test_an_emergency_is_shown_whatever_stops_the_saving(
    trouble: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    walker = Walker("adult")
    url = walker.walk(until="a03")

    def refuse(*args: object, **kwargs: object) -> None:
        raise trouble

    monkeypatch.setattr(services, "save_page", refuse)
    response = walker.client.post(url, {"draft": str(walker.row().pk), "ces_saddle": "yes"})

    assert unsaved(response, 503)


# Options of one gate question that are an emergency at any age that is asked.
ALWAYS_EMERGENCIES = [
    ("c06", "walking", "refuses"),
    ("c10", "infant_signs", "refuses_sit"),
    ("c10", "infant_signs", "lost_skills"),
    ("c10", "infant_signs", "bulging_soft_spot"),
    ("c19", "leg_pain", "both_legs"),
]


@pytest.mark.parametrize(("code", "key", "option"), ALWAYS_EMERGENCIES)
@pytest.mark.usefixtures("database_down")
def test_a_question_that_was_sent_was_shown_even_if_the_age_cannot_be_read(
    code: str, key: str, option: str
) -> None:
    client = Client()
    client.cookies["sessionid"] = "a" * 32

    assert unsaved(client.post(f"/f/1/{code}/", {"draft": "x", key: [option]}), 503)


@pytest.mark.parametrize("path", ["/f/1/now/", "/f/1/share/"])
def test_the_emergency_pages_of_another_draft_do_nothing(path: str) -> None:
    walker = Walker("adult", "ces_saddle=yes")
    walker.walk(until="now")
    form = {"draft": "of another tab", "name": "Ada Invented", "phone": "555 555 0100", "consent": "agree"}

    response = walker.client.post(path, form)

    row = walker.row()
    assert response.status_code == 404
    assert (row.status, row.submitted_at) == (Status.STOPPED, None)


def test_who_shared_and_goes_on_changes_nothing_that_staff_see_until_it_is_sent() -> None:
    walker = Walker("adult", "ces_saddle=yes; fever=yes; point_tender=no")
    stop_here(walker)
    shared = walker.row()

    correct(walker, "a03", ces_saddle="no")
    url = walker.walk(until="a14", url="/f/1/a04/")

    row = walker.row()
    assert (row.answers, row.result, row.level) == (shared.answers, shared.result, shared.level)
    walker.walk(url=url)
    row = walker.row()
    answers: Any = row.answers
    assert row.status == Status.SUBMITTED
    assert (answers["ces_saddle"], answers["fever"]) == ("no", "yes")
    assert set(cast("dict[str, Any]", row.progress)) <= {"seen", "given", "helped", "languages"}


def test_who_shared_and_turns_out_to_be_a_child_stays_an_adult_for_staff_until_it_is_sent() -> None:
    walker = Walker("adult", "ces_saddle=yes")
    stop_here(walker)
    shared = walker.row()
    walker.go_on()

    url = correct(walker, "a02", age_years=10)["Location"]

    row = walker.row()
    assert (row.pathway, row.answers, row.result) == ("adult", shared.answers, shared.result)
    assert walker.client.get("/f/1/done/").status_code == 200
    child = Walker("pediatric", "child_age_years=10", client=walker.client)
    child.walk(url=url)
    row = walker.row()
    result: Any = row.result
    assert (row.pathway, result["pathway"], row.status) == ("pediatric", "pediatric", Status.SUBMITTED)
    assert row.reference == shared.reference


def test_only_the_page_that_was_read_counts_as_read() -> None:
    """The page in one tab said "emergency room"; meanwhile another tab makes it a call."""
    walker = Walker("adult", "ces_saddle=yes")
    url = walker.walk(until="now")
    page = walker.client.get(url).content.decode()
    walker.answers["em_now"] = frozenset({"chest_pain"})
    walker.answer("/f/1/a01/")

    walker.client.post(url, {"draft": draft_id(page), "shown": hidden(page, "shown")})

    walker.answers["ces_saddle"] = "yes"
    assert walker.answer("/f/1/a03/")["Location"] == "/f/1/now/"
