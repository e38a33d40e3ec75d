"""A look at a reply finds what helps and what is hard to read, and does not pretend to understand."""

import pytest

from fairki.feedback import reply

GOOD = """Guten Tag Aylin Demir,

vielen Dank für Ihre Bewerbung. Leider müssen wir Ihnen absagen.
Den Ausschlag gab der Eignungstest: Sie hatten 58 Punkte, eingeladen haben wir ab 66 Punkten.
Ein Programm hat die Bewerbungen geordnet.

Sehen Sie das anders? Dann können Sie bis zum 3. Dezember Einspruch einlegen.
Schreiben Sie an Jonas Weber, weber@hansen-yildiz.example. Ein Mensch liest Ihre Bewerbung dann noch einmal."""
OFFICIAL = (
    "Sehr geehrte Damen und Herren, nach sorgfältiger Prüfung Ihrer Unterlagen und unter Berücksichtigung der"
    " Vielzahl von Bewerbungen, welche seitens zahlreicher Interessierter bei uns eingegangen sind, teilen wir"
    " Ihnen hierdurch mit, dass wir uns anderweitig entschieden haben. Wir wünschen Ihnen alles Gute."
)


def test_a_reply_with_everything_is_complete_and_plain():
    found = reply.look(GOOD)
    assert found.there == tuple(part.id for part in reply.PARTS)
    assert found.complete and found.plain and not found.short and found.hints == []


def test_an_official_letter_is_told_what_is_missing_and_what_is_hard():
    found = reply.look(OFFICIAL)
    assert found.there == ()
    assert not found.complete and not found.plain
    assert found.length > 30 and found.sentence.startswith("Sehr geehrte")
    assert set(found.heavy) == {"Berücksichtigung", "seitens"}
    assert found.vague == ("nach sorgfältiger Prüfung", "Vielzahl von Bewerbungen", "anderweitig")
    assert found.title and len(found.hints) == 4


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("grund", "Sie bekommen die Absage, weil uns Ihre Unterlagen fehlten."),
        ("grund", "Ihre Fachkenntnisse haben diesmal nicht gereicht."),
        ("ki", "Bei der Auswahl hat künstliche Intelligenz geholfen."),
        ("ki", "Wir nutzen KI."),
        ("kontakt", "Fragen? 0451 123456"),
        ("kontakt", "Sie erreichen uns unter personal@firma.example."),
        ("einspruch", "Sind Sie nicht einverstanden? Sagen Sie es uns."),
        ("einspruch", "Gern lassen wir Ihre Bewerbung noch einmal von einem Menschen prüfen."),
        ("frist", "Sie haben zwei Wochen Zeit."),
        ("frist", "Das geht innerhalb von 14 Tagen."),
        ("frist", "Das geht bis zum 15. Januar."),
        ("frist", "Das geht bis 15.1. bei uns."),
    ],
)
def test_a_part_is_found_in_many_words(part, text):
    assert part in reply.look(text).there


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("ki", "Wir haben keine Stelle für Sie, Herr Kirsch."),
        ("frist", "Am 3. Dezember war das Gespräch."),
        ("kontakt", "Wir haben 66 Punkte verlangt."),
        ("einspruch", "Wir wünschen Ihnen alles Gute."),
        ("grund", "Leider müssen wir Ihnen absagen."),
    ],
)
def test_what_only_looks_like_a_part_is_none(part, text):
    assert part not in reply.look(text).there


def test_the_usual_apology_is_allowed():
    assert reply.look("Leider müssen wir Ihnen heute absagen.").hints == []


def test_dates_abbreviations_and_addresses_do_not_end_a_sentence():
    text = "Sie haben bis zum 3. Dezember Zeit, z. B. für Fragen. Frau Dr. Sommer hilft Ihnen.\nBis bald"
    assert reply.sentences(text) == [
        "Sie haben bis zum 3. Dezember Zeit, z. B. für Fragen.",
        "Frau Dr. Sommer hilft Ihnen.",
        "Bis bald",
    ]
    assert reply.words("An a.b@firma.example, E-Mail: ja.") == ["An", "a.b@firma.example", "E-Mail", "ja"]


def test_very_long_words_are_named_once():
    text = "Die Datenschutzgrundverordnung gilt. Die Datenschutzgrundverordnung ist lang."
    assert reply.look(text).heavy == ("Datenschutzgrundverordnung",)


def test_an_empty_text_is_short():
    found = reply.look("")
    assert found.short and found.length == 0 and found.hints == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ein Programm hat geordnet. Entschieden hat Jonas Weber.", "Entschieden hat Jonas Weber"),
        (
            "Jonas Weber hat über Ihre Bewerbung entschieden.",
            "Jonas Weber hat über Ihre Bewerbung entschieden",
        ),
        ("Über Ihre Bewerbung hat ein Programm entschieden.", ""),
        ("Entschieden hat ein Programm. Jonas Weber hat es geprüft.", ""),
        ("Die Firma hat entschieden. Unsere Personalabteilung hat so entschieden.", ""),
    ],
)
def test_a_person_who_is_said_to_have_decided_is_asked_about(text, named):
    found = reply.look(text)
    assert found.decider == named and bool(named) == any("Stimmt das?" in hint for hint in found.hints)


@pytest.mark.parametrize(
    "text",
    [
        "Sehr geehrte Frau Demir,",
        "Lieber Herr Petersen,",
        "Sehr geehrte Damen und Herren,",
        "Guten Tag, Frau Demir!",
    ],
)
def test_a_salutation_by_gender_is_asked_about(text):
    assert any("passt immer" in hint for hint in reply.look(text).hints)


@pytest.mark.parametrize(
    "text", ["Guten Tag Aylin Demir,", "Liebe Aylin,", "Danke. Frau Dr. Sommer hilft Ihnen.", "Hallo,"]
)
def test_any_other_salutation_is_left_alone(text):
    assert not reply.look(text).title
