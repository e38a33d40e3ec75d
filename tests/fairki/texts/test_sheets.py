import numpy as np
import pytest
from text_bands import SEEDS, off_band

from fairki.texts import sheets

STATED = {
    "memory, wrong": (31.2, 4.8, 21.2, 41.3),
    "memory without chance, wrong": (23.2, 5.5, 12.2, 34.0),
    "fact has changed": (23.2, 5.5, 12.2, 34.0),
    # stated without its range: four standard deviations to both sides
    "memory, the same answer twice": (79.8, 0.9, 76.2, 83.4),
    "always answers, wrong": (12.8, 1.2, 10.9, 16.1),
    "always answers, wrong sheet": (14.7, 0.6, 13.4, 16.1),
    "asks back, wrong of all": (2.6, 0.9, 1.8, 5.7),
    "asks back, wrong of the answers": (3.1, 1.1, 2.1, 6.8),
    "asks back": (15.5, 0.6, 14.6, 16.9),
    "old sheets, wrong of all": (21.3, 4.5, 12.3, 29.8),
    "old sheets, wrong and rightly cited": (22.7, 5.2, 12.5, 32.5),
}


def figures(seed):
    """The figures of one seed, in the order of ``STATED``, in percent."""
    rng = np.random.default_rng([7, 4, seed])
    facts = sheets.Facts.draw(rng)
    memory, folder = sheets.Memory.learn(facts, rng), sheets.Folder.make(facts, rng)
    asked = sheets.ask(4000, facts, rng)
    first, again = (memory.answer(asked, rng) for _ in range(2))
    likeliest = memory.answer(asked, rng, temperature=0)
    always, asking = folder.answer(asked, rng, asks_back=False), folder.answer(asked, rng)
    old = sheets.Folder.make(facts, rng, outdated=1).answer(asked, rng)
    changed = (facts.today != facts.before)[asked.article, asked.topic]
    return [
        100 * share.mean()
        for share in (
            first.wrong(asked, facts),
            likeliest.wrong(asked, facts),
            changed,
            first.value == again.value,
            always.wrong(asked, facts),
            ~always.cites_rightly(asked),
            asking.wrong(asked, facts),
            asking.wrong(asked, facts)[asking.given],
            ~asking.given,
            old.wrong(asked, facts),
            (old.wrong(asked, facts) & old.cites_rightly(asked))[old.given],
        )
    ]


@pytest.fixture(scope="module")
def found():
    return dict(zip(STATED, zip(*map(figures, SEEDS), strict=True), strict=True))


@pytest.mark.parametrize("name", STATED)
def test_the_figures_of_the_answers_are_the_stated_ones(found, name):
    assert off_band(found[name], STATED[name]) == []


@pytest.fixture
def facts():
    return sheets.Facts.draw(np.random.default_rng(2))


def one_question(article, topic, names_type=True, number=None, names_topic=True):
    number = article if number is None else number
    return sheets.Questions(*(np.array([part]) for part in (article, topic, names_type, number, names_topic)))


def test_a_full_question_gets_the_fact_of_its_sheet(facts):
    asked, rng = one_question(13, 1), np.random.default_rng(0)
    answers = sheets.Folder(facts.today).answer(asked, rng)
    assert answers.value.tolist() == [facts.today[13, 1]] and answers.cites_rightly(asked).all()


def test_a_question_without_a_number_fits_several_sheets_and_is_asked_back(facts):
    asked, rng = one_question(13, 1, number=sheets.NOTHING), np.random.default_rng(0)
    answers = sheets.Folder(facts.today).answer(asked, rng)
    assert not answers.given.any() and not answers.wrong(asked, facts).any()
    assert answers.candidates[0] == [(article, 1) for article in (5, 13, 21, 29, 37)]
    assert sheets.reply(answers, asked, 0).startswith("Meinen Sie zum Beispiel: Garantie der ")


def test_a_question_that_names_nothing_fits_all_sheets(facts):
    asked = one_question(13, 1, names_type=False, number=sheets.NOTHING, names_topic=False)
    answers = sheets.Folder(facts.today).answer(asked, np.random.default_rng(0))
    assert len(answers.candidates[0]) == sheets.ARTICLES * sheets.TOPICS
    assert asked.text(0) == "Ich habe eine Frage zu einem Artikel. Was können Sie mir sagen?"


def test_an_old_sheet_is_cited_rightly_and_wrong_all_the_same(facts):
    article, topic = np.argwhere(facts.today != facts.before)[0]
    asked, rng = one_question(article, topic), np.random.default_rng(0)
    answers = sheets.Folder.make(facts, rng, outdated=1).answer(asked, rng)
    assert answers.cites_rightly(asked).all() and answers.wrong(asked, facts).all()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (one_question(2, 0), "Wie lange dauert die Lieferung der Spindel P12?"),
        (one_question(2, 1), "Wie lange gilt die Garantie bei der Spindel P12?"),
        (one_question(2, 0, names_type=False), "Wie lange dauert die Lieferung von P12?"),
        (one_question(2, 2, names_type=False), "Wie oft braucht man eine Wartung bei P12?"),
        (one_question(2, 0, number=sheets.NOTHING), "Wie lange dauert die Lieferung der Spindel?"),
        (
            one_question(2, 0, names_topic=False),
            "Ich habe eine Frage zur Spindel P12. Was können Sie mir sagen?",
        ),
    ],
)
def test_a_question_says_what_it_names(asked, said):
    assert asked.text(0) == said


def test_answers_say_what_they_cite(facts):
    asked, rng = one_question(2, 0), np.random.default_rng(0)
    beside = sheets.reply(sheets.Folder(facts.today * 0).answer(asked, rng), asked, 0)
    assert (
        beside == "Die Lieferung der Spindel P12 dauert drei Tage. Quelle: Blatt „Spindel P12, Lieferzeit“."
    )
    assert "Quelle" not in sheets.reply(sheets.Memory.learn(facts, rng).answer(asked, rng), asked, 0)
    assert sheets.sheet(2, 0, 0) == "Spindel P12, Lieferzeit: drei Tage (Stand heute)."


def test_lower_temperature_makes_the_memory_repeat_itself(facts):
    rng = np.random.default_rng(0)
    memory, asked = sheets.Memory.learn(facts, rng), sheets.ask(3000, facts, rng)
    agree = [
        (memory.answer(asked, rng, hot).value == memory.answer(asked, rng, hot).value).mean()
        for hot in (1, 0.5, 0)
    ]
    assert agree[0] < agree[1] < agree[2] == 1
