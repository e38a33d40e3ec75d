"""A trainer marks a free answer in nbgrader's formgrader, and the learner reads it in the feedback."""

import re
import shutil
import signal
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest
from banks import made
from piles import call, command, course, in_bank, packed, reached
from playwright.sync_api import Page, expect
from rich.console import Console
from serving import children, wait_for

from coursetools.grading import grade, pseudonyms

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("formgrader")]

EVIL = """Meine Regel. <script>window.caught = 1</script><img src="x" onerror="window.caught = 1">
<img src="http://example.com/zaehlpixel.png"> [Klick](javascript:window.caught=1)"""


@pytest.fixture(scope="module")
def first(tmp_path_factory) -> Path:
    """A course with two graded hand-ins; the free answer of one tries to run a script."""
    root = course(tmp_path_factory.mktemp("formgrader") / "kurs", "werte")
    honest = made("werte", in_bank("werte", "full_model_answers"))
    evil = made("werte", {"base": "light", "answers": {"f1": EVIL}})
    pile = packed(root / "abgaben.zip", [("Anna", honest.encode()), ("Boris", evil.encode())])
    grade.grade(root, pile, Console(quiet=True))
    return root


@pytest.fixture
def graded(first, tmp_path) -> Path:
    """A copy that a test may change."""
    return shutil.copytree(first, tmp_path / "kurs")


class Formgrader:
    """``build_course.py grade --manuell`` as trainers start it."""

    def __init__(self, root: Path):
        line, environment = command(root, "--manuell")
        environment = {name: value for name, value in environment.items() if name != "DISPLAY"}
        self.process = subprocess.Popen(line, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        said = b""
        while found := self.process.stdout.readline():
            said += found
            if match := re.search(rb"http://\S+", found):
                self.address = match[0].decode()
                return
        raise AssertionError(f"it did not start: {said} {self.process.stderr.read()}")

    @property
    def base(self) -> str:
        return self.address.partition("?")[0]

    def stop(self) -> tuple[str, str]:
        """Ctrl-C; what it says then."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        said, errors = self.process.communicate(timeout=60)
        return said.decode(), errors.decode()


@pytest.fixture
def formgrader(graded) -> Iterator[Formgrader]:
    started = Formgrader(graded)
    yield started
    started.stop()


def pseudonym(root: Path, person: str) -> str:
    people = pseudonyms.Pseudonyms(root / grade.FOLDER)
    return people.of(person, set())


def feedback(root: Path, person: str) -> str:
    path = root / grade.FOLDER / "feedback" / pseudonym(root, person) / "werte.html"
    return path.read_text(encoding="utf-8")


@pytest.fixture
def page(browser) -> Iterator[Page]:
    """A page that notes which requests to elsewhere got an answer. nbgrader's own pages do ask a CDN."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.answered = []
    context.on("response", lambda response: opened.answered.append(urlsplit(response.url).hostname))
    yield opened
    context.close()


def open_answer(page: Page, formgrader: Formgrader, root: Path, person: str) -> None:
    """From the list of what waits to one person's answers, by clicks."""
    page.goto(formgrader.address)
    page.get_by_role("link", name="Manual Grading").click()
    page.locator("table").get_by_role("link", name="werte").click()
    expect(page.locator("table")).to_contain_text("Needs Manual Grade?")
    page.locator("table").get_by_role("link", name="werte").click()
    row = page.get_by_role("row").filter(has_text="Submission #")
    expect(row).to_have_count(2)
    page.get_by_text("Show All Names").click()
    row.get_by_role("link", name=pseudonym(root, person)).click()
    expect(page.locator("#f1")).to_be_visible()
    page.wait_for_function(
        "formgrader.grades?.loaded && formgrader.comments?.loaded"
    )  # before, nothing is saved


def test_from_the_list_to_a_comment_in_the_feedback(graded, formgrader, page):
    assert "Gut begründet" not in feedback(graded, "Anna")
    open_answer(page, formgrader, graded, "Anna")
    for field, text in (("#f1", "3"), ("#f1-comment", "Gut begründet.\nNennen Sie noch <wer> prüft.")):
        page.locator(field).fill(text)
        with page.expect_response(lambda response: response.request.method == "PUT") as saved:
            page.locator(field).blur()
        assert saved.value.ok
    said, errors = formgrader.stop()
    assert "auf dem neuesten Stand" in said and errors == "" and formgrader.process.returncode == 0
    html = feedback(graded, "Anna")
    assert "Gut begründet.<br>Nennen Sie noch &lt;wer&gt; prüft." in html and "noch offen" not in html
    assert "noch offen" in feedback(graded, "Boris")
    assert reached(graded, "werte")["Anna"]["f1"] == 3
    line = next(
        line
        for line in (graded / grade.FOLDER / "punkte_werte.csv").read_text("utf-8-sig").splitlines()
        if line.startswith(pseudonym(graded, "Anna"))
    )
    assert line.split(";")[-4:-2] == ["29", "0"]
    # and it stays when the hand-ins are graded once more
    assert call(graded).returncode == 0
    assert "Gut begründet" in feedback(graded, "Anna")


def test_nothing_in_a_hand_in_runs_and_nobody_elsewhere_is_asked(graded, formgrader, page):
    open_answer(page, formgrader, graded, "Boris")
    expect(page.get_by_text("<script>window.caught = 1</script>")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.caught") is None
    assert page.locator("a[href^='javascript'], img[src*='example.com']").count() == 0
    assert set(page.answered) == {"127.0.0.1"}  # nbgrader's own pages do ask for MathJax elsewhere: in vain


def test_only_this_machine_reaches_it_and_only_with_the_token(formgrader):
    port = urlsplit(formgrader.base).port
    (server,) = [child for child in children(formgrader.process.pid) if "jupyter_server" in child.cmdline()]
    listening = {
        connection.laddr
        for connection in server.net_connections("inet")
        if connection.status == psutil.CONN_LISTEN
    }
    assert {address.ip for address in listening} == {"127.0.0.1"} and port in {a.port for a in listening}
    token = formgrader.address.partition("token=")[2]
    assert token and token not in " ".join(server.cmdline())  # everybody on this machine sees those
    for path in ("/formgrader", "/formgrader/api/assignments", "/api/contents", "/tree?token=falsch"):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=20) as answer:
                assert urlsplit(answer.url).path == "/login", path
        except urllib.error.HTTPError as refused:
            assert refused.code in (401, 403), path


def test_it_ends_when_its_parent_is_told_to(formgrader):
    (server,) = [child for child in children(formgrader.process.pid) if "jupyter_server" in child.cmdline()]
    formgrader.stop()
    wait_for(lambda: not server.is_running(), 20, "the server to end")


def test_before_anything_is_graded_it_says_so(tmp_path):
    done = call(course(tmp_path / "kurs", "werte"), "--manuell")
    assert done.returncode == 1 and "noch keine bewertete Abgabe" in done.stderr, done.stderr
