from django.apps import AppConfig


class ClinicConfig(AppConfig):
    """The staff's side: the list, an assessment in full, its print."""

    name = "clinic"
    default_auto_field = "django.db.models.BigAutoField"
