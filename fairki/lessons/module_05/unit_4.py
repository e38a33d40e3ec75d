"""Unit 4, from the complaint to the rule: what the Kodex lacks, a change with its reason, and what it brings."""

import datetime as dt

from fairki import ui
from fairki.documents import feedback_plan, kodex_history, layout
from fairki.feedback.complaints import DIRECT, KINDS, STAND_IN, UNFOUNDED, WRONG_DATA, occasion
from fairki.kodex import PATTERNS, history, patterns, stored
from fairki.lessons import bench
from fairki.lessons.bench import de as bench_de
from fairki.lessons.lesson import thoughts
from fairki.lessons.module_05 import figures
from fairki.lessons.module_05.de import unit_4 as de
from fairki.lessons.module_05.de.self_check import QUESTIONS
from fairki.lessons.module_05.de.shared import KEEP_GUESS
from fairki.lessons.scene import Answers, Demonstration, Done, Scene, Shown
from fairki.lessons.take_along import files

OCCASION, WHY, EFFECT, QUIZ = "05.anlass", "05.warum", "05.wirkung", "05.selbsttest"
OTHER = "anderer"
"""The occasion that is none of the complaints."""
OCCASIONS = (*map(str, range(1, len(KINDS) + 1)), OTHER)
"""The complaints by their numbers, and none of them."""
THOUGHTS = tuple(f"05.transfer.{name}" for name in ("auskunft", "stille", "umfrage", "regel"))
WANTED = {
    DIRECT: (patterns.FORBIDDEN_FEATURE, patterns.SELECTION_RATES, patterns.LABEL),
    STAND_IN: (patterns.FORBIDDEN_FEATURE, patterns.EQUAL_OPPORTUNITY, patterns.LABEL),
    UNFOUNDED: (patterns.REASON, patterns.NOTICE),
    WRONG_DATA: (patterns.APPEAL, patterns.HUMAN_NEAR_THRESHOLD),
}
"""Kind of a complaint → the sentence patterns that say what follows from it."""


def what_follows() -> Scene:
    """Which rules the four complaints ask for, and whether the Kodex has them."""
    return Scene(ui.Text(live=False), needs=[stored.KEY], reveal=which_rules_are_there)


def which_rules_are_there(answers: Answers) -> Shown:
    """For each complaint the rules of the Kodex that fit it."""
    kodex, own = bench.kodex_of(answers[stored.KEY]), _has_rules(answers)
    found = [
        de.lesson(
            case,
            [PATTERNS[pattern].title for pattern in WANTED[case.kind]],
            [
                (number, rule.kind.title)
                for number, rule in enumerate(kodex.rules, 1)
                if rule.pattern in WANTED[case.kind]
            ],
        )
        for case in figures.cases()
    ]
    return Shown(de.lessons(kodex.title, own, found))


def _has_rules(answers: Answers) -> bool:
    return bool(stored.kodex_of(answers[stored.KEY]).rules)


def examine() -> Scene:
    """Keep the Kodex as it is today, and see what it finds."""
    return Scene(
        ui.Run(de.EXAMINE, bench_de.WAITING),
        first=bench.decided,
        needs=[stored.KEY, history.KEY],
        act=lambda answers: begin(answers, dt.date.today()),
    )


def begin(answers: Answers, today: dt.date) -> Done:
    """The history begins with the Kodex of today, unless it has begun already; its latest version is examined."""
    kept = history_of(answers) or history.History(today, bench.kodex_of(answers[stored.KEY]))
    says = bench_de.message(bench.audited(kept.latest))
    return Done(says, {} if history_of(answers) else {history.KEY: history.to_value(kept)})


def history_of(answers: Answers) -> history.History | None:
    """The history of the Kodex; None before the first examination."""
    return history.from_value(answers[history.KEY]) if answers[history.KEY] else None


def change() -> Scene:
    """Change a rule, and say why."""
    return Scene(
        bench.builder(),
        ui.Choice(OCCASION, de.OCCASION, [[id, ""] for id in OCCASIONS], kind="select"),
        ui.Note(WHY, de.WHY, de.WHY_HINT, rows=2),
        first=what_can_be_the_occasion,
    )


def what_can_be_the_occasion() -> Shown:
    """Each complaint in words, or none of them."""
    words = [*(occasion(case.kind) for case in figures.cases()), de.OTHER_OCCASION]
    return Shown(traits={ui.Choice: {"options": [list(each) for each in zip(OCCASIONS, words, strict=True)]}})


