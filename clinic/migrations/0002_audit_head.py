"""The one row that says where the audit log ends."""

from django.db import migrations


def add_head(apps, schema_editor):
    apps.get_model("clinic", "AuditHead").objects.get_or_create(pk=1)


class Migration(migrations.Migration):
    dependencies = [("clinic", "0001_initial")]
    operations = [migrations.RunPython(add_head, migrations.RunPython.noop)]
