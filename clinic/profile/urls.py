"""Addresses: The clinic's settings."""

from django.urls import URLPattern, URLResolver, path

from clinic.profile import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.overview, name="settings"),
    path("history/", views.history, name="settings_history"),
    path("history/<number:number>/again/", views.again, name="settings_again"),
    path("<slug:slug>/", views.section, name="settings_part"),
]
