"""Pages on messages to staff: one's own hours, number and messages; for admins everybody's."""

from __future__ import annotations

import uuid

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clinic.access import Act, may, member_of, staff_only
from clinic.audit.trail import Action, record
from clinic.models import Alert, Delivery, Duty, Member
from clinic.models.notices import AlertKind, Channel
from clinic.notices import health, overview
from clinic.notices.forms import DoneForm, DutyForm, PhoneForm, TestForm
from clinic.notices.planning import Reach, add_deliveries
from clinic.notices.sending import try_again
from clinic.notices.staff import person_of, phone_of

MOST_DUTIES = 20


@require_safe
@staff_only(Act.DUTY)
def duty(request: HttpRequest) -> HttpResponse:
    """The page on messages."""
    record(request, Action.VIEWED_PAGE, page="notices")
    return _page(request)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only(Act.DUTY)
def add(request: HttpRequest) -> HttpResponse:
    """More hours of one's own."""
    row = Duty(user=_user(request))
    if Duty.objects.filter(user=row.user).count() >= MOST_DUTIES:
        return _page(
            request,
            status=409,
            problem=_("You have %(most)s sets of hours. Change or delete one of them.")
            % {"most": MOST_DUTIES},
        )
    form = DutyForm(request.POST if request.method == "POST" else None)
    return _save(request, form, row, is_new=True)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only(Act.DUTY)
def change(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Other hours in the place of some of one's own."""
    row = get_object_or_404(Duty, pk=pk, user=_user(request))
    form = DutyForm(request.POST) if request.method == "POST" else DutyForm.showing(row)
    return _save(request, form, row, is_new=False)


@require_POST
@staff_only(Act.DUTY)
def delete(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Hours of one's own that are over. Deleted twice is deleted."""
    with transaction.atomic():
        count, _rows = Duty.objects.filter(pk=pk, user=_user(request)).delete()
        if count:
            record(request, Action.NOTICES, what="hours_deleted")
    return _back("deleted")


@require_POST
@staff_only(Act.DUTY)
def phone(request: HttpRequest) -> HttpResponse:
    """One's own number for text messages."""
    form = PhoneForm(request.POST)
    if not form.is_valid():
        return _page(request, phone_form=form, status=422)
    with transaction.atomic():
        member = Member.objects.select_for_update().get(pk=member_of(request).pk)
        if form.cleaned_data["phone"]:
            member.phone = form.cleaned_data["phone"]
        else:
            member.sealed_phone = ""
        member.save(update_fields=["sealed_phone"])
        record(request, Action.NOTICES, what="phone", has_phone=bool(member.sealed_phone))
    return _back("phone")


@require_POST
@staff_only(Act.DUTY)
def test(request: HttpRequest) -> HttpResponse:
    """Send a test message to oneself: one in a minute by each channel."""
    form = TestForm(request.POST)
    if not form.is_valid():
        return _page(request, test_form=form, status=422)
    channel = Channel(form.cleaned_data["channel"])
    if channel not in person_of(member_of(request)).addresses:
        form.add_error(
            "channel", _("This site cannot reach you by this. Choose another, or add your number first")
        )
        return _page(request, test_form=form, status=422)
    _add_test(request, channel)
    return _back("test")


@require_POST
@staff_only(Act.SETTINGS)
def retry(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Try a message that failed once more, under the same id."""
    row = get_object_or_404(Delivery, pk=pk)
    with transaction.atomic():
        if try_again(row.pk, timezone.now()):
            record(request, Action.NOTICES, row, what="tried_again")
    health.forget()
    return _back("again")


def _page(
    request: HttpRequest,
    *,
    phone_form: PhoneForm | None = None,
    test_form: TestForm | None = None,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    member, now = member_of(request), timezone.now()
    person = person_of(member)
    said = DoneForm(request.GET)
    context = {
        "form": phone_form or test_form,
        "phone_form": phone_form or PhoneForm(initial={"phone": phone_of(member)}),
        "test_form": test_form or TestForm(),
        "problem": problem,
        "done": said.cleaned_data["done"] if said.is_valid() else "",
        "hours": overview.own_hours(person),
        "messages": overview.own_messages(_user(request)),
        "email": member.user.email,
        "coverage": overview.coverage(now) if may(member, Act.SETTINGS) else None,
    }
    return render(request, "clinic/notices/duty.html", context, status=status)


def _save(request: HttpRequest, form: DutyForm, row: Duty, *, is_new: bool) -> HttpResponse:
    """The form, or its hours stored."""
    if form.is_bound and form.is_valid():
        with transaction.atomic():
            form.put_into(row).save(force_insert=is_new)
            what = "hours_added" if is_new else "hours_changed"
            record(
                request,
                Action.NOTICES,
                row,
                what=what,
                channel=row.channel,
                days=row.days,
                start=f"{row.start:%H:%M}",
                end=f"{row.end:%H:%M}",
                least_level=row.least_level,
                digest=row.digest,
            )
        return _back("saved")
    status = 422 if form.is_bound else 200
    return render(request, "clinic/notices/hours.html", {"form": form, "is_new": is_new}, status=status)


def _add_test(request: HttpRequest, channel: Channel) -> None:
    user, now = _user(request), timezone.now()
    key = f"{AlertKind.TEST}:{user.pk}:{channel}:{int(now.timestamp()) // 60}"
    try:
        with transaction.atomic():
            alert = Alert(event_key=key, kind=AlertKind.TEST, at=now, planned_at=now)
            alert.save(force_insert=True)
            add_deliveries(alert, [Reach(user.pk, channel)], now)
            record(request, Action.NOTICES, what="test", channel=channel.value)
    except IntegrityError:
        # Pressed twice: one is on its way.
        return


def _user(request: HttpRequest) -> User:
    member = member_of(request)
    user: User = member.user
    return user


def _back(done: str) -> HttpResponse:
    response = redirect("clinic:duty")
    response["Location"] += f"?done={done}"
    return response
