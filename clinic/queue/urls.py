"""Addresses: The queue."""

from django.urls import URLPattern, URLResolver, path

from clinic.queue import views

urlpatterns: list[URLPattern | URLResolver] = [path("", views.queue, name="list")]
