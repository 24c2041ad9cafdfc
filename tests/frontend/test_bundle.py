"""The built files: nothing from elsewhere, small, every class that is used, and built from the sources."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from assessments.bodymap import FIGURES

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "static" / "care"
CSS = (BUILT / "app.css").read_text()
STAFF_CSS = (BUILT / "staff.css").read_text()
# Templates that only staff see: they load staff.css as well.
STAFF_FOLDERS = ("clinic", "account", "mfa", "allauth", "usersessions", "base_staff.html")
JS = (BUILT / "app.js").read_text()

SMALLEST_DRAWING = 288  # px, on a phone 320 px wide
DRAWING = (320, 400)
TARGET = 44  # px


@pytest.mark.parametrize(
    "foreign", ["http:", "https:", "//", "url(", "@import", "Frutiger", "GDS Transport", "\ufeff"]
)
def test_the_stylesheets_ask_nobody_for_anything(foreign: str) -> None:
    assert foreign.lower() not in re.sub(r"/\*.*?\*/", "", CSS + STAFF_CSS).lower()


def test_the_stylesheet_names_its_own_typeface() -> None:
    assert re.search(r"html\{[^}]*font-family:system-ui", CSS)


@pytest.mark.parametrize(
    "forbidden",
    ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "fetch(",
     "XMLHttpRequest", "sendBeacon", "localStorage", "sessionStorage", "serviceWorker"],
)  # fmt: skip
def test_the_script_needs_no_trust_and_keeps_nothing(forbidden: str) -> None:
    assert forbidden not in JS


def test_the_first_view_leaves_room_for_the_page() -> None:
    """35 kB for all of it: what is left is far more than the 4 kB of a page."""
    sizes = [len(gzip.compress((BUILT / name).read_bytes())) for name in ("app.css", "app.js", "favicon.svg")]
    assert sum(sizes) < 25_000


def test_the_licence_of_what_was_built_in_is_there() -> None:
    licence = (BUILT / "LICENCES.txt").read_text()
    assert "nhsuk-frontend 10.6.1" in licence
    assert "Permission is hereby granted, free of charge" in licence
    for text in (CSS, STAFF_CSS, JS):
        assert "nhsuk-frontend 10.6.1 parts: see LICENCES.txt" in text


def test_the_locked_packages_name_no_registry() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text())
    assert all("resolved" not in package for package in lock["packages"].values())
    wanted = json.loads((ROOT / "package.json").read_text())["devDependencies"]
    for name, version in wanted.items():
        assert re.fullmatch(r"\d+\.\d+\.\d+", version)
        assert lock["packages"][f"node_modules/{name}"]["version"] == version
    assert f"nhsuk-frontend {wanted['nhsuk-frontend']} parts" in CSS


# `left` and `right` as a property, a part of one, or a value. The sides of the body are names, not places.
PHYSICAL = re.compile(
    r"(?<![\w(-])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)[\w-]*"
    r"|border-(?:top|bottom)-(?:left|right)-radius|left|right)\s*:"
    r"|(?:text-align|justify-\w+|float|clear)\s*:\s*(?:left|right)\b"
)
# The triangle of "details" is drawn with the colour of one side; frontend/_direction.scss turns it.
DRAWN = {"border-left-color:"}


def test_our_own_sources_say_start_and_end() -> None:
    """A right-to-left language turns the page: nothing of ours is fixed to the left or the right."""
    sources = sorted((ROOT / "frontend").glob("*.scss"))
    assert len(sources) > 10
    assert [
        (path.name, PHYSICAL.findall(path.read_text()))
        for path in sources
        if PHYSICAL.search(path.read_text())
    ] == []


def test_the_stylesheet_says_start_and_end_also_where_the_library_does_not() -> None:
    assert set(PHYSICAL.findall(CSS)) == DRAWN
    assert set(PHYSICAL.findall(STAFF_CSS)) <= DRAWN


def test_what_is_fixed_to_a_side_is_noticed() -> None:
    wrong = [
        "a{margin-left:1px}",
        "a{left: 0}",
        "a{text-align: right}",
        "a{border-right-width:1px}",
        "a{float:left}",
    ]
    right = ["a{margin-inline-start:1px}", "@page{@bottom-right{}}", ".app-area--flank-left{inline-size:1px}"]
    assert [bool(PHYSICAL.search(rule)) for rule in wrong + right] == [True] * 5 + [False] * 3


def styled(name: str, sheets: str = CSS) -> bool:
    """Whether the style sheets say anything about the class."""
    return re.search(rf"\.{re.escape(name)}(?![\w-])", sheets) is not None


def test_every_class_of_our_own_in_the_templates_has_a_style() -> None:
    missing = set()
    for path in sorted((ROOT / "templates").rglob("*")):
        if path.suffix not in (".html", ".svg"):
            continue
        for_staff = path.relative_to(ROOT / "templates").parts[0] in STAFF_FOLDERS
        sheets = CSS + STAFF_CSS if for_staff else CSS
        html = re.sub(r"\{%.*?%\}", " ", path.read_text())
        for classes in re.findall(r'class="([^"]*)"', html):
            names = [name for name in classes.split() if "{{" not in name]
            missing |= {name for name in names if name.startswith("app-") and not styled(name, sheets)}
    assert missing == set()


@pytest.mark.parametrize("level", [2, 3, 4, 5])
def test_every_level_has_its_look(level: int) -> None:
    assert styled(f"app-level--{level}")


AREAS = [
    f"{figure}-{key}-{side}"
    for figure, parts in FIGURES.items()
    for key, sides in parts.items()
    for side in sides
]


def box(area: str) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a touchable area, in units of the drawing."""
    rule = re.search(rf"\.app-area--{area}\{{([^}}]*)\}}", CSS)
    assert rule is not None
    share = {name: float(value) / 100 for name, value in re.findall(r"([\w-]+):([\d.]+)%", rule[1])}
    left, top = share["inset-inline-start"] * DRAWING[0], share["inset-block-start"] * DRAWING[1]
    return left, top, left + share["inline-size"] * DRAWING[0], top + share["block-size"] * DRAWING[1]


