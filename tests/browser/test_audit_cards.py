"""The cards of an audit: they turn after a click, open their evidence, and keep what earlier audits counted."""

import looks
import pytest
from playwright.sync_api import expect
from test_blocks import Bench

from fairki import ui
from fairki.kodex import Kodex, Rule, patterns
from fairki.lessons import bench as lessons_bench
from fairki.systems import DECISIONS

pytestmark = pytest.mark.browser

STRICT = Kodex("Streng", tuple(map(Rule, patterns.about(DECISIONS))))
SAID = {"found": "gefunden", "accused": "zu Unrecht beanstandet", "missed": "übersehen"}


@pytest.fixture
def bench(browser):
    """A bench at phone size on which somebody has just clicked, as on the button that starts an audit."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    bench = Bench(context.new_page())
    clicked(bench.page, True)
    yield bench
    assert bench.problems == []
    context.close()


@pytest.fixture
def example():
    return lessons_bench.audited(lessons_bench.EXAMPLE)


@pytest.fixture
def block(bench):
    """The systems, still covered."""
    return bench.add(ui.Matrix("03.pruefung", label="Prüfung", **lessons_bench.covered(DECISIONS)))


def clicked(page, lately):
    """Whether the browser says that somebody has clicked lately; left alone, it takes our scripts for a click."""
    page.evaluate(
        "(isActive) => Object.defineProperty(navigator, 'userActivation', {value: {isActive}, configurable: true})",
        lately,
    )


def audit(bench, block, last, first):
    bench.put(block, **lessons_bench.matrix(last, first))


def said_by_cards(page):
    """Name of each system → what its card says, without the name."""
    labels = page.locator(".fk-audit-card").evaluate_all("(all) => all.map((one) => one.ariaLabel)")
    return dict(label.split(": ") for label in labels)


def expected(system, *names):
    """What a card says of the parts of its verdict that are to be seen."""
    counts = {name: len(system["verdict"][name]) for name in names}
    return ", ".join(
        f"{counts[name]} {SAID[name]}" if counts[name] > 1 and name != "accused" else SAID[name]
        for name in names
        if counts[name]
    )


def test_after_a_click_the_cards_turn_and_where_something_was_missed_is_said_when_asked(
    bench, block, example
):
    page = bench.page
    page.emulate_media(reduced_motion="reduce")
    headline = page.locator(".fk-audit-picture").get_by_role("status")
    expect(headline).to_contain_text("14 Systeme liegen verdeckt.")
    assert set(said_by_cards(page).values()) == {"noch verdeckt"}
    audit(bench, block, example, example)
    score, systems = example.score, block.systems
    expect(headline).to_contain_text(f"Der Kodex findet {score.found} von {score.planted} Fehlern.")
    for system in systems:
        assert said_by_cards(page)[system["name"]] == (expected(system, "found", "accused") or "kein Treffer")
    tally = page.locator(".fk-audit-tally")
    for count, words in ((score.missed, "Fehler übersehen"), (score.accused, "zu Unrecht beanstandet")):
        expect(tally.locator("div", has_text=words).locator("b")).to_have_text(str(count))
    page.get_by_role("button", name="Übersehenes zeigen").press("Enter")
    for system in systems:
        said = expected(system, "found", "accused", "missed") or "zu Recht in Ruhe gelassen"
        assert said_by_cards(page)[system["name"]] == said
    hidden = sum(bool(system["verdict"]["missed"]) for system in systems)
    expect(headline).to_contain_text(f"In {hidden} Systemen steckt noch etwas")
    page.get_by_role("button", name="Übersehenes verbergen").press("Enter")
    assert "übersehen" not in str(said_by_cards(page))


def test_turning_takes_its_time_and_can_be_skipped(bench, block, example):
    page = bench.page
    audit(bench, block, example, example)
    skip = page.get_by_role("button", name="Überspringen")
    expect(skip).to_be_visible()
    assert "noch verdeckt" in said_by_cards(page).values()
    skip.dispatch_event("click")
    expect(page.get_by_role("button", name="Übersehenes zeigen")).to_be_visible(timeout=1500)
    assert "noch verdeckt" not in said_by_cards(page).values()


def test_on_a_page_that_is_reopened_the_cards_lie_as_they_were_and_nothing_moves(bench, block, example):
    clicked(bench.page, False)
    audit(bench, block, example, example)
    expect(bench.page.get_by_role("button", name="Übersehenes zeigen")).to_be_visible(timeout=1000)
    assert "noch verdeckt" not in said_by_cards(bench.page).values()
    expect(bench.page.get_by_role("button", name="Überspringen")).to_have_count(0)


def test_what_earlier_audits_counted_stays_beside_the_new_ones(bench, block, example):
    page, strict = bench.page, lessons_bench.audited(STRICT)
    page.emulate_media(reduced_motion="reduce")
    loose = lessons_bench.audited(Kodex("Locker", (Rule(patterns.NOTICE),)))
    for last in (example, loose, strict):
        audit(bench, block, last, example)
    found = [one.score.found for one in (example, loose, strict)]
    assert len(set(found)) == 3
    tile = page.locator(".fk-audit-tally > div", has_text="Fehler gefunden")
    expect(tile).to_contain_text(f"vorher {found[0]}, {found[1]}, jetzt {found[2]}")
    expect(page.locator(".fk-audit-line")).to_contain_text(f"{found[2] - found[1]} Fehler mehr gefunden")
    page.get_by_text("Alle Karten als Tabelle").click()
    runs = page.get_by_role("region", name="Alle Prüfungen").get_by_role("row", name="Fehler gefunden")
    expect(runs.get_by_role("cell")).to_have_text([str(number) for number in found])


def test_one_card_at_a_time_opens_its_evidence(bench, block, example):
    page = bench.page
    audit(bench, block, example, example)
    cards, paper = page.locator(".fk-audit-card"), page.locator(".fk-audit-evidence:visible")
    expect(paper).to_have_count(0)
    for at in (0, 5):
        cards.nth(at).press("Enter")
        expect(cards.nth(at)).to_have_attribute("aria-expanded", "true")
        expect(paper).to_have_count(1)
        for cell in block.systems[at]["cells"]:
            if cell["answer"] in ("nein", "offen"):
                expect(paper).to_contain_text(cell["why"])
    fault = block.systems[5]["verdict"]["missed"][0]
    expect(paper).not_to_contain_text(fault)
    page.emulate_media(reduced_motion="reduce")
    page.get_by_role("button", name="Übersehenes zeigen").click()
    expect(paper).to_contain_text(f"Übersehen: {fault}")
    cards.nth(5).press("Enter")
    expect(paper).to_have_count(0)


def test_on_a_phone_no_verdict_is_broken_and_a_step_of_cards_is_three_screens_at_most(bench, block, example):
    page = bench.page
    page.emulate_media(reduced_motion="reduce")
    audit(bench, block, example, example)
    page.get_by_role("button", name="Übersehenes zeigen").click()
    for font in ("", f'* {{ font-family: "{looks.WIDE}" !important; }}'):
        page.evaluate(looks.SET_FONT, font)
        assert page.evaluate(BROKEN_WORDS) == []
        assert page.locator(".fk-matrix").bounding_box()["height"] < 1800
    looks.fits(page)


BROKEN_WORDS = """() => [...document.querySelectorAll(".fk-audit-mark b, .fk-audit-tally dt")].flatMap((node) => {
  const range = document.createRange();
  return [...node.textContent.matchAll(/\\S+/g)].filter(({ 0: word, index }) => {
    range.setStart(node.firstChild, index);
    range.setEnd(node.firstChild, index + word.length);
    const box = node.closest(".fk-audit-side, div").getBoundingClientRect();
    return range.getClientRects().length > 1 || range.getBoundingClientRect().right > box.right;
  }).map(({ 0: word }) => word);
})"""
