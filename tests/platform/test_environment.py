"""A wrong environment stops the start, with a sentence that says what to do and holds no secret."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.platform.conftest import PRODUCTION, SettingsRead
from triage_site.environment import BadEnvironment

Read = Callable[[dict[str, str]], SettingsRead]
ROOT = Path(__file__).parents[2]
KEY = base64.b64encode(b"k" * 32).decode()
OTHER_KEY = base64.b64encode(b"o" * 32).decode()
SAME_KEY = PRODUCTION["FIELD_ENCRYPTION_KEYS"].partition(":")[2]


def test_a_clinic_needs_to_give_only_secrets_and_host_names(read_settings: Read) -> None:
    settings = read_settings(PRODUCTION)
    assert settings["DEBUG"] is False
    assert settings["LOCAL_HTTP"] is False
    assert settings["EMERGENCY_NUMBER"] == "911"
    assert settings["FIELD_ENCRYPTION_KEYS"] == {"k1": bytes(range(32))}
    assert settings["DATABASES"]["default"]["ENGINE"].endswith("sqlite3")
    assert "DATABASE_URL" not in settings


@pytest.mark.parametrize("name", PRODUCTION)
def test_a_missing_requirement_is_named(read_settings: Read, name: str) -> None:
    with pytest.raises(BadEnvironment, match=f"{name} is missing"):
        read_settings({key: value for key, value in PRODUCTION.items() if key != name})


BAD = [
    ({"DEBUG": "maybe"}, "DEBUG must be 1 or 0"),
    ({"DEBUG": "1"}, "needs LOCAL_HTTP=1"),
    ({"LOCAL_HTTP": "1"}, "only name localhost"),
    ({"SECRET_KEY": "short-secret"}, "SECRET_KEY must be 50"),
    ({"SECRET_KEY": "a" * 60}, "SECRET_KEY must be 50"),
    ({"SECRET_KEY": "django-insecure-0123456789-abcdefghijklmnopqrstuvwxyz-AB"}, "SECRET_KEY must be 50"),
    ({"SECRET_KEY": ""}, "SECRET_KEY is empty"),
    ({"ALLOWED_HOSTS": "*"}, "each host in full"),
    ({"ALLOWED_HOSTS": ".clinic.example"}, "each host in full"),
    ({"ALLOWED_HOSTS": " "}, "ALLOWED_HOSTS is empty"),
    ({"FIELD_ENCRYPTION_KEYS": KEY}, "key 1 must be"),
    ({"FIELD_ENCRYPTION_KEYS": "k1:c2hvcnQtc2VjcmV0"}, "key 1 must be"),
    ({"FIELD_ENCRYPTION_KEYS": f"K1:{KEY}"}, "key 1 must be"),
    ({"FIELD_ENCRYPTION_KEYS": f"k1:{KEY},"}, "key 2 must be"),
    ({"FIELD_ENCRYPTION_KEYS": f"k1:{KEY},k1:{OTHER_KEY}"}, "key 2 repeats"),
    ({"FIELD_ENCRYPTION_KEYS": f"k1:{KEY},k2:{KEY}"}, "key 2 repeats"),
    ({"DATABASE_URL": "mysql://user:hidden-secret@host/name"}, "DATABASE_URL must start with"),
    ({"DATABASE_URL": "sqlite:///relative.sqlite3"}, "full path"),
    ({"DATABASE_URL": "postgres://user:hidden-secret@host"}, "must name the database"),
    ({"DATABASE_URL": "postgres://user:hidden-secret@host:notaport/name"}, "cannot|can be read"),
    ({"EMERGENCY_NUMBER": ""}, "EMERGENCY_NUMBER is empty"),
    ({"EMERGENCY_NUMBER": "nine one one"}, "must be a telephone number"),
    ({"CLINIC_PHONE": "<script>"}, "must be a telephone number"),
    ({"CLINIC_NAME": "two\nlines"}, "one line"),
    ({"QUICK_EXIT_URL": "javascript:alert(1)"}, "https://"),
    ({"QUICK_EXIT_URL": "http://example.org/"}, "https://"),
    ({"DRAFT_KEEP_HOURS": "0"}, "from 1 to 720"),
    ({"DRAFT_KEEP_HOURS": "two"}, "from 1 to 720"),
    ({"DRAFT_KEEP_HOURS": "-5"}, "from 1 to 720"),
    ({"CLINIC_TIME_ZONE": "Chicago"}, "time zone"),
    ({"CLINIC_TIME_ZONE": "../../etc/passwd"}, "time zone"),
    ({"LOG_LEVEL": "loud"}, "LOG_LEVEL must be one of"),
    ({"BEHIND_TLS_PROXY": "perhaps"}, "BEHIND_TLS_PROXY must be 1 or 0"),
    ({"BEHIND_TLS_PROXY": "1", "PROXY_COUNT": "0"}, "PROXY_COUNT must be at least 1 with BEHIND_TLS_PROXY=1"),
    ({"PROXY_COUNT": "1"}, "needs BEHIND_TLS_PROXY=1"),
    ({"AUDIT_KEYS": f"a1:{SAME_KEY}"}, "must not share a key"),
    ({"AUDIT_KEYS": f"a2:{OTHER_KEY},a1:{SAME_KEY}"}, "must not share a key"),
    ({"ALLOWED_HOST": "x"}, "ALLOWED_HOST is not a setting: did you mean ALLOWED_HOSTS"),
    ({"CLINIC_TIMEZONE": "UTC"}, "did you mean CLINIC_TIME_ZONE"),
    ({"SECRET_KEY_FILE": "/somewhere"}, "both set"),
]


@pytest.mark.parametrize(
    ("change", "sentence"), BAD, ids=[f"{number} {sentence}" for number, (_, sentence) in enumerate(BAD)]
)
def test_a_wrong_value_is_refused(read_settings: Read, change: dict[str, str], sentence: str) -> None:
    with pytest.raises(BadEnvironment, match=sentence.replace("|name|", r"\|name\|")) as refusal:
        read_settings({**PRODUCTION, **change})
    assert "hidden-secret" not in str(refusal.value)
    assert PRODUCTION["SECRET_KEY"] not in str(refusal.value)
    assert KEY not in str(refusal.value)


def test_behind_a_proxy_one_is_counted_unless_told_otherwise(read_settings: Read) -> None:
    """Else everybody would have the proxy's address: in the audit log, and where tries are counted."""
    assert read_settings(PRODUCTION)["PROXY_COUNT"] == 0
    behind = {**PRODUCTION, "BEHIND_TLS_PROXY": "1"}
    assert read_settings(behind)["PROXY_COUNT"] == 1
    assert read_settings(behind | {"PROXY_COUNT": "2"})["PROXY_COUNT"] == 2


