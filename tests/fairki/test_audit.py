"""Audit and score: everything is looked at once, what is right is counted, and laziness does not pay."""

from dataclasses import replace
from types import SimpleNamespace
from unittest.mock import patch

import pandas as pd
import pytest

from fairki import audit as audits
from fairki import register
from fairki.audit import audit
from fairki.errors import BadAnswerError
from fairki.kodex import BROKEN, HELD, PATTERNS, STATUSES, UNCLEAR, Kodex, Rule, patterns
from fairki.kodex.evidence import gather
from fairki.systems import DECISIONS, FAULTS, TEXTS, DecisionSystem, Steckbrief, catalogue, questions, system

CATALOGUE = catalogue()
ALL = Kodex(rules=tuple(Rule(p) for p in patterns.about(DECISIONS)))
ACCUSE_EVERYBODY = Kodex(
    rules=(
        Rule("datensparsamkeit", {"anzahl": 1}),
        Rule("energie", {"energie": 1}),
        Rule("einspruch", {"frist": 365}),
        Rule("mensch_an_der_grenze", {"anteil": 100}),
    )
)


@pytest.fixture(scope="module")
def careful():
    return audit(ALL, CATALOGUE)


class TestFindings:
    def test_there_is_one_for_each_rule_and_system(self, careful):
        assert len(careful.findings) == len(ALL.rules) * len(CATALOGUE)
        assert len({(f.number, f.system.id) for f in careful.findings}) == len(careful.findings)

    def test_matrix_and_table_show_the_same(self, careful):
        assert careful.matrix.shape == (len(ALL.rules), len(CATALOGUE))
        assert set(careful.matrix.stack()) <= set(STATUSES)
        for finding, row in zip(careful.findings, careful.table.itertuples(index=False), strict=True):
            assert row.Ergebnis == finding.outcome.status
            cell = careful.matrix.loc[f"{finding.number}. {finding.rule.kind.title}", finding.system.name]
            assert cell == finding.outcome.status

    def test_open_points_are_what_could_not_be_judged(self, careful):
        assert careful.open_points
        assert all(f.outcome.status == UNCLEAR for f in careful.open_points)
        assert {f.system.name for f in careful.open_points} >= {"Treuepost", "Händlerliste"}

    def test_every_system_decides_only_once(self):
        unseen = [replace(one, seed=one.seed + 500) for one in CATALOGUE[:2]]
        with patch.object(system, "_decide", wraps=system._decide) as decide:
            audit(ALL, unseen)
        asked = [(call.args[0], call.args[2]) for call in decide.call_args_list]
        # once for the scores, once for the decisions, and both from one remembered computation
        assert all(asked.count(one) <= 4 for one in set(asked)) and len(set(asked)) == 2

    def test_systems_that_are_alike_are_counted_once_and_each_has_its_own_findings(self):
        first, alike = CATALOGUE[0], replace(CATALOGUE[0])
        found = audit(ALL, [first, alike])
        assert {id(finding.system) for finding in found.findings} == {id(first), id(alike)}
        assert [one.found for one in found.verdicts[:1]] == [one.found for one in found.verdicts[1:]]
        assert gather(first) is gather(alike)

    def test_a_kodex_may_hold_the_same_pattern_twice(self):
        twice = Kodex(rules=(Rule("einspruch", {"frist": 7}), Rule("einspruch", {"frist": 200})))
        found = audit(twice, CATALOGUE[:1])
        assert found.matrix.iloc[:, 0].tolist() == [HELD, BROKEN]


