"""The reveals of who may see which score: what follows, and what the log must not become."""

from fairki import reference
from fairki.governance import rights as model
from fairki.lessons.module_04 import rights
from fairki.lessons.module_04.de import rights as de


def said(**given: list[str]) -> str:
    return rights.what_follows({key: given.get(score) for score, key in rights.KEYS.items()}).says


def test_without_a_tick_nothing_follows():
    assert said() == de.NOTHING_TICKED


def test_rights_that_fit_are_left_alone():
    text = said(**{score: list(model.needed(score)) for score in model.SCORES})
    assert text.count(de.FITS) == 3 and "Mehr als nötig" not in text
    assert "Ohne Antwort bleiben 0." in text and "Bei 0 davon" in text


def test_who_sees_too_much_is_named_and_an_open_question_is_counted():
    text = said(anfrage=["vertrieb", "it", "leitung"], bewerbung=["leitung"])
    assert "Mehr als nötig sieht: Geschäftsführung und IT." in text
    assert text.count("Niemand kann eine Nachfrage mit den Gründen beantworten.") == 2
    assert text.count("Die Person selbst erfährt ihren Wert nicht.") == 3
    found = model.month({"anfrage": ["vertrieb", "it", "leitung"], "bewerbung": ["leitung"]})
    assert f"Ohne Antwort bleiben {found.open}." in text and f"Bei {found.needless} davon" in text
    assert found.needless > 0


def test_the_log_is_no_control_of_performance():
    law = reference.law("mitbestimmung")
    right, wrong = (rights.what_the_log_must_not_be({rights.LOG: one}).says for one in (de.MISUSE, "neugier"))
    assert right.startswith("<p>Richtig.") and wrong.startswith("<p>Dafür ist es gerade da.")
    assert law.text in right and law.citation in wrong
