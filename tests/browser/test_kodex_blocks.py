"""The Kodex-Baukasten beside its Python half: both write the same sentences and accept the same values."""

import pytest
from learner import rule_button
from playwright.sync_api import expect
from test_blocks import Bench

from fairki import ui
from fairki.kodex import BROKEN, PATTERNS, Choice, Kodex, Rule, stored
from fairki.lessons import bench as lessons_bench
from fairki.systems import TEXTS

pytestmark = pytest.mark.browser


def some_values(blank):
    if isinstance(blank, Choice):
        return list(blank.options)
    special = [number for number, _ in blank.forms]
    return sorted({blank.low, blank.default, min(blank.low + 1, blank.high), blank.high, *special})


def all_kinds_of_rules():
    for pattern in PATTERNS.values():
        yield Rule(pattern.id)
        for blank in pattern.blanks:
            for value in some_values(blank):
                yield Rule(pattern.id, {blank.name: value})


@pytest.fixture
def bench(browser):
    context = browser.new_context(viewport={"width": 800, "height": 900}, accept_downloads=True)
    bench = Bench(context.new_page())
    yield bench
    assert bench.problems == []
    context.close()


EMPTY = Kodex()


def builder(offered=tuple(PATTERNS), found=(BROKEN, "Darum."), example=EMPTY):
    return ui.RuleBuilder(
        "02.kodex",
        [["Alles", "", list(offered)]],
        [["System", "Zweck"]],
        lambda rule: [found and list(found)],
        example,
    )


def test_page_and_python_write_the_same_sentences(bench):
    rules = tuple(all_kinds_of_rules())
    for start in range(0, len(rules), stored.MOST_RULES):
        part = rules[start : start + stored.MOST_RULES]
        bench.reload()
        block = builder()
        block.value = stored.to_value(Kodex(rules=part))
        bench.add(block)
        shown = bench.page.locator(".fk-rules summary + p").evaluate_all(
            "(nodes) => nodes.map((node) => node.textContent)"
        )
        assert shown == [rule.sentence for rule in part]


def test_a_rule_whose_package_is_missing_is_kept_shown_and_not_to_be_changed(bench):
    absent = Rule("musterfirma.geeignete_finden", {"anteil": 25}, owner="Ada Beispiel")
    block = builder()
    block.value = stored.to_value(Kodex(rules=(absent, Rule("energie"))))
    bench.add(block)
    line = bench.page.locator(".fk-rules summary").first
    expect(line).to_have_text(absent.kind.title)
    line.press("Enter")
    expect(bench.page.locator(".fk-rules p").first).to_have_text(absent.sentence)
    expect(rule_button(bench.page, 1, "ändern")).to_have_count(0)
    expect(rule_button(bench.page, 2, "ändern")).to_have_count(1)
    rule_button(bench.page, 1, "nach unten").click()
    expect(line).to_have_text(PATTERNS["energie"].title)
    assert block.kodex.rules == (Rule("energie"), absent)


def test_each_rule_is_a_line_and_one_at_a_time_is_open(bench):
    block = builder()
    block.value = stored.to_value(Kodex(rules=tuple(Rule(pattern) for pattern in list(PATTERNS)[:11])))
    bench.add(block)
    lines, opened = bench.page.locator(".fk-rules summary"), bench.page.locator(".fk-rules details[open]")
    expect(lines).to_have_text([pattern.title for pattern in list(PATTERNS.values())[:11]])
    expect(opened).to_have_count(0)
    for at in (10, 2):
        lines.nth(at).press("Enter")
        expect(opened).to_have_count(1)
        expect(opened).to_contain_text(block.kodex.rules[at].sentence)
        expect(bench.page.locator(".fk-acts:visible")).to_have_count(1)
    rule_button(bench.page, 3, "nach unten").click()  # it stays open where it goes
    expect(opened.locator("summary")).to_have_text(PATTERNS[list(PATTERNS)[2]].title)
    expect(bench.page.get_by_role("button", name="Regel 4: nach unten")).to_be_focused()
    lines.nth(3).click()
    expect(opened).to_have_count(0)
    bench.page.get_by_role("radio", name=PATTERNS["einspruch"].title).check()
    bench.page.get_by_role("button", name="In meinen Kodex übernehmen").click()
    expect(opened.locator("summary")).to_have_text(PATTERNS["einspruch"].title)


def test_rules_of_another_page_are_shown_and_changed_but_not_offered(bench):
    block = builder(["hinweis"], found=None)
    block.value = stored.to_value(Kodex(rules=(Rule("einspruch"),)))
    bench.add(block)
    expect(bench.page.get_by_role("radio")).to_have_count(1)
    rule_button(bench.page, 1, "ändern").click()
    expect(bench.page.get_by_text("Sie gilt für andere Systeme")).to_be_visible()
    expect(bench.page.locator(".fk-result")).to_have_count(0)
    bench.page.get_by_role("textbox", name="Frist").fill("30")
    bench.page.get_by_role("button", name="Änderung speichern").click()
    expect(bench.page.locator(".fk-rules")).to_contain_text("30")
    assert block.kodex == Kodex(rules=(Rule("einspruch", {"frist": 30}),))


