"""The environment of every test run. The keys are made up for tests and protect nothing.

`tests/conftest.py` uses it for pytest; `env $(python -m tests.environment) <command>` for anything else.
DATABASE_URL is left as the caller set it, so that the same suite runs on PostgreSQL.
"""

from __future__ import annotations

import base64

ENVIRONMENT = {
    "DJANGO_SETTINGS_MODULE": "triage_site.settings",
    "LOCAL_HTTP": "1",
    "SECRET_KEY": "invented-for-tests-only-0123456789-abcdefghijklmnopqrstuvwxyz",
    "FIELD_ENCRYPTION_KEYS": f"test:{base64.b64encode(bytes(range(32))).decode()}",
    "AUDIT_KEYS": f"test:{base64.b64encode(bytes(range(32, 64))).decode()}",
    "LOG_LEVEL": "ERROR",
}

if __name__ == "__main__":
    print("\n".join(f"{name}={value}" for name, value in ENVIRONMENT.items()))  # noqa: T201
