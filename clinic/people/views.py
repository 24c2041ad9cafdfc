"""The accounts of the clinic: who works here, invitations, roles, and ending an account."""

from __future__ import annotations

import uuid

from allauth.mfa.models import Authenticator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from clinic.access import Act, member_of, staff_only
from clinic.audit.trail import Action, record
from clinic.models.staff import Invitation, Member
from clinic.people import mail, services
from clinic.people.factors import STRONG
from clinic.people.forms import InvitationForm, RolesForm

REFUSALS: dict[str, str | Promise] = {
    "own_admin": _("You cannot take the admin role from yourself. Another admin can."),
    "own_roles": _("You cannot give yourself a role. Another admin can."),
    "own_account": _("You cannot do this to your own account. Another admin can."),
    "last_admin": _("Nobody would be left to manage accounts. Make somebody else an admin first."),
    "not_admin": _("Your own admin role was taken away meanwhile. Nothing was changed."),
}


@require_GET
@staff_only(Act.USERS)
def people(request: HttpRequest) -> HttpResponse:
    """Everybody who works here, and the open invitations."""
    record(request, Action.VIEWED_PAGE, page="people")
    members = Member.objects.select_related("user").order_by("-user__is_active", "name", "pk")
    with_factor = set(
        Authenticator.objects.filter(type__in=STRONG).values_list("user_id", flat=True).distinct()
    )
    invitations = services.open_invitations(timezone.now()).order_by("-created_at")
    context = {"members": members, "with_factor": with_factor, "invitations": invitations}
    return render(request, "clinic/people/list.html", context)


@sensitive_variables("token")
@require_http_methods(["GET", "POST"])
@staff_only(Act.USERS)
def invite(request: HttpRequest) -> HttpResponse:
    """Invite somebody. The answer to the POST shows the link, once."""
    form = InvitationForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "clinic/people/invite.html", {"form": form}, status=status)
    made = form.cleaned_data
    try:
        invitation, token = services.invite(
            request, made["name"], made["email"], made["roles"], timezone.now()
        )
    except services.RefusedError:  # no admin any more, since a moment ago
        raise Http404 from None
    return _show_link(request, invitation, token)


@require_POST
@staff_only(Act.USERS)
def cancel(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Take an invitation back."""
    invitation = Invitation.objects.filter(pk=pk).first()
    if invitation is None:
        raise Http404
    try:
        services.cancel(request, invitation, timezone.now())
    except services.LinkSpentError:
        raise Http404 from None
    return redirect("clinic:people")


@require_http_methods(["GET", "POST"])
@staff_only(Act.USERS)
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One account; a POST changes its roles."""
    member = _member(pk)
    if request.method == "GET":
        record(request, Action.VIEWED_PAGE, member, page="person")
        return _show(request, member, RolesForm(initial={"roles": member.roles.split()}))
    form = RolesForm(request.POST)
    if not form.is_valid():
        return _show(request, member, form, status=422)
    try:
        services.change_roles(request, member, form.cleaned_data["roles"], timezone.now())
    except services.RefusedError as refused:
        return _show(request, member, form, refused, status=422)
    return redirect("clinic:people")


@sensitive_variables("token")
@require_POST
@staff_only(Act.USERS)
def change(request: HttpRequest, pk: int, what: str) -> HttpResponse:
    """Deactivate, reactivate, or give a new start, whose link the answer shows once."""
    member = _member(pk)
    now = timezone.now()
    try:
        if what == "deactivate":
            services.deactivate(request, member, now)
        elif what == "reactivate":
            services.reactivate(request, member)
        elif what == "new-start":
            return _show_link(request, *services.new_start(request, member, now))
        else:
            raise Http404
    except services.RefusedError as refused:
        form = RolesForm(initial={"roles": member.roles.split()})
        return _show(request, member, form, refused, status=422)
    return redirect("clinic:people")


def _member(pk: int) -> Member:
    member = Member.objects.select_related("user").filter(pk=pk).first()
    if member is None:
        raise Http404
    return member


def _show(
    request: HttpRequest,
    member: Member,
    form: RolesForm,
    refused: services.RefusedError | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    context = {
        "person": member,
        "form": form,
        "refusal": REFUSALS[refused.code] if refused is not None else "",
        "is_oneself": member.pk == member_of(request).pk,
        "has_factor": Authenticator.objects.filter(user_id=member.pk, type__in=STRONG).exists(),
    }
    return render(request, "clinic/people/person.html", context, status=status)


@sensitive_variables("token", "link")
def _show_link(request: HttpRequest, invitation: Invitation, token: str) -> HttpResponse:
    link = request.build_absolute_uri(reverse("clinic:welcome", args=[token]))
    context = {"invitation": invitation, "link": link, "is_sent": mail.send_link(invitation, link)}
    return render(request, "clinic/people/link.html", context)
