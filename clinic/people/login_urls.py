"""Addresses of logging in and of one's own account, by the names that django-allauth gives them."""

from allauth.account.views import LoginView, LogoutView
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("login/", LoginView.as_view(), name="account_login"),
    path("logout/", LogoutView.as_view(), name="account_logout"),
    path("second-step/", include("allauth.mfa.urls")),
]
