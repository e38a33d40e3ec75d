"""Module 03 as an employee meets it: the own register and Kodex come along, and a sharper rule finds more."""

import io

import looks
import pytest
from docx import Document
from learner import WHOLE, remember, resolve, rule_button, widget, write
from playwright.sync_api import Page, expect

from fairki.kodex import Kodex, Rule, patterns, stored
from fairki.lessons import bench

pytestmark = pytest.mark.browser

MODULE = f"modul/03_pruefen{WHOLE}"
KODEX = Kodex("Kodex der Probe", (Rule(patterns.NOTICE), Rule(patterns.SELECTION_RATES, {"abstand": 40})))
SHARPER = Kodex(KODEX.title, (KODEX.rules[0], Rule(patterns.SELECTION_RATES, {"abstand": 5})))
REGISTER = [{"id": "schichtplan", "verborgen": True}, {"id": "chatbot", "verborgen": False}]


def start(page: Page) -> None:
    page.get_by_role("button", name="Prüfung starten").click()
    expect(page.get_by_text("Fertig:")).to_be_visible()


@pytest.fixture
def page(page_at):
    return page_at(1280, reduced_motion="reduce")


def test_register_and_kodex_of_the_other_modules_are_used(page, served):
    remember(page, **{"00.register": REGISTER, stored.KEY: stored.to_value(KODEX)})
    page.goto(served.url + MODULE)
    expect(page.get_by_text("In Ihrem Register aus Modul 0 stehen 2 Systeme.")).to_be_visible()
    expect(page.get_by_text("Kodex der Probe").first).to_be_visible()
    profile = page.locator("details").filter(has_text="Chatbot für Fragen").first
    expect(profile).to_contain_text("0 von 8 bekannt")
    own = widget(page, "Der Kodex prüft 2 Systeme aus Ihrem Register")
    expect(own).to_contain_text("0 Verstöße, 4 offene Punkte")
    profile.get_by_label("Wann erfahren die Betroffenen von der KI?").select_option("gar nicht")
    expect(profile).to_contain_text("1 von 8 bekannt")
    expect(own).to_contain_text("1 Verstoß, 3 offene Punkte")


def test_a_sharper_rule_changes_the_finding_and_both_audits_survive_a_reload(page, served):
    remember(page, **{stored.KEY: stored.to_value(KODEX)})
    page.goto(served.url + MODULE)
    cards = page.get_by_role("region", name="Der Kodex prüft die Systeme", exact=True)
    changed = page.get_by_role("region", name="Nach Ihrer Änderung", exact=True)
    expect(cards.get_by_role("button", name="Azubi-Start: noch verdeckt")).to_be_visible()
    resolve(page, "Fehler findet der Kodex?", 9, "Schätzung festhalten")
    start(page)
    expect(cards.get_by_role("button", name="Azubi-Start: kein Treffer")).to_be_visible()
    expect(changed).to_be_hidden()

    builder = page.locator(".fk-builder")
    rule_button(builder, 2, "ändern").click()
    builder.get_by_label("Größter Abstand", exact=True).fill("5")
    builder.get_by_role("button", name="Änderung speichern").click()
    page.get_by_role("button", name="Noch einmal prüfen").click()

    for shown in (cards, changed):
        expect(shown.get_by_role("button", name="Azubi-Start: gefunden")).to_be_visible()
    was, now = (bench.audited(kodex).score.found for kodex in (KODEX, SHARPER))
    expect(changed.locator(".fk-audit-line")).to_contain_text(f"{now - was} Fehler mehr gefunden")
    compared = widget(page, "Erste und letzte Prüfung")
    expect(compared).to_contain_text("Azubi-Start: Stellvertreter-Merkmal")
    changed.get_by_text("Alle Karten als Tabelle").click()
    row = changed.get_by_role("row").filter(has=page.get_by_role("button", name="Azubi-Start"))
    expect(row.get_by_role("cell").nth(2)).to_have_text("✗ nein (vorher ja)")
    row.get_by_role("button", name="Azubi-Start").click()
    paper = changed.locator(".fk-audit-evidence:visible")
    expect(paper).to_contain_text("Ordnet die Bewerbungen um einen Ausbildungsplatz.")
    expect(paper).to_contain_text("Gleiche Quoten: Regel verletzt (bei der ersten Prüfung: ja)")
    expect(page.locator(".fk-audit-card:focus")).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Enter")
    expect(paper).to_have_count(0)

    page.reload()
    expect(changed.get_by_role("button", name="Azubi-Start: gefunden")).to_be_visible()
    expect(changed.locator(".fk-audit-tally")).to_contain_text(f"vorher {was}, jetzt {now}")
    expect(widget(page, "Erste und letzte Prüfung")).to_contain_text("Azubi-Start: Stellvertreter-Merkmal")


