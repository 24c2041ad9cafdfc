"""What is kept of the token in a link."""

from __future__ import annotations

import hashlib


def hash_of(token: str) -> str:
    """What is stored of a token. A plain hash is enough: nobody guesses 128 random bits."""
    return hashlib.sha256(token.encode()).hexdigest()
