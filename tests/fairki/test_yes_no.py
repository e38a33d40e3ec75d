"""Columns of yes and no: what is missing stays missing, and what is neither is refused in German."""

import math

import numpy as np
import pandas as pd
import pytest

from fairki import charts, definitions, metrics, mitigation, models, speech, yes_no
from fairki.errors import BadAnswerError
from fairki.worlds.recruiting import MAN, WOMAN

GROUPS = [WOMAN, WOMAN, WOMAN, MAN, MAN, MAN]
MISSING = [None, np.nan, pd.NA]
TABLE = pd.DataFrame({name: range(6) for name in models.WITHOUT_GENDER})
MODEL = models.fit(TABLE, models.WITHOUT_GENDER, [1, 0, 1, 0, 1, 0])
ODD = [
    ["ja", "nein", "ja", "ja", "ja", "nein"],
    ["1", "0", "1", "1", "1", "0"],
    [1, 0, 2, 1, 1, 0],
    [1, 0, 0.5, 1, 1, 0],
    [1, 0, "nein", 1, 1, None],
    [1, 0, [1], 1, 1, 0],
    [[1, 0]] * 6,
]


@pytest.mark.parametrize(
    "given",
    [
        [True, False, True],
        np.array([True, False, True]),
        [1.0, 0.0, 1.0],
        pd.Series([1, 0, 1], index=[7, 3, 9]),
        pd.Series([True, False, True], dtype="boolean"),
        pd.Categorical([1, 0, 1]),
        np.array([1, 0, 1], dtype=object),
        [np.int8(1), np.bool_(False), True],
    ],
)
def test_one_and_zero_true_and_false_are_understood_in_any_column(given):
    assert yes_no.read(given).tolist() == [1, 0, 1]


@pytest.mark.parametrize("missing", MISSING)
def test_what_is_missing_stays_missing(missing):
    assert np.isnan(yes_no.read([1, missing, 0])).tolist() == [False, True, False]
    assert np.isnan(yes_no.read(pd.Series([True, missing], dtype=object))).tolist() == [False, True]
    with pytest.raises(BadAnswerError, match="1 von 3 sind leer"):
        yes_no.read_all([1, missing, 0])


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize(
    "use",
    [
        lambda odd: metrics.group_rates(odd, GROUPS),
        lambda odd: metrics.gap(odd, GROUPS),
        lambda odd: metrics.ratio(odd, GROUPS),
        lambda odd: metrics.breaks_four_fifths(odd, GROUPS),
        lambda odd: metrics.agreement(odd, [1] * 6),
        lambda odd: metrics.agreement([1] * 6, odd),
        lambda odd: metrics.outcome(
            odd, pd.DataFrame({"geschlecht": GROUPS, "eingeladen": [1] * 6, "geeignet": [0] * 6})
        ),
        lambda odd: definitions.rates(odd, [1] * 6),
        lambda odd: definitions.rates([1] * 6, odd),
        lambda odd: definitions.at_thresholds([0.5] * 6, odd, [0.4]),
        lambda odd: models.fit(pd.DataFrame({"a": range(6)}), ["a"], odd),
        lambda odd: models.importance(MODEL, TABLE, odd),
        lambda odd: mitigation.reweighing_weights(GROUPS, odd),
        lambda odd: mitigation.massaging(TABLE.assign(geschlecht=GROUPS, eingeladen=list(odd)), TABLE),
        lambda odd: mitigation.reduction(TABLE.assign(geschlecht=GROUPS, eingeladen=list(odd)), TABLE),
    ],
)
def test_what_is_neither_yes_nor_no_is_refused_in_german(odd, use):
    with pytest.raises(BadAnswerError, match=r"weder Ja noch Nein|keine einfache Liste"):
        use(odd)


@pytest.mark.parametrize(
    "use",
    [
        lambda: metrics.group_rates([1, 0], [WOMAN]),
        lambda: metrics.gap([1], GROUPS),
        lambda: metrics.agreement([1, 0], [1]),
        lambda: definitions.rates([1, 0], [1]),
        lambda: models.fit(pd.DataFrame({"a": [1, 2, 3]}), ["a"], [1, 0]),
        lambda: mitigation.reweighing_weights(GROUPS, [1, 0]),
    ],
)
def test_columns_of_different_length_are_refused_in_german(use):
    with pytest.raises(BadAnswerError, match="verschieden lang"):
        use()


