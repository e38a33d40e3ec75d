"""What module 05 says about complaints, silence, a survey, a letter and a changed Kodex."""

import datetime as dt
import re

import pytest

from fairki import german, metrics
from fairki.feedback import complaints, reply, silence, survey
from fairki.kodex import Kodex, Rule, history, patterns
from fairki.lessons import module_05_texts as texts
from fairki.lessons import module_05_wording as wording
from fairki.worlds.world import MAN, WOMAN

DAY = dt.date(2026, 5, 3)


@pytest.fixture(scope="module")
def cases():
    return {case.kind: case for case in complaints.four()}


@pytest.fixture(scope="module")
def answers():
    return survey.generate()


def test_names_fit_what_the_applications_say(cases):
    for case in cases.values():
        expected = {MAN: {"Jan"}, WOMAN: {"Aylin", "Katrin", "Sofia"}}[case.recorded["geschlecht"]]
        assert wording.name(case).split()[0] in expected
    assert cases[complaints.STAND_IN].recorded["auszeit_monate"] > 0


@pytest.mark.parametrize(
    ("kind", "question", "said"),
    [
        (complaints.DIRECT, "geschlecht", "Dann hätte das System eingeladen."),
        (complaints.DIRECT, texts.DOCUMENTS, "Ja, alle Angaben stimmen überein."),
        (complaints.STAND_IN, "auszeit_monate", "Dann hätte das System eingeladen."),
        (complaints.STAND_IN, "geschlecht", "Auch dann bliebe es bei der Absage."),
        (complaints.WRONG_DATA, texts.DOCUMENTS, "Nein. Eignungstest im System:"),
        (complaints.WRONG_DATA, texts.DOCUMENTS, "hätte das System eingeladen."),
        (complaints.UNFOUNDED, "geschlecht", "Auch dann bliebe es bei der Absage."),
        (complaints.UNFOUNDED, texts.WAYS, "Eignungstest:"),
    ],
)
def test_a_question_gets_the_answer_that_gives_the_truth_away(cases, kind, question, said):
    assert said in wording.answer(cases[kind], question)


def test_what_the_system_cannot_see_stays_off_the_card(cases):
    for case in cases.values():
        card = wording.case_html(case)
        assert "geeignet" not in card and case.kind not in card


def test_a_pause_that_is_not_there_changes_nothing(cases):
    without = next(case for case in cases.values() if not case.recorded["auszeit_monate"])
    assert wording.answer(without, "auszeit_monate") == "Hier gibt es keine Auszeit. Es ändert sich nichts."


def test_the_summary_counts_what_fits_and_names_whose_harm_is_left(cases):
    every = list(cases.values())
    best = wording.summary_html(every, [complaints.RIGHT_VERDICT[case.kind] for case in every])
    assert "<strong>4 von 4</strong>" in best and "Niemand ist mehr zu Unrecht abgelehnt." in best
    strict = wording.summary_html(every, [complaints.STANDS] * 4)
    assert "<strong>1 von 4</strong>" in strict
    left = strict.partition("Noch nicht wiedergutgemacht")[2]
    assert "Aylin Demir" in left and "Jan Petersen" in left and "Sofia Wagner" not in left


def test_without_a_channel_nobody_is_reached_and_the_page_says_so():
    assert "Noch ist kein Weg offen." in wording.channels_html([silence.NOTICE])
    assert "34 Arbeitstage" in wording.channels_html(list(silence.MEASURES))
    assert "zusätzlich von sich aus" in wording.channels_html(list(silence.MEASURES))
    assert "zusätzlich von sich aus" not in wording.channels_html([silence.FORM])


def test_a_survey_is_read_in_four_ways_and_small_groups_get_no_figure(answers):
    read = wording.survey_html(answers)
    assert (
        "Nur die 200 Antworten" in read and "Der wahre Wert liegt nicht im Bereich der ersten Zeile." in read
    )
    groups = survey.by_group(answers)
    told = wording.groups_html(groups)
    assert told.count("zu klein") == groups["zu_klein"].sum() > 0
    assert "Leiharbeit" in told.partition("Zu klein für eine Zahl")[2]


def test_fear_is_written_about_least_and_the_page_says_why(answers):
    assert "„Ich habe Angst vor Nachteilen“ steht ganz unten." in wording.themes_html(survey.themes(answers))


