"""All workshops of one server. Each has a code, keys and a file of its own, and knows nothing of the others.

Which one a request means is said by its token alone, or for phones by the code in the address. Where neither fits, the
first one answers: by refusing. A server that stands by has none.
"""

from collections.abc import Sequence

from coursetools.workshop import refusals, tokens
from coursetools.workshop.workshop import Workshop

MOST = 8
"""Workshops on one server."""


class Rooms:
    """Finds the workshop that a request is for; `all`: in the order of their numbers."""

    def __init__(self, workshops: Sequence[Workshop] = ()):
        self.all = tuple(workshops)

    @property
    def first(self) -> Workshop:
        """The first one.

        Raises:
            Refused: if another server has them.
        """
        if not self.all:
            raise refusals.elsewhere()
        return self.all[0]

    def of_token(self, token: str) -> Workshop:
        """The workshop whose facilitator or projector has this token; it looks at all, however early it finds one."""
        hashed = tokens.digest(token)
        found = [one for one in self.all if tokens.known(hashed, one.room.keys)]
        return found[0] if found else self.first

    def of_code(self, code: str) -> Workshop:
        """The workshop that people join with this code."""
        wanted = code.upper()
        found = [one for one in self.all if one.room.record.session.code == wanted]
        return found[0] if found else self.first
