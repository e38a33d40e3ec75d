"""The blocks in a real browser: each runs its real script against its real Python object.

A bench page plays the part of JupyterLab: it loads a block's script from a blob, gives it a model, and passes
changes and messages to the Python object and back. No server and no kernel is involved.
"""

import base64
import gzip
import json

import looks
import pandas as pd
import pytest
from learner import turn_to
from playwright.sync_api import expect

from fairki import charts, definitions, ui
from fairki.ui.chart import plotly_script
from fairki.ui.thresholds import group

pytestmark = pytest.mark.browser

ADDRESS = "http://fairki.test/"

PAGE = """<!doctype html>
<html lang="de"><head><meta charset="utf-8"><title>Bausteine</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>%(css)s</style>%(head)s</head>
<body class="fairki"><main style="max-width: 46rem; margin: auto; padding: 1rem"><h1>Der Spiegel</h1></main>
<script>
window.models = [];
window.addBlock = async (id, state, heading) => {
  const listeners = new Map();
  let changed = {};
  const fire = (name, ...args) => [...(listeners.get(name) ?? [])].forEach((f) => f(...args));
  const put = (name, value) => {
    if (JSON.stringify(state[name]) === JSON.stringify(value)) return;
    state[name] = value;
    fire(`change:${name}`);
  };
  const model = {
    get: (name) => state[name],
    set(name, value) { changed[name] = value; put(name, value); },
    async save_changes() {
      const now = changed; changed = {};
      if (Object.keys(now).length === 0) return;
      const back = JSON.parse(await pythonChange(id, JSON.stringify(now)));
      for (const [name, value] of Object.entries(back)) put(name, value);
    },
    on(name, f) { listeners.set(name, [...(listeners.get(name) ?? []), f]); },
    off(name, f) { listeners.set(name, (listeners.get(name) ?? []).filter((g) => g !== f)); },
    async send(content) {
      for (const { content: reply, buffers } of JSON.parse(await pythonMessage(id, JSON.stringify(content)))) {
        const views = buffers.map((b) => new DataView(Uint8Array.from(atob(b), (c) => c.charCodeAt(0)).buffer));
        fire("msg:custom", reply, views);
      }
    },
    put,
  };
  const el = document.createElement("div");
  if (heading) {
    const h2 = document.createElement("h2");
    h2.textContent = heading;
    document.querySelector("main").append(h2);
  }
  document.querySelector("main").append(el);
  const module = await import(URL.createObjectURL(new Blob([state._esm], { type: "text/javascript" })));
  const cleanup = await module.default.render({ model, el });
  window.models[id] = { model, el, cleanup, listeners };
};
</script></body></html>"""


class Bench:
    """One browser page with blocks, wired to their Python objects."""

    def __init__(self, page, head=""):
        self.page = page
        self.blocks = []
        self.problems = []
        self.reached = []
        html = PAGE % {"css": ui.Header._css, "head": head}
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("console", lambda line: self.problems.append(line.text) if line.type == "error" else None)
        page.on("request", lambda request: self.reached.append(request.url))
        page.expose_function("pythonChange", lambda *args: self._change(*args))
        page.expose_function("pythonMessage", lambda *args: self._message(*args))
        page.route(ADDRESS + "**", lambda route: route.fulfill(body=html, content_type="text/html"))
        page.goto(ADDRESS)

    def add(self, block, heading=""):
        self.blocks.append(block)
        state = {name: value for name, value in block.get_state().items() if name not in ("layout", "_css")}
        self.page.evaluate(
            "([id, state, heading]) => addBlock(id, JSON.parse(state), heading)",
            [len(self.blocks) - 1, json.dumps(state), heading],
        )
        return block

    def put(self, block, **traits):
        """Python changes traits of a block and the browser hears of it."""
        for name, value in traits.items():
            setattr(block, name, value)
            self.page.evaluate(
                "([id, name, value]) => models[id].model.put(name, value)",
                [self.blocks.index(block), name, value],
            )

    def reload(self):
        self.page.reload()
        self.blocks.clear()

    def kept(self):
        return json.loads(self.page.evaluate("localStorage.getItem('fairki')") or "null")

    def _change(self, number, changes):
        block = self.blocks[number]
        before = block.get_state()
        block.set_state(json.loads(changes))
        after = block.get_state()
        sent = before | json.loads(changes)
        return json.dumps(
            {name: value for name, value in after.items() if value != sent[name] and name != "layout"}
        )

    def _message(self, number, content):
        block = self.blocks[number]
        replies = []
        block.send = lambda reply, buffers=(): replies.append(
            {"content": reply, "buffers": [base64.b64encode(buffer).decode() for buffer in buffers]}
        )
        block._handle_custom_msg(json.loads(content), [])
        return json.dumps(replies)


@pytest.fixture
def bench(browser):
    """A bench at phone size; fails if the page reports an error or leaves its own address."""
    context = browser.new_context(viewport={"width": 360, "height": 780}, accept_downloads=True)
    bench = Bench(context.new_page())
    yield bench
    assert bench.problems == []
    assert [url for url in bench.reached if not url.startswith((ADDRESS, "blob:", "data:"))] == []
    context.close()


CARDS = [
    {"id": f"k{i}", "title": name, "facts": [["Abschlussnote", "1,7"], ["Test", "74 von 100"]], "note": ""}
    for i, name in enumerate(["Aylin Kara", "Jonas Petersen", "Mara Schulz"])
]
QUESTIONS = [
    {
        "id": "spalte",
        "text": "Was passiert ohne die Spalte Geschlecht?",
        "options": [
            {"text": "Der Abstand verschwindet.", "right": False, "why": "Andere Spalten stehen dafür."},
            {"text": "Der größte Teil bleibt.", "right": True, "why": "Genau, rund vier Fünftel."},
        ],
    },
    {
        "id": "kontrolle",
        "text": "Wozu dient die Kontrolle?",
        "options": [
            {"text": "Sie zeigt den Zufall.", "right": True, "why": "Sie ist der Maßstab."},
            {"text": "Sie prüft Menschen.", "right": False, "why": "Geprüft wird ein Verfahren."},
        ],
    },
]
ITEMS = [
    {"id": "spam", "title": "Spamfilter", "text": "Ein Filter legt E-Mails zur Seite.", "group": "Büro"},
    {"id": "texte", "title": "Textassistent", "text": "Ein Programm schreibt Texte.", "group": "Büro"},
    {"id": "touren", "title": "Planung von Routen", "text": "Wer fährt welche Tour?", "group": "Transport"},
]
MARK = ("verborgen", "Läuft unbemerkt")
UNITS = [("1", "Sie entscheiden", 15), ("2", "Spalte löschen", 10)]
SHARES = pd.DataFrame({"Wann": ["vorher", "nachher"], "Anteil": [0.297, 0.451]})


def picture(title="Der Anteil steigt."):
    return charts.bars(SHARES, title, "Von 29,7 % auf 45,1 %.")


def chart_is_drawn(page):
    page.wait_for_function("document.querySelector('.fk-figure .main-svg') !== null", timeout=30_000)


# ---- cards ----


