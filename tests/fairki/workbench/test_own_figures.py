"""The known tables give the known figures."""

import math

import numpy as np
import pandas as pd
import pytest

from fairki import diagnostics, metrics
from fairki.errors import BadAnswerError
from fairki.kodex import BROKEN, HELD, UNCLEAR, Kodex, Rule
from fairki.kodex.example import EXAMPLE_KODEX
from fairki.kodex.patterns import PATTERNS
from fairki.systems import DECISIONS
from fairki.workbench.de import judged as judged_words
from fairki.workbench.de import told
from fairki.workbench.examples import AMS, EXAMPLES, ams, berkeley, compas
from fairki.workbench.figures import examine, four_fifths
from fairki.workbench.judged import judge
from fairki.workbench.roles import Roles
from fairki.workbench.table import column, table
from fairki.worlds import admissions, funding
from fairki.worlds.world import MAN, WOMAN

EXACT = 1e-12


def found(example):
    return examine(example.table, example.roles)


def rate_of(rates, group):
    return rates.set_index("gruppe")["rate"][group]


def test_berkeley_by_gender_by_department_and_crossed():
    gender, department, crossed = found(berkeley()).rates
    assert rate_of(gender.rates, MAN) == pytest.approx(1198 / 2691, abs=EXACT)
    assert rate_of(gender.rates, WOMAN) == pytest.approx(557 / 1835, abs=EXACT)
    assert rate_of(department.rates, "A") == pytest.approx(601 / 933, abs=EXACT)
    for (name, sex), (admitted, rejected) in admissions.COUNTS.items():
        if f"{sex} und {name}" in crossed.hidden:
            continue
        assert rate_of(crossed.rates, f"{sex} und {name}") == pytest.approx(
            admitted / (admitted + rejected), abs=EXACT
        )
    assert crossed.hidden == ()


def test_the_short_form_says_why_its_range_is_wider_where_columns_are_compared():
    assert told.in_short(found(berkeley()))[-1].endswith(told.ALL_COLUMNS)
    one_column = examine(berkeley().table, Roles(2, "zugelassen", (0,)))
    assert one_column.surest and told.ALL_COLUMNS not in told.in_short(one_column)[-1]


def test_berkeley_turns_round_when_all_apply_alike():
    standardised = admissions.standardised(admissions.generate())
    same_mix = found(berkeley()).rates[2].same_mix
    assert same_mix == pytest.approx(standardised, abs=EXACT)
    assert {gender: round(100 * rate, 1) for gender, rate in same_mix.items()} == {MAN: 38.7, WOMAN: 43.0}


def test_compas_by_its_counts_gives_the_rates_of_the_finding():
    (errors,) = found(compas()).errors
    black, white = errors.fields["schwarz"], errors.fields["weiß"]
    assert rate_of(errors.refused, "schwarz") == pytest.approx(805 / 1795, abs=EXACT)
    shown = [
        100 * rate_of(errors.refused, "schwarz"),
        100 * rate_of(errors.refused, "weiß"),
        100 * rate_of(errors.granted, "schwarz"),
        100 * rate_of(errors.granted, "weiß"),
    ]
    assert [round(one, 2) for one in shown] == [44.85, 23.45, 27.99, 47.72]
    assert [round(one.npv, 2) for one in (black, white)] == [0.63, 0.59]


def test_the_four_fields_agree_with_diagnostics():
    example = compas()
    decided, truth, group = (
        np.array(one.values, dtype=object)[one.codes]
        for one in (example.table.columns[at] for at in (1, 2, 0))
    )
    for name, fields in found(example).errors[0].fields.items():
        here = group == name
        assert fields == diagnostics.fields((decided == "gering")[here], (truth == "nein")[here])


