"""One learner's way through all modules: what is chosen, and how it is entered on the pages."""

import json
from dataclasses import replace
from functools import cache

import looks
from learner import (
    COMPUTED,
    check_oneself,
    choose,
    downloaded,
    end_units,
    kept,
    met,
    open_module,
    resolve,
    rule_button,
    unfold,
    widget,
    write,
    write_notes,
)
from playwright.sync_api import Locator, Page, expect

from fairki import footprint, manifest, mirror, need, people, reference, register
from fairki.audit import Audit, audit
from fairki.documents import action_plan, self_assessment, text_rules
from fairki.feedback import plan, silence
from fairki.governance import board, life_cycle, operation, roles
from fairki.kodex import Kodex, Rule, patterns, stored
from fairki.lessons import self_checks
from fairki.lessons.module_00.de.unit_1 import OPENING
from fairki.lessons.module_01.de.unit_4 import TASKS
from fairki.lessons.module_02.de import unit_2 as firms
from fairki.lessons.module_04 import figures
from fairki.lessons.module_04.de.unit_4 import CASES
from fairki.lessons.module_04.unit_4 import log_questions
from fairki.lessons.module_06.de.unit_4 import VIEWS
from fairki.systems import catalogue, questions

KEEP = "Antwort festhalten"
WIDTH = 360
"""Pixels of the learner's phone."""
COMPANY, NAME = "Muster & Söhne GmbH", "Şükrü Çelik-O'Brien"

# --- what the learner chooses ------------------------------------------------------------------------

OPINIONS = {
    "wer": ("vor allem die Leitung", "halb und halb"),
    "transparenz": ("wenig", "ziemlich"),
    "werte": ("sehr", "sehr"),
}
"""Opening question → answer in module 00, answer in module 07."""
REGISTER = {"leads": True, "schichtplan": False, "chatbot": False}
"""Use → whether it runs unnoticed."""
PROFILES = {
    "leads": {question["id"]: question["options"][1] for question in questions.QUESTIONS},
    "chatbot": {"hinweis": questions.QUESTIONS[3]["options"][0]},
}
"""Use → question → (value, words)."""

TITLE = "Kodex der Werkstatt"
LOOSE = Rule(patterns.SELECTION_RATES, {"abstand": 40})
NOTICE = Rule(patterns.NOTICE, {"zeitpunkt": "spaetestens_mit"})
APPEAL = Rule(patterns.APPEAL, {"frist": 21})
FIRST = Kodex(TITLE, (LOOSE, NOTICE, APPEAL))
"""The Kodex of module 02."""
SHARP = replace(FIRST, rules=(Rule(patterns.SELECTION_RATES, {"abstand": 9}), NOTICE, APPEAL))
"""The Kodex after the audit in module 03."""
WHO = ("Frau Kaya, Vertrieb", "Herr Ünal, Leitung Personal", "Frau Sommer, IT")
WHERE = ("kodex@muster.example", "Sprechstunde dienstags", "Briefkasten am Tor 2")
ANCHORED = replace(
    SHARP,
    rules=tuple(
        replace(rule, owner=who, channel=where)
        for rule, who, where in zip(SHARP.rules, WHO, WHERE, strict=True)
    ),
)
"""The Kodex after module 04."""
LONGER = replace(ANCHORED.rules[2], values={"frist": 30})
NEW = Rule(patterns.HUMAN_NEAR_THRESHOLD, owner="Frau Demirel", channel="Telefon 4711")
LAST = replace(ANCHORED, rules=(*ANCHORED.rules[:2], LONGER, NEW))
"""The Kodex after module 05."""
WHY = "Zwei Wochen reichten Herrn Petersen nicht."

