"""Module 05, unit 1: questions to the system, decisions on four complaints, and the truth about them."""

import datetime as dt

import pytest
from lesson_pages import begun

from fairki import reference
from fairki.feedback import complaints
from fairki.feedback.complaints import CORRECT_DATA, DIRECT, STAND_IN, STANDS, UNFOUNDED, WRONG_DATA
from fairki.lessons.module_05 import figures, unit_1
from fairki.lessons.module_05.de import unit_1 as de
from fairki.lessons.module_05.de.shared import PEOPLE, name
from fairki.worlds.world import MAN, WOMAN

CASES = {case.kind: case for case in figures.cases()}
NUMBERS = {case.kind: number for number, case in enumerate(figures.cases(), 1)}
NOBODY = dict.fromkeys(unit_1.DECIDED)
RIGHT = dict(
    zip(unit_1.DECIDED, (complaints.RIGHT_VERDICT[case.kind] for case in figures.cases()), strict=True)
)


def test_names_fit_what_the_applications_say():
    for case in CASES.values():
        expected = {MAN: {"Jan"}, WOMAN: {"Aylin", "Katrin", "Sofia"}}[case.recorded["geschlecht"]]
        assert name(case).split()[0] in expected
    assert CASES[STAND_IN].recorded["auszeit_monate"] > 0


@pytest.mark.parametrize(
    ("kind", "question", "said"),
    [
        (DIRECT, "geschlecht", "Dann hätte das System eingeladen."),
        (DIRECT, de.DOCUMENTS, "Ja, alle Angaben stimmen überein."),
        (STAND_IN, "auszeit_monate", "Dann hätte das System eingeladen."),
        (STAND_IN, "geschlecht", "Auch dann bliebe es bei der Absage."),
        (WRONG_DATA, de.DOCUMENTS, "Nein. Eignungstest im System:"),
        (WRONG_DATA, de.DOCUMENTS, "hätte das System eingeladen."),
        (UNFOUNDED, "geschlecht", "Auch dann bliebe es bei der Absage."),
        (UNFOUNDED, de.WAYS, "Eignungstest:"),
    ],
)
def test_a_question_gets_the_answer_that_gives_the_truth_away(kind, question, said):
    assert said in unit_1.answer(CASES[kind], question)


def test_a_pause_that_is_not_there_changes_nothing():
    without = next(case for case in CASES.values() if not case.recorded["auszeit_monate"])
    assert unit_1.answer(without, "auszeit_monate") == "Hier gibt es keine Auszeit. Es ändert sich nichts."


def test_where_there_is_no_way_the_answer_promises_none(monkeypatch):
    case = CASES[UNFOUNDED]
    monkeypatch.setattr(type(case), "ways", lambda self: complaints.Answer((), "Es gibt keinen Weg."))
    assert unit_1.answer(case, de.WAYS) == "Es gibt keinen Weg."


def test_a_correction_that_changes_nothing_is_told_as_such(monkeypatch):
    case = CASES[WRONG_DATA]
    monkeypatch.setattr(type(case), "invited_by_documents", lambda self: False)
    assert "Auch mit dem richtigen Wert bliebe es bei der Absage." in unit_1.answer(case, de.DOCUMENTS)


def test_the_answers_stand_below_their_questions_in_the_order_they_were_asked():
    number = NUMBERS[DIRECT]
    key = unit_1.ASKED[number - 1]
    assert "Sie dürfen auch alle stellen" in unit_1.what_is_answered(number, {key: None}).says
    assert "Sie dürfen auch alle stellen" in unit_1.what_is_answered(number, {key: []}).says
    told = unit_1.what_is_answered(number, {key: ["geschlecht", de.DOCUMENTS]}).says
    assert told.count("<li>") == 2 and told.index("Nur das Geschlecht anders?") < told.index("Unterlagen")
    assert "<br>Dann hätte das System eingeladen." in told


def test_the_decision_is_asked_with_the_name_and_what_each_verdict_leads_to():
    text, asked, decided = unit_1.complaint(NUMBERS[WRONG_DATA])
    for scene in (text, decided):
        begun(scene)
    assert "Jan Petersen schreibt:" in text.blocks[0].html
    assert list(asked.asks) == [unit_1.ASKED[NUMBERS[WRONG_DATA] - 1]]
    guess = decided.blocks[0]
    assert guess.question == "Wie entscheiden Sie über den Einspruch von Jan Petersen?" and guess.decision
    assert guess.options[0] == [
        complaints.TREATED_UNFAIRLY,
        "Berechtigt: Das System hat benachteiligt.",
        "Einladen, Regel ändern.",
    ]
    assert [id for id, *_ in guess.options] == list(complaints.VERDICTS)


def test_what_the_system_cannot_see_stays_off_the_card():
    for case in CASES.values():
        card = de.case(case)
        assert "geeignet" not in card and case.kind not in card
        assert case.text in card and card.count("<dt>") == len(de.SHOWN)


@pytest.mark.parametrize(
    ("column", "found", "shown"),
    [
        ("auszeit_monate", 0, "keine"),
        ("auszeit_monate", 1, "1 Monat"),
        ("test", 82, "82 Punkte"),
        ("geschlecht", WOMAN, WOMAN),
        ("teilzeit", 1, "ja"),
    ],
)
def test_a_value_has_its_unit(column, found, shown):
    assert de.value(column, found).replace("\N{NO-BREAK SPACE}", " ") == shown


