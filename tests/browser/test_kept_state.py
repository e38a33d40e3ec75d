"""What the browser keeps of a learner is never lost: not to another version, damage, a full browser or a second tab.

Here is what the learner sees of it; what the store does in each case is tested in tests/web/store.test.mjs.
"""

import json

import pytest
from playwright.sync_api import Page, expect
from test_blocks import CARDS, Bench
from test_kodex_blocks import builder as kodex_builder

from fairki import ui
from fairki.kodex import Kodex, Rule, patterns

pytestmark = pytest.mark.browser

ANSWERS = {f"01.notiz{at}": f"Antwort {at}" for at in range(87)}
WHOLE = {"version": 2, "answers": ANSWERS, "progress": {"01": {"1": True}}, "last": None}
NEWER = json.dumps(WHOLE | {"version": 3})
CUT_OFF = json.dumps(WHOLE)[:-40]
ODD_KEY = json.dumps(WHOLE | {"answers": ANSWERS | {"<b>": "seltsam"}})
NOTICE = "Hinweis zu Ihrem Stand"


@pytest.fixture
def bench(browser):
    context = browser.new_context(
        viewport={"width": 360, "height": 780}, accept_downloads=True, locale="de-DE"
    )
    bench = Bench(context.new_page())
    yield bench
    assert bench.problems == []
    context.close()


def put(page: Page, text: str) -> None:
    page.evaluate("(text) => localStorage.setItem('fairki', text)", text)


def aside(page: Page) -> list[str]:
    """The texts that were set aside."""
    return page.evaluate(
        "Object.keys(localStorage).filter((k) => k.startsWith('fairki.beiseite.')).sort().map((k) => localStorage[k])"
    )


def add_page(bench: Bench) -> ui.Note:
    """A page with a head and a note."""
    bench.add(ui.Header("01", "Der Spiegel", [["1", "Bausteine", 15]]))
    return bench.add(ui.Note("01.notiz1", "Was heißt das?"))


def notice(bench: Bench):
    return bench.page.get_by_role("region", name=NOTICE)


def answer(bench: Bench, text: str = "Neu") -> None:
    bench.page.get_by_label("Was heißt das?").fill(text)
    bench.page.get_by_label("Was heißt das?").blur()


# ---- what was kept cannot be read


@pytest.mark.parametrize("text", [NEWER, CUT_OFF], ids=["newer", "cut off"])
def test_a_state_that_cannot_be_read_is_set_aside_before_the_first_answer_takes_its_place(bench, text):
    put(bench.page, text)
    add_page(bench)
    expect(notice(bench)).to_contain_text("Er liegt unverändert beiseite")
    expect(bench.page.get_by_label("Was heißt das?")).to_have_value("")
    assert bench.page.evaluate("localStorage.fairki") == text  # to look at a page replaces nothing
    answer(bench)
    assert bench.kept()["answers"] == {"01.notiz1": "Neu"}
    assert aside(bench.page) == [text]


def test_of_a_state_with_one_odd_entry_all_others_stay(bench):
    put(bench.page, ODD_KEY)
    note = add_page(bench)
    expect(bench.page.get_by_label("Was heißt das?")).to_have_value("Antwort 1")
    assert note.value == "Antwort 1"
    answer(bench)
    assert bench.kept()["answers"] == ANSWERS | {"01.notiz1": "Neu"}
    assert bench.kept()["progress"] == {"01": {"1": True}}
    assert aside(bench.page) == [ODD_KEY]
    expect(notice(bench)).to_contain_text("Den Rest sehen Sie wie gewohnt.")


def test_the_old_state_can_be_taken_along_as_it_was_and_is_told_of_once(bench):
    put(bench.page, NEWER)
    add_page(bench)
    expect(notice(bench)).to_contain_text("aus einer neueren Fassung des Kurses")
    with bench.page.expect_download() as download:
        notice(bench).get_by_role("button", name="Alten Stand als Datei sichern").click()
    assert download.value.suggested_filename.startswith("fairki-beiseite-20")
    assert download.value.path().read_text(encoding="utf-8") == NEWER
    notice(bench).get_by_role("button", name="Verstanden").click()
    expect(notice(bench)).to_be_hidden()
    answer(bench)
    bench.reload()
    add_page(bench)
    expect(bench.page.get_by_label("Was heißt das?")).to_have_value("Neu")
    expect(notice(bench)).to_be_hidden()


def test_the_panel_keeps_the_old_state_until_the_learner_deletes_it(bench):
    put(bench.page, CUT_OFF)
    bench.add(ui.Store())
    page = bench.page
    notice(bench).get_by_role("button", name="Verstanden").click()
    panel = page.get_by_role("region", name="Ihr Stand auf diesem Gerät")
    expect(panel).to_contain_text("Ihr Stand auf diesem Gerät ist beschädigt.")
    with page.expect_download() as download:
        panel.get_by_role("button", name="Alten Stand als Datei sichern").click()
    assert download.value.path().read_text(encoding="utf-8") == CUT_OFF
    panel.get_by_role("button", name="Alten Stand löschen").click()
    page.get_by_role("dialog").get_by_role("button", name="Löschen").click()
    expect(page.get_by_text("Der alte Stand ist gelöscht.")).to_be_visible()


def test_to_delete_everything_deletes_what_lies_aside_as_well(bench):
    put(bench.page, CUT_OFF)
    bench.add(ui.Store())
    notice(bench).get_by_role("button", name="Verstanden").click()
    bench.page.get_by_role("button", name="Alles löschen").click()
    bench.page.get_by_role("dialog").get_by_role("button", name="Alles löschen").click()
    expect(bench.page.get_by_text("Alles ist gelöscht.")).to_be_visible()
    assert bench.page.evaluate("localStorage.length") == 0


