"""The archive for a machine without a network: complete, the same each time, and refused in German where it is not."""

import csv
import hashlib
import json
import shutil
import zipfile
from pathlib import Path

import company_index
import jsonschema
import pytest
from cyclonedx.schema import _res
from referencing import Registry
from typer.testing import CliRunner

from coursetools import cli, machine
from coursetools.paket import arrived, command, libraries
from coursetools.paket.command import Wish
from coursetools.paket.targets import Target
from coursetools.workshop.options import WrongCallError
from fairki import company, home
from fairki.errors import SetupError

CUT = ("unshare", "--user", "--map-root-user", "--net")
"""Before a command: it has no network, not even its own machine."""
WITHIN = {
    "kurs/bewertung/anna.ipynb": b"geheim",
    "kurs/workshop/raum.db": b"geheim",
    "kurs/docs/.notiz": b"geheim",
    "kurs/deploy/tls/kurs.key": b"geheim",
    "kurs/deploy/sicherungen/alles.zip": b"geheim",
}


def edition(folder: Path) -> None:
    """Stands for the edition without a server, which has tests of its own."""
    folder.mkdir()
    (folder / "index.html").write_text("<!DOCTYPE html>", encoding="utf-8")


@pytest.fixture(scope="module")
def made(root, tmp_path_factory):
    """The small course, its wheels, and an archive of it."""
    folder = tmp_path_factory.mktemp("paket")
    course, wheels = company_index.small_course(root, folder)
    for name, content in WITHIN.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    (course / "betrieb").mkdir()
    (course / "betrieb" / "betrieb.toml").write_text("format = 1\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch, company_index.running(wheels) as index:
        patch.setenv("PIP_INDEX_URL", index.url)
        patch.delenv("UV_DEFAULT_INDEX", raising=False)
        patch.delenv(company.VARIABLE, raising=False)
        archive = command.run(course, Wish(str(folder / "eins.zip"), edition=edition), lambda line: None)
    return course, wheels, archive


@pytest.fixture
def unpacked(made, tmp_path) -> Path:
    """The archive as somebody unpacks it."""
    with zipfile.ZipFile(made[2]) as archive:
        archive.extractall(tmp_path)
    (course,) = (path for path in tmp_path.iterdir() if path.is_dir())
    return course


def said(course: Path) -> str:
    """What somebody reads whose archive is refused."""
    done = company_index.set_up(course)
    assert done.returncode == 1 and "Traceback" not in done.stderr, done.stderr
    assert not (course / ".venv").exists()
    return " ".join(done.stderr.split())


@pytest.mark.needs(machine.NETWORKS)
def test_an_archive_installs_and_runs_without_any_network(unpacked):
    """Nor does it ask for one where somebody named an index."""
    done = company_index.set_up(unpacked, CUT, UV_DEFAULT_INDEX=company_index.NOBODY)
    assert done.returncode == 0, done.stderr
    assert "Der Kurs läuft." in done.stdout


def test_the_same_course_makes_the_same_archive(made, monkeypatch, tmp_path):
    course, wheels, archive = made
    with company_index.running(wheels) as index:
        monkeypatch.setenv("PIP_INDEX_URL", index.url)
        again = command.run(course, Wish(str(tmp_path), edition=edition), lambda line: None)
    assert again.read_bytes() == archive.read_bytes()
    assert again.name == f"fairki-2026.1-{command.target(Wish())}.zip"
    assert not any(path.endswith(".whl") for path in index.asked)  # all were kept


def test_the_checksums_name_every_file(unpacked):
    lines = (unpacked / arrived.SUMS).read_text(encoding="utf-8").splitlines()
    listed = dict(reversed(line.split("  ", 1)) for line in lines)
    there = {path.relative_to(unpacked).as_posix(): path for path in unpacked.rglob("*") if path.is_file()}
    assert listed.keys() == there.keys() - {arrived.SUMS}
    assert all(
        hashlib.sha256(there[name].read_bytes()).hexdigest() == digest for name, digest in listed.items()
    )


def test_what_people_keep_beside_the_course_stays_there_and_the_company_comes_along(unpacked):
    there = {path.name for path in unpacked.rglob("*")}
    assert there.isdisjoint({"anna.ipynb", "raum.db", ".notiz", "kurs.key", "alles.zip", ".venv", ".build"})
    assert (unpacked / "betrieb" / "betrieb.toml").exists() and (
        unpacked / "ohne-server" / "index.html"
    ).exists()
    assert "ohne-server" in (unpacked / "LIESMICH.txt").read_text(encoding="utf-8")


def test_the_bill_of_materials_is_valid_and_names_just_what_is_in_the_archive(unpacked):
    bill = json.loads((unpacked / "sbom.cdx.json").read_text(encoding="utf-8"))
    schemas = Path(_res.__path__[0])
    parts = {name: json.loads((schemas / name).read_text(encoding="utf-8")) for name in _SCHEMAS}
    known = Registry().with_contents((part["$id"], part) for part in parts.values())
    jsonschema.Draft7Validator(parts[_SCHEMAS[0]], registry=known).validate(bill)
    wheels = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in unpacked.glob("wheels/*")}
    named = {one["externalReferences"][0]["url"]: one["hashes"][0]["content"] for one in bill["components"]}
    assert named == {f"wheels/{name}": digest for name, digest in wheels.items()} and len(named) == 4
    licences = {one["name"]: one["licenses"] for one in bill["components"]}
    assert licences["eins"] == [{"expression": "MIT"}]


