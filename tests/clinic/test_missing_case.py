"""What was sent while an update was under way has no case: the worker takes it in."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments import finishing
from clinic.cases import missing
from clinic.models import Alert, Case

pytestmark = pytest.mark.django_db


def test_a_form_without_a_case_is_found_told_and_shown(staff: Client) -> None:
    sent = timezone.now() - timedelta(hours=3)
    answers = {"respondent": "self", "em_now": ["collapse"], "age_years": 61}
    row = finishing.submit_complete("adult", answers, {}, language="en", now=sent, finished=False)
    Case.objects.all().delete()
    assert missing.take_in(timezone.now()) == 1
    case = Case.objects.get()
    assert (case.pk, case.level, case.arrived_at) == (row.pk, 5, sent)
    assert Alert.objects.filter(case=case).exists()
    assert str(row.reference) in staff.get(reverse("clinic:list")).content.decode()
    assert missing.take_in(timezone.now()) == 0
