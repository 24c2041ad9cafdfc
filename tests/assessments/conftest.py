"""Shared by the tests of the patient's side."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import polib
import pytest
from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper

from assessments import rendering


@pytest.fixture
def database_down(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """From here on no statement reaches the database, as when its server is gone."""

    def refuse(*args: object, **kwargs: object) -> None:
        raise OperationalError("connection refused")

    with monkeypatch.context() as patch:
        patch.setattr(BaseDatabaseWrapper, "cursor", refuse)
        yield


@pytest.fixture
def spanish(settings: Any, tmp_path: Path) -> Iterator[Callable[[dict[str, str]], None]]:
    """A function that makes these (invented) translations the only ones into Spanish."""

    def speak(words: dict[str, str]) -> None:
        folder = tmp_path / "es" / "LC_MESSAGES"
        folder.mkdir(parents=True)
        catalogue = polib.POFile()
        catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
        catalogue.extend(polib.POEntry(msgid=english, msgstr=words[english]) for english in words)
        catalogue.save_as_mofile(str(folder / "django.mo"))
        settings.LOCALE_PATHS = [tmp_path]
        rendering.forget()

    yield speak
    rendering.forget()
