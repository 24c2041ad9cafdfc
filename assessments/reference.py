"""The reference code: short enough to say on the phone. It grants nothing."""

from __future__ import annotations

import secrets

# Crockford's base 32 without vowels that could spell words: no I, L, O, U, A, E.
ALPHABET = "0123456789BCDFGHJKMNPQRSTVWXYZ"
LENGTHS = (4, 3)


def new_reference() -> str:
    """A new code such as "BP-7K3M-9QD". Unique by chance (30**7); the database checks."""
    return "-".join(["BP", *("".join(secrets.choice(ALPHABET) for _ in range(n)) for n in LENGTHS)])


def as_stored(typed: str) -> str:
    """The code that somebody typed as new_reference makes it; "" if it is none."""
    code = tidy(typed)
    if len(code) != sum(LENGTHS) or not set(code) <= set(ALPHABET):
        return ""
    return "-".join(["BP", code[: LENGTHS[0]], code[LENGTHS[0] :]])


def tidy(typed: str) -> str:
    """A code as somebody typed it, in one form: no dashes, no "BP", and digits for letters like them."""
    kept = "".join(char for char in typed.upper() if char.isascii() and char.isalnum())
    whole = kept.translate(str.maketrans("OIL", "011"))
    return whole.removeprefix("BP") if len(whole) == len("BP") + sum(LENGTHS) else whole
