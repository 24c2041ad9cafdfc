"""Who is at the keyboard."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.clinic.keying import log_in


@pytest.fixture
def staff(client: Client) -> Client:
    """A member of staff at the keyboard."""
    return log_in(client)
