"""What is pressed beside a page's own button: a language, or "was this page clear?".

Neither is Continue: the page comes back with everything typed, and nothing of it is saved. Only an
emergency among the answers goes first (assessments/views/questions.py).
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace

from django.db import Error as DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.safestring import SafeString

from assessments import clarity
from assessments.clarity import ClarityForm
from assessments.held import WRONG, HeldForm
from assessments.rendering import clarity_html
from triage_site import languages
from triage_site.errors import TOKEN_FIELD
from triage_site.vault import VaultError

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
    def html(self) -> SafeString:
        """The question at the foot of the page, or the thanks."""
        return clarity_html(self.feedback, thanks=self.thanks)

    def status_for(self, form: HeldForm) -> int:
        """The status of a page that is shown again, or for the first time."""
        if self.pressed:
            return self.status
        return 422 if form.is_bound else 200


def taken(request: HttpRequest, page: str = "") -> Aside:
    """Look for an aside and take it. `page`: the code that an opinion is counted under; "" takes none."""
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
    if not clarity.has_said(request, page):
        said = feedback.cleaned_data
        is_clear = said[clarity.CLEAR] == "yes"
        language = languages.language_of_form(request)
        clarity.add(page, language, is_clear=is_clear, reason=said[clarity.REASON])
    return Aside(pressed=True, status=200, feedback=feedback, thanks=True)


def held(request: HttpRequest, form: HeldForm) -> Aside:
    """The aside of a page that asks nothing about its clarity; its form is kept as it was."""
    aside = taken(request)
    return replace(aside, anew=hold(request, aside, form)) if aside.pressed else aside


def settle(request: HttpRequest, aside: Aside, page: str, response: HttpResponse) -> HttpResponse:
    """The response to a page with a question about its clarity; the browser keeps that it was answered.

    Words in the box that were sent with Continue are kept too, as neither yes nor no. They are never in the
    way of the answers, which are saved by now.
    """
    if aside.thanks and aside.pressed:
        clarity.remember(request, response, page)
        return response
    reason = clarity.sent_along(request) if response.status_code == 302 else ""
    if reason and not clarity.has_said(request, page):
        try:
            clarity.add(page, languages.language_of_form(request), is_clear=None, reason=reason)
        except (DatabaseError, VaultError):
            logger.exception("words about a page could not be stored")
        else:
            clarity.remember(request, response, page)
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
