"""Points of the leads: which rules help, whom they push aside, and that twelve leads stand for all; 20 seeds."""

import numpy as np
import pytest

from fairki import scoring
from fairki.scoring import leads as scored
from fairki.worlds import leads

ALL = scored.without(())


@pytest.fixture(scope="module")
def twenty() -> list[scoring.Sheet]:
    return [scoring.score(leads.generate(seed=seed), scored.RULES) for seed in range(20)]


def tops(sheets: list[scoring.Sheet], *off: str) -> np.ndarray:
    """Each firm: of those called, the share who would buy and the share of other names."""
    return np.array([scored.top(sheet, scored.without(off)) for sheet in sheets])


def test_rules_that_stand_in_for_the_name_push_other_names_aside_and_find_no_buyers(twenty):
    buy, others = tops(twenty).T
    assert buy.min() >= 0.56 and buy.max() < 0.61 and others.min() > 0.09 and others.max() < 0.14
    fair_buy, fair_others = tops(twenty, *scored.STAND_INS).T
    assert (fair_buy > buy).all() and fair_buy.mean() - buy.mean() == pytest.approx(0.047, abs=0.01)
    assert fair_others.mean() == pytest.approx(leads.SHARE_OTHER, abs=0.01)
    only_buy, only_others = tops(twenty, scored.PAGES, scored.SIZE, scored.NEWSLETTER).T
    assert only_buy.mean() == pytest.approx(0.46, abs=0.01)  # as many as in the whole list
    assert only_others.max() < 0.06


def test_the_area_does_most_and_the_rule_for_all_does_nothing(twenty):
    others = {rule: tops(twenty, rule)[:, 1] for rule in scored.RULES}
    for rule in set(scored.RULES) - {scored.AREA}:
        assert (others[scored.AREA] > others[rule]).all()
    for sheet in twenty:
        assert (sheet.order(scored.without((scored.REQUEST,))) == sheet.order(ALL)).all()


@pytest.mark.parametrize("rule", [scored.PAGES, scored.SIZE, scored.NEWSLETTER])
def test_without_a_useful_rule_fewer_would_buy_and_no_more_other_names_are_called(twenty, rule):
    change = (tops(twenty, rule) - tops(twenty)).mean(axis=0)
    assert change[0] < -0.01 and change[1] < 0


def test_twelve_leads_stand_for_all():
    table = scored.shown().table
    assert table.groupby(leads.GROUP)[leads.TRUTH].agg(["size", "sum"]).to_dict("index") == {
        leads.GERMAN: {"size": 8, "sum": 4},
        leads.OTHER: {"size": 4, "sum": 2},
    }
    for off in scored.TYPICAL:
        shown, whole = (
            np.array(scored.top(one, scored.without(off))) for one in (scored.shown(), scored.everybody())
        )
        assert abs(shown - whole).max() <= 0.15  # a person is a quarter


def test_points_are_reasons_and_equal_points_keep_the_order_of_arrival():
    sheet = scored.everybody().part(np.arange(50))
    for at in range(50):
        reasons = sheet.reasons(at, ALL)
        assert sum(points for _, points in reasons) == sheet.points.iloc[at].sum()
        assert [points for _, points in reasons] == sorted((points for _, points in reasons), reverse=True)
        assert all(points > 0 for _, points in reasons)
    assert list(sheet.order(())) == list(range(50))
    assert sheet.reasons(0, ()) == []
    pages = scored.pages(sheet.table)
    assert (pages >= 0).all() and np.allclose(np.log1p(pages), sheet.table["aktivitaet"], atol=0.01)