def test_all_problems_are_told_at_once(read_settings: Read) -> None:
    with pytest.raises(BadEnvironment) as refusal:
        read_settings({"DEBUG": "maybe", "EMERGENCY_NUMBER": ""})
    for name in ("DEBUG", "EMERGENCY_NUMBER", "SECRET_KEY", "FIELD_ENCRYPTION_KEYS", "ALLOWED_HOSTS"):
        assert f"- {name} " in str(refusal.value)


def test_a_secret_can_come_from_a_file(read_settings: Read, tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text(PRODUCTION["SECRET_KEY"] + "\n")
    rest = {name: value for name, value in PRODUCTION.items() if name != "SECRET_KEY"}
    assert read_settings({**rest, "SECRET_KEY_FILE": str(file)})["SECRET_KEY"] == PRODUCTION["SECRET_KEY"]
    with pytest.raises(BadEnvironment, match="SECRET_KEY_FILE does not name a readable text file"):
        read_settings({**rest, "SECRET_KEY_FILE": str(tmp_path / "absent")})


def test_local_http_serves_this_machine_without_tls(read_settings: Read) -> None:
    local = read_settings(
        {"LOCAL_HTTP": "1", **{name: value for name, value in PRODUCTION.items() if name != "ALLOWED_HOSTS"}}
    )
    assert local["ALLOWED_HOSTS"] == ["localhost", "127.0.0.1", "[::1]"]
    assert not local["SECURE_SSL_REDIRECT"]
    assert not local["SECURE_HSTS_SECONDS"]
    assert not local["SESSION_COOKIE_SECURE"]
    assert not local["CSRF_COOKIE_SECURE"]


def command(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """`manage.py` with the arguments, in an environment where no site is configured."""
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/")},
        input=stdin,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_command_line_shows_the_sentences_and_no_traceback() -> None:
    done = command("check")
    assert done.returncode == 1
    assert done.stderr.startswith("The site does not start:\n- SECRET_KEY is missing")
    assert "Traceback" not in done.stderr


def test_the_rules_answer_on_the_command_line_where_no_site_is_configured() -> None:
    done = command("triage", "adult", stdin=json.dumps({"id": "one", "answers": {"age_years": 42}}))
    assert done.stderr == ""
    assert json.loads(done.stdout)["id"] == "one"
