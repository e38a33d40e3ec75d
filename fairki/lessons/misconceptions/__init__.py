"""Three misconceptions, each with a case before it is treated, another case after it, and both answers at the end.

A case is no opinion: its right answer follows from invented people whose truth is known (``figures``). Before, nothing
is revealed; after, both cases are. Answers stay in the browser: no document and no room sees them.
"""

from collections.abc import Mapping
from typing import Any

from fairki import ui
from fairki.lessons.misconceptions import de, figures
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown

MODEL, GROUPS, CAUTION = "modell", "gruppen", "vorsicht"
BEFORE = {
    MODEL: "01.irrtum_modell_vorher",
    GROUPS: "02.irrtum_gruppen_vorher",
    CAUTION: "02.irrtum_vorsicht_vorher",
}
"""Misconception → key of the answer to the case before."""
AFTER = {
    MODEL: "01.irrtum_modell_nachher",
    GROUPS: "03.irrtum_gruppen_nachher",
    CAUTION: "03.irrtum_vorsicht_nachher",
}
"""Misconception → key of the answer to the case after."""
KEYS = (*BEFORE.values(), *AFTER.values())
EARLIER = "earlier"
"""Name of what the browser keeps of other pages, as one answer."""
OPTIONS = {
    key: [option[0] for option in cases[misconception].options]
    for cases, keys in ((de.BEFORE, BEFORE), (de.AFTER, AFTER))
    for misconception, key in keys.items()
}


def before(misconception: str, *feeds: str) -> Scene:
    """The case before; ``feeds``: units further down that show the answer."""
    case = de.BEFORE[misconception]
    ask = ui.Guess(
        BEFORE[misconception], case.question, "choice", options=case.options, button=de.KEEP, feeds=feeds
    )
    return Demonstration(ask, reveal=what_comes_later)


def what_comes_later(_answers: Answers) -> Shown:
    """Nothing but that the answer is kept."""
    return Shown(de.LATER)


def after(misconception: str) -> list[Scene]:
    """The case after; then what is right in both, and what was said before."""
    case, key, earlier = de.AFTER[misconception], AFTER[misconception], BEFORE[misconception]

    def what_is_right(answers: Answers) -> Shown:
        before = answers[earlier] or (answers[EARLIER] or {}).get(earlier)
        now, right = answers[key], case.right
        return Shown(
            de.solved(misconception, now, readable(earlier, before), *WHY[misconception]()),
            hit=None if now == de.OPEN[0] else now == right,
        )

    ask = ui.Guess(key, case.question, "choice", options=case.options)
    given = [Scene(ui.Text(de.invited(figures.tested()), live=False))] if misconception == GROUPS else []
    return [*given, Demonstration(ask, reveal=what_is_right, needs=[earlier, EARLIER])]


def kept(*keys: str) -> Scene:
    """Reads what was answered on other pages; it shows nothing."""
    block = ui.Kept(keys)
    return Scene(block, unkept={EARLIER: block})


def readable(key: str, answer: Any) -> str | None:
    """An answer as it was kept; None if it is none that can be given."""
    return answer if isinstance(answer, str) and answer in OPTIONS[key] else None


def compared(answers: Mapping[str, Any]) -> Shown:
    """All three, before and after, of what is kept."""
    given = {key: readable(key, answers.get(key)) for key in KEYS}
    if not any(given.values()):
        return Shown(de.NOTHING_GIVEN)
    return Shown(de.compared({one: (given[BEFORE[one]], given[AFTER[one]]) for one in BEFORE}))


WHY = {
    MODEL: lambda: (
        de.model_before(figures.colleagues()),
        de.model_after(figures.colleagues(), figures.noticed()),
    ),
    GROUPS: lambda: (de.groups_before(figures.firms_alike()), de.groups_after(figures.tested())),
    CAUTION: lambda: (
        de.caution_before(figures.alarms(), figures.milder_alarms()),
        de.caution_after(figures.refused()),
    ),
}
"""Misconception → why the answers to both cases are right, computed."""
