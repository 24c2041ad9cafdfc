"""`python -m bench`: all figures of one paired run. `--write` puts them into docs/figures.md."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

import django

from bench.server import ROOT, Server, environment


def main() -> int:
    """Run everything in a temporary folder and print the figures. 1 when an acknowledged form was lost."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the figures to docs/figures.md")
    parser.add_argument("--rounds", type=int, default=5, help="paired rounds of the load (default 5)")
    parser.add_argument("--kills", type=int, default=4, help="rounds of the kill -9 drill (default 4)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        env = environment(folder)
        os.environ.update(env)  # before Django reads its settings: the drill opens the same database

        django.setup()
        from bench import figures, kill9

        with Server(folder, env) as server:
            report = figures.measure(server, rounds=options.rounds)
        drill = kill9.drill(folder, env, rounds=options.kills)
    text = "\n".join([*report, *drill.lines()])
    sys.stdout.write(text + "\n")
    if options.write:
        file = ROOT / "docs" / "figures.md"
        file.write_text(figures.page(text, file.read_text(encoding="utf-8")), encoding="utf-8")
    return 1 if drill.lost else 0


if __name__ == "__main__":
    sys.exit(main())
