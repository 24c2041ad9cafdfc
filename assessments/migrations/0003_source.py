from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assessments", "0002_clarity_vote"),
    ]

    operations = [
        migrations.AddField(
            model_name="assessment",
            name="source",
            field=models.CharField(choices=[("web", "Web"), ("paper", "Paper")], default="web", max_length=8),
        ),
        migrations.AddField(
            model_name="assessment",
            name="entered_by",
            field=models.CharField(blank=True, max_length=150),
        ),
    ]
