"""Rules about texts in module 08: an own one joins the Kodex of module 02, only such ones examine, nothing is lost."""

import looks
import pytest
from learner import WHOLE, kept, remember, unfold
from playwright.sync_api import expect

from fairki.audit import TEXTS_KEY
from fairki.kodex import Kodex, Rule, patterns, stored

pytestmark = pytest.mark.browser

OWN = Kodex("Unser Kodex", (Rule(patterns.NOTICE),))


def test_a_rule_about_texts_joins_the_kodex_and_only_such_rules_examine(page_at, served):
    page = page_at(1280, reduced_motion="reduce")
    remember(page, **{stored.KEY: stored.to_value(OWN)})
    page.goto(f"{served.url}modul/08_schreiben{WHOLE}")
    expect(page.get_by_text("Ihr Kodex hat noch keine Regel für Systeme, die schreiben.")).to_be_visible()
    unfold(page.locator(".fk-picker")).get_by_role("radio", name="Nichts erfinden").check()
    expect(page.get_by_text("Ausprobiert an 1 Beispiel: 1 von 1 verletzt die Regel.")).to_be_visible()
    page.get_by_role("button", name="In meinen Kodex übernehmen").click()
    expect(page.locator(".fk-rules > li")).to_have_count(2)
    page.get_by_role("button", name="Prüfung starten").click()
    expect(page.get_by_text("Fertig:").first).to_be_visible()
    cards = page.get_by_role("region", name="Der Kodex prüft die Systeme")
    expect(cards.get_by_role("button", name="Feldfüller: gefunden")).to_be_visible()
    cards.get_by_text("Alle Karten als Tabelle").click()
    expect(cards.locator("thead th")).to_have_text(["System", "Ergebnis", "2. Nichts erfinden"])
    expect(cards.locator('td [data-answer="nein"]')).to_have_count(2)
    expect(cards.locator('td [data-answer=""]')).to_have_count(13)
    cards.get_by_role("button", name="Zeugnisfeder: kein Treffer").click()
    expect(cards.locator(".fk-audit-evidence:visible")).to_contain_text(
        "betrifft dieses System nicht: Nichts erfinden"
    )
    rules = [rule["muster"] for rule in kept(page)[stored.KEY]["regeln"]]
    assert rules == [patterns.NOTICE, patterns.NOTHING_INVENTED]
    assert [one["muster"] for one in kept(page)[TEXTS_KEY]["letzte"]["regeln"]] == rules
    looks.fits(page)
