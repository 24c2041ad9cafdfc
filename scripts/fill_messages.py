"""Put translations into a catalogue: python scripts/fill_messages.py es one.json two.json

Each file is {"English": "translation"}, or {"English": ["one", "many"]} for a string with a plural.
Nothing is written when a file names a string that is not in the catalogue. Prints what is still
missing. Run scripts/messages after it: that compiles, and sets the file as gettext does.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import polib

LOCALE = Path(__file__).resolve().parent.parent / "locale"
Translation = str | list[str]


def main(arguments: list[str]) -> int:
    """0 when all was filled in, 1 when nothing was written."""
    if not arguments:
        return _say("usage: fill_messages.py LANGUAGE [FILE.json ...]")
    language, *files = arguments
    path = LOCALE / language / "LC_MESSAGES" / "django.po"
    if not path.is_file():
        return _say(f"{path} does not exist: run scripts/messages first.")
    catalogue = polib.pofile(str(path), wrapwidth=0)
    entries = {entry.msgid: entry for entry in catalogue}
    problems: list[str] = []
    for file in files:
        translations: dict[str, Translation] = json.loads(Path(file).read_text(encoding="utf-8"))
        for msgid, translation in translations.items():
            problems += [f"{file}: {problem}: {msgid}" for problem in _fill(entries.get(msgid), translation)]
    if problems:
        return _say(*problems, "Nothing was written.")
    catalogue.save(str(path))
    missing = [entry.msgid for entry in catalogue if not entry.translated()]
    _say(*missing, f"{len(catalogue) - len(missing)} of {len(catalogue)} are translated.")
    return 0


def _fill(entry: polib.POEntry | None, translation: Translation) -> list[str]:
    """Put one translation in, or say what is wrong with it."""
    if entry is None:
        return ["not in the catalogue"]
    if bool(entry.msgid_plural) != isinstance(translation, list):
        return ["a list of forms is needed exactly where there is a plural"]
    forms = translation if isinstance(translation, list) else [translation]
    if not all(isinstance(form, str) and form.strip() for form in forms):
        return ["empty"]
    if isinstance(translation, list):
        if len(translation) != len(entry.msgstr_plural):
            return [f"{len(entry.msgstr_plural)} forms are needed"]
        entry.msgstr_plural = dict(enumerate(translation))
    else:
        entry.msgstr = translation
    return []


def _say(*lines: str) -> int:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