def test_cards_can_be_walked_through_with_the_keyboard_alone(bench):
    cards = bench.add(ui.Cards("01.karten", CARDS))
    page = bench.page
    page.keyboard.press("Tab")  # the box for the time bar
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Einladen")).to_be_focused()
    expect(page.get_by_text("Karte 1 von 3")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Jonas Petersen")).to_be_focused()
    expect(page.get_by_role("status")).to_have_text(
        "Einladen. Karte 2 von 3: Jonas Petersen; Abschlussnote 1,7; Test 74 von 100"
    )
    page.keyboard.press("n")
    page.keyboard.press("J")
    expect(page.get_by_role("heading", name="Ihre 3 Entscheidungen")).to_be_focused()
    assert cards.value == {"k0": "ja", "k1": "nein", "k2": "ja"}
    assert cards.complete


def test_single_keys_do_nothing_while_the_focus_is_elsewhere(bench):
    cards = bench.add(ui.Cards("01.karten", CARDS))
    bench.page.keyboard.press("j")
    bench.page.keyboard.press("Tab")
    bench.page.keyboard.press("Control+j")
    assert cards.value is None


def test_the_last_decision_can_be_taken_back(bench):
    cards = bench.add(ui.Cards("01.karten", CARDS))
    page = bench.page
    back = page.get_by_role("button", name="Letzte Entscheidung zurücknehmen")
    expect(back).to_be_hidden()
    page.get_by_role("button", name="Einladen").click()
    page.get_by_role("button", name="Absagen").click()
    back.click()
    assert cards.value == {"k0": "ja"}
    expect(page.get_by_text("Karte 2 von 3", exact=True)).to_be_visible()
    expect(back).to_be_focused()
    back.click()
    assert cards.value is None
    expect(page.locator("h4.fk-card-title")).to_be_focused()


def test_single_decisions_can_be_changed_at_the_end(bench):
    cards = bench.add(ui.Cards("01.karten", CARDS))
    page = bench.page
    for _ in CARDS:
        page.get_by_role("button", name="Einladen").click()
    page.get_by_role("button", name="ändern: Jonas Petersen").click()
    assert cards.value == {"k0": "ja", "k1": "nein", "k2": "ja"}
    expect(page.get_by_text("Einladen: 2 · Absagen: 1")).to_be_visible()
    expect(page.get_by_role("button", name="ändern: Jonas Petersen")).to_be_focused()


def test_starting_again_is_asked_first(bench):
    cards = bench.add(ui.Cards("01.karten", CARDS))
    page = bench.page
    for _ in CARDS:
        page.get_by_role("button", name="Absagen").click()
    page.get_by_role("button", name="Noch einmal von vorn").click()
    page.get_by_role("button", name="Abbrechen").click()
    assert cards.complete
    page.get_by_role("button", name="Noch einmal von vorn").click()
    page.get_by_role("button", name="Ja, alle verwerfen").click()
    assert cards.value is None
    expect(page.get_by_text("Karte 1 von 3", exact=True)).to_be_visible()


def test_the_time_bar_never_decides_and_can_be_switched_off(bench):
    cards = bench.add(ui.Cards("01.karten", CARDS, seconds=1))
    page = bench.page
    page.get_by_role("button", name="Einladen").click()
    expect(page.get_by_text("Die Zeit ist um.")).to_be_visible()
    assert cards.value == {"k0": "ja"}
    page.get_by_role("checkbox", name="Zeitbalken").uncheck()
    page.get_by_role("button", name="Einladen").click()
    page.wait_for_timeout(1200)
    expect(page.get_by_text("Ohne Zeitbalken")).to_be_visible()


def test_the_time_bar_is_off_for_people_who_want_less_motion(bench):
    bench.page.emulate_media(reduced_motion="reduce")
    bench.add(ui.Cards("01.karten", CARDS))
    expect(bench.page.get_by_role("checkbox", name="Zeitbalken")).not_to_be_checked()


SORTED = [("frei", "frei"), ("werkzeug", "nur im Werkzeug", "●"), ("nie", "nie", "✗")]
REPLIED = [
    card | {"reply": {"answer": answer, "why": f"Grund {at}.", **more}}
    for at, (card, answer, more) in enumerate(
        zip(CARDS, ("frei", "nie", "werkzeug"), ({}, {}, {"more": "Im Vertrag steht mehr."}), strict=True)
    )
]


def test_a_card_with_a_reply_says_why_before_the_next_one_comes(bench):
    cards = bench.add(ui.Cards("08.karten", REPLIED, SORTED, seconds=0))
    page = bench.page
    page.keyboard.press("Tab")
    page.keyboard.press("f")
    assert cards.value == {"k0": "frei"}
    expect(page.get_by_role("status")).to_have_text("Wie unser Vorschlag: frei. Grund 0.")
    expect(page.get_by_text("Karte 1 von 3")).to_be_visible()
    expect(page.get_by_role("button", name="Weiter")).to_be_focused()
    expect(page.get_by_role("button", name="nur im Werkzeug")).to_be_hidden()
    page.keyboard.press("n")  # no card is open now
    assert cards.value == {"k0": "frei"}
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Jonas Petersen")).to_be_focused()
    page.keyboard.press("w")
    expect(page.get_by_role("status")).to_contain_text(
        "Unser Vorschlag: nie. Ihre Wahl: nur im Werkzeug. Grund 1."
    )
    page.get_by_role("button", name="Letzte Entscheidung zurücknehmen").click()
    assert cards.value == {"k0": "frei"}
    expect(page.get_by_text("Grund 1.")).to_be_hidden()


def test_at_the_end_every_reply_can_be_read_once_more(bench):
    bench.add(ui.Cards("08.karten", REPLIED, SORTED, seconds=0))
    page = bench.page
    for _ in CARDS:
        page.get_by_role("button", name="frei").click()
        page.get_by_role("button", name="Weiter").click()
    expect(page.get_by_role("heading", name="Ihre 3 Entscheidungen")).to_be_focused()
    expect(
        page.get_by_text("1 von 3 wie unser Vorschlag. frei: 3 · nur im Werkzeug: 0 · nie: 0")
    ).to_be_visible()
    page.get_by_text("Alle Karten und unsere Antworten", exact=True).click()
    page.get_by_text("Unser Vorschlag: nur im Werkzeug", exact=True).click()
    expect(page.get_by_text("Im Vertrag steht mehr.", exact=True)).to_be_visible()
    looks.fits(page)


# ---- quiz and guess ----


def test_a_quiz_works_with_the_keyboard_and_explains_the_chosen_option(bench):
    quiz = bench.add(ui.Quiz("01.check", QUESTIONS))
    page = bench.page
    first = page.get_by_role("group", name="Was passiert ohne die Spalte")
    for _ in ("overview 1", "overview 2", "first answer"):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    expect(first.get_by_role("button", name="Prüfen")).to_be_focused()
    page.keyboard.press("Enter")
    expect(first.get_by_role("status")).to_have_text("✗ Noch nicht. Andere Spalten stehen dafür.")
    expect(first.get_by_role("button", name="Prüfen")).to_be_focused()
    assert quiz.value == {"spalte": 0}
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("ArrowDown")
    expect(first.get_by_role("status")).to_have_text("")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(first.get_by_role("status")).to_have_text("✓ Richtig. Genau, rund vier Fünftel.")
    assert quiz.value == {"spalte": 1}


def test_a_quiz_shows_one_question_and_says_which_are_answered(bench):
    bench.add(ui.Quiz("01.check", QUESTIONS))
    page = bench.page
    first, second = page.locator(".fk-question").all()
    expect(second).to_be_hidden()
    expect(page.get_by_role("button", name="Vorige Frage")).to_be_hidden()
    first.get_by_role("radio").first.check()
    first.get_by_role("button", name="Prüfen").click()
    expect(first.get_by_role("status")).to_contain_text(
        "Andere Spalten stehen dafür."
    )  # it does not go on by itself
    page.get_by_role("button", name="Frage 1: beantwortet, noch nicht richtig").press("ArrowRight")
    expect(page.get_by_role("button", name="Frage 2: noch offen")).to_be_focused()
    expect(first).to_be_hidden()
    page.get_by_role("button", name="Vorige Frage").press("Enter")
    expect(first).to_be_focused()
    expect(page.get_by_text("1 von 2 beantwortet")).to_be_visible()
    page.emulate_media(media="print")
    expect(first).to_be_visible()
    expect(second).to_be_visible()
    expect(page.get_by_role("button", name="Nächste Frage")).to_be_hidden()
    page.emulate_media(media="screen")
    bench.reload()
    bench.add(ui.Quiz("01.check", QUESTIONS))
    expect(second).to_be_visible()
    expect(first).to_be_hidden()
    page.evaluate("document.body.dataset.view = 'alles'")
    expect(first).to_be_visible()


def test_all_explanations_appear_only_after_an_answer(bench):
    bench.add(ui.Quiz("01.check", QUESTIONS))
    bench.page.get_by_role("button", name="Nächste Frage").click()
    question = bench.page.get_by_role("group", name="Wozu dient")
    everything = question.get_by_role("button", name="Alle Erklärungen zeigen")
    expect(everything).to_be_hidden()
    question.get_by_role("button", name="Prüfen").click()
    expect(question.get_by_role("status")).to_have_text("Bitte wählen Sie zuerst eine Antwort.")
    question.get_by_role("radio").first.check()
    question.get_by_role("button", name="Prüfen").click()
    everything.click()
    expect(question.get_by_text("Sie ist der Maßstab.").first).to_be_visible()
    expect(question.get_by_text("Nicht richtig. Geprüft wird ein Verfahren.")).to_be_visible()
    question.get_by_role("button", name="Erklärungen einklappen").click()
    expect(question.get_by_text("Geprüft wird ein Verfahren.")).to_be_hidden()


def test_the_answer_comes_only_after_the_guess(bench):
    guess = ui.Guess("01.schaetzung", "Wie viel Prozent bleiben?")
    guess.observe(
        lambda change: setattr(guess, "answer", f"<p>Es bleiben 80 %, nicht {change.new}.</p>"), "value"
    )
    bench.add(guess)
    page = bench.page
    page.get_by_role("button", name="Auflösen").click()
    expect(page.get_by_text("Bitte geben Sie zuerst Ihre Schätzung ab.")).to_be_visible()
    assert guess.value is None
    page.get_by_role("slider", name="Wie viel Prozent bleiben?").focus()
    page.keyboard.press("ArrowRight")
    assert guess.value is None
    page.get_by_role("button", name="Auflösen").click()
    expect(page.get_by_text("Es bleiben 80 %, nicht 51.")).to_be_visible()
    expect(page.get_by_text("Ihre Schätzung: 51 %")).to_be_visible()
    assert guess.value == 51


def test_the_middle_of_the_scale_can_be_guessed_by_a_click(bench):
    guess = bench.add(ui.Guess("", "Wie viel Prozent bleiben?"))
    bench.page.get_by_role("slider").click()
    bench.page.get_by_role("button", name="Auflösen").click()
    assert guess.value == 50


def test_a_guess_among_options_is_one_of_them(bench):
    options = [("weg", "Der Abstand ist weg"), ("bleibt", "Er bleibt", "wegen anderer Spalten")]
    guess = bench.add(ui.Guess("", "Was glauben Sie?", kind="choice", options=options))
    bench.page.get_by_label("Er bleibt").check()
    bench.page.get_by_role("button", name="Auflösen").click()
    expect(bench.page.get_by_text("Ihre Schätzung: Er bleibt")).to_be_visible()
    assert guess.value == "bleibt"


def test_whether_a_guess_was_right_is_said_in_words_and_in_colour(bench):
    options = [("right", "Er bleibt"), ("other", "Er ist weg"), ("", "Weiß nicht")]
    guess = bench.add(ui.Guess("", "Was glauben Sie?", kind="choice", options=options))
    guess.observe(lambda change: setattr(guess, "verdict", change.new), "value")
    page, colours = bench.page, set()
    for (_, label), button, said in zip(
        options,
        ("Auflösen", "Neu schätzen", "Neu schätzen"),
        (
            "✓ Ihre Schätzung stimmt: Er bleibt",
            "Ihre Schätzung: Er ist weg – es ist anders",
            "Ihre Schätzung: Weiß nicht",
        ),
        strict=True,
    ):
        page.get_by_label(label).check()
        page.get_by_role("button", name=button).click()
        expect(page.get_by_text(said, exact=True)).to_be_visible()
        colours.add(page.locator(".fk-answer").evaluate("it => getComputedStyle(it).backgroundColor"))
    assert len(colours) == 3


# ---- inputs, text ----


def test_choices_of_every_kind_send_their_value_at_once(bench):
    options = [["a", "Lebenslauf", "zwei Seiten"], ["b", "Anschreiben"], ["c", "Foto"]]
    radio = bench.add(ui.Choice("r", "Eine", options))
    boxes = bench.add(ui.Choice("c", "Mehrere", options, kind="checkbox"))
    select = bench.add(ui.Choice("s", "Aus der Liste", options, kind="select"))
    page = bench.page
    page.get_by_role("group", name="Eine").get_by_label("Anschreiben").check()
    for name in ("Foto", "Lebenslauf"):
        page.get_by_role("group", name="Mehrere").get_by_label(name).check()
    page.get_by_label("Aus der Liste").select_option(label="Foto")
    assert (radio.value, boxes.value, select.value) == ("b", ["a", "c"], "c")
    page.get_by_label("Aus der Liste").select_option(label="Bitte wählen")
    assert select.value is None


def test_a_scale_stands_side_by_side_where_there_is_room(bench):
    scale = bench.add(ui.Choice("00.meinung", "Wie sehr?", [["1", "wenig"], ["2", "sehr"]], kind="scale"))
    page = bench.page
    page.get_by_label("sehr", exact=True).check()
    assert scale.value == "2"
    for width, side_by_side in ((360, False), (1280, True)):
        page.set_viewport_size({"width": width, "height": 780})
        one, other = (page.get_by_role("radio", name=name).bounding_box() for name in ("wenig", "sehr"))
        assert (one["y"] == other["y"]) == side_by_side


def test_a_pick_list_is_searched_picked_and_marked_with_the_keyboard(bench):
    picked = bench.add(ui.PickList("00.register", "Was gibt es bei uns?", ITEMS, MARK))
    page = bench.page
    expect(page.get_by_role("checkbox", name="Läuft unbemerkt")).to_have_count(0)
    page.keyboard.press("Tab")
    expect(page.get_by_role("searchbox", name="In der Liste suchen")).to_be_focused()
    page.keyboard.type("büro TEXT")
    expect(page.get_by_text("1 von 3 passen.")).to_be_visible()
    expect(page.get_by_role("checkbox")).to_have_count(1)
    expect(page.get_by_text("Transport", exact=True)).to_be_hidden()
    for _ in ("the name of the group", "its only case"):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    expect(page.get_by_role("checkbox", name="Läuft unbemerkt (Textassistent)")).to_be_focused()
    page.keyboard.press("Space")
    expect(page.get_by_text("Gewählt: 1 von 3 · Läuft unbemerkt: 1")).to_be_visible()
    assert picked.value == [{"id": "texte", "verborgen": True}]
    page.get_by_role("searchbox").fill("xyz")
    expect(page.get_by_text("Nichts gefunden.")).to_be_visible()
    page.get_by_role("searchbox").fill("")
    page.get_by_role("checkbox", name="Spamfilter").check()
    expect(page.get_by_text("Gewählt: 2 von 3 · Läuft unbemerkt: 1")).to_be_visible()
    assert [line["id"] for line in picked.value] == ["spam", "texte"]
    page.get_by_role("checkbox", name="Textassistent").first.uncheck()
    expect(page.get_by_text("Gewählt: 1 von 3 · Läuft unbemerkt: 0")).to_be_visible()
    assert picked.value == bench.kept()["answers"]["00.register"] == [{"id": "spam", "verborgen": False}]


def test_a_slider_says_its_value_in_german(bench):
    slider = bench.add(ui.Slider("", "Abstand", 0, 1, 0.1, "Punkte", 0.4))
    handle = bench.page.get_by_role("slider", name="Abstand")
    handle.focus()
    bench.page.keyboard.press("ArrowRight")
    expect(handle).to_have_attribute("aria-valuetext", "0,5\u00a0Punkte")
    expect(bench.page.get_by_text("0,5\u00a0Punkte")).to_be_visible()
    bench.page.wait_for_timeout(200)
    assert slider.value == 0.5


def test_a_note_is_kept_while_somebody_writes(bench):
    note = bench.add(ui.Note("01.notiz", "Was heißt das für uns?", "Ein Satz genügt."))
    field = bench.page.get_by_label("Was heißt das für uns?")
    field.press_sequentially("Wir fragen den Betriebsrat.")
    expect(bench.page.get_by_text("Auf diesem Gerät gespeichert.")).to_be_visible()
    assert note.value == "Wir fragen den Betriebsrat."
    assert bench.kept()["answers"] == {"01.notiz": "Wir fragen den Betriebsrat."}


def test_the_last_words_of_a_note_survive_leaving_the_page_at_once(bench):
    bench.add(ui.Note("01.notiz", "Was heißt das für uns?"))
    bench.page.get_by_label("Was heißt das für uns?").press_sequentially("Kurz")
    bench.reload()
    bench.add(ui.Note("01.notiz", "Was heißt das für uns?"))
    expect(bench.page.get_by_label("Was heißt das für uns?")).to_have_value("Kurz")


def test_a_note_that_is_no_part_of_the_path_is_folded_until_it_holds_text(bench):
    def add():
        return bench.add(ui.Note("01.notiz", "Wer fragt wen?", "Ein Satz genügt.", optional="Unser Plan"))

    add()
    field, fold = (
        bench.page.get_by_label("Wer fragt wen?"),
        bench.page.get_by_text("Wenn Sie mögen: Unser Plan"),
    )
    expect(field).to_be_hidden()
    fold.focus()
    bench.page.keyboard.press("Enter")
    field.fill("Ich frage Frau Kaya.")
    bench.reload()
    add()
    expect(field).to_be_visible()
    expect(field).to_have_value("Ich frage Frau Kaya.")
    field.fill("")
    bench.reload()
    add()
    expect(field).to_be_hidden()


def test_text_from_python_changes_in_a_live_region(bench):
    text = bench.add(ui.Text("<p>vorher</p>"))
    bench.put(text, html="<p><strong>nachher</strong></p>")
    expect(bench.page.locator("[aria-live=polite] strong")).to_have_text("nachher")


def test_a_hidden_block_shows_nothing_until_python_wants_it(bench):
    text = bench.add(ui.Text("<p>geheim</p>", visible=False))
    assert bench.page.get_by_text("geheim").count() == 0
    bench.put(text, visible=True)
    expect(bench.page.get_by_text("geheim")).to_be_visible()


# ---- steps ----


def test_steps_lead_to_their_unit_and_show_where_one_is(bench):
    bench.add(ui.Header("01", "Der Spiegel", UNITS))
    for _, title, _ in UNITS:
        bench.add(ui.Text("<p>Absatz</p>" * 40), heading=title)
    page = bench.page
    page.get_by_role("navigation", name="Der Spiegel").get_by_role("link", name="Spalte löschen").click()
    expect(page.get_by_role("heading", name="Spalte löschen")).to_be_focused()
    link = page.get_by_role("link", name="Spalte löschen")
    expect(link).to_have_attribute("aria-current", "step")
    assert bench.kept()["last"] == {"module": "01", "unit": "2"}


def test_the_end_of_a_unit_marks_it_as_done_and_leads_on(bench):
    end = bench.add(ui.UnitEnd("01", "1"))  # drawn before the header: it learns the units later
    bench.add(ui.Header("01", "Der Spiegel", UNITS))
    bench.add(ui.Text("<p>Absatz</p>" * 40), heading="Spalte löschen")
    page = bench.page
    page.get_by_role("button", name="Einheit abschließen").click()
    expect(page.get_by_role("button", name="Einheit 1 abgeschlossen")).to_be_focused()
    expect(page.get_by_text("1 von 2 Einheiten abgeschlossen, noch etwa 10 Minuten")).to_be_visible()
    assert bench.kept()["progress"] == {"01": {"1": True}}
    page.get_by_role("button", name="Weiter mit Einheit 2: Spalte löschen").click()
    expect(page.get_by_role("heading", name="Spalte löschen")).to_be_focused()
    assert end.value is None


# ---- the browser store ----


def test_answers_survive_a_reload_and_reach_the_kernel_again(bench):
    bench.add(ui.Cards("01.karten", CARDS))
    bench.add(ui.Quiz("01.check", QUESTIONS))
    page = bench.page
    page.get_by_role("button", name="Absagen").click()
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Prüfen").first.click()
    bench.reload()
    cards = bench.add(ui.Cards("01.karten", CARDS))
    quiz = bench.add(ui.Quiz("01.check", QUESTIONS))
    page.get_by_role("button", name="Vorige Frage").click()
    expect(page.get_by_text("Karte 2 von 3", exact=True)).to_be_visible()
    expect(page.get_by_text("Noch nicht. Andere Spalten stehen dafür.")).to_be_visible()
    assert (cards.value, quiz.value) == ({"k0": "nein"}, {"spalte": 0})


def test_a_block_without_a_key_keeps_nothing(bench):
    bench.add(ui.Choice("", "Welche?", [["a", "A"]]))
    bench.page.get_by_label("A", exact=True).check()
    assert bench.kept() is None


def test_a_value_that_python_sets_is_shown_and_kept(bench):
    choice = bench.add(ui.Choice("01.wahl", "Welche?", [["a", "Apfel"], ["b", "Birne"]]))
    bench.put(choice, value="b")
    expect(bench.page.get_by_label("Birne")).to_be_checked()
    assert bench.kept()["answers"] == {"01.wahl": "b"}


def test_two_blocks_with_one_key_stay_the_same(bench):
    one = bench.add(ui.Slider("01.regler", "Eins", 0, 10))
    other = bench.add(ui.Slider("01.regler", "Zwei", 0, 10))
    bench.page.get_by_label("Eins").fill("7")
    expect(bench.page.get_by_label("Zwei")).to_have_value("7")
    bench.page.wait_for_timeout(200)
    assert (one.value, other.value) == (7, 7)


@pytest.mark.parametrize(
    "answers",
    [
        {"01.karten": {"k0": "vielleicht"}, "01.check": {"spalte": 9}, "01.regler": 1e9, "01.notiz": ["x"]},
        {"01.karten": "ja", "01.check": [0], "01.regler": "5", "01.notiz": {"a": 1}, "00.register": ["spam"]},
        {
            "01.karten": {"fremd": "ja"},
            "01.check": {"fremd": 0},
            "01.regler": None,
            "01.notiz": 7,
            "00.register": [{"id": "<fremd>", "verborgen": True}],
        },
    ],
)
def test_kept_values_that_do_not_fit_are_ignored(bench, answers):
    kept = {"version": 1, "answers": answers, "progress": {}, "last": None}
    bench.page.evaluate("(text) => localStorage.setItem('fairki', text)", json.dumps(kept))
    blocks = [
        bench.add(ui.Cards("01.karten", CARDS)),
        bench.add(ui.Quiz("01.check", QUESTIONS)),
        bench.add(ui.Slider("01.regler", "Anteil", 0, 10, value=4)),
        bench.add(ui.Note("01.notiz", "Was heißt das?")),
        bench.add(ui.PickList("00.register", "Was?", ITEMS, MARK)),
    ]
    expect(bench.page.get_by_text("Karte 1 von 3")).to_be_visible()
    assert [block.value for block in blocks] == [None, None, 4, None, None]


def test_markup_in_kept_values_stays_text(bench):
    attack = '<img src=x onerror="window.attacked = true"><script>window.attacked = true</script>'
    answers = {"01.notiz": attack, "01.schaetzung": attack, "01.karten": {attack: attack}, "01.wahl": attack}
    kept = {"version": 1, "answers": answers, "progress": {"01": {"1": True}}, "last": None}
    bench.page.evaluate("(text) => localStorage.setItem('fairki', text)", json.dumps(kept))
    note = bench.add(ui.Note("01.notiz", "Was heißt das?"))
    bench.add(ui.Guess("01.schaetzung", "Was?", kind="choice", options=[["a", "A"]]))
    bench.add(ui.Cards("01.karten", CARDS))
    bench.add(ui.Choice("01.wahl", "Welche?", [["a", "A"]]))
    bench.add(ui.Header("01", "Der Spiegel", [["1", attack, 15]]))
    bench.add(ui.Store())
    expect(bench.page.get_by_label("Was heißt das?")).to_have_value(attack)
    bench.page.wait_for_timeout(200)
    assert bench.page.evaluate("window.attacked") is None
    assert bench.page.locator("img").count() == 0
    assert note.value == attack


def test_the_state_can_be_saved_deleted_and_read_again(bench, tmp_path):
    bench.add(ui.Choice("01.wahl", "Welche?", [["a", "Apfel"], ["b", "Birne"]]))
    bench.add(ui.Store())
    page = bench.page
    page.get_by_label("Birne").check()
    expect(page.get_by_text("Zurzeit gespeichert: 1 Antwort, 0 abgeschlossene Einheiten.")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Als Datei sichern").click()
    assert download.value.suggested_filename == "fairki-mein-stand.json"
    file = tmp_path / "stand.json"
    download.value.save_as(file)

    page.get_by_role("button", name="Alles löschen").click()
    dialog = page.get_by_role("dialog", name="Alles löschen?")
    expect(dialog.get_by_role("button", name="Abbrechen")).to_be_focused()
    page.keyboard.press("Escape")
    assert bench.kept()["answers"] == {"01.wahl": "b"}
    page.get_by_role("button", name="Alles löschen").click()
    dialog.get_by_role("button", name="Alles löschen").click()
    expect(page.get_by_text("Alles ist gelöscht.")).to_be_visible()
    expect(page.get_by_label("Birne")).not_to_be_checked()
    assert bench.kept() is None

    choose_file(page, file)
    expect(page.get_by_text("Ihr Stand ist geladen.")).to_be_visible()
    expect(page.get_by_label("Birne")).to_be_checked()


def choose_file(page, file):
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Aus Datei laden").click()
    chooser.value.set_files(file)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "beschädigt oder stammt nicht aus diesem Kurs"),
        ('{"version": 3, "answers": {}, "progress": {}}', "neueren Fassung des Kurses"),
    ],
)
def test_a_file_that_cannot_be_used_changes_nothing_and_says_so(bench, tmp_path, text, message):
    bench.add(ui.Choice("01.wahl", "Welche?", [["a", "Apfel"], ["b", "Birne"]]))
    bench.add(ui.Store())
    bench.page.get_by_label("Birne").check()
    before = bench.kept()
    file = tmp_path / "stand.json"
    file.write_text(text, encoding="utf-8")
    choose_file(bench.page, file)
    alert = bench.page.get_by_role("alert")
    expect(alert).to_contain_text(message)
    expect(alert).to_contain_text("Ihr Stand wurde nicht verändert.")
    assert bench.kept() == before
    expect(bench.page.get_by_label("Birne")).to_be_checked()


