"""Checks speak German, survive every answer and give nothing away."""

import contextlib
import io
import math
import warnings

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairki import checks, people, systems, worlds
from fairki.governance import operation
from fairki.kodex import Rule

TEAMS = {"fuchs": people.FAIR, "igel": people.BIASED}
VERDICTS = ("stimmt", "stimmt nicht", "offen")


def call(code: str, **answers):
    """Run a check as a notebook does: the answers are the notebook's own names."""
    names = {"checks": checks, "worlds": worlds, "TEAMS": TEAMS, **answers}
    exec(f"result = {code}", names)
    return names["result"]


def complaint(code: str, **answers) -> checks.NotYetRight:
    with pytest.raises(checks.NotYetRight) as caught:
        call(code, **answers)
    return caught.value


@pytest.mark.parametrize(
    ("written", "meant"),
    [(14.8, 14.8), ("14,8", 14.8), ("14.8", 14.8), ((14, 8), 14.8), ((14, 0), 14), (" 14,8 % ", 14.8),
     ("14,8 Punkte", 14.8),
     ("14,8 Prozentpunkte", 14.8), ("1.234,5", 1234.5), ("−3", -3), ("+7", 7), (19, 19), (np.float64(2.5), 2.5),
     (np.int64(4), 4), (np.array([3.5]), 3.5), (pd.Series([0.25]), 0.25)],
)  # fmt: skip
def test_a_number_is_read_as_people_write_it(written, meant):
    assert checks.as_number(written) == meant


@pytest.mark.parametrize(
    "written",
    [None, True, "", "viel", "1,2,3", "1.2.3", "14,8 Euro", math.nan, math.inf, 10**400, [14.8], (1, -2), (1, 2, 3),
     {}, print, np.array([1, 2]), pd.DataFrame({"a": [1, 2]}), "9" * 400, 1j],
)  # fmt: skip
def test_what_is_no_number_is_none(written):
    assert checks.as_number(written) is None


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=60) | st.binary(max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.tuples(inner, inner)
    | st.dictionaries(st.text(max_size=5) | st.integers(0, 5), inner, max_size=4),
    max_leaves=8,
)  # fmt: skip


@given(anything)
def test_no_answer_whatever_it_is_leads_to_anything_but_a_german_complaint(value):
    errors = io.StringIO()
    for code in (
        'checks.number("A1", "x", low=0, high=100)',
        'checks.choice("A1", "x", "abcd")',
        'checks.selection("A1", "x", ["test", "verein"])',
        f'checks.table("A1", "x", rows=4, options={VERDICTS}, need=2)',
        'checks.shares("A1", "x", ["BWL"])',
        'checks.function("A1", "x")',
        'checks.numbers("A1", "x", ["a", "b"], low=0, high=100)',
        'checks.plan("A1", "x", ["abstand"])',
        'checks.setup("A1", "x", TEAMS)',
        'checks.rules("A1", "x", ["einspruch", "hinweis", "keine_heimliche_nutzung"], most=2)',
    ):
        with contextlib.redirect_stderr(errors):
            try:
                call(code, x=value)
            except checks.NotYetRight as error:
                assert error.happened.endswith((".", "?")) and error.remedy.endswith(".")
    assert errors.getvalue() == ""


class Hostile:
    def __repr__(self):
        raise RuntimeError

    def __eq__(self, other):
        return True

    __hash__ = None


@pytest.mark.parametrize(
    "value", [Hostile(), [Hostile()], {1: Hostile(), 2: Hostile()}, ["test"] * 1_000_000]
)
def test_objects_that_misbehave_are_turned_down(value):
    complaint('checks.number("A1", "x", low=0, high=100)', x=value)
    complaint('checks.choice("A1", "x", "abcd")', x=value)
    complaint('checks.selection("A1", "x", ["test", "verein"])', x=value)
    complaint(f'checks.table("A1", "x", rows=4, options={VERDICTS}, need=2)', x=value)


def test_a_missing_answer_is_named():
    assert "„anteil“ fehlt noch" in complaint('checks.number("A1", "anteil", low=0, high=100)').happened


def test_a_share_where_points_are_asked_for_is_explained():
    assert "25 von 100" in complaint('checks.number("A1", "x", low=1, high=100)', x=0.19).remedy


