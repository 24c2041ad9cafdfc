"""Addresses: The queue, and what is done with a case."""

from django.urls import URLPattern, URLResolver, path

from clinic.queue import actions, views
from clinic.queue.desk import desk

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.queue, name="list"),
    path("news/", views.news, name="queue_news"),
    path("search/", views.find_cases, name="queue_search"),
    path("<uuid:pk>/forms/", views.person, name="queue_person"),
    path("<uuid:pk>/desk/", desk, name="desk"),
    path("<uuid:pk>/do/<slug:what>/", actions.act, name="case_action"),
]