ROLES = {
    "einsatz": ("ethikrat", "ethikbeauftragte", "geschaeftsfuehrung"),
    "daten": ("daten", "betriebsrat", "geschaeftsfuehrung"),
    "ueberwachung": ("algorithmus", "ethikbeauftragte", "fachabteilung"),
    "anhalten": ("fachabteilung", "ethikbeauftragte", "geschaeftsfuehrung"),
    "aenderung": ("algorithmus", "betriebsrat", "geschaeftsfuehrung"),
    "fehlentscheidung": ("fachabteilung", "ethikrat", "geschaeftsfuehrung"),
    "kodex": ("ethikrat", "betriebsrat", "geschaeftsfuehrung"),
    "abschaltung": ("geschaeftsfuehrung", "daten", "algorithmus"),
}
"""Task → who decides, who reviews, who answers."""
PLAN = operation.Plan(2, {"abstand": 12, "pool": 14, "fehlend": 25})
DECISION, CONDITIONS = "formular", ("informieren", "termin")
REASON = "Wer keine Angaben machen konnte, soll sie nachreichen dürfen."
OBJECTION = "Das Team hat dafür kaum Zeit."

VERDICTS = {
    "Jan Petersen": "Berechtigt: Eine Angabe war falsch.",
    "Sofia Wagner": "Nicht berechtigt: Die Absage bleibt.",
    "Aylin Demir": "Berechtigt: Das System hat benachteiligt.",
    "Katrin Lorenz": "Berechtigt: Das System hat benachteiligt.",
}
CHANNELS = (silence.FORM, silence.LANGUAGES)
SETTLED = {
    "05.plan.frist": "30 Tage",
    "05.plan.eingang": "nach 3 Arbeitstagen",
    "05.plan.antwort": "nach 14 Tagen",
    "05.plan.umfrage": "alle 6 Monate",
    "05.plan.annahme": "Frau Kaya, Personal",
    "05.plan.pruefung": "Herr Okafor, Betriebsrat",
    "05.plan.regel": "der KI-Ethikrat",
}
REPLY = "Guten Tag,\nden Ausschlag gab der Test. Einspruch ist möglich bis 3. Mai: hilfe@muster.example"

SETUP = people.Setup(people.COMBINED, people.FAIR, 500, people.NEAR, 6)
GOAL = people.Goal(women=0.39, wrong=260, hours=55)

CASES_SORTED = {case.id: "nie" if at % 3 else case.answer for at, case in enumerate(reference.data_cases())}
"""Case → what the learner puts into a program that writes."""
TEXT_RULES = {key: f"Regel {at}: <Güte> & Zeit\nund Zeile 2" for at, key in enumerate(text_rules.FIELDS, 1)}

LEVELS = tuple(self_assessment.LEVELS)
BEFORE = {aspect: LEVELS[at % 2] for at, aspect in enumerate(self_assessment.ASPECTS)}
TODAY = {aspect: LEVELS[1 + at % 4] for at, aspect in enumerate(self_assessment.ASPECTS)}
"""Aspect → level, before and after looking at the evidence."""
USE = footprint.Use(footprint.WRITE, per_day=20, people=40, days=220)
CASE = "chatbot"
SENTENCES = "Auf Deutsch antwortet ein Programm.\nFrau Kaya liest jede Beschwerde."
ROOM = ("daten", "menschen", "ende", "fehler")
COMMITMENTS = (
    ("Register am Eingang aushängen", "Leitung IT", "2097-02-01", "1. Februar 2097", "Es hängt."),
    ("Jede Absage nennt den Grund", "Leitung Personal", "2097-03-15", "15. März 2097", "Zehn Stichproben"),
    ("Alle üben einmal im Monat", "Betriebsrat", "2097-04-30", "30. April 2097", "Termine im Kalender"),
)
AGAIN = "6"


def note(key: str) -> str:
    """What the learner answers to „Was heißt das für uns?“."""
    return f"Notiz zu {key}: Größe & <Maß>"


# --- helpers --------------------------------------------------------------------------------------------


def named(id: str) -> register.Use:
    """A use of AI by its id."""
    return next(one for one in register.USES if one.id == id)


