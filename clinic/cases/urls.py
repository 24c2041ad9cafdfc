"""Addresses: One case."""

from django.urls import URLPattern, URLResolver, path

from clinic.cases import review_views, views

urlpatterns: list[URLPattern | URLResolver] = [
    path("<uuid:pk>/", views.detail, name="detail"),
    path("<uuid:pk>/print/", views.printout, name="print"),
    path("<uuid:pk>/text/", views.text, name="text"),
    path("<uuid:pk>/copy/", views.copy, name="copy"),
    path("<uuid:pk>/review/", review_views.review, name="review"),
    path("<uuid:pk>/break-glass/", review_views.glass, name="break_glass"),
]
