"""Mail to staff over the clinic's server. The connection is kept for the round and closed after it.

So nothing but the server's OK stands between sending a mail and noting that it was sent.
"""

from __future__ import annotations

import contextlib
import smtplib
import ssl
from types import TracebackType
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from clinic.notices.problems import Problem, SendError
from clinic.notices.words import Words


class Mailer:
    """Sends mail. A context manager: leaving it hangs up."""

    def __init__(self) -> None:
        self._connection: BaseEmailBackend | None = None

    def call(self) -> None:
        """Connect, unless it is done. SendError when the server does not let us."""
        if self._connection is not None:
            return
        connection = get_connection()
        try:
            connection.open()
        except (OSError, ValueError) as error:
            raise _in_short(error) from None
        self._connection = connection

    def send(self, to: str, words: Words, message_id: str) -> None:
        """Send one mail, with the same Message-ID each time. SendError when the server did not take it."""
        self.call()
        try:
            count = self._message(to, words, message_id).send()
        except (OSError, ValueError) as error:
            self.hang_up()
            raise _in_short(error) from None
        if count != 1:
            raise SendError(Problem.NOT_UNDERSTOOD)

    def hang_up(self) -> None:
        """Close the connection, if there is one."""
        if self._connection is not None:
            with contextlib.suppress(OSError):
                self._connection.close()
            self._connection = None

    def _message(self, to: str, words: Words, message_id: str) -> EmailMessage:
        host = urlsplit(settings.STAFF_ADDRESS).hostname
        headers = {"Message-ID": f"<{message_id}@{host}>", "Auto-Submitted": "auto-generated"}
        return EmailMessage(
            words.subject, words.text + "\n", to=[to], headers=headers, connection=self._connection
        )

    def __enter__(self) -> Mailer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.hang_up()


def _in_short(error: Exception) -> SendError:
    """What went wrong, without the server's own words: they quote addresses."""
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return SendError(Problem.LOGIN, error.smtp_code)
    if isinstance(error, smtplib.SMTPResponseException):
        return SendError(Problem.REFUSED, error.smtp_code)
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        codes = [code for code, _words in error.recipients.values()]
        return SendError(Problem.REFUSED, codes[0] if codes else 0)
    if isinstance(error, smtplib.SMTPServerDisconnected):
        return SendError(Problem.UNREACHABLE)
    if isinstance(error, smtplib.SMTPException | ValueError):
        return SendError(Problem.NOT_UNDERSTOOD)
    if isinstance(error, TimeoutError):
        return SendError(Problem.TIMEOUT)
    if isinstance(error, ssl.SSLError):
        return SendError(Problem.TLS)
    return SendError(Problem.UNREACHABLE)
