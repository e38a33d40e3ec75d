"""Under which names the course is reached, and from where somebody comes.

A page of another site can point a name of its own at this machine and would then count as a page of the course
(DNS rebinding). So a request is answered only if it asks for a name or an address that is ours.
"""

import ipaddress
import os
import re
import socket
from collections.abc import Iterable
from typing import cast
from urllib.parse import urlsplit

from tornado.http1connection import HTTP1Connection
from tornado.httputil import HTTPServerRequest

from coursetools.web_names import address_in_ascii, in_ascii

VARIABLE = "FAIRKI_ADRESSE"
"""Environment variable: further addresses of the course, separated by commas, such as those of a proxy before it."""

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
_FORWARDED = ("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-Ip")


class Hosts:
    """The names and addresses of this course.

    `named` are those of its public address; `listening`: where it was told to listen. `trusted`: the proxies whose word
    counts about where somebody comes from.
    """

    def __init__(
        self, named: Iterable[str] = (), listening: str = "localhost", trusted: Iterable[Network] = ()
    ):
        self.named = {name for name in map(host_name, named) if name}
        self.trusted = tuple(trusted)
        machine = socket.gethostname().lower().rstrip(".")
        short = machine.partition(".")[0]
        self.names = {"localhost", machine, short, f"{short}.local", listening.lower()} | self.named

    def learn(self, name: str) -> None:
        """Take a further name of this machine."""
        self.names.add(name.lower().rstrip("."))

    def known(self, request: HTTPServerRequest) -> bool:
        """Whether a request asks for this course."""
        wanted = host_name(request.host)
        if wanted is None:
            return False
        address = _address(wanted)
        if address is None:
            return wanted in self.names or wanted.endswith(".localhost")
        return address.is_loopback or wanted in self.named or address == _address(_reached_at(request))

    def same(self, origin: str, host: str) -> bool:
        """Whether a page of `origin` may talk to the course as `host`: it is the same, or was named as the course's."""
        try:
            return urlsplit(origin).netloc.lower() == host.lower() or host_name(origin) in self.named
        except ValueError:
            return False

    def foreign(self, request: HTTPServerRequest) -> bool:
        """Whether a page of another site sends something here; browsers say from which. Ports do not count: a proxy
        may have another one. What comes from nowhere ("null") is left to what a request may say.
        """
        origin = request.headers.get("Origin", "null")
        if request.method in ("GET", "HEAD") or origin == "null":
            return False
        site = host_name(origin)
        return site is None or (site != host_name(request.host) and site not in self.names)

    def sender(self, request: HTTPServerRequest) -> str | None:
        """From where somebody comes, as far as that says who shares it; None for this machine.

        Behind a proxy on this machine that was not named, nobody can be told from anybody else, either.
        """
        address = self._came_from(request)
        return None if address is None or address.is_loopback else network(str(address))

    def place(self, request: HTTPServerRequest) -> str:
        """As `sender`, for what is counted in any case: whoever cannot be told apart shares a place."""
        address = self._came_from(request)
        return network(str(address)) if address else ""

    def _came_from(self, request: HTTPServerRequest) -> Address | None:
        """A proxy that is trusted says from where it got a request; whatever else is said there, anybody can write."""
        address = _address(request.remote_ip or "")
        hops = request.headers.get("X-Forwarded-For", "").split(",")
        while hops and self._trusts(address) and passed_on(request):
            address = _address(hops.pop().strip())
        return address

    def _trusts(self, address: Address | None) -> bool:
        return address is not None and any(address in network for network in self.trusted)


def network(address: str) -> str:
    """What counts as one place: an address, or in the newer form all that one connection usually gets (/64).

    Empty, if it is none: a socket in a file has none.
    """
    known = _address(address)
    if known is None:
        return ""
    if known.version == 6:
        return str(ipaddress.ip_network((known, 64), strict=False))
    return str(known)


def alone(listening: str) -> bool:
    """Whether a course that listens there is reached from this very machine and from nowhere else.

    A public address that was named means a proxy before it.
    """
    address = _address(listening)
    return (address.is_loopback if address else listening == "localhost") and not from_environment()


def passed_on(request: HTTPServerRequest) -> bool:
    """Whether a proxy passed a request on, so that somebody else may have sent it."""
    return any(name in request.headers for name in _FORWARDED)


def from_environment() -> list[str]:
    """What `VARIABLE` names."""
    return [part.strip() for part in os.environ.get(VARIABLE, "").split(",") if part.strip()]


def host_name(address: str) -> str | None:
    """The name or IP address in ``kurs.de:8866``, ``https://kurs.de/`` or ``[::1]``, as browsers send it; None if there
    is none."""
    try:
        name = in_ascii(urlsplit(address if "//" in address else f"//{address}").hostname or "")
    except ValueError:
        return None
    if not name:
        return None
    found = _address(name)
    return str(found) if found else name.rstrip(".")


def origin(address: str) -> str | None:
    """``https://lms.firma.de`` of any address there, as browsers send it; None if a browser could not be told it."""
    try:
        found = urlsplit(address_in_ascii(address))
        port = found.port
    except ValueError:
        return None
    name = found.hostname or ""
    if found.scheme not in ("http", "https") or not re.fullmatch(
        r"[\w.-]+|[0-9a-f:]+:[0-9a-f:]*", name, re.ASCII
    ):
        return None
    return f"{found.scheme}://{f'[{name}]' if ':' in name else name}{f':{port}' if port else ''}"


def _reached_at(request: HTTPServerRequest) -> str:
    try:
        address: str = cast(HTTP1Connection, request.connection).stream.socket.getsockname()[0]
        return address
    except (AttributeError, OSError, IndexError):  # the connection is gone already
        return ""


def _address(text: str) -> Address | None:
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
