"""A case for everything that was sent before there were cases.

Written with the models as they were at this step, and with functions that touch no model: a later change of
a model changes nothing here. Sealed columns are opened and sealed through the vault itself.
"""

from collections import defaultdict
from datetime import timedelta

from django.db import migrations
from django.utils import timezone

from assessments.paper.times import answered_at
from clinic.cases.keys import queue_key
from clinic.cases.persons import person_key
from clinic.cases.search import tokens_of
from triage_site.vault import VaultError, place_of, seal, unseal

AT_ONCE = 200
REMEMBERED = timedelta(days=365)
MOST = 50


def add_cases(apps, schema_editor):
    """The earliest first, since a case knows what the same person sent before."""
    models = {name: apps.get_model("clinic", name) for name in ("Case", "SearchToken", "CaseEvent", "Alert")}
    assessments = apps.get_model("assessments", "Assessment").objects
    have_one = set(models["Case"].objects.values_list("pk", flat=True))
    sent = assessments.filter(submitted_at__isnull=False).order_by("submitted_at", "pk")
    keys = [pk for pk in sent.values_list("pk", flat=True) if pk not in have_one]
    forms, now = defaultdict(list), timezone.now()
    for start in range(0, len(keys), AT_ONCE):
        for row in sent.filter(pk__in=keys[start : start + AT_ONCE]):
            _add_case(models, row, forms, now)


def _add_case(models, row, forms, now):
    contact = _contact_of(row)
    case = models["Case"](
        assessment_id=row.pk,
        level=row.level,
        pathway=row.pathway,
        language=row.language,
        arrived_at=row.submitted_at,
        answered_at=answered_at(row, contact),
        due_at=row.due_at,
        queue_key=queue_key(row.priority, row.due_at, row.submitted_at),
        call_first=row.status == "stopped",
        person=person_key(contact),
        revision=1,
    )
    if case.person:
        _know_person(models["Case"], case, forms[case.person])
        forms[case.person].append((case.arrived_at, case.level, case.pk))
    case.save(force_insert=True)
    tokens = [models["SearchToken"](case_id=case.pk, token=token) for token in tokens_of(contact)]
    models["SearchToken"].objects.bulk_create(tokens)
    event = models["CaseEvent"](case_id=case.pk, kind="arrived", at=case.arrived_at)
    event.sealed_detail = seal({}, place=place_of("clinic_caseevent", event.pk, "sealed_detail"))
    event.save(force_insert=True)
    _note_as_told(models["Alert"], case, now)


def _know_person(cases, case, forms):
    """What this person sent in the year before; those forms learn that there is a newer one."""
    since = case.arrived_at - REMEMBERED
    before = [form for form in forms if form[0] >= since][-MOST:]
    if not before:
        return
    case.forms_before, case.first_form_at = len(before), before[0][0]
    case.last_level = before[-1][1]
    case.earlier_level = max((level for _at, level, _pk in before if level is not None), default=None)
    cases.objects.filter(pk__in=[pk for _at, _level, pk in forms], has_newer=False).update(has_newer=True)


def _note_as_told(alerts, case, now):
    """Nobody is mailed that an old form is late: staff had it before there were cases. It is unread all the same.

    What is not due yet is told of when it is.
    """
    if (case.due_at or (case.arrived_at if case.level is None else None) or now) >= now:
        return
    moment = int((case.due_at or case.arrived_at).timestamp())
    for kind in ("late", "late2"):
        key = f"{kind}:{case.pk}:{moment}"
        alerts.objects.create(event_key=key, kind=kind, case=case, urgent=True, at=now, planned_at=now)


def _contact_of(row):
    """The contact details; none where they cannot be read (the staff's pages say so)."""
    try:
        return unseal(row.sealed_contact, place=place_of("assessments_assessment", row.pk, "sealed_contact"))
    except VaultError:
        return {}


class Migration(migrations.Migration):
    dependencies = [("clinic", "0002_audit_head"), ("assessments", "0003_source")]
    operations = [migrations.RunPython(add_cases, migrations.RunPython.noop)]
