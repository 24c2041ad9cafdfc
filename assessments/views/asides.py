"""What is pressed beside a page's own button: a language, or "was this page clear?".

Neither is Continue: the page comes back with everything typed, and nothing of it is saved. Only an
emergency among the answers goes first (assessments/views/questions.py).
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.safestring import SafeString

from assessments import clarity
from assessments.clarity import ClarityForm
from assessments.held import WRONG, HeldForm
from assessments.rendering import clarity_html
from triage_site import languages
from triage_site.errors import TOKEN_FIELD

logger = logging.getLogger(__name__)

# An emergency that could not be saved: whatever is pressed there, it has to be shown again.
UNSAVED = "unsaved"
# In the address of a result, after an opinion on it was stored.
THANKS = "thanks"
NOT_TYPED = frozenset({TOKEN_FIELD, languages.NAME, languages.PAGE, "draft"})


@dataclass(frozen=True)
class Aside:
    """What was pressed beside a page's button.

    `status`: of the page that comes back; `feedback`: the form at its foot; `anew`: what is sent instead,
    where nothing was typed.
    """

    pressed: bool
    status: int
    feedback: ClarityForm
    thanks: bool = False
    anew: HttpResponse | None = None

    @property
    def is_opinion(self) -> bool:
        """Whether yes or no was pressed, and can be counted."""
        return self.pressed and self.thanks

    @property
    def html(self) -> SafeString:
        """The question at the foot of the page, or the thanks."""
        return clarity_html(self.feedback, thanks=self.thanks)

    def status_for(self, form: HeldForm) -> int:
        """The status of a page that is shown again, or for the first time."""
        if self.pressed:
            return self.status
        return 422 if form.is_bound else 200


def taken(request: HttpRequest, page: str = "") -> Aside:
    """What was pressed. `page`: the code that an opinion is counted under; "" takes none."""
    feedback = ClarityForm(request.POST if request.method == "POST" else None)
    feedback.held = True
    if request.method != "POST":
        return Aside(pressed=False, status=200, feedback=feedback, thanks=THANKS in request.GET)
    if UNSAVED in request.POST:
        return Aside(pressed=False, status=200, feedback=feedback)
    asked = languages.asked_language(request)
    if asked:
        return Aside(pressed=True, status=200 if languages.is_known(asked) else 422, feedback=feedback)
    if not page or clarity.CLEAR not in request.POST:
        return Aside(pressed=False, status=200, feedback=feedback)
    feedback.held = False
    if not feedback.is_valid():
        return Aside(pressed=True, status=422, feedback=feedback)
    return Aside(pressed=True, status=200, feedback=feedback, thanks=True)


def held(request: HttpRequest, form: HeldForm) -> Aside:
    """The aside of a page that asks nothing about its clarity; its form is kept as it was."""
    aside = taken(request)
    return replace(aside, anew=hold(request, aside, form)) if aside.pressed else aside


def count(request: HttpRequest, aside: Aside, page: str, response: HttpResponse) -> None:
    """Count the opinion, or keep the words sent with Continue; once, as the browser is told to remember."""
    said = aside.feedback.cleaned_data if aside.is_opinion else {}
    reason = said[clarity.REASON] if said else clarity.sent_along(request)
    if not (said or reason) or clarity.has_said(request, page):
        return
    is_clear = said[clarity.CLEAR] == "yes" if said else None
    clarity.add(page, languages.language_of_form(request), is_clear=is_clear, reason=reason)
    clarity.remember(request, response, page)


def count_on_leaving(request: HttpRequest, aside: Aside, page: str, response: HttpResponse) -> HttpResponse:
    """The same on the way to the next page. The answers are saved by now: nothing may be in their way."""
    try:
        count(request, aside, page, response)
    except Exception:
        logger.exception("an opinion on a page could not be stored")
    return response


def hold(request: HttpRequest, aside: Aside, form: HeldForm) -> HttpResponse | None:
    """Keep the form as it was: with what was typed, and with its mistakes only if they were shown before.

    Where there is nothing to keep: a redirect that opens the page anew, so that the browser's Back works.
    """
    form.held = WRONG not in request.POST
    return None if form.initial else reopen(request, aside)


def reopen(request: HttpRequest, aside: Aside) -> HttpResponse | None:
    """A redirect to the page itself where nothing at all was typed or chosen, and no mistake was shown."""
    typed = (name for name, values in request.POST.lists() if any(str(value).strip() for value in values))
    keeps_nothing = aside.status == 200 and not aside.thanks and NOT_TYPED.issuperset(typed)
    return redirect(_address(request)) if keeps_nothing else None


def _address(request: HttpRequest) -> str:
    """The page's address without the language that a link asked for."""
    query = request.GET.copy()
    query.pop(languages.NAME, None)
    return f"{request.path}?{query.urlencode()}" if query else request.path
