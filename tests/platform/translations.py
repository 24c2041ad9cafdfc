"""What a translation must keep of its English, and what must not be left over of it.

Each function says in words what is wrong, so that a translator knows what to do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

import polib

# Placeholders, tags, addresses, numbers (also telephone numbers and temperatures), degrees, rule ids.
KEPT = (
    ("placeholders", re.compile(r"\{\w*\}|%\(\w+\)[a-z]|%%")),
    ("tags", re.compile(r"</?[a-zA-Z][^>]*>")),
    ("addresses", re.compile(r"https?://\S+?(?=[\s).,;]|$)|\b[\w.-]+\.(?:gov|org|com)\b")),
    ("numbers", re.compile(r"\d+(?:[.,]\d+)*")),
    ("degrees", re.compile(r"°\s?[FC]")),
)
CLOSING = ".?!:…;,"
BRACKETS = "\"')]”\N{RIGHT SINGLE QUOTATION MARK}"
# Words of English that are no word of Spanish.
ENGLISH = frozenset(
    re.findall(
        r"\w+",
        """
        about after all and any are as ask at back because been before but by call can check child could
        do does for from get go has have help her his how if in is it its may more not of off on or
        other our out over pain see should than that the their them then there these they this those to
        today under until visit was were what when where which while who why will with within without
        would you your
        """,
    )
)
# Ids of rules and panels, and names that stay as they are.
NAMES = re.compile(r"\b[A-Z]{2,}(?:-[A-Z0-9]+)+\b|ACR Back Pain-Child")
DOSE = re.compile(r"\d\s?(?:mg|mcg|ml|mL|cc)\b")


def problems(msgid: str, msgstr: str) -> Iterator[str]:
    """What is wrong with one translation."""
    for check in CHECKS:
        yield from check(msgid, msgstr)


def forms(entry: polib.POEntry) -> list[tuple[str, str]]:
    """The pairs of English and translation that an entry holds."""
    if not entry.msgid_plural:
        return [(entry.msgid, entry.msgstr)]
    one, *many = (entry.msgstr_plural[number] for number in sorted(entry.msgstr_plural))
    return [(entry.msgid, one), *((entry.msgid_plural, form) for form in many)]


def _kept(msgid: str, msgstr: str) -> Iterator[str]:
    for what, pattern in KEPT:
        english, other = Counter(pattern.findall(msgid)), Counter(pattern.findall(msgstr))
        if english != other:
            lost, added = (sorted(gone.elements()) for gone in (english - other, other - english))
            yield f"{what} differ: {lost} became {added}"


def _edges(msgid: str, msgstr: str) -> Iterator[str]:
    if _space(msgid) != _space(msgstr):
        yield "space at the beginning or end differs"
    if _closing(msgid) != _closing(msgstr):
        yield f"ends with {_closing(msgstr) or 'no mark'} and not with {_closing(msgid) or 'no mark'}"


def _space(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def _closing(text: str) -> str:
    last = text.rstrip().rstrip(BRACKETS)[-1:]
    return last if last in CLOSING else ""


def _inverted_marks(msgid: str, msgstr: str) -> Iterator[str]:
    for opening, closing in (("¿", "?"), ("¡", "!")):
        if msgid.count(closing) != msgstr.count(closing):
            yield f"the number of {closing} differs"
        if msgstr.count(opening) != msgstr.count(closing):
            yield f"{opening} and {closing} do not match"


def _quotes(msgid: str, msgstr: str) -> Iterator[str]:
    """A translation may quote more: the name of an answer, where English does without."""
    if msgstr.count("“") < msgid.count("“"):
        yield "quotes “ ” are lost"
    if msgstr.count("“") != msgstr.count("”"):
        yield "“ and ” do not match"
    if "«" in msgstr or "»" in msgstr:
        yield "quotes are “ ”"


def _case(msgid: str, msgstr: str) -> Iterator[str]:
    """A word that stands in a sentence stays small, but for an abbreviation (ACV)."""
    first = next(iter(re.findall(r"\w+", msgstr)), "")
    if msgid[:1].islower() and first[:1].isupper() and not first.isupper():
        yield "starts with a capital"


def _left_over(msgid: str, msgstr: str) -> Iterator[str]:
    plain = NAMES.sub(" ", msgstr)
    for _what, pattern in KEPT:
        plain = pattern.sub(" ", plain)
    left = sorted(ENGLISH & {word.lower() for word in re.findall(r"[^\W\d_]+", plain)})
    if left:
        yield f"English words: {', '.join(left)}"


def _dose(msgid: str, msgstr: str) -> Iterator[str]:
    if DOSE.search(msgstr):
        yield "a dose"


CHECKS: tuple[Callable[[str, str], Iterator[str]], ...] = (
    _kept,
    _edges,
    _inverted_marks,
    _quotes,
    _case,
    _left_over,
    _dose,
)
