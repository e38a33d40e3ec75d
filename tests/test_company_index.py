"""Set-up takes its libraries from where a company says, and believes nobody but the lock file."""

import os
import shutil
import ssl
import subprocess
import zipfile
from pathlib import Path

import company_index
import pytest

from coursetools import machine

LOGIN = "kurs:Geheim%2F7"
CUT = ("unshare", "--user", "--map-root-user", "--net")
"""Before a command: it has no network, not even its own machine."""


@pytest.fixture(scope="module")
def made(root, tmp_path_factory):
    """The small course and its wheels, made once."""
    return company_index.small_course(root, tmp_path_factory.mktemp("klein"))


@pytest.fixture
def course(made, tmp_path) -> Path:
    """A fresh copy of the small course."""
    shutil.copytree(made[0], tmp_path / "kurs")
    return tmp_path / "kurs"


@pytest.fixture
def wheels(made, tmp_path) -> Path:
    """Its wheels, for a test to damage."""
    shutil.copytree(made[1], tmp_path / "raeder")
    return tmp_path / "raeder"


def damage(wheel: Path) -> None:
    """Another file under the same name, that could be installed just as well."""
    with zipfile.ZipFile(wheel, "a") as archive:
        archive.writestr("noch_etwas.py", "print('Fremdes')")


def pip_conf(folder: Path, *lines: str) -> dict[str, str]:
    path = folder / "pip.conf"
    path.write_text("\n".join(["[global]", *lines]), encoding="utf-8")
    return {"PIP_CONFIG_FILE": str(path)}


def refused(done: subprocess.CompletedProcess[str], course: Path) -> str:
    """What somebody reads whose set-up failed; nothing counts as set up."""
    assert done.returncode == 1 and "Traceback" not in done.stderr, done.stderr
    assert not (course / ".venv" / "fairki-einrichtung.txt").exists()
    assert LOGIN not in done.stderr and "Geheim" not in done.stderr
    return " ".join(done.stderr.split())


@pytest.mark.parametrize("told", ["UV_INDEX_URL", "pip.conf"])
def test_all_comes_from_the_index_that_the_company_names_with_path_and_password(course, wheels, told):
    with company_index.running(wheels, LOGIN.replace("%2F", "/")) as index:
        url = index.url.replace(index.login, LOGIN)
        settings = pip_conf(course.parent, f"index-url = {url}") if told == "pip.conf" else {told: url}
        done = company_index.set_up(course, **settings)
    assert done.returncode == 0, done.stderr
    assert "Der Kurs läuft." in done.stdout and "Geheim" not in done.stdout
    fetched = {path.rpartition("/")[2].split("-")[0] for path in index.asked if path.endswith(".whl")}
    assert fetched == {"uv", "eins", "zwei", "mauerwerk"}


@pytest.mark.needs(machine.NETWORKS)
@pytest.mark.parametrize("told", ["UV_FIND_LINKS", "PIP_FIND_LINKS"])
def test_a_folder_of_wheels_is_enough_without_any_network(course, wheels, told):
    done = company_index.set_up(course, CUT, **{told: str(wheels), "PIP_NO_INDEX": "1"})
    assert done.returncode == 0, done.stderr
    assert "Der Kurs läuft." in done.stdout


@pytest.mark.parametrize("told", ["environment", "pip.conf"])
def test_the_index_is_asked_through_the_proxy(course, wheels, told):
    with company_index.running(wheels) as index:
        proxy, url = f"http://{index.host}", f"http://verzeichnis.invalid{company_index.PAGE}"
        settings = (
            pip_conf(course.parent, f"proxy = {proxy}", f"index-url = {url}")
            if told == "pip.conf"
            else {"HTTPS_PROXY": proxy, "HTTP_PROXY": proxy, "UV_DEFAULT_INDEX": url}
        )
        done = company_index.set_up(course, **settings)
    assert done.returncode == 0, done.stderr
    assert any(path.endswith("eins/") for path in index.asked)


