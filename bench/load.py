"""Requests per second and CPU per request: a bounded number of GETs over a few kept-open connections."""

from __future__ import annotations

import socket
import threading
import time
from dataclasses import dataclass

from bench.server import Server

CONNECTIONS = 4


@dataclass(frozen=True)
class Load:
    """What one round of one page gave."""

    per_second: float
    cpu_ms: float


def load(server: Server, path: str, cookie: str, requests: int) -> Load:
    """Ask `requests` times for `path`, CONNECTIONS at once. RuntimeError unless all are 200."""
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nCookie: {cookie}\r\n\r\n".encode(
        "ascii"
    )
    failures: list[str] = []

    def work() -> None:
        try:
            _ask_often(server.port, request, requests // CONNECTIONS)
        except (OSError, RuntimeError) as problem:
            failures.append(str(problem))

    threads = [threading.Thread(target=work) for _ in range(CONNECTIONS)]
    cpu, clock = server.cpu_ms(), time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds, spent = time.perf_counter() - clock, server.cpu_ms() - cpu
    if failures:
        raise RuntimeError(f"{path}: {failures[0]}")
    done = requests // CONNECTIONS * CONNECTIONS
    return Load(done / seconds, spent / done)


def _ask_often(port: int, request: bytes, times: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        stream = connection.makefile("rb")
        for _time in range(times):
            connection.sendall(request)
            status = stream.readline()
            if b" 200 " not in status:
                raise RuntimeError(status.decode("latin-1").strip())
            length = 0
            while (line := stream.readline()) not in (b"\r\n", b""):
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            stream.read(length)
