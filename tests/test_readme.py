"""The README keeps its promises: its commands work and its links lead somewhere."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text()
BLOCKS = re.findall(r"```sh\n(.*?)```", README, re.S)
COMMANDS = [line.split("#")[0].strip() for block in BLOCKS for line in block.splitlines() if line.strip()]
LINKS = re.findall(r"\]\(([^)#]+)\)", README)
LONGEST_START = 120  # seconds


@pytest.mark.parametrize("link", sorted(set(LINKS)))
def test_a_link_leads_to_a_file(link: str) -> None:
    assert (ROOT / link).exists()


def test_the_scripts_that_are_named_can_be_run() -> None:
    scripts = set(re.findall(r"\./(scripts/\w+)", README))
    assert {"scripts/serve", "scripts/test", "scripts/manage"} <= scripts
    assert all(os.access(ROOT / script, os.X_OK) for script in scripts)


def test_every_folder_of_the_picture_exists() -> None:
    blocks = re.findall(r"^```\w*\n(.*?)^```", README, re.S | re.M)
    picture = next(block for block in blocks if block.startswith("triage/"))
    tops = [line.split("  ")[0] for line in picture.splitlines() if not line.startswith(" ")]
    folders = [folder for top in tops for folder in re.findall(r"(\w+)/", top)]
    assert {"triage", "assessments", "clinic", "triage_site", "templates", "tests"} <= set(folders)
    assert all((ROOT / folder).is_dir() for folder in folders)


def test_the_example_of_the_command_line_gives_a_result() -> None:
    example = next(command for command in COMMANDS if command.startswith("echo"))
    line, _pipe, command = example.partition(" | ")
    answers = line.removeprefix("echo '").removesuffix("'")
    arguments = command.removeprefix("./scripts/manage ").split()
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        input=answers,
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout)["level"] == "EMERGENCY_NOW"


@pytest.fixture
def copy_of_the_project(tmp_path: Path) -> Path:
    """The project's files without any local state, with the packages of the tests."""
    names = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout.split("\0")
    for name in filter(None, names):
        if (ROOT / name).exists():
            target = tmp_path / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes((ROOT / name).read_bytes())
            target.chmod((ROOT / name).stat().st_mode)
    (tmp_path / ".venv").symlink_to(Path(sys.prefix))
    return tmp_path


@pytest.fixture
def served(copy_of_the_project: Path) -> Iterator[tuple[str, Path]]:
    """`./scripts/serve --demo` on a free port: its address, and what it printed."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    printed = copy_of_the_project / "printed.txt"
    environment = {"PATH": os.environ["PATH"], "HOME": str(copy_of_the_project), "PORT": str(port)}
    with printed.open("w") as output:
        server = subprocess.Popen(
            ["./scripts/serve", "--demo"],
            cwd=copy_of_the_project,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        yield f"http://127.0.0.1:{port}", printed
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=40)


def test_serve_shows_the_product_with_its_demo(served: tuple[str, Path]) -> None:
    address, printed = served
    started = time.monotonic()
    while True:
        try:
            with urlopen(f"{address}/") as page:
                html = page.read().decode()
            break
        except URLError:
            assert time.monotonic() - started < LONGEST_START, printed.read_text()
            time.sleep(0.5)
    assert "Before your visit" in html
    assert "demo-nurse" in printed.read_text()
    with urlopen(f"{address}/staff/login/") as page:
        assert page.status == 200
