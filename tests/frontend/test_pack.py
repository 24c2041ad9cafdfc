"""The HTML of every kind of field, clean and in error: names, descriptions, links, order."""

from __future__ import annotations

import pytest

from tests.frontend.dom import Node
from tests.frontend.gallery import HEADED, PAGES, html_of, shown

STATES = [None, ""]
CONTROLS = ("input", "select", "textarea")


def controls(page: Node) -> list[Node]:
    """What a person can type in or choose, in document order."""
    return [node for node in page.walk() if node.tag in CONTROLS and node.attributes.get("type") != "hidden"]


@pytest.mark.parametrize("sent", STATES)
@pytest.mark.parametrize("page", PAGES)
def test_ids_are_unique_and_every_reference_has_its_target(page: str, sent: str | None) -> None:
    form = shown(page, sent)
    assert len(form.ids) == len(set(form.ids))
    for node in form.walk():
        for attribute in ("for", "aria-describedby", "aria-labelledby"):
            for target in node.attributes.get(attribute, "").split():
                assert target in form.ids, f"{attribute}={target}"


@pytest.mark.parametrize("sent", STATES)
@pytest.mark.parametrize("page", PAGES)
def test_every_control_has_a_label_with_words(page: str, sent: str | None) -> None:
    form = shown(page, sent)
    labels = {label.attributes["for"]: label.text for label in form.all("label") if label.text}
    assert controls(form)
    for control in controls(form):
        assert labels[control.attributes["id"]]


@pytest.mark.parametrize("sent", STATES)
@pytest.mark.parametrize("page", PAGES)
def test_nothing_inline_and_nothing_chosen_beforehand(page: str, sent: str | None) -> None:
    form = shown(page, sent)
    assert form.all("script") == []
    assert form.all("style") == []
    for node in form.walk():
        assert not any(name == "style" or name.startswith("on") for name in node.attributes)
        assert "checked" not in node.attributes
        assert "required" not in node.attributes
        assert "placeholder" not in node.attributes


@pytest.mark.parametrize("sent", STATES)
@pytest.mark.parametrize("page", PAGES)
def test_there_is_one_h1_and_where_asked_it_is_the_question(page: str, sent: str | None) -> None:
    heading = shown(page, sent).one("h1")
    parents = {heading.parent.tag if heading.parent else ""} | {child.tag for child in heading.all("label")}
    assert bool(parents & {"legend", "label"}) == (page in HEADED)


@pytest.mark.parametrize("page", PAGES)
def test_each_error_has_a_link_that_lands_on_the_first_control_of_its_field(page: str) -> None:
    form = shown(page, "")
    summary = form.one(class_="nhsuk-error-summary")
    links = summary.all("a")
    groups = [
        group for group in form.all(class_="nhsuk-form-group") if group.all(class_="nhsuk-error-message")
    ]
    assert len(links) == len(groups) > 0
    for link, group in zip(links, groups, strict=True):
        assert link.attributes["href"] == f"#{controls(group)[0].attributes['id']}"
        assert link.text in group.one(class_="nhsuk-error-message").text
        assert group.matches("", {"class_": "nhsuk-form-group--error"})


@pytest.mark.parametrize("page", PAGES)
def test_a_clean_page_shows_no_error(page: str) -> None:
    html = html_of(page)
    assert "error-summary" not in html
    assert "error-message" not in html
    assert "--error" not in html
    assert "aria-invalid" not in html


@pytest.mark.parametrize("page", PAGES)
def test_hint_error_and_control_come_in_this_order_and_describe_the_control(page: str) -> None:
    form = shown(page, "")
    order = list(form.walk())
    for message in form.all(class_="nhsuk-error-message"):
        name = message.attributes["id"].removesuffix("_error")
        described = [
            node
            for node in order
            if message.attributes["id"] in node.attributes.get("aria-describedby", "").split()
        ]
        assert len(described) == 1
        owner = described[0]
        control = owner if owner.tag in CONTROLS else controls(owner)[0]
        assert order.index(message) < order.index(control)
        hints = [node for node in order if node.attributes.get("id") == f"{name}_helptext"]
        for hint in hints:
            assert order.index(hint) < order.index(message)
            ids = owner.attributes["aria-describedby"].split()
            assert ids.index(f"{name}_helptext") < ids.index(f"{name}_error")


@pytest.mark.parametrize("page", ["numbers", "texts", "long_text", "plain"])
def test_a_wrong_box_says_that_it_is_wrong(page: str) -> None:
    assert all(control.attributes["aria-invalid"] == "true" for control in controls(shown(page, "")))


def test_only_the_wrong_parts_of_a_date_say_so() -> None:
    form = shown("date", "born_month=3&born_day=&born_year=1980")
    wrong = [control.attributes["id"] for control in controls(form) if "aria-invalid" in control.attributes]
    assert wrong == ["id_born_day"]
    assert form.one(class_="nhsuk-error-summary").one("a").attributes["href"] == "#id_born_day"
    assert [control.attributes["value"] for control in controls(form)] == ["3", "", "1980"]
    assert [control.attributes["autocomplete"] for control in controls(form)] == [
        "bday-month",
        "bday-day",
        "bday-year",
    ]