def test_reading_a_file_over_own_answers_is_asked_first(bench, tmp_path):
    choice = bench.add(ui.Choice("01.wahl", "Welche?", [["a", "Apfel"], ["b", "Birne"]]))
    bench.add(ui.Store())
    bench.page.get_by_label("Birne").check()
    file = tmp_path / "stand.json"
    file.write_text('{"version": 1, "answers": {"01.wahl": "a"}, "progress": {}}', encoding="utf-8")
    choose_file(bench.page, file)
    dialog = bench.page.get_by_role("dialog", name="Stand ersetzen?")
    dialog.get_by_role("button", name="Abbrechen").click()
    assert choice.value == "b"
    choose_file(bench.page, file)
    dialog.get_by_role("button", name="Ersetzen").click()
    expect(bench.page.get_by_label("Apfel")).to_be_checked()
    assert choice.value == "a"


def test_a_browser_that_keeps_nothing_still_works_and_says_so(browser):
    page = browser.new_page()
    refuse = "() => { throw new DOMException('no', 'SecurityError'); }"
    page.add_init_script(
        f"for (const n of ['getItem', 'setItem', 'removeItem']) Storage.prototype[n] = {refuse};"
    )
    bench = Bench(page)
    one = bench.add(ui.Slider("01.regler", "Eins", 0, 10))
    bench.add(ui.Slider("01.regler", "Zwei", 0, 10))
    bench.add(ui.Store())
    page.get_by_label("Eins").fill("7")
    expect(page.get_by_label("Zwei")).to_have_value("7")
    expect(page.get_by_text("Dieser Browser bewahrt nichts auf")).to_be_visible()
    notice = page.get_by_role("region", name="Hinweis zu Ihrem Stand")
    expect(notice).to_contain_text("lassen sich auf diesem Gerät nicht speichern")
    notice.get_by_role("button", name="Verstanden").click()
    page.get_by_role("button", name="Alles löschen").click()
    page.get_by_role("dialog").get_by_role("button", name="Alles löschen").click()
    expect(page.get_by_label("Zwei")).to_have_value("0")
    assert one.value == 0
    assert bench.problems == []
    page.close()


