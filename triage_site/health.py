"""For a load balancer: is the process up, and can it serve people? Never a detail."""

from __future__ import annotations

import threading

from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

ROBOTS = "User-agent: *\nDisallow: /\n"
# Set once this process has seen that no migration is missing. Not in the shared cache: there it would
# outlive an update that brings new ones.
migrated = threading.Event()


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
    if not migrated.is_set():
        executor = MigrationExecutor(connection)
        if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
            migrated.set()
    return migrated.is_set()
