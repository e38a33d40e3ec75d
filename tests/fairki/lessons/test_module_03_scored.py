"""The reveals of lists that are made by points: every figure is that of the list, with whatever rules are on."""

import pytest

from fairki import metrics, ui
from fairki.lessons.module_03 import scored
from fairki.lessons.module_03.de import scored as de
from fairki.scoring import leads as points
from fairki.scoring import tasks
from fairki.worlds import leads


def ranking(*off: str) -> dict:
    shown = scored.what_the_rules_make({scored.SWITCHES: list(off) or None})
    return shown.traits[ui.Ranking]["ranking"]


def test_the_rule_to_blame_is_the_one_without_which_most_other_names_are_called():
    right = scored.what_each_rule_does({scored.GUILTY: points.AREA}).says
    wrong = scored.what_each_rule_does({scored.GUILTY: points.LANGUAGE}).says
    assert "Richtig. Es ist die Regel <strong>„Gebiet Süd“" in right
    assert "Es ist eine andere. Es ist die Regel <strong>„Gebiet Süd“" in wrong
    for rule, (name, _) in de.RULES.items():
        buy, other = points.top(points.everybody(), points.without((rule,)))
        row = f'<th scope="row">{name}</th><td>{de.of_100(buy)}</td><td>{de.of_100(other)}</td>'
        assert row in right
    useful = right.partition(" dagegen nützt")[0].rpartition("„")[2].removesuffix("“")
    assert useful in [de.RULES[rule][0] for rule in (points.PAGES, points.SIZE, points.NEWSLETTER)]


def test_who_says_that_no_rule_is_to_blame_hears_that_chance_does_not_do_that():
    assert (
        "Zufall ist es nicht. Es ist die Regel" in scored.what_each_rule_does({scored.GUILTY: "keine"}).says
    )
    whole = points.everybody()
    called = whole.first(points.without(()), points.CALLED).index
    gap = metrics.gap(whole.table.index.isin(called), whole.table[leads.GROUP], leads.GERMAN, leads.OTHER)
    assert gap.low > 0.1


@pytest.mark.parametrize("off", [(), (points.AREA,), points.STAND_INS, (points.PAGES,), tuple(points.RULES)])
def test_places_points_and_sentences_follow_from_the_rules_that_are_on(off):
    shown, sheet = ranking(*off), points.shown()
    lines = shown["lines"]
    assert sorted(item for item, *_ in lines) == list(range(12)) and shown["top"] == 4
    assert [sum(n for _, n in given) for _, _, given in lines] == [n for _, n, _ in lines]
    assert [n for _, n, _ in lines] == sorted((n for _, n, _ in lines), reverse=True)
    assert not {name for _, _, given in lines for name, _ in given} & {de.SHORT[rule] for rule in off}
    first = sheet.table.iloc[[item for item, *_ in lines[:4]]]
    assert shown["headline"] == de.called(
        4, first[leads.TRUTH].sum(), (first[leads.GROUP] == leads.OTHER).sum()
    )
    buy, other = points.top(points.everybody(), points.without(off))
    assert f"würden {de.of_100(buy)} kaufen. Bei {de.of_100(other)} klingt" in shown["more"]
    assert (de.NO_RULE in shown["more"]) == (off == tuple(points.RULES))
    assert [row[1] for row in shown["rows"]] == [
        de.request(sheet.table.iloc[item]["nummer"]) for item, *_ in lines
    ]


def test_a_rule_that_gives_the_same_to_all_is_named_harmless_and_no_other_one():
    for rule in points.RULES:
        assert (de.SAME_PLACES in ranking(rule)["more"]) == (rule == points.REQUEST)
    assert de.SAME_PLACES not in ranking()["more"]


def test_a_list_with_one_buyer_is_told_in_the_singular():
    assert de.called(4, 1, 2) == "Von den ersten 4 würde 1 kaufen. Bei 2 klingt der Name anders."


def day(*off: str) -> dict:
    shown = scored.what_the_day_makes({scored.LOUD_SWITCHES: list(off) or None})
    return shown.traits[ui.Ranking]["ranking"]


def test_loudness_and_need_are_compared_with_drawing_lots():
    said = scored.what_loudness_does({scored.LOUD: 50}).says
    need = tasks.without(tasks.LOUD)
    everything, by_need, by_loudness = (tasks.of_100(off) for off in ((), tasks.LOUD, need))
    assert f"<strong>{everything}</strong> von 100" in said
    assert f"Zählen nur sie, sind es {by_loudness}. Würde man losen, wären es 30." in said
    assert f"Wartezeit, sind es {by_need}." in said


@pytest.mark.parametrize("off", [(), tasks.LOUD, (tasks.FAULTS,), tuple(tasks.RULES)])
def test_the_day_names_who_is_in_need_and_quiet_as_long_as_they_wait(off):
    shown = day(*off)
    items = [item for item, *_ in shown["lines"]]
    most = {*tasks.most_in_need(tasks.shown())}
    assert sorted(items) == list(range(tasks.DAY)) and shown["top"] == tasks.FIRST
    assert shown["headline"] == de.done_first(len(most & {*items[: tasks.FIRST]}))
    quiet = [scored.about_task(at)[0] for at in tasks.quiet(tasks.shown(), off)]
    assert de.waits(quiet) in shown["more"] and f"{tasks.of_100(off)} sofort dran" in shown["more"]
    assert {row[1] for row in shown["rows"] if row[-1] == de.NEED[0]} == {
        scored.about_task(at)[0] for at in most
    }


def test_the_days_headline_counts_in_words_that_fit():
    assert "stehen keine auf" in de.done_first(0)
    assert "steht eins auf" in de.done_first(1)
    assert "stehen 3 auf" in de.done_first(3)
