"""All addresses of the site."""

from django.urls import URLPattern, URLResolver, include, path

from clinic.notices.health import workerz
from triage_site import health

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("workerz", workerz, name="workerz"),
    path("robots.txt", health.robots, name="robots"),
    path("staff/", include("clinic.people.login_urls")),
    path("staff/", include("clinic.urls")),
    path("", include("clinic.loop.urls")),
    path("", include("assessments.urls")),
]

handler400 = "triage_site.errors.bad_request"
handler403 = "triage_site.errors.forbidden"
handler404 = "triage_site.errors.not_found"
handler429 = "triage_site.errors.too_many"  # django-allauth asks for it
handler500 = "triage_site.errors.server_error"
