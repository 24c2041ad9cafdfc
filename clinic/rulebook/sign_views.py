"""The page on which a clinician who is an admin signs off the rules, or takes the signature back."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from clinic.access import Act, may, member_of, staff_only
from clinic.audit.trail import Action, record
from clinic.models.audit import AuditOutcome
from clinic.models.rulebook import SignOffKind
from clinic.models.staff import Member, Role
from clinic.rulebook import signing, snapshots
from clinic.rulebook.current import last_words
from clinic.rulebook.find import pathway_words
from clinic.rulebook.sign_form import SignForm, TakeBackForm, statement
from triage.catalogue import ruleset_version
from triage.pathways import PATHWAYS


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only(Act.SEE_SIGNING)
def sign_off(request: HttpRequest, pathway: str) -> HttpResponse:
    """What is signed, by whom so far; POST signs the version in use. Who may not sign reads why."""
    version, now = _version(pathway), timezone.now()
    member = member_of(request)
    if not may(member, Act.SIGN):
        return _needs_page(request, member, pathway)
    snapshots.keep(pathway, now)
    if request.method != "POST":
        record(request, Action.VIEWED_PAGE, page="sign_off", pathway=pathway)
        return _page(request, pathway, version)
    form = SignForm(member_of(request), version, request.POST)
    if "version" in form.errors:
        return _page(request, pathway, version, has_changed=True, status=409)
    if not form.is_valid():
        return _page(request, pathway, version, sign_form=form, status=422)
    try:
        signing.sign(
            request, member_of(request), pathway, form.cleaned_data["version"], statement(version), now
        )
    except signing.ChangedError:
        return _page(request, pathway, version, has_changed=True, status=409)
    return redirect("clinic:rules")


@require_POST
@staff_only(Act.SIGN)
def take_back(request: HttpRequest, pathway: str) -> HttpResponse:
    """Take back the signature under the version in use."""
    version = _version(pathway)
    form = TakeBackForm(version, request.POST)
    if "version" in form.errors:
        return _page(request, pathway, version, has_changed=True, status=409)
    if not form.is_valid():
        return _page(request, pathway, version, take_back_form=form, status=422)
    given = form.cleaned_data
    try:
        signing.take_back(
            request, member_of(request), pathway, given["version"], given["reason"], timezone.now()
        )
    except signing.ChangedError:
        return _page(request, pathway, version, has_changed=True, status=409)
    return redirect("clinic:rules")


def _needs_page(request: HttpRequest, member: Member, pathway: str) -> HttpResponse:
    """What is missing to sign. Http404, and a line in the log, for who tries all the same."""
    if request.method == "POST":
        record(request, Action.DENIED, outcome=AuditOutcome.DENIED, act=Act.SIGN.value)
        raise Http404
    record(request, Action.VIEWED_PAGE, page="sign_off", pathway=pathway)
    context = {"title": pathway_words(pathway), "is_admin": Role.ADMIN in member.held}
    return render(request, "clinic/rulebook/sign_needs.html", context)


def _version(pathway: str) -> str:
    if pathway not in PATHWAYS:
        raise Http404
    return ruleset_version(pathway)


def _page(
    request: HttpRequest, pathway: str, version: str, *, status: int = 200, **given: Any
) -> HttpResponse:
    """The page, with the form for what can be done now."""
    last = last_words().get(version)
    is_signed = last is not None and last.kind == SignOffKind.SIGNED
    form = given.get("take_back_form") if is_signed else given.get("sign_form")
    if form is None:
        form = TakeBackForm(version) if is_signed else SignForm(member_of(request), version)
    context = {
        "name": pathway,
        "title": pathway_words(pathway),
        "content": PATHWAYS[pathway],
        "version": version,
        "signed": last if is_signed else None,
        "form": form,
        "has_changed": given.get("has_changed", False),
        "history": signing.history(pathway),
        "signed_before": signing.last_signed_version(pathway, besides=version),
    }
    return render(request, "clinic/rulebook/sign.html", context, status=status)
