"""What people meet in a browser: under the real content security policy, with and without scripts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.frontend.gallery import PAGES

AXE = (Path(__file__).resolve().parents[1] / "vendor" / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN_AXE = """async (rules) => (await axe.run(document, {runOnly: rules})).violations
  .map((rule) => [rule.id, rule.nodes.map((node) => node.html.slice(0, 200))])"""
SENT_BLANK = "?sent="

Open = Callable[..., Page]


@pytest.mark.parametrize("state", ["", SENT_BLANK])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(open_page: Open, name: str, state: str) -> None:
    page = open_page(name + state)
    # Through the debugger: the page's own policy would refuse a script from elsewhere, as it should.
    page.evaluate(AXE)
    assert page.evaluate(RUN_AXE, RULES) == []


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_the_smallest_phone_even_with_double_text(open_page: Open, name: str) -> None:
    page = open_page(name + SENT_BLANK, viewport={"width": 320, "height": 640})
    wide = "document.documentElement.scrollWidth"
    assert page.evaluate(wide) <= 320
    page.set_viewport_size({"width": 640, "height": 640})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(wide) <= 640


def test_the_error_summary_gets_the_focus_and_its_link_lands_on_the_control(open_page: Open) -> None:
    page = open_page("radios" + SENT_BLANK)
    expect(page.locator(".nhsuk-error-summary")).to_be_focused()
    page.click(".nhsuk-error-summary a")
    expect(page.locator("#id_fever_0")).to_be_focused()


def test_none_of_these_unticks_the_others_and_is_unticked_by_them(open_page: Open) -> None:
    page = open_page("checkboxes")
    fever, none = page.get_by_label("Fever"), page.get_by_label("None of these")
    fever.check()
    none.check()
    expect(fever).not_to_be_checked()
    fever.check()
    expect(none).not_to_be_checked()


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize(
    ("name", "area", "box"),
    [
        ("adult_map", "adult-flank-left", "Side, under the ribs"),
        ("adult_map", "adult-flank-right", "Side, under the ribs"),
        ("adult_map", "adult-tailbone-middle", "Tailbone"),
        ("child_map", "child-low_middle-middle", "Low back"),
    ],
)
def test_touching_the_drawing_ticks_the_box_and_colours_the_part(
    open_page: Open, scripts: bool, name: str, area: str, box: str
) -> None:
    page = open_page(name, java_script_enabled=scripts, has_touch=True)
    checkbox = page.get_by_role("checkbox", name=box, exact=True)
    before = _fills(page) if scripts else []
    page.tap(f".app-area--{area}")
    expect(checkbox).to_be_checked()
    if scripts:
        after = _fills(page)
        assert sum(was != now for was, now in zip(before, after, strict=True)) == (
            2 if "flank" in area else 1
        )
    page.tap(f".app-area--{area}")
    expect(checkbox).not_to_be_checked()


def test_the_whole_back_colours_everything(open_page: Open) -> None:
    page = open_page("adult_map")
    page.get_by_label("Whole back").check()
    assert set(_fills(page)) == {"rgb(11, 85, 99)"}


def test_forced_colours_show_what_is_chosen(open_page: Open) -> None:
    page = open_page("adult_map", forced_colors="active")
    page.get_by_label("Neck").check()
    assert len(set(_fills(page))) == 2


def test_the_drawing_is_not_on_the_keyboard_s_way(open_page: Open) -> None:
    page = open_page("adult_map")
    page.locator("input[value=neck]").focus()
    page.keyboard.press("Tab")
    expect(page.locator("input[value=upper_back]")).to_be_focused()


def test_characters_left_are_counted(open_page: Open) -> None:
    page = open_page("long_text")
    page.fill("textarea", "x" * 40)
    expect(page.locator(".nhsuk-character-count__status")).to_have_text("10 characters left")
    page.fill("textarea", "x" * 51)
    expect(page.locator(".nhsuk-character-count__status")).to_have_text("1 character too many")


def test_the_limit_is_said_without_scripts(open_page: Open) -> None:
    page = open_page("long_text", java_script_enabled=False)
    expect(page.get_by_text("You can use up to 50 characters")).to_be_visible()


def test_a_double_click_sends_once(open_page: Open) -> None:
    page = open_page("texts")
    sent = page.evaluate(
        """async () => {
          let sent = 0
          const form = document.querySelector('form'), button = form.querySelector('button')
          form.addEventListener('submit', (event) => { sent += 1; event.preventDefault() })
          button.click(); button.click()
          return sent
        }"""
    )
    assert sent == 1


def test_leaving_empties_the_page_and_the_way_back_does_not_return(open_page: Open) -> None:
    page = open_page("radios")
    page.goto(page.url.replace("radios", "checkboxes"))
    page.get_by_role("link", name="Leave this site").click()
    expect(page.locator("body")).to_have_text("Weather and sports")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Do you have a fever?")


@pytest.mark.parametrize("key", ["Escape", "Shift"])
def test_three_presses_leave(open_page: Open, key: str) -> None:
    page = open_page("radios")
    for _press in range(3):
        page.keyboard.press(key)
    page.wait_for_url("**/leave/")


def test_typing_capital_letters_does_not_leave(open_page: Open) -> None:
    page = open_page("texts")
    page.locator("#id_name").focus()
    for letter in "ABCDE":
        page.keyboard.press(f"Shift+{letter}")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.keyboard.press("Shift")
    page.keyboard.press("Escape")
    assert page.url.endswith("/texts")
    expect(page.locator("#id_name")).to_have_value("ABCDE")


def test_leaving_works_without_scripts(open_page: Open) -> None:
    page = open_page("radios", java_script_enabled=False)
    page.get_by_role("link", name="Leave this site").click()
    page.wait_for_url("**/leave/")


def test_buttons_that_need_scripts_are_only_there_with_them(open_page: Open) -> None:
    for scripts in (True, False):
        page = open_page("radios", java_script_enabled=scripts)
        assert page.locator("body.js-enabled").count() == int(scripts)


def test_a_page_that_the_browser_kept_is_asked_for_again(open_page: Open) -> None:
    page = open_page("radios")
    with page.expect_navigation():
        page.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    expect(page.locator("h1")).to_have_text("Do you have a fever?")


def _fills(page: Page) -> list[str]:
    """The colours of all parts of the drawing, as computed."""
    script = "shapes => shapes.map((shape) => getComputedStyle(shape).fill)"
    fills: list[str] = page.eval_on_selector_all(".app-part > *", script)
    return fills
