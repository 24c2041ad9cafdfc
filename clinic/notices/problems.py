"""Why a message did not go out: a code to store, and words for whoever reads the list."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy


class Problem(TextChoices):
    """What went wrong. The value is stored in `Delivery.problem`."""

    TIMEOUT = "timeout", _lazy("no answer in time")
    UNREACHABLE = "unreachable", _lazy("the server cannot be reached")
    TLS = "tls", _lazy("the server has a certificate that is not trusted")
    REFUSED = "refused", _lazy("the server refused it")
    REDIRECTED = "redirected", _lazy("the address of the gateway has moved")
    NOT_UNDERSTOOD = "not_understood", _lazy("the answer of the server makes no sense")
    LOGIN = "login", _lazy("the mail server refused the login")
    UNKNOWN = "unknown", _lazy("an error in this site: see its log")
    # Of messages that were not sent on purpose.
    SETTLED = "settled", _lazy("no longer needed: the form was read, or is done")
    NO_ROLE = "no_role", _lazy("the account is closed, or has no role that may be told")
    NO_ADDRESS = "no_address", _lazy("no address for this channel")


class SendError(Exception):
    """A message did not go out. `status`: the number the server gave, 0 for none. Holds no address."""

    def __init__(self, problem: Problem, status: int = 0) -> None:
        self.code = f"{problem.value}:{status}" if status else problem.value
        super().__init__(self.code)


def problem_words(code: str) -> str:
    """A stored code in words; "" for none."""
    name, _colon, status = code.partition(":")
    if name not in Problem.values:
        return ""
    words = str(Problem(name).label)
    return _("%(problem)s (%(status)s)") % {"problem": words, "status": status} if status else words