@cache
def _systems():
    return catalogue()


def audited(rules: Kodex) -> Audit:
    """The audit of the toy systems with a Kodex."""
    return audit(rules, _systems())


def builder(page: Page) -> Locator:
    """The Kodex-Baukasten."""
    return met(page.locator(".fk-builder"))


def part(page: Page, role: str, name: str) -> Locator:
    """The part with this role and name, once the learner has got there."""
    return met(page.get_by_role(role, name=name, include_hidden=True))


def take_rule(page: Page, pattern: str, blank: str, value: str | int) -> None:
    """Add a rule to the Kodex, with one of its blanks filled in."""
    unfold(builder(page).locator(".fk-picker")).get_by_role("radio", name=pattern, exact=True).check()
    if isinstance(value, int):
        builder(page).get_by_role("textbox", name=blank).fill(str(value))
    else:
        choose(page, blank, value)
    builder(page).get_by_role("button", name="In meinen Kodex übernehmen").click()


# --- the walk, module by module; each unit of the short path for itself --------------------------------


def module_00(page: Page) -> None:
    for asked in OPENING:
        choose(page, asked["question"], OPINIONS[asked["id"]][0])
    unit_00_2(page)
    resolve(page, "Wie viele von 10 Kolleginnen und Kollegen", 4)
    part(page, "checkbox", name="Man ist unsicher").check()


def unit_00_2(page: Page) -> None:
    resolve(page, "Wie viele der 24 Fälle", 5, "Schätzung festhalten")
    unfold(page.locator(".fk-picks"))
    for use, hidden in REGISTER.items():
        part(page, "checkbox", name=named(use).name).first.check()
        if hidden:
            part(page, "checkbox", name=f"Läuft bei uns unbemerkt ({named(use).name})").check()
    expect(part(page, "heading", "Das Register: 3 Einträge")).to_be_visible()


def module_01(page: Page) -> None:
    unit_01_1(page)
    unit_01_2(page)
    resolve(page, "Wie groß ist der Abstand nach acht Jahren?", "Er ist von selbst verschwunden.")
    choose(page, "Was geschieht in diesen acht Jahren?", "Wer kaum Chancen sieht, bewirbt sich seltener.")
    for _, task in TASKS:
        part(page, "combobox", name=task).select_option(label="Mensch mit Vorschlag")
    choose(page, "Wen würden Sie vor der Einführung fragen?", "Der Betriebsrat")
    resolve(page, "Sagt der Spiegel zu seinem Modell", "Selten. Meistens bleibt es offen.")


def unit_01_1(page: Page) -> None:
    applicants = {person.name: person for person in mirror.applicants().itertuples()}
    for number in range(1, len(applicants) + 1):
        card = met(widget(page, f"Karte {number} von {len(applicants)}"))
        name = card.locator(".fk-card-title").inner_text()
        man = next(one for known, one in applicants.items() if known in name).geschlecht == "männlich"
        card.get_by_role("button", name="Einladen" if man else "Absagen").click()
    resolve(page, "Was wissen wir jetzt über ihre", "Sie waren fair.", KEEP)
    answered = resolve(page, "Wen lädt Ihr Modell häufiger ein?", "Männer deutlich häufiger")
    expect(answered).to_contain_text("Ihr Modell lädt Männer häufiger ein")


def unit_01_2(page: Page) -> None:
    resolve(page, "Wie viel Prozent des Abstands bleiben", 50)
    resolve(page, "Welche Angabe verrät das Geschlecht am besten?", "Auszeit")
    for column in ("Auszeit", "Teilzeit gewünscht", "Studienfach", "Verein", "Wortstil"):
        part(page, "checkbox", name=column).check()
    expect(page.get_by_text("Kein Abstand mehr nachweisbar.")).to_be_visible()
    resolve(page, "Was sagt der bestandene Test über den Abstand?", "Der Abstand ist damit weg.")


