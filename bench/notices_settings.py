"""The bench's settings with a short lease: a killed worker's message is tried again within the drill."""

from __future__ import annotations

from bench.settings import *  # noqa: F403

NOTICE_LEASE_SECONDS = 2
