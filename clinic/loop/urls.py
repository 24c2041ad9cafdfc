"""Addresses of the patient's way back: return link and status page."""

from django.urls import URLPattern, URLResolver

app_name = "loop"
urlpatterns: list[URLPattern | URLResolver] = []
