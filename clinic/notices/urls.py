"""Addresses: Who is told of what."""

from django.urls import URLPattern, URLResolver, path

from clinic.notices import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.duty, name="duty"),
    path("hours/", views.add, name="duty_add"),
    path("hours/<uuid:pk>/", views.change, name="duty_change"),
    path("hours/<uuid:pk>/delete/", views.delete, name="duty_delete"),
    path("phone/", views.phone, name="duty_phone"),
    path("test/", views.test, name="duty_test"),
    path("again/<uuid:pk>/", views.retry, name="notice_retry"),
]
