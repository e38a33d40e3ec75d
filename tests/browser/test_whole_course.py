"""One learner, one phone, the whole course: the folder at the end holds what was chosen, and nothing else."""

import io
import json
import zipfile
from datetime import date

import pytest
import whole_walk as chosen
from learner import chapters, downloaded, lines, met, open_module, state
from playwright.sync_api import Page, expect

from fairki import footprint, kodex, manifest, need, people, reference, register, speech
from fairki.documents import action_plan, folder, self_assessment, text_rules
from fairki.feedback import plan, silence
from fairki.governance import board, life_cycle, operation, roles
from fairki.kodex import patterns
from fairki.speech import day
from fairki.systems import questions

pytestmark = pytest.mark.browser

COURSE = manifest.read()
TITLES = [section.title for section in folder.SECTIONS if not section.private]


def test_a_learner_walks_from_the_first_module_to_a_folder_that_holds_their_choices(page_at, served):
    page = page_at(chosen.WIDTH, reduced_motion="reduce")
    page.goto(served.url)
    page.get_by_role("link", name="Kurs beginnen").click()
    chosen.walk(page, served)

    page.get_by_label("Name Ihrer Firma").fill(chosen.COMPANY)
    page.get_by_label("Ihr Name").fill(chosen.NAME)
    name, word = downloaded(page, "Mappe als Word-Datei speichern")
    assert name == "mappe.docx"
    for title in TITLES:
        expect(page.get_by_text(f"{title}: {folder.THERE} (")).to_be_visible()
    parts = chapters(word)
    assert list(parts)[1:] == TITLES and chosen.COMPANY in parts[""]
    check_parts(parts)
    check_what_was_not_chosen(parts)

    page.get_by_role("group", name="Nur für Sie").get_by_role("checkbox").check()
    name, packed = downloaded(page, "Alles als Zip-Datei speichern")
    assert name == "mappe.zip"
    before = state(page)
    check_zip(packed, parts, before)
    _, record = downloaded(page, "Nachweis speichern")
    check_record(page, record.decode())

    delete_everything(page)
    load(page, packed)
    after = state(page)
    assert (after["answers"], after["progress"]) == (before["answers"], before["progress"])
    check_pages_again(page, served)
    assert state(page)["answers"] == before["answers"]  # to look at a page changes nothing


# --- the folder ---------------------------------------------------------------------------------------


def check_parts(parts: dict[str, str]) -> None:
    """Each part says what the learner chose, in the words of the page."""
    for check in (
        kodex_and_audit,
        governance,
        feedback,
        set_up_and_aspects,
        rules_of_play,
        footprint_and_plan,
    ):
        for title, wanted in check():
            for text in wanted:
                assert text in parts[title], (title, text)


def kodex_and_audit():
    rules = [
        f"{number} | {rule.sentence} / {rule.kind.hint} | {rule.owner} | {rule.channel}\n"
        for number, rule in enumerate(chosen.LAST.rules, 1)
    ]
    yield "Unser KI-Kodex", [f"{chosen.TITLE}: 4 Regeln", *rules]
    entries = register.entries([{"id": use, "verborgen": hidden} for use, hidden in chosen.REGISTER.items()])
    own = [
        f"{entry.use.name} / {entry.use.area}. Betroffen: {entry.use.affected}."
        + (" Läuft bei uns unbemerkt. |" if entry.hidden else " |")
        for entry in entries
    ]
    known = [
        f"{asked['label']} {words[0].upper()}{words[1:]}."
        for answers in chosen.PROFILES.values()
        for asked in questions.QUESTIONS
        if asked["id"] in answers
        for _, words in [answers[asked["id"]]]
    ]
    figures = [chosen.audited(chosen.LAST).score.why, "3 Systeme aus dem Register, geprüft mit 4 Regeln"]
    yield "Register und Prüfbericht", [*own, *known, "Noch offen: 7 von 8 Fragen.", *figures]


def governance():
    def row(first, names):
        return f"{first} | {' | '.join(roles.ROLES[name].name for name in names)}\n"

    yield (
        "Rollentabelle",
        [row(roles.TASKS[task].name, held) for task, held in chosen.ROLES.items()]
        + [
            row(question, [chosen.ROLES[task][list(roles.DUTIES).index(duty)]])
            for question, task, duty in roles.FOUNDING_QUESTIONS
        ],
    )
    watched = life_cycle_sentences()
    ends = list(life_cycle.SHUTDOWN.values())
    yield "Lebensweg eines Systems", [*watched, *ends, *(rule.channel for rule in chosen.LAST.rules)]
    yield (
        "Protokoll des KI-Ethikrats",
        [
            ". ".join(board.OURS.decisions[chosen.DECISION]),
            *(board.OURS.conditions[key] for key in chosen.CONDITIONS),
            f"Begründung\n{chosen.REASON}",
            f"Der stärkste Einwand\n{chosen.OBJECTION}",
        ],
    )


def life_cycle_sentences() -> list[str]:
    limits = chosen.PLAN.limits
    return ["Wir sehen alle 2 Monate nach.\n"] + [
        operation.MEASURES[name].meaning.format(limit=limit) for name, limit in limits.items()
    ]