def exercise(page: Page) -> None:
    """The exercise of module 01 as a form: answer, check, hand in."""
    page.locator("#frage-a1 input").fill("19,3")
    page.get_by_label("Wen die Firma bisher eingeladen hat.").check()
    page.locator("#frage-a1").get_by_role("button", name="Prüfen").click()
    expect(page.locator("#frage-a1 .fk-feedback")).to_contain_text("Ausgefüllt.")
    name, content = downloaded(page, "Abgabe speichern")
    sources = "\n".join("".join(cell["source"]) for cell in json.loads(content)["cells"])
    assert name.startswith("bewusstsein") and "abstand_abgelesen = 19.3" in sources


def module_02(page: Page) -> None:
    choose(page, "Was wäre für Sie bei den Krediten fair?", "Gleiche Quoten")
    widget(page, "Grenze für Personen ab 30").first.get_by_role(
        "button", name="Einstellen: Gleiche Chancen"
    ).click()
    resolve(page, "höchstens zugleich erfüllen", "2 Definitionen")
    choose(page, "Und jetzt: Was wäre", "Gleiche Chancen")
    resolve(page, "In wie vielen der sechs Fachbereiche", 5)
    choose(page, "Welche Ebene würden Sie anschauen?", "Nur das Ganze")
    resolve(page, "„Bei uns wird niemand benachteiligt.“", "Ob das stimmt, zeigt diese Zählung nicht.", KEEP)
    words = dict(word[:2] for word in firms.WHO)
    for number, card in enumerate(firms.CARDS.values(), 1):
        asked = widget(page, f"Karte {number} von {len(firms.CARDS)}")
        asked.get_by_role("button", name=words[card.answer], exact=True).click()
        page.locator(".page-widget").get_by_role("button", name="Weiter", exact=True).click()
    expect(page.get_by_text("5 von 5 richtig")).to_be_visible()
    page.get_by_label("Wie oft lädt eine Firma").select_option("Firma C")
    expect(page.get_by_role("heading", name="Firma C: Kein Abstand ist größer")).to_be_visible()
    take_rule(page, "Gleiche Quoten", "Größter Abstand", 40)
    builder(page).get_by_role("textbox", name="Name des Kodex").fill(TITLE)
    take_rule(page, "Hinweis auf KI", "Zeitpunkt", "spätestens mit der Entscheidung")
    take_rule(page, "Einspruch", "Frist", 21)
    assert stored.from_value(kept(page)[stored.KEY]) == FIRST
    resolve(page, "Bei wie vielen Firmen?", "Bei einigen, aber weniger als der Hälfte.", KEEP)
    choose(page, "Mit welchen Daten?", "Bewerbungen")
    expect(page.get_by_text("Ihr Kodex hat 3 Regeln.")).to_be_visible()


def module_03(page: Page) -> None:
    resolve(page, "Fragen konnte niemand beantworten?", 30)
    for use, answers in PROFILES.items():
        card = met(page.locator("details.fk-system").filter(has_text=named(use).name)).first
        if card.get_attribute("open") is None:
            card.locator("summary").click()
        for question in questions.QUESTIONS:
            if question["id"] in answers:
                card.get_by_label(question["label"]).select_option(answers[question["id"]][1])
        expect(card).to_contain_text(f"{len(answers)} von 8 bekannt")
    resolve(page, "In welche Klasse gehört", "Hochrisiko-Anwendung")
    resolve(page, "Welche Regel drückt diese Menschen", "Schreibt Deutsch")
    part(page, "checkbox", name="Gebiet Süd").uncheck()
    resolve(page, "Fehler findet der Kodex?", 9, "Schätzung festhalten")
    part(page, "button", name="Prüfung starten").click()
    found_by(page, FIRST)
    rule_button(builder(page), 1, "ändern").click()
    builder(page).get_by_label("Größter Abstand", exact=True).fill("9")
    builder(page).get_by_role("button", name="Änderung speichern").click()
    part(page, "button", name="Noch einmal prüfen").click()
    found_by(page, SHARP)
    assert stored.from_value(kept(page)[stored.KEY]) == SHARP
    resolve(page, "bekommen Menschen vom Land?", 40)
    resolve(page, "schlägt die Regel Alarm?", 10)
    resolve(page, "Kann trotzdem jemand benachteiligt sein?", "Nein, dann ist niemand benachteiligt")
    resolve(page, "Welche Erklärung ist richtig gerechnet?", "Nur Erklärung A")
    resolve(page, "mit diesen drei Angaben einmalig?", 30)
    solved = resolve(page, "Wer hat hier deutlich schlechtere Karten?", "Menschen mit Behinderung")
    expect(solved).to_contain_text("Sie sagten: „Ob das stimmt, zeigt diese Zählung nicht“. Das war richtig.")
    solved = resolve(page, "Wen trifft das?", "Auch viele, die zurückgezahlt hätten.")
    expect(solved).to_contain_text("Sie sagten: „Bei einigen, aber weniger als der Hälfte“.")


