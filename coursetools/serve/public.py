"""The address under which people reach the course, where that is not this machine's own, and proxies before it."""

import ipaddress
import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from coursetools.serve import de
from coursetools.serve.hosts import Network, from_environment, origin
from fairki.errors import SetupError


@dataclass(frozen=True)
class Public:
    """Under which address people reach the course, if that is another one than this machine's.

    Attributes:
        origin: such as ``https://firma.de``; empty: there is none.
        path: where the course begins there.
        named: all addresses under which it may be asked for.
        trusted: proxies that say where somebody comes from.
    """

    origin: str = ""
    path: str = "/"
    named: tuple[str, ...] = ()
    trusted: tuple[Network, ...] = ()

    @classmethod
    def of(cls, address: str, trusted: Sequence[str]) -> "Public":
        """Of what somebody wrote, and of the environment.

        `address` is whole, such as ``https://firma.de/kurs/``; without it the first whole one in the
        environment counts. `trusted` are addresses or networks.

        Raises:
            SetupError: if one of them is none.
        """
        named = ([address] if address else []) + from_environment()
        whole = address or next((one for one in named if "://" in one), "")
        found = _whole(whole) if whole else ("", "/")
        if found is None:
            raise SetupError(*de.no_address(whole))
        networks = [_network(one) for one in trusted]
        if None in networks:
            raise SetupError(*de.no_proxy(trusted[networks.index(None)]))
        return cls(*found, tuple(named), tuple(one for one in networks if one))


def _network(text: str) -> Network | None:
    """``10.0.0.5`` or ``10.0.0.0/24``; None if it is neither."""
    try:
        return ipaddress.ip_network(text.strip(), strict=False)
    except ValueError:
        return None


def _whole(address: str) -> tuple[str, str] | None:
    """Origin and path of ``https://firma.de/kurs/``; None if nothing can be served there.

    The path begins and ends with a slash.
    """
    try:
        found = urlsplit(address)
    except ValueError:
        return None
    site = origin(address)
    path = f"/{'/'.join(part for part in found.path.split('/') if part)}/".replace("//", "/")
    plain = re.fullmatch(r"[\w./~-]+", path, re.ASCII) and not {".", ".."} & set(path.split("/"))
    return (site, path) if site and plain and not (found.query or found.fragment) else None
