"""Module 02 as an employee meets it: from four definitions of fairness to a Kodex on the own device."""

import json
import re
import statistics
import time

import pytest
from docx import Document
from learner import WHOLE, rule_button, unfold
from playwright.sync_api import Page, expect

from fairki.kodex import loads, stored
from fairki.kodex.example import EXAMPLE

pytestmark = pytest.mark.browser

MODULE = f"modul/02_werte{WHOLE}"
ENGLISH_OR_CODE = re.compile(
    r"\b(the|and|with|your|you|choose|select|please|error|warning|loading|rule|value|check|file|save|add|"
    r"remove|edit|undefined|null|nan|true|false|none|import|def|python|kernel|widget|notebook|json|toml)\b"
    r"|[{}]|=>|\b\w+_\w+\b|\w\(\)",
    re.IGNORECASE,
)


def open_module(page: Page, served) -> Page:
    page.goto(served.url + MODULE)
    page.wait_for_selector("html[data-ready]")
    return page


@pytest.fixture
def page(page_at, served):
    return open_module(page_at(1280, reduced_motion="reduce"), served)


def block(page: Page, text: str):
    return page.locator(".page-widget").filter(has_text=text).first


def builder(page: Page):
    return page.locator(".page-widget").filter(has=page.locator(".fk-builder"))


def rules(page: Page):
    return builder(page).locator(".fk-rules > li")


def choose(page: Page, pattern: str) -> None:
    unfold(builder(page).locator(".fk-picker")).get_by_role("radio", name=pattern, exact=True).check()


def take(page: Page) -> None:
    builder(page).get_by_role("button", name="In meinen Kodex übernehmen").click()


def kept(page: Page):
    return json.loads(page.evaluate("localStorage.fairki"))["answers"].get(stored.KEY)


