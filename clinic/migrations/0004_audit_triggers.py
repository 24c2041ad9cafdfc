"""The triggers that keep the audit log and other histories as they were written (clinic/audit/guards.py)."""

from django.db import migrations

from clinic.audit import guards


def install(apps, schema_editor):
    guards.install(schema_editor.connection)


def remove(apps, schema_editor):
    guards.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("clinic", "0003_cases")]
    operations = [migrations.RunPython(install, remove)]
