"""Text messages over the clinic's HTTP gateway: one POST, no redirect, a short wait.

The gateway is sent `{"to": ..., "text": ..., "id": ...}` with the id as `Idempotency-Key` too: a gateway that
honours it sends one text however often it is asked.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import re
import socket
import ssl
import threading
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.conf import settings

from clinic.notices.problems import Problem, SendError

WAIT_SECONDS = 10.0
# A gateway that answers a byte now and then is cut off here.
MOST_SECONDS = 20.0


def send_text(to: str, text: str, message_id: str) -> None:
    """Hand one text to the gateway. SendError when it did not say that it took it."""
    body = json.dumps({"to": dialed(to), "text": text, "id": message_id}).encode()
    headers = {
        "Authorization": f"Bearer {settings.SMS_GATEWAY_KEY}",
        "Content-Type": "application/json",
        "Accept": "application/json",
        "Idempotency-Key": message_id,
        "User-Agent": "clinic-notices",
        "Connection": "close",
    }
    parts = urlsplit(settings.SMS_GATEWAY_URL)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        with _connection() as connection:
            connection.request("POST", target, body, headers)
            # What it says beyond the status is not needed, and not read.
            status = connection.getresponse().status
    except TimeoutError:
        raise SendError(Problem.TIMEOUT) from None
    except ssl.SSLError:
        raise SendError(Problem.TLS) from None
    except OSError:
        raise SendError(Problem.UNREACHABLE) from None
    except (http.client.HTTPException, ValueError):
        raise SendError(Problem.NOT_UNDERSTOOD) from None
    if not 200 <= status < 300:
        raise SendError(Problem.REDIRECTED if 300 <= status < 400 else Problem.REFUSED, status)


def dialed(phone: str) -> str:
    """A number as a gateway takes it: digits, with the + of an international one."""
    return ("+" if phone.strip().startswith("+") else "") + re.sub(r"\D", "", phone)


@contextlib.contextmanager
def _connection() -> Iterator[http.client.HTTPConnection]:
    """A connection that is gone after MOST_SECONDS, however slowly the other side speaks."""
    parts = urlsplit(settings.SMS_GATEWAY_URL)
    host, port = parts.hostname or "", parts.port
    connection = (
        http.client.HTTPSConnection(host, port, timeout=WAIT_SECONDS, context=ssl.create_default_context())
        if parts.scheme == "https"
        else http.client.HTTPConnection(host, port, timeout=WAIT_SECONDS)
    )
    connection.connect()
    watch = threading.Timer(MOST_SECONDS, _cut_off, (connection.sock,))
    watch.daemon = True
    watch.start()
    try:
        yield connection
    finally:
        watch.cancel()
        connection.close()


def _cut_off(sock: socket.socket) -> None:
    with contextlib.suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)
