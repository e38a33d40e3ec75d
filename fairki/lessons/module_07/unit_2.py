"""Unit 2, is AI needed here: what its footprint is, as a range, and seven questions about one use."""

from fairki import footprint as figures
from fairki import need, register, ui
from fairki.documents import footprint as paper
from fairki.documents.footprint import CASE, DAYS, GRID, KIND, NEED_KEYS, OTHER, PEOPLE, PER_DAY, USE_KEYS
from fairki.footprint import GERMAN_GRID, Use
from fairki.lessons.module_07.de import unit_2 as de
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown

RATIO = "07.vergleich"


def guess_ratio() -> Scene:
    """Two published figures for CO₂: how far apart are they?"""
    return Demonstration(
        ui.Guess(
            RATIO, question=de.ratio(figures.GOOGLE.co2(GERMAN_GRID)), unit=de.RATIO_UNIT, low=1, high=60
        ),
        reveal=why_they_differ,
    )


def why_they_differ(_answers: Answers) -> Shown:
    """The ratio, and what each of the two figures counts."""
    return Shown(
        de.why_so_far_apart(
            *(one.co2(GERMAN_GRID) for one in (figures.GOOGLE, figures.MISTRAL, figures.GOOGLE_ON_GRID))
        )
    )


def footprint() -> list[Scene]:
    """The footprint of a year: assumptions to change, the result as a range."""
    start = Use()
    return [
        Scene(
            ui.Choice(KIND, de.KIND, de.KINDS),
            ui.Slider(PER_DAY, de.SLIDERS[PER_DAY], 1, 100, 1, value=start.per_day),
            ui.Slider(PEOPLE, de.SLIDERS[PEOPLE], 1, 500, 1, value=start.people),
            ui.Slider(DAYS, de.SLIDERS[DAYS], 100, 260, 5, value=start.days),
            ui.Slider(GRID, de.SLIDERS[GRID], 0, 800, 1, de.GRID_UNIT, start.grid),
        ),
        Scene(ui.Text(de.grid(GERMAN_GRID), live=False)),
        Scene(ui.Text(), needs=USE_KEYS, reveal=what_a_year_costs),
        Scene(ui.Text(live=False), needs=USE_KEYS, reveal=who_reckons_what),
    ]


def what_a_year_costs(answers: Answers) -> Shown:
    """The range of a year in words, once a kind of task is chosen."""
    use = paper.use(_given(answers))
    return Shown(de.year_range(use.answers, figures.year(use)) if use else de.NO_KIND)


def who_reckons_what(answers: Answers) -> Shown:
    """The same year by each published figure."""
    use = paper.use(_given(answers))
    if use is None:
        return Shown()
    (_, *columns), rows = paper.table(use)
    kinds = (_energy(kind) for kind in (figures.SORT, figures.WRITE, figures.DRAW))
    return Shown(de.year_table(columns, rows, *kinds))


def _energy(kind: str) -> float:
    """Watt-hours of one answer, by the first figure for this kind of task."""
    wh = figures.KINDS[kind][0].wh
    assert wh is not None  # it is a measurement of energy
    return wh


def _given(answers: Answers) -> dict[str, object]:
    return {key: answer for key, answer in answers.items() if answer is not None}


def needed() -> Scene:
    """„Braucht es hier KI?“ for a case of one's own: seven questions, one honest answer."""
    cases = [[use.id, use.name] for use in register.USES] + [[OTHER, de.OTHER_CASE]]
    asked = zip(NEED_KEYS[1:], need.QUESTIONS, strict=True)
    return Scene(
        ui.Choice(CASE, de.CASE, cases, "select"),
        *(ui.Choice(key, question.text, de.YES_NO, "select") for key, question in asked),
        ui.Text(),
        reveal=is_it_needed,
    )


def is_it_needed(answers: Answers) -> Shown:
    """The verdict, once all questions are answered."""
    given = _given(answers)
    verdict = paper.judged(given)
    if verdict is None:
        return Shown(de.unanswered(len(need.QUESTIONS) - len(given.keys() - {CASE})))
    return Shown(de.verdict(verdict, paper.case(given)))
