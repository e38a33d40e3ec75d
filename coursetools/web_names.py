"""Names of machines with umlauts: people write ``müller.de``, browsers and proxies ask for ``xn--mller-kva.de``."""

from urllib.parse import urlsplit

import idna


def in_ascii(name: str) -> str:
    """A name as browsers send it.

    What is ASCII already stays: networks inside of companies have names that the rule would refuse (``kurs_neu``).

    Raises:
        ValueError: no browser could ask for it.
    """
    return name if name.isascii() else idna.encode(name, uts46=True).decode()


def address_in_ascii(address: str) -> str:
    """An address with its host as browsers send it.

    Raises:
        ValueError: as `in_ascii`, or it is no address at all.
    """
    found = urlsplit(address)
    name = found.hostname or ""
    if name.isascii():
        return address
    return found._replace(netloc=in_ascii(name) + (f":{found.port}" if found.port else "")).geturl()


def readable(address: str) -> str:
    """An address as people write it."""
    name = urlsplit(address).hostname or ""
    try:
        return address.replace(name, idna.decode(name), 1) if "xn--" in name else address
    except idna.IDNAError:  # it only looks like such a name
        return address