def headline_of(kodex: Kodex) -> str:
    """What stands above the cards of an audit."""
    score = audited(kodex).score
    return f"Der Kodex findet {score.found} von {score.planted} Fehlern."


def found_by(page: Page, kodex: Kodex) -> None:
    cards = page.get_by_role("region", name="Der Kodex prüft die Systeme", exact=True)
    expect(cards).to_contain_text(headline_of(kodex))


def module_04(page: Page) -> None:
    resolve(page, "ist alles klar geregelt?", 5)
    for task, held in ROLES.items():
        card = met(page.locator("details.fk-system").filter(has_text=roles.TASKS[task].about))
        if card.get_attribute("open") is None:
            card.locator("summary").click()
        for duty, role in zip(roles.DUTIES.values(), held, strict=True):
            card.get_by_role("group", name=duty).get_by_label(roles.ROLES[role].name, exact=True).check()
        expect(card.locator("summary")).to_contain_text("klar")
    expect(widget(page, "Die drei Grundfragen in Ihrer Tabelle")).to_contain_text("8 von 8")
    resolve(page, "Wo greifen die wenigsten Regeln", "vor dem Start")
    for label, texts in (("Wer ist zuständig?", WHO), ("Wo meldet man einen Verstoß?", WHERE)):
        for at, text in enumerate(texts):
            unfold(page.locator(".fk-anchors > li").nth(at)).get_by_label(label).fill(text)
    expect(page.get_by_text("3 von 3 Regeln verankert")).to_be_visible()
    choose(
        page, "Was ist bei Ihnen für das Ende eines Systems schon geregelt?", *life_cycle.SHUTDOWN.values()
    )
    resolve(page, "stimmt etwas nicht mehr?", 4)
    resolve(page, "Alarme im Jahr sind falsch?", 2)
    for label, value in (
        ("Alle wie viele Monate sehen Sie nach?", PLAN.interval),
        ("Alarm ab diesem Abstand der Quoten", PLAN.limits["abstand"]),
        ("Alarm ab dieser Abweichung", PLAN.limits["pool"]),
        ("Alarm ab diesem Anteil fehlender Angaben", PLAN.limits["fehlend"]),
    ):
        met(page.get_by_label(label)).fill(str(value))
    choose(page, "Was beschließen Sie?", board.OURS.decisions[DECISION][0])
    choose(page, "Was soll dazu gelten?", *(board.OURS.conditions[key] for key in CONDITIONS))
    met(page.get_by_label("Warum haben Sie so entschieden?")).fill(REASON)
    write(page, "Was ist der stärkste Einwand", OBJECTION)
    expect(page.get_by_text("Ein halbes Jahr später")).to_be_visible()
    choose(page, "Welchen Fall sehen Sie sich an?", CASES["zwei"])
    expect(page.get_by_text("In Ihrer Rollentabelle steht dafür ein: Geschäftsführung.")).to_be_visible()
    check_oneself(page, log_questions(figures.logs()["zwei"]))


