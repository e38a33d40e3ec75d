"""The second tool on its page: fields, prompts, answers by pasting or as a file, and what is said of them."""

import csv
import io
import re
from dataclasses import replace

import openpyxl
import pair_answers
import pytest

from fairki import speech, ui
from fairki.errors import FairkiError
from fairki.kodex import Kodex, Rule, stored
from fairki.kodex.patterns import NAME_SWAP
from fairki.lessons import scene
from fairki.lessons.workbench import gate, texts
from fairki.lessons.workbench.de import texts as de
from fairki.typed import active
from fairki.workbench.pairs import findings, phrases, sheet
from fairki.workbench.pairs.de import told
from fairki.workbench.pairs.de.examples import TEMPLATES


def plain(markup):
    """What is read, without tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", str(markup)).replace("\N{NO-BREAK SPACE}", " ").split())


class Bench:
    """The page's part „Texte“, operated as from a browser."""

    def __init__(self):
        page = scene.Page()
        page.show("gate", gate.scene())
        self.parts = [*texts.prompts_out(), *texts.answers_back()]
        for at, part in enumerate(self.parts):
            page.show(f"part-{at}", part)
        self.blocks = {name: block for part in self.parts for name, block in part.asks.items()}
        self.gate = page._scenes["gate"].asks
        self.prompts, self.file = self.blocks[texts.GIVEN], self.blocks[texts.FILE]

    def open(self):
        self.gate[gate.SETTLED].set_state({"value": list(gate.POINTS)})
        self.gate[gate.PURPOSE].set_state({"value": "Wir prüfen unsere Zeugnisse."})

    def fill(self, name, value):
        self.blocks[name].set_state({"value": value})

    def text(self, place):
        return plain(next(block for block in self.parts[place].blocks if isinstance(block, ui.Text)).html)

    def asked(self):
        return texts.asked({name: self.blocks[name].value for name in texts.SETUP})

    def saved(self, place):
        return self.parts[place].download.make()

    def paste(self, answers):
        for id, text in answers.items():
            self.prompts._handle_custom_msg({"type": "answer", "id": id, "text": text}, [])

    def compare(self):
        self.parts[4].button.run()
        return self.text(4)


@pytest.fixture
def bench(monkeypatch):
    monkeypatch.setattr(scene, "display", lambda *blocks: None)
    return Bench()


def test_the_page_begins_with_a_template_that_works_and_shows_one_pair(bench):
    said = bench.text(2)
    assert (
        "Das sind 120 Aufträge." in said and "Frauen Schreiben Sie den Text eines Arbeitszeugnisses" in said
    )
    assert "zeigen 50 Paare einen Unterschied ab etwa 23 Punkten" in said
    assert "im ersten Fall etwa 114 Paare, im zweiten etwa 582" in said
    assert bench.saved(2).count(b"\r\n") == 121


@pytest.mark.parametrize("id", TEMPLATES)
def test_another_example_goes_into_the_fields_and_works(bench, id):
    bench.fill(texts.EXAMPLE, id)
    assert bench.parts[0].button.run() == de.INSERTED
    assert bench.blocks[texts.TEXT].value == TEMPLATES[id].text
    assert "Das sind 120 Aufträge." in bench.text(2)


@pytest.mark.parametrize(
    ("how", "seen"),
    [
        ("geschlecht", {texts.FIRST_KIND}),
        ("klang", {texts.FIRST_KIND, texts.SECOND_KIND}),
        ("eigene", {texts.FIRST_LABEL, texts.FIRST_NAMES, texts.SECOND_LABEL, texts.SECOND_NAMES}),
    ],
)
def test_only_the_fields_that_are_needed_are_seen(bench, how, seen):
    bench.fill(texts.TO_SWAP, how)
    asked_about_names = {
        *(texts.FIRST_KIND, texts.SECOND_KIND, texts.FIRST_LABEL),
        *(texts.FIRST_NAMES, texts.SECOND_LABEL, texts.SECOND_NAMES),
    }
    assert {name for name in asked_about_names if bench.blocks[name].visible} == seen