class TestScore:
    def test_a_careful_kodex_finds_almost_everything_and_accuses_nobody_wrongly(self, careful):
        score = careful.score
        assert score.planted == sum(len(s.faults) for s in CATALOGUE)
        assert score.found >= score.planted - 1 and score.accused == score.sound_accused == 0
        assert score.value > 0.9
        assert score.sound == 5 and score.why.startswith("Ihr Kodex findet ")

    def test_found_and_missed_add_up_in_total_and_per_system(self):
        score = audit(Kodex(rules=ALL.rules[:6]), CATALOGUE).score
        assert score.found + score.missed == score.planted and 0 < score.found < score.planted
        for row in score.systems.itertuples(index=False):
            named = [*filter(None, row.Gefunden.split(", ")), *filter(None, row.Übersehen.split(", "))]
            assert sorted(named) == sorted(filter(None, row.Fehler.split(", ")))

    def test_an_empty_kodex_scores_nothing_and_is_told_why(self):
        score = audit(Kodex(), CATALOGUE).score
        assert (score.value, score.found, score.accused) == (0, 0, 0)
        assert "keine Regel" in score.why
        assert audit(Kodex(), CATALOGUE).matrix.shape == (0, len(CATALOGUE))

    def test_accusing_everybody_scores_nothing_and_is_told_why(self):
        score = audit(ACCUSE_EVERYBODY, CATALOGUE).score
        assert score.sound_accused == score.sound
        assert score.value == 0
        assert "Wer so viel beanstandet" in score.why

    def test_adding_an_absurd_rule_to_a_careful_kodex_ruins_it(self, careful):
        spoilt = audit(Kodex(rules=(*ALL.rules, Rule("energie", {"energie": 1}))), CATALOGUE).score
        assert spoilt.found == careful.score.found and spoilt.value < 0.1

    def test_a_short_kodex_is_told_that_rules_are_missing(self):
        assert "fehlt noch eine Regel" in audit(Kodex(rules=(Rule("hinweis"),)), CATALOGUE).score.why

    def test_a_broken_rule_that_points_elsewhere_is_a_wrong_accusation(self):
        proxy = next(s for s in CATALOGUE if s.faults == {"proxy"})
        found = audit(Kodex(rules=(Rule("energie", {"energie": 1}),)), [proxy])
        assert found.findings[0].wrong and found.score.accused == 1 and found.score.found == 0
        assert found.score.systems["Zu Unrecht beanstandet"].tolist() == ["Energie"]

    def test_systems_of_unknown_truth_are_audited_but_not_counted(self):
        own = DecisionSystem("eigenes", Steckbrief("Eigenes", "Feld", "Firma", "Zweck.", appeal_days=0))
        found = audit(ALL, [own, *CATALOGUE])
        assert found.matrix.loc["11. Einspruch", "Eigenes"] == BROKEN
        assert len(found.score.systems) == len(CATALOGUE)
        assert not any(f.wrong for f in found.findings if f.system is own)
        pd.testing.assert_frame_equal(found.score.systems, audit(ALL, CATALOGUE).score.systems)

    def test_without_any_system_there_is_nothing_to_score(self):
        score = audit(ALL, []).score
        assert (score.planted, score.accused) == (0, 0) and score.systems.empty


class TestRulesAndSystemsThatDoNotMeet:
    WRITES = SimpleNamespace(
        id="schreibt",
        kind=TEXTS,
        task="gedichte",
        name="Schreibt",
        steckbrief=Steckbrief("Schreibt", "Texte", "Firma", "Zweck."),
        faults=frozenset(),
    )

    def test_nothing_is_found_open_or_accused_there(self, careful):
        found = audit(ALL, [self.WRITES, *CATALOGUE])
        assert not any(f.system is self.WRITES for f in found.findings)
        assert set(found.matrix["Schreibt"]) == {"–"}
        pd.testing.assert_frame_equal(found.matrix[careful.matrix.columns], careful.matrix)
        assert found.hits == careful.hits and found.open_points == careful.open_points
        assert (found.score.found, found.score.accused) == (careful.score.found, careful.score.accused)
        assert found.score.sound == careful.score.sound + 1

    def test_rules_about_other_systems_have_no_row_and_no_say(self):
        found = audit(ALL, [self.WRITES])
        assert found.rules == () and found.matrix.shape == (0, 1)
        assert "keine Regel für diese Systeme" in found.score.why

    def test_a_rule_cannot_be_asked_about_a_system_that_it_does_not_concern(self):
        rule = Rule(patterns.NOTICE)
        assert not rule.concerns(self.WRITES)
        with pytest.raises(BadAnswerError, match="„Hinweis auf KI“ betrifft das System „Schreibt“ nicht"):
            rule.check(gather(self.WRITES))

    def test_a_true_finding_beside_the_fault_is_neither_a_hit_nor_an_accusation(self):
        proxy = next(s for s in CATALOGUE if s.faults == {"proxy"})
        strict = Kodex(rules=(Rule("energie", {"energie": 1}),))
        assert audit(strict, [proxy]).findings[0].wrong
        known = {**FAULTS, "proxy": replace(FAULTS["proxy"], also=frozenset({"energie"}))}
        with patch.object(audits, "FAULTS", known):
            found = audit(strict, [proxy])
            assert found.findings[0].outcome.status == BROKEN
            assert not found.findings[0].wrong and not found.findings[0].points_to
            assert (found.score.found, found.score.missed, found.score.accused) == (0, 1, 0)


def test_a_steckbrief_without_answers_is_open_and_answers_are_judged():
    kodex = Kodex(rules=tuple(Rule(pattern) for pattern in PATTERNS))
    use = next(use for use in register.USES if use.id == "leads")
    nothing = audit(kodex, [questions.system(use, {})])
    assert {finding.outcome.status for finding in nothing.findings} == {UNCLEAR}
    answers = {question["id"]: question["options"][0][0] for question in questions.QUESTIONS}
    worst = audit(kodex, [questions.system(use, answers | {"liste": "nein"})])
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
