from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    """The patient's side: questions, result, what is stored."""

    name = "assessments"
    default_auto_field = "django.db.models.BigAutoField"