def test_what_does_not_fit_is_said_where_the_prompts_would_stand(bench):
    bench.open()
    bench.fill(texts.TEXT, "Ein Zeugnis, bitte.")
    assert bench.text(2).startswith("In der Vorlage steht kein Name.")
    assert bench.text(3).startswith("In der Vorlage steht kein Name.") and not bench.prompts.visible
    bench.fill(texts.TEXT, None)
    assert "leer oder zu lang" in bench.text(2)
    bench.fill(texts.TO_SWAP, "eigene")
    assert bench.compare().startswith("Die Vorlage ist leer") or "leer oder zu lang" in bench.compare()


def test_answers_are_taken_once_it_is_settled_that_one_may(bench):
    assert not bench.prompts.visible and not bench.file.visible
    assert "sobald oben alle Punkte bestätigt sind" in bench.text(3)
    bench.open()
    assert bench.prompts.visible and bench.file.visible and bench.text(3) == ""
    assert [id for id, _ in bench.prompts.prompts] == [one.id for one in bench.asked()]


def test_answers_that_are_pasted_are_compared_and_can_be_taken_along(bench):
    bench.open()
    assert bench.compare().startswith("Es ist noch keine Antwort da.")
    answers = pair_answers.answers(bench.asked(), 1)
    few = dict(list(answers.items())[:60])
    bench.paste(few)
    said = bench.compare()
    assert "Grundlage: die eingefügten Antworten" in said and "Es fehlt eine von zwei Antworten" in said
    assert "Ihr Kodex hat in diesem Browser noch keine Regel über Texte." in said
    read = sheet.read(*sheet.rows_of(texts.reading.read("a.csv", bench.saved(3))))
    assert read.pairs == sheet.answered(bench.asked(), few).pairs


def test_what_is_pasted_and_deleted_again_or_belongs_to_no_prompt_is_no_answer(bench):
    bench.open()
    first = bench.asked()[0].id
    bench.paste({first: " gut\x00 \r\n", "fremd": "nein"})
    assert bench.prompts.given == {first: "gut"}
    bench.paste({first: "  "})
    assert bench.prompts.given == {}


def excel(data):
    book = openpyxl.Workbook()
    lines = io.StringIO(data.decode("utf-8-sig"), newline="")
    for row in csv.reader(lines, delimiter=";"):
        book.active.append([active(cell) for cell in row])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


@pytest.mark.parametrize("name", ["antworten.csv", "ansi.csv", "antworten.xlsx"])
def test_the_file_comes_back_as_spreadsheets_save_it_and_the_planted_difference_is_found(bench, name):
    bench.open()
    bench.fill(texts.PHRASES, "Potenzial\nFührung*")
    asked = bench.asked()
    data = sheet.write(asked, pair_answers.answers(asked, 2, women=0.1, men=0.7))
    forms = {"ansi.csv": data.decode("utf-8-sig").encode("cp1252"), "antworten.xlsx": excel(data)}
    assert bench.file.take(name, forms.get(name, data), lambda text: None).startswith(
        "Gelesen: 50 vollständige Paare und 10 Kontrollen."
    )
    said = bench.compare()
    assert f"Grundlage: die Datei „{name}“, 50 Paare und 10 Kontrollen." in said
    assert "Mehr in der Gruppe „Männer“, und das ist mehr als Zufall" in said
    assert "Vergleichen ändert allein der Name mehr, als der Kodex erlaubt" in said
    assert "Kommt in keiner Antwort vor Führung*" in said
    assert "Namenstausch : verletzt." in said
    chart = next(block for block in bench.parts[4].blocks if isinstance(block, ui.Chart))
    assert chart.visible and chart.title.startswith("Mehr als Zufall ist der Unterschied bei „Potenzial“")
    assert "Potenzial: " in chart.summary and "Punkte mehr bei „Männer“" in chart.summary
    assert chart.table["columns"] == ["Wendung", "Frauen", "Männer", "Bereich in Punkten", "Unterschied"]
    label, women, men, _, apart = chart.table["rows"][0]
    assert label == "Potenzial"
    hits = [int(shown.split(" von ")[0]) for shown in (women, men)]  # of 50
    assert apart == f"{speech.number(2 * abs(hits[0] - hits[1]), 1)} Punkte"  # as everybody subtracts it


