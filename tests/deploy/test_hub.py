"""The hub of deploy/jupyterhub_config.py really runs, with real accounts: two people learn, one grades."""

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import accounts
import pytest
import requests
from accounts import Account
from banks import ROOT
from piles import course, light
from rich.console import Console
from serving import free_ports

from coursetools import build, machine, release, web_tools

pytestmark = [pytest.mark.needs(machine.ACCOUNTS), pytest.mark.xdist_group("hub")]

CONFIG = ROOT / "deploy" / "jupyterhub_config.py"
SECONDS = 90


class Browser:
    """Somebody's browser: cookies, and the hub's tokens against foreign pages."""

    def __init__(self, hub: str):
        self.hub, self.session = hub, requests.Session()

    def sign_in(self, account: Account, password: str = "") -> requests.Response:
        page = self.session.get(f"{self.hub}/hub/login", timeout=SECONDS)
        form = {
            "username": account.name,
            "password": password or account.password,
            "_xsrf": re.search(r'name="_xsrf"\s+value="([^"]+)"', page.text)[1],
        }
        return self.session.post(f"{self.hub}/hub/login", data=form, timeout=SECONDS, allow_redirects=False)

    def get(self, path: str, **named) -> requests.Response:
        return self.session.get(f"{self.hub}{path}", timeout=SECONDS, **named)

    def assignment(self, step: str, base: str) -> bool:
        """Press „Fetch“, „Submit“ or „Fetch Feedback“ in the list of JupyterLab at ``base``."""
        tokens = [one.value for one in self.session.cookies if one.name == "_xsrf" and one.path == base]
        answer = self.session.post(
            f"{self.hub}{base}assignments/{step}",
            data={"course_id": "fairki", "assignment_id": "werte"},
            headers={"X-XSRFToken": tokens[-1], "Referer": f"{self.hub}{base}lab"},
            timeout=SECONDS,
        )
        return answer.json()["success"]

    def start_notebooks(self, account: Account) -> str:
        """Start the account's JupyterLab; returns its base."""
        base = f"/user/{account.name}/"
        self.get("/hub/spawn")
        wait_for(lambda: self.get(f"{base}lab").url.endswith(f"{base}lab"))
        return base


@dataclass
class Hub:
    address: str
    learners: tuple[Account, Account]
    trainer: Account
    grader: Account
    root: Path
    exchange: Path
    log: Path


def whole_course(folder: Path) -> Path:
    """The course as it is built here."""
    for name in ("course.toml", "nbgrader_config.py"):
        folder.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, folder)
    for name in ("modules", "data", "exercises", "solutions"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / ".build").mkdir()
    release.vouch(folder)
    build.build_all(folder, Console(quiet=True))
    return folder


@pytest.fixture(scope="module")
def hub(tmp_path_factory) -> Iterator[Hub]:
    web_tools.install(ROOT, print)
    folder = tmp_path_factory.mktemp("hub")
    with accounts.made(in_group=3, others=2) as (group, (one, two, trainer, grader, reader)):
        exchange = grader.home / "austausch"  # pytest's own folders are open to nobody else
        exchange.mkdir()
        exchange.chmod(0o1777)
        root = course(grader.home / "kurs", "werte")
        pages = whole_course(reader.home / "kurs")
        for owner, place in ((grader, root), (reader, pages)):
            subprocess.run(["chown", "-R", f"{owner.name}:", place], check=True)
        port, hub_port, api, pages_port, grading_port = free_ports(5)
        address = f"http://127.0.0.1:{port}"
        proxy = [
            str(web_tools.node()),
            str(ROOT / web_tools.FOLDER / "node_modules/.bin/configurable-http-proxy"),
        ]
        environment = {
            "ADRESSE": address,
            "GRUPPE": group,
            "KURSLEITUNG": trainer.name,
            "BEWERTUNG": grader.name,
            "KURSORDNER": str(root),
            "SEITEN": reader.name,
            "SEITENORDNER": str(pages),
            "AUSTAUSCH": str(exchange),
            "DIENSTE": f"{pages_port} {grading_port}",
            "PROXY": shlex.join(proxy),
        }
        options = {
            "JupyterHub.bind_url": address,
            "JupyterHub.hub_bind_url": f"http://127.0.0.1:{hub_port}",
            "ConfigurableHTTPProxy.api_url": f"http://127.0.0.1:{api}",
        }
        log = folder / "hub.log"
        command = [
            *accounts.as_seen_by_all(),
            *(sys.executable, "-m", "jupyterhub", "-f", str(CONFIG)),
            *(f"--{name}={value}" for name, value in options.items()),
        ]
        variables = os.environ | {f"HUB_{name}": value for name, value in environment.items()}
        with (
            log.open("w") as lines,
            subprocess.Popen(
                command, cwd=folder, env=variables, stdout=lines, stderr=subprocess.STDOUT
            ) as server,
        ):
            try:
                wait_for(lambda: answers(f"{address}/hub/health") or server.poll() is not None)
                assert server.poll() is None, log.read_text()
                yield Hub(address, (one, two), trainer, grader, root, exchange, log)
            finally:
                server.send_signal(signal.SIGTERM)
                server.wait(SECONDS)


