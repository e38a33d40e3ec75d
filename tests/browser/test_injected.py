"""What somebody else wrote stays text on every page: a file with progress, and the texts of a company's folder."""

import io
import json
import os
import re
import shutil
import subprocess
import sys
import urllib.request

import pytest
from answers import FULL
from docx import Document
from learner import WHOLE
from playwright.sync_api import Page, expect
from serving import ENVIRONMENT, Server
from test_workshop import Workshop
from visiting import fetch

from fairki import company, manifest
from fairki.company import reading

pytestmark = pytest.mark.browser

PAYLOAD = "<img src=x data-hit onerror='window.hit=1'><script data-hit>window.hit=1</script>"
HIT = "() => window.hit !== undefined || document.querySelector('[data-hit]') !== null"
MODULES = ["04_governance", "07_verankern"]
SLUGS = [one.slug for one in manifest.read().modules]
LONG = 120_000
"""Milliseconds until a page must be there, on a busy machine as well."""
EVERYWHERE = "FAIRKI_ALLE_SEITEN" in os.environ
"""All modules, not only two of them; run by hand after a change to blocks: takes a minute."""
EXAMPLE = manifest.ROOT / "docs" / "beispiele" / "klinikverbund"
TEXT = re.compile(r'"([^"\\\n]*[^"\\\n. ] [^"\\\n]{8,})"')


def tainted(value, whole: bool):
    """The same answer with code in every text; `whole`: also instead of ids."""
    if isinstance(value, dict):
        return {key: tainted(one, whole) for key, one in value.items()}
    if isinstance(value, list):
        return [tainted(one, whole) for one in value]
    if not isinstance(value, str):
        return value
    return f"{value} {PAYLOAD}" if whole or " " in value else value


def unharmed(page: Page) -> None:
    """Nothing of what was put in has become a part of the page, now and when all is drawn."""
    page.wait_for_function("document.readyState === 'complete'")
    page.wait_for_timeout(300)
    assert not page.evaluate(HIT), page.url


@pytest.mark.parametrize("whole", [False, True], ids=["texts", "everything"])
def test_a_file_with_progress_that_somebody_else_made_runs_no_code(served: Server, page_at, tmp_path, whole):
    kept = {
        "version": 1,
        "answers": {key: tainted(value, whole) for key, value in FULL.items()},
        "progress": {"00": {"1": True}},
        "last": {"module": "00", "unit": PAYLOAD} if whole else None,
    }
    file = tmp_path / "stand.json"
    file.write_text(json.dumps(kept), encoding="utf-8")
    page = page_at(1280)
    page.set_default_navigation_timeout(LONG)
    # What does not fit is refused by the kernel, and no error of the page.
    page.goto(served.url)
    page.get_by_text("Ihr Stand auf diesem Gerät: sichern, laden, löschen").click()
    page.locator("input[type=file]").set_input_files(file)
    page.wait_for_function("localStorage.fairki !== undefined")
    assert PAYLOAD in page.evaluate("JSON.parse(localStorage.fairki).answers['04.begruendung']")
    unharmed(page)
    for slug in SLUGS if EVERYWHERE else MODULES:
        page.goto(f"{served.url}modul/{slug}{WHOLE}")
        page.wait_for_selector("html[data-ready]", timeout=LONG)
        expect(page.locator("html[data-restoring]")).to_have_count(0, timeout=LONG)
        unharmed(page)


@pytest.fixture(scope="module")
def firm(tmp_path_factory):
    """A company's folder with code in each of its texts that may be one sentence or more."""
    folder = shutil.copytree(EXAMPLE, tmp_path_factory.mktemp("betrieb") / "wir")
    before = {path: path.read_text("utf-8").splitlines() for path in folder.rglob("*.toml")}
    after = {path: [TEXT.sub(rf'"\1 {PAYLOAD}"', line) for line in lines] for path, lines in before.items()}
    for _ in range(9):
        for path, lines in after.items():
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        wrong = reading.check(folder)[1]
        if not wrong:
            break
        for one in wrong:
            name, line = re.search(r"([^\s(]+\.toml), Zeile (\d+)", f"{one.happened} {one.remedy}").groups()
            path = folder / name
            after[path][int(line) - 1] = before[path][int(line) - 1]
    assert not wrong
    for path in folder.rglob("*.md"):
        path.write_text(f"{path.read_text('utf-8')}\n\nCode: {PAYLOAD}\n", encoding="utf-8")
    assert (
        sum(
            path.read_text("utf-8").count(PAYLOAD)
            for path in folder.rglob("*")
            if path.suffix in (".toml", ".md")
        )
        > 40
    )
    return folder


def test_the_texts_of_a_companys_folder_run_no_code_on_any_page_on_the_wall_or_in_word(
    firm, course_folder, page_at, tmp_path, monkeypatch
):
    monkeypatch.setitem(ENVIRONMENT, company.VARIABLE, str(firm))
    root = shutil.copytree(course_folder, tmp_path / "kurs", ignore=shutil.ignore_patterns(".build"))
    build = (
        "import sys; from pathlib import Path; from coursetools import pages; pages.build(Path(sys.argv[1]))"
    )
    subprocess.run([sys.executable, "-c", build, str(root)], check=True, env=ENVIRONMENT)
    workshop = Workshop(root).start()
    try:
        own = re.findall(r'href="/([\w-]+)\.html"', fetch(workshop.url)[2])
        assert {"bei-uns", "impressum", "datenschutz"} <= set(own)
        shown = ""
        for path in ["", *own, "leitfaden", "leitfaden/modul-00", "leitfaden/ablauf-45", "leitung/karten"]:
            status, _, html = fetch(workshop.url + path)
            assert status == 200 and "<img src=x" not in html and "<script data-hit" not in html, path
            shown += html
        assert shown.count("&lt;img src=x") >= 20  # it was there, as text
        with urllib.request.urlopen(f"{workshop.url}leitfaden/modul-00.docx", timeout=60) as answer:
            assert Document(io.BytesIO(answer.read())).paragraphs
        prepared = workshop.ask("leitung/ablauf", workshop.token)["questions"][0]
        workshop.order("ask", kind=prepared["activity"], settings=prepared["settings"], minutes=5, now=True)
        paths = ["", "bei-uns", *(f"modul/{slug}{WHOLE}" for slug in SLUGS if EVERYWHERE)]
        projector = workshop.state()["projector"].removeprefix("/")
        for path in (*paths, projector, f"leitung#{workshop.token}", f"mitmachen/{workshop.code}"):
            page = page_at(1280)
            page.set_default_navigation_timeout(LONG)
            page.goto(workshop.url + path)
            if path.startswith("modul/"):
                page.wait_for_selector("html[data-ready]", timeout=LONG)
            expect(page.locator("main")).to_contain_text("<img src=x", timeout=LONG)
            unharmed(page)
            page.close()  # it would look for the workshop when that has ended
    finally:
        workshop.stop()