def test_a_letter_of_the_best_parts_is_complete_and_of_the_worst_is_not(cases):
    case = cases[complaints.UNFOUNDED]
    parts = wording.letter_parts(case)
    best = {"anfang": "kurz", "grund": "klar", "ki": "ja", "schluss": "weg"}
    made = wording.letter(parts, best, wording.name(case))
    assert made.startswith("Guten Tag Sofia Wagner,") and case.ways().ways[0].sentence in made
    assert reply.look(made).complete and "Diesen Brief versteht man." in wording.letter_html(made)
    worst = {"anfang": "amt", "grund": "leer", "ki": "nichts", "schluss": "wunsch"}
    told = wording.letter_html(wording.letter(parts, worst, wording.name(case)))
    assert "könnte noch helfen" in told and "Der längste Satz hat" in told and "anderweitig" in told
    assert wording.letter(parts, {}, "Sofia Wagner", "Hallo") == ""
    assert "Wählen Sie die Bausteine" in wording.letter_html("")


def test_the_salutation_is_free_and_the_letter_names_nobody_who_did_not_decide(cases):
    case = cases[complaints.UNFOUNDED]
    parts = wording.letter_parts(case)
    made = wording.letter(parts, {"ki": "ja"}, wording.name(case), " Liebe Sofia, ")
    assert made.startswith("Liebe Sofia,\n\n")
    every = [option for _, options in parts.values() for _, option in options]
    assert not any(reply.look(text).decider for text in every)
    assert "ein Programm entschieden" in made
    assert not any(re.search(r"\b(Frau|Herrn?)\b", text) for text in every)


def test_what_somebody_typed_stays_text():
    typed = "<b>x</b> " * 30
    assert "<b>x" not in wording.letter_html(typed) and "<b>x" not in wording.made_html(typed)


def test_the_page_says_which_lesson_the_kodex_has_already(cases):
    kodex = Kodex("Mein Kodex", (Rule(patterns.NOTICE), Rule(patterns.APPEAL)))
    told = wording.lessons_html(list(cases.values()), kodex, own=True)
    assert "Regel 2 (Einspruch)" in told and told.count("Im Kodex fehlt dazu noch eine Regel.") == 2
    assert "denn Sie haben noch keinen eigenen" in wording.lessons_html(
        list(cases.values()), kodex, own=False
    )


def test_the_history_tells_the_newest_change_first_with_both_wordings():
    short, long = (Rule(patterns.APPEAL, {"frist": days}) for days in (7, 30))
    begun = history.History(DAY, Kodex("K", (short,)))
    assert "Ändern Sie jetzt eine Regel." in wording.history_html(begun)
    grown = begun.then(history.Change(DAY, "Einspruch", "<i>kurz</i>", Kodex("K", (long,))))
    anchored = Rule(patterns.APPEAL, {"frist": 30}, owner="Frau Haddad")
    grown = grown.then(history.Change(dt.date(2026, 6, 1), "", "", Kodex("K", (anchored,))))
    told = wording.history_html(grown)
    assert told.index("1. Juni 2026") < told.index("3. Mai 2026")
    assert short.sentence in told and long.sentence in told and "&lt;i&gt;kurz" in told
    assert "Zuständig oder Meldeweg geändert" in told


@pytest.mark.parametrize(
    ("found", "accused", "came"),
    [(2, 0, "mehr"), (2, 1, "beides"), (0, 0, "gleich"), (-1, 0, "weniger"), (3, -1, "mehr")],
)
def test_the_effect_of_a_change_is_compared_with_the_guess(found, accused, came):
    for guess, _ in texts.EFFECTS:
        right = "Das hatten Sie erwartet." in wording.effect_html(found, accused, guess)
        assert right == (guess == came)


def test_fewer_wrong_accusations_alone_are_an_effect_nobody_could_guess():
    assert not any(
        "Das hatten Sie erwartet." in wording.effect_html(0, -1, guess) for guess, _ in texts.EFFECTS
    )


def test_the_range_for_two_of_seven_is_the_one_the_self_check_states():
    (asked,) = (one for one in texts.SELF_CHECK if one["id"] == "kleine_gruppe")
    low, high = metrics.wilson(2, 7)
    stated = f"von {german.number(100 * float(low))} bis {german.number(100 * float(high))} %"
    assert stated in asked["options"][0]["why"]
