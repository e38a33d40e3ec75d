"""Unit 4, protect data, write the report: who can be identified, what noise costs, and the report to take along."""

import datetime as dt

from fairki import privacy, ui
from fairki.documents import audit as document
from fairki.documents import layout
from fairki.documents.word_file import word
from fairki.lessons import misconceptions
from fairki.lessons.bench.examination import FIRST, LAST, OF_TEXTS
from fairki.lessons.lesson import thoughts
from fairki.lessons.module_03 import figures, unit_1, unit_2
from fairki.lessons.module_03.de import unit_4 as de
from fairki.lessons.module_03.de.self_check import QUESTIONS
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown
from fairki.worlds import recruiting

UNIQUE, COLUMNS, EPSILON, QUIZ = "03.eindeutig", "03.spalten", "03.rauschen", "03.selbsttest"
THOUGHTS = ("03.transfer.steckbrief", "03.transfer.pruefung", "03.transfer.fallen", "03.transfer.daten")
SEED = 7
"""Of the noise: the same for everybody, so that a setting shows the same again."""


def identify() -> Scene:
    """Guess how many people three entries identify, then see."""
    return Demonstration(ui.Guess(UNIQUE, question=de.UNIQUE, unit=de.OF_100), reveal=how_many_are_unique)


def how_many_are_unique(_answers: Answers) -> Shown:
    """The share of people who are alone with postal area, date of birth and gender."""
    share = privacy.expected_unique_share(privacy.POSTAL_AREA, privacy.COMBINATIONS)
    return Shown(de.unique(share, privacy.POSTAL_AREA, privacy.COMBINATIONS))


def choose_columns() -> Scene:
    """How many applicants are alone with the chosen columns."""
    options = [[column, recruiting.LABELS[column]] for column in recruiting.FEATURES]
    return Scene(
        ui.Choice(COLUMNS, label=de.COLUMNS, options=options, kind="checkbox"),
        ui.Text(),
        reveal=how_many_are_alone,
    )


def how_many_are_alone(answers: Answers) -> Shown:
    """How many applicants nobody else equals in the chosen columns."""
    chosen = answers[COLUMNS]
    if not chosen:
        return Shown(de.CHOOSE)
    table = figures.applications()
    return Shown(de.alone(len(chosen), privacy.unique_share(table, chosen), len(table)))


def noise() -> Scene:
    """What it costs to hide one person in a count."""
    return Scene(
        ui.Slider(EPSILON, de.EPSILON, low=0.05, high=2, step=0.05, value=0.5),
        ui.Text(),
        reveal=what_protection_costs,
    )


def what_protection_costs(answers: Answers) -> Shown:
    """True counts beside noisy ones, and for whom they become useless first."""
    counts, epsilon = figures.invited(), answers[EPSILON]
    noisy = privacy.noisy_counts(counts.to_numpy(), epsilon, SEED)
    span = privacy.noise_interval(epsilon)
    lost = [
        str(group) for group, count in counts.items() if round(100 * span / count) > 50
    ]  # as the table shows
    groups = list(zip(counts.index, counts, noisy, strict=True))
    return Shown(de.noisy(groups, span, lost, str(counts.idxmin())))


def groups_again() -> list[Scene]:
    """Who loses? And what was said in module 02."""
    earlier = [misconceptions.BEFORE[one] for one in (misconceptions.GROUPS, misconceptions.CAUTION)]
    return [misconceptions.kept(*earlier), *misconceptions.after(misconceptions.GROUPS)]


def caution_again() -> list[Scene]:
    """Who pays for caution? And what was said in module 02."""
    return misconceptions.after(misconceptions.CAUTION)


def self_check() -> Scene:
    """Questions on the whole module."""
    return Scene(ui.Quiz(QUIZ, questions=QUESTIONS))


def report() -> list[Scene]:
    """The audit report as Word and Markdown."""
    needs = (unit_2.AUDIT, OF_TEXTS.key, *unit_2.OWN, *THOUGHTS)
    return [
        Scene(
            ui.Download(de.WORD, "pruefbericht.docx", layout.WORD_TYPE),
            needs=needs,
            make=lambda answers: word(paper(answers, dt.date.today())),
        ),
        Scene(
            ui.Download(de.MARKDOWN, "pruefbericht.md", layout.MARKDOWN_TYPE),
            needs=needs,
            make=lambda answers: layout.markdown(paper(answers, dt.date.today())).encode(),
        ),
    ]


def paper(answers: Answers, today: dt.date) -> layout.Paper:
    """The audit report.

    Raises:
        EmptyPaperError: there has been no audit yet.
    """
    last = unit_2.EXAMINATION.audit_of(answers[unit_2.AUDIT], LAST)
    if last is None:
        raise layout.EmptyPaperError(*de.NO_AUDIT)
    return document.paper(
        last,
        today,
        own=unit_2.own_audit(answers),
        first=unit_2.EXAMINATION.audit_of(answers[unit_2.AUDIT], FIRST),
        thoughts=thoughts(answers, *THOUGHTS),
        texts=OF_TEXTS.audit_of(answers[OF_TEXTS.key], LAST),
        own_title=document.OWN_TITLE if answers[unit_1.REGISTER] else de.EXAMPLE_SYSTEMS,
    )