@pytest.mark.parametrize("missing", MISSING)
def test_a_missing_decision_is_no_no(missing):
    decisions = [1, missing, 0, 1, missing, missing]
    rates = metrics.group_rates(decisions, GROUPS).set_index("gruppe")
    assert rates["n"].to_dict() == {WOMAN: 2, MAN: 1}
    assert rates["rate"].to_dict() == {WOMAN: 0.5, MAN: 1}
    assert rates["ohne_entscheidung"].to_dict() == {WOMAN: 1, MAN: 2}
    found = metrics.gap(decisions, GROUPS)
    assert (found.value, found.n_a, found.n_b, found.undecided) == (0.5, 1, 2, 3)
    assert metrics.agreement(decisions, [1, 1, 1, 1, 1, 1]) == pytest.approx(2 / 3)
    rates = definitions.rates(decisions, [1, 1, 1, 0, 0, missing])
    assert (rates.n, rates.selected, rates.hit, rates.wrong) == (3, pytest.approx(2 / 3), 0.5, 1)


def test_a_missing_score_is_no_no():
    (found,) = definitions.at_thresholds([0.9, np.nan, 0.1], [1, 1, 1], [0.5])
    assert (found.n, found.selected) == (2, 0.5)


def test_a_group_without_any_decision_is_shown_as_unknown():
    decisions = [1, 0, 1, None, None, None]
    rates = metrics.group_rates(decisions, GROUPS).set_index("gruppe")
    assert math.isnan(rates.loc[MAN, "rate"]) and (rates.loc[MAN, "von"], rates.loc[MAN, "bis"]) == (0, 1)
    found = metrics.gap(decisions, GROUPS)
    assert math.isnan(found.value) and (found.low, found.high) == (-1, 1)
    assert math.isnan(metrics.ratio(decisions, GROUPS)) and not metrics.breaks_four_fifths(decisions, GROUPS)
    picture = charts.rates_by_group(rates.reset_index())
    shown = picture.table.set_index("Gruppe")
    assert shown["Ohne Entscheidung"].tolist() == ["0", "3"]
    assert shown["Eingeladen"].tolist()[1] == speech.UNKNOWN
    assert "3 Personen ohne Entscheidung" in picture.summary and "nan" not in picture.summary.casefold()


def test_without_missing_decisions_the_picture_says_nothing_of_them():
    picture = charts.rates_by_group(metrics.group_rates([1, 0, 1, 1, 0, 0], GROUPS))
    assert "Ohne Entscheidung" not in picture.table and "ohne Entscheidung" not in picture.summary


@pytest.mark.parametrize("missing", MISSING)
def test_whoever_has_no_group_is_in_none_of_the_two(missing):
    found = metrics.gap([1, 0, 1], [MAN, missing, WOMAN])
    assert (found.n_a, found.n_b, found.value) == (1, 1, 0)


def test_groups_of_numbers_truth_values_and_texts_are_answered_side_by_side():
    assert metrics.group_rates([1, 0, 1], [True, False, True])["gruppe"].tolist() == [False, True]
    assert metrics.group_rates([1, 0, 1], ["B", 2, WOMAN])["gruppe"].tolist() == [WOMAN, 2, "B"]
    assert metrics.gap([1, 0], [True, False], a=True, b=False).value == 1


def test_one_group_alone_has_no_gap():
    found = metrics.gap([1, 0], [WOMAN, WOMAN])
    assert math.isnan(found.value) and found.n_a == 0 and found.too_small
    with pytest.raises(BadAnswerError, match="keine zwei Gruppen, aus denen"):
        history = pd.DataFrame({name: range(4) for name in models.WITHOUT_GENDER})
        mitigation.massaging(history.assign(geschlecht=WOMAN, eingeladen=[1, 0, 1, 0]), history)


def test_weights_sum_to_the_number_of_people_also_where_groups_are_missing():
    weights = mitigation.reweighing_weights([WOMAN] * 3 + [MAN] * 3 + [None] * 2, [1, 0, 0, 1, 1, 0, 1, 0])
    assert weights.sum() == pytest.approx(8)


@pytest.mark.parametrize("show", [speech.number, speech.percent, speech.points])
def test_a_number_that_cannot_be_computed_is_called_unknown(show):
    assert show(math.nan) == "unbekannt"