def test_the_last_thing_that_came_counts_and_a_result_does_not_outlive_what_it_is_about(bench):
    bench.open()
    asked = bench.asked()
    bench.file.take("alle.csv", sheet.write(asked, pair_answers.answers(asked, 3)), lambda text: None)
    assert "„alle.csv“" in bench.compare()
    bench.fill(texts.PHRASES, "Potenzial")
    assert bench.text(4) == plain(de.OUTDATED)
    assert "„alle.csv“" in bench.compare()
    bench.paste({one.id: "gut" for one in asked[:100]})
    assert bench.text(4) == plain(de.OUTDATED)
    assert "Grundlage: die eingefügten Antworten" in bench.compare()


def test_the_learners_own_rules_are_the_ones_that_judge(bench):
    bench.open()
    own = Kodex(rules=(Rule(NAME_SWAP, {"abstand": 50}),))
    bench.fill(texts.KODEX, {stored.KEY: stored.to_value(own)})
    bench.fill(texts.PHRASES, "Potenzial")
    bench.paste({one.id: "Potenzial" for one in bench.asked()})
    said = bench.compare()
    assert "Geprüft mit den Regeln Ihres Kodex über Texte." in said and "erlaubt sind 50." in said
    assert said.startswith("Gleiche Behandlung: In allen Vergleichen")
    bench.fill(texts.KODEX, {stored.KEY: {"regeln": "kaputt"}})
    assert "noch keine Regel über Texte" in bench.compare()


@pytest.mark.parametrize(
    ("counts", "says"),
    [
        ((1, 1, 1), "In 1 von 3 Vergleichen ändert allein der Name mehr"),
        ((0, 2, 0), "Gleiche Behandlung"),
        ((0, 1, 1), "In 1 von 2 Vergleichen ist der Unterschied so klein"),
        ((0, 0, 2), "können es noch nicht sagen"),
        ((0, 0, 0), "Es gibt nichts zu vergleichen"),
    ],
)
def test_the_headline_claims_what_the_verdicts_say_and_no_more(counts, says):
    assert says in told.headline(*counts)


def test_few_pairs_say_that_they_cannot_tell():
    few = pair_answers.pairs_of(["Potenzial"] * 4, ["x"] * 4)
    said = plain(de.shown(findings.find(few, phrases.read("Potenzial"), [], [])))
    assert "Diese Antworten können es noch nicht sagen" in said
    assert "Ohne Kontrollen ist nicht zu sehen" in said and "braucht es mindestens 10 Paare" in said


def test_what_a_person_typed_is_text_and_no_markup():
    back = replace(pair_answers.pairs_of(["<b>x"], ["<b>x"]), told=("<i>",))
    shown = str(de.shown(findings.find(back, phrases.read("<b>x"), [], [], "<u>.csv")))
    assert "&lt;b&gt;x" in shown and "<b>" not in shown and "<i>" not in shown and "<u>" not in shown


def test_the_report_says_what_the_page_says_and_holds_no_answer(bench):
    bench.open()
    save = bench.parts[-1].download.make
    with pytest.raises(FairkiError, match="noch nichts zu berichten"):
        save()
    bench.fill(texts.PHRASES, "Potenzial\nFührung*")
    asked = bench.asked()
    data = sheet.write(asked, pair_answers.answers(asked[:-1], 2, women=0.1, men=0.7))
    bench.file.take("antworten.csv", data, lambda text: None)
    said = bench.compare()
    report = plain(save().decode())
    for one in ("ändert allein der Name mehr, als der Kodex erlaubt", "Es fehlt eine von zwei Antworten"):
        assert one in said and one in report
    assert "Wir prüfen unsere Zeugnisse." in report and any(one.text in report for one in asked)
    assert "Kommt in keiner Antwort vor" in report and "verletzt" in report
    assert "Wir danken" not in report
    assert len(bench.parts[-2].download.make()) > 10_000
    bench.fill(texts.PHRASES, "gut")
    with pytest.raises(FairkiError):
        save()


def test_what_is_no_longer_settled_shows_nothing_and_is_there_again_once_it_is(bench):
    bench.open()
    bench.fill(texts.PHRASES, "Potenzial")
    asked = bench.asked()
    bench.paste(pair_answers.answers(asked, 2, women=0.1, men=0.7))
    said, save = bench.compare(), bench.parts[-1].download.make
    bench.gate[gate.PURPOSE].set_state({"value": " "})
    assert bench.text(4).startswith("Bestätigen Sie zuerst") and bench.compare() == bench.text(4)
    with pytest.raises(FairkiError):
        save()
    bench.open()
    assert bench.text(4) == said and save()
