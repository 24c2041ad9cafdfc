"""Addresses of the staff's side."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from clinic import views

app_name = "clinic"
urlpatterns = [
    path("", views.queue, name="list"),
    path("login/", views.StaffLogin.as_view(), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("<uuid:pk>/", views.detail, name="detail"),
    path("<uuid:pk>/print/", views.printout, name="print"),
]
