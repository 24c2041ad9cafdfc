"""The staff's work on one assessment: where it stands in the queue, what was done, what was thought of it."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from assessments.models import Assessment
from triage_site.vault import Sealed


class State(models.TextChoices):
    """Where a case is in the work of the staff."""

    TODO = "todo", _("To do")
    WAITING = "waiting", _("Waiting")
    DONE = "done", _("Done")


class Outcome(models.TextChoices):
    """What became of a case, or of one try to reach the person."""

    CALLED = "called", _("Spoke to the person by phone")
    BOOKED = "booked", _("Visit booked")
    SENT_TO_ER = "sent_to_er", _("Sent to the emergency room")
    ADVICE = "advice", _("Self-care advice given")
    NOT_REACHED = "not_reached", _("Could not reach the person")


_PLACE = ("queue_key", "assessment")


class Case(models.Model):
    """The present state of the work on what was sent. What led to it: CaseEvent and Review.

    Made in the transaction that stores what was sent (clinic/cases/arrivals.py), so that nothing sent is
    ever without one. `queue_key` is the whole order of the queue in one column (clinic/cases/keys.py).
    `level` is the one that staff work with: the computed one (`Assessment.level`) until a review says
    otherwise. `revision` goes up with every change: a form sends the one it was shown with.
    """

    assessment = models.OneToOneField(
        Assessment, on_delete=models.CASCADE, primary_key=True, related_name="case"
    )
    state = models.CharField(max_length=8, choices=State, default=State.TODO)
    queue_key = models.CharField(max_length=26)
    level = models.PositiveSmallIntegerField(null=True)
    pathway = models.CharField(max_length=12)
    language = models.CharField(max_length=12)
    arrived_at = models.DateTimeField()
    answered_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    # An HMAC of name and date of birth: tells that two are of one person, not of which.
    person = models.CharField(max_length=64, blank=True)
    # What this person sent before, as it was when this arrived: how many, since when, the highest level of
    # all and that of the last. `has_newer`: they sent another one since.
    forms_before = models.PositiveSmallIntegerField(default=0)
    first_form_at = models.DateTimeField(null=True)
    earlier_level = models.PositiveSmallIntegerField(null=True)
    last_level = models.PositiveSmallIntegerField(null=True)
    has_newer = models.BooleanField(default=False)
    # Stopped at the emergency page: somebody has to phone and ask whether they got there.
    call_first = models.BooleanField(default=False)
    # When somebody last spoke with the person, and whether they said that they went.
    reached_at = models.DateTimeField(null=True)
    went = models.CharField(max_length=12, blank=True)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, related_name="+", null=True
    )
    remind_at = models.DateTimeField(null=True)
    first_read_at = models.DateTimeField(null=True)
    first_read_role = models.CharField(max_length=12, blank=True)
    done_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=12, choices=Outcome, blank=True)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = (
            # Behind the place in the queue stand the columns of the other filters: what does not fit is
            # passed over in the index, without a look at the row.
            models.Index(fields=["state", *_PLACE, "pathway", "language", "answered_at"], name="case_queue"),
            models.Index(
                fields=["state", "pathway", *_PLACE, "language", "answered_at"], name="case_queue_pathway"
            ),
            models.Index(
                fields=["state", "language", *_PLACE, "pathway", "answered_at"], name="case_queue_language"
            ),
            models.Index(
                fields=["assignee", "state", *_PLACE, "pathway", "language", "answered_at"],
                name="case_queue_mine",
            ),
            models.Index(fields=["person", "arrived_at"], name="case_person", condition=~Q(person="")),
            models.Index(fields=["queue_key"], name="case_unread", condition=Q(first_read_at=None)),
            models.Index(fields=["remind_at"], name="case_waiting", condition=Q(state="waiting")),
            models.Index(fields=["due_at"], name="case_open_due", condition=Q(state="todo")),
            models.Index(
                fields=["due_at"],
                name="case_waiting_unread",
                condition=Q(state="waiting", first_read_at=None),
            ),
            models.Index(fields=["arrived_at"], name="case_arrived"),
        )

    def __str__(self) -> str:
        return str(self.pk)


class SearchToken(models.Model):
    """A keyed hash of a word of the name, a date of birth or a phone number, by which a case is found."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    token = models.BigIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["token", "case"], name="search_token_once"),)

    def __str__(self) -> str:
        return str(self.token)


class EventKind(models.TextChoices):
    """What happened to a case."""

    ARRIVED = "arrived", _("Arrived")
    ARRIVED_AGAIN = "arrived_again", _("More answers arrived")
    READ = "read", _("Read")
    CLAIMED = "claimed", _("Taken")
    RELEASED = "released", _("Given back")
    ASSIGNED = "assigned", _("Assigned")
    WAITING = "waiting", _("Put to wait")
    WOKEN = "woken", _("Back from waiting")
    CONTACT = "contact", _("Contact tried")
    MESSAGE = "message", _("Message to the person")
    DONE = "done", _("Done")
    REOPENED = "reopened", _("Opened again")
    LEVEL = "level", _("Level for the queue changed")
    WENT = "went", _("The person said whether they went")


class CaseEvent(models.Model):
    """Something that happened to a case. Rows are only ever added (a trigger refuses changes).

    `by` is empty for what the person or the site did. `detail` is a JSON object, its keys by kind:
    see clinic/cases/work.py.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="events")
    kind = models.CharField(max_length=16, choices=EventKind)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    by_name = models.CharField(max_length=120, blank=True)
    by_role = models.CharField(max_length=12, blank=True)
    sealed_detail = models.TextField()

    detail = Sealed("sealed_detail")

    class Meta:
        indexes = (models.Index(fields=["case", "at"], name="case_event_of"),)

    def __str__(self) -> str:
        return self.kind


class Verdict(models.TextChoices):
    """What a reviewer thinks of the level."""

    AGREE = "agree", _("The level is right")
    HIGHER = "higher", _("It should be higher")
    LOWER = "lower", _("It should be lower")


class Review(models.Model):
    """What a member of staff thinks of one assessment. Rows are only ever added (a trigger refuses changes).

    `detail` (sealed): level, reason code, note, radiograph_result. Nothing of it is stored in the clear.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="reviews")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=120)
    by_role = models.CharField(max_length=12)
    verdict = models.CharField(max_length=8, choices=Verdict, blank=True)
    ruleset_version = models.CharField(max_length=40)
    sealed_detail = models.TextField()

    detail = Sealed("sealed_detail")

    class Meta:
        indexes = (
            models.Index(fields=["case", "at"], name="review_of"),
            models.Index(fields=["at"], name="review_at"),
        )

    def __str__(self) -> str:
        return str(self.id)