def test_jupyter_shows_two_german_lines_and_no_traceback():
    error = complaint('checks.number("A1", "x", low=0, high=100, unit="Punkte")', x="viel")
    assert error._render_traceback_() == [
        "A1 – „viel“ ist keine Zahl.",
        "Erwartet wird eine Zahl zwischen 0 und 100 (Punkte).",
    ]
    assert isinstance(error, AssertionError)


@pytest.mark.parametrize("written", ["b", "B", " b ", "b)", "(B)", "„b“"])
def test_a_choice_may_be_written_loosely(written):
    assert call('checks.choice("A2", "x", "abcd")', x=written) == "b"


@pytest.mark.parametrize("written", [["Verein", "test"], ("test", "verein"), {"test", "verein"}, "test, verein",
                                     ["test", "test", "VEREIN"]])  # fmt: skip
def test_a_selection_comes_in_the_order_of_the_options(written):
    assert call('checks.selection("A4", "x", ["test", "verein", "teilzeit"])', x=written) == [
        "test",
        "verein",
    ]


def test_a_list_may_have_a_hundred_entries_and_no_more():
    code = 'checks.selection("A4", "x", ["test"])'
    assert call(code, x=["test"] * checks.LONGEST_LIST) == ["test"]
    assert "viel zu lang" in complaint(code, x=["test"] * (checks.LONGEST_LIST + 1)).happened


def test_of_a_long_answer_forty_characters_are_shown():
    assert complaint('checks.choice("A2", "x", "abcd")', x=30 * "ab").happened.startswith(f"„{20 * 'ab'}“ ")


def test_a_misspelt_option_gets_a_guess():
    error = complaint('checks.selection("A4", "x", ["studienfach", "verein"])', x=["studienfächer"])
    assert error.remedy == "Meinten Sie „studienfach“?"


def test_a_table_tells_rows_apart():
    code = f'checks.table("A5", "x", rows=3, options={VERDICTS}, need={{}})'
    answer = {1: "Stimmt", "2": "stimmt nicht.", 3: "vielleicht"}
    assert call(code.format(1), x=answer) == {1: "stimmt", 2: "stimmt nicht", 3: None}
    assert "Nummer 3: „vielleicht“" in complaint(code.format(3), x=answer).happened
    assert complaint(code.format(2), x={1: "offen"}).happened == "Nummer 2 ist noch leer."


@pytest.mark.parametrize(
    "written",
    [{"a": 0.5, "b": 1}, {"a": "0,5", "b": 1, "c": 7}, pd.Series({"a": 0.5, "b": 1.0}),
     pd.DataFrame({"anteil": {"a": 0.5, "b": 1.0}})],
)  # fmt: skip
def test_shares_may_come_as_dict_series_or_table(written):
    assert call('checks.shares("B2", "x", ["a", "b"])', x=written) == {"a": 0.5, "b": 1}


@pytest.mark.parametrize(
    "written", [{"a": 0.5}, {"a": 50, "b": 0}, [0.5, 1], pd.DataFrame({"a": [1], "b": [2]})]
)
def test_shares_that_are_missing_or_no_shares_are_turned_down(written):
    complaint('checks.shares("B2", "x", ["a", "b"])', x=written)


def test_a_function_gets_copies_and_its_noise_stays_away():
    def greedy(table):
        warnings.warn("laut", stacklevel=1)
        table.drop(columns="a", inplace=True)
        return len(table)

    table = pd.DataFrame({"a": [1, 2]})
    errors = io.StringIO()
    with contextlib.redirect_stderr(errors):
        assert call('checks.function("B1", "f")', f=greedy)(table) == 2
    assert errors.getvalue() == ""
    assert list(table) == ["a"]


@pytest.mark.parametrize("error", [KeyError("gruppe"), SystemExit(), ZeroDivisionError()])
def test_a_function_that_fails_gets_a_german_sentence(error):
    def failing():
        raise error

    with pytest.raises(checks.NotYetRight, match=f"bricht ab \\({type(error).__name__}"):
        call('checks.function("B1", "f")', f=failing)()


def test_the_time_limit_still_reaches_a_function_that_never_ends():
    def interrupted():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        call('checks.function("B1", "f")', f=interrupted)()


