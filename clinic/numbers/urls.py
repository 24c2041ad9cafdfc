"""Addresses: Numbers to steer by."""

from django.urls import URLPattern, URLResolver, path

from clinic.numbers import views

urlpatterns: list[URLPattern | URLResolver] = [path("", views.numbers, name="numbers")]
