"""What is turned away at the door, with a page that says what to do."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client, RequestFactory
from pytest_django import Settings

from triage_site.guards import client_address

pytestmark = pytest.mark.urls("tests.platform.urls")
FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize("address", ["/try/ok/?q=a%00b", "/try/ok/?a%00b=1", "/try/%00/", "/f/1/a%00b/"])
def test_a_nul_byte_in_an_address_is_refused(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 400
    assert "call 911 now" in response.text


@pytest.mark.parametrize("body", ["a%00b=text", "one=1&%00=text"])
def test_a_nul_byte_in_the_name_of_a_field_is_refused(client: Client, body: str) -> None:
    assert client.post("/f/1/a01/", body, content_type=FORM).status_code == 400


def test_a_nul_byte_in_a_multipart_form_is_refused(client: Client) -> None:
    assert client.post("/f/1/a01/", {"te\0xt": "a"}).status_code == 400


def test_a_nul_byte_in_a_cookie_is_refused(client: Client) -> None:
    response = client.get("/try/ok/", headers={"Cookie": 'sessionid="a\\000b"'})
    assert response.status_code == 400


@pytest.mark.parametrize("size", [256 * 1024 + 1, 5_000_000])
@pytest.mark.parametrize("content_type", [FORM, "application/json", "text/plain"])
def test_a_body_over_the_limit_is_refused(client: Client, size: int, content_type: str) -> None:
    response = client.post("/f/1/a01/", "x" * size, content_type=content_type)
    assert response.status_code == 413
    assert "too long" in response.text
    assert "call 911 now" in response.text


def test_a_file_over_the_limit_is_refused(client: Client) -> None:
    file = SimpleUploadedFile("f.txt", b"y" * 300_000)
    assert client.post("/f/1/a01/", {"f": file}).status_code == 413


def test_a_small_file_is_ignored(client: Client) -> None:
    response = client.post("/f/1/a01/", {"f": SimpleUploadedFile("f.txt", b"y"), "text": "kept"})
    assert response.json() == {"text": ["kept"]}


def test_five_thousand_fields_are_refused(client: Client) -> None:
    body = "&".join(f"f{number}=1" for number in range(5000))
    assert client.post("/f/1/a01/", body, content_type=FORM).status_code == 413
    assert client.get(f"/try/ok/?{body}").status_code == 413


def test_a_form_of_usual_size_passes_unchanged(client: Client) -> None:
    fields = {f"f{number}": ["yes"] for number in range(199)} | {"text": ["é 🙂 ‮ " + "x" * 40_000]}
    response = client.post("/f/1/a01/", fields)
    assert response.status_code == 200
    assert response.json() == fields


@pytest.mark.parametrize("length", ["-1", "many", "1e3", "٣"])
def test_a_false_length_is_refused(client: Client, length: str) -> None:
    assert client.post("/f/1/a01/", "x=1", content_type=FORM, CONTENT_LENGTH=length).status_code == 400


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        ("--x\r\nbroken", "multipart/form-data; boundary=x"),
        ("x=1", "multipart/form-data"),
        ("x=1", "multipart/form-data; boundary=" + "é" * 300),
        ("x=%ff%fe%80", FORM),
        ("x=1", f"{FORM}; charset=no-such"),
        ("\xff" * 20, f"{FORM}; charset=utf-16"),
        ("", FORM),
    ],
)
def test_a_malformed_body_never_breaks_the_site(client: Client, body: str, content_type: str) -> None:
    client.raise_request_exception = False
    # generic(): the client's own post() would not even send some of these.
    response = client.generic("POST", "/f/1/a01/", body.encode("latin-1"), content_type=content_type)
    assert response.status_code in (200, 400)


def test_the_wrong_method_gets_a_page_that_says_what_to_do(client: Client) -> None:
    response = client.get("/try/post/")
    assert response.status_code == 405
    assert response.headers["Allow"] == "POST"
    assert "call 911 now" in response.text


# --- whose address a request carries ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "203.0.113.9", "10.0.0.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "forged, 198.51.100.7,203.0.113.9", "203.0.113.9"),
        (2, "198.51.100.7, 203.0.113.9, 10.0.0.2", "203.0.113.9"),
        (1, " 2001:DB8::1 ", "2001:db8::1"),
        (2, "203.0.113.9", "10.0.0.1"),
        (1, "", "10.0.0.1"),
        (1, "203.0.113.9, unknown", "10.0.0.1"),
        (1, "203.0.113.9:4711", "10.0.0.1"),
    ],
)
def test_only_our_own_proxies_say_where_a_request_came_from(
    rf: RequestFactory, settings: Settings, proxies: int, forwarded: str, expected: str
) -> None:
    settings.PROXY_COUNT = proxies
    request = rf.get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR=forwarded)
    client_address(lambda request: HttpResponse(request.META["REMOTE_ADDR"]))(request)
    assert request.META["REMOTE_ADDR"] == expected
