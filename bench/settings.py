"""The site's own settings, with a plain page to compare with and a count of statements on every answer."""

from __future__ import annotations

import os
from pathlib import Path

from triage_site.settings import *  # noqa: F403
from triage_site.settings import MIDDLEWARE as SITE_MIDDLEWARE

ROOT_URLCONF = "bench.urls"
MIDDLEWARE = ["bench.count.statements", *SITE_MIDDLEWARE]
STATIC_ROOT = Path(os.environ["BENCH_FOLDER"]) / "static"