def test_an_audit_answers_within_a_second(page, served):
    page.goto(served.url + MODULE)
    start(page)
    page.evaluate("""() => {
        const button = [...document.querySelectorAll("button")].find((b) => b.textContent === "Noch einmal prüfen");
        const message = button.parentElement.querySelector("[role=status]");
        window.took = new Promise((resolve) => {
            const begun = performance.now();
            const watch = () => message.textContent.startsWith("Fertig") && resolve(performance.now() - begun);
            new MutationObserver(watch).observe(message, { childList: true, characterData: true, subtree: true });
        });
        button.click();
    }""")
    assert page.evaluate("window.took") < 1000


def test_the_report_is_a_word_file_and_needs_an_audit(page, served):
    page.goto(served.url + MODULE)
    save = page.get_by_role("button", name="Prüfbericht als Word-Datei speichern")
    save.click()
    expect(page.get_by_text("Es ist noch nichts geprüft.")).to_be_visible()
    start(page)
    write(page, "Welche Angabe fehlt uns am meisten", "Frau Kaya fragen")
    with page.expect_download() as download:
        save.click()
    assert download.value.suggested_filename == "pruefbericht.docx"
    paper = Document(io.BytesIO(download.value.path().read_bytes()))
    paragraphs = [paragraph.text for paragraph in paper.paragraphs]
    assert "Prüfbericht" in paragraphs and "Frau Kaya fragen" in paragraphs


def test_on_a_phone_the_cards_turn_and_open_their_evidence(page_at, served):
    page = page_at(360, reduced_motion="reduce")
    page.goto(served.url + MODULE)
    start(page)
    cards = page.get_by_role("region", name="Der Kodex prüft die Systeme", exact=True)
    card = cards.get_by_role("button", name="Fallbegleitung: gefunden, zu Unrecht beanstandet")
    card.click()
    paper = page.locator(".fk-audit-evidence:visible")
    expect(paper).to_contain_text("Einspruch: Regel verletzt")
    expect(paper).to_contain_text("Ein Einspruch ist nicht möglich.")
    looks.fits(page)


def test_crossed_groups_are_guessed_first_and_then_counted_at_any_size(page_at, served):
    page = page_at(360, reduced_motion="reduce")
    page.goto(served.url + MODULE)
    slider = page.get_by_label("Wie viele Bewerbungen gibt es in einem Jahr?")
    expect(slider).to_be_hidden()
    guess = resolve(page, "Kann trotzdem jemand benachteiligt sein?", "Nein, dann ist niemand benachteiligt")
    expect(guess.locator(".fk-answer")).to_contain_text("Bei den Männern ist es umgekehrt")
    slider.fill("1000")
    expect(widget(page, "Bei 1.000 Bewerbungen sehen Sie den Nachteil")).to_contain_text("kein Fehler.")
    expect(page.get_by_text("Die zweite Firma benachteiligt niemanden.").first).to_be_visible()


def test_rules_are_switched_by_keyboard_and_stay_off_after_a_reload(page, served):
    page.goto(served.url + MODULE)
    ranks = page.get_by_role("region", name="Wer wird heute angerufen?")
    first = ranks.get_by_role("list", name="Wer wird heute angerufen?").get_by_role("listitem")
    expect(first).to_have_count(12)
    before = first.all_inner_texts()
    ranks.get_by_label("Hat angefragt").focus()
    page.keyboard.press("Space")
    expect(ranks).to_contain_text("Jede Anfrage steht auf demselben Platz wie mit allen Regeln.")
    assert [line.splitlines()[1] for line in first.all_inner_texts()] == [
        line.splitlines()[1] for line in before
    ]
    ranks.get_by_label("Gebiet Süd").uncheck()
    heard = ranks.get_by_role("status")
    expect(heard).to_contain_text("Bei 1 klingt der Name anders.")
    expect(first.filter(has_text="▲")).not_to_have_count(0)
    moved = [line.splitlines()[1] for line in first.all_inner_texts()]
    page.reload()
    expect(ranks.get_by_label("Gebiet Süd")).not_to_be_checked()
    expect(ranks.get_by_label("Hat angefragt")).not_to_be_checked()
    expect(ranks).to_contain_text("Bei 1 klingt der Name anders.")
    expect(first).to_have_count(12)
    assert [line.splitlines()[1].split()[:2] for line in first.all_inner_texts()] == [
        line.split()[:2] for line in moved
    ]
    ranks.get_by_text("Zahlen als Tabelle").click()
    expect(ranks.get_by_role("row")).to_have_count(13)
    looks.fits(page)


def test_whoever_asks_loudly_comes_first_until_loudness_counts_no_more(page, served):
    page.goto(served.url + MODULE)
    ranks = page.get_by_role("region", name="Was wird zuerst erledigt?")
    expect(ranks).to_contain_text("Leise und eilig, aber nicht vorn: Nr.")
    for rule in ("Großbuchstaben", "Fragt nach", "Ruft an"):
        ranks.get_by_label(rule).uncheck()
    expect(ranks).to_contain_text("Niemand mit einem eiligen Anliegen muss warten, nur weil es leise kam.")
