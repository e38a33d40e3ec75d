"""The exercises as notebooks in the edition without a server: JupyterLite in a real browser, from a careless server."""

import json
import re

import looks
import pytest
from banks import made
from learner import COMPUTED
from playwright.sync_api import Page, expect
from publishing import edition, published  # noqa: F401 (fixtures)

from coursetools.grading.job import Assignment, Job, Limits
from coursetools.grading.runner import grade_one
from coursetools.publish.lite import LABELS
from coursetools.serve import de
from fairki import manifest

pytestmark = pytest.mark.browser

SLUG = "bewusstsein"
ANSWERED = {"base": "right"}
FIRST = "abstand_abgelesen"
WRONG = "[data-mime-type='application/vnd.jupyter.stderr'], [data-mime-type='application/vnd.jupyter.error']"
WARNED = ["Menu entry for command", "Uploader widget not found", "will NOT be synced"]
"""What JupyterLite tells of itself on the console, with all that it is told; nothing is wrong then."""


def cell(page: Page, text: str):
    """The code cell that begins with ``text``."""
    return page.locator(".jp-CodeCell").filter(has=page.locator(".cm-line", has_text=re.compile(f"^{text}")))


def ready(page: Page) -> None:
    """Wait until the notebook is there, and its Python."""
    expect(page.locator(".jp-CodeCell").first).to_be_visible(timeout=COMPUTED)
    expect(page.locator("#stand")).to_be_hidden(timeout=COMPUTED)


def menu(page: Page, name: str, entry: str) -> None:
    """Choose an entry of a menu."""
    page.get_by_role("menubar").get_by_text(name, exact=True).click()
    page.locator(".lm-Menu-item").filter(has_text=re.compile(f"^{entry}")).first.click()


def test_a_notebook_is_run_kept_and_handed_in(page_at, published, accessible):  # noqa: F811
    page = page_at(1280)
    page.witness.forgive += WARNED
    hand_in = json.loads(made(SLUG, ANSWERED))
    open_question = next(
        one for one in json.loads(made(SLUG, {"base": "released"}))["cells"] if one["id"] == "a1"
    )
    hand_in["cells"] = [open_question if one["id"] == "a1" else one for one in hand_in["cells"]]
    page.route(f"**/files/{SLUG}.ipynb", lambda route: route.fulfill(json=hand_in))  # as if answered before
    page.goto(published.url)
    page.get_by_role("link", name=de.HOME_NOTEBOOKS).click()
    expect(page.get_by_role("heading", level=1, name=de.NOTEBOOKS)).to_be_visible()
    accessible(page)
    looks.fits(page)
    page.get_by_role("link", name="Was hat das Modell gelernt?").click()
    ready(page)
    expect(page.get_by_role("toolbar", name=LABELS["main area toolbar"])).to_be_visible()
    expect(page.locator(", ".join(f"[aria-label='{english}']" for english in LABELS))).to_have_count(0)
    page.set_viewport_size({"width": looks.PHONE, "height": 740})
    expect(page.get_by_role("link", name=de.NOTEBOOKS_ALL)).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 900})
    question = cell(page, FIRST)
    question.locator(".cm-content").click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(f"{FIRST} = 19.3")
    menu(page, "Ausführen", "Alle Zellen ausführen")
    last = page.locator(".jp-CodeCell").last
    expect(last.locator(".jp-InputPrompt")).to_have_text(re.compile(r"\[\d+\]:"), timeout=COMPUTED)
    expect(page.locator(WRONG)).to_have_count(0)
    with page.expect_download() as download:
        menu(page, "Datei", "Herunterladen")
    content = download.value.path().read_bytes()
    assert download.value.suggested_filename == f"{SLUG}.ipynb"
    exercise = Assignment.load(manifest.ROOT, SLUG)
    result = grade_one(exercise, Job(exercise.key, content), Limits())
    assert result.incidents == ()
    assert sum(one.most for one in result.grades) == 30
    assert all(
        one.score in (one.most, None) for one in result.grades
    )  # None: the text is for a person to mark
    page.reload()
    ready(page)
    expect(cell(page, FIRST)).to_contain_text("19.3")
