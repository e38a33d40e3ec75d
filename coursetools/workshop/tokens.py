"""Random tokens. The server keeps only their hashes; 256 random bits need no slow hash."""

import hashlib
import hmac
import secrets
from collections.abc import Iterable

SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Signs that nobody mistakes for each other when they read a code from a screen."""
CODE_LENGTH = 6
SEAT_LENGTH = 8
"""Signs of a code for a seat: with 300 seats, one in three billion guesses is right."""


def new_token() -> str:
    """A token that nobody guesses: 43 letters, digits, ``-`` and ``_``."""
    return secrets.token_urlsafe(32)


def new_code() -> str:
    """A code to join with."""
    return "".join(secrets.choice(SIGNS) for _ in range(CODE_LENGTH))


def new_seats(count: int) -> set[str]:
    """So many different codes for seats."""
    seats: set[str] = set()
    while len(seats) < count:
        seats.add("".join(secrets.choice(SIGNS) for _ in range(SEAT_LENGTH)))
    return seats


def digest(token: str) -> str:
    """The hash under which a token is known."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def known(hashed: str, among: Iterable[str]) -> bool:
    """Whether a hash is one of some others; takes as long for a near miss as for a far one."""
    found = False
    for one in among:
        found |= hmac.compare_digest(hashed, one)
    return found
