from django.apps import AppConfig
from django.urls import register_converter

from clinic.addresses import NumberConverter


class ClinicConfig(AppConfig):
    """The staff's side: the list, an assessment in full, its print."""

    name = "clinic"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen for logins and changes of accounts; know what may stand in an address."""
        from clinic.people import receivers  # noqa: F401 (importing it connects)

        register_converter(NumberConverter, "number")
