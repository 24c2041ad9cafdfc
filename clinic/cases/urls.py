"""Addresses: One case."""

from django.urls import URLPattern, URLResolver, path

from clinic.cases import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("<uuid:pk>/", views.detail, name="detail"),
    path("<uuid:pk>/print/", views.printout, name="print"),
]