def test_the_example_of_a_page_joins_the_rules_of_another_one(bench):
    block = builder(["hinweis"], example=Kodex("Beispiel", (Rule("hinweis"),)))
    block.value = stored.to_value(Kodex("Meiner", (Rule("einspruch"),)))
    bench.add(block)
    bench.page.get_by_role("button", name="Mit einem Beispiel-Kodex beginnen").click()
    expect(bench.page.locator(".fk-rules > li")).to_have_count(2)
    assert block.kodex == Kodex("Meiner", (Rule("einspruch"), Rule("hinweis")))
    expect(bench.page.get_by_role("button", name="Mit einem Beispiel-Kodex beginnen")).to_have_count(0)


def test_who_has_begun_alone_can_still_take_what_is_missing_of_the_example(bench):
    example = Kodex("Beispiel", (Rule("hinweis"), Rule("einspruch", {"frist": 7}))).as_example()
    block = builder(["hinweis", "einspruch"], example=example)
    block.value = stored.to_value(Kodex("Meiner", (Rule("einspruch", {"frist": 30}),)))
    bench.add(block)
    more = bench.page.get_by_role("button", name="Beispiel-Kodex dazunehmen")
    more.click()
    expect(bench.page.locator(".fk-rules > li")).to_have_count(2)
    assert block.kodex == Kodex("Meiner", (Rule("einspruch", {"frist": 30}), example.rules[0]))
    expect(more).to_have_count(0)


def test_a_rule_that_does_not_concern_a_system_is_said_to_without_an_answer(bench):
    whole = Kodex("Beides", (Rule("hinweis"), Rule("namenstausch"), Rule("verstehen"), Rule("mensch_liest")))
    shown = lessons_bench.matrix(*[lessons_bench.audited(whole, TEXTS)] * 2)
    bench.add(ui.Matrix("08.pruefung", label="Prüfung", **shown))
    bench.page.get_by_text("Alle Karten als Tabelle").click()
    expect(bench.page.locator("thead th")).to_have_count(5)
    heads = bench.page.locator("thead th").evaluate_all("(all) => all.map((one) => one.innerText)")
    assert [head.partition(".")[0] for head in heads[2:]] == ["2", "3", "4"], "places in the Kodex"
    rows = bench.page.locator("tbody tr")
    expect(rows).to_have_count(len(shown["systems"]))
    for at, system in enumerate(shown["systems"]):
        said = (
            rows.nth(at)
            .locator("td:not(.fk-audit-result)")
            .evaluate_all("(all) => all.map((one) => one.textContent.trim())")
        )
        for cell, text in zip(system["cells"], said, strict=True):
            assert ("betrifft dieses System nicht" in text) == (cell["answer"] == "")
    expect(bench.page.locator(".fk-legend")).to_contain_text("betrifft dieses System nicht")
    bench.page.get_by_role("button", name=shown["systems"][2]["name"], exact=True).click()
    card = bench.page.locator(".fk-audit-evidence:visible")
    expect(card).to_contain_text("betrifft dieses System nicht: Namenstausch · Alle verstehen")
    expect(card.locator(".fk-counts")).to_have_text("✓ 1 ja")


def test_python_takes_what_the_page_builds_and_nothing_damaged(bench):
    block = bench.add(builder())
    bench.page.get_by_role("radio", name="Einspruch").check()
    bench.page.get_by_role("button", name="In meinen Kodex übernehmen").click()
    expect(bench.page.locator(".fk-rules > li")).to_have_count(1)
    assert block.kodex == Kodex(rules=(Rule("einspruch"),))
    block.set_state({"value": {"regeln": [{"muster": "gibt_es_nicht", "angaben": {}}]}})
    assert block.kodex == Kodex(rules=(Rule("einspruch"),))


def test_a_stored_value_that_is_no_kodex_is_left_alone(bench):
    damaged = {"titel": "X", "regeln": [{"muster": "aus_einer_neueren_ausgabe", "angaben": {}}]}
    bench.page.evaluate(
        "(value) => localStorage.setItem('fairki', JSON.stringify("
        "{ version: 1, answers: { '02.kodex': value }, progress: {}, last: null }))",
        damaged,
    )
    bench.add(builder())
    expect(bench.page.locator(".fk-rules > li")).to_have_count(0)
    assert bench.kept()["answers"]["02.kodex"] == damaged


def test_a_download_contains_the_newest_answers_even_if_the_kernel_has_not_heard_of_them(bench):
    note = bench.add(ui.Note("02.notiz", label="Notiz"))
    bench.add(ui.Download("Speichern", "notiz.txt", "text/plain", lambda: note.value.encode(), [note]))
    bench.page.evaluate("() => { window.pythonChange = () => new Promise(() => {}); }")  # a busy kernel
    bench.page.get_by_role("textbox", name="Notiz").fill("Neu")
    bench.page.get_by_role("textbox", name="Notiz").blur()
    with bench.page.expect_download() as download:
        bench.page.get_by_role("button", name="Speichern").click()
    assert download.value.path().read_bytes() == b"Neu"


def test_a_download_hands_over_the_bytes_of_that_moment(bench):
    made = iter([b"eins", b"zwei"])
    bench.add(ui.Download("Speichern", "datei.txt", "text/plain", lambda: next(made)))
    for expected in (b"eins", b"zwei"):
        with bench.page.expect_download() as download:
            bench.page.get_by_role("button", name="Speichern").click()
        assert download.value.suggested_filename == "datei.txt"
        assert download.value.path().read_bytes() == expected
    expect(bench.page.get_by_role("status")).to_contain_text("Download-Ordner")