def settle(page: Page, *names: str) -> None:
    """Decisions of the feedback plan, where they are asked."""
    for one in plan.DECISIONS:
        if one.key.rpartition(".")[2] in names:
            if one.options:
                met(page.get_by_label(one.question)).select_option(SETTLED[one.key])
            else:
                write(page, one.question, SETTLED[one.key])


def module_05(page: Page) -> None:
    resolve(page, "der vier Einsprüche sind berechtigt?", 2, "Schätzung festhalten")
    for name, verdict in VERDICTS.items():
        resolve(page, f"über den Einspruch von {name}?", verdict, "Entscheiden")
    expect(page.get_by_text("4 von 4 Entscheidungen passen.")).to_be_visible()
    resolve(page, "Ab wann läuft ihre Frist", "Ab Juni, als sie davon erfuhr")
    resolve(page, "Welche Antwort hilft ihr weiter?", "„Das Modell hat so entschieden.“")
    resolve(page, "legen per Brief Einspruch ein?", 50)
    choose(page, "Was bietet die Firma an?", *(silence.MEASURES[key].name for key in CHANNELS))
    settle(page, "frist", "eingang", "antwort", "annahme", "pruefung")
    resolve(page, "liegt das Mittel der Antworten", 4)
    choose(page, "Welche Aussage?", "Ich fühle mich von der KI fair behandelt.")
    settle(page, "umfrage")
    write(page, "Schreiben Sie den Brief selbst", REPLY)
    part(page, "button", name="1. Kodex von heute prüfen").click()
    expect(page.get_by_text("Fertig:")).to_be_visible()
    rule_button(builder(page), 3, "ändern").click()
    builder(page).get_by_role("textbox", name="Frist").fill("30")
    builder(page).get_by_role("button", name="Änderung speichern").click()
    unfold(builder(page).locator(".fk-picker")).get_by_role("radio", name=NEW.kind.title, exact=True).check()
    builder(page).get_by_text("Wer kümmert sich darum?").click()
    builder(page).get_by_role("textbox", name="Zuständig").fill(NEW.owner)
    builder(page).get_by_role("textbox", name="Meldeweg").fill(NEW.channel)
    builder(page).get_by_role("button", name="In meinen Kodex übernehmen").click()
    met(page.get_by_label("Was ist der Anlass")).select_option("Einspruch von Jan Petersen")
    met(page.get_by_label("Warum ändern Sie den Kodex?")).fill(WHY)
    resolve(page, "Was bringt die Änderung", "Es ändert sich nichts.", "Schätzung festhalten")
    part(page, "button", name="2. Änderung festhalten und neu prüfen").click()
    expect(page.get_by_text("Festgehalten. Fertig:")).to_be_visible()
    settle(page, "regel")
    assert stored.from_value(kept(page)[stored.KEY]) == LAST