def feedback():
    yield (
        "Feedback-Plan",
        [f"{silence.MEASURES[key].name} | {silence.MEASURES[key].sentence}" for key in chosen.CHANNELS]
        + [f"{one.title} | {chosen.SETTLED[one.key]}\n" for one in plan.DECISIONS]
        + chosen.REPLY.splitlines(),
    )
    was, now, new = chosen.ANCHORED.rules[2], chosen.LONGER, chosen.NEW
    today = day(date.today())
    yield (
        "Geschichte unseres Kodex",
        [
            f"{today} | Einspruch von Jan Petersen | {chosen.WHY}\n",
            f"Vorher: {was.sentence} Zuständig: {was.owner}.",
            f"Jetzt: {now.sentence} Zuständig: {now.owner}.",
            f"Neu: {new.sentence}",
        ],
    )


def set_up_and_aspects():
    goal, reached = chosen.GOAL, people.years_reached(chosen.SETUP, chosen.GOAL)
    yield (
        "Mensch und Maschine: unser Aufbau",
        [
            "Weg: Mensch mit Vorschlag\nDas Team urteilt fair.\n",
            "Menschen prüfen 500 von 2.000 Vorschlägen: Vorschläge nahe an der Grenze.\nZeit je Fall: 6 Minuten\n",
            f"mindestens {speech.percent(goal.women)} Frauen",
            f"höchstens {goal.wrong} Fehlentscheidungen und höchstens {goal.hours} Stunden",
            f"Erreicht in {reached} von 20 Jahren.",
        ],
    )
    levels = self_assessment.LEVELS
    yield (
        "Acht Aspekte, unsere Belege",
        [
            f"{name} | {levels[chosen.BEFORE[aspect]]} | {levels[chosen.TODAY[aspect]]} | "
            for aspect, name in self_assessment.ASPECTS.items()
        ]
        + ["Kodex: bei 4 von 4 Regeln sind Person und Meldeweg klar", "Rollentabelle: 8 von 8", "Zusagen: 3"],
    )


def rules_of_play():
    names = reference.DATA_ANSWERS
    yield (
        text_rules.SECTION.title,
        [f"{field.title}\n{chosen.TEXT_RULES[key]}\n" for key, field in text_rules.FIELDS.items()]
        + [f"{names[answer]} | " for answer in set(chosen.CASES_SORTED.values())],
    )


def footprint_and_plan():
    grams = [one.grams for one in footprint.year(chosen.USE)]
    yield (
        "Fußabdruck und Bedarf",
        [
            f"Ein Jahr mit unseren Annahmen: {footprint.span(grams, footprint.MASS_UNITS)} CO₂.",
            *(
                f" | {speech.number(value)}\n"
                for value in (chosen.USE.per_day, chosen.USE.people, chosen.USE.days)
            ),
            f"Geprüft für „{chosen.named(chosen.CASE).name}“. Ergebnis: Ja, mit Sorgfalt.",
        ],
    )
    yield (
        "Aktionsplan",
        [f"{what} | {who} | {until} | {sign}\n" for what, who, _, until, sign in chosen.COMMITMENTS]
        + [*chosen.SENTENCES.splitlines(), *(action_plan.RULES[rule] for rule in chosen.ROOM)]
        + [f"Spätestens {action_plan.TIMES[chosen.AGAIN]}"],
    )


def check_what_was_not_chosen(parts: dict[str, str]) -> None:
    """No part is open, and none says what the learner did not say."""

    def others(all_of_them: dict, chosen_ones) -> list:
        return [value for key, value in all_of_them.items() if key not in chosen_ones]

    whole = "\n".join(parts.values())
    assert not [asked.key for asked in reference.transfers() if chosen.note(asked.key) in whole]
    for text in ("Noch offen. So füllen", "Noch offen: 0", "Beispiel-Kodex", f"{folder.OPEN}\n"):
        assert text not in whole
    assert "40\N{NO-BREAK SPACE}Prozentpunkte" not in whole  # the rule as it was before the audit
    hints = others(
        {id: pattern.hint for id, pattern in patterns.PATTERNS.items()},
        [rule.pattern for rule in chosen.LAST.rules],
    )
    absent = {
        "Unser KI-Kodex": ["21\N{NO-BREAK SPACE}Tage", "Noch nicht verankert", *hints],
        "Register und Prüfbericht": [
            f"{one.name} / {one.area}. Betroffen" for one in register.USES if one.id not in chosen.REGISTER
        ],
        "Rollentabelle": ["Offene Punkte", "noch offen"],
        "Lebensweg eines Systems": ["Was noch fehlt", "| noch offen"],
        "Protokoll des KI-Ethikrats": [
            *(title for title, _ in others(board.OURS.decisions, [chosen.DECISION])),
            *others(board.OURS.conditions, chosen.CONDITIONS),
        ],
        "Feedback-Plan": [f"{one.name} |" for one in others(silence.MEASURES, chosen.CHANNELS)]
        + [
            f"{one.title} | {words}"
            for one in plan.DECISIONS
            for words in one.options.values()
            if words != chosen.SETTLED[one.key]
        ],
        "Aktionsplan": others(action_plan.RULES, chosen.ROOM) + others(action_plan.TIMES, [chosen.AGAIN]),
        "Fußabdruck und Bedarf": [question.todo for question in need.QUESTIONS],
        "Acht Aspekte, unsere Belege": ["| offen |", "noch kein Beleg"],
    }
    assert [(title, text) for title, texts in absent.items() for text in texts if text in parts[title]] == []


