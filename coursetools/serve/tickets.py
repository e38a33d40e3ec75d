"""What passes between a page and the place that hands out kernels."""

import gzip
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from coursetools.serve.site import Page

# Why a connection is closed; fairki/web/transport_kernel.js knows the same numbers.
GONE, LOAD_AGAIN, FULL, RESTARTS = 4404, 4409, 4503, 4012


class PageFailed(Exception):
    """The notebook of a page cannot be run to its end; the log has the reason."""


class TooManyPages(Exception):
    """More pages are open than this machine can carry."""


class InVain(Exception):
    """A page cannot have a kernel; `code` says why."""

    def __init__(self, code: int):
        super().__init__(code)
        self.code = code


class Socket(Protocol):
    """A page's connection; `left`: whether it has ended."""

    left: bool

    def close(self, code: int) -> None:
        """End it and tell the page why."""


@dataclass(frozen=True)
class Ticket:
    """What a page shows when it connects.

    Attributes:
        visit: the number that the page gave itself when it was loaded.
        page: what it is.
        shown: digest of what it shows.
        unused: whether it has never asked a kernel anything, so that any that fits will do.
        who: from where; an address, or the page itself where addresses say nothing.
    """

    visit: str
    page: Page
    shown: str
    unused: bool
    who: str


@dataclass(frozen=True)
class Rendered:
    """A finished page; `digest` names what it shows."""

    html: str
    digest: str

    @cached_property
    def packed(self) -> bytes:
        """The page, compressed at the first use."""
        return gzip.compress(self.html.encode())
