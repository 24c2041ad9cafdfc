"""Addresses: Log in, second factor, own account, accounts of others."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