@pytest.mark.parametrize("library", ["eins", "mauerwerk", "uv"])
def test_another_file_under_the_same_name_is_refused_and_never_run(course, wheels, library):
    """A library, what builds the course, and the program that installs."""
    damage(next(wheels.glob(f"{library}-*.whl")))
    with company_index.running(wheels) as index:
        said = refused(company_index.set_up(course, UV_DEFAULT_INDEX=index.url), course)
    assert "Ihre Prüfsumme ist eine andere" in said and "nicht installiert" in said
    assert not list(course.rglob("noch_etwas.py"))


@pytest.mark.parametrize("missing", ["zwei", "uv"])
def test_an_index_that_lacks_something_is_named_as_the_cause(course, wheels, missing):
    next(wheels.glob(f"{missing}-*.whl")).unlink()
    with company_index.running(wheels) as index:
        said = refused(company_index.set_up(course, UV_DEFAULT_INDEX=index.url), course)
    assert "Im Paketverzeichnis fehlt etwas" in said and missing in said


def test_a_wrong_password_is_named_as_the_cause_and_not_shown(course, wheels):
    with company_index.running(wheels, "kurs:anderes") as index:
        url = index.url.replace(index.login, LOGIN)
        said = refused(company_index.set_up(course, UV_DEFAULT_INDEX=url), course)
    assert "lässt Sie nicht hinein" in said


@pytest.mark.needs(machine.NETWORKS)
def test_without_network_and_without_wheels_the_way_out_is_named(course):
    said = refused(company_index.set_up(course, CUT), course)
    assert "keine Verbindung zum Internet" in said and "build_course.py paket" in said


@pytest.mark.needs(machine.NGINX)  # its package brings openssl
def test_the_certificate_of_a_company_is_believed_where_ssl_cert_file_names_it(course, wheels, tmp_path):
    firm, key, certificate = (tmp_path / name for name in ("firma.pem", "key.pem", "kurs.pem"))
    new = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=firma"]
    own = ["-addext", "subjectAltName=IP:127.0.0.1", "-addext", "basicConstraints=critical,CA:FALSE"]
    by_firm = ["-CA", str(firm), "-CAkey", str(tmp_path / "firma.key")]
    for more, at, kept in (([], firm, tmp_path / "firma.key"), ([*own, *by_firm], certificate, key)):
        call = [*new, *more, "-keyout", str(kept), "-out", str(at)]
        subprocess.run(call, check=True, capture_output=True)
    with company_index.running(wheels) as index:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        index.server.socket = context.wrap_socket(index.server.socket, server_side=True)
        url = index.url.replace("http:", "https:")
        stranger = company_index.set_up(course, UV_DEFAULT_INDEX=url)
        assert "keine Verbindung" in refused(stranger, course)
        done = company_index.set_up(course, UV_DEFAULT_INDEX=url, SSL_CERT_FILE=str(firm))
    assert done.returncode == 0, done.stderr


def test_addresses_with_passwords_are_on_no_command_line(course, wheels, tmp_path):
    """Everybody on a machine can read those."""
    seen = tmp_path / "seen.txt"
    spy = tmp_path / "spy"
    spy.mkdir()
    (spy / "sitecustomize.py").write_text(
        "import subprocess\nreal = subprocess.Popen\n"
        "class Popen(real):\n"
        "    def __init__(self, command, *rest, **more):\n"
        f"        open({str(seen)!r}, 'a').write(repr(command))\n"
        "        super().__init__(command, *rest, **more)\n"
        "subprocess.Popen = Popen\n"
    )
    with company_index.running(wheels, "kurs:Geheim") as index:
        done = company_index.set_up(course, UV_DEFAULT_INDEX=index.url, PYTHONPATH=str(spy))
    assert done.returncode == 0, done.stderr
    assert "sync" in seen.read_text() and "Geheim" not in seen.read_text()
    assert os.path.exists(course / ".venv" / "fairki-einrichtung.txt")
