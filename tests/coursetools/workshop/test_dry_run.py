"""The list of the day before: all good, and each thing that may be wrong named in German with a remedy."""

import shutil
import socket
from pathlib import Path

import pytest
from typer.testing import CliRunner

from coursetools import build, cli, data, machine, pages
from coursetools.serve.site import site
from coursetools.workshop import dry_run
from coursetools.workshop.addresses import reachable
from coursetools.workshop.room import begin, open_room
from coursetools.workshop.server import FILE
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
