"""Under which addresses other devices may reach this machine; the likeliest for phones in the same room first.

Where a packet to the internet would go is no good guess by itself: with a VPN it goes into a tunnel, and the phones in
the room are not there. So all addresses are offered, those of tunnels and of virtual machines last.
"""

import ipaddress
import socket

import psutil

EVERYWHERE = ("0.0.0.0", "::", "")
TUNNELS = (
    "tun",
    "tap",
    "utun",
    "wg",
    "ppp",
    "ipsec",
    "vpn",
    "tailscale",
    "zt",
    "nordlynx",
    "proton",
    "cscotun",
)
VIRTUAL = (
    "docker",
    "br-",
    "veth",
    "virbr",
    "vmnet",
    "vboxnet",
    "lxc",
    "lxd",
    "podman",
    "cni",
    "vEthernet",
    "bridge",
)


def reachable(ip: str) -> list[str]:
    """Addresses, as they stand in a URL, at which a server that listens at `ip` may be reached from other devices.

    A name or an address of its own stays as it is. Without any network: the name of this machine.
    """
    if ip not in EVERYWHERE:
        return [f"[{ip}]" if ":" in ip else ip]
    way = _way_out()
    found: list[tuple[bool, bool, bool, int, str]] = []
    for name, address in _own(newer=ip == "::"):
        far = _is_tunnel(name) or _is_virtual(name)
        found.append((far, ":" in address, address != way, len(found), address))
    return [f"[{one}]" if ":" in one else one for *_, one in sorted(found)] or [socket.gethostname()]


def own() -> set[str]:
    """Every address of this machine, of the loopback, too."""
    return {
        one.address.partition("%")[0]
        for addresses in psutil.net_if_addrs().values()
        for one in addresses
        if one.family in (socket.AF_INET, socket.AF_INET6)
    }


def _own(newer: bool) -> list[tuple[str, str]]:
    """Interface and address of all that are up and lead to other devices; `newer`: those of IPv6, too."""
    up = {name for name, state in psutil.net_if_stats().items() if state.isup}
    families = (socket.AF_INET, socket.AF_INET6) if newer else (socket.AF_INET,)
    return [
        (name, one.address)
        for name, addresses in psutil.net_if_addrs().items()
        if name in up
        for one in addresses
        if one.family in families and _leads_out(one.address)
    ]


def _leads_out(address: str) -> bool:
    known = ipaddress.ip_address(address.partition("%")[0])
    return not (known.is_loopback or known.is_link_local or known.is_unspecified)


def _is_tunnel(name: str) -> bool:
    state = psutil.net_if_stats().get(name)
    return name.startswith(TUNNELS) or "pointopoint" in getattr(state, "flags", "").split(",")


def _is_virtual(name: str) -> bool:
    return name.startswith(VIRTUAL)


def _way_out() -> str:
    """The address from which this machine would reach the internet, or ""."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing; only asks which way it would go
            address: str = probe.getsockname()[0]
            return address
        except OSError:
            return ""
