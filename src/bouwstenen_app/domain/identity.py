"""Identities: made where a row is made, never taken from a name or a number."""

import hashlib
import os
import time
import uuid
from collections.abc import Callable

NAMESPACE = uuid.UUID("6f0c3f0e-5b1d-5a52-9d7c-0b5a7e0e5e11")
"""The namespace of every identity that is derived from a name (UUIDv5, RFC 9562)."""


def uuid7(milliseconds: int, random: bytes) -> str:
    """Return a UUIDv7 (RFC 9562) as 32 hexadecimal digits, from Unix time and ten random bytes."""
    value = (milliseconds & 0xFFFFFFFFFFFF) << 80 | int.from_bytes(random[:10], "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return f"{value:032x}"


def derived(*names: str) -> str:
    """Return the same 32 hexadecimal digits for the same names on every laptop."""
    name = "\x1f".join(names).encode("utf-8", "surrogatepass")
    digest = hashlib.sha1(NAMESPACE.bytes + name, usedforsecurity=False).digest()
    return uuid.UUID(bytes=digest[:16], version=5).hex


def is_derived(identity: str) -> bool:
    """Say whether an identity was made from names, not fresh."""
    return identity[12:13] == "5"


def identities(
    clock: Callable[[], int] = lambda: time.time_ns() // 1_000_000,
    random: Callable[[int], bytes] = os.urandom,
) -> Callable[[], str]:
    """Return a source of fresh UUIDv7 identities that sort in the order in which they were made."""
    last = 0

    def fresh() -> str:
        nonlocal last
        now = clock()
        noise = random(10)
        # The 12 bits after the version count upward within a millisecond, so that the order of making is kept.
        moment = max(now << 12, last + 1)
        last = moment
        counted = (moment & 0xFFF).to_bytes(2, "big") + noise[2:]
        return uuid7(moment >> 12, counted)

    return fresh