# ---- charts ----


def test_title_summary_and_table_are_there_before_plotly(bench):
    bench.page.add_style_tag(content="main { padding-top: 3000px !important }")  # the chart is far below
    bench.add(ui.Chart.of(picture()))
    page = bench.page
    expect(page.get_by_role("heading", name="Der Anteil steigt.", level=4)).to_be_visible()
    expect(page.get_by_text("Von 29,7 % auf 45,1 %.")).to_be_visible()
    page.get_by_text("Zahlen als Tabelle").click()
    table = page.get_by_role("table", name="Der Anteil steigt.")
    expect(table.get_by_role("columnheader", name="Anteil")).to_be_visible()
    expect(table.get_by_role("rowheader", name="vorher")).to_be_visible()


def test_plotly_waits_until_a_figure_is_near(bench):
    bench.page.add_style_tag(content="main { padding-top: 3000px !important }")
    bench.add(ui.Chart.of(picture()))
    bench.page.wait_for_timeout(300)
    assert bench.page.evaluate("window.Plotly === undefined")
    bench.page.mouse.wheel(0, 3000)
    chart_is_drawn(bench.page)


def test_two_charts_ask_the_kernel_for_plotly_once(bench):
    asked = []
    answer = bench._message
    bench._message = lambda number, content: asked.append(number) or answer(number, content)
    bench.add(ui.Chart.of(picture()))
    bench.add(ui.Chart.of(picture("Ein zweiter Satz.")))
    bench.page.wait_for_function(
        "document.querySelectorAll('.fk-figure .main-svg').length >= 2", timeout=30_000
    )
    assert len(asked) == 1


