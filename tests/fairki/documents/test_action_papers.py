"""Aspects with evidence, footprint and action plan: parts of the folder, for whatever the browser kept."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairki import audit, manifest, need, register
from fairki.documents import Heading, Items, Prose, Table, action_plan, footprint, self_assessment
from fairki.errors import BadAnswerError
from fairki.governance import roles
from fairki.kodex import Kodex, Rule, patterns, stored
from fairki.kodex.example import EXAMPLE as EXAMPLE_RULES

ASPECTS = manifest.read().aspects
SECTIONS = [self_assessment.SECTION, footprint.SECTION, action_plan.SECTION]
KODEX = stored.to_value(
    Kodex("Kodex", (Rule(patterns.NOTICE), Rule(patterns.MONITORING, owner="IT", channel="Betriebsrat")))
)
NEEDED = {f"07.braucht.{q.id}": q.good for q in need.QUESTIONS}
FULL = {
    "07.vorher.werte": "nichts",
    "07.heute.werte": "alltag",
    register.KEY: register.EXAMPLE,
    stored.KEY: KODEX,
    footprint.KIND: "schreiben",
    footprint.PEOPLE: 10,
    **NEEDED,
    footprint.CASE: "bewerbungen",
    action_plan.KEY: [
        {"was": "Hinweis\neinbauen", "wer": "Personal", "bis": "2026-11-30", "zeichen": "In jeder Anzeige"},
        {},
        {"was": "Monatlich zählen"},
    ],
    action_plan.ROOM: ["ende", "daten"],
    action_plan.SENTENCES: "Ein Programm liest mit.\n\n Ein Mensch entscheidet. ",
    action_plan.AGAIN: "6",
}


def said(parts):
    """All text of some parts."""
    found = []
    for part in parts:
        match part:
            case Heading(text) | Prose(text):
                found.append(text)
            case Items(texts):
                found += texts
            case Table(columns, rows):
                found += columns
                found += [cell if isinstance(cell, str) else " ".join(cell) for row in rows for cell in row]
    return " | ".join(found).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("section", SECTIONS, ids=lambda s: s.title)
def test_nothing_is_invented_without_answers(section):
    assert section.parts({}) == []
    assert section.parts({stored.KEY: KODEX, "01.karten": {}}) == []


def test_the_evidence_of_an_aspect_comes_from_the_learners_own_papers():
    found = self_assessment.found(FULL)
    assert found["werte"] == []
    assert "Kodex: Regel 1" in found["transparenz"]
    assert any(line.startswith("Register: 8 Einträge") for line in found["transparenz"])
    assert "Kodex: bei 1 von 2 Regeln sind Person und Meldeweg klar" in found["verankern"]
    assert "Zusagen: 2, davon 1 mit Person, Termin und Zeichen" in found["verankern"]
    assert any("Fußabdruck: etwa" in line for line in found["nachhaltigkeit"])
    assert found["kompetenzen"] == ["Raum für Experimente: 2 Regeln"]


EXAMPLE = EXAMPLE_RULES.as_example()
UNTOUCHED = {
    stored.KEY: stored.to_value(EXAMPLE),
    audit.KEY: {"erste": stored.to_value(EXAMPLE), "letzte": stored.to_value(EXAMPLE)},
    roles.KEY: dict(roles.EXAMPLE),
    action_plan.SENTENCES: "\n".join(action_plan.EXAMPLE_SENTENCES.values()),
}
"""Everything that can be taken over from an example with one click."""


def test_what_was_only_taken_over_is_no_evidence():
    assert not any(self_assessment.found(UNTOUCHED).values())
    assert self_assessment.untouched(UNTOUCHED) == len(EXAMPLE.rules)
    # without the mark (kept by the version before) the same rules are the learner's own
    before = self_assessment.found({stored.KEY: stored.to_value(EXAMPLE_RULES)})
    assert sum(map(bool, before.values())) >= 6


def test_what_was_changed_or_confirmed_is_evidence():
    confirmed = replace(EXAMPLE, rules=(replace(EXAMPLE.rules[0], from_example=False), *EXAMPLE.rules[1:]))
    value = stored.to_value(confirmed)
    changed = {
        stored.KEY: value,
        audit.KEY: {"erste": stored.to_value(EXAMPLE), "letzte": value},
        roles.KEY: roles.EXAMPLE | {"daten": {roles.DECIDES: ["daten"]}},
        action_plan.SENTENCES: f"{action_plan.EXAMPLE_SENTENCES['bild']}\nUnser eigener Satz.",
    }
    lines = {line for found in self_assessment.found(changed).values() for line in found}
    assert "Kodex: Regel 1" in lines
    assert "Kodex: bei 0 von 1 Regel sind Person und Meldeweg klar" in lines
    assert "Prüfung: Der eigene Kodex hat die Systeme aus dem Kurs geprüft" in lines
    assert "Rollentabelle: 1 von 8 Aufgaben sind vergeben" in lines
    assert "Nach außen: eigene Sätze" in lines
    assert self_assessment.untouched(changed) == len(EXAMPLE.rules) - 1
    written = {audit.TEXTS_KEY: changed[audit.KEY]}
    assert self_assessment.found(written)["diskriminierung"] == [
        "Prüfung: Der eigene Kodex hat die Systeme aus dem Kurs geprüft"
    ]


def test_every_aspect_can_have_evidence():
    assert {aspect for one in self_assessment.EVIDENCE for aspect in one.aspects} == set(ASPECTS)


def test_the_assessment_shows_before_and_later_and_leaves_open_what_is_open():
    (_, table) = self_assessment.SECTION.parts(FULL)
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows["Werte definieren"] == ("noch nichts", "im Alltag üblich", "noch kein Beleg")
    assert rows["Teilhabe ermöglichen"][:2] == ("offen", "offen")


def test_the_footprint_names_its_assumptions_and_a_range():
    text = said(footprint.SECTION.parts(FULL))
    assert "Personen | 10 |" in text
    assert "Anfragen je Person und Arbeitstag | 10 |" in text  # a slider never moved stands at its start
    assert "Ein Jahr mit unseren Annahmen: etwa 380 g bis 25 kg CO₂." in text
    assert "Geprüft für „Rangfolge von Bewerbungen“. Ergebnis: Ja, mit Sorgfalt." in text


def test_a_single_measurement_does_not_pass_for_a_range():
    text = said(footprint.SECTION.parts({footprint.KIND: "bild"}))
    assert "Die Spanne" not in text
    assert "nur eine Messung" in text


def test_the_verdict_names_what_decided_it():
    text = said(footprint.SECTION.parts({**NEEDED, "07.braucht.daten": "unklar"}))
    assert "Geprüft für einen anderen Fall. Ergebnis: Noch offen." in text
    assert "Dürfen Sie die nötigen Daten dafür verwenden?" in text


def test_the_action_plan_keeps_each_commitment_and_says_what_is_open():
    text = said(action_plan.SECTION.parts(FULL))
    assert "Hinweis einbauen | Personal | 30. November 2026 | In jeder Anzeige" in text
    assert "Monatlich zählen | noch offen | noch offen | noch offen" in text
    assert "Ein Programm liest mit. | Ein Mensch entscheidet." in text
    assert "Jeder Versuch hat einen Anfang und ein Ende." in text
    assert "Spätestens in sechs Monaten" in text


@pytest.mark.parametrize(
    ("section", "answers"),
    [
        (action_plan.SECTION, {action_plan.KEY: [{"was": "x", "bis": "2026-02-30"}]}),
        (action_plan.SECTION, {action_plan.KEY: [{"was": "x", "bis": 20261130}]}),
        (action_plan.SECTION, {action_plan.KEY: [{"was": 5}]}),
        (action_plan.SECTION, {action_plan.KEY: "drei"}),
        (action_plan.SECTION, {action_plan.ROOM: ["feiern"]}),
        (action_plan.SECTION, {action_plan.SENTENCES: 5}),
        (action_plan.SECTION, {action_plan.AGAIN: ["6"]}),
        (footprint.SECTION, {footprint.KIND: "tanzen"}),
        (footprint.SECTION, {footprint.KIND: ["schreiben"]}),
        (footprint.SECTION, {footprint.KIND: "bild", footprint.DAYS: "viele"}),
        (footprint.SECTION, {"07.braucht.daten": ["ja"]}),
        (footprint.SECTION, {**NEEDED, footprint.CASE: "fremd"}),
        (self_assessment.SECTION, {"07.vorher.werte": "super"}),
        (self_assessment.SECTION, {"07.vorher.werte": "nichts", register.KEY: "alle"}),
        (self_assessment.SECTION, {"07.vorher.werte": "nichts", stored.KEY: 5}),
        (self_assessment.SECTION, {"07.vorher.werte": "nichts", "03.steckbriefe": []}),
        (self_assessment.SECTION, {"07.vorher.werte": "nichts", audit.KEY: [1]}),
        (self_assessment.SECTION, {"07.vorher.werte": "nichts", audit.TEXTS_KEY: [1]}),
        (self_assessment.SECTION, {"07.vorher.werte": "nichts", "04.rollen": 7}),
    ],
)
def test_a_damaged_answer_is_refused_in_german(section, answers):
    with pytest.raises(BadAnswerError) as error:
        section.parts(answers)
    assert error.value.remedy


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=60)
@pytest.mark.parametrize("section", SECTIONS, ids=lambda s: s.title)
@given(data=st.data())
def test_whatever_the_browser_kept_there_are_parts_or_a_refusal(section, data):
    key = data.draw(st.sampled_from(section.keys))
    value = data.draw(JSON.filter(lambda made: made is not None))
    try:
        made = section.parts({**FULL, key: value})
    except BadAnswerError:
        return
    assert all(isinstance(part, Heading | Prose | Items | Table) for part in made)
