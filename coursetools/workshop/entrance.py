"""How many may come in from one address: enough for an office behind one, too few for one device to fill the room.

Addresses are never kept: what is counted is their hash under a key that only this process has, and only in memory.
"""

import hashlib
import secrets
from collections import OrderedDict

from coursetools.serve import hosts
from coursetools.serve.guard import Rate
from coursetools.serve.guard import Refused as TooFast
from coursetools.workshop import refusals

BURST = 320
"""Devices at once: the 300 that we promise, behind one address, and some that try twice."""
PER_SECOND = 5.0
MOST_ADDRESSES = 5000
"""Addresses that are counted; the one that was quiet for longest is forgotten."""


class Entrance:
    """Counts who comes in from where."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(16)
        self._rates: OrderedDict[bytes, Rate] = OrderedDict()

    def pass_from(self, address: str) -> None:
        """Let somebody in from an address such as ``192.168.1.20``.

        Raises:
            Refused: if too many came from there just now.
        """
        origin = hashlib.blake2b(hosts.network(address).encode(), key=self._key, digest_size=16).digest()
        rate = self._rates.setdefault(origin, Rate(BURST, PER_SECOND))
        self._rates.move_to_end(origin)
        if len(self._rates) > MOST_ADDRESSES:
            self._rates.popitem(last=False)
        try:
            rate.take()
        except TooFast as error:
            raise refusals.haste() from error
