"""Addresses of the accounts of others, and of an invitation."""

from django.urls import URLPattern, URLResolver, path

from clinic.people import broken_glass, views, welcome

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.people, name="people"),
    path("invite/", views.invite, name="invite"),
    path("invitations/<uuid:pk>/cancel/", views.cancel, name="cancel_invitation"),
    path("welcome/<str:token>/", welcome.welcome, name="welcome"),
    path("break-glass/", broken_glass.views, name="broken_glass"),
    path("break-glass/<uuid:pk>/seen/", broken_glass.seen, name="broken_glass_seen"),
    path("<number:pk>/", views.person, name="person"),
    path("<number:pk>/<slug:what>/", views.change, name="change_person"),
]
