"""Forms to HTML. An empty page looks the same for everyone, so its HTML is made once per process.

Only pages without any answer on them are kept: nothing that a person typed or chose is ever in the cache,
and the CSRF token is outside the form's HTML.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from crispy_forms.utils import render_crispy_form
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from assessments.forms import PagePlan, QuestionForm
from triage_site.context import clinic_now

MOST_PAGES = 1000

_empty_pages: dict[tuple[Any, ...], SafeString] = {}


def page_html(plan: PagePlan) -> SafeString:
    """The fields of a page that is shown, not sent: with the saved answers, if there are any."""
    if plan.initial:
        return form_html(QuestionForm(plan))
    return _made_once(plan.key, lambda: form_html(QuestionForm(plan)))


def forget() -> None:
    """Make every page anew from now on: the words of a language have changed."""
    _empty_pages.clear()


def clarity_html(form: Any, *, thanks: bool) -> SafeString:
    """The question at the foot of a page, whether it was clear, with what was typed; or the thanks."""

    def made() -> SafeString:
        return render_to_string("assessments/_clarity.html", {"form": form, "thanks": thanks})

    return made() if form.is_bound or thanks else _made_once(("clarity",), made)


def _made_once(key: tuple[Any, ...], make: Callable[[], SafeString]) -> SafeString:
    """What `make` gives, kept for this language and the clinic's numbers in it. Only for what looks the same
    for everyone.
    """
    clinic = clinic_now()
    key = (get_language(), clinic.version, clinic.emergency_number, *key)
    html = _empty_pages.get(key)
    if html is None:
        if len(_empty_pages) >= MOST_PAGES:
            forget()
        html = _empty_pages[key] = make()
    return html


def form_html(form: Any) -> SafeString:
    """The fields of a form, with its errors if it has any."""
    html: str = render_crispy_form(form)
    return mark_safe(html)  # noqa: S308 (made by the templates, escaped there)