def module_06(page: Page) -> None:
    resolve(page, "Welcher Weg macht die wenigsten Fehlentscheidungen?", "Programm allein")
    resolve(page, "wenn das Team alle Vorschläge prüft?", "Es werden wieder mehr.")
    resolve(page, "nachdem das einseitige Team geprüft hat?", 30)
    choose(page, "Wer entscheidet?", "Mensch mit Vorschlag")
    choose(page, "Mit welchem Team rechnen Sie?", "Das Team urteilt fair")
    choose(page, "Was prüft das Team?", "Vorschläge nahe an der Grenze zwischen Einladung und Absage")
    met(page.get_by_label("Wie viele Fälle sieht das Team?")).fill(str(SETUP.cases))
    met(page.get_by_label("Wie viel Zeit ist für jeden Fall geplant?")).fill(str(SETUP.minutes))
    expect(page.get_by_text("Ziel erreicht:")).to_be_visible()
    resolve(page, "Gibt es einen Aufbau mit den meisten Frauen", "Ja, den muss man nur finden.")
    met(page.get_by_label("Frauen unter den Eingeladenen: mindestens")).fill(str(round(100 * GOAL.women)))
    met(page.get_by_label("Fehlentscheidungen im Jahr: höchstens")).fill(str(GOAL.wrong))
    met(page.get_by_label("Arbeitsstunden im Jahr: höchstens")).fill(str(GOAL.hours))
    resolve(page, "An welcher Stelle lässt sich der Abstand", "Beim Lernen")
    choose(page, "Welches Verfahren probieren Sie?", "Merkmale angleichen")
    expect(page.get_by_text("Ziel erreicht.")).to_be_visible(timeout=COMPUTED)
    resolve(page, "Wie viele Entscheidungen sind dann noch richtig?", "Weniger als heute")
    resolve(page, "bekommen dadurch eine andere Antwort?", 50)
    resolve(page, "eine niedrigere Grenze setzen", "Nein. Das Geschlecht darf dabei nie zählen.")
    choose(page, "Sie prüfen diesen Vorschlag. Was tun Sie?", "Ich hole eine zweite Meinung.")
    for view in VIEWS:
        met(page.get_by_text(view["questions"][1][1], exact=True)).click()
    expect(widget(page, "Ihre vier Fragen an den Fall").get_by_role("listitem")).to_have_count(4)


def module_07(page: Page) -> None:
    for at, levels in enumerate((BEFORE, TODAY)):
        for aspect, name in self_assessment.ASPECTS.items():
            part(page, "combobox", name=name).nth(at).select_option(self_assessment.LEVELS[levels[aspect]])
        if at == 0:
            evidence = resolve(page, "Zu wie vielen der 8 Aspekte", 3)
            expect(evidence).to_contain_text("Register: 3 Einträge")
            expect(evidence).to_contain_text("Kodex: bei 4 von 4 Regeln sind Person und Meldeweg klar")
            expect(evidence).to_contain_text("Rollentabelle: 8 von 8 Aufgaben sind vergeben")
    resolve(page, "Welcher Grundsatz aus dem Code of Conduct", "Kompetenzen")
    resolve(page, "Google nennt für eine Anfrage 0,03", 10)
    choose(page, "Wofür nutzen Sie KI?", "Texte schreiben lassen")
    for label, value in (
        ("Anfragen je Person", USE.per_day),
        ("Personen", USE.people),
        ("Arbeitstage", USE.days),
    ):
        part(page, "slider", name=label).fill(str(value))
    part(page, "combobox", name="Um welchen Einsatz geht es?").select_option(named(CASE).name)
    for question in need.QUESTIONS:
        part(page, "combobox", name=question.text).select_option(question.good)
    unit_07_3(page)
    expect(widget(page, "Was fehlt diesem Satz am meisten?")).to_contain_text(NOTICE.sentence)
    unit_07_4(page)
    expect(page.get_by_text("Am Anfang: „vor allem die Leitung“. Heute: „halb und halb“.")).to_be_visible()
    beliefs = widget(page, "Unfair heißt: Frauen gegen Männer.")
    expect(beliefs).to_contain_text("Vorher: noch nicht richtig. Nachher: richtig.")


def unit_07_3(page: Page) -> None:
    resolve(page, "Was fehlt diesem Satz am meisten?", "Ein Siegel daneben", "Auflösen")
    met(page.get_by_label("Unsere Sätze")).fill(SENTENCES)
    choose(page, "Welche Regeln gelten in Ihrem Raum", *(action_plan.RULES[rule] for rule in ROOM))


