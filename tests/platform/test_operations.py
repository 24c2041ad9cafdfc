"""docs/operations.md lists exactly the variables that settings.py reads."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from tests.platform.conftest import PRODUCTION, SETTINGS, SettingsRead
from triage_site.environment import Variable

MANUAL = SETTINGS.parents[1] / "docs" / "operations.md"
MARKS = re.compile(r"(?<=test_operations\.py -->\n).*(?=<!-- end -->)", re.DOTALL)


def row(variable: Variable) -> str:
    default = (
        "required" if variable.default is None else f"`{variable.default}`" if variable.default else "empty"
    )
    if variable.name == "DATABASE_URL":
        default = "a SQLite file in `var/`"
    file = " (or `_FILE`)" if variable.secret else ""
    return f"| `{variable.name}`{file} | {default} | {variable.meaning.replace('|', chr(92) + '|')} |"


def table(variables: list[Variable]) -> str:
    return "\n".join(["| Variable | Default | Meaning |", "|---|---|---|", *map(row, variables), ""])


def test_the_manual_lists_every_variable(read_settings: Callable[[dict[str, str]], SettingsRead]) -> None:
    expected = table(read_settings(PRODUCTION)["environment"].variables)
    found = MARKS.search(MANUAL.read_text(encoding="utf-8"))
    assert found is not None
    assert found.group() == expected, f"put this table into {Path(MANUAL).name}:\n{expected}"


def test_every_command_the_manual_names_exists() -> None:
    from django.core.management import get_commands

    named = set(re.findall(r"manage\.py ([a-z_]+)", MANUAL.read_text(encoding="utf-8")))
    assert "rotate_keys" in named
    assert named <= set(get_commands())
