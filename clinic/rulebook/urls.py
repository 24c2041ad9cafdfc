"""Addresses: The rules in the open, and their sign-off."""

from django.urls import URLPattern, URLResolver, path

from clinic.rulebook import sign_views, views

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.index, name="rules"),
    path("rule/<slug:rule_id>/", views.rule, name="rule"),
    path("questions/", views.question_list, name="questions"),
    path("questions/<slug:pathway>/<slug:key>/", views.question, name="question"),
    path("changes/", views.compare, name="rule_changes"),
    path("print/<slug:pathway>/", views.printout, name="rules_print"),
    path("sign/<slug:pathway>/", sign_views.sign_off, name="sign_off"),
    path("sign/<slug:pathway>/back/", sign_views.take_back, name="sign_off_back"),
]
