from django.apps import AppConfig


class ClinicConfig(AppConfig):
    """The staff's side: the list, an assessment in full, its print."""

    name = "clinic"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen for logins and changes of accounts; know what may stand in an address."""
        from clinic import addresses  # noqa: F401 (importing it registers)
        from clinic.people import receivers  # noqa: F401 (importing it connects)
