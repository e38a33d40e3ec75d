"""Where libraries come from: what uv and pip are told is understood in the same way, and so is what an index says."""

import ast
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from coursetools import sources
from coursetools.sources import PYPI, File, Link, NotThereError, OtherFileError, Sources

MIRROR = "https://paket.firma.example/pypi/simple"


@pytest.fixture(autouse=True)
def files_of_pip(monkeypatch) -> list[Path]:
    """The files in which pip's settings may stand: none of this machine."""
    found: list[Path] = []
    monkeypatch.setattr(sources, "pip_files", lambda _: found)
    return found


def told(folder: Path, pip: str = "", **environment: str) -> Sources:
    """What is named by an environment and the lines of a pip.conf."""
    conf = folder / "pip.conf"
    conf.write_text(pip, encoding="utf-8")
    return sources.named({"PIP_CONFIG_FILE": str(conf) if pip else os.devnull, **environment}, folder)


@pytest.mark.parametrize(
    ("environment", "pip", "indexes"),
    [
        ({}, "", (PYPI,)),
        ({"UV_DEFAULT_INDEX": MIRROR + "/"}, "", (MIRROR,)),
        ({"UV_DEFAULT_INDEX": f"firma={MIRROR}"}, "", (MIRROR,)),
        ({"UV_INDEX_URL": MIRROR}, "", (MIRROR,)),
        ({"PIP_INDEX_URL": MIRROR}, "", (MIRROR,)),
        ({}, f"[global]\nindex-url = {MIRROR}\n", (MIRROR,)),
        ({}, f"[install]\nindex_url = {MIRROR}\n", (MIRROR,)),
        ({"PIP_INDEX_URL": MIRROR}, "[global]\nindex-url = https://anderes.example\n", (MIRROR,)),
        ({"UV_DEFAULT_INDEX": MIRROR, "PIP_INDEX_URL": "https://anderes.example"}, "", (MIRROR,)),
        ({"UV_INDEX": f"firma={MIRROR} https://b.example"}, "", (PYPI, MIRROR, "https://b.example")),
        (
            {},
            f"[global]\nextra-index-url =\n    {MIRROR}\n    https://b.example\n",
            (PYPI, MIRROR, "https://b.example"),
        ),
    ],
)
def test_the_index_is_the_one_that_uv_or_else_pip_was_told(tmp_path, environment, pip, indexes):
    assert told(tmp_path, pip, **environment).indexes == indexes


def test_pips_settings_of_machine_and_user_count_too(tmp_path, files_of_pip):
    files_of_pip += [tmp_path / "machine.conf", tmp_path / "user.conf", tmp_path / "there is none"]
    for path, host in zip(files_of_pip, ("machine", "user"), strict=False):
        path.write_text(f"[global]\nindex-url = https://{host}.example\n")
    assert sources.named({}, tmp_path).indexes == ("https://user.example",)
    assert sources.named({"PIP_CONFIG_FILE": os.devnull}, tmp_path).indexes == (PYPI,)


