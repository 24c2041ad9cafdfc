#!/usr/bin/env python
"""The command line of the project: `python manage.py <command>`."""

from __future__ import annotations

import base64
import os
import secrets
import sys

# These read and write no stored data and serve nobody, so they also run where no site is configured.
NEEDS_NO_SITE = frozenset({"triage", "rules_doc", "makemessages", "compilemessages"})


def use_throwaway_secrets() -> None:
    """Fill in what a site must be given, for this one process only."""
    os.environ.setdefault("ALLOWED_HOSTS", "localhost")
    if "SECRET_KEY_FILE" not in os.environ:
        os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(64))
    for name in ("FIELD_ENCRYPTION_KEYS", "AUDIT_KEYS"):
        if f"{name}_FILE" not in os.environ:
            key = base64.b64encode(secrets.token_bytes(32)).decode()
            os.environ.setdefault(name, f"throwaway:{key}")


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "triage_site.settings")
    if len(sys.argv) > 1 and sys.argv[1] in NEEDS_NO_SITE:
        use_throwaway_secrets()
    from django.core.management import execute_from_command_line

    from triage_site.environment import BadEnvironment

    try:
        execute_from_command_line(sys.argv)
    except BadEnvironment as problem:
        sys.exit(str(problem))


if __name__ == "__main__":
    main()
