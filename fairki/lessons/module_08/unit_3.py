"""Unit 3, whom it hears and what it keeps: transcripts, a secret, and what may go in."""

import pandas as pd

from fairki import charts, reference, ui
from fairki.documents import text_rules
from fairki.html import Markup, html
from fairki.lessons.module_08 import figures_3 as figures
from fairki.lessons.module_08.de import unit_3 as de
from fairki.lessons.module_08.figures_3 import ERRORS_A, ERRORS_B, FIRMS, MOST_ERRORS_B, TYPED
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown
from fairki.texts import calls, memory
from fairki.texts.de.memory import CODE

LIST, ERRORS, VOICE, SECRET, CARDS = (
    "08.liste",
    "08.fehler",
    "08.stimme",
    "08.geheimnis",
    text_rules.CARDS,
)
WORST = round(calls.WORST * calls.AGENTS)
"""So many names stand on the list."""
ASKED = 4
"""How often the code stands there in the question."""
CLOSE = 0.1
"""Shares of group B that differ by less than this are called close."""
LAWS = ("emotionen", "hochrisiko_arbeit")


def hearing() -> Scene:
    """Guess who ends up at the end of the list, then see."""
    return Demonstration(
        ui.Guess(
            LIST,
            question=de.hearing(calls.AGENTS, calls.SHARE_B, ERRORS_A, ERRORS_B, WORST),
            unit=de.of(WORST),
            high=WORST,
        ),
        ui.Chart(visible=False),
        reveal=who_is_listed,
    )


def who_is_listed(_answers: Answers) -> Shown:
    """Share of group B in the firm, among the truly worst and on the list."""
    one = figures.heard(ERRORS_B)
    shares = (one.in_firm, one.truly_worst, one.on_list)
    rows = zip(de.LIST_ROWS, shares, figures.spans(ERRORS_B), strict=True)
    bars = pd.DataFrame([[name, share, *span] for name, share, span in rows], columns=de.LIST_COLUMNS)
    return Shown(
        de.who_is_listed(one.on_list, one.truly_worst, WORST, one.wrongly, FIRMS),
        charts.bars(bars, title=de.LIST_TITLE, summary=de.list_summary(shares), axis_title=de.LIST_AXIS),
    )


def errors() -> Scene:
    """The list at any number of errors; computed at the first answer."""
    return Scene(
        ui.Slider(ERRORS, de.ERRORS, low=ERRORS_A, high=MOST_ERRORS_B, unit=de.ERRORS_UNIT, value=ERRORS_B),
        ui.Text(de.ERRORS_FIRST),
        waits=True,
        reveal=what_errors_do,
    )


def what_errors_do(answers: Answers) -> Shown:
    """The list with the chosen number of errors of group B."""
    errors = round(answers[ERRORS])
    one = figures.heard(errors)
    shares = {de.TRULY: one.truly_worst, de.ON_LIST: one.on_list}
    close = abs(one.on_list - one.truly_worst) < CLOSE
    points = (one.points_a, one.points_b)
    return Shown(de.at_errors(ERRORS_A, errors, shares, one.wrongly, points, close))


def measured() -> Markup:
    """What was measured with real programs."""
    return html('<div class="fairki">{}</div>', de.found(reference.finding("koenecke_2020")))


def forbidden() -> Scene:
    """Guess what is forbidden; the law answers."""
    return Demonstration(
        ui.Guess(VOICE, question=de.FORBIDDEN, kind="choice", options=de.FORBIDDEN_OPTIONS),
        reveal=what_the_law_says,
    )


def what_the_law_says(answers: Answers) -> Shown:
    """What is forbidden, and what holds for the rest."""
    council = reference.law("mitbestimmung")
    hit = answers[VOICE] == de.VOICE
    return Shown(de.forbidden(hit, council, map(reference.law, LAWS)), hit=hit)


def secret() -> Scene:
    """Guess how often a code comes out, then see it for codes typed once and more often."""
    question = de.secret(ASKED, memory.REPLIES, " ".join(CODE), memory.TRIES)
    return Demonstration(
        ui.Guess(SECRET, question=question, unit=de.SECRET_UNIT, high=100), reveal=what_is_kept
    )


def what_is_kept(_answers: Answers) -> Shown:
    """The code in one try and in all of them, without and with remedies."""
    typed = {times: figures.kept(times) for times in TYPED}
    remedies = {id: figures.kept(max(TYPED), id) for id in figures.REMEDIES}
    return Shown(
        de.kept(
            ASKED,
            memory.sentence(memory.secret(0)),
            {times: (one.per_try, one.in_tries) for times, one in typed.items()},
            {id: (one.per_try, one.in_tries) for id, one in remedies.items()},
            max(TYPED),
            memory.TRIES,
            typed[max(TYPED)].at_zero,
        )
    )


def remembered() -> Markup:
    """What real models gave away."""
    return html('<div class="fairki">{}</div>', de.found(reference.finding("carlini_2021")))


def cards() -> Scene:
    """Twenty cases to sort, each answered at once; then what is to be settled."""
    return Scene(
        ui.Cards(CARDS, shown_cards(), de.CHOICES, seconds=0, label=de.CARDS, feeds=["4"]),
        ui.Text(live=False),
        reveal=what_to_settle,
    )


def shown_cards() -> list[dict[str, object]]:
    """The data cases as ``ui.Cards`` wants them."""
    return [
        {
            "id": case.id,
            "title": case.title,
            "facts": [[de.HAVE, case.have], [de.WANT, case.want]],
            "reply": {"answer": case.answer, "why": case.why}
            | ({"more": more} if (more := de.contract(case)) else {}),
        }
        for case in reference.data_cases()
    ]


def what_to_settle(answers: Answers) -> Shown:
    """Once all cards are sorted: where the learner is stricter or looser, and what the contract has to say."""
    chosen, cases = answers[CARDS] or {}, reference.data_cases()
    if missing := len(cases) - len(chosen):
        return Shown(de.still_unsorted(missing))
    other = [case for case in cases if chosen[case.id] != case.answer]
    looser = sum(text_rules.looser(case, chosen[case.id]) for case in other)
    depending = [case for case in cases if case.answer == "werkzeug"]
    return Shown(
        de.after_sorting(
            list(dict.fromkeys(case.contract for case in depending)),
            len(depending),
            len(other) - looser,
            looser,
        )
    )