def test_a_page_that_names_the_address_of_plotly_needs_no_kernel(browser):
    page = browser.new_page()
    bench = Bench(page, head='<meta name="fairki-plotly" content="/static/plotly.js">')
    bench._message = None
    script = gzip.decompress(plotly_script())
    page.route(
        ADDRESS + "static/plotly.js", lambda route: route.fulfill(body=script, content_type="text/javascript")
    )
    bench.add(ui.Chart.of(picture()))
    chart_is_drawn(page)
    assert bench.problems == []
    page.close()


def test_a_figure_is_an_image_with_its_summary_as_text(bench):
    bench.add(ui.Chart.of(picture()))
    chart_is_drawn(bench.page)
    figure = bench.page.get_by_role("img", name="Diagramm. Von 29,7 % auf 45,1 %.")
    expect(figure).to_be_visible()
    assert figure.locator("[tabindex], a, button").count() == 0
    assert bench.page.locator(".modebar-btn").count() == 0


def test_a_new_picture_replaces_the_old_one_and_is_announced(bench):
    chart = bench.add(ui.Chart.of(picture()))
    chart_is_drawn(bench.page)
    other = charts.bars(SHARES.iloc[:1], "Nur einer.", "Es bleibt bei 29,7 %.")
    chart.show(other)
    bench.put(
        chart,
        **{name: getattr(chart, name) for name in ("title", "summary", "table", "height", "figure_json")},
    )
    expect(bench.page.get_by_role("heading", name="Nur einer.")).to_be_visible()
    expect(bench.page.locator(".fk-chart-summary[aria-live=polite]")).to_have_text("Es bleibt bei 29,7 %.")
    expect(bench.page.locator(".fk-figure .bars .point")).to_have_count(1)


