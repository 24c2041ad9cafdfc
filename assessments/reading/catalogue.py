"""Every string that is marked for translation, read from the sources, and who reads it.

A string is a patient's unless it stands in a file or a field that is listed here as staff's. So what
somebody adds without a thought for this list is measured, not missed.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation.template import templatize

CODE = ("triage", "assessments", "clinic", "triage_site")
MARKERS = {
    "_": 1,
    "mark": 1,
    "gettext": 1,
    "gettext_lazy": 1,
    "gettext_noop": 1,
    "ngettext": 2,
    "ngettext_lazy": 2,
}
# Only the clinic's staff read these. A path that ends in "/" is a whole directory.
STAFF = (
    "assessments/summary/",
    "assessments/management/",
    "clinic/",
    "triage/adult/classification.py",
    "triage/adult/describe.py",
    "triage/adult/facts.py",
    "triage/adult/imaging.py",
    "triage/pediatric/differential.py",
    "triage/pediatric/facts.py",
    "triage/pediatric/flags.py",
    "triage/pediatric/imaging.py",
    "triage/pediatric/panels.py",
    "triage/pediatric/score.py",
    "templates/account/",
    "templates/base_staff.html",
    "templates/clinic/",
    "templates/mfa/",
    "templates/usersessions/",
)
# Inside those, what patients read all the same.
PATIENT = ("clinic/loop/forms.py", "clinic/loop/standing.py", "clinic/loop/views.py")
# Fields of questions, options, rules and cautions that hold the clinician's words.
STAFF_FIELDS = frozenset({"short", "clinician"})
_IN_TEMPLATE = re.compile(
    r"\b(n?gettext|_)\(\s*u?(?P<one>'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
    r"(?:,\s*u?(?P<many>'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"))?"
)


@dataclass(frozen=True)
class Marked:
    """A marked string and the file it stands in. `for_staff`: no patient reads it."""

    text: str
    file: str
    for_staff: bool


def read(root: Path) -> tuple[Marked, ...]:
    """All marked strings of the product under `root`, by file, in the order of the source."""
    found: list[Marked] = []
    for top in CODE:
        for path in sorted((root / top).rglob("*.py")):
            file = path.relative_to(root).as_posix()
            found += in_code(path.read_text(encoding="utf-8"), file)
    for path in sorted((root / "templates").rglob("*.html")):
        file = path.relative_to(root).as_posix()
        found += in_template(path.read_text(encoding="utf-8"), file)
    return tuple(found)


def in_code(source: str, file: str) -> Iterator[Marked]:
    """The marked strings of a Python file."""
    yield from _walk(ast.parse(source), file, is_staff(file))


def in_template(source: str, file: str) -> Iterator[Marked]:
    """The marked strings of a template, as Django hands them to the translators."""
    for match in _IN_TEMPLATE.finditer(templatize(source)):
        for literal in filter(None, (match["one"], match["many"])):
            yield Marked(ast.literal_eval(literal), file, is_staff(file))


def is_staff(file: str) -> bool:
    """Whether a file is listed as staff's."""
    listed = any(file == entry or (entry.endswith("/") and file.startswith(entry)) for entry in STAFF)
    return listed and file not in PATIENT


def _walk(node: ast.AST, file: str, for_staff: bool) -> Iterator[Marked]:
    if isinstance(node, ast.keyword) and node.arg in STAFF_FIELDS:
        for_staff = True
    if isinstance(node, ast.Call):
        count = MARKERS.get(getattr(node.func, "id", getattr(node.func, "attr", "")), 0)
        for argument in node.args[:count]:
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield Marked(argument.value, file, for_staff)
    for child in ast.iter_child_nodes(node):
        yield from _walk(child, file, for_staff)
