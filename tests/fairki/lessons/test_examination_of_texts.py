"""One Kodex holds rules about systems that decide and that write: each page shows its own, and nothing is lost."""

import pytest

from fairki import audit as audits
from fairki import ui
from fairki.audit import audit
from fairki.html import html
from fairki.kodex import BROKEN, Kodex, Rule, patterns, stored
from fairki.kodex.example import EXAMPLE_KODEX, EXAMPLE_TEXTS
from fairki.lessons import bench
from fairki.lessons.bench import de
from fairki.lessons.bench.examination import OF_DECISIONS, OF_TEXTS
from fairki.systems import DECISIONS, TEXTS
from fairki.texts import text_systems
from fairki.texts.text_faults import FAULTS, OLD_TEXTS

BOTH = Kodex(
    "Beides",
    (Rule(patterns.NAME_SWAP), Rule(patterns.NOTICE), Rule(patterns.HUMAN_READS), Rule(patterns.REASON)),
)
ONLY_TEXTS = Kodex("Nur Texte", (Rule(patterns.NAME_SWAP), Rule(patterns.RIGHT_FACTS)))
WHOLE = Kodex("Alles", tuple(map(Rule, patterns.about(TEXTS))))


def answers(examination, kodex: Kodex | None, **kept):
    return {stored.KEY: stored.to_value(kodex) if kodex else None, examination.key: None, **kept}


@pytest.mark.parametrize(
    ("examination", "numbers"), [(OF_DECISIONS, (2, 4)), (OF_TEXTS, (1, 3))], ids=["decisions", "texts"]
)
def test_each_page_examines_with_its_own_rules_and_keeps_the_whole_kodex(examination, numbers):
    said = examination.who_examines(answers(examination, BOTH)).says
    assert said.startswith("<p>Es prüft: <strong>Beides</strong> mit 2 Regeln.</p>")
    for number, rule in enumerate(BOTH.rules, 1):
        assert (f'<li value="{number}">{rule.sentence}</li>' in said) == (number in numbers)
    done = examination.examine(answers(examination, BOTH))
    kept = done.writes[examination.key]
    assert kept == {"erste": stored.to_value(BOTH), "letzte": stored.to_value(BOTH)}
    shown = examination.what_was_found({examination.key: kept}).traits[ui.Matrix]
    assert [rule["number"] for rule in shown["rules"]] == list(numbers)
    assert {len(system["cells"]) for system in shown["systems"]} == {2}
    assert [system["name"] for system in shown["systems"]] == [
        system.name for system in bench.systems(examination.kind)
    ]


def test_a_rule_that_does_not_concern_a_system_is_neither_answered_nor_called_changed():
    first, last = (audit(kodex, bench.systems(TEXTS)) for kodex in (BOTH, WHOLE))
    shown = bench.matrix(last, first)
    for system, row in zip(shown["systems"], last.rows, strict=True):
        for cell, finding in zip(system["cells"], row, strict=True):
            assert (cell["answer"] == "") == (finding is None) == (cell["why"] == "")
    columns = zip(*(system["cells"] for system in shown["systems"]), strict=True)
    changed = [{cell["changed"] for cell in column} for column in columns]
    there_before = {rule.pattern for _, rule in first.rules}
    assert changed == [{""} if rule.pattern in there_before else {"neu"} for _, rule in last.rules]


@pytest.mark.parametrize("kodex", [None, Kodex("Leer", (Rule(patterns.NOTICE),))])
def test_without_a_rule_about_texts_the_example_examines_them_and_is_named_so(kodex):
    said = OF_TEXTS.who_examines(answers(OF_TEXTS, kodex)).says
    begun = (
        "Ihr Kodex hat noch keine Regel für Systeme, die schreiben."
        if kodex
        else "Sie haben noch keinen eigenen"
    )
    assert begun in said and html("<strong>{}</strong>", EXAMPLE_TEXTS.title) in said
    assert all(rule.sentence in said for rule in EXAMPLE_TEXTS.rules)


def test_a_kodex_with_rules_about_texts_alone_leaves_decisions_to_the_example():
    said = OF_DECISIONS.who_examines(answers(OF_DECISIONS, ONLY_TEXTS)).says
    assert "Ihr Kodex hat noch keine Regel für Systeme, die entscheiden." in said
    done = OF_DECISIONS.examine(answers(OF_DECISIONS, ONLY_TEXTS))
    assert done.writes[OF_DECISIONS.key]["letzte"] == stored.to_value(EXAMPLE_KODEX.as_example())
    assert bench.kodex_of(stored.to_value(ONLY_TEXTS)) == ONLY_TEXTS, "other pages write it back as it is"


def test_an_audit_without_a_rule_for_its_systems_says_so_and_counts_nothing():
    found = bench.audited(ONLY_TEXTS, DECISIONS)
    assert de.message(found) == "Fertig: Ihr Kodex hat noch keine Regel für diese Systeme."
    assert bench.matrix(found, found)["rules"] == []


def test_another_rule_about_the_other_kind_changes_no_comparison():
    more = Kodex("Beides", (*BOTH.rules, Rule(patterns.VARIETY)))
    assert "Ändern Sie eine Regel" in de.compared(bench.audited(BOTH), bench.audited(more))
    assert "Regeln für diese Systeme</th><td>2</td><td><strong>3</strong>" in de.compared(
        bench.audited(BOTH, TEXTS), bench.audited(more, TEXTS)
    )


@pytest.mark.parametrize("seed", [text_systems.SEED, 0, 1])
def test_the_example_about_texts_leaves_most_of_the_work_to_learners(seed):
    systems = text_systems.sixteen(seed)
    score, best = audit(EXAMPLE_TEXTS, systems).score, audit(WHOLE, systems).score
    assert best.found == best.planted and best.accused == 0
    assert score.found <= score.planted / 2 and score.accused >= 1
    assert score.value <= best.value / 2


def test_hints_name_what_is_hidden_among_texts_and_which_rules_find_it():
    kept = {audits.TEXTS_KEY: dict.fromkeys(("erste", "letzte"), stored.to_value(EXAMPLE_TEXTS))}
    said = OF_TEXTS.what_is_hidden(kept).says
    assert "Noch nicht gefunden" in said and "Dann ist eine Regel zu streng" in said
    for pattern, found in FAULTS[OLD_TEXTS].found_by.items():
        assert f"„{patterns.PATTERNS[pattern].title}“ {found}" in said
    for system in bench.systems(TEXTS):
        assert system.name in said.partition("Auflösung")[2]
    kept = {audits.TEXTS_KEY: dict.fromkeys(("erste", "letzte"), stored.to_value(WHOLE))}
    assert OF_TEXTS.what_is_hidden(kept).says == de.NOTHING_HIDDEN


def test_each_rule_about_texts_is_tried_on_examples_that_it_concerns():
    builder = bench.builder(TEXTS)
    offered = [pattern for _, _, ids in builder.groups for pattern in ids]
    assert sorted(offered) == sorted(patterns.about(TEXTS))
    tried = {pattern: builder.check(Rule(pattern)) for pattern in offered}
    assert all(len(rows) == len(builder.systems) and any(rows) for rows in tried.values())
    assert tried[patterns.NOTHING_INVENTED].count(None) == len(builder.systems) - 1
    broken = {pattern for pattern, rows in tried.items() for row in rows if row and row[0] == BROKEN}
    assert len(broken) >= 5
    assert builder.check(Rule(patterns.NOTICE)) == [None] * len(builder.systems)