def test_the_ams_equation_on_stated_people():
    example = ams()
    assert example.table.rows == math.prod(map(len, AMS.values()))
    chances = example.table.columns[-2].numbers

    def chance(**person):
        stated = {**{name: funding.REFERENCE[name] for name in AMS}, **person}
        shown = {
            name: {0: "nein", 1: "ja"}.get(value, value)
            if name in ("betreuungspflicht", "beeintraechtigt")
            else value
            for name, value in stated.items()
        }
        rows = np.ones(example.table.rows, dtype=bool)
        for one, name in zip(example.table.columns, AMS, strict=False):
            rows &= one.codes == one.values.index(str(shown[name]))
        (place,) = np.flatnonzero(rows)
        return chances[place]

    def logistic(x):
        return 1 / (1 + math.exp(-x))

    assert chance() == pytest.approx(logistic(0.10), abs=EXACT)
    assert chance(geschlecht=WOMAN) == pytest.approx(logistic(0.10 - 0.14), abs=EXACT)
    assert chance(geschlecht=WOMAN, betreuungspflicht=1) == pytest.approx(
        logistic(0.10 - 0.14 - 0.15), abs=EXACT
    )
    assert chance(altersgruppe="ab 50") == pytest.approx(logistic(0.10 - 0.70), abs=EXACT)
    assert [round(chance(), 4), round(chance(geschlecht=WOMAN), 4)] == [0.5250, 0.4900]
    gender = found(example).rates[0].rates
    for group in (WOMAN, MAN):
        rows = example.table.columns[0].codes == example.table.columns[0].values.index(group)
        assert rate_of(gender, group) == pytest.approx((chances[rows] >= funding.SEGMENT_A).mean(), abs=EXACT)


@pytest.mark.parametrize("id", EXAMPLES)
def test_rates_agree_with_metrics_on_people_one_by_one(id):
    example = EXAMPLES[id]()
    roles, columns = example.roles, example.table.columns
    decided = columns[roles.decision].codes == columns[roles.decision].values.index(roles.good)
    for at, one in zip(roles.groups, found(example).rates, strict=False):
        groups = pd.Categorical.from_codes(columns[at].codes, pd.Index(columns[at].values))
        expected = metrics.group_rates(decided, groups).drop(columns="ohne_entscheidung")
        pd.testing.assert_frame_equal(one.rates, expected, check_exact=False, rtol=0, atol=EXACT)


def test_the_false_alarm_of_the_four_fifths_rule_is_that_of_metrics_and_of_chance():
    rates = metrics.rates_of_counts(["a", "b"], [100, 100], [30, 30])
    assert four_fifths(rates).by_chance == pytest.approx(
        metrics.four_fifths_false_alarms(100, 0.3), abs=EXACT
    )
    sizes, rate, rng = [40, 60, 110], 0.35, np.random.default_rng(1)
    drawn = np.stack([rng.binomial(n, rate, 100_000) / n for n in sizes])
    often = (drawn.min(axis=0) < 0.8 * drawn.max(axis=0) - 1e-12).mean()
    assert metrics.four_fifths_by_chance(sizes, rate) == pytest.approx(often, abs=0.006)
    assert metrics.four_fifths_by_chance([5, 9], 0.0) == 0


def own(n=400, seed=5):
    """People with a gap, a column that gives the group away, one that does not, a truth and a score."""
    rng = np.random.default_rng(seed)
    group = rng.choice(["w", "m"], n)
    club = np.where(rng.random(n) < 0.9, np.where(group == "w", "Chor", "Fußball"), "keiner")
    score = np.clip(rng.normal(0.5, 0.2, n), 0, 1)
    truth = np.where(rng.random(n) < score, "gut", "schlecht")
    decided = np.where(score + 0.2 * (group == "m") > 0.55, "ja", "nein")
    day = rng.choice(["Mo", "Di", "Mi"], n)
    texts = [f"{value:.4f}".replace(".", ",") for value in score]
    return table(
        "eigene.csv",
        ["Gruppe", "Verein", "Tag", "Punktzahl", "Wahr", "Entscheidung"],
        [group, club, day, texts, truth, decided],
        True,
    )


