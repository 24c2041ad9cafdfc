"""The site on real gunicorn: a free port of this machine, a database and keys of its own, stopped by id."""

from __future__ import annotations

import base64
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 30.0
STOP_SECONDS = 20.0


def environment(folder: Path) -> dict[str, str]:
    """A full environment for the site in `folder`: nothing of the caller's own site gets in."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
    return kept | {
        "DJANGO_SETTINGS_MODULE": "bench.settings",
        "BENCH_FOLDER": str(folder),
        "LOCAL_HTTP": "1",
        "SECRET_KEY": secrets.token_urlsafe(64),
        "FIELD_ENCRYPTION_KEYS": f"bench:{base64.b64encode(secrets.token_bytes(32)).decode()}",
        "AUDIT_KEYS": f"bench:{base64.b64encode(secrets.token_bytes(32)).decode()}",
        "DATABASE_URL": f"sqlite:///{folder / 'bench.sqlite3'}",
        "LOG_LEVEL": "WARNING",
    }


def free_port() -> int:
    """A port of this machine that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


class Server:
    """gunicorn with the site's own gunicorn.conf.py. A context manager: started inside, gone after."""

    def __init__(self, folder: Path, env: dict[str, str] | None = None) -> None:
        self.folder = folder
        self.env = env or environment(folder)
        self.port = free_port()
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def base(self) -> str:
        """The address of the site."""
        return f"http://127.0.0.1:{self.port}"

    def prepare(self) -> None:
        """Make the database and collect the static files."""
        for command in (["migrate", "--verbosity", "0"], ["collectstatic", "--noinput", "--verbosity", "0"]):
            subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=self.env, check=True)  # noqa: S603

    def start(self) -> None:
        """Start, and wait until it answers. RuntimeError when it does not."""
        log = (self.folder / "gunicorn.log").open("ab")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "triage_site.wsgi"],
            cwd=ROOT,
            env={**self.env, "PORT": str(self.port)},
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        log.close()
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end and self.process.poll() is None:
            try:
                with urlopen(f"{self.base}/readyz", timeout=1):  # noqa: S310
                    return
            except (URLError, ConnectionError, TimeoutError):
                time.sleep(0.05)
        self.stop()
        raise RuntimeError(f"gunicorn did not start:\n{(self.folder / 'gunicorn.log').read_text()[-2000:]}")

    def stop(self) -> None:
        """End it as an operator does."""
        if self.process is None:
            return
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
        self.process = None

    def kill(self) -> None:
        """End master and workers at once, as a power cut does for them."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(STOP_SECONDS)
            self.process = None

    def cpu_ms(self) -> float:
        """CPU time of master and workers so far."""
        assert self.process is not None
        tick = os.sysconf("SC_CLK_TCK")
        return sum(_ticks(pid) for pid in (self.process.pid, *_children(self.process.pid))) * 1000 / tick

    def __enter__(self) -> Server:
        self.prepare()
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def _children(pid: int) -> list[int]:
    text = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    return [int(child) for child in text.split()]


def _ticks(pid: int) -> int:
    """User and system time of one process, its ended children left out."""
    after_name = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return int(after_name[11]) + int(after_name[12])
