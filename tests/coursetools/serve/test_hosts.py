"""Under which names the course is reached."""

import socket
from types import SimpleNamespace

import pytest
from tornado.httputil import HTTPHeaders

from coursetools.serve import hosts
from coursetools.serve.hosts import Hosts, host_name
from coursetools.serve.public import Public
from fairki.errors import SetupError

NAME = socket.gethostname().lower()


def request(host: str, reached: str = "192.0.2.7", remote: str = "192.0.2.99", **headers: str):
    """A request for `host` that came from `remote` over the machine's address `reached`."""
    connection = SimpleNamespace(
        stream=SimpleNamespace(socket=SimpleNamespace(getsockname=lambda: (reached, 8866)))
    )
    return SimpleNamespace(host=host, connection=connection, remote_ip=remote, headers=HTTPHeaders(headers))


OURS = [
    "localhost",
    "LOCALHOST:8866",
    "localhost.",
    "kurs.localhost:8866",
    "127.0.0.1:8866",
    "127.0.0.2",
    "[::1]:8866",
    NAME,
    f"{NAME.partition('.')[0].upper()}:8866",
    f"{NAME.partition('.')[0]}.local",
    "192.0.2.7:8866",
    "[::ffff:192.0.2.7]:8866",
]


@pytest.mark.parametrize("host", OURS)
def test_loopback_own_names_and_the_own_address_are_known_with_any_port(host):
    assert Hosts().known(request(host))


def test_an_own_ipv6_address_is_known_however_it_is_written():
    known = Hosts().known
    assert known(request("[2001:DB8:0:0::7]:8866", reached="2001:db8::7"))
    assert known(request("[fe80::7]", reached="fe80::7%eth0"))
    assert known(request("192.0.2.7", reached="::ffff:192.0.2.7"))  # a server that listens on ::


@pytest.mark.parametrize(
    "host",
    [
        "example.org",
        "localhost.example.org",
        f"{NAME}.example.org",
        "127.0.0.1.example.org",
        "192.0.2.8",
        "[2001:db8::8]:8866",
        "",
        ":8866",
        "[::1",
        "a b",
        "example.org#localhost",
        "user@example.org",
    ],
)
def test_all_other_names_and_addresses_are_not(host):
    assert not Hosts().known(request(host))


def test_what_the_person_who_runs_the_course_names_is_known(monkeypatch):
    monkeypatch.setenv(
        hosts.VARIABLE, "kurs.firma.de, https://FairKI.firma.de/,192.0.2.44:443,,[2001:db8::44]"
    )
    named = Hosts(hosts.from_environment())
    for host in (
        "kurs.firma.de",
        "KURS.firma.de:443",
        "fairki.firma.de",
        "192.0.2.44",
        "[2001:db8::44]:8866",
    ):
        assert named.known(request(host))
    assert not named.known(request("firma.de"))


def test_the_full_name_of_the_machine_counts_once_it_is_learned():
    known = Hosts()
    assert not known.known(request("pc17.firma.example"))
    known.learn("PC17.firma.example")
    assert known.known(request("pc17.firma.example:8866"))


@pytest.mark.parametrize(
    ("origin", "host", "same"),
    [
        ("http://localhost:8866", "localhost:8866", True),
        ("http://PC17.local:8866", "pc17.local:8866", True),
        ("http://localhost:9000", "localhost:8866", False),
        ("https://example.org", "localhost:8866", False),
        ("https://kurs.firma.de", "127.0.0.1:8866", True),
        ("null", "localhost:8866", False),
        ("http://[::1", "localhost:8866", False),
    ],
)
def test_only_pages_of_the_course_may_talk_to_it(origin, host, same):
    assert Hosts(["kurs.firma.de"]).same(origin, host) is same


@pytest.mark.parametrize(
    ("method", "origin", "host", "foreign"),
    [
        ("POST", "https://example.org", "localhost:8866", True),
        ("OPTIONS", "https://example.org", "localhost:8866", True),
        ("POST", "http://[::1", "localhost:8866", True),
        ("GET", "https://example.org", "localhost:8866", False),
        ("POST", "null", "localhost:8866", False),
        ("POST", None, "localhost:8866", False),
        ("POST", "https://pc17:8443", "pc17", False),
        ("POST", "http://192.0.2.7:8866", "192.0.2.7:8866", False),
        ("POST", "https://kurs.firma.de", "127.0.0.1:8866", False),
    ],
)
def test_a_page_of_another_site_sends_nothing_here(method, origin, host, foreign):
    asked = request(host, **({"Origin": origin} if origin else {}))
    asked.method = method
    assert Hosts(["kurs.firma.de"]).foreign(asked) is foreign


def test_names_are_read_out_of_addresses():
    assert host_name("https://Kurs.Firma.de:443/x") == "kurs.firma.de"
    assert host_name("[2001:DB8::1]:80") == "2001:db8::1"
    assert host_name("") is None