def test_the_column_that_gives_a_group_away_comes_first():
    found = examine(own(), Roles(5, "ja", (0,), 4, "gut", 3))
    first, second = found.proxies
    assert (first.column, second.column) == ("Verein", "Tag")
    assert first.auc > 0.9 and second.auc < 0.6


def test_a_score_that_is_a_chance_comes_true_about_as_often():
    (found,) = examine(own(4000), Roles(5, "ja", (0,), 4, "gut", 3)).calibrations
    assert found.chances and len(found.classes) == 10
    assert (found.classes["rate"] - found.classes["erwartet"]).abs().max() < 0.08


def test_rules_are_judged_by_the_very_checks_and_others_say_what_they_need():
    kodex = Kodex(
        "",
        (
            Rule("auswahlquoten", {"abstand": 5}),
            Rule("chancengleichheit", {"abstand": 50}),
            Rule("gleicher_punktwert"),
            Rule("kreuzungen"),
            Rule("einspruch"),
        ),
    )
    results = judge(kodex, examine(own(4000), Roles(5, "ja", (0,), 4, "gut", 3)))
    assert [one.outcome and one.outcome.status for one in results] == [BROKEN, HELD, HELD, None, None]
    assert [bool(one.needs) for one in results] == [False, False, False, True, True]
    few = judge(kodex, examine(own(40), Roles(5, "ja", (0,))))
    assert [one.outcome and one.outcome.status for one in few] == [UNCLEAR, None, None, None, None]


def test_every_pattern_about_decisions_says_what_it_would_need():
    decisions = {id for id, pattern in PATTERNS.items() if pattern.applies_to == DECISIONS}
    assert decisions - set(judged_words.NEEDS) == {"auswahlquoten"}
    assert all(judge(EXAMPLE_KODEX, found(berkeley())))


def test_a_small_group_is_in_no_sentence_of_the_kodex():
    rows = (
        [("a", "ja")] * 60
        + [("a", "nein")] * 40
        + [("b", "nein")] * 60
        + [("c", "ja")] * 6
        + [("d", "ja")] * 6
    )
    made = table("x", ["G", "E"], list(zip(*rows, strict=True)), True)
    findings = examine(made, Roles(1, "ja", (0,)))
    assert set(findings.rates[0].hidden) == {"c", "d"}
    (outcome,) = judge(Kodex("", (Rule("auswahlquoten"),)), findings)
    assert "„c“" not in outcome.outcome.why and "„d“" not in outcome.outcome.why


@pytest.mark.parametrize(
    ("roles", "says"),
    [
        (Roles(5, "ja", ()), "Gruppen"),
        (Roles(5, "ja", (0, 0)), "zwei Aufgaben"),
        (Roles(5, "vielleicht", (0,)), "günstig"),
        (Roles(5, "ja", (0,), score=1), "Zahlen"),
        (Roles(5, "ja", (0, 1, 2, 3)), "Mehr als 3"),
        (Roles(5, "ja", (0,), smallest=5000), "weniger als 5.000"),
    ],
)
def test_columns_that_do_not_fit_are_refused_in_german(roles, says):
    with pytest.raises(BadAnswerError, match=says):
        examine(own(), roles)


def test_people_without_a_decision_or_a_group_are_counted():
    rows = [("w", "ja"), ("m", "nein"), ("", "ja"), ("w", "")] * 30
    made = table("x", ["G", "E"], list(zip(*rows, strict=True)), True)
    findings = examine(made, Roles(1, "ja", (0,)))
    assert (findings.people, findings.parted.undecided) == (90, 30)
    assert set(findings.rates[0].rates["gruppe"]) == {"w", "m", "ohne Angabe"}
    assert column("x", ["", "a"]).missing == 1


