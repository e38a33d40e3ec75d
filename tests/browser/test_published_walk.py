"""The short path without a server: to the end and to the folder; the browser is closed, opened again, and prints."""

import io
import zipfile
from contextlib import contextmanager

import pytest
from conftest import FLAGS, Witness
from learner import COMPUTED, downloaded, met, state
from playwright.sync_api import expect
from publishing import edition, published  # noqa: F401 (fixtures)
from short_walk import COURSE, walk_short_path

from coursetools import machine

pytestmark = pytest.mark.browser


@pytest.fixture
def visit(browser, tmp_path):
    """Opens the browser of one person, whose profile lasts, as a context of their own."""

    @contextmanager
    def open_browser():
        context = browser.browser_type.launch_persistent_context(
            tmp_path / "profile",
            executable_path=machine.find_browser(),
            args=list(FLAGS),
            viewport={"width": 1280, "height": 900},
            locale="de-DE",
            reduced_motion="reduce",
        )
        witness = Witness(context)
        witness.forgive.append("Setting penalty=None")  # scikit-learn in the browser is a version older
        yield context.pages[0]
        context.close()
        witness.check()

    return open_browser


def test_the_short_path_and_the_folder_outlast_the_browser_and_are_printed(visit, published):  # noqa: F811
    with visit() as page:
        walk_short_path(page, published.url, lambda page: None)
        met(page.get_by_role("button", name="Mappe als Word-Datei speichern", include_hidden=True))
        _, folder = downloaded(page, "Mappe als Word-Datei speichern")
        assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(folder)).namelist()
        before = state(page)
    with visit() as page:
        page.goto(published.url)
        expect(page.locator(".page-short li.page-is-done")).to_have_count(len(COURSE.short_path))
        page.goto(f"{published.url}modul/01_bewusstsein.html")
        mirrored = page.locator(".page-widget").filter(has_text="Wen lädt Ihr Modell häufiger ein?")
        expect(mirrored).to_contain_text("Ihr Modell lädt Männer häufiger ein", timeout=COMPUTED)
        assert page.pdf().startswith(b"%PDF")
        after = state(page)
        assert (after["answers"], after["progress"]) == (before["answers"], before["progress"])