@pytest.mark.parametrize(
    ("value", "wanted", "same"),
    [(25.04, 25, True), (25.2, 25, False), (None, 25, False), (None, None, True), (math.nan, None, True),
     (0, None, False), ("nichts", None, False)],
)  # fmt: skip
def test_nothing_to_compare_is_not_the_same_as_zero(value, wanted, same):
    assert checks.close(value, wanted, tolerance=0.05) is same


def test_expectations_say_what_and_where():
    error = complaint(
        'checks.expect("A1", False, "Gesucht war ein Abstand.", look="Modul 1, „Acht Jahre später“")'
    )
    assert str(error) == "A1: Gesucht war ein Abstand. Zum Nachlesen: Modul 1, „Acht Jahre später“."


def test_the_summary_tells_open_from_complete_and_from_not_yet_checked(capsys):
    call('checks.number("Z1", "x", low=0, high=9)', x=3)
    complaint('checks.number("Z2", "x", low=0, high=9)', x=30)
    checks.summary("Z1", "Z2", "Z3")
    first, second, third, *_ = capsys.readouterr().out.splitlines()
    assert first == "● Z1  ausgefüllt"
    assert second.startswith("✗ Z2  30 liegt nicht zwischen 0 und 9.")
    assert third.startswith("○ Z3  noch nicht geprüft")


def test_an_answer_that_was_improved_is_complete_again(capsys):
    complaint('checks.number("Z4", "x", low=0, high=9)', x=30)
    call('checks.number("Z4", "x", low=0, high=9)', x=3)
    checks.summary("Z4")
    assert capsys.readouterr().out.startswith("● Z4")


def test_removing_every_column_is_caught():
    error = complaint('checks.without("A4", list(worlds.recruiting.FEATURES))')
    assert "kann kein Modell lernen" in error.happened


def test_goals_are_compared_with_what_the_model_achieves(capsys):
    kept = call('checks.without("A4", [])')
    checks.tell(kept, gap_at_most=8, suitable_at_least=88)
    assert capsys.readouterr().out.endswith("Noch nicht am Ziel: der Abstand und die Eignung.\n")
    checks.tell(kept, gap_at_most=100, suitable_at_least=88)
    assert capsys.readouterr().out.endswith("Noch nicht am Ziel: die Eignung.\n")
    checks.tell(kept, gap_at_most=100, suitable_at_least=0)
    assert capsys.readouterr().out.endswith("In diesem Jahr sind beide Ziele erreicht.\n")


def test_a_table_is_shown_with_headers_german_numbers_and_no_markup_of_others():
    table = pd.DataFrame({"Anzahl": [1080], "Anteil": [38.704]}, index=pd.Index(["<b>"], name="geschlecht"))
    shown = checks.show(table)._repr_html_()
    assert '<th scope="col">Geschlecht</th>' in shown
    assert (
        '<th scope="row">&lt;b&gt;</th><td class="fk-number">1.080</td><td class="fk-number">38,7</td>'
        in shown
    )


def test_the_text_of_a_shown_table_is_the_same_in_every_process():
    table = pd.DataFrame({"Quote": [38.7]}, index=pd.Index(["w"], name="gender"))
    assert repr(checks.show(table)).split() == ["Quote", "gender", "w", "38.7"]


@given(anything)
def test_whatever_stands_in_a_blank_is_a_rule_or_a_german_complaint(value):
    code = 'checks.rules("A1", "x", ["einspruch", "hinweis"], most=2)'
    try:
        found = call(code, x={"einspruch": {"frist": value}, "hinweis": {"zeitpunkt": value}})
    except checks.NotYetRight as error:
        assert error.happened.endswith((".", "?")) and error.remedy.endswith(".")
    else:
        assert len(found) == 2


def test_rules_are_read_as_people_write_them():
    answer = {
        "Einspruch": {"frist": "14,0"},
        "hinweis": {"zeitpunkt": "Vorher"},
        "keine heimliche Nutzung": None,
    }
    patterns = ["einspruch", "hinweis", "keine_heimliche_nutzung"]
    found = call(f'checks.rules("A1", "x", {patterns}, most=3)', x=answer)
    assert [(rule.pattern, dict(rule.values)) for rule in found] == [
        ("einspruch", {"frist": 14}),
        ("hinweis", {"zeitpunkt": "vorher"}),
        ("keine_heimliche_nutzung", {}),
    ]


