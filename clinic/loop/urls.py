"""Addresses of the patient's way back: return link and status page. None but the first holds a secret."""

from django.urls import URLPattern, URLResolver, path, register_converter

from clinic.loop import views


class TokenConverter:
    """A token, whole or cut short when it was copied; nothing longer reaches a view."""

    regex = r"[A-Za-z0-9_-]{1,64}"

    def to_python(self, value: str) -> str:
        """As it stands."""
        return value

    def to_url(self, value: str) -> str:
        """As it is."""
        return value


register_converter(TokenConverter, "return_token")

app_name = "loop"
urlpatterns: list[URLPattern | URLResolver] = [
    # The second without the stroke, so that no redirect repeats the token.
    path("r/<return_token:token>/", views.come_back, name="return"),
    path("r/<return_token:token>", views.come_back),
    path("f/<int:number>/link/", views.make_link, name="make_link"),
    path("status/", views.status, name="status"),
    path("status/<slug:which>/", views.one, name="one"),
    path("status/<slug:which>/end/", views.end_link, name="end_link"),
]
