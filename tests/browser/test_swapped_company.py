"""Another company's folder takes the place of the first one: other pages, and everybody's answers as they were."""

import shutil

import pytest
from learner import choose, kept, open_module
from playwright.sync_api import expect
from serving import ENVIRONMENT, FEW_MODULES, Server

from fairki import company
from fairki.company import reading
from fairki.governance import board

EXAMPLES = "docs/beispiele"
MODULE = "04_governance"
START = f"""{FEW_MODULES}
from coursetools import pages
pages.build(Path({{root!r}}))
"""


@pytest.fixture
def serve(root, tmp_path, monkeypatch):
    """Serves the course of the company in a folder, each one at the same address."""
    (course := tmp_path / "kurs").mkdir()
    for name in ("course.toml", "modules", "exercises", "data"):
        source = root / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, course / name)
    running: list[Server] = []

    def start(folder) -> Server:
        port = running[-1].port if running else 0
        for one in running:
            one.stop()
        monkeypatch.setitem(ENVIRONMENT, company.VARIABLE, str(folder))
        running.append(Server(course, port, START.format(root=str(course))))
        assert running[-1].port == port or not port
        return running[-1]

    yield start
    for one in running:
        one.stop()


def test_pages_change_with_the_folder_and_answers_stay(root, serve, page_at):
    town, clinics = (root / EXAMPLES / name for name in ("stadtverwaltung", "klinikverbund"))
    firms = reading.read(town), reading.read(clinics)
    case = firms[0].board_cases[0]
    page = page_at()
    served = serve(town)
    open_module(page, served, MODULE)
    expect(page.locator("header").first).to_contain_text(firms[0].short)
    choose(page, "Welchen Fall beraten Sie?", case.title)
    decision = case.decisions[0]
    choose(page, "Was beschließen Sie?", decision.title)
    before = kept(page)
    page.goto("about:blank")
    assert before[board.CASE_KEY] == case.id and len(before) == 2
    served = serve(clinics)
    open_module(page, served, MODULE)
    expect(page.locator("header").first).to_contain_text(firms[1].short)
    expect(page.locator("body")).to_contain_text(firms[1].board_cases[0].told[0])
    expect(page.locator("body")).not_to_contain_text(firms[0].name)
    expect(page.locator("body")).not_to_contain_text(case.title)
    assert kept(page) == before
    page.goto("about:blank")
    served = serve(town)
    open_module(page, served, MODULE)
    expect(page.get_by_role("radio", name=decision.title)).to_be_checked()
    assert kept(page) == before
