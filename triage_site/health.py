"""For a load balancer: is the process up, and can it serve people? Never a detail."""

from __future__ import annotations

from django.core.cache import cache
from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

ROBOTS = "User-agent: *\nDisallow: /\n"
CHECKED = "migrations-applied"


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 while the process answers."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """200 when the database answers and all migrations are applied, else 503."""
    try:
        ready = _database_ready()
    except (DatabaseError, InterfaceError):
        ready = False
    return HttpResponse(
        "ready\n" if ready else "not ready\n", status=200 if ready else 503, content_type="text/plain"
    )


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """No page of this site belongs in a search engine."""
    return HttpResponse(ROBOTS, content_type="text/plain")


def _database_ready() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    # Reading the migration files is slow and what is applied stays applied: asked until true.
    if not cache.get(CHECKED):
        executor = MigrationExecutor(connection)
        cache.set(CHECKED, not executor.migration_plan(executor.loader.graph.leaf_nodes()), timeout=None)
    return bool(cache.get(CHECKED))
