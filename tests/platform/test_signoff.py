"""A sign-off counts for the rules it was given for, and for no others."""

from __future__ import annotations

import datetime

from pytest_django import Settings

from triage_site import signoff
from triage_site.context import current_site, versions_in_use


def entries(*names: str) -> str:
    versions = versions_in_use()
    return "; ".join(
        f"{version}|{name}|2026-11-{day}"
        for version, name, day in zip(versions, names, (20, 21), strict=False)
    )


def test_nobody_signed_off_by_default() -> None:
    assert current_site().signed_off is None


def test_the_sign_off_of_all_versions_in_use_counts(settings: Settings) -> None:
    settings.RULESET_SIGN_OFF = entries("Dr Invented", "Dr Invented")
    signed = current_site().signed_off
    assert signed is not None
    assert signed.name == "Dr Invented"
    assert signed.date == datetime.date(2026, 11, 21)


def test_both_clinicians_are_named(settings: Settings) -> None:
    settings.RULESET_SIGN_OFF = entries("Dr Invented", "Dr Other")
    signed = current_site().signed_off
    assert signed is not None
    assert signed.name == "Dr Invented, Dr Other"


def test_one_pathway_alone_is_not_the_site(settings: Settings) -> None:
    settings.RULESET_SIGN_OFF = entries("Dr Invented")
    adult, pediatric = versions_in_use()
    assert current_site().signed_off is None
    assert signoff.for_version(adult) == signoff.SignOff(adult, "Dr Invented", datetime.date(2026, 11, 20))
    assert signoff.for_version(pediatric) is None


def test_the_sign_off_of_another_version_does_not_count(settings: Settings) -> None:
    settings.RULESET_SIGN_OFF = entries("Dr Invented", "Dr Invented").replace("adult-", "adult-0.")
    assert current_site().signed_off is None
