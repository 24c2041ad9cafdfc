"""Addresses: The rules in the open, and their sign-off."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