def test_a_group_that_somebody_called_like_those_without_an_entry_is_one_with_them():
    rows = [("w", "ja"), ("ohne Angabe", "nein"), ("", "ja"), ("m", "nein")] * 30
    groups, decisions = zip(*rows, strict=True)
    scores = [str(number % 7) for number in range(len(rows))]
    made = table("x", ["G", "E", "T", "P"], [groups, decisions, ["0", "1", "1", "0"] * 30, scores], True)
    findings = examine(made, Roles(1, "ja", (0,), 2, "1", 3))
    n = dict(zip(findings.rates[0].rates["gruppe"], findings.rates[0].rates["n"], strict=True))
    assert n == {"w": 30, "ohne Angabe": 60, "m": 30}
    assert findings.errors[0].fields["ohne Angabe"].n == 60 and len(findings.calibrations[0].classes)


def test_quotas_count_everybody_where_the_truth_is_known_of_those_alone_who_got_a_yes():
    rows = [("w", "ja", "1")] * 60 + [("w", "nein", "")] * 140
    rows += [("m", "ja", "1")] * 150 + [("m", "ja", "0")] * 10 + [("m", "nein", "")] * 40
    made = table("x", ["G", "E", "T"], list(zip(*rows, strict=True)), True)
    kodex = Kodex("", (Rule("auswahlquoten"),))
    with_truth, without = (
        judge(kodex, examine(made, roles)) for roles in (Roles(1, "ja", (0,), 2, "1"), Roles(1, "ja", (0,)))
    )
    assert with_truth == without and with_truth[0].outcome.status == BROKEN


@pytest.mark.parametrize("few", [1, 9])
def test_a_few_people_in_a_small_group_do_not_keep_the_large_ones_from_being_compared(few):
    groups = ["Frau"] * 500 + ["Mann"] * 500 + ["divers"] * few
    n = len(groups)
    columns = [
        groups,
        ["ja", "nein", "nein"] * (n // 3) + ["ja"] * (n % 3),
        ["1", "0"] * (n // 2) + ["1"] * (n % 2),
    ]
    scores, places = [str(at % 7) for at in range(n)], [f"Ort {at % 3}" for at in range(n)]
    made = table("x", ["G", "E", "T", "P", "O"], [*columns, scores, places], True)
    findings = examine(made, Roles(1, "ja", (0, 4), 2, "1", 3))
    rates, error = findings.rates[0], findings.errors[0]
    assert list(rates.rates["n"]) == [500, 500] and rates.furthest and rates.hidden == ("divers",)
    assert set(error.fields) == {"Frau", "Mann"} and error.hidden == ("divers",)
    assert findings.people == 1000 == findings.rates[1].rates["n"].sum()  # no total to subtract from
    assert "divers" not in str(findings.calibrations[0].classes)
    assert any("„divers“ gehört, zählt nirgends mit" in one for one in told.in_short(findings))


def test_small_groups_that_are_many_together_are_hidden_and_still_counted():
    groups = ["a"] * 100 + ["b"] * 100 + ["c"] * 6 + ["d"] * 6
    made = table("x", ["G", "E"], [groups, ["ja", "nein"] * 106], True)
    findings = examine(made, Roles(1, "ja", (0,)))
    assert findings.people == 212 and findings.rates[0].hidden == ("c", "d")


def test_where_all_groups_are_hidden_there_is_a_report_all_the_same():
    groups, decisions = ["w"] * 6 + ["m"] * 6, ["ja", "nein"] * 6
    scores = [str(number % 7) for number in range(12)]
    made = table("x", ["G", "E", "T", "P"], [groups, decisions, ["1", "0"] * 6, scores], True)
    findings = examine(made, Roles(1, "ja", (0,), 2, "1", 3))
    assert findings.rates[0].rates.empty and findings.calibrations[0].classes.empty
    assert set(findings.rates[0].hidden) == {"w", "m"} and not findings.errors[0].fields