@pytest.mark.parametrize(
    ("kind", "verdict", "said"),
    [
        (DIRECT, STANDS, "In Wahrheit hat das Geschlecht den Ausschlag gegeben"),
        (DIRECT, STANDS, "Der Schaden: Aylin Demir"),
        (STAND_IN, complaints.TREATED_UNFAIRLY, "Verraten hat es die Frage „Nur die Auszeit anders?“"),
        (UNFOUNDED, STANDS, "Sofia Wagner hat wochenlang gegrübelt"),
        (WRONG_DATA, CORRECT_DATA, "Ihre Entscheidung stellt das richtig."),
    ],
)
def test_the_truth_comes_with_the_decision(kind, verdict, said):
    number = NUMBERS[kind]
    shown = unit_1.what_was_true(number, {unit_1.DECIDED[number - 1]: verdict})
    assert said in shown.says and shown.says.startswith("<p><strong>In Wahrheit")


@pytest.mark.parametrize("given", [{}, dict(list(RIGHT.items())[:3])])
def test_how_many_are_founded_is_told_when_all_are_decided(given):
    answers = {unit_1.FOUNDED: 2} | NOBODY
    assert "Entscheiden Sie jetzt" in unit_1.how_many_are_founded(answers | given).says
    assert "<strong>3 von 4</strong>" in unit_1.how_many_are_founded(answers | RIGHT).says


@pytest.mark.parametrize(("decided", "left"), [(0, "4 Einsprüche"), (3, "1 Einspruch.")])
def test_as_long_as_decisions_are_missing_there_is_no_comparison(decided, left):
    given = NOBODY | dict(list(RIGHT.items())[:decided])
    told = unit_1.side_by_side(given).says.replace("\N{NO-BREAK SPACE}", " ")
    assert f"Zu entscheiden: noch {left}" in told and "<table>" not in told


def test_the_summary_counts_what_fits_and_names_whose_harm_is_left():
    best = unit_1.side_by_side(RIGHT).says
    assert "<strong>4 von 4</strong>" in best and "Niemand ist mehr zu Unrecht abgelehnt." in best
    assert best.count("(passt)") == 4
    strict = unit_1.side_by_side(dict.fromkeys(unit_1.DECIDED, STANDS)).says
    assert "<strong>1 von 4</strong>" in strict and strict.count("(passt)") == 1
    assert strict.count("(es passt: benachteiligt)") == 2 and "(es passt: Angabe falsch)" in strict
    left = strict.partition("Noch nicht wiedergutgemacht")[2]
    harmed = {name for name in PEOPLE.values() if name in left}
    assert harmed == {"Aylin Demir", "Katrin Lorenz", "Jan Petersen"}


@pytest.mark.parametrize(
    ("refused", "known", "ends"),
    [
        ("2026-03-02", "2026-03-02", "2026-05-01"),
        ("2026-03-02", "2026-06-15", "2026-08-01"),
        ("2026-06-15", "2026-03-02", "2026-08-01"),  # known before: the refusal counts
        ("2026-10-31", "2026-10-31", "2026-12-01"),
        ("2026-11-05", "2026-12-31", "2027-02-01"),
    ],
)
def test_the_time_for_a_claim_ends_two_months_after_refusal_and_knowledge(refused, known, ends):
    days = [dt.date.fromisoformat(day) for day in (refused, known, ends)]
    assert unit_1.last_month(*days[:2]) == days[2]
    assert unit_1.last_month(days[0], None) is None


@pytest.mark.parametrize(
    ("guess", "said"), [("wissen", "Richtig: "), ("absage", "Es ist anders: "), ("keine", "Es ist anders: ")]
)
def test_the_law_answers_when_the_time_begins(guess, said):
    assert guess in [id for id, _ in de.DEADLINE_OPTIONS]
    told = unit_1.when_it_ends({unit_1.DEADLINE: guess}).says
    assert told.startswith(f"<p>{said}")
    for end in ("etwa im Mai 2026", "etwa im August 2026", "läuft noch nicht"):
        assert told.count(end) == 1
    for id in ("agg_entschaedigung", "agg_klage", "agg_beweis"):
        assert reference.law(id).text in told and reference.law(id).citation in told


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (de.FORMULA, "Eine Formel sagt ihr nicht"),
        (de.MODEL, "So erfährt sie nicht"),
        (de.OTHERWISE, "Das hilft"),
    ],
)
def test_the_court_says_which_answer_helps(given, said):
    told = unit_1.what_explains({unit_1.EXPLANATION: given}).says
    assert told.startswith("<p>" + ("Das hilft" if given == de.OTHERWISE else "Das reicht nicht"))
    assert said in told and "nach einer Quelle" in told
    assert all(reference.law(id).text in told for id in ("auskunft", "auskunft_was_waere_wenn"))


def test_the_answer_that_helps_is_the_one_that_the_system_gives():
    guess = begun(unit_1.explanation()).blocks[0]
    assert guess.question.startswith("Sofia Wagner fragt nach dem Grund.")
    assert [id for id, _ in guess.options] == list(de.WHY_NOT)
    shown = guess.options[-1][1].strip("„“").removesuffix(".")
    assert unit_1.answer(CASES[UNFOUNDED], de.WAYS).startswith(shown)
