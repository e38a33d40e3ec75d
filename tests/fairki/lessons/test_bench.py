"""The bench of modules 03 and 05: whose Kodex examines, the matrix, two audits side by side."""

import pytest

from fairki import register
from fairki.audit import audit
from fairki.kodex import Kodex, Rule, patterns, stored
from fairki.kodex.example import EXAMPLE_KODEX
from fairki.lessons import bench
from fairki.lessons.bench import de
from fairki.systems import DECISIONS, TEXTS, questions

OWN = Kodex("Unser", (Rule(patterns.NOTICE),))


@pytest.fixture(scope="module")
def example():
    return bench.audited(bench.EXAMPLE)


@pytest.fixture(scope="module")
def best():
    return bench.audited(Kodex("Alles", tuple(map(Rule, patterns.about(DECISIONS)))))


@pytest.mark.parametrize("answer", [None, {"titel": "Leer", "regeln": []}])
def test_the_example_examines_as_long_as_the_learner_has_no_rule(answer):
    assert bench.kodex_of(answer) == EXAMPLE_KODEX
    assert all(rule.from_example for rule in bench.kodex_of(answer).rules)


def test_an_own_kodex_with_a_rule_examines():
    assert bench.kodex_of(stored.to_value(OWN)) == OWN


def test_the_same_kodex_is_audited_once(example):
    assert bench.audited(bench.kodex_of(None)) is example
    assert example.systems is bench.systems()


def test_a_rule_is_tried_on_systems_of_three_fields_of_use():
    builder = bench.builder()
    tried_on = [one for one in bench.systems() if [one.name, one.steckbrief.purpose] in builder.systems]
    assert len({one.steckbrief.purpose for one in tried_on}) == len(builder.systems) == 3
    rule = Rule(patterns.APPEAL)
    found = [rule.check(one) for one in tried_on]
    assert builder.check(rule) == [[outcome.status, outcome.why] for outcome in found]
    assert builder.key == stored.KEY and builder.example == stored.to_value(bench.EXAMPLE)


def test_a_cell_says_what_has_changed_since_the_first_audit(example):
    rules = (*EXAMPLE_KODEX.rules[:-1], Rule(patterns.ENERGY, {"energie": 100}), Rule(patterns.REASON))
    later = audit(Kodex("Später", rules), bench.systems())
    first, second = bench.matrix(example, example), bench.matrix(later, example)
    for before, now in zip(first["systems"], second["systems"], strict=True):
        assert all(cell["changed"] == "" for cell in before["cells"])
        assert all(cell["changed"] == "" for cell in now["cells"][:5])
        energy, reason = now["cells"][5:]
        assert energy["changed"] == ("" if energy["answer"] == before["cells"][5]["answer"] else "nein")
        assert reason["changed"] == "neu"
    assert any(one["cells"][5]["changed"] == "nein" for one in second["systems"])
    assert [rule["sentence"] for rule in second["rules"]] == [rule.sentence for rule in rules]


def test_a_card_says_what_the_score_says_about_its_system(example, best):
    shown = bench.matrix(best, example)["systems"]
    for name, found in (("verdict", best), ("first", example)):
        for one, (_, row) in zip(shown, found.score.systems.iterrows(), strict=True):
            said = {key: ", ".join(texts) for key, texts in one[name].items()}
            columns = {"found": "Gefunden", "missed": "Übersehen", "accused": "Zu Unrecht beanstandet"}
            assert one["name"] == row["System"]
            assert said == {key: row[column] for key, column in columns.items()}


def test_where_nobody_knows_the_truth_there_is_no_verdict():
    unknown = audit(OWN, [questions.system(register.USES[0], {})])
    assert [one["verdict"] for one in bench.matrix(unknown, unknown)["systems"]] == [None]


@pytest.mark.parametrize("kind", [DECISIONS, TEXTS])
def test_before_the_first_audit_a_card_knows_what_its_system_is_for_and_nothing_else(kind):
    shown = bench.covered(kind)
    assert shown["rules"] == []
    for one, system in zip(shown["systems"], bench.systems(kind), strict=True):
        assert one.pop("name") == system.name and one.pop("note") == system.steckbrief.purpose
        assert not any(one.values())


def test_a_second_rule_of_one_pattern_is_compared_with_the_second_rule():
    def of(*days):
        return audit(
            Kodex(rules=tuple(Rule(patterns.APPEAL, {"frist": n}) for n in days)), bench.systems()[:3]
        )

    shown = bench.matrix(of(365, 14, 7), of(365, 14))
    assert [[cell["changed"] for cell in one["cells"]] for one in shown["systems"]] == [["", "", "neu"]] * 3


def test_the_result_in_a_few_words(example, best):
    score = example.score
    assert de.message(example) == (
        f"Fertig: {score.found} von {score.planted} Fehlern gefunden, "
        f"{score.accused} Systeme zu Unrecht beanstandet."
    )
    assert de.message(best).endswith(" 0 Systeme zu Unrecht beanstandet.")


def test_without_a_change_there_is_nothing_to_compare(example):
    assert de.compared(example, example) == (
        "<p>Ändern Sie eine Regel und prüfen Sie noch einmal. Dann steht hier der Vergleich.</p>"
    )


def test_the_comparison_counts_both_audits(example, best):
    shown = de.compared(example, best)
    assert f"Regeln für diese Systeme</th><td>{len(EXAMPLE_KODEX.rules)}</td>" in shown
    assert f"<td>{example.score.found}</td><td><strong>{best.score.found}</strong></td>" in shown
    assert f"<td>{example.score.accused}</td><td><strong>0</strong></td>" in shown


def test_the_comparison_names_what_was_newly_found(example, best):
    shown = de.compared(example, best)
    assert "Neu gefunden" in shown and "Ticketlotse" in shown and "Nicht mehr gefunden" not in shown
    assert "Nicht mehr gefunden" in de.compared(best, example)


def test_the_comparison_names_who_is_newly_accused_wrongly(example, best):
    wrong = [row["System"] for _, row in example.score.systems.iterrows() if row["Zu Unrecht beanstandet"]]
    _, _, accused = de.compared(best, example).partition("Neu zu Unrecht beanstandet")
    assert wrong and all(name in accused for name in wrong)
    assert "Neu zu Unrecht" not in de.compared(example, best)
