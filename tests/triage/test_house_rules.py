"""What the source of the triage core may look like."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

TRIAGE = Path(__file__).parents[2] / "triage"
CONTENT = sorted(
    path
    for name in ("adult", "pediatric")
    for folder in ("rules", "questions")
    for path in (TRIAGE / name / folder).glob("*.py")
    if path.name != "__init__.py"
)
CORE = sorted(
    path for path in TRIAGE.rglob("*.py") if "management" not in path.parts and path != TRIAGE / "apps.py"
)
LOGIC = (
    ast.Lambda,
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.If,
    ast.IfExp,
    ast.For,
    ast.While,
    ast.Try,
    ast.With,
    ast.BoolOp,
    ast.Compare,
    ast.ListComp,
    ast.SetComp,
    ast.DictComp,
    ast.GeneratorExp,
)
LIMIT = 400


def _named(path: Path) -> str:
    return str(path.relative_to(TRIAGE))


def test_there_is_content_to_look_at() -> None:
    assert len(CONTENT) > 30
    assert len(CORE) > len(CONTENT)


@pytest.mark.parametrize("path", CONTENT, ids=_named)
def test_rules_and_questions_are_data(path: Path) -> None:
    """No lambda, def, if, for, while or comprehension: a rule can be read without running it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [
        f"line {node.lineno}: {type(node).__name__}" for node in ast.walk(tree) if isinstance(node, LOGIC)
    ] == []


@pytest.mark.parametrize("path", CORE, ids=_named)
def test_core_imports_no_framework(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    roots = {name.split(".")[0] for name in imported}
    assert not roots & {"django", "crispy_forms", "assessments", "clinic", "triage_site"}


@pytest.mark.parametrize("path", sorted(TRIAGE.rglob("*.py")), ids=_named)
def test_files_stay_short(path: Path) -> None:
    if path.name != "conditions.py":  # the one vocabulary, kept in one place
        assert len(path.read_text(encoding="utf-8").splitlines()) <= LIMIT


def test_display_code_is_not_imported_by_what_decides() -> None:
    """Adult property P15: the engine and the rules know nothing of classification, catalogue or pages."""
    display = {"classification", "catalogue", "frozen", "pages", "panels", "differential", "flags", "imaging"}
    deciding = [
        TRIAGE / "engine.py",
        TRIAGE / "conditions.py",
        *(p for p in CONTENT if p.parent.name == "rules"),
    ]
    for path in deciding:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                assert not display & set((node.module or "").split(".")), path
