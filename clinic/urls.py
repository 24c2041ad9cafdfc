"""Addresses of the staff's side."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from clinic import paper, views

app_name = "clinic"
urlpatterns = [
    path("", views.queue, name="list"),
    path("login/", views.StaffLogin.as_view(), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("paper/", paper.choose, name="paper"),
    path("paper/<slug:name>/", paper.entry, name="paper_entry"),
    path("paper/<uuid:pk>/done/", paper.done, name="paper_done"),
    path("clarity/", views.clarity, name="clarity"),
    path("<uuid:pk>/", views.detail, name="detail"),
    path("<uuid:pk>/print/", views.printout, name="print"),
]
