"""What may stand in an address."""

from __future__ import annotations

from django.urls import register_converter
from django.urls.converters import IntConverter


class NumberConverter(IntConverter):
    """A number that fits any column: a longer one is no address here, and no database is asked about it."""

    regex = "[0-9]{1,9}"


# Here and not in AppConfig.ready, which may run again: an address may be registered once.
register_converter(NumberConverter, "number")
