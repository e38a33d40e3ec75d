"""All addresses of this machine are offered; the likeliest for phones in the same room first, tunnels last."""

import socket
from types import SimpleNamespace

import psutil
import pytest

from coursetools.workshop import addresses


@pytest.fixture
def machine_with(monkeypatch):
    """A machine with these interfaces: name → addresses; `out`: from which one the internet is reached."""

    def make(out: str, **interfaces: list[str]) -> None:
        def kind(address: str) -> int:
            return socket.AF_INET6 if ":" in address else socket.AF_INET

        found = {
            name.replace("_", "-"): [SimpleNamespace(family=kind(one), address=one) for one in there]
            for name, there in interfaces.items()
        }
        states = {name: SimpleNamespace(isup=name != "eth9", flags="up") for name in found}
        monkeypatch.setattr(psutil, "net_if_addrs", lambda: found)
        monkeypatch.setattr(psutil, "net_if_stats", lambda: states)
        monkeypatch.setattr(addresses, "_way_out", lambda: out)

    return make


def test_the_room_comes_first_although_a_vpn_takes_the_default_route(machine_with):
    machine_with(
        "10.8.0.5",
        lo=["127.0.0.1"],
        tun0=["10.8.0.5"],
        docker0=["172.17.0.1"],
        wlan0=["192.168.1.20", "fe80::1"],
        eth9=["192.168.9.9"],  # not connected
        usb0=["169.254.3.4"],  # no network gave it an address
    )
    assert addresses.reachable("0.0.0.0") == ["192.168.1.20", "10.8.0.5", "172.17.0.1"]
    assert {"127.0.0.1", "fe80::1", "192.168.9.9"} <= addresses.own()


def test_of_two_real_networks_the_one_with_the_default_route_comes_first(machine_with):
    machine_with("192.168.1.20", eth0=["10.0.0.7"], wlan0=["192.168.1.20"])
    assert addresses.reachable("0.0.0.0") == ["192.168.1.20", "10.0.0.7"]


def test_a_tunnel_is_known_by_its_kind_also_under_another_name(machine_with, monkeypatch):
    machine_with("10.8.0.5", firma=["10.8.0.5"], wlan0=["192.168.1.20"])
    kinds = {
        "firma": SimpleNamespace(isup=True, flags="up,pointopoint"),
        "wlan0": SimpleNamespace(isup=True, flags="up"),
    }
    monkeypatch.setattr(psutil, "net_if_stats", lambda: kinds)
    assert addresses.reachable("0.0.0.0") == ["192.168.1.20", "10.8.0.5"]


def test_the_newer_form_is_offered_where_the_server_listens_to_it(machine_with):
    machine_with("192.168.1.20", wlan0=["2001:db8::7", "192.168.1.20"])
    assert addresses.reachable("0.0.0.0") == ["192.168.1.20"]
    assert addresses.reachable("::") == ["192.168.1.20", "[2001:db8::7]"]


def test_an_address_that_was_asked_for_stays_and_without_a_network_there_is_the_name(machine_with):
    machine_with("", lo=["127.0.0.1"])
    assert addresses.reachable("192.0.2.1") == ["192.0.2.1"] and addresses.reachable("::1") == ["[::1]"]
    assert addresses.reachable("0.0.0.0") == [socket.gethostname()]
