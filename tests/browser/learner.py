"""What a learner does on a page, for tests that walk through modules."""

import io
import json
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress

from docx import Document
from docx.table import Table
from playwright.sync_api import Locator, Page, TimeoutError, expect

from fairki import reference

COMPUTED = 60_000
"""Milliseconds until an answer that has to be computed must be there, on a busy machine as well."""


WHOLE = "?ansicht=alles"
"""Behind the address of a module: all of it on one page, for tests that are about one block."""


def open_module(page: Page, served, slug: str, view: str = WHOLE) -> None:
    """Open a module and wait until its blocks can be used; ``view=""``: one step after the other."""
    assert page.goto(f"{served.url}modul/{slug}{view}").status == 200
    page.wait_for_selector("html[data-ready]")


def met(block: Locator) -> Locator:
    """The same block, once the learner has gone to its unit and from step to step until it is shown."""
    page = block.page
    unit, *_ = block.first.evaluate("one => [one.closest('.page-unit')?.id]")
    if unit and not page.locator(f"#{unit}").is_visible():
        page.locator(f".fk-step[href='#{unit}']").click()
        expect(page.locator(f"#{unit} h2")).to_be_focused()
    while (before := block.first.evaluate(_OUT_OF_SIGHT)) is not None:
        on = page.locator(".page-bar").get_by_role("button")
        page.wait_for_function(_GOES_ON, arg=before)
        if page.locator(".page-here .page-open").count() == before:
            with suppress(TimeoutError):  # the step opens by itself just now, and the bar is gone
                on.click(timeout=5_000)
        page.wait_for_function(_OPENED, arg=before)
    return block


_OUT_OF_SIGHT = """one => {
  const part = one.closest(".page-step, .page-end");
  if (part?.matches("details:not([open])") && part.checkVisibility()) part.querySelector("summary").click();
  return !part || part.checkVisibility() ? null : document.querySelectorAll(".page-here .page-open").length;
}"""
"""How many steps are open while the block cannot be seen, asked at once: a step may open at any moment."""

_GOES_ON = """before => {
  const here = document.querySelector(".page-here");
  const says = here.querySelector(".page-bar button")?.textContent;
  return says === "Weiter" || here.querySelectorAll(".page-open").length > before;
}"""
"""The next step has opened by itself, or the bar says that nothing is left to answer."""

_OPENED = "before => document.querySelectorAll('.page-here .page-open').length > before"


def remember(page: Page, **answers) -> None:
    """Put answers into the browser store before any page is open, as other modules do."""
    kept = {"version": 1, "answers": answers, "progress": {}, "last": None}
    page.add_init_script(f"localStorage.fairki ??= JSON.stringify({json.dumps(kept)})")


def kept(page: Page) -> dict:
    """The answers in the browser store."""
    return state(page)["answers"]


def state(page: Page) -> dict:
    """Everything in the browser store."""
    return json.loads(page.evaluate("localStorage.fairki ?? 'null'")) or {"answers": {}, "progress": {}}


def widget(page: Page, text: str) -> Locator:
    """The blocks of a page that show this text."""
    return page.locator(".page-widget").filter(has_text=text)


def resolve(page: Page, question: str, answer: str | int, button: str = "Auflösen") -> Locator:
    """Guess or decide, and see the answer."""
    block = met(widget(page, question))
    if isinstance(answer, int):
        block.get_by_role("slider").fill(str(answer))
    else:
        block.get_by_text(answer, exact=True).click()
    block.get_by_role("button", name=button).click()
    expect(block.locator(".fk-answer")).to_be_visible()
    expect(block.locator(".fk-answer")).not_to_contain_text("Einen Moment", timeout=COMPUTED)
    return block


def choose(page: Page, group: str, *answers: str) -> None:
    """Choose one of several tiles, or tick some of them, in the group whose name begins so."""
    name = re.compile(f"^{re.escape(group)}")
    box = met(page.get_by_role("group", name=name, include_hidden=True))
    for answer in answers:
        box.get_by_text(answer, exact=True).click()