def test_a_figure_follows_light_and_dark(bench):
    bench.page.emulate_media(color_scheme="light")
    bench.add(ui.Chart.of(picture()))
    chart_is_drawn(bench.page)
    bar = bench.page.locator(".fk-figure .bars .point path").first
    expect(bar).to_have_css("fill", rgb(charts.PETROL))
    bench.page.emulate_media(color_scheme="dark")
    expect(bar).to_have_css("fill", rgb(charts.DARK[charts.PETROL]))


def rgb(colour):
    return "rgb({}, {}, {})".format(*(int(colour[at : at + 2], 16) for at in (1, 3, 5)))


def test_a_finger_on_a_figure_scrolls_the_page(browser):
    context = browser.new_context(viewport={"width": 360, "height": 780}, has_touch=True, is_mobile=True)
    page = context.new_page()
    bench = Bench(page)
    bench.add(ui.Chart.of(picture()))
    bench.add(ui.Text("<p>Absatz</p>" * 40))
    chart_is_drawn(page)
    box = page.locator(".fk-figure").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + 120
    finger = context.new_cdp_session(page)
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for way in range(10, 160, 10):
        finger.send(
            "Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": y - way}]}
        )
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_function("scrollY > 100")
    context.close()


def test_without_plotly_the_table_opens_instead(browser):
    page = browser.new_page()
    bench = Bench(page, head='<meta name="fairki-plotly" content="/static/weg.js">')
    page.route(ADDRESS + "static/weg.js", lambda route: route.fulfill(status=404))
    bench.add(ui.Chart.of(picture()))
    expect(page.get_by_role("table", name="Der Anteil steigt.")).to_be_visible()
    page.close()


# ---- all of them ----


def everything():
    return [
        (ui.Header("01", "Der Spiegel", UNITS), ""),
        (ui.Cards("01.karten", CARDS, label="Bewerbungen"), "Sie entscheiden"),
        (ui.UnitEnd("01", "1"), ""),
        (
            ui.Guess("01.schaetzung", "Wie viel Prozent bleiben?", answer="<p>Es bleiben 80 %.</p>"),
            "Spalte löschen",
        ),
        (ui.Guess("01.wahl", "Was?", kind="choice", options=[["a", "A", "weil"], ["b", "B"]]), ""),
        (ui.Chart.of(picture(), level=3), ""),
        (ui.Choice("01.eins", "Eine", [["a", "A"], ["b", "B"]]), ""),
        (ui.Choice("01.liste", "Liste", [["a", "A"], ["b", "B"]], kind="select"), ""),
        (
            ui.Choice(
                "00.meinung", "Wie sehr?", [["1", "wenig"], ["2", "teils"], ["3", "sehr"]], kind="scale"
            ),
            "",
        ),
        (ui.PickList("00.register", "Was gibt es bei uns?", ITEMS, MARK), ""),
        (ui.Slider("01.regler", "Anteil", 0, 100, 5, "%", 40), ""),
        (ui.Note("01.notiz", "Was heißt das für uns?", "Ein Satz genügt."), ""),
        (ui.Text("<p>Text</p>"), ""),
        (ui.Quiz("01.check", QUESTIONS), "Selbstcheck"),
        (ui.Store(), ""),
    ]


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_all_blocks_in_use_have_no_serious_flaw_of_accessibility(browser, accessible, scheme, width):
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    bench = Bench(page)
    for block, heading in everything():
        bench.add(block, heading)
    use_everything(page)
    page.emulate_media(reduced_motion="reduce")
    accessible(page)
    looks.fits(page, width)
    assert bench.problems == []
    context.close()