_SCHEMAS = ("bom-1.5.SNAPSHOT.schema.json", "spdx.SNAPSHOT.schema.json", "jsf-0.82.SNAPSHOT.schema.json")


def test_licences_are_listed_with_their_texts(unpacked):
    rows = list(csv.reader((unpacked / "lizenzen.csv").read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert {row[0]: row[3] for row in rows[1:]}["zwei"] == "MIT" and len(rows) == 5
    assert list((unpacked / "lizenzen").glob("uv-*/*"))


@pytest.mark.parametrize(
    "name", ["wheels/eins-1.0-py3-none-any.whl", "uv.lock", "fairki/leer.py", arrived.SUMS]
)
@pytest.mark.parametrize("how", ["changed", "gone"])
def test_a_damaged_archive_says_so(unpacked, name, how):
    if how == "gone":
        (unpacked / name).unlink()
    else:
        (unpacked / name).write_bytes(b"# kaputt")
    assert f"unvollständig oder beschädigt: {name}" in said(unpacked)


def test_what_people_are_meant_to_change_damages_nothing(unpacked):
    (unpacked / "course.toml").write_text("# anders", encoding="utf-8")
    assert arrived.damaged(unpacked) == []


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"python": "3.99"}, "Dieses Archiv passt nicht zu diesem Rechner."),
        ({"format": 2, "version": "2031.1"}, "neuer, als dieses Programm versteht (Fassung 2031.1)"),
        ({"format": "zwei"}, "beschädigt: paket.json"),
    ],
)
def test_an_archive_for_another_machine_or_of_a_newer_course_says_so(unpacked, change, sentence):
    path = unpacked / arrived.ABOUT
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | change), encoding="utf-8")
    assert sentence in said(unpacked)


def test_another_file_in_the_index_makes_no_archive(made, monkeypatch, tmp_path):
    course, wheels = tmp_path / "kurs", tmp_path / "raeder"
    shutil.copytree(made[0], course, ignore=shutil.ignore_patterns(".build"))
    shutil.copytree(made[1], wheels)
    with zipfile.ZipFile(wheels / "eins-1.0-py3-none-any.whl", "a") as wheel:
        wheel.writestr("noch_etwas.py", "")
    with company_index.running(wheels) as index:
        monkeypatch.setenv("PIP_INDEX_URL", index.url)
        with pytest.raises(SetupError, match="Ihre Prüfsumme ist eine andere"):
            command.run(course, Wish(str(tmp_path / "x.zip")), lambda line: None)
    assert not list(tmp_path.glob("*.zip"))


@pytest.mark.parametrize(
    "target",
    [
        Target("linux", "x86_64", "3.14"),
        Target("linux", "arm64", "3.11"),
        Target("macos", "arm64", "3.13"),
        Target("windows", "x86_64", "3.12"),
    ],
    ids=str,
)
def test_the_lock_file_has_wheels_of_everything_for_the_usual_machines(root, target):
    names = [file.name for file in libraries.needed(root, target)]
    (numpy,) = [name for name in names if name.startswith("numpy-")]
    assert f"cp{target.python.replace('.', '')}" in numpy
    assert any(name.startswith("hatchling-") for name in names)


def test_a_wheel_fits_where_it_runs_and_nowhere_else():
    linux, windows = Target("linux", "x86_64", "3.12"), Target("windows", "x86_64", "3.12")
    old, new = "a-1-cp312-cp312-manylinux_2_17_x86_64.whl", "a-1-cp312-cp312-manylinux_2_28_x86_64.whl"
    assert linux.rank(new) < linux.rank(old) < linux.rank("a-1-py3-none-any.whl")
    for wheel in ("a-1-cp312-cp312-manylinux_2_34_x86_64.whl", "a-1-cp313-cp313-manylinux_2_17_x86_64.whl"):
        assert linux.rank(wheel) is None
    assert windows.rank("a-1-cp312-cp312-win_amd64.whl") is not None and windows.rank(old) is None


@pytest.mark.parametrize("options", [{"system": "beos"}, {"python": "3.9"}, {"machine": "z80"}])
def test_a_machine_that_nobody_has_is_refused_with_what_is_possible(options):
    with pytest.raises(WrongCallError, match="gibt es kein Archiv"):
        command.target(Wish(**options))


def test_an_installed_package_says_where_an_archive_can_be_made(monkeypatch, tmp_path):
    monkeypatch.setattr(home, "INSTALLED", True)
    with pytest.raises(SetupError, match="nur aus dem Ordner des Kurses"):
        command.run(tmp_path, Wish(), lambda line: None)


def test_the_options_are_german():
    shown = CliRunner().invoke(cli.app, ["paket", "--help"], env={"COLUMNS": "120"}).output
    assert all(word in shown for word in ("ZIEL", "--system", "--python", "--ohne-ausgabe", "Stückliste"))