def unit_07_4(page: Page) -> None:
    for asked in OPENING:
        choose(page, asked["question"], OPINIONS[asked["id"]][1])
    for row, (what, who, until, _, sign) in zip(action_plan.ROWS, COMMITMENTS, strict=True):
        group = unfold(page.locator(".fk-plan")).get_by_role("group", name=row)
        group.get_by_label("Was sagen wir zu?").fill(what)
        group.get_by_label("Wer kümmert sich?").fill(who)
        group.get_by_label("Bis wann?").fill(until)
        group.get_by_label("Woran merken wir").fill(sign)
    expect(page.get_by_text("3 Zusagen, jede mit Person, Tag und Zeichen.")).to_be_visible()
    choose(page, "Wann sehen Sie spätestens wieder hin?", action_plan.TIMES[AGAIN])


def module_08(page: Page) -> None:
    unit_08_1(page)
    resolve(page, "die in der Notiz fehlen", 50)
    resolve(page, "Wie viele von 100 erfundenen Angaben findet er so?", 90)
    resolve(page, "Wie viele von 100 Antworten sind trotzdem falsch?", 5)
    resolve(page, "ist es genau das richtige Blatt?", 20)
    resolve(page, "Letzten auf der Liste gehören zu Gruppe B?", 4)
    resolve(
        page, "Was davon ist am Arbeitsplatz verboten?", "Zählen, wie oft sie sich an den Leitfaden halten"
    )
    resolve(page, "von 100 Firmen kommt der Code heraus?", 10)
    for number, answer in enumerate(CASES_SORTED.values(), 1):
        card = met(widget(page, f"Karte {number} von {len(CASES_SORTED)}"))
        card.get_by_role("button", name=reference.DATA_ANSWERS[answer], exact=True).click()
        page.locator(".page-widget").get_by_role("button", name="Weiter", exact=True).click()
    resolve(page, "Wie viele dieser Wörter benutzt es nach", 5)
    choose(page, "Was könnte die Firma anders machen?", "Die Hälfte der Texte schreiben jedes Jahr Menschen.")
    resolve(page, "Wie viele von 100 Fehlern findet sie?", 60)
    resolve(page, "Was zeigte die Uhr?", "Sie waren genauso schnell wie ohne.")
    resolve(page, "Wie viele davon findet der Kodex beim ersten Mal?", 3, "Schätzung festhalten")
    for key, field in text_rules.FIELDS.items():
        write(page, field.question, TEXT_RULES[key])


def unit_08_1(page: Page) -> None:
    resolve(page, "Wie oft trifft es das Wort?", 30)
    met(page.get_by_label("Ihr Anfang in Stichwörtern")).fill("Frau Leyla, Kundendienst")
    resolve(page, "Zwei Menschen haben die gleiche Leistung.", "Bei beiden etwa gleich oft")
    resolve(page, "Wie viel Prozent vom Abstand bleiben?", 20)
    resolve(page, "Wie viele von 100 sind es dann bei Männern?", 70)
    resolve(page, "Bei wem schreibt es dann öfter von Leitung?", "Bei beiden etwa gleich oft")


WALK = {
    "00": module_00,
    "01": module_01,
    "02": module_02,
    "03": module_03,
    "04": module_04,
    "05": module_05,
    "06": module_06,
    "07": module_07,
    "08": module_08,
}
SHORT = {
    "00.2": unit_00_2,
    "01.1": unit_01_1,
    "01.2": unit_01_2,
    "08.1": unit_08_1,
    "07.3": unit_07_3,
    "07.4": unit_07_4,
}
"""Unit of the short path → how it is answered, without what others would have to be answered for."""


def walk(page: Page, served) -> None:
    """Work through all modules and the exercise of module 01, and end all units."""
    for module in manifest.read().modules:
        open_module(page, served, module.slug, view="")
        WALK[module.id](page)
        check_oneself(page, self_checks.questions(module.id))
        write_notes(page, module.id, note)
        end_units(page, module)
        looks.fits(page, WIDTH)
        if module.exercise == "bewusstsein":
            assert page.goto(f"{served.url}uebung/{module.exercise}").status == 200
            exercise(page)
