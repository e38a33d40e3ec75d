"""The blocks of module 04 beside their Python halves: roles to choose, rules to anchor, texts that stay unfolded."""

import looks
import pytest
from learner import unfold
from playwright.sync_api import expect
from test_blocks import Bench

from fairki import ui
from fairki.governance import roles
from fairki.kodex import Kodex, Rule, patterns, stored

pytestmark = pytest.mark.browser

EXAMPLE = Kodex("Beispiel", (Rule(patterns.NOTICE), Rule(patterns.APPEAL, {"frist": 7})))
OWN = Kodex(
    "Unser Kodex",
    (
        Rule(patterns.ENERGY, {"energie": 50}, owner="Samira Haddad", aspects=("werte",), step="4"),
        Rule(patterns.MONITORING, {"abstand": 3}),
    ),
)


@pytest.fixture
def bench(browser):
    context = browser.new_context(viewport={"width": 360, "height": 780})
    bench = Bench(context.new_page())
    yield bench
    assert bench.problems == []
    context.close()


def rule(page, at):
    return page.locator(".fk-anchors > li").nth(at)


def fill(page, at, name, text):
    field = unfold(rule(page, at)).get_by_label(name)
    field.fill(text)
    field.press("Tab")


OWNER, CHANNEL = "Wer ist zuständig?", "Wo meldet man einen Verstoß?"


def test_roles_are_chosen_by_keyboard_and_what_is_not_clear_is_said_at_once(bench):
    table = bench.add(ui.RoleTable(roles.KEY, label="Rollen"), "Rollen")
    page = bench.page
    card = page.locator("details").first
    expect(card.locator("summary")).to_contain_text("3 Lücken")
    for question in roles.DUTIES.values():
        box = card.get_by_role("group", name=question).get_by_label("KI-Ethikrat")
        box.focus()
        page.keyboard.press("Space")
    expect(card.locator("summary")).to_contain_text("prüft sich selbst")
    expect(card.get_by_role("listitem")).to_contain_text("Eigene Fehler sieht man schlecht.")
    card.get_by_role("group", name="Wer prüft?").get_by_label("KI-Ethikrat").uncheck()
    card.get_by_role("group", name="Wer prüft?").get_by_label("Betriebsrat").check()
    expect(card.locator("summary")).to_contain_text("klar")
    assert table.value == {
        "einsatz": {"entscheidet": ["ethikrat"], "prueft": ["betriebsrat"], "steht_ein": ["ethikrat"]}
    }
    assert bench.kept()["answers"][roles.KEY] == table.value


def test_two_who_decide_are_called_double_and_an_emptied_table_is_forgotten(bench):
    table = bench.add(ui.RoleTable(roles.KEY))
    group = bench.page.get_by_role("group", name="Wer entscheidet?").first
    for name in ("Geschäftsführung", "Fachabteilung"):
        group.get_by_label(name).check()
    card = bench.page.locator("details").first
    expect(card.locator("summary")).to_contain_text("2 Lücken")
    expect(card.locator("summary")).to_contain_text("doppelt")
    for name in ("Geschäftsführung", "Fachabteilung"):
        group.get_by_label(name).uncheck()
    expect(card.locator("summary")).to_contain_text("3 Lücken")
    assert table.value is None and bench.kept()["answers"] == {}


def test_the_first_name_makes_the_example_the_learners_own_kodex(bench):
    block = bench.add(ui.Anchors(stored.KEY, EXAMPLE, ["Jonas Weber"], ["Intranet"], label="Regeln"))
    page = bench.page
    expect(page.get_by_role("status")).to_have_text("0 von 2 Regeln verankert")
    assert bench.kept() is None
    fill(page, 1, OWNER, "  Jonas   Weber ")
    expect(rule(page, 1)).to_contain_text("nicht verankert")
    fill(page, 1, CHANNEL, "Intranet")
    expect(page.get_by_role("status")).to_have_text("1 von 2 Regeln verankert")
    expect(rule(page, 0)).to_contain_text("? nicht verankert")
    expect(rule(page, 1)).to_contain_text("✓ verankert")
    kept = stored.from_value(bench.kept()["answers"][stored.KEY])
    assert kept == block.kodex
    assert kept.rules[0] == EXAMPLE.rules[0]
    assert [rule.from_example for rule in kept.rules] == [True, False]  # nobody answers for the first one yet
    assert kept.rules[1] == Rule(patterns.APPEAL, {"frist": 7}, owner="Jonas Weber", channel="Intranet")


def test_anchoring_changes_nothing_else_of_an_own_kodex(bench):
    first = bench.add(ui.Anchors(stored.KEY, EXAMPLE))
    bench.put(first, value=stored.to_value(OWN))
    bench.reload()
    block = bench.add(ui.Anchors(stored.KEY, EXAMPLE))
    page = bench.page
    expect(rule(page, 0).get_by_label(OWNER)).to_have_value("Samira Haddad")
    fill(page, 0, CHANNEL, "Briefkasten")
    expect(rule(page, 0)).to_contain_text("✓ verankert")
    kept = stored.from_value(bench.kept()["answers"][stored.KEY])
    assert kept.title == OWN.title and kept.rules[1:] == OWN.rules[1:]
    whole = OWN.rules[0]
    assert kept.rules[0] == Rule(
        whole.pattern, whole.values, whole.owner, "Briefkasten", whole.aspects, whole.step
    )
    assert block.kodex == kept


def test_both_blocks_are_accessible(bench, accessible):
    bench.add(ui.RoleTable(roles.KEY, label="Rollen"), "Rollen")
    bench.add(ui.Anchors(stored.KEY, EXAMPLE, ["Jonas Weber"], ["Intranet"], label="Regeln"), "Regeln")
    bench.page.get_by_label("KI-Ethikrat").first.check()
    accessible(bench.page)
    looks.fits(bench.page, looks.PHONE)


def test_what_was_unfolded_stays_so_when_the_text_changes(bench):
    text = bench.add(
        ui.Text("<details><summary>Eins</summary>a</details><details><summary>Zwei</summary>b</details>")
    )
    bench.page.get_by_text("Zwei").click()
    bench.put(text, html=text.html.replace("b<", "neu<"))
    expect(bench.page.get_by_text("neu")).to_be_visible()
    assert bench.page.locator("details").evaluate_all("(all) => all.map((one) => one.open)") == [False, True]