@pytest.mark.parametrize("area", AREAS)
def test_every_area_is_large_enough_for_a_thumb_on_the_smallest_phone(area: str) -> None:
    left, top, right, bottom = box(area)
    scale = SMALLEST_DRAWING / DRAWING[0]
    # A twentieth of a pixel is lost in rounding to percent.
    assert (right - left) * scale >= TARGET - 0.9
    assert (bottom - top) * scale >= TARGET
    assert left >= 0
    assert right <= DRAWING[0]
    assert bottom <= DRAWING[1]


@pytest.mark.parametrize("figure", FIGURES)
def test_areas_do_not_lie_on_each_other_and_are_the_same_on_both_sides(figure: str) -> None:
    boxes = {area: box(area) for area in AREAS if area.startswith(figure)}
    for one, (left, top, right, bottom) in boxes.items():
        for other, (other_left, other_top, other_right, other_bottom) in boxes.items():
            apart = right <= other_left or other_right <= left or bottom <= other_top or other_bottom <= top
            assert one == other or apart, (one, other)
        if one.endswith("-left"):
            mirrored = boxes[one.replace("-left", "-right")]
            assert (left, right) == pytest.approx(
                (DRAWING[0] - mirrored[2], DRAWING[0] - mirrored[0]), abs=0.1
            )
            assert (left + right) / 2 < DRAWING[0] / 2


@pytest.mark.skipif(
    shutil.which("node") is None or not (ROOT / "node_modules").is_dir(),
    reason="needs Node and `npm ci`: rebuilding static/care from frontend/",
)
def test_the_built_files_are_what_the_sources_give(tmp_path: Path) -> None:
    subprocess.run(["node", "frontend/build.mjs", str(tmp_path)], cwd=ROOT, check=True, timeout=120)
    for name in ("app.css", "staff.css", "app.js", "passkey.js", "queue.js"):
        assert (tmp_path / name).read_bytes() == (BUILT / name).read_bytes(), f"run `npm run build`: {name}"
