"""The reference code: short enough to say on the phone. It grants nothing."""

from __future__ import annotations

import secrets

# Crockford's base 32 without vowels that could spell words: no I, L, O, U, A, E.
ALPHABET = "0123456789BCDFGHJKMNPQRSTVWXYZ"
LENGTHS = (4, 3)


def new_reference() -> str:
    """A new code such as "BP-7K3M-9QD". Unique by chance (30**7); the database checks."""
    return "-".join(["BP", *("".join(secrets.choice(ALPHABET) for _ in range(n)) for n in LENGTHS)])