def turn_to(box: Locator) -> None:
    """Go to a question of a self-check, which shows one at a time."""
    expect(box).to_have_count(1)
    if not box.is_visible():
        at = 1 + box.evaluate("one => [...one.parentNode.querySelectorAll('fieldset')].indexOf(one)")
        box.locator("..").get_by_role("button", name=re.compile(f"^Frage {at}:")).click()


def check_oneself(page: Page, questions: Iterable[Mapping]) -> None:
    """Answer each question of a self-check; the first one wrong at first."""
    for number, question in enumerate(questions):
        box = met(page.get_by_role("group", name=question["text"], include_hidden=True))
        turn_to(box)
        for option in (
            sorted(question["options"], key=lambda one: one["right"]) if not number else question["options"]
        ):
            if option["right"] or not number:
                box.get_by_label(option["text"], exact=True).check()
                box.get_by_role("button", name="Prüfen").click()
                expect(box.get_by_role("status")).to_contain_text(option["why"])


def unfold(box: Locator) -> Locator:
    """A part of a page, and whatever is folded in it now open."""
    folds = met(box).locator("details:not([open]) > summary")
    while folds.count():
        folds.first.click()
    return box


def rule_button(builder: Locator, number: int, what: str) -> Locator:
    """What can be done with a rule of the Kodex: the learner opens its line first, and all others close."""
    fold = builder.locator(".fk-rules details").nth(number - 1)
    if fold.get_attribute("open") is None:
        fold.locator("summary").click()
    return fold.get_by_role("button", name=f"Regel {number}: {what}")


def write(page: Page, label: str, text: str) -> None:
    """Type into a field, which may be folded because it is no part of the path."""
    field = page.get_by_label(label)
    unfold(page.locator(".fk-block").filter(has=field))
    field.fill(text)


def write_notes(page: Page, module: str, note) -> None:
    """Answer every „Was heißt das für uns?“ of a module with what ``note`` makes of its key."""
    for asked in reference.transfers():
        if asked.key.startswith(f"{module}."):
            write(page, asked.question, note(asked.key))


def end_units(page: Page, module) -> None:
    """Each unit of a module (of the manifest) is done: the answers say so, or else its button."""
    for unit in module.units:
        if not unit.asks:
            met(page.get_by_text("Einheit abschließen").and_(page.locator("button:not([hidden])"))).click()
        met(page.locator(f"#einheit-{unit.id} .fk-unit-end"))
        expect(page.get_by_role("button", name=f"Einheit {unit.id} abgeschlossen")).to_be_visible()
    expect(page.get_by_text("Alle Einheiten abgeschlossen")).to_be_visible()


def downloaded(page: Page, button: str) -> tuple[str, bytes]:
    """Name and content of the file that a button saves."""
    with page.expect_download(timeout=60_000) as download:
        page.get_by_role("button", name=button).click()
    return download.value.suggested_filename, download.value.path().read_bytes()


def lines(content: bytes) -> list[str]:
    """A Word file line by line; a table's row is one line with " | " between its cells."""
    found = []
    for part in Document(io.BytesIO(content)).iter_inner_content():
        if isinstance(part, Table):
            found += [" | ".join(cell.text.replace("\n", " / ") for cell in row.cells) for row in part.rows]
        else:
            found.append(part.text)
    return found


def chapters(content: bytes) -> dict[str, str]:
    """A Word file by its headings of level 1, without their numbers: heading → the lines below it."""
    paper = Document(io.BytesIO(content))
    heads = [part.text for part in paper.paragraphs if part.style.name == "Heading 1"]
    found, now = {}, ""
    for line in lines(content):
        if line in heads:
            now = line.partition(". ")[2]
        found[now] = f"{found.get(now, '')}{line}\n"
    return found
