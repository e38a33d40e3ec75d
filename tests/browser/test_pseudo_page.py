"""A page in a second language, as a browser shows it: German is only the prose of its notebook."""

import os
import re
import subprocess
import sys
import threading

import pytest
from learner import WHOLE
from serving import wait_for

from fairki import language
from tests import pseudo_language

pytestmark = pytest.mark.browser

BUILD = "import coursetools, pathlib; from coursetools import pages; pages.build(pathlib.Path('.')); print(1)"
START = """
from pathlib import Path
from coursetools.serve import app
app.run(Path('.').resolve(), port=0, open_browser=False, say=lambda line: print(line, flush=True))
"""
TEXTS = """
() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const around = walker.currentNode.parentElement;
    if (!around.closest("script, style, .page-prose") && around.checkVisibility()) found.push(walker.currentNode.data);
  }
  return found.join(" ");
}
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = pseudo_language.write(tmp_path_factory.mktemp("pseudo"))
    pseudo_language.run(folder, BUILD)
    server = subprocess.Popen(
        [sys.executable, "-c", START],
        cwd=folder,
        env=os.environ | {language.VARIABLE: "xx", "PYTHONPATH": str(folder), "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    lines: list[str] = []
    threading.Thread(target=lambda: lines.extend(iter(server.stdout.readline, "")), daemon=True).start()
    yield wait_for(lambda: _address(lines), 120, "the server says its address")
    server.terminate()
    server.wait(20)


def _address(lines: list[str]) -> str | None:
    return next((found[0] for line in lines if (found := re.search(r"http://[\w.:]+/", line))), None)


def test_a_page_in_another_language_shows_no_german_but_its_notebooks_prose(page_at, address):
    page = page_at(1280, reduced_motion="reduce")
    page.goto(f"{address}modul/00_willkommen{WHOLE}")
    page.wait_for_selector("html[data-ready]")
    page.wait_for_function("document.body.innerText.split('⟦').length > 20")
    shown = page.evaluate(TEXTS)
    assert shown.count("⟦") == shown.count("⟧") > 20
    assert list(pseudo_language.german_in(shown)) == []
    assert page.locator("html").get_attribute("lang") == "xx"
