"""A language that nobody speaks: every marked string longer, with accents, between brackets.

It exists only while a test runs. What is on a page without brackets was never marked for translation; what
breaks a page breaks it in a language of long words, or in one that is written from right to left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import polib
from django.conf import settings
from django.test import override_settings

from assessments import rendering

OPEN, CLOSE = "⟦", "⟧"
# As Android does it: each word is turned, so that Latin letters run from right to left.
TURN, TURN_BACK = "\u202e", "\u202c"

# Placeholders, markup and signs written as words: never changed.
KEPT = re.compile(r"%\(\w+\)[a-z]|%%|%\{\w+\}|\{\w*\}|<[^>]*>|&#?\w+;")
LONGER = {"a": "àá", "e": "èé", "i": "ìí", "o": "òó", "u": "ùú", "y": "ýÿ", "t": "ťţ", "A": "Àá", "E": "Èé",
          "I": "Ìí", "O": "Òó", "U": "Ùú", "Y": "Ýÿ", "T": "Ťţ"}  # fmt: skip


@dataclass(frozen=True)
class Pseudo:
    """A code that Django knows, so that its own words (months, days) are there too, and the direction."""

    code: str
    is_rtl: bool


RIGHT_TO_LEFT = Pseudo("he", is_rtl=True)
LONG = Pseudo("eo", is_rtl=False)


def pseudo_text(text: str, *, turned: bool) -> str:
    """About 40 % more letters, accents, brackets around; placeholders and markup as they were."""
    pieces = re.split(f"({KEPT.pattern})", text)
    changed = [piece if KEPT.fullmatch(piece) else _words(piece, turned) for piece in pieces]
    return OPEN + "".join(changed) + CLOSE


def _words(text: str, turned: bool) -> str:
    longer = "".join(LONGER.get(letter, letter) for letter in text)
    return re.sub(r"\w+", rf"{TURN}\g<0>{TURN_BACK}", longer) if turned else longer


def write_catalogue(folder: Path, pseudo: Pseudo) -> None:
    """The catalogue of the language, from all strings that are marked now, below `folder`."""
    source = polib.pofile(str(settings.BASE_DIR / "locale" / "es" / "LC_MESSAGES" / "django.po"))
    catalogue = polib.POFile()
    catalogue.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    for entry in source:
        texts = [pseudo_text(text, turned=pseudo.is_rtl) for text in (entry.msgid, entry.msgid_plural)]
        forms = {"msgid_plural": entry.msgid_plural, "msgstr_plural": dict(enumerate(texts))}
        words = forms if entry.msgid_plural else {"msgstr": texts[0]}
        catalogue.append(polib.POEntry(msgid=entry.msgid, msgctxt=entry.msgctxt, **words))
    target = folder / pseudo.code / "LC_MESSAGES"
    target.mkdir(parents=True)
    catalogue.save_as_mofile(str(target / "django.mo"))


@contextmanager
def spoken(folder: Path, pseudo: Pseudo) -> Iterator[None]:
    """Everybody may choose the language, and the clinic works in it. It can be called, too."""
    write_catalogue(folder, pseudo)
    changes = {
        "LANGUAGES": [*settings.LANGUAGES, (pseudo.code, f"{OPEN}{pseudo.code}{CLOSE}")],
        "LOCALE_PATHS": [folder, *settings.LOCALE_PATHS],
        "CLINIC_LANGUAGE": pseudo.code,
        "CLINIC_PHONE": "(555) 555-0100",
        "NURSE_LINE": "555 555 0199",
    }
    try:
        with override_settings(**changes):
            yield
    finally:
        rendering.forget()


# The text of the page, and of what only a screen reader says, in order. Left out: another language than the
# page's (each is marked), what a person typed (in `bdi`, a box, `dir=auto`), the keys for staff on paper.
ALL_TEXT = """() => {
  const own = 'script, style, bdi, textarea, .app-paper__key, .app-entry__key, [lang]:not(html), [data-own]'
  const texts = []
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return texts.push(node.data)
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches(own)) return
    for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'aria-description']) {
      if (node.hasAttribute(name)) texts.push('\\n', node.getAttribute(name), '\\n')
    }
    for (const name of node.getAttributeNames().filter((name) => name.startsWith('data-i18n'))) {
      texts.push('\\n', node.getAttribute(name), '\\n')
    }
    if (node.matches('input[type=submit], input[type=button]')) texts.push('\\n', node.value, '\\n')
    const inline = ['inline', 'contents'].includes(getComputedStyle(node).display)
    if (!inline) texts.push('\\n')
    node.childNodes.forEach(walk)
    if (!inline) texts.push('\\n')
  }
  texts.push(document.title, '\\n')
  walk(document.body)
  return texts.join('')
}"""

# A text may not stick out of the box it stands in, nor lie on another, nor leave the window.
MISPLACED = """() => {
  const width = document.documentElement.clientWidth, faults = [], lines = []
  const unread = 'script, style, svg, select, textarea, option, .nhsuk-u-visually-hidden, .nhsuk-skip-link'
  const scrolls = (e) => ['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(e).overflowX)
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!node.data.trim() || !parent.checkVisibility({visibilityProperty: true})) continue
    if (parent.closest(unread)) continue
    let box = parent
    while (['inline', 'contents'].includes(getComputedStyle(box).display)) box = box.parentElement
    const frame = box.getBoundingClientRect()
    const range = document.createRange()
    range.selectNodeContents(node)
    let inScroll = false
    for (let e = parent; e !== document.body; e = e.parentElement) inScroll = inScroll || scrolls(e)
    for (const line of range.getClientRects()) {
      if (line.width < 1) continue
      const words = node.data.trim().slice(0, 60)
      if (line.left < frame.left - 1 || line.right > frame.right + 1) faults.push(`out of its box: ${words}`)
      if (!inScroll && (line.left < -1 || line.right > width + 1)) faults.push(`out of the window: ${words}`)
      if (!inScroll) lines.push({line, words, node})
    }
  }
  lines.sort((one, other) => one.line.top - other.line.top)
  lines.forEach((one, at) => {
    for (const other of lines.slice(at + 1)) {
      const a = one.line, b = other.line
      if (b.top >= a.bottom) break
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left)
      const isOver = wide > 2 && high > 0.4 * Math.min(a.height, b.height)
      if (isOver) faults.push(`one on the other: ${one.words} | ${other.words}`)
    }
  })
  return [...new Set(faults)]
}"""

# In a right-to-left page a text starts at the right edge of its box, and a control stands right of its label.
NOT_TURNED = """() => {
  const faults = []
  const texts = 'main :is(h1, h2, h3, p, legend, dt, dd, th, td, li, label.nhsuk-label)'
  const begins = (element) => element.textContent.trim().slice(0, 60)
  if (document.documentElement.dir !== 'rtl') faults.push('the page is not marked as right-to-left')
  for (const text of document.querySelectorAll(texts)) {
    const style = getComputedStyle(text)
    const centred = style.textAlign === 'center' || text.closest('.app-paper__ratings, [aria-hidden=true]')
    const isSeen = text.checkVisibility() && text.getBoundingClientRect().width > 2
    if (!isSeen || style.display !== 'block' || centred) continue
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
    let node = walker.nextNode()
    const isUnseen = (node) => !node.data.trim() || node.parentElement.closest('.nhsuk-u-visually-hidden')
    while (node && isUnseen(node)) node = walker.nextNode()
    if (!node || getComputedStyle(node.parentElement).display !== 'block') continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const pieces = [...range.getClientRects()], box = text.getBoundingClientRect()
    const lowest = Math.max(...pieces.map((piece) => piece.bottom))
    const start = Math.max(...pieces.filter((piece) => piece.bottom > lowest - 4).map((piece) => piece.right))
    const room = parseFloat(style.paddingRight) + parseFloat(style.borderRightWidth)
    if (Math.abs(box.right - room - start) > 3) faults.push(`does not start at the right: ${begins(text)}`)
  }
  for (const control of document.querySelectorAll(':is(.nhsuk-radios, .nhsuk-checkboxes) input')) {
    const box = control.getBoundingClientRect(), label = control.parentElement.querySelector('label')
    const range = document.createRange()
    range.selectNodeContents(label)
    const words = range.getBoundingClientRect()
    const isAfter = words.width && words.right > box.left + 2
    if (isAfter) faults.push(`its box is not at the right: ${begins(label)}`)
  }
  const arrow = document.querySelector('.nhsuk-back-link')
  const isLeft = arrow && getComputedStyle(arrow, '::before').right !== '0px'
  if (isLeft) faults.push('the arrow back is not at the right')
  return faults
}"""

# A telephone number is read from left to right in every language.
TURNED_NUMBERS = """() => {
  const faults = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement.checkVisibility() || node.parentElement.closest('script, style')) continue
    for (const number of node.data.matchAll(/[(]?\\d[\\d ()+-]{8,}\\d/g)) {
      const digits = [...number[0].matchAll(/\\d/g)].map((digit) => {
        const range = document.createRange()
        range.setStart(node, number.index + digit.index)
        range.setEnd(node, number.index + digit.index + 1)
        return range.getBoundingClientRect()
      })
      const isTurned = digits.some((box, at) => {
        const before = digits[at - 1]
        return before && Math.abs(box.top - before.top) < 2 && box.left < before.left
      })
      if (digits.length > 8 && isTurned) faults.push(`groups of digits change places: ${number[0]}`)
    }
  }
  return faults
}"""

LATIN = re.compile(r"[A-Za-z]{2,}")


def untranslated(text: str, known: re.Pattern[str]) -> list[str]:
    """Words outside of all brackets, line by line, without what `known` matches."""
    depth, kept = 0, []
    for letter in text:
        depth += (letter == OPEN) - (letter == CLOSE)
        if depth == 0 and letter != CLOSE:
            kept.append(letter)
    assert depth == 0, "a string of the page is cut, or its brackets were changed"
    lines = (known.sub(" ", line).strip() for line in "".join(kept).splitlines())
    return [line for line in dict.fromkeys(lines) if LATIN.search(line)]
