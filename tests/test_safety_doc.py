"""docs/safety.md names tests; a control whose test is gone is no control."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NAMED = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", (ROOT / "docs" / "safety.md").read_text())
HAZARDS = [line for line in (ROOT / "docs" / "safety.md").read_text().splitlines() if line.startswith("| HZ")]


@pytest.mark.parametrize(("file", "test"), NAMED)
def test_a_named_control_exists(file: str, test: str) -> None:
    tree = ast.parse((ROOT / file).read_text())
    names = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    assert not test or test in names


def test_every_hazard_has_a_control() -> None:
    assert [line.split("|")[1].strip() for line in HAZARDS] == [f"HZ{n:02}" for n in range(1, 19)]
    assert all("`tests/" in line for line in HAZARDS)
