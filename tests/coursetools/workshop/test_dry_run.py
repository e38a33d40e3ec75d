"""The list of the day before: all good, and each thing that may be wrong named in German with a remedy."""

import re
import shutil
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from typer.testing import CliRunner

from coursetools import build, cli, data, machine, pages
from coursetools.serve.site import site
from coursetools.workshop import dry_run
from coursetools.workshop.addresses import reachable
from coursetools.workshop.kept_rooms import FILE
from coursetools.workshop.room import begin, open_room
from coursetools.workshop.store import Store
from coursetools.workshop.workshop import of_course
from fairki import manifest

COURSE = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """A built course: all of ours but the making of exercises, which takes long and is tested elsewhere."""
    root = tmp_path_factory.mktemp("course")
    shutil.copy(COURSE / "course.toml", root)
    for name in ("modules", "exercises"):
        shutil.copytree(COURSE / name, root / name)
    data.write(root)
    pages.build(root)
    return root


@pytest.fixture
def without_release(monkeypatch):
    """The stages of the build without the exercises."""
    stages = tuple(stage for stage in build.STAGES if stage.title != "Übungen")
    monkeypatch.setattr(build, "STAGES", stages)


def wrong(findings) -> list[dry_run.Finding]:
    """What has to be mended; each says how."""
    found = [one for one in findings if not one.good]
    assert all(one.remedy for one in found)
    return found


@pytest.mark.needs(machine.NETWORK)
def test_all_good_is_zero_and_leaves_nothing(built, without_release, monkeypatch):
    before = {path for path in built.rglob("*")}
    monkeypatch.setattr(cli, "ROOT", built)
    done = CliRunner().invoke(cli.app, ["workshop", "--probelauf", "--port", "0"])
    assert done.exit_code == 0, done.output
    lines = done.output.splitlines()
    assert sum(line.startswith("✓") for line in lines) >= 9 and "✗" not in done.output
    assert f"antwortet unter {reachable('0.0.0.0')[0]}" in done.output
    assert "Leinwand" in done.output and "1280 × 720" in done.output
    assert {path for path in built.rglob("*")} == before


def test_what_is_wrong_is_one(built, without_release, monkeypatch):
    monkeypatch.setattr(cli, "ROOT", built)
    done = CliRunner().invoke(cli.app, ["workshop", "--probelauf", "--port", "0", "--ablauf", "17"])
    assert done.exit_code == 1
    assert "✗ Den Ablauf „17“ gibt es nicht." in done.output and "→ Es gibt: 45" in done.output


def test_a_missing_table_is_named(built, without_release):
    assert not wrong(dry_run.course(built))
    table = built / "data" / "kredite.csv"
    kept = table.read_bytes()
    table.unlink()
    try:
        stale, missing = wrong(dry_run.course(built))
    finally:
        table.write_bytes(kept)
    assert stale.what == "Nicht aktuell: Datentabellen." and "build_course.py" in stale.remedy
    assert missing.what == "Es fehlt: kredite.csv."


def test_a_page_that_was_not_built_is_named(built, without_release):
    page = next(iter(site(manifest.read(built), built).pages.values())).notebook
    kept = page.read_bytes()
    page.unlink()
    try:
        assert [one.what for one in wrong(dry_run.course(built))] == [
            "Nicht aktuell: Seiten.",
            f"Es fehlt: {page.name}.",
        ]
    finally:
        page.write_bytes(kept)


def test_a_folder_that_is_no_course_is_named(tmp_path):
    assert len(wrong(dry_run.course(tmp_path))) == 1


def test_a_taken_port_is_named():
    with socket.create_server(("0.0.0.0", 0)) as taken:
        port = taken.getsockname()[1]
        (found,) = wrong(dry_run.network("0.0.0.0", port))
    assert found.what == f"Der Anschluss {port} ist belegt." and "--port" in found.remedy


def test_an_address_that_no_phone_reaches_is_named():
    (found,) = wrong(dry_run.network("127.0.0.1", 0))
    assert "in keinem Netz" in found.what and "WLAN" in found.remedy


def test_a_page_that_does_not_answer_is_named(monkeypatch):
    monkeypatch.setattr(dry_run, "reachable", lambda host: ["192.0.2.77"])  # nobody has this address
    monkeypatch.setattr(dry_run, "PATIENCE", 0.5)
    (found,) = wrong(dry_run.network("127.0.0.1", 0))
    assert "antwortet nicht" in found.what and "Firewall" in found.remedy


def test_a_folder_for_votes_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "workshop").write_text("a file where the folder should be")
    found = dry_run.storage(tmp_path)
    assert not found.good and "lässt sich nicht öffnen" in found.what and str(tmp_path) in found.what
    assert "Rechte" in found.remedy


def test_a_workshop_that_was_not_ended_stays_and_is_mentioned(tmp_path):
    store = Store(f"sqlite:///{tmp_path / FILE}")
    room, _ = open_room(store, begin(of_course().ready["45"], 8866), print)
    room.close()
    found = dry_run.storage(tmp_path)
    assert found.good and "noch nicht beendet" in found.what and "--neu" in found.what
    after = Store(f"sqlite:///{tmp_path / FILE}")
    assert after.load().name == room.name
    after.close()