@pytest.mark.parametrize(
    ("answer", "happened", "remedy"),
    [
        ({}, "Ihr Kodex hat noch keine Regel.", "„einspruch“"),
        (["einspruch"], "ist kein Kodex.", "Erwartet wird {"),
        ({"einspruch": {}, "hinweis": {}}, "Ihr Kodex hat 2 Regeln.", "höchstens 1."),
        ({"frieden": {}}, "„frieden“ steht nicht zur Auswahl.", "„hinweis“"),
        (
            {"einspruch": {"tage": 14}},
            "In der Regel „Einspruch“ ist noch eine Lücke leer.",
            "„Frist“ (frist)",
        ),
        ({"einspruch": {"frist": 14.5}}, "passt nicht in diese Lücke.", "ganze Zahl zwischen 1 und 365"),
    ],
)
def test_a_rule_that_cannot_run_is_named(answer, happened, remedy):
    error = complaint('checks.rules("A1", "x", ["einspruch", "hinweis"], most=1)', x=answer)
    assert happened in error.happened
    assert remedy in error.remedy


@pytest.mark.parametrize("answer", [{"a": "12,5", "b": 20}, pd.Series({"a": 12.5, "b": 20})])
def test_several_numbers_are_read_like_one(answer):
    assert call('checks.numbers("A1", "x", ["a", "b"], low=0, high=100)', x=answer) == {"a": 12.5, "b": 20}


@pytest.mark.parametrize(
    ("answer", "happened"),
    [
        ({"a": 1}, "Für „b“ fehlt noch eine Zahl."),
        ({"a": 1, "b": "viel"}, "Für „b“: „viel“ ist keine Zahl."),
        ({"a": 101, "b": 1}, "Für „a“: 101 liegt nicht zwischen 0 und 100."),
        ([1, 2], "ist keine Tabelle."),
    ],
)
def test_a_number_that_is_missing_is_named(answer, happened):
    assert happened in complaint('checks.numbers("A1", "x", ["a", "b"], low=0, high=100)', x=answer).happened


def test_the_unit_of_numbers_is_named_where_there_is_one():
    answer = {"a": 101}
    with_unit = complaint('checks.numbers("A1", "x", ["a"], 0, 100, "Punkte")', x=answer)
    assert with_unit.remedy == "Erwartet wird eine Zahl zwischen 0 und 100 (Punkte)."
    without = complaint('checks.numbers("A1", "x", ["a"], 0, 100)', x=answer)
    assert without.remedy == "Erwartet wird eine Zahl zwischen 0 und 100."


PLAN = {"alle": "2", "zusammen": 3, "abstand": "7,5", "fehlend": 90}


def test_a_monitoring_plan_is_read_as_people_write_it():
    found = call('checks.plan("A1", "x", ["abstand", "fehlend"])', x=PLAN)
    assert found == operation.Plan(2, {"abstand": 7.5, "fehlend": 90.0}, months=3)


def test_a_plan_may_look_every_month_and_at_a_whole_year():
    for alle, zusammen in ((1, 1), (12, 12), (1, 12)):
        found = call('checks.plan("A1", "x", ["abstand"])', x=PLAN | {"alle": alle, "zusammen": zusammen})
        assert found == operation.Plan(alle, {"abstand": 7.5}, months=zusammen)


@pytest.mark.parametrize(
    ("entry", "happened"),
    [
        ({"abstand": None}, "Für „abstand“ fehlt noch eine Zahl."),
        ({"alle": 1.5}, "Die Zeit zwischen zwei Prüfungen ist keine ganze Zahl von 1 bis 12."),
        ({"zusammen": 13}, "Für „zusammen“: 13 liegt nicht zwischen 1 und 12."),
        ({"abstand": 61}, "Für „abstand“: 61 liegt nicht zwischen 1 und 60."),
        ({"fehlend": 0}, "Für „fehlend“: 0 liegt nicht zwischen 1 und 90."),
    ],
)
def test_a_plan_that_cannot_run_is_named(entry, happened):
    error = complaint('checks.plan("A1", "x", ["abstand", "fehlend"])', x=PLAN | entry)
    assert error.happened == happened
    assert error.remedy


@pytest.mark.parametrize("value", [1e26, -1e300, "1e26", 10**49])
def test_a_number_beyond_all_measure_is_named_as_out_of_range(value):
    error = complaint('checks.number("A1", "x", 1, 100)', x=value)
    assert error.remedy == "Erwartet wird eine Zahl zwischen 1 und 100."


