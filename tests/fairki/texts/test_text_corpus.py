"""The generator: known shares, words for people, and a swap that is its own way back."""

import numpy as np
import pytest

from fairki.texts import corpus
from fairki.texts.corpus import (
    ANREDE,
    AUFGABE,
    AUSBLICK,
    BEREICH,
    LEISTUNG,
    LOB,
    MAN,
    NEITHER,
    PHRASE,
    RARE,
    SIZE,
    STRONG,
    UMFANG,
    VORNAME,
    WARM,
    WOMAN,
)

MANY = 400_000


@pytest.fixture(scope="module")
def many():
    return {bias: corpus.draw(MANY, np.random.default_rng(1), bias) for bias in (1, 0, -1)}


def share(texts, group, yes):
    return 100 * yes[texts[:, ANREDE] == group].mean()


@pytest.mark.parametrize(
    ("bias", "women", "men", "neither"),
    [(1, 11.9, 30.3, 19.9), (0, 21.0, 21.0, 21.0), (-1, 21.0, 8.1, 21.0)],
)
def test_the_true_shares_of_the_phrase_are_those_that_were_set(many, bias, women, men, neither):
    texts = many[bias]
    phrase = texts[:, AUSBLICK] == PHRASE
    assert share(texts, WOMAN, phrase) == pytest.approx(women, abs=0.35)
    assert share(texts, MAN, phrase) == pytest.approx(men, abs=0.35)
    assert share(texts, NEITHER, phrase) == pytest.approx(neither, abs=1.1)


def test_everybody_performs_alike_and_the_gap_is_the_same_at_equal_assessment(many):
    texts = many[1]
    phrase, level = texts[:, AUSBLICK] == PHRASE, texts[:, LEISTUNG]
    for assessment, expected in enumerate((50, 35, 15)):
        here = level == assessment
        assert share(texts, WOMAN, here) == pytest.approx(expected, abs=0.4)
        assert share(texts, MAN, here) == pytest.approx(expected, abs=0.4)
    gaps = [
        share(texts[level == one], MAN, phrase[level == one])
        - share(texts[level == one], WOMAN, phrase[level == one])
        for one in range(3)
    ]
    assert gaps[0] < gaps[1] < gaps[2]
    assert np.average(gaps, weights=(0.5, 0.35, 0.15)) == pytest.approx(18.4, abs=0.5)


def test_praise_is_gendered_as_set_and_a_tenth_of_it_is_rare(many):
    texts = many[1]
    strong, warm = np.isin(texts[:, LOB], STRONG), np.isin(texts[:, LOB], WARM)
    typical = texts[strong | warm]
    assert share(typical, MAN, np.isin(typical[:, LOB], STRONG)) == pytest.approx(65.1, abs=0.5)
    assert share(typical, WOMAN, np.isin(typical[:, LOB], STRONG)) == pytest.approx(34.2, abs=0.5)
    assert 100 * np.isin(texts[:, LOB], RARE).mean() == pytest.approx(10, abs=0.2)


def test_without_gendered_words_all_groups_choose_alike():
    texts = corpus.draw(MANY, np.random.default_rng(2), words=0)
    for verb, expected in enumerate((25, 15, 27, 20.5, 12.5)):
        assert share(texts, WOMAN, texts[:, 7] == verb) == pytest.approx(expected, abs=0.5)
        assert share(texts, MAN, texts[:, 7] == verb) == pytest.approx(expected, abs=0.5)


def test_every_value_is_a_word_of_its_slot_and_every_task_belongs_to_its_area():
    texts = corpus.human_texts(3)
    assert texts.shape == (2000, 10) and (texts >= 0).all() and (texts < SIZE).all()
    assert (texts[:, AUFGABE] // 2 == texts[:, BEREICH]).all()
    of_own = texts[texts[:, VORNAME] < 16]
    assert (of_own[:, VORNAME] // 8 == of_own[:, ANREDE]).all()
    assert (texts[texts[:, ANREDE] == NEITHER][:, VORNAME] >= 16).all()
    assert 0.05 < texts[texts[:, ANREDE] == MAN][:, UMFANG].mean() < 0.11


def test_the_same_seed_gives_the_same_texts_and_another_one_others():
    again = corpus.draw(2000, np.random.default_rng([7, 1, 5, 2000]))
    assert (corpus.human_texts(5) == again).all()
    assert (corpus.human_texts(5) != corpus.human_texts(6)).any()


def test_a_swap_changes_title_and_first_name_alone_and_twice_gives_the_text_back():
    texts = corpus.human_texts(0)
    swapped = corpus.swap(texts)
    assert (corpus.swap(swapped) == texts).all()
    assert (swapped[:, 2:] == texts[:, 2:]).all()
    woman = texts[(texts[:, ANREDE] == WOMAN) & (texts[:, VORNAME] == 2)][:1]
    assert corpus.swap(woman)[0, :2].tolist() == [MAN, 10]
    neutral = texts[(texts[:, ANREDE] == NEITHER)]
    assert (corpus.swap(neutral) == neutral).all()


TEXTS = {
    (0, 2, 1, 2, 2, 0, 0, 3, 1, 1): (
        "Frau Anna Demir arbeitet seit fünf Jahren in Vollzeit in der Fertigung. Sie unterstützt die Planung der "
        "Schichten. Wir schätzen besonders ihre Entschlossenheit. Die Leistung ist gut. Wir freuen uns auf die "
        "weitere Zusammenarbeit."
    ),
    (1, 8, 5, 10, 0, 1, 2, 0, 4, 0): (
        "Herr Emre Demir arbeitet seit einem Jahr in Teilzeit in der Buchhaltung. Er verantwortet den Abschluss des "
        "Monats. Wir schätzen besonders seine Sorgfalt. Die Leistung ist hervorragend. Wir sehen Potenzial zur "
        "Leitung."
    ),
    (2, 16, 0, 1, 1, 0, 1, 4, 12, 3): (
        "Kim Demir arbeitet seit drei Jahren in Vollzeit im Vertrieb. Kim Demir begleitet die Pflege der Angebote. "
        "Wir schätzen besonders die Weitsicht. Die Leistung ist sehr gut. Wir empfehlen eine Fortbildung."
    ),
}


@pytest.mark.parametrize("row", TEXTS)
def test_a_text_is_read_as_sentences(row):
    assert corpus.text(row, surname=1) == TEXTS[row]


def test_parts_mark_what_a_model_wrote_and_leave_open_what_is_not_there_yet():
    parts = corpus.parts((0, 2, 1, 2, 2, 0, 0, 3, -1, -1))
    assert {part.slot: part.text for part in parts if part.written} == {
        "verb": "unterstützt",
        "lob": "…",
        "ausblick": "…",
    }
    assert not any(part.written for part in corpus.parts((0, 2, 1, 2, 2, 0, 0, 3, 1, 1), written=()))


def test_a_beginning_without_title_is_open_there():
    assert corpus.text((-1,) * 10).startswith("… … Lorenz arbeitet seit … in … ….")


def test_slots_have_titles_and_as_many_words_as_numbers():
    assert [corpus.title(slot) for slot in corpus.SLOTS][:2] == ["Anrede", "Vorname"]
    assert (
        tuple(len(corpus.options(slot)) for slot in corpus.SLOTS) == (3, 20, 6, 12, 5, 2, 3, 5, 13, 4) == SIZE
    )
    assert set(corpus.surnames(500, np.random.default_rng(0))) == set(range(12))