def test_pips_files_are_those_that_pip_itself_reads(monkeypatch, tmp_path):
    monkeypatch.undo()
    asked = (
        "from pip._internal.configuration import get_configuration_files as f; print(sum(f().values(), []))"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    by_pip = {os.path.realpath(path) for path in ast.literal_eval(done.stdout)}
    assert by_pip == {os.path.realpath(path) for path in sources.pip_files(os.environ)}


def test_a_pip_conf_that_cannot_be_read_stops_nobody(tmp_path):
    assert told(tmp_path, "das ist keine Einstellung").indexes == (PYPI,)


def test_folders_certificates_hosts_and_proxies_are_understood_as_well(tmp_path):
    pip = "[global]\nfind-links = /a /b\ncert = /firma.pem\ntrusted-host = paket.firma.example\nproxy = http://p:3128\n"
    found = told(tmp_path, pip, UV_FIND_LINKS="/c,/d")
    assert found.folders == ("/c", "/d", "/a", "/b")
    assert (found.certificate, found.insecure) == ("/firma.pem", ("paket.firma.example",))
    assert found.proxy == "http://p:3128" and told(tmp_path, pip, https_proxy="http://q").proxy == ""


def test_an_archive_asks_nobody_but_its_own_wheels(tmp_path):
    (tmp_path / sources.WHEELS).mkdir()
    found = told(tmp_path, UV_DEFAULT_INDEX=MIRROR)
    assert found.offline and found.folders == (str(tmp_path / "wheels"),)
    environment = found.for_uv({"UV_DEFAULT_INDEX": MIRROR, "UV_INDEX": MIRROR, "UV_INDEX_URL": MIRROR})
    assert environment["UV_OFFLINE"] == "1" and not any(MIRROR in value for value in environment.values())
    with pytest.raises(NotThereError):
        found.fetch(File("eins", f"{MIRROR}/eins-1.0.whl", "0" * 64))
    with pytest.raises(NotThereError):
        found.offered("eins")


def test_uv_hears_what_only_pip_was_told(tmp_path):
    pip = f"[global]\nindex-url = {MIRROR}\nextra-index-url = https://b.example\nfind-links = /a\ncert = /firma.pem\n"
    environment = told(tmp_path, pip).for_uv({"HOME": "/root"})
    assert environment["UV_DEFAULT_INDEX"] == MIRROR and environment["UV_INDEX"] == "https://b.example"
    assert environment["UV_FIND_LINKS"] == "/a" and environment["SSL_CERT_FILE"] == "/firma.pem"
    assert environment["HOME"] == "/root"


def test_uvs_own_settings_stay_where_nobody_said_anything():
    environment = Sources().for_uv({})
    assert (
        not {"UV_DEFAULT_INDEX", "UV_INDEX", "UV_FIND_LINKS", "UV_OFFLINE", "SSL_CERT_FILE"}
        & environment.keys()
    )


def index(folder: Path, page: str) -> str:
    """An index on a disk that knows one library."""
    (folder / "eins").mkdir(parents=True)
    (folder / "eins" / "index.html").write_text(page, encoding="utf-8")
    return folder.as_uri()


def test_a_file_is_taken_only_if_it_is_the_one_that_is_meant(tmp_path):
    good, bad = tmp_path / "gut", tmp_path / "schlecht"
    for folder, content in ((good, b"richtig"), (bad, b"falsch")):
        folder.mkdir()
        (folder / "eins-1.0+cpu.whl").write_bytes(content)
    file = File("eins", f"{MIRROR}/eins-1.0%2Bcpu.whl", hashlib.sha256(b"richtig").hexdigest())
    assert Sources((str(bad), str(good)), offline=True).fetch(file) == b"richtig"
    with pytest.raises(OtherFileError):
        Sources((str(bad),), offline=True).fetch(file)


def test_an_index_on_a_disk_gives_files_by_its_links(tmp_path):
    address = index(tmp_path / "simple", '<a href="../../eins-1.0.whl#sha256=abc">eins</a>')
    (tmp_path / "eins-1.0.whl").write_bytes(b"richtig")
    digest = hashlib.sha256(b"richtig").hexdigest()
    assert Sources(indexes=(address,)).fetch(File("Eins", f"{MIRROR}/eins-1.0.whl", digest)) == b"richtig"


def test_what_was_taken_back_is_seen_in_both_forms_of_an_index(tmp_path):
    page = '<a href="eins-1.0.whl" data-yanked="">a</a><a href="eins-1.1.whl#sha256=0">b</a><a>nichts</a>'
    found = Sources(indexes=(index(tmp_path / "a", page),)).offered("eins")
    assert [(link.name, link.yanked) for link in found] == [("eins-1.0.whl", True), ("eins-1.1.whl", False)]
    listed = {
        "files": [
            {"filename": "eins-1.0.whl", "url": "x/eins-1.0.whl", "yanked": "kaputt"},
            {"filename": "eins-1.1.whl", "url": "x/eins-1.1.whl", "yanked": False},
        ]
    }
    assert sources.of_json(listed) == [
        Link("eins-1.0.whl", "x/eins-1.0.whl", True),
        Link("eins-1.1.whl", "x/eins-1.1.whl", False),
    ]


def test_a_password_is_shown_to_nobody():
    shown = sources.without_password("https://anna:geheim@paket.firma.example/simple/: 404")
    assert shown == "https://paket.firma.example/simple/: 404"


@pytest.mark.parametrize(
    ("system", "machine", "libc", "wheel"),
    [
        ("linux", "x86_64", "x86_64-pc-linux-gnu", "manylinux_2_17_x86_64"),
        ("linux", "aarch64", "aarch64-pc-linux-musl", "musllinux_1_1_aarch64"),
        ("win32", "AMD64", None, "win_amd64"),
        ("win32", "x86", None, "win32"),
        ("darwin", "arm64", None, "macosx_11_0_arm64"),
    ],
)
def test_the_program_that_installs_is_the_one_for_this_machine(monkeypatch, system, machine, libc, wheel):
    tags = ("manylinux_2_17_x86_64", "musllinux_1_1_aarch64", "win_amd64", "win32", "macosx_11_0_arm64")
    monkeypatch.setattr(sources.sys, "platform", system)
    monkeypatch.setattr(sources.platform, "machine", lambda: machine)
    monkeypatch.setattr(sources.sysconfig, "get_config_var", lambda _: libc)
    assert [tag for tag in tags if sources.runs_here(f"uv-1-py3-none-{tag}.whl")] == [wheel]