def guess_effect() -> list[Scene]:
    """Guess what the change brings, and examine again."""
    return [
        Demonstration(
            ui.Guess(EFFECT, question=de.EFFECT, kind="choice", options=de.EFFECTS, button=KEEP_GUESS),
            needs=[history.KEY],
            reveal=what_the_change_brought,
        ),
        Scene(
            ui.Run(de.EXAMINE_AGAIN, bench_de.WAITING),
            needs=[stored.KEY, OCCASION, WHY, history.KEY],
            act=lambda answers: keep(answers, dt.date.today()),
            stale_on=[stored.KEY],
        ),
    ]


def what_the_change_brought(answers: Answers) -> Shown:
    """The last examination beside the first, once something has been changed."""
    kept = history_of(answers)
    if kept is None or not kept.changes:
        return Shown(de.change_first())
    first, last = (bench.audited(kodex).score for kodex in (kept.start, kept.latest))
    found, accused = last.found - first.found, last.accused - first.accused
    came = effect(found, accused)
    hit = came == answers[EFFECT]
    return Shown(de.effect(found, accused, hit=hit, same=came == "gleich"), hit=hit)


def effect(found: int, accused: int) -> str:
    """Which of ``de.EFFECTS`` came; "" if it is none of them.

    Args:
        found, accused: faults found and systems accused wrongly, later minus earlier.
    """
    if found < 0:
        return "weniger"
    if found:
        return "beides" if accused > 0 else "mehr"
    return "" if accused else "gleich"


def keep(answers: Answers, today: dt.date) -> Done:
    """A changed Kodex becomes the newest version of the history and is examined."""
    kept, now = history_of(answers), stored.kodex_of(answers[stored.KEY])
    if kept is None:
        return Done(de.EXAMINE_FIRST)
    if not now.rules:
        return Done(de.LOAD_FIRST)
    if not history.difference(kept.latest, now):
        return Done(de.NOTHING_CHANGED)
    if len(kept.changes) >= history.MOST_CHANGES:
        return Done(de.FULL)
    made = history.Change(today, _occasion(answers), (answers[WHY] or "").strip(), now)
    return Done(
        de.kept(bench_de.message(bench.audited(now))),
        {history.KEY: history.to_value(kept.then(made))},
    )


def _occasion(answers: Answers) -> str:
    given = answers[OCCASION]
    return "" if given in (None, OTHER) else figures.cases()[int(given) - 1].kind


def compare() -> Scene:
    """Before and after."""
    return Scene(
        ui.Matrix(label=bench_de.MATRIX), ui.Text(live=False), needs=[history.KEY], reveal=before_and_after
    )


def before_and_after(answers: Answers) -> Shown:
    """Both examinations once something has been changed."""
    kept = history_of(answers)
    if kept is None or not kept.changes:
        return Shown(traits={ui.Matrix: bench.NO_MATRIX})
    first, last = bench.audited(kept.start), bench.audited(kept.latest)
    return Shown(bench_de.compared(first, last), traits={ui.Matrix: bench.matrix(last, first)})


def kept_history() -> Scene:
    """What has been kept of the Kodex."""
    return Scene(ui.KodexHistory(live=False), reveal=what_is_kept)


def what_is_kept(answers: Answers) -> Shown:
    """The versions of the Kodex, as soon as there is one."""
    kept = history_of(answers)
    return Shown(traits={ui.KodexHistory: {"html": de.history(kept) if kept else ""}})


def self_check() -> Scene:
    """Questions on the whole module."""
    return Scene(ui.Quiz(QUIZ, questions=QUESTIONS))


def take_along() -> list[Scene]:
    """The feedback plan, and the Kodex with its history, as Word and as plain text."""
    return [
        *files(de.PLAN, de.PLAN_FILE, plan_paper, [*feedback_plan.SECTION.keys, *THOUGHTS]),
        *files(de.HISTORY, de.HISTORY_FILE, history_paper, [history.KEY]),
    ]


def plan_paper(answers: Answers, today: dt.date) -> layout.Paper:
    """The feedback plan with the learner's own thoughts."""
    return feedback_plan.paper(answers, today, thoughts(answers, *THOUGHTS))


def history_paper(answers: Answers, today: dt.date) -> layout.Paper:
    """The Kodex with its history."""
    return kodex_history.paper(history_of(answers), today)
