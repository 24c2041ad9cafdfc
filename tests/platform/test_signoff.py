"""A sign-off counts for the rules it was given for, and for no others."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from triage_site import signoff
from triage_site.context import current_site, versions_in_use
from triage_site.signoff import SignOff

DAYS = (datetime.date(2026, 11, 20), datetime.date(2026, 11, 21))
given_here: tuple[SignOff, ...] = ()


def invented() -> tuple[SignOff, ...]:
    """What `settings.SIGN_OFFS` names in these tests."""
    return given_here


def signed_by(settings: Settings, *names: str) -> None:
    """Let these sign the versions in use, one after the other."""
    versions = zip(versions_in_use(), names, DAYS, strict=False)
    signatures(settings, *(SignOff(version, name, day) for version, name, day in versions))


def signatures(settings: Settings, *entries: SignOff) -> None:
    """Let just these be known."""
    global given_here
    given_here = entries
    settings.SIGN_OFFS = f"{__name__}.invented"


def test_nobody_signed_off_by_default() -> None:
    assert current_site().signed_off is None


def test_the_sign_off_of_all_versions_in_use_counts(settings: Settings) -> None:
    signed_by(settings, "Dr Invented", "Dr Invented")
    signed = current_site().signed_off
    assert signed is not None
    assert signed.name == "Dr Invented"
    assert signed.date == datetime.date(2026, 11, 21)


def test_both_clinicians_are_named(settings: Settings) -> None:
    signed_by(settings, "Dr Invented", "Dr Other")
    signed = current_site().signed_off
    assert signed is not None
    assert signed.name == "Dr Invented, Dr Other"


def test_one_pathway_alone_is_not_the_site(settings: Settings) -> None:
    signed_by(settings, "Dr Invented")
    adult, pediatric = versions_in_use()
    assert current_site().signed_off is None
    assert signoff.for_version(adult) == SignOff(adult, "Dr Invented", DAYS[0])
    assert signoff.for_version(pediatric) is None


def test_the_sign_off_of_another_version_does_not_count(settings: Settings) -> None:
    old = [version.replace("-1", "-0") for version in versions_in_use()]
    signatures(settings, *(SignOff(version, "Dr Invented", DAYS[0]) for version in old))
    assert current_site().signed_off is None


@pytest.mark.usefixtures("_invented_source")
@given(st.lists(st.text(max_size=40)), st.integers(0, 1))
def test_whatever_else_is_signed_never_counts(others: list[str], which: int) -> None:
    """Any other text, however near: another letter, case, space, a part, or the other pathway's alone."""
    global given_here
    mine = versions_in_use()[which]
    near = [
        mine[:-1],
        mine + "0",
        mine.upper(),
        f" {mine}",
        mine.rpartition("-")[0],
        versions_in_use()[1 - which],
    ]
    signed = [version for version in [*others, *near] if version != mine]
    given_here = tuple(SignOff(version, "Dr Invented", DAYS[0]) for version in signed)
    assert signoff.for_version(mine) is None
    assert signoff.for_all(versions_in_use()) is None


@pytest.fixture(name="_invented_source", scope="module")
def _source() -> Iterator[None]:
    """As `signatures` does, for a test that makes many examples."""
    with override_settings(SIGN_OFFS=f"{__name__}.invented"):
        yield