def test_what_was_typed_comes_back_escaped() -> None:
    sent = "name=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E&phone=1&words=%3C%2Ftextarea%3E%3Cb%3E" + "x" * 60
    form = shown("texts", sent)
    assert form.all("script") == form.all("b") == []
    assert form.one("input", name="name").attributes["value"] == '"><script>alert(1)</script>'
    assert form.one("textarea").text.startswith("</textarea><b>")


def test_labels_are_escaped() -> None:
    assert "Chills &amp; &lt;shivers&gt;" in html_of("checkboxes")


def test_a_text_that_begins_with_a_line_break_keeps_it() -> None:
    assert '">\n\nfirst</textarea>' in html_of("long_text", "words=%0Afirst" + "x" * 60).replace("x" * 60, "")


def test_a_password_is_never_sent_back() -> None:
    form = shown("plain", "username=&password=invented-secret")
    assert "value" not in form.one("input", type="password").attributes


def test_saved_answers_are_shown() -> None:
    assert [
        node.attributes["value"]
        for node in controls(shown("radios", fever="yes"))
        if "checked" in node.attributes
    ] == ["yes"]
    assert [
        node.attributes["value"]
        for node in controls(shown("checkboxes", signs=["fever", "chills"]))
        if "checked" in node.attributes
    ] == ["fever", "chills"]
    selected = [
        node for node in shown("rated", tried=["heat:no"]).all("option") if "selected" in node.attributes
    ]
    assert [node.attributes["value"] for node in selected] == ["", "no"]


def test_only_what_stands_alone_is_marked_for_the_script() -> None:
    form = shown("checkboxes")
    alone = [node.attributes["value"] for node in controls(form) if node.attributes.get("data-behaviour")]
    assert alone == ["none"]
    assert "data-behaviour-group" not in html_of("checkboxes")


def test_a_group_heading_names_its_options_and_the_divider_ends_it() -> None:
    group = shown("checkboxes").one(role="group")
    assert [node.attributes["value"] for node in controls(group)] == ["fever", "chills"]
    assert group.one("p", id=group.attributes["aria-labelledby"]).text == "Infection"
    assert shown("checkboxes").one(class_="nhsuk-checkboxes__divider").text == "or"


def test_a_unit_and_an_option_hint_are_read_with_their_control() -> None:
    assert "id_age_suffix" in shown("numbers").one("input", id="id_age").attributes["aria-describedby"]
    assert shown("radios").one("input", value="not_sure").attributes["aria-describedby"] == "id_fever_2_hint"


def test_optional_is_said_in_words() -> None:
    from django import forms

    from assessments.fields import ShortTextField

    class Optional(forms.Form):
        words = ShortTextField(label="E-mail", max_length=9, required=False)
        unmarked = ShortTextField(label="Note", max_length=9, required=False, mark_optional=False)

    from crispy_forms.utils import render_crispy_form

    html = render_crispy_form(Optional())
    assert ">E-mail (optional)</label>" in html
    assert ">Note</label>" in html


@pytest.mark.parametrize("page", ["adult_map", "child_map"])
def test_the_drawing_only_repeats_the_list(page: str) -> None:
    form = shown(page)
    picture = form.one(class_="app-body-map__picture")
    assert picture.attributes["aria-hidden"] == "true"
    assert controls(picture) == []
    areas = picture.all("label")
    boxes = {node.attributes["id"]: node.attributes["value"] for node in controls(form)}
    assert [area.text for area in areas] == [""] * len(areas)
    touched = [boxes[area.attributes["for"]] for area in areas]
    drawn = {
        name.removeprefix("app-part--")
        for group in picture.all("g")
        for name in group.attributes.get("class", "").split()
        if name.startswith("app-part--")
    }
    assert set(touched) == drawn
    assert drawn | {"all_over", "cant_tell", "not_sure"} >= set(boxes.values())
    for both in {"flank", "side_flank", "buttock_sij", "buttock_hip", "hip_groin"} & drawn:
        assert touched.count(both) == 2


@pytest.mark.parametrize(
    ("page", "left"),
    [("adult_map", "Your left Your right"), ("child_map", "The child's left The child's right")],
)
def test_the_drawing_says_whose_left_and_right(page: str, left: str) -> None:
    assert shown(page).one(class_="app-body-map__sides").text == left


def test_the_form_itself() -> None:
    form = shown("radios").one("form")
    assert form.attributes["method"] == "post"
    assert "novalidate" in form.attributes
    assert form.attributes["autocomplete"] == "off"
    button = form.one("button")
    assert button.text == "Continue"
    assert button.attributes["data-prevent-double-click"] == "true"
    assert "name" not in button.attributes