def check_zip(packed: bytes, parts: dict[str, str], now: dict) -> None:
    """The zip holds the same folder, each part alone, the Kodex and the whole state."""
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        assert opened.testzip() is None
        assert json.loads(opened.read(folder.STATE_NAME)) == now
        assert kodex.loads(opened.read(folder.KODEX_NAME).decode()) == chosen.LAST
        assert chapters(opened.read(folder.WORD_NAME)) == parts
        notes = "\n".join(lines(opened.read(folder.PRIVATE_NAME)))
        for asked in reference.transfers():
            assert f"{asked.question}\n{chosen.note(asked.key)}" in notes, asked.key
        alone = sorted(name for name in opened.namelist() if name.startswith(folder.SINGLE))
        assert len(alone) == len(TITLES)
        for name, title in zip(alone, TITLES, strict=True):
            text = "\n".join(lines(opened.read(name)))
            assert parts[title].partition("\n")[2].strip() in text, name
    assert now["answers"]["uebung.bewusstsein.etikett_misst"] == "b"


def check_record(page: Page, content: str) -> None:
    """The record holds the name, all modules and what they teach, and nothing that was answered."""
    shown = page.context.new_page()
    shown.set_content(content)
    text = shown.inner_text("body")
    shown.close()
    assert chosen.NAME in text and chosen.COMPANY not in text
    assert f"{len(COURSE.modules)} Module" in text
    for module in COURSE.modules:
        assert f"Modul {module.number}: {module.title}" in text
        assert all(goal in text for goal in module.goals)
    for answer in (chosen.TITLE, chosen.REASON, "Notiz zu", "Punkte:", "richtig"):
        assert answer not in text
    assert chosen.NAME.split()[0] not in page.evaluate(
        "JSON.stringify([{...localStorage}, {...sessionStorage}])"
    )


# --- and back again ------------------------------------------------------------------------------------


def delete_everything(page: Page) -> None:
    met(page.get_by_role("button", name="Alles löschen", include_hidden=True).first).click()
    page.get_by_role("dialog").get_by_role("button", name="Alles löschen").click()
    expect(page.get_by_text("Alles ist gelöscht.")).to_be_visible()
    expect(page.get_by_label("Unsere Sätze")).to_have_value("")
    assert state(page)["answers"] == {}


def load(page: Page, packed: bytes) -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Aus Datei laden").click()
    chooser.value.set_files({"name": "mappe.zip", "mimeType": "application/zip", "buffer": packed})
    expect(page.get_by_text("Ihr Stand ist geladen.")).to_be_visible()


AGAIN = {
    "00": ["Das Register: 3 Einträge", "Ihre erste Meinung ist festgehalten."],
    "01": [
        "Einladen: 8 · Absagen: 8",
        "Ihr Modell lädt Männer häufiger ein",
        "Kein Abstand mehr nachweisbar.",
    ],
    "02": ["Zuerst wählten Sie „Gleiche Quoten“, jetzt „Gleiche Chancen“.", "Ihr Kodex hat 4 Regeln."],
    "03": ["In Ihrem Register aus Modul", chosen.headline_of(chosen.SHARP)],
    "04": ["Klar geregelt: 8 von 8 Aufgaben.", "4 von 4 Regeln verankert", "Ein halbes Jahr später"],
    "05": ["4 von 4 Entscheidungen passen.", f"Warum: {chosen.WHY}"],
    "06": ["Ziel erreicht:", "Ihre vier Fragen an den Fall"],
    "08": ["Ihre 20 Entscheidungen", "Ihre Schätzung: 30"],
    "07": ["Ihr Ergebnis für „Chatbot für Fragen“: Ja, mit Sorgfalt.", "3 Zusagen, jede mit Person"],
}
"""Module → what its page says again after a new start."""


def check_pages_again(page: Page, served) -> None:
    """The page that is open and every other one show the answers again; the start page shows all units as done."""
    expect(page.get_by_label("Unsere Sätze")).to_have_value(chosen.SENTENCES)
    for module in COURSE.modules:
        open_module(page, served, module.slug)
        for text in AGAIN[module.id]:
            expect(page.get_by_text(text).first).to_be_visible()
        for asked in reference.transfers():
            if asked.key.startswith(f"{module.id}."):
                expect(page.get_by_label(asked.question, exact=True)).to_have_value(chosen.note(asked.key))
        expect(page.get_by_text("Alle Einheiten abgeschlossen")).to_be_visible()
    page.goto(served.url)
    units = sum(len(module.units) for module in COURSE.modules)
    expect(page.locator("[data-unit]").filter(has_text=", fertig")).to_have_count(units)
