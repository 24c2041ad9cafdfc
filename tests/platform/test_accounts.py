"""Staff passwords."""

from __future__ import annotations

import pytest
from django.contrib.auth.hashers import check_password, identify_hasher, make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError


def test_a_password_is_hashed_with_argon2id_and_little_memory() -> None:
    encoded = make_password("an invented pass phrase")
    assert encoded.startswith("argon2$argon2id$v=19$m=47104,t=1,p=1$")
    assert check_password("an invented pass phrase", encoded)
    assert not check_password("another pass phrase", encoded)
    assert not identify_hasher(encoded).must_update(encoded)


@pytest.mark.parametrize("password", ["short", "password1234", "123456789012"])
def test_a_weak_password_is_refused(password: str) -> None:
    with pytest.raises(ValidationError):
        validate_password(password)
