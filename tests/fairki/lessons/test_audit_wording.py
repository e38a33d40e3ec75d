"""What module 03 says about audits: changes, hints and the systems of a register."""

import pytest

from fairki import register
from fairki.audit import audit
from fairki.kodex import BROKEN, PATTERNS, UNCLEAR, Kodex, Rule, patterns
from fairki.kodex.example import EXAMPLE_KODEX
from fairki.lessons import module_03_audit as wording
from fairki.lessons import module_03_texts as texts
from fairki.systems import FAULTS, catalogue, questions

USES = {use.id: use for use in register.USES}


@pytest.fixture(scope="module")
def systems():
    return catalogue()


@pytest.fixture(scope="module")
def example(systems):
    return audit(EXAMPLE_KODEX, systems)


@pytest.fixture(scope="module")
def best(systems):
    return audit(Kodex("Alles", tuple(Rule(pattern) for pattern in PATTERNS)), systems)


def test_the_example_kodex_leaves_something_to_find_and_something_to_loosen(example, best):
    assert 0 < example.score.found < example.score.planted / 2
    assert 0 < example.score.accused < len(example.systems) / 2
    assert best.score.missed == 0 and best.score.accused == 0


def test_a_hint_tells_the_kind_of_fault_and_no_system(example, systems):
    hint = wording.hint_html(example).partition("<details>")[0]
    assert any(fault.harm in hint for fault in FAULTS.values())
    assert not any(system.name in hint for system in systems)


def test_a_hint_says_which_patterns_find_the_fault_and_in_how_many_of_100_systems(systems):
    nothing = audit(Kodex(rules=(Rule("energie"),)), [s for s in systems if s.faults == {"proxy"}])
    _, _, finders = wording.hint_html(nothing).partition("Welche Regel findet das?")
    finders = finders.partition("</details>")[0]
    for pattern, found in FAULTS["proxy"].found_by.items():
        assert (f"„{PATTERNS[pattern].title}“ {found}" in finders) == bool(found)


def test_missed_faults_are_counted_but_not_named(example, best, systems):
    shown = wording.score_html(example)
    missed = [row for _, row in example.score.systems.iterrows() if row["Übersehen"] and not row["Gefunden"]]
    assert missed
    for row in missed:
        assert f"{row['System']}:</strong> {row['Übersehen']}" not in shown
    assert "Alle Fehler gefunden" in wording.hint_html(best)


def test_a_steckbrief_without_answers_is_open_and_answers_are_judged():
    kodex = Kodex(rules=tuple(Rule(pattern) for pattern in PATTERNS))
    nothing = audit(kodex, [questions.system(USES["leads"], {})])
    assert {finding.outcome.status for finding in nothing.findings} == {UNCLEAR}
    answers = {question["id"]: question["options"][0][0] for question in questions.QUESTIONS}
    worst = audit(kodex, [questions.system(USES["leads"], answers | {"liste": "nein"})])
    broken = {f.rule.pattern for f in worst.findings if f.outcome.status == BROKEN}
    assert broken == {
        patterns.LABEL,
        patterns.HUMAN_NEAR_THRESHOLD,
        patterns.REASON,
        patterns.NOTICE,
        patterns.APPEAL,
        patterns.MONITORING,
        patterns.NO_SECRET_USE,
    }


def test_the_example_answers_fit_questions_and_register():
    options = {q["id"]: [value for value, _ in q["options"]] for q in questions.QUESTIONS}
    assert set(texts.EXAMPLE_ANSWERS) == {line["id"] for line in register.EXAMPLE}
    for answers in texts.EXAMPLE_ANSWERS.values():
        assert all(value in options[question] for question, value in answers.items())


def test_noise_makes_the_smallest_group_useless_first():
    import pandas as pd

    counts = pd.Series({"divers": 7, "männlich": 418, "weiblich": 175})
    assert "Bei keiner Gruppe ist der Fehler" in wording.noise_html(counts, 2.0)
    assert "Für die Gruppe „divers“" in wording.noise_html(counts, 0.5)
    assert "weiblich" in wording.noise_html(counts, 0.02).partition("größer sein als die halbe Zahl bei:")[2]