def test_a_database_that_another_workshop_holds_is_named(tmp_path):
    store = Store(f"sqlite:///{tmp_path / FILE}")
    store.load()
    try:
        found = dry_run.storage(tmp_path)
    finally:
        store.close()
    assert not found.good and "anderer Workshop" in found.what


@pytest.mark.parametrize("address", ["nosuch://ich:geheim@rechner/db", "geheim"])
def test_a_password_in_the_address_of_a_database_is_not_shown(address, tmp_path):
    found = dry_run.storage(tmp_path, address)
    assert not found.good and "geheim" not in found.what + found.remedy


def test_too_little_room_is_named(monkeypatch, tmp_path):
    monkeypatch.setattr(dry_run, "DISK", 1 << 60)
    found = dry_run.space(tmp_path)
    assert not found.good and "Platz" in found.remedy


@pytest.mark.needs(machine.LINUX)
def test_too_little_memory_is_named(monkeypatch):
    monkeypatch.setattr(dry_run, "PAGES_AT_ONCE", 1 << 60)
    found = dry_run.memory()
    assert not found.good and "andere Programme" in found.remedy


def test_a_phone_that_opens_the_page_is_seen_with_the_address_that_it_used(monkeypatch):
    """Somebody comes from outside; where this machine has no second network, its own address counts as outside."""
    monkeypatch.setattr(dry_run, "own", set)
    monkeypatch.setattr(dry_run, "reachable", lambda host: ["127.0.0.1", "localhost"])
    monkeypatch.setattr(dry_run, "_is_local", lambda address: False)
    monkeypatch.setattr(dry_run, "_answers", lambda page: True)
    said = []

    def say(line: str) -> None:
        said.append(line)
        if line.strip().startswith("http://localhost"):
            with urllib.request.urlopen(line.strip(), timeout=20) as page:
                assert b"Mitmachen" in page.read()

    *_, last = dry_run.network("127.0.0.1", 0, 30, say)
    assert last.good and "Ein anderes Gerät hat die Seite geöffnet, unter localhost:" in last.what
    assert "Wählen Sie diese Adresse in der Leitung" in last.what
    assert any("█" in line for line in said) and any("127.0.0.1" in line for line in said)


def test_the_dry_run_is_not_content_when_no_phone_comes(monkeypatch):
    monkeypatch.setattr(dry_run, "_is_local", lambda address: False)
    said = []
    *_, last = dry_run.network("127.0.0.1", 0, 0.2, said.append)
    assert not last.good and last.what == "Kein anderes Gerät hat die Seite geöffnet."
    assert "VPN" in last.remedy and "WLAN" in last.remedy
    assert any("Strg+C" in line for line in said)


def test_without_a_terminal_the_dry_run_says_that_the_phone_is_still_to_come(
    built, without_release, monkeypatch
):
    monkeypatch.setattr(dry_run, "_is_local", lambda address: False)
    said = []
    assert dry_run.run(built, "45", "127.0.0.1", 0, say=said.append, wait=0)
    assert said[-1].startswith("Alles bereit, bis auf das Handy.")


NETWORKS = """
set -e
ip link set lo up
ip link add raum type veth peer name handy
unshare --net sleep 120 & phone=$!
until [ "$(readlink /proc/$phone/ns/net)" != "$(readlink /proc/$$/ns/net)" ]; do sleep 0.05; done
ip link set handy netns $phone
ip address add 10.9.0.1/24 dev raum
ip link set raum up
ip link add tun9 type veth peer name ferne
ip link set ferne up
ip address add 10.8.0.5/24 dev tun9
ip link set tun9 up
ip route add default dev tun9
nsenter --target $phone --net ip address add 10.9.0.2/24 dev handy
nsenter --target $phone --net ip link set handy up
"$@" $phone
kill $phone
"""
"""Two networks: the room with a phone, and a VPN into which all else goes. A command learns who holds the phone's."""
FROM_A_PHONE = """
import subprocess, sys
from coursetools.workshop import dry_run
phone = sys.argv[1]
def say(line):
    print(line, flush=True)
    if line.strip().startswith("http://10.9.0.1"):
        fetch = "import sys, urllib.request; urllib.request.urlopen(sys.argv[1], timeout=20).read()"
        subprocess.Popen(["nsenter", "--target", phone, "--net", sys.executable, "-c", fetch, line.strip()])
for finding in dry_run.network("0.0.0.0", 0, 60, say):
    say(f"{finding.good} {finding.what}")
"""


@pytest.mark.needs(machine.NETWORKS)
def test_a_phone_in_another_network_reaches_this_machine_although_a_vpn_takes_the_default_route():
    own = [
        "unshare",
        "--user",
        "--map-root-user",
        "--net",
        "--kill-child",
        "bash",
        "-c",
        NETWORKS,
        "networks",
    ]
    command = [*own, sys.executable, "-c", FROM_A_PHONE]
    done = subprocess.run(command, capture_output=True, text=True, timeout=180)
    assert done.returncode == 0, done.stderr
    assert "Adressen 10.9.0.1, 10.8.0.5" in done.stdout  # the room first, the tunnel last
    assert re.search(r"True Ein anderes Gerät hat die Seite geöffnet, unter 10\.9\.0\.1:\d+\.", done.stdout)
