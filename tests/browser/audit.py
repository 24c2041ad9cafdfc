"""What can be wrong with a page that is shown: each function returns the faults it finds, in words."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).parents[1] / "vendor" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

RUN_AXE = """async (rules) => {
  const options = {runOnly: rules, resultTypes: ['violations']}
  const found = await axe.run(document, options)
  return found.violations.map((rule) => [rule.id, rule.nodes.map((node) => node.html.slice(0, 200))])
}"""

# Text that is cut off: its box hides what does not fit. Hidden-for-sight boxes are 1 px on purpose.
CUT_OFF = """() => [...document.querySelectorAll('body *')].filter((element) => {
  const style = getComputedStyle(element), box = element.getBoundingClientRect()
  const hides = ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY)
  if (element.matches('input, textarea, select')) return false  // the text in them scrolls
  if (!hides || box.width <= 1 || box.height <= 1 || element.closest('svg')) return false
  return element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1
}).map((element) => element.outerHTML.slice(0, 160))"""

SIDEWAYS = """() => {
  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= width) return []
  const scrolls = [...document.querySelectorAll('body *')].filter(
    (element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX))
  const isWide = (element) => {
    const box = element.getBoundingClientRect()
    return box.right > width + 1 || box.left < -1
  }
  const isInside = (element) => scrolls.some((box) => box !== element && box.contains(element))
  const wide = [...document.querySelectorAll('body *')].filter((e) => isWide(e) && !isInside(e)).slice(-2)
  return [`${document.documentElement.scrollWidth} px wide`, ...wide.map((e) => e.outerHTML.slice(0, 160))]
}"""

# A control's target is its own box, or that of its label where the label is what one sees and touches.
SMALL_TARGETS = """() => {
  const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary'
  const unseen = '.nhsuk-u-visually-hidden, .nhsuk-skip-link, [aria-hidden=true]'
  const faults = []
  for (const element of document.querySelectorAll(controls)) {
    if (!element.checkVisibility({visibilityProperty: true}) || element.closest(unseen)) continue
    const inText = element.tagName === 'A' && getComputedStyle(element).display === 'inline'
    if (inText && element.closest('p, li, dd')) continue
    const boxes = [element, ...(element.labels || [])].map((e) => e.getBoundingClientRect())
    const height = Math.max(...boxes.map((box) => box.height))
    const width = Math.max(...boxes.map((box) => box.width))
    const least = ['A', 'SUMMARY'].includes(element.tagName) ? 24 : 44
    if (height < least - 0.5 || width < least - 0.5) {
      faults.push(`${Math.round(width)} x ${Math.round(height)} px: ${element.outerHTML.slice(0, 140)}`)
    }
  }
  return faults
}"""


@cache
def _axe() -> str:
    return AXE.read_text(encoding="utf-8")


def axe(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 A and AA and its own best practices."""
    page.evaluate(_axe())
    found: Any = page.evaluate(RUN_AXE, RULES)
    return [f"axe {rule}: {html}" for rule, nodes in found for html in nodes]


def small_targets(page: Page) -> list[str]:
    """Controls under 44 px, and links that stand alone under 24 px (WCAG 2.2 AA)."""
    return [f"target {fault}" for fault in page.evaluate(SMALL_TARGETS)]


def narrow(page: Page) -> list[str]:
    """At 320 px: what needs sideways scrolling, or is cut off."""
    return _at(page, 320, "100%", "at 320 px")


def large_text(page: Page) -> list[str]:
    """With text of 200 %: what needs sideways scrolling, or is cut off."""
    faults = _at(page, 1280, "200%", "with text of 200 %")
    return faults + _at(page, 390, "200%", "with text of 200 % on a phone")


def structure(page: Page) -> list[str]:
    """One h1; a title that is not only the site's name; "Error: " in it exactly when there is one."""
    faults = []
    if page.locator("h1").count() != 1:
        faults.append(f"{page.locator('h1').count()} h1")
    has_error = page.locator(".nhsuk-error-summary").count() > 0
    if page.title().startswith("Error: ") != has_error:
        faults.append(f"title {page.title()!r} {'with' if has_error else 'without'} an error summary")
    return faults


def _at(page: Page, width: int, size: str, words: str) -> list[str]:
    before = page.viewport_size
    page.set_viewport_size({"width": width, "height": 844})
    page.evaluate("(size) => { document.documentElement.style.fontSize = size }", size)
    faults = [f"{words}: {fault}" for fault in [*page.evaluate(SIDEWAYS), *page.evaluate(CUT_OFF)]]
    page.evaluate("document.documentElement.style.fontSize = ''")
    if before:
        page.set_viewport_size(before)
    return faults