def use_everything(page):
    for _ in CARDS:
        page.get_by_role("button", name="Einladen").click()
    page.get_by_role("slider", name="Wie viel Prozent").fill("60")
    page.get_by_role("button", name="Auflösen").first.click()
    page.get_by_role("checkbox", name="Spamfilter").check()
    page.get_by_role("button", name="Einheit abschließen").click()
    for question in page.locator(".fk-question").all():
        turn_to(question)
        question.get_by_role("radio").first.check()
        question.get_by_role("button", name="Prüfen").click()
    page.get_by_role("button", name="Alle Erklärungen zeigen").first.click()
    page.get_by_text("Zahlen als Tabelle").click()
    chart_is_drawn(page)


def test_every_control_is_large_enough_for_a_finger(bench):
    for block, heading in everything():
        bench.add(block, heading)
    use_everything(bench.page)
    small = bench.page.evaluate(
        """() => [...document.querySelectorAll(
            "button, select, textarea, summary, nav a, label:has(input), input[type=range]")]
            .filter((node) => node.offsetParent && node.getBoundingClientRect().height < 44)
            .map((node) => node.outerHTML)"""
    )
    assert small == []


def three_groups():
    """Two groups of a hundred, and one of three."""
    scores = {"ab 30": range(100), "unter 30": range(100), "ohne Angabe": (20, 60, 65)}
    people = {name: [(score, int(score % 3 > 0)) for score in some] for name, some in scores.items()}
    thresholds = range(50, 81)
    rates = {
        name: definitions.at_thresholds(
            [score for score, _ in some], [truth for _, truth in some], thresholds
        )
        for name, some in people.items()
    }
    meanings = dict.fromkeys(definitions.DEFINITIONS, "Alle gleich.")
    groups = [group(name, rates[name], some) for name, some in people.items()]
    return ui.Thresholds("03.drei", thresholds, (600, -2500), meanings, (60, 60, 60), groups, label="Drei")


def test_thresholds_take_any_number_of_groups_and_a_light_needs_all_of_them(bench):
    block = bench.add(three_groups())
    page = bench.page
    expect(page.get_by_role("slider")).to_have_count(3)
    quota = page.locator(".fk-lamp").filter(has_text="Gleiche Quoten")
    expect(quota).to_contain_text("40 · 40 · 67\xa0%")
    expect(quota).to_have_attribute("data-state", "off")
    page.get_by_role("slider", name="Grenze für Personen ohne Angabe").fill("75")
    expect(page.locator(".fk-lamp").filter(has_text="Gleiche Bedeutung")).to_contain_text("nicht messbar")
    page.get_by_role("button", name="Gleiche Grenze für alle").click()
    assert block.value == [60, 60, 60]
    page.get_by_role("button", name="Einstellen: Gleiche Quoten").click()
    expect(quota).to_have_attribute("data-state", "on")
    assert block.value == [67, 67, 61]  # a third of each: 33 of 100, one of three
    page.get_by_text("Zahlen als Tabelle").click()
    expect(page.get_by_role("row").filter(has_text="ohne Angabe")).to_contain_text("61\xa0%")
    bench.reload()
    again = bench.add(three_groups())
    assert again.value == [67, 67, 61]
    expect(page.locator(".fk-knob-text")).to_have_text(["67", "67", "61"])


def test_a_queue_takes_any_number_of_groups_and_what_grows_has_room(bench):
    here = [[9, 8, 3, 2, 2, 1, 1], [5, 8, 3, 1, 2, 1, 4]]
    years = [
        {"here": n, "invited": [1] * 7, "suitable": [at, 0, 0, at, 0, 0, 0]} for at, n in enumerate(here)
    ]
    table = {"columns": ["Jahr", "alle"], "rows": [["1", "26"], ["2", "24"]]}
    bench.add(
        ui.Queue([f"Gruppe {name}" for name in "ABCDEFG"], years, table, "Alle.", label="Sieben Gruppen")
    )
    page = bench.page
    shapes = {mark.get_attribute("d") for mark in page.locator(".fk-place").all()}
    assert len(shapes) == 6 and page.locator(".fk-place").count() == 9 + 8 + 3 + 2 + 2 + 1 + 4
    expect(page.locator(".fk-place.fk-gone")).to_have_count(3)  # room for those who come later
    page.get_by_role("slider", name="Jahr 1 von 2").fill("2")
    expect(page.get_by_text("In zwei Jahren sind 5 Menschen weggeblieben, 2 davon geeignet.")).to_be_visible()
    expect(page.locator(".fk-place.fk-gone")).to_have_count(5)
    expect(page.locator(".fk-lost.fk-yes[visibility=visible]")).to_have_count(2)
    sizes = "all => [...new Set(all.map((one) => Math.round(one.getBBox().width)))]"
    first = page.locator(".fk-place.fk-group-0").evaluate_all(sizes)
    assert page.locator(".fk-lost").first.evaluate("one => [Math.round(one.getBBox().width)]") == first
    looks.fits(page)


def story(words=1):
    face = "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4="
    people = [
        {"name": name, "initials": name[0], "face": face if name == "A" else ""}
        for name in ("A", "B", "C", "D")
    ]
    captions = [f"Satz {number}." + " so" * (words - 1) for number in range(1, 7)]
    return ui.Opener(captions, people, label="Eine Geschichte")


def test_a_story_starts_when_it_is_told_to_stops_and_ends(bench):
    bench.page.emulate_media(reduced_motion="no-preference")
    bench.add(story(words=40))  # each takes long to read: time passes in the test, too
    page = bench.page
    page.clock.install()
    page.clock.run_for(60_000)
    expect(page.get_by_text("Bild 1 von 6")).to_be_visible()  # nothing starts by itself
    page.get_by_role("button", name="Abspielen").click()
    page.clock.run_for(20_000)
    expect(page.get_by_text("Satz 2.").first).to_be_visible()
    page.get_by_role("button", name="Anhalten").click()
    page.clock.run_for(60_000)
    expect(page.get_by_text("Bild 2 von 6")).to_be_visible()
    page.get_by_role("button", name="Abspielen").click()
    page.clock.run_for(100_000)
    expect(page.locator(".fk-opener-caption")).to_contain_text("Satz 6.")
    expect(page.get_by_role("button", name="Noch einmal")).to_be_visible()
    expect(page.get_by_role("button", name="Weiter")).to_be_hidden()


