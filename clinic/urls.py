"""Addresses of the staff's side. Each room has its own list."""

from django.urls import URLPattern, URLResolver, include, path

from clinic import feedback, paper
from clinic.loop import staff as link_staff

app_name = "clinic"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("clinic.queue.urls")),
    path("", include("clinic.cases.urls")),
    path("<uuid:pk>/end-link/", link_staff.end_link, name="end_link"),
    path("paper/", paper.choose, name="paper"),
    path("paper/<slug:name>/", paper.entry, name="paper_entry"),
    path("paper/<uuid:pk>/done/", paper.done, name="paper_done"),
    path("clarity/", feedback.clarity, name="clarity"),
    path("people/", include("clinic.people.urls")),
    path("notices/", include("clinic.notices.urls")),
    path("settings/", include("clinic.profile.urls")),
    path("rules/", include("clinic.rulebook.urls")),
    path("numbers/", include("clinic.numbers.urls")),
    path("audit/", include("clinic.audit.urls")),
]