def test_addresses_tell_people_apart_except_behind_a_proxy_and_on_this_machine():
    sender = Hosts().sender
    assert sender(request("x", remote="192.0.2.99")) == "192.0.2.99"
    assert sender(request("x", remote="::ffff:192.0.2.99")) == "192.0.2.99"
    assert sender(request("x", remote="2001:db8:1:2::9")) == sender(
        request("x", remote="2001:db8:1:2:ffff::1")
    )
    assert sender(request("x", remote="127.0.0.1")) is None
    assert sender(request("x", remote="127.0.0.1", **{"X-Forwarded-For": "198.51.100.1"})) is None


def test_nobody_gets_more_places_by_posing_as_a_proxy():
    for forged in ("198.51.100.1", "198.51.100.2", "", "unknown"):
        asked = request("x", remote="192.0.2.99", **{"X-Forwarded-For": forged})
        assert Hosts().sender(asked) == Hosts().place(asked) == "192.0.2.99"


def test_whoever_cannot_be_told_apart_shares_a_place():
    assert (
        Hosts().place(request("x", remote="127.0.0.1", **{"X-Forwarded-For": "198.51.100.1"})) == "127.0.0.1"
    )
    trusting = Hosts(trusted=Public.of("", ["127.0.0.1"]).trusted)
    for told, place in (("198.51.100.1", "198.51.100.1"), ("unknown", ""), ("2001:db8::7", "2001:db8::/64")):
        assert trusting.place(request("x", remote="127.0.0.1", **{"X-Forwarded-For": told})) == place


@pytest.mark.parametrize(
    ("remote", "forwarded", "told"),
    [
        ("10.0.0.5", "198.51.100.1", "198.51.100.1"),
        ("10.0.0.5", "203.0.113.9, 198.51.100.1", "198.51.100.1"),  # what stands before it, anybody can write
        ("10.0.0.5", "198.51.100.1, 10.0.0.6", "198.51.100.1"),  # two proxies
        ("127.0.0.1", "2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("10.0.0.5", "10.0.0.77", "10.0.0.77"),
        ("10.0.0.5", "unknown", None),
        ("10.0.0.5", "", None),
        ("10.0.0.5", "198.51.100.1, 10.0.0.99", "10.0.0.99"),  # the last one is no proxy of ours
        ("192.0.2.99", "198.51.100.1", "192.0.2.99"),  # nobody's proxy: it may write there what it likes
    ],
)
def test_a_trusted_proxy_says_from_where_somebody_comes(remote, forwarded, told):
    trusting = Hosts(trusted=Public.of("", ["10.0.0.0/26", "127.0.0.1"]).trusted)
    assert trusting.sender(request("x", remote=remote, **{"X-Forwarded-For": forwarded})) == told


@pytest.mark.parametrize(
    ("address", "origin", "path"),
    [
        ("https://kurs.firma.de", "https://kurs.firma.de", "/"),
        ("https://firma.de/kurs", "https://firma.de", "/kurs/"),
        ("https://firma.de:8443//lernen/ki/", "https://firma.de:8443", "/lernen/ki/"),
        ("http://[2001:db8::1]/k", "http://[2001:db8::1]", "/k/"),
    ],
)
def test_the_public_address_says_where_the_course_begins(address, origin, path, monkeypatch):
    named = Public.of(address, [])
    assert (named.origin, named.path, named.named) == (origin, path, (address,))
    monkeypatch.setenv(hosts.VARIABLE, f"kurs,{address}")
    assert Public.of("", []) == Public(origin, path, ("kurs", address))


def test_names_alone_leave_the_course_at_the_root(monkeypatch):
    monkeypatch.setenv(hosts.VARIABLE, "kurs.firma.de,192.0.2.20")
    assert Public.of("", []) == Public("", "/", ("kurs.firma.de", "192.0.2.20"))


@pytest.mark.parametrize(
    "address",
    [
        "firma.de/kurs",
        "ftp://firma.de",
        "https://",
        "https://firma.de/?kurs",
        "https://firma.de/#a",
        "https://firma.de/a b/",
        "https://firma.de/übung/",
        "https://firma.de/../",
        "https://[::1",
        "https://firma.de:x/",
    ],
)
def test_what_is_no_address_for_people_is_refused(address, monkeypatch):
    for beside in ("", "https://anders.de/kurs/"):  # an address that somebody wrote comes first
        monkeypatch.setenv(hosts.VARIABLE, beside)
        with pytest.raises(SetupError) as refused:
            Public.of(address, [])
        assert address in refused.value.happened


@pytest.mark.parametrize("proxy", ["firma.de", "10.0.0.0/33", "", "*"])
def test_what_is_no_proxy_is_refused(proxy):
    with pytest.raises(SetupError, match="--vertraut"):
        Public.of("", [proxy])


def test_a_name_with_umlauts_is_the_one_that_browsers_ask_for():
    named = Public.of("https://kurs.Müller.de:8443/ki/", [])
    assert (named.origin, named.path) == ("https://kurs.xn--mller-kva.de:8443", "/ki/")
    known = Hosts(named.named)
    assert known.known(request("kurs.xn--mller-kva.de:8443"))
    assert known.same("https://kurs.xn--mller-kva.de:8443", "localhost:8866")
    assert not known.known(request("kurs.muller.de"))


def test_a_name_that_no_browser_could_ask_for_is_refused():
    with pytest.raises(SetupError, match="keine ganze Adresse"):
        Public.of(f"https://{'ü' * 70}.de/", [])
