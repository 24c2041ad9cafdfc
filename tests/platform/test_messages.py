"""The message catalogues hold exactly the marked strings, are compiled, and keep what they must."""

from __future__ import annotations

import dataclasses
import gettext
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polib
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from assessments.guidance import GUIDANCE
from scripts import fill_messages
from tests.environment import ENVIRONMENT
from tests.platform import translations
from triage.adult.cautions import CAUTIONS
from triage.conditions import Condition, Count
from triage.model import Pathway, Points, Source
from triage.pathways import PATHWAYS
from triage.words import Voiced

LANGUAGES = [code for code, _name in settings.LANGUAGES if code != "en"]
PARTS = ("assessments", "clinic", "triage", "triage_site", "templates", "locale", "manage.py")
# Fields of the content that hold no words for people to read, or that are checked to be English.
NO_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        key id code public_id pathway version slug note_of informational figure blank_counts_as
        else_counts_as floor_of baseline fires silent group status url number when shown_when
        offered_when conditions
        """,
    )
)


def catalogue(root: Path, language: str) -> Path:
    """The .po of a language under `root`."""
    return root / "locale" / language / "LC_MESSAGES" / "django.po"


def entries(path: Path) -> dict[str, polib.POEntry]:
    """What a .po holds, by English string."""
    return {entry.msgid: entry for entry in polib.pofile(str(path)) if not entry.obsolete}


@pytest.fixture(scope="session")
def renewed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sources in which the catalogues were made anew."""
    if shutil.which("xgettext") is None:
        pytest.skip("gettext is not installed (Debian: apt-get install gettext)")
    root = tmp_path_factory.mktemp("renewed")
    for part in PARTS:
        source = settings.BASE_DIR / part
        if source.is_dir():
            shutil.copytree(source, root / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, root / part)
    environment = {**os.environ, **ENVIRONMENT, "PYTHONPATH": ""}
    for _time in range(2):  # the second run must find nothing to do
        done = subprocess.run(
            [sys.executable, "manage.py", "messages"],
            cwd=root,
            env=environment,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
    return root


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_holds_exactly_the_marked_strings(renewed: Path, language: str) -> None:
    ours, fresh = entries(catalogue(settings.BASE_DIR, language)), entries(catalogue(renewed, language))
    assert sorted(fresh.keys() - ours.keys()) == [], "run scripts/messages"
    assert sorted(ours.keys() - fresh.keys()) == [], "run scripts/messages"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_site_reads_is_what_the_catalogue_says(language: str) -> None:
    path = catalogue(settings.BASE_DIR, language)
    with path.with_suffix(".mo").open("rb") as compiled:
        read = gettext.GNUTranslations(compiled)
    said = [entry for entry in entries(path).values() if entry.translated()]
    for entry in said:
        if entry.msgid_plural:
            assert read.ngettext(entry.msgid, entry.msgid_plural, 1) == entry.msgstr_plural[0]
            assert read.ngettext(entry.msgid, entry.msgid_plural, 2) == entry.msgstr_plural[1]
        else:
            assert read.gettext(entry.msgid) == entry.msgstr, "run scripts/messages --compile"
    held = {key if isinstance(key, str) else key[0] for key in read._catalog}  # type: ignore[attr-defined]
    assert held - {""} == {entry.msgid for entry in said}, "run scripts/messages --compile"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_what_it_must(language: str) -> None:
    wrong = [
        f"{problem}\n  {english}\n  {translation}"
        for entry in entries(catalogue(settings.BASE_DIR, language)).values()
        if entry.translated()
        for english, translation in translations.forms(entry)
        for problem in translations.problems(english, translation)
    ]
    assert not wrong, "\n".join(wrong)


BAD = {
    "placeholder": ("Call {emergency_number} now.", "Llame al 911 ahora."),
    "named": ("%(days)s days", "%(dias)s días"),
    "tag": ("<b>Now</b>", "<b>Ahora<b>"),
    "address": ("See cdc.gov", "Vea cdc.com"),
    "phone": ("Call 1-800-222-1222", "Llame al 1-800-222-1223"),
    "temperature": ("101.5 °F", "101,5 °F"),
    "degrees": ("38 °C", "38 °F"),
    "digit gone": ("within 3 days", "en tres días"),
    "number more": ("within 3 days", "en 3 días (72 horas)"),
    "space": ("or ", "o"),
    "full stop": ("Go now.", "Vaya ahora"),
    "no full stop": ("Go now", "Vaya ahora."),
    "no question": ("Numb?", "Entumecido."),
    "not opened": ("Numb?", "Adormecido?"),
    "two questions": ("Why? How?", "¿Por qué y cómo?"),
    "quotes": ("“yes”", "«sí»"),
    "quotes lost": ("say “yes”", "diga sí"),
    "quote left open": ("say yes", "diga “sí"),
    "capital": ("weak legs", "Piernas débiles"),
    "English left": ("Weak or numb", "Debilidad or adormecimiento"),
    "dose": ("Take it", "Tome 200 mg"),
}


@pytest.mark.parametrize("pair", BAD.values(), ids=BAD.keys())
def test_a_translation_that_loses_something_is_found(pair: tuple[str, str]) -> None:
    assert list(translations.problems(*pair))


@pytest.mark.parametrize(
    "pair",
    [
        ("Call {emergency_number} now.", "Llame ahora mismo al {emergency_number}."),
        ("%(n)s of %(all)s, “yes”?", "¿%(n)s de %(all)s, “sí”?"),
        ("stroke", "ACV"),
        ("choose not sure; see PAIN-02", "elija “No lo sé”; ver PAIN-02"),
        ("Temperature over 101.5 °F (38.6 °C)", "Temperatura de más de 101.5 °F (38.6 °C)"),
    ],
)
def test_a_good_translation_passes(pair: tuple[str, str]) -> None:
    assert list(translations.problems(*pair)) == []


# --- everything is marked ----------------------------------------------------------------------------


def words(thing: Any) -> Iterator[str]:
    """All words of content that a person reads, at any depth."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, Voiced):
        yield from (thing.usual, thing.other)
    elif isinstance(thing, Pathway):
        fields = {field.name for field in dataclasses.fields(thing)} - NO_WORDS - {"name"}
        yield from words([getattr(thing, field) for field in fields])
        yield from (fact.title for fact in thing.red_flags)
    elif isinstance(thing, tuple | list):
        for part in thing:
            yield from words(part)
    elif isinstance(thing, Points):
        yield from thing.label.split(": ", 1)  # shown in two parts
    elif dataclasses.is_dataclass(thing) and not isinstance(thing, Source | Condition | Count):
        for field in dataclasses.fields(thing):
            if field.name not in NO_WORDS:
                yield from words(getattr(thing, field.name))


@pytest.mark.parametrize("content", [*PATHWAYS.values(), *GUIDANCE.values(), CAUTIONS])
def test_every_word_of_the_content_is_in_the_catalogue(content: Any) -> None:
    marked = entries(catalogue(settings.BASE_DIR, LANGUAGES[0])).keys()
    found = set(words(content))
    assert found
    assert sorted(text for text in found - marked if re.search("[a-z]", text)) == []


def test_a_marking_function_has_no_other_name() -> None:
    """gettext's collector knows the functions by name: under another one nothing would be collected."""
    aliased = re.compile(r"import .*\b(?:\w*gettext\w*|_) as (?!_\b|_lazy\b|mark\b)\w+")
    files = [path for part in PARTS for path in (settings.BASE_DIR / part).rglob("*.py")]
    assert len(files) > 100
    assert [str(path) for path in files if aliased.search(path.read_text(encoding="utf-8"))] == []


# --- the tools ---------------------------------------------------------------------------------------

PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Go now."
msgstr ""

#, python-format
msgid "%(n)s day"
msgid_plural "%(n)s days"
msgstr[0] ""
msgstr[1] ""
"""


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue with two strings, where the tool looks for it."""
    monkeypatch.setattr(fill_messages, "LOCALE", tmp_path / "locale")
    path = catalogue(tmp_path, "es")
    path.parent.mkdir(parents=True)
    path.write_text(PO, encoding="utf-8")
    return path


def fill(tmp_path: Path, content: str) -> int:
    """What the tool answers to one file."""
    file = tmp_path / "some.json"
    file.write_text(content, encoding="utf-8")
    return fill_messages.main(["es", str(file)])


def test_translations_are_filled_in(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fill(tmp_path, '{"Go now.": "Vaya ahora."}') == 0
    assert "1 of 2 are translated" in capsys.readouterr().out
    assert fill(tmp_path, '{"%(n)s day": ["%(n)s día", "%(n)s días"]}') == 0
    filled = entries(small)
    assert filled["Go now."].msgstr == "Vaya ahora."
    assert filled["%(n)s day"].msgstr_plural == {0: "%(n)s día", 1: "%(n)s días"}
    assert filled["%(n)s day"].flags == ["python-format"]


@pytest.mark.parametrize(
    "content",
    [
        '{"Go now.": "Vaya ahora.", "Go later.": "Vaya luego."}',
        '{"Go now.": " "}',
        '{"Go now.": ["Vaya ahora."]}',
        '{"%(n)s day": "%(n)s días"}',
        '{"%(n)s day": ["%(n)s días"]}',
    ],
)
def test_a_file_with_a_mistake_changes_nothing(small: Path, tmp_path: Path, content: str) -> None:
    assert fill(tmp_path, content) == 1
    assert small.read_text(encoding="utf-8") == PO


def test_a_lost_placeholder_is_not_compiled(
    tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    if shutil.which("msgfmt") is None:
        pytest.skip("gettext is not installed (Debian: apt-get install gettext)")
    path = catalogue(tmp_path, "es")
    path.parent.mkdir(parents=True)
    wrong = PO.replace('msgstr[0] ""', 'msgstr[0] "un día"').replace('msgstr[1] ""', 'msgstr[1] "%(m)s días"')
    path.write_text(wrong, encoding="utf-8")
    settings.BASE_DIR, settings.LOCALE_PATHS = tmp_path, [tmp_path / "locale"]
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CommandError, match="format"):
        call_command("messages", "--compile")
    assert not path.with_suffix(".mo").exists()