def test_what_a_plan_achieves_is_told_for_each_kind_of_fault(capsys):
    blind = operation.Plan(12, {"abstand": 60})
    checks.tell_plan(blind, [operation.year(1, "kanal", 2), operation.year(2), operation.year(3, "handy", 3)])
    assert capsys.readouterr().out == (
        "Ihr Plan findet 0 von 2 Fehlern. Falsche Alarme im Jahr: 0,0.\n"
        "Neuer Werbekanal: Ein Fehler läuft im Mittel 12,0 Monate.\n"
        "Formular auf dem Handy: Ein Fehler läuft im Mittel 12,0 Monate.\n"
    )


def test_rules_are_marked_by_what_the_learner_is_told(capsys):
    rules = (Rule("hinweis"), Rule("datensparsamkeit", {"anzahl": 3}))
    shown = [
        systems.exemplary_but("kein_hinweis", 2),
        systems.exemplary_but("kein_mensch", 3),
        systems.exemplary(5),
    ]
    checks.tell_rules(rules, shown)
    told = capsys.readouterr().out.splitlines()
    assert [line[:7] for line in told[:2]] == ["1. Wir ", "2. Wir "]
    assert told[2:] == ["Gefunden: 1 von 2 Fehlern. Zu Unrecht beanstandet: 2 von 3 Systemen."]
    assert checks.share_found(rules, shown) == (1 / 2, 2 / 3)


SETUP = {"weg": "kombination", "team": "igel", "auswahl": "grenze", "faelle": "500", "minuten": "4,5"}


def test_a_set_up_is_read_as_people_write_it():
    found = call('checks.setup("A1", "x", TEAMS)', x=SETUP | {"weg": " Kombination", "team": "IGEL"})
    assert found == people.Setup(people.COMBINED, people.BIASED, 500, people.NEAR, 4.5)


def test_a_set_up_asks_only_for_what_its_way_needs():
    alone = call('checks.setup("A1", "x", TEAMS)', x={"weg": "automatisch"})
    assert people.run(alone, 0).hours == 0
    people_only = call('checks.setup("A1", "x", TEAMS)', x=SETUP | {"weg": "mensch", "auswahl": None})
    assert (people_only.way, people_only.reviewer, people_only.cases) == (people.HUMAN, people.BIASED, 500)


@pytest.mark.parametrize(
    ("entry", "happened"),
    [
        ({"weg": None}, "Für „weg“ fehlt noch eine Auswahl."),
        ({"team": None}, "Für „team“ fehlt noch eine Auswahl."),
        ({"team": "dachs"}, "Für „team“: „dachs“ gehört nicht zur Auswahl."),
        ({"auswahl": ["grenze"]}, "Für „auswahl“: „['grenze']“ gehört nicht zur Auswahl."),
        ({"faelle": None}, "Für „faelle“ fehlt noch eine Zahl."),
        ({"faelle": 2500}, "Für „faelle“: 2.500 liegt nicht zwischen 0 und 2.000."),
        ({"faelle": 10.5}, "Die Zahl der Fälle passt nicht."),
        ({"minuten": 0}, "Für „minuten“: 0 liegt nicht zwischen 1 und 15."),
    ],
)
def test_a_set_up_that_cannot_be_is_named(entry, happened):
    error = complaint('checks.setup("A1", "x", TEAMS)', x=SETUP | entry)
    assert error.happened == happened
    assert error.remedy


def test_what_a_set_up_leads_to_is_told_next_to_the_machine_alone(capsys):
    checks.tell_setup(people.Setup(people.HUMAN, cases=0), [3])
    nobody, machine = capsys.readouterr().out.splitlines()
    assert machine.startswith("Zum Vergleich das Programm allein: ") and machine.endswith(
        " 0 Arbeitsstunden."
    )
    assert nobody == "Ihr Aufbau: niemand eingeladen, 600,0 Fehlentscheidungen, 0 Arbeitsstunden."


class Liar(str):
    """Equal to everything, it says."""

    def __eq__(self, other):
        return True

    __hash__ = str.__hash__


