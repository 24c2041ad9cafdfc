"""Encryption at rest of what people tell us: AES-256-GCM, and a failure is always loud.

A sealed text is `v1:<key id>:<base64url of nonce + ciphertext>`. It opens only in the place it was sealed
for (table, row and column), so a value copied to another row is refused like a forged one.
There is no fallback: what cannot be read raises `VaultError` and is never shown as a blank or as noise.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
from typing import overload

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db.models import Model

FORMAT = "v1"
NONCE_BYTES = 12
TAG_BYTES = 16

JSONValue = dict[str, "JSONValue"] | list["JSONValue"] | str | int | float | bool | None


class VaultError(Exception):
    """A value could not be sealed or opened. The message never holds the value or a key."""


def primary_prefix() -> str:
    """How every text begins that the primary key sealed."""
    return f"{FORMAT}:{next(iter(settings.FIELD_ENCRYPTION_KEYS))}:"


def seal(value: JSONValue, *, place: str) -> str:
    """`value` encrypted with the primary key for `place`. Raises VaultError if it is not plain JSON."""
    try:
        plain = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
    except (TypeError, ValueError):
        # `from None`: the original message would quote what the person wrote.
        raise VaultError(f"{place}: only JSON values with readable text can be sealed") from None
    key_id, key = next(iter(settings.FIELD_ENCRYPTION_KEYS.items()))
    nonce = os.urandom(NONCE_BYTES)
    sealed = nonce + AESGCM(key).encrypt(nonce, plain, place.encode())
    return f"{FORMAT}:{key_id}:{base64.urlsafe_b64encode(sealed).decode()}"


def unseal(token: str, *, place: str) -> JSONValue:
    """The value in `token`. Raises VaultError if it is empty, foreign, altered, or its key is not here."""
    key_id, sealed = _parts(token, place)
    key = settings.FIELD_ENCRYPTION_KEYS.get(key_id)
    if key is None:
        raise VaultError(f"{place}: the key that sealed this is not among FIELD_ENCRYPTION_KEYS")
    try:
        plain = AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], place.encode())
    except InvalidTag:
        raise VaultError(f"{place}: altered, moved from another place, or sealed with another key") from None
    value: JSONValue = json.loads(plain)
    return value


def needs_rotation(token: str) -> bool:
    """Whether `token` was sealed with a key other than the primary one."""
    return not token.startswith(primary_prefix())


def _parts(token: str, place: str) -> tuple[str, bytes]:
    """The key id and the bytes (nonce, ciphertext, tag) of a token."""
    version, _, rest = token.partition(":")
    key_id, separator, encoded = rest.partition(":")
    if version != FORMAT or not separator:
        raise VaultError(f"{place}: not a sealed value")
    try:
        sealed = base64.b64decode(encoded.encode("ascii"), altchars=b"-_", validate=True)
    except (binascii.Error, UnicodeEncodeError):
        raise VaultError(f"{place}: not a sealed value") from None
    if len(sealed) < NONCE_BYTES + TAG_BYTES:
        raise VaultError(f"{place}: not a sealed value")
    return key_id, sealed


class Sealed:
    """A JSON value kept encrypted in a text column of the same model: `answers = Sealed("sealed_answers")`.

    Reading opens the column and returns a fresh value each time (changing it in place changes nothing
    in the row: assign the new value). The row needs its primary key first, since the value is bound to it.
    """

    def __init__(self, column: str) -> None:
        self.column = column

    def place(self, row: Model) -> str:
        """Where the value of `row` belongs. Raises VaultError while the row has no primary key."""
        if row.pk is None:
            raise VaultError(f"{row._meta.db_table}: give the row a primary key before sealing")
        return place_of(row._meta.db_table, row.pk, self.column)

    @overload
    def __get__(self, row: None, owner: type[Model]) -> Sealed: ...

    @overload
    def __get__(self, row: Model, owner: type[Model]) -> JSONValue: ...

    def __get__(self, row: Model | None, owner: type[Model]) -> Sealed | JSONValue:
        if row is None:
            return self
        token = getattr(row, self.column)
        if not token:
            raise VaultError(f"{self.place(row)}: nothing was stored")
        return unseal(token, place=self.place(row))

    def __set__(self, row: Model, value: JSONValue) -> None:
        setattr(row, self.column, seal(value, place=self.place(row)))


def place_of(table: str, pk: object, column: str) -> str:
    """The place of one value: it opens there and nowhere else."""
    return f"{table}:{pk}:{column}"


def sealed_columns(model: type[Model]) -> list[str]:
    """The columns of `model` that hold sealed values."""
    found = {
        attribute.column
        for base in model.__mro__
        for attribute in vars(base).values()
        if isinstance(attribute, Sealed)
    }
    return sorted(found)