def test_a_file_read_over_a_damaged_state_leaves_that_state_aside(bench, tmp_path):
    put(bench.page, CUT_OFF)
    bench.add(ui.Store())
    notice(bench).get_by_role("button", name="Verstanden").click()
    file = tmp_path / "stand.json"
    file.write_text(json.dumps(WHOLE), encoding="utf-8")
    with bench.page.expect_file_chooser() as chooser:
        bench.page.get_by_role("button", name="Aus Datei laden").click()
    chooser.value.set_files(file)
    expect(bench.page.get_by_text("Ihr Stand ist geladen.")).to_be_visible()
    assert bench.kept()["answers"] == ANSWERS
    assert aside(bench.page) == [CUT_OFF]


# ---- one answer does not fit its block


KODEX = {"titel": "Unser KI-Kodex", "regeln": [{"muster": "aus_einer_neueren_ausgabe", "angaben": {}}]}
KNOWN = {"titel": "Unser KI-Kodex", "regeln": [{"muster": patterns.NOTICE, "angaben": {"zeitpunkt": "nie"}}]}


@pytest.mark.parametrize("value", [KODEX, KNOWN], ids=["refused by the page", "refused by the kernel"])
def test_an_answer_that_does_not_fit_is_set_aside_before_a_new_one_takes_its_place(bench, value):
    state = json.dumps(WHOLE | {"answers": {"02.kodex": value}})
    put(bench.page, state)
    builder = bench.add(kodex_builder())
    bench.page.wait_for_timeout(200)
    assert builder.value is None
    assert bench.kept()["answers"] == {"02.kodex": value}
    bench.page.evaluate("window.dispatchEvent(new CustomEvent('fairki-store', { detail: { key: null } }))")
    assert bench.kept()["answers"] == {"02.kodex": value}
    bench.page.get_by_role("radio", name="Einspruch").check()
    bench.page.get_by_role("button", name="In meinen Kodex übernehmen").click()
    expect(bench.page.locator(".fk-rules > li")).to_have_count(1)
    assert builder.kodex == Kodex(rules=(Rule("einspruch"),))
    assert bench.kept()["answers"]["02.kodex"] == builder.value
    assert aside(bench.page) == [state]


def test_what_the_learner_takes_back_is_gone_and_not_set_aside(bench):
    put(bench.page, json.dumps(WHOLE | {"answers": {"01.karten": {"k0": "ja"}}}))
    bench.add(ui.Cards("01.karten", CARDS))
    bench.page.get_by_role("button", name="Letzte Entscheidung zurücknehmen").click()
    assert bench.kept()["answers"] == {}
    assert aside(bench.page) == []


# ---- a full browser, a second tab


FULL = """
const set = Storage.prototype.setItem;
Storage.prototype.setItem = function (name, text) {
  if (window.full && text.length > 100) throw new DOMException('full', 'QuotaExceededError');
  set.call(this, name, text);
};
"""


def test_a_full_browser_says_so_at_once_and_keeps_the_answers_as_soon_as_there_is_room(bench):
    bench.page.add_init_script(FULL)
    bench.reload()
    put(bench.page, json.dumps(WHOLE))
    bench.page.evaluate("window.full = true")
    add_page(bench)
    bench.add(ui.Slider("01.regler", "Anteil", 0, 10))
    answer(bench)
    expect(notice(bench)).to_contain_text("lassen sich auf diesem Gerät nicht speichern")
    with bench.page.expect_download() as download:
        notice(bench).get_by_role("button", name="Als Datei sichern").click()
    assert json.loads(download.value.path().read_text())["answers"] == ANSWERS | {"01.notiz1": "Neu"}
    notice(bench).get_by_role("button", name="Verstanden").click()
    assert bench.kept() == WHOLE
    elsewhere = WHOLE | {"answers": ANSWERS | {"02.notiz": "aus dem anderen Fenster"}}
    bench.page.evaluate("window.full = false")
    put(bench.page, json.dumps(elsewhere))  # what another tab keeps meanwhile stays
    bench.page.get_by_label("Anteil").fill("7")
    assert bench.kept()["answers"] == elsewhere["answers"] | {"01.notiz1": "Neu", "01.regler": 7}
    expect(notice(bench)).to_be_hidden()


@pytest.mark.parametrize("text", [NEWER, ODD_KEY], ids=["newer", "odd key"])
def test_without_room_to_set_the_old_state_aside_it_is_not_replaced(bench, text):
    bench.page.add_init_script(FULL)
    bench.reload()
    put(bench.page, text)
    bench.page.evaluate("window.full = true")
    add_page(bench)
    answer(bench)
    assert bench.page.evaluate("localStorage.fairki") == text
    expect(notice(bench)).to_contain_text("lassen sich auf diesem Gerät nicht speichern")
    with bench.page.expect_download() as download:
        notice(bench).get_by_role("button", name="Alten Stand als Datei sichern").click()
    assert download.value.path().read_text(encoding="utf-8") == text


def test_a_newer_version_in_another_tab_takes_no_answers_from_this_page_and_loses_none(bench):
    put(bench.page, json.dumps(WHOLE))
    add_page(bench)
    other = bench.page.context.new_page()
    other.route("**/*", lambda route: route.fulfill(body="<p>Neu</p>", content_type="text/html"))
    other.goto(bench.page.url)
    put(other, NEWER)
    expect(notice(bench)).to_contain_text("aus einer neueren Fassung des Kurses")
    expect(bench.page.get_by_label("Was heißt das?")).to_have_value("Antwort 1")
    assert other.evaluate("localStorage.fairki") == NEWER
    answer(bench)
    assert bench.kept()["answers"] == ANSWERS | {"01.notiz1": "Neu"}
    assert aside(bench.page) == [NEWER]