def downloaded(page: Page, name: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    return download.value.path().read_bytes()


# ---- unit 1 ----


def test_a_definition_that_is_met_lights_up_and_others_go_out(page):
    sliders = block(page, "Grenze für Personen ab 30")
    expect(sliders).to_contain_text("Keine von 4 erfüllt.")
    lamp = sliders.locator(".fk-lamp").filter(has_text="Gleiche Quoten")
    lamp.get_by_role("button", name="Einstellen: Gleiche Quoten").click()
    expect(lamp).to_contain_text("erfüllt")
    expect(lamp).to_have_attribute("data-state", "on")
    sliders.get_by_role("button", name="Einstellen: Gleiche Bedeutung").click()
    expect(lamp).to_have_attribute("data-state", "off")
    expect(lamp).to_contain_text("nicht erfüllt")
    sliders.get_by_role("button", name="Gleiche Grenze für beide").click()
    values = [slider.input_value() for slider in sliders.get_by_role("slider").all()]
    assert values[0] == values[1]


def test_the_identity_is_shown_with_the_figures_of_the_moment(page):
    block(page, "Grenze für Personen ab 30").get_by_text("Warum nicht alle vier zugleich gehen").click()

    def figures():
        cells = block(page, "Grenze für Personen ab 30").get_by_role("cell").all_inner_texts()
        return [float(c.replace(",", ".").split()[0]) / (100 if "%" in c else 1) for c in cells if c.strip()]

    for value in ("60", "90"):
        block(page, "Grenze für Personen ab 30").get_by_role("slider").first.fill(value)
        odds, ratio, hit, wrong = figures()[::2]
        assert wrong == pytest.approx(odds * ratio * hit, abs=0.015)


def test_moving_a_slider_changes_the_picture_within_150_milliseconds(page):
    times = page.evaluate(
        """async () => {
            const range = document.querySelector('.fk-thresholds input[type=range]');
            const shown = document.querySelector('.fk-thresholds .fk-lamp-figures');
            const times = [];
            for (let value = 51; value < 80; value += 2) {
                const before = shown.textContent, start = performance.now();
                range.value = value;
                range.dispatchEvent(new Event('input'));
                await new Promise(requestAnimationFrame);
                if (shown.textContent === before) throw new Error('nothing moved');
                times.push(performance.now() - start);
            }
            return times;
        }"""
    )
    assert statistics.median(times) < 150


def test_a_finger_pushes_the_bar_through_the_people_and_wrong_decisions_change_shape_and_colour(
    page_at, served
):
    page = open_module(page_at(360, has_touch=True), served)
    stage = page.locator(".fk-band-stage").first
    stage.scroll_into_view_if_needed()
    bars = page.locator(".fk-bar-of")
    box = stage.bounding_box()
    middle = box["y"] + box["height"] / 2
    start = bars.first.bounding_box()
    page.mouse.move(start["x"] + start["width"] / 2, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 2, middle, steps=5)
    page.mouse.up()
    expect(page.get_by_role("slider", name="Grenze für Personen ab 30")).to_have_value("95")
    bar = bars.first.bounding_box()
    refused = stage.locator(".fk-dot:not(.fk-yes)")
    assert refused.count() + stage.locator(".fk-dot.fk-yes").count() == 100
    assert all(
        dot.bounding_box()["x"] < bar["x"] + bar["width"] / 2
        for dot in refused.all()[:: refused.count() // 8]
    )
    wrong = stage.locator(".fk-dot.fk-wrong")
    said = page.locator(".fk-band-head").first.inner_text()
    assert f"{wrong.count()} falsch" in said
    looks = "e => [getComputedStyle(e).stroke, getComputedStyle(e).strokeWidth, getComputedStyle(e).scale]"
    right = stage.locator(".fk-dot:not(.fk-wrong)")
    assert all(
        one != other
        for one, other in zip(*(dots.first.evaluate(looks) for dots in (wrong, right)), strict=True)
    )
    expect(page.locator(".fk-tally")).to_have_text("Ihre Versuche: 1. Bester: 0 von 4.")


def test_the_numbers_behind_the_picture_follow_it_once_they_are_asked_for(page):
    sliders = block(page, "Grenze für Personen ab 30")
    table = sliders.get_by_role("table", name="Zwei Grenzen, vier Definitionen")
    sliders.get_by_text("Zahlen als Tabelle").click()
    expect(table.get_by_role("row")).to_have_count(3)
    before = table.inner_text()
    sliders.get_by_role("slider").first.fill("60")
    expect(table.get_by_role("row").nth(1)).to_contain_text(re.compile(r"60\s%"))
    assert table.inner_text() != before


# ---- unit 3: the Kodex-Baukasten ----


def test_the_sentence_grows_and_the_rule_is_tried_at_once(page):
    choose(page, "Einspruch")
    sentence = builder(page).locator(".fk-sentence")
    expect(sentence).to_have_text(re.compile(r"mindestens 14\sTage Zeit für einen Einspruch"))
    results = builder(page).locator(".fk-result")
    expect(results).to_have_count(3)
    expect(results.filter(has_text="Bewerbungs-Schnelltest")).to_contain_text("verletzt")
    expect(results.filter(has_text="Wartungsplan")).to_contain_text("nicht beurteilbar")
    builder(page).get_by_role("textbox", name="Frist").fill("1")
    expect(sentence).to_have_text(re.compile(r"mindestens 1\sTag Zeit"))
    builder(page).get_by_role("textbox", name="Frist").fill("365")
    expect(builder(page).locator(".fk-rule-work")).to_contain_text("2 von 3 verletzen die Regel.")


def test_a_number_that_does_not_fit_is_explained_and_not_taken(page):
    choose(page, "Einspruch")
    field = builder(page).get_by_role("textbox", name="Frist")
    for wrong in ("0", "viel", "366", ""):
        field.fill(wrong)
        expect(builder(page).get_by_role("alert").filter(has_text="von 1 bis 365")).to_be_visible()
        take(page)
        expect(field).to_be_focused()
    expect(rules(page)).to_have_count(0)
    builder(page).get_by_role("button", name="Frist erhöhen").click()
    take(page)
    expect(rules(page)).to_contain_text([re.compile(r"15\sTage")])


def test_rules_are_ordered_changed_removed_and_survive_a_reload(page):
    for pattern in ("Einspruch", "Energie", "Hinweis auf KI"):
        choose(page, pattern)
        take(page)
    rule_button(builder(page), 3, "nach oben").click()
    expect(rules(page).nth(1)).to_contain_text("dass KI an der Entscheidung beteiligt ist")
    expect(builder(page).get_by_role("button", name="Regel 2: nach oben")).to_be_focused()

    rule_button(builder(page), 1, "ändern").click()
    builder(page).get_by_role("textbox", name="Frist").fill("30")
    builder(page).get_by_text("Wer kümmert sich darum?").click()
    builder(page).get_by_role("textbox", name="Zuständig").fill("Samira Haddad, IT")
    builder(page).get_by_role("button", name="Änderung speichern").click()
    expect(rules(page).first).to_contain_text("Zuständig: Samira Haddad, IT")

    rule_button(builder(page), 3, "entfernen").click()
    expect(rules(page)).to_have_count(2)
    builder(page).get_by_role("button", name="Rückgängig machen").click()
    expect(rules(page)).to_have_count(3)

    page.reload()
    expect(rules(page)).to_have_count(3)
    kodex = stored.from_value(kept(page))
    assert [rule.pattern for rule in kodex.rules] == ["einspruch", "hinweis", "energie"]
    assert kodex.rules[0].values == {"frist": 30} and kodex.rules[0].owner == "Samira Haddad, IT"


def test_an_example_can_be_taken_and_taken_back(page):
    builder(page).get_by_role("button", name="Mit einem Beispiel-Kodex beginnen").click()
    expect(rules(page)).to_have_count(len(EXAMPLE.rules))
    assert stored.from_value(kept(page)) == EXAMPLE
    builder(page).get_by_role("button", name="Rückgängig machen").click()
    expect(rules(page)).to_have_count(0)
    assert kept(page) is None


def test_a_rule_of_the_example_becomes_ones_own_when_it_is_changed_or_confirmed(page):
    builder(page).get_by_role("button", name="Mit einem Beispiel-Kodex beginnen").click()
    expect(builder(page).get_by_text("Aus dem Beispiel.")).to_have_count(len(EXAMPLE.rules))
    rule_button(builder(page), 3, "bestätigen").click()
    expect(rules(page).nth(2)).to_be_focused()
    rule_button(builder(page), 1, "ändern").click()
    builder(page).get_by_role("textbox", name="Größter Abstand").fill("9")
    builder(page).get_by_role("button", name="Änderung speichern").click()
    expect(builder(page).get_by_text("Aus dem Beispiel.")).to_have_count(len(EXAMPLE.rules) - 2)
    page.reload()
    expect(rules(page)).to_have_count(len(EXAMPLE.rules))
    own = [rule for rule in stored.from_value(kept(page)).rules if not rule.from_example]
    assert [rule.pattern for rule in own] == ["auswahlquoten", "hinweis"]


def test_a_saved_kodex_can_be_opened_again_and_a_damaged_file_changes_nothing(page):
    builder(page).get_by_role("button", name="Mit einem Beispiel-Kodex beginnen").click()
    builder(page).get_by_role("textbox", name="Name des Kodex").fill("Kodex der Werkstatt")
    expect(rules(page)).to_have_count(len(EXAMPLE.rules))
    saved = downloaded(page, "Für später speichern")
    assert loads(saved.decode()).title == "Kodex der Werkstatt"

    rule_button(builder(page), 1, "entfernen").click()
    file = builder(page).locator("input[type=file]")
    file.set_input_files({"name": "x.toml", "mimeType": "", "buffer": b"kein Kodex ["})
    expect(builder(page).get_by_role("alert").filter(has_text="kein lesbarer Kodex")).to_be_visible()
    expect(rules(page)).to_have_count(len(EXAMPLE.rules) - 1)
    file.set_input_files({"name": "x.toml", "mimeType": "", "buffer": saved})
    expect(rules(page)).to_have_count(len(EXAMPLE.rules))


def test_a_late_answer_of_the_kernel_does_not_undo_what_was_entered_since(page_at, served):
    page, slow, held = page_at(), [], []

    def connect(line):
        server = line.connect_to_server()
        server.on_message(lambda message: held.append((line, message)) if slow else line.send(message))

    page.route_web_socket(re.compile("/besuch/"), connect)
    open_module(page, served)
    builder(page).get_by_role("button", name="Mit einem Beispiel-Kodex beginnen").click()
    title = builder(page).get_by_role("textbox", name="Name des Kodex")
    choose(page, "Energie")
    expect(builder(page).locator(".fk-result")).to_have_count(3)
    slow.append(True)
    for text in ("Zu  viele  Leerzeichen", "Neuer Name"):  # the kernel corrects the first one
        title.fill(text)
        title.blur()
    end = time.monotonic() + 20
    while "Zu viele Leerzeichen" not in str(held) and time.monotonic() < end:
        page.wait_for_timeout(50)
    slow.clear()
    for line, message in held:
        line.send(message)
    choose(page, "Einspruch")
    expect(
        builder(page).get_by_text("Ausprobiert an 3 Beispielen")
    ).to_be_visible()  # the kernel has seen it all
    assert "Zu viele Leerzeichen" in str(held)
    assert kept(page)["titel"] == "Neuer Name"


# ---- unit 4 ----


def test_an_empty_kodex_cannot_be_saved_and_the_page_says_why(page):
    page.get_by_role("button", name="Als Word-Datei speichern").click()
    expect(page.get_by_role("alert").filter(has_text="Ihr Kodex ist noch leer.")).to_be_visible()


# ---- the whole page ----


def everything_to_read(page: Page) -> str:
    """What the page shows or tells a screen reader, without the sources, which name papers."""
    return page.evaluate(
        """() => {
            const main = document.querySelector('main').cloneNode(true);
            main.querySelectorAll('.fairki-sources, script, style').forEach((node) => node.remove());
            const names = ['aria-label', 'aria-valuetext', 'title', 'placeholder', 'alt'];
            const told = [...main.querySelectorAll('*')].flatMap((node) =>
                names.map((name) => node.getAttribute(name) ?? ''));
            return [main.textContent, ...told].join('\\n');
        }"""
    )


def test_somebody_who_never_programmed_gets_to_a_kodex_by_keyboard_without_english_or_code(page):
    def focused(expression: str):
        return page.evaluate(f"(() => {{ const e = document.activeElement; return {expression}; }})()")

    def tab_to(text: str, key: str = "Tab") -> None:
        for _ in range(120):
            page.keyboard.press(key)
            name = focused(
                "[e.ariaLabel, e.labels?.[0]?.textContent, e.textContent].filter(Boolean).join('|')"
            )
            if text in name:
                return
        raise AssertionError(f"the keyboard never reached „{text}“")

    page.keyboard.press("Tab")
    assert focused("e.textContent") == "Zum Inhalt springen"
    page.keyboard.press("Enter")
    tab_to("Gleiche Quoten")
    page.keyboard.press("Space")
    tab_to("Grenze für Personen ab 30")
    expect(page.locator(".fk-tally")).to_contain_text("Jede Säule ist ein Versuch")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    assert "83 Prozent" in focused("e.getAttribute('aria-valuetext')")
    expect(page.locator(".fk-tally")).to_contain_text("Ihre Versuche: 1.")  # three keys, one attempt
    tab_to("Einstellen: Gleiche Chancen", "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".fk-thresholds [role=status]")).to_contain_text("„Gleiche Chancen“")
    tab_to("1 Definition")
    page.keyboard.press("ArrowDown")
    tab_to("Auflösen")
    page.keyboard.press("Enter")
    tab_to("Was schätzen Sie: In wie vielen")
    tab_to("Auflösen")
    page.keyboard.press("Enter")

    tab_to("Gleiche Quoten")  # the first pattern of the Kodex-Baukasten
    page.keyboard.press("Space")
    expect(builder(page).locator(".fk-result")).to_have_count(3)
    page.keyboard.press("ArrowDown")
    tab_to("Größter Abstand")
    while focused("e.tagName") != "INPUT":
        page.keyboard.press("Tab")
    page.keyboard.press("Control+a")
    page.keyboard.type("6")
    page.keyboard.press("ArrowUp")
    expect(builder(page).locator(".fk-sentence")).to_contain_text(re.compile(r"höchstens 7\sProzentpunkte"))
    tab_to("In meinen Kodex übernehmen")
    page.keyboard.press("Enter")
    expect(rules(page)).to_have_count(1)
    assert "Wir geben gleiche Chancen" in focused("e.textContent")  # the focus goes to the new rule
    tab_to("Gleiche Quoten", "Shift+Tab")
    tab_to("Regel 1: entfernen")
    tab_to("Wenn Sie mögen: Was heißt das für uns?")
    page.keyboard.press("Enter")
    tab_to("Welche Daten sind bei uns sensibel")
    page.keyboard.type("Krankmeldungen")
    tab_to("Als Word-Datei speichern")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "unser-ki-kodex.docx"
    word = Document(download.value.path())
    cells = [cell.text for row in word.tables[0].rows for cell in row.cells]
    assert any("höchstens 7\N{NO-BREAK SPACE}Prozentpunkte" in text for text in cells)
    assert "Krankmeldungen" in [paragraph.text for paragraph in word.paragraphs]
    assert ENGLISH_OR_CODE.findall(everything_to_read(page)) == []
