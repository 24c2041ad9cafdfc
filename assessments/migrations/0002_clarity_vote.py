import uuid

from django.db import migrations, models


def place() -> list[tuple[str, models.Field]]:
    return [
        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
        ("page", models.CharField(max_length=40)),
        ("language", models.CharField(max_length=12)),
        ("month", models.DateField()),
    ]


def once_a_month(name: str) -> dict[str, object]:
    return {
        "abstract": False,
        "constraints": [models.UniqueConstraint(fields=("page", "language", "month"), name=name)],
    }


class Migration(migrations.Migration):
    dependencies = [
        ("assessments", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="ClarityCount",
            fields=[
                *place(),
                ("clear", models.PositiveIntegerField(default=0)),
                ("unclear", models.PositiveIntegerField(default=0)),
            ],
            options=once_a_month("claritycount_of_a_month"),
        ),
        migrations.CreateModel(
            name="ClarityReasons",
            fields=[*place(), ("sealed_texts", models.TextField(blank=True))],
            options=once_a_month("clarityreasons_of_a_month"),
        ),
    ]
