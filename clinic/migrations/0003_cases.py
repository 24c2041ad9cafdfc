"""A case for everything that was sent before there were cases."""

from django.db import migrations


def add_cases(apps, schema_editor):
    """Uses the live models: sealed columns open with them only, and this runs once, on an upgrade."""
    from assessments.models import Assessment
    from clinic.cases.arrivals import receive

    rows = Assessment.objects.filter(submitted_at__isnull=False, case=None)
    for row in rows.iterator():
        receive(row, row.submitted_at)


class Migration(migrations.Migration):
    dependencies = [("clinic", "0002_audit_head"), ("assessments", "0003_source")]
    operations = [migrations.RunPython(add_cases, migrations.RunPython.noop)]
