"""The history of the Kodex and the feedback plan say what was settled, and call open what is open."""

import datetime as dt
import io

import pytest
from docx import Document

from fairki.documents import feedback_plan, kodex_history, layout, word_file
from fairki.errors import BadAnswerError
from fairki.feedback import letter, plan, silence
from fairki.kodex import Kodex, Rule, history, patterns

MONDAY, FRIDAY = dt.date(2026, 11, 2), dt.date(2026, 11, 6)
NOTICE = Rule(patterns.NOTICE, owner="Jonas Weber", channel="kodex@firma.example")
SHORT, LONG = (Rule(patterns.APPEAL, {"frist": days}) for days in (7, 30))


@pytest.fixture
def grown() -> history.History:
    begun = history.History(MONDAY, Kodex("Unser Kodex", (NOTICE, SHORT)))
    begun = begun.then(
        history.Change(MONDAY, "Einspruch 4", "Zu | kurz", Kodex("Unser Kodex", (NOTICE, LONG)))
    )
    return begun.then(history.Change(FRIDAY, "", "", Kodex("Kodex 2", (LONG, Rule(patterns.REASON)))))


def test_the_history_tells_day_occasion_reason_and_both_wordings(grown):
    text = layout.markdown(kodex_history.paper(grown, FRIDAY))
    assert "2 Änderungen seit dem 2. November 2026." in text
    assert "| 2. November 2026 | Einspruch 4 | Zu \\| kurz |" in text
    assert "| 6. November 2026 | nicht genannt | nicht genannt |" in text
    assert f"- Vorher: {SHORT.sentence}\n- Jetzt: {LONG.sentence}" in text
    assert f"- Neu: {Rule(patterns.REASON).sentence}" in text
    assert f"- Entfallen: {NOTICE.sentence} Zuständig: Jonas Weber. Meldeweg: kodex@firma.example." in text
    today, _, then = text.partition("Was sich geändert hat")
    assert LONG.sentence in today and SHORT.sentence not in today
    assert SHORT.sentence in then.partition("Die erste Fassung")[2]


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ("datenfehler", "Einspruch von Jan Petersen"),
        ("Einspruch der Nachtschicht", "Einspruch der Nachtschicht"),
    ],
)
def test_a_complaint_is_kept_as_an_id_and_named_in_words_and_other_occasions_stay(kept, said):
    begun = history.History(MONDAY, Kodex("Unser Kodex", (SHORT,)))
    told = history.from_value(
        history.to_value(begun.then(history.Change(MONDAY, kept, "", Kodex("", (LONG,)))))
    )
    assert f"| 2. November 2026 | {said} | nicht genannt |" in layout.markdown(
        kodex_history.paper(told, FRIDAY)
    )


def test_the_section_says_the_same_as_the_paper(grown):
    parts = kodex_history.SECTION.parts({history.KEY: history.to_value(grown)})
    whole = kodex_history.paper(grown, FRIDAY).parts
    assert parts == whole[-len(parts) :]
    assert all(part.level <= 2 for part in parts if isinstance(part, layout.Heading))


def test_without_a_change_there_is_no_history(grown):
    begun = history.History(grown.day, grown.start)
    assert kodex_history.SECTION.parts({}) == []
    assert kodex_history.SECTION.parts({history.KEY: history.to_value(begun)}) == []
    for nothing in (None, begun):
        with pytest.raises(layout.EmptyPaperError, match="keine Änderung"):
            kodex_history.paper(nothing, FRIDAY)


def test_a_damaged_history_is_refused(grown):
    value = history.to_value(grown) | {"aenderungen": "keine"}
    with pytest.raises(BadAnswerError):
        kodex_history.SECTION.parts({history.KEY: value})


# ---- the feedback plan

SETTLED = {
    plan.CHANNELS_KEY: ["hinweis", "formular"],
    "05.plan.frist": "30",
    "05.plan.annahme": "Jonas Weber, Personal",
    letter.OURS.reply_key: "Guten Tag,\n\nleider müssen wir absagen.",
}


def test_the_plan_says_what_is_settled_and_calls_the_rest_open():
    text = layout.markdown(
        feedback_plan.paper(SETTLED, FRIDAY, [("Wer schweigt?", "Die Nachtschicht"), ("?", "")])
    )
    assert "| Online-Formular |" in text and "| Vertrauensperson |" not in text
    assert "| Frist für den Einspruch | 30 Tage |" in text
    assert "| Annahme und Antwort | Jonas Weber, Personal |" in text
    assert "| Umfrage | noch offen |" in text
    assert "leider müssen wir absagen." in text and "Die Nachtschicht" in text
    assert "etwa 9 Arbeitstage im Jahr" in text
    _, _, still_open = text.partition("## Noch offen")
    assert "- Umfrage" in still_open and "Frist für den Einspruch" not in still_open


def test_help_without_a_channel_leaves_the_way_open():
    parts = feedback_plan.parts({plan.CHANNELS_KEY: ["hinweis"]})
    assert "ein Weg für den Einspruch" in parts[-1].texts


def test_a_complete_plan_has_nothing_open():
    whole = {one.key: next(iter(one.options), "Frau Haddad") for one in plan.DECISIONS}
    parts = feedback_plan.parts(whole | {plan.CHANNELS_KEY: list(silence.MEASURES)})
    assert not any(isinstance(part, layout.Heading) and part.text == "Noch offen" for part in parts)
    assert all(part.level <= 2 for part in parts if isinstance(part, layout.Heading))


def test_without_answers_there_is_no_plan():
    assert feedback_plan.SECTION.parts({}) == []
    with pytest.raises(layout.EmptyPaperError, match="noch leer"):
        feedback_plan.paper({}, FRIDAY)


@pytest.mark.parametrize("key", feedback_plan.SECTION.keys)
def test_each_answer_alone_is_enough_for_a_plan_and_its_damage_is_refused(key):
    good = {plan.CHANNELS_KEY: ["brief"]}.get(key) or next(
        (next(iter(one.options), "Text") for one in plan.DECISIONS if one.key == key), "Text"
    )
    assert feedback_plan.SECTION.parts({key: good})
    for damaged in (3, {"a": 1}, ["gibt_es_nicht"]):
        with pytest.raises(BadAnswerError):
            feedback_plan.SECTION.parts({key: damaged})


def test_both_papers_open_in_word(grown):
    for paper in (feedback_plan.paper(SETTLED, FRIDAY), kodex_history.paper(grown, FRIDAY)):
        document = Document(io.BytesIO(word_file.word(paper)))
        assert document.paragraphs[0].text == paper.title
