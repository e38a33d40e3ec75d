"""Unit 2, what it invents: gaps that are filled, two checks, and answers with and without a source."""

import pandas as pd

from fairki import charts, reference, ui
from fairki.html import Markup
from fairki.lessons.module_08 import figures_2 as figures
from fairki.lessons.module_08.de import unit_2 as de
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown
from fairki.texts import crm, sheets

GAPS, CHECK, SHEET, OLD = "08.luecken", "08.zweifel", "08.blatt", "08.altes_blatt"
READ = {crm.TERM: True, crm.CONTACT: False, crm.PRODUCT: True}
"""The notes that the learner reads: the field that each lacks, and whether the truth is what most customers have."""


def notes() -> Markup:
    """Three notes, each with a gap."""
    visits = figures.visits()
    found = [visits.where(field, usual) for field, usual in READ.items()]
    return de.notes([crm.note(visits.notes[at], place) for place, at in enumerate(found)])


def gaps() -> Scene:
    """Guess how many gaps are filled in all the same, then see the forms."""
    return Demonstration(ui.Guess(GAPS, question=de.GAPS), ui.Text(), reveal=what_is_filled_in)


def what_is_filled_in(answers: Answers) -> Shown:
    """The share that is invented, what of it is right, and the same model that may say „offen“."""
    visits, forms = figures.visits(), figures.filled()
    cases = []
    for field, usual in READ.items():
        at = visits.where(field, usual)
        name = crm.FIELDS[field]
        cases.append(
            de.Case(name, int(forms.words[at, field]), int(visits.record[at, field]), forms.sure[at, field])
        )
    return Shown(
        de.filled(answers[GAPS], figures.copying()),
        text=de.cases(cases) + de.remedy(figures.copying(says_open=True)),
    )


def checks() -> Scene:
    """Guess how much the program's own doubt finds, then see two checks side by side."""
    return Demonstration(
        ui.Guess(CHECK, question=de.check_question(crm.SURE)), ui.Chart(visible=False), reveal=what_each_finds
    )


def what_each_finds(answers: Answers) -> Shown:
    """What both checks find, what slips through, and what they cost."""
    doubt, record = figures.checks()
    let_through = crm.compare(
        figures.visits().notes, figures.visits().record, figures.filled().only_if_sure()
    ).notes_invented
    rows = de.check_rows(doubt, record)
    table = pd.DataFrame(rows, columns=de.CHECK_COLUMNS)
    return Shown(
        de.checks(answers[CHECK], doubt, record, let_through),
        charts.bars(table, de.CHECKS_TITLE, de.checks_summary(rows)),
    )


def with_sheet() -> Scene:
    """Guess how many answers are still wrong with a sheet at hand."""
    return Demonstration(
        ui.Guess(SHEET, question=de.sheet_question(sheets.OUTDATED)),
        ui.Chart(visible=False),
        ui.Text(),
        reveal=what_a_sheet_brings,
    )


def what_a_sheet_brings(answers: Answers) -> Shown:
    """Wrong answers from memory, from a sheet, and with a question back; one example of each."""
    replies = figures.replies()
    wrong = {id: replies.wrong(getattr(replies, id)) for id in de.FROM}
    table = pd.DataFrame(
        [[de.FROM[id], share / 100] for id, share in wrong.items()], columns=de.WRONG_COLUMNS
    )
    return Shown(
        de.sheet(answers[SHEET], wrong, replies.asked_back(replies.asking), figures.changed()),
        charts.bars(table, de.SHEET_TITLE, de.sheet_summary(wrong)),
        de.examples([_said(replies.sheet, mistaken()), _said(replies.asking, mistaken())]),
    )


def mistaken() -> int:
    """A question that names no number, and is answered from another article's sheet."""
    replies = figures.replies()
    asked = replies.questions
    vague = asked.names_type & asked.names_topic & (asked.number == sheets.NOTHING)
    return int((vague & replies.sheet.wrong(asked, replies.facts)).argmax())


def old_sheet() -> Scene:
    """Guess how many wrong answers from outdated sheets cite their source properly."""
    return Demonstration(ui.Guess(OLD, question=de.OLD), ui.Text(), reveal=what_an_old_sheet_does)


def what_an_old_sheet_does(answers: Answers) -> Shown:
    """Wrong answers with a perfect source."""
    replies = figures.replies()
    outdated = replies.old.wrong(replies.questions, replies.facts) & replies.old.cites_rightly(
        replies.questions
    )
    at = int(outdated.argmax())
    asked = int(replies.questions.article[at]), int(replies.questions.topic[at])
    return Shown(
        de.old(
            answers[OLD],
            replies.well_cited(replies.old),
            replies.wrong(replies.old),
            replies.wrong(replies.asking),
        ),
        text=de.outdated(
            _said(replies.old, at),
            sheets.sheet(*asked, int(replies.old.value[at]), today=False),
            sheets.sheet(*asked, int(replies.facts.today[asked])),
        ),
    )


def _said(answers: sheets.Answers, at: int) -> tuple[str, str]:
    """A question and its answer."""
    questions = figures.replies().questions
    return questions.text(at), sheets.reply(answers, questions, at)


def studies_inventing() -> Markup:
    """What was found in real programs."""
    return de.studies([reference.finding(id) for id in ("ebu_bbc", "magesh", "koenecke_2024")])