@pytest.mark.parametrize(
    ("value", "wanted", "verdict"),
    [
        ({"A": 0.75, "B": 0.5}, {"A": 0.75, "B": 0.5}, True),
        (pd.Series({"A": 0.5}), {"A": 0.5}, True),
        ({"A": 0.75}, {"A": 0.75, "B": 0.5}, False),
        ({"A": 0.7}, {"A": 0.75}, False),
        ({}, {}, True),
        (None, {}, False),
        (["b", "a"], ["a", "b"], True),
        (pd.Index(["a", "b"]), ["a", "b"], True),
        (["a", "a"], ["a", "b"], False),
        ([Liar("x"), Liar("x")], ["a", "b"], False),
        ("ab", ["a", "b"], False),
        (None, [], False),
    ],
)
def test_what_functions_return_is_compared_by_its_content(value, wanted, verdict):
    assert checks.same(value, wanted) is verdict


@pytest.mark.parametrize("written", ["1.000", "1,000", " 2.000 % ", (1, 234), "12.345"])
def test_an_ambiguous_text_is_asked_back_and_never_guessed(written):
    assert checks.as_number(written) is None
    alone = complaint('checks.number("A1", "x", 0, 5000)', x=written)
    assert "ist nicht eindeutig. Meinen Sie" in alone.happened
    inside = complaint('checks.numbers("A1", "x", ["a"], 0, 5000)', x={"a": written})
    assert "Für „a“: „" in inside.happened and "ist nicht eindeutig" in inside.happened
    share = complaint('checks.shares("A1", "x", ["a"])', x={"a": written})
    assert "ist nicht eindeutig" in share.happened
    rule = complaint('checks.rules("A1", "x", ["einspruch"], 3)', x={"einspruch": {"frist": written}})
    assert "ist nicht eindeutig" in rule.happened


@pytest.mark.parametrize(
    ("cell", "typed", "value", "large"),
    [("x = 1.000", "1.000", 1.0, "1000"), ("x = (1,000)", "1,000", (1, 0), "1000"),
     ("y = 3\nx = -2.500", "2.500", -2.5, "2500")],
)  # fmt: skip
def test_a_bare_number_that_may_mean_thousands_gets_a_hint(cell, typed, value, large, capsys):
    before = ["", "x = None", cell, 'checks.number("A1", "x", -5, 5)']
    found = call('checks.number("A1", "x", -5, 5)', x=value, In=before)
    assert found == checks.as_number(value)
    told = capsys.readouterr().out
    assert told.startswith(f"Sie haben {typed} geschrieben. Python liest das als ") and large in told
    error = complaint('checks.number("A1", "x", 100, 5000)', x=value, In=before)
    assert f"Meinen Sie {large}, dann schreiben Sie {large}." in error.remedy
    inside = complaint(
        'checks.numbers("A1", "x", ["a"], 100, 5000)', x={"a": 1.0}, In=[*before, 'x = {"a": 1.000}']
    )
    assert "Meinen Sie 1000" in inside.remedy


@pytest.mark.parametrize(
    "cell", ["x = 1", "x = 1.0", 'x = "1.000"', "x = 14.825", "x = 0.250", "x = 1.000 / 3 +", "%x"]
)
def test_other_numbers_get_no_hint(cell, capsys):
    call(
        'checks.number("A1", "x", 0, 20)',
        x=14.825,
        In=["x = 1.000", cell] if cell[0] == "x" and "+" not in cell else [cell],
    )
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("cells", [None, "x = 1.000", [None, 3, "x = 1\0"], ["x = " + "(" * 5000]])
def test_whatever_a_notebook_calls_its_cells_does_no_harm(cells, capsys):
    assert call('checks.number("A1", "x", 0, 20)', x=1.0, In=cells) == 1
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("found", "error"),
    [([False, False], checks.OnlyTheExample), ([True, False], checks.NotYetRight)],
    ids=["for no new input", "for some of them"],
)
def test_a_function_that_knows_the_example_alone_is_told_from_one_that_errs_at_times(found, error):
    with pytest.raises(checks.NotYetRight) as caught:
        checks.expect_new("B1", found, "Das Ergebnis stimmt für andere Eingaben nicht.", "Modul 2")
    assert type(caught.value) is error


def test_a_function_that_is_right_for_every_new_input_has_no_complaint():
    checks.expect_new("B1", [True, True], "Das Ergebnis stimmt für andere Eingaben nicht.", "Modul 2")
