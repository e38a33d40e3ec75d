"""The language model: it learns what scikit-learn learns, writes by its own probabilities, and can be read."""

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from fairki.texts import corpus, probe, regression
from fairki.texts.corpus import ANREDE, AUSBLICK, LOB, SIZE, SLOTS, VERB, VORNAME, WARM, WRITTEN
from fairki.texts.language_model import SHOWN, learning, train
from fairki.texts.remedies import copies

TEXTS = corpus.human_texts(0)
MODEL = train(TEXTS)


@pytest.mark.parametrize("slot", WRITTEN)
def test_after_eighty_rounds_it_is_close_to_what_scikit_learn_finds(slot):
    features = regression.one_hot(TEXTS, range(slot), SIZE)
    other = LogisticRegression(C=1.0, max_iter=3000, tol=1e-9).fit(features[:, 1:], TEXTS[:, slot])
    away = np.abs(
        other.predict_proba(features[:, 1:]) - regression.softmax(features @ MODEL.weights[slot][1])
    )
    assert away.mean() < 0.005 and away.max() < 0.1


def test_after_many_rounds_it_is_the_same():
    features = regression.one_hot(TEXTS, range(AUSBLICK), SIZE)
    model = train(TEXTS, steps=4000, slots=(AUSBLICK,))
    other = LogisticRegression(C=1.0, max_iter=5000, tol=1e-10).fit(features[:, 1:], TEXTS[:, AUSBLICK])
    away = other.predict_proba(features[:, 1:]) - regression.softmax(features @ model.weights[AUSBLICK][1])
    assert np.abs(away).max() < 5e-4


@pytest.mark.parametrize("temperature", [0, 0.3, 1, 2])
def test_the_next_words_have_probabilities_that_sum_to_one(temperature):
    for known in ({}, {"anrede": 0}, {"anrede": 1, "bereich": 3, "verb": 0}):
        for slot in ("verb", "lob", "ausblick"):
            p = MODEL.next_words(known, slot, temperature)
            assert p.shape == (SIZE[SLOTS.index(slot)],) and p.sum() == pytest.approx(1) and (p >= 0).all()


def test_a_beginning_changes_the_next_words_and_what_stands_later_does_not():
    her, him = (MODEL.next_words({"anrede": group}, "lob") for group in (0, 1))
    assert him[:2].sum() > her[:2].sum() + 0.08 and her[2:4].sum() > him[2:4].sum() + 0.08
    assert (MODEL.next_words({"anrede": 0, "ausblick": 0}, "lob") == her).all()


def test_a_lower_temperature_prefers_the_likely_word_and_zero_takes_it_alone():
    at = {t: MODEL.next_words({"anrede": 1}, "lob", t) for t in (1, 0.5, 0)}
    best = at[1].argmax()
    assert at[1][best] < at[0.5][best] < at[0][best] == 1
    assert at[0.5] == pytest.approx(at[1] ** 2 / (at[1] ** 2).sum())


def test_what_it_writes_follows_its_probabilities():
    person = np.repeat(corpus.people(1, 1), 20_000, axis=0)
    texts = MODEL.write(person, 1.0, np.random.default_rng(1))
    assert (texts[:, :VERB] == person[:, :VERB]).all()
    known = {slot: int(person[0, at]) for at, slot in enumerate(SLOTS[:VERB])}
    shares = np.bincount(texts[:, VERB], minlength=5) / len(texts)
    assert shares == pytest.approx(MODEL.next_words(known, "verb"), abs=0.012)
    exact = MODEL.exact_chance(person[0])
    assert (texts[:, AUSBLICK] == 0).mean() == pytest.approx(exact, abs=0.012)
    assert MODEL.chances(texts).mean() == pytest.approx(exact, abs=0.004)


def test_equal_random_numbers_give_equal_texts():
    people = corpus.people(50, 1)
    first, again, other = (MODEL.write(people, 1.0, np.random.default_rng(seed)) for seed in (1, 1, 2))
    assert (first == again).all() and (first != other).any()


def test_forbidden_words_are_not_written():
    texts = MODEL.write(corpus.people(2000, 1), 1.0, np.random.default_rng(1), forbid=WARM)
    assert not np.isin(texts[:, LOB], WARM).any()


def test_struck_out_words_are_neither_learnt_from_nor_used():
    blind = train(TEXTS, hide=(ANREDE, VORNAME))
    men, women = probe.as_men_and_women(300, 1)
    written = [blind.write(people, 1.0, np.random.default_rng(1))[:, VERB:] for people in (men, women)]
    assert (written[0] == written[1]).all()
    assert {one.slot for one in blind.influence("verb")}.isdisjoint({"anrede", "vorname"})


def test_a_model_of_swapped_copies_cannot_tell_the_groups_apart():
    model = train(copies(TEXTS))
    men, women = probe.as_men_and_women(300, 1)
    for man, woman in zip(men[:20], women[:20], strict=True):
        assert model.exact_chance(man) == pytest.approx(model.exact_chance(woman), abs=1e-9)


def test_weights_are_read_word_by_word():
    of_him = next(one for one in MODEL.influence("lob") if (one.slot, one.value) == ("anrede", 1))
    assert of_him.weights.shape == (13,) and of_him.weights[:2].sum() > 0 > of_him.weights[2:4].sum()
    assert len(MODEL.influence("ausblick")) == sum(SIZE[:AUSBLICK])


def test_texts_that_weigh_nothing_are_not_learnt():
    reverse = corpus.human_texts(1, bias=-1.0)
    both = np.concatenate([TEXTS, reverse])
    alone = train(both, weights=np.repeat([1.0, 0.0], 2000))
    assert probe.expected(alone, 1).gap == pytest.approx(probe.expected(MODEL, 1).gap, abs=1)


def test_one_can_watch_it_learn():
    gaps = {steps: probe.expected(model, 1).gap for steps, model in learning(TEXTS)}
    assert tuple(gaps) == SHOWN
    assert gaps[0] == pytest.approx(0, abs=1e-6) and abs(gaps[40] - gaps[80]) < 1 < gaps[5] < gaps[80]


def test_it_can_learn_to_write_everything_even_people():
    everything = train(TEXTS, slots=range(len(SLOTS)))
    texts = everything.write(np.zeros((2000, 10), dtype=int), 1.0, np.random.default_rng(1))
    assert np.bincount(texts[:, ANREDE], minlength=3) / 2000 == pytest.approx([0.47, 0.5, 0.03], abs=0.05)
    assert (texts[:, 3] // 2 == texts[:, 2]).mean() > 0.9