def test_a_story_is_stepped_through_by_keyboard_and_skipped(bench):
    bench.page.emulate_media(reduced_motion="reduce")
    bench.add(story())
    page = bench.page
    caption = page.locator(".fk-opener-caption")
    expect(page.get_by_role("button", name="Abspielen")).to_be_hidden()  # nothing moves
    page.get_by_role("button", name="Weiter").focus()
    for number in range(2, 7):
        page.keyboard.press("Enter")
        expect(caption).to_have_text(f"Satz {number}.")
    expect(page.get_by_role("button", name="Zurück")).to_be_focused()
    assert page.locator(".fk-opener-way[visibility=visible]").count() == 4  # the question has gone all round
    page.get_by_text("Die Geschichte als Text").click()
    expect(page.locator(".fk-opener li")).to_have_text([f"Satz {number}." for number in range(1, 7)])
    assert page.locator("image.fk-opener-head").count() == 1
    expect(page.locator(".fk-opener-initials")).to_have_text(["B", "C", "D"])
    looks.fits(page)
    skip, back = (page.get_by_role("button", name=name) for name in ("Überspringen", "Zurück"))
    expect(skip).to_be_hidden()
    back.click()
    page.emulate_media(forced_colors="active")  # the edge of each button is seen
    left, right = sorted((skip.bounding_box(), back.bounding_box()), key=lambda box: box["x"])
    assert left["y"] != right["y"] or left["x"] + left["width"] < right["x"]
    page.emulate_media(forced_colors="none")
    skip.click()
    expect(caption).to_have_text("Satz 6.")
    expect(page.locator(".fk-opener svg")).to_be_hidden()
    page.get_by_role("button", name="Geschichte ansehen").click()
    expect(caption).to_have_text("Satz 1.")


def test_a_mirror_takes_any_number_of_groups_and_a_card_may_leave_nothing_to_learn(bench):
    sizes = [60, 50, 40, 30, 12, 6, 2]
    members = [group for group, n in enumerate(sizes) for _ in range(n)]
    own = "".join("1" if at % 3 == 0 else "0" for at in range(200))
    texts = {"lost": "Niemand.", "rows": [["A", "1"]]}
    sortings = [
        {"invited": own, "says": "Wie entschieden.", "turned": "", **texts},
        {"invited": own[::-1], "says": "Anders herum.", "turned": "Alle wechseln.", **texts},
        {"invited": "", "says": "", "turned": "Daraus lernt ein Modell nichts.", "lost": "", "rows": []},
    ]
    bench.add(
        ui.Mirror(
            [{"name": f"Gruppe {n}", "of": f"Gruppe {n}", "n": n, "small": n < 6} for n in sizes],
            members,
            "01" * 100,
            0.3,
            [{"title": name, "group": at, "yes": True} for at, name in enumerate("AB")],
            sortings,
            ["Gruppe", "n"],
            label="Sieben Gruppen",
        )
    )
    page = bench.page
    page.get_by_role("button", name="200 Bewerbungen entscheiden lassen").click()
    page.get_by_role("button", name="Überspringen").click()
    expect(page.get_by_text("Wie entschieden.").first).to_be_visible()
    numbers = page.locator(".fk-mirror-label b").all_inner_texts()
    assert len(numbers) == 14 and sum(map(int, numbers)) == 200
    page.get_by_role("button", name="Karte 1, A: eingeladen").click()
    expect(page.get_by_text("Alle wechseln.").first).to_be_visible()
    page.get_by_role("button", name="Karte 2, B: eingeladen").click()
    expect(page.get_by_text("Daraus lernt ein Modell nichts.").first).to_be_visible()
    expect(page.get_by_text("Wie entschieden.").first).to_be_visible()  # the picture stays as it was
    assert page.locator(".fk-mirror-label b").all_inner_texts() == numbers
    looks.fits(page)


def test_nothing_is_cut_at_200_percent(browser):
    context = browser.new_context(viewport={"width": 640, "height": 400}, device_scale_factor=2)
    bench = Bench(context.new_page())
    for block, heading in everything():
        bench.add(block, heading)
    assert bench.page.evaluate("document.documentElement.scrollWidth") <= 640
    context.close()


def test_a_table_that_is_wider_than_the_phone_has_a_name_and_scrolls_by_keyboard(bench):
    row = "".join(f"<td>Spalte{number}breit</td>" for number in range(9))
    bench.add(ui.Text(f"<p>Text</p><table><caption>Zwei Listen</caption><tr>{row}</tr></table>"))
    bench.add(ui.Text("<table><tr><th></th><th>Passt</th></tr></table>"))
    box = bench.page.get_by_role("region", name="Tabelle: Zwei Listen")
    expect(box).to_have_count(1)
    looks.fits(bench.page, looks.PHONE)
    fades = "box => getComputedStyle(box).getPropertyValue('--fk-beyond')"
    assert box.evaluate(fades) == "40px"  # more to come
    box.evaluate("box => box.scrollTo(9999, 0)")
    bench.page.wait_for_function(
        "(box) => getComputedStyle(box).getPropertyValue('--fk-beyond') === '0px'", arg=box.element_handle()
    )
    box.evaluate("box => box.scrollTo(0, 0)")
    bench.page.keyboard.press("Tab")
    expect(box).to_be_focused()
    bench.page.keyboard.press("ArrowRight")
    bench.page.wait_for_function("(box) => box.scrollLeft > 0", arg=box.element_handle())
    expect(bench.page.locator(".fk-table")).to_have_count(2)
    expect(bench.page.locator(".fk-table[tabindex]")).to_have_count(1)  # what fits is no stop on the way


def test_a_block_that_goes_away_listens_no_longer(bench):
    for block, heading in everything():
        bench.add(block, heading)
    left = bench.page.evaluate(
        """() => Object.values(models).map(({ cleanup, listeners }) => {
            cleanup();
            return [...listeners.values()].flat().length;
        })"""
    )
    assert set(left) == {0}
    bench.page.evaluate("window.dispatchEvent(new CustomEvent('fairki-store', { detail: { key: null } }))")


def test_the_record_names_the_own_company_and_shows_its_logo(bench):
    kept = {"version": 1, "answers": {}, "progress": {"00": {"1": True}}, "last": None}
    bench.page.evaluate("(text) => localStorage.setItem('fairki', text)", json.dumps(kept))
    logo = "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4="
    module = {
        "id": "00",
        "number": 0,
        "title": "Anfang",
        "minutes": 5,
        "goals": [],
        "units": [["1", "A", 5, []]],
    }
    bench.add(ui.Record("Nachweis", "Kurs", "1", [module], [], "Müller’s <b>Söhne</b>", logo))
    with bench.page.expect_download() as loaded:
        bench.page.get_by_role("button", name="Nachweis speichern").click()
    shown = bench.page.context.new_page()
    shown.set_content(loaded.value.path().read_text(encoding="utf-8"))
    assert "Betrieb\nMüller’s <b>Söhne</b>" in shown.inner_text("dl")
    assert shown.get_attribute("img", "src") == logo
    shown.close()
