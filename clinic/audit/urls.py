"""Addresses: The audit log."""

from django.urls import URLPattern, URLResolver, path

from clinic.audit import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.audit, name="audit"),
    path("export/", views.export, name="audit_export"),
]