def answers(address: str) -> bool:
    try:
        return requests.get(address, timeout=5).status_code == 200
    except requests.ConnectionError:
        return False


def wait_for(there: Callable[[], bool]) -> None:
    end = time.monotonic() + SECONDS
    while not there():
        assert time.monotonic() < end, "it does not come"
        time.sleep(0.3)


def test_nobody_comes_in_without_signing_in(hub):
    somebody = Browser(hub.address)
    for path in ("/services/kurs/", "/services/fairki/formgrader", f"/user/{hub.learners[0].name}/lab"):
        assert "/hub/login" in somebody.get(path).url
    assert somebody.get("/services/kurs/", headers={"Upgrade": "websocket"}).status_code == 403
    assert somebody.sign_in(hub.learners[0], "falsch").status_code == 403
    assert somebody.sign_in(hub.grader).status_code == 403  # the account of all trainers is nobody's


def test_who_signs_in_reads_the_course(hub):
    learner = Browser(hub.address)
    assert learner.sign_in(hub.learners[0]).status_code == 302
    page = learner.get("/services/kurs/")
    assert page.status_code == 200 and "Fairer und kluger KI-Einsatz" in page.text
    assert learner.get("/services/fairki/formgrader").status_code == 403
    assert learner.get(f"/user/{hub.learners[1].name}/lab").status_code in (403, 404)


def test_from_release_to_feedback_with_two_people_who_learn_and_one_who_grades(hub):
    def in_terminal(*command: str) -> str:
        """What a trainer types in the terminal of the service."""
        done = hub.grader.run(
            *(sys.executable, "-m", *command),
            cwd=hub.root,
            FAIRKI_ROOT=str(hub.root),
            HUB_AUSTAUSCH=str(hub.exchange),
            JUPYTER_CONFIG_PATH=str(CONFIG.parent / "jupyter" / "alle"),
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    in_terminal("nbgrader", "release_assignment", "werte")
    browsers = []
    for number, learner in enumerate(hub.learners):
        browser = Browser(hub.address)
        browser.sign_in(learner)
        base = browser.start_notebooks(learner)
        assert (learner.home / "fairki" / "modules").is_dir()
        assert browser.assignment("fetch", base)
        path = learner.home / "fairki" / "werte" / "werte.ipynb"
        path.write_bytes(light(number))
        assert browser.assignment("submit", base)
        browsers.append((browser, base, learner))
    in_terminal("nbgrader", "collect", "werte")
    said = in_terminal("coursetools", "grade", "--aus-exchange", "--rueckgabe", "--ja")
    names = [learner.name for learner in hub.learners]
    assert "2 Rückmeldungen liegen im Austausch" in said and not any(name in said for name in names)
    for number, (browser, base, learner) in enumerate(browsers):
        assert browser.assignment("fetch_feedback", base)
        (page,) = (learner.home / "fairki" / "werte" / "feedback").glob("*/werte.html")
        assert f"Regel Nummer {number}." in page.read_text(encoding="utf-8")
        other = hub.learners[1 - number].home / "fairki"
        places = (page.parent, other, hub.root / "bewertung")
        seen = [learner.run("ls", str(place), cwd=page.parent).returncode == 0 for place in places]
        assert seen == [True, False, False]
    trainer = Browser(hub.address)
    trainer.sign_in(hub.trainer)
    assert trainer.get("/services/fairki/formgrader").status_code == 200
    listed = json.dumps(trainer.get("/services/fairki/formgrader/api/submissions/werte").json())
    assert listed.count("abgabe-") and not any(name in listed for name in names)
