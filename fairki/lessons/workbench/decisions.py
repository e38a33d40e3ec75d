"""The first tool: a table of decisions, which column is what, what is found in it, and the report.

The table is no answer: it stays here, with the page, and goes when another one is chosen. Answers only say which
columns play which part.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from fairki import ui
from fairki.errors import BadAnswerError
from fairki.html import NOTHING, Markup, bullets, folded, framed, paragraphs
from fairki.kodex import stored
from fairki.kodex.example import EXAMPLE_KODEX
from fairki.kodex.kodex import Kodex
from fairki.lessons.scene import Answers, Done, Scene, Shown
from fairki.lessons.workbench import gate, pictures
from fairki.lessons.workbench.de import decisions as de
from fairki.systems import DECISIONS
from fairki.workbench import figures, reading
from fairki.workbench import rows as texts
from fairki.workbench.de import told
from fairki.workbench.examples import EXAMPLES
from fairki.workbench.figures import Errors, Findings, Rates
from fairki.workbench.judged import Judged, judge
from fairki.workbench.roles import MOST_ATTRIBUTES, SMALLEST, Roles
from fairki.workbench.table import Column, Table

TABLE, RESULT, VIEW, KODEX = "tabelle", "befund", "ansicht", "kodex"
DECISION, GOOD, GROUPS, TRUTH, TRUTH_GOOD, SCORE, LEAST = (
    "entscheidung",
    "gut",
    "gruppen",
    "ergebnis",
    "ergebnis_gut",
    "punktzahl",
    "kleinste",
)
ROLES = (DECISION, GOOD, GROUPS, TRUTH, TRUTH_GOOD, SCORE, LEAST)
"""Names of the answers."""
ASKED = (TABLE, *ROLES, gate.SETTLED, gate.PURPOSE)
"""What findings depend on."""
LEAST_OFFERED = (5, 10, 20, 30, 50)
EXAMPLES_SHOWN = 4
"""Values of a column that its hint names."""


@dataclass
class Bench:
    """What lies on the workbench.

    Attributes:
        table: what was read last; None before.
        own: whether it is the learner's, and no worked example.
        found: what was found in it, and the answers that it was found with.
        count: how often one of both has changed.
    """

    table: Table | None = None
    own: bool = False
    found: tuple[Findings, dict[str, Any]] | None = None
    count: int = 0


class Decisions:
    """The tool on one page. What lies on the workbench is no answer: no page keeps it."""

    def __init__(self) -> None:
        self.bench = Bench()
        options = [[str(n), de.people(n)] for n in LEAST_OFFERED]
        self.view = ui.Choice("", de.VIEW, visible=False)
        self.file = ui.DataFile(de.FILE, de.FILE_HINT, take=self.take, visible=False)
        self.roles: dict[str, ui.Choice] = {
            DECISION: ui.Choice("", de.DECISION, kind="select", visible=False),
            GOOD: ui.Choice("", de.GOOD, visible=False),
            GROUPS: ui.Choice("", de.groups(MOST_ATTRIBUTES), kind="checkbox", visible=False),
            TRUTH: ui.Choice("", de.TRUTH, kind="select", visible=False),
            TRUTH_GOOD: ui.Choice("", de.TRUTH_GOOD, visible=False),
            SCORE: ui.Choice("", de.SCORE, kind="select", visible=False),
            LEAST: ui.Choice("", de.LEAST, options, kind="select", visible=False, value=str(SMALLEST)),
        }

    # ---- a table ----

    def choose(self) -> Scene:
        """The file, once the gate is open, and what was read."""
        return Scene(
            ui.Text(),
            self.file,
            unkept={TABLE: self.file},
            needs=[gate.SETTLED, gate.PURPOSE],
            reveal=self.what_was_read,
        )

    def examples(self) -> list[Scene]:
        """A button for each worked example."""
        return [
            Scene(ui.Run(words[0], de.WAITING), act=partial(self.show_example, id), stale_on=[TABLE])
            for id, words in de.EXAMPLES.items()
        ]

    def take(self, name: str, content: bytes, say: Callable[[str], None]) -> str:
        """Read a file; it takes the place of the table before."""
        self.use(reading.read(name, content, say), own=True)
        self.file.value = self.bench.count
        return de.HERE

    def use(self, table: Table, own: bool = False) -> None:
        """Work with this table from now on; nobody has said yet which column is what."""
        self.bench.table = self.bench.found = None  # old answers must not meet the new table
        self.bench.count += 1
        for name, block in self.roles.items():
            block.value = str(SMALLEST) if name == LEAST else None
        self.view.value = None
        self.bench.table, self.bench.own = table, own

    def show_example(self, id: str, _answers: Answers) -> Done:
        """Use a worked example and examine it at once."""
        example = EXAMPLES[id]()
        self.use(example.table)
        roles = example.roles
        answers: dict[str, Any] = {
            DECISION: str(roles.decision),
            GOOD: roles.good,
            GROUPS: [str(at) for at in sorted(roles.groups)],
            TRUTH: None if roles.truth is None else str(roles.truth),
            TRUTH_GOOD: roles.truth_good or None,
            SCORE: None if roles.score is None else str(roles.score),
            LEAST: str(roles.smallest),
        }
        self.bench.found = (figures.examine(example.table, roles), answers)
        return Done(de.EXAMPLES[id][1], {TABLE: self.bench.count, **answers, RESULT: self.bench.count})

    def what_was_read(self, answers: Answers) -> Shown:
        """What stands in the table, and whether a file may be chosen."""
        may = gate.open_for(answers)
        says = Markup(NOTHING) if may else de.CLOSED
        if self.bench.table:
            says += paragraphs(
                de.read(self.bench.table.name, self.bench.table.rows, len(self.bench.table.columns))
            )
            notes = list(self.bench.table.notes)
            if self.bench.own and (who := [one.name for one in self.bench.table.columns if one.tells_who]):
                notes.append(de.tells_who(who))
            says += bullets(notes) if notes else NOTHING
        return Shown(says, visible={TABLE: may})

    # ---- which column is what ----

    def assign(self) -> Scene:
        """Which column is what, and the button that begins."""
        return Scene(
            ui.Text(live=False),
            *self.roles.values(),
            unkept=self.roles,
            needs=[TABLE],
            reveal=self.what_can_be_chosen,
        )

    def begin(self) -> Scene:
        """The button that examines."""
        return Scene(ui.Run(de.EXAMINE, de.WAITING), needs=ASKED, act=self.examine, stale_on=[TABLE, *ROLES])

    def what_can_be_chosen(self, answers: Answers) -> Shown:
        """The columns that fit each part."""
        if self.bench.table is None:
            return Shown(de.NO_TABLE, visible=dict.fromkeys(ROLES, False))
        columns = list(enumerate(self.bench.table.columns))
        parting = [_option(at, one) for at, one in columns if one.parts]
        grouping = [_option(at, one) for at, one in columns if one.grouped and str(at) != answers[DECISION]]
        numbers = [_option(at, one) for at, one in columns if one.numbers is not None]
        taken = {answers[DECISION], *(answers[GROUPS] or ())}
        traits: dict[type[ui.Block] | str, dict[str, Any]] = {
            DECISION: {"options": parting},
            GOOD: {"options": self._values(answers[DECISION])},
            GROUPS: {"options": grouping},
            TRUTH: {"options": [one for one in parting if one[0] not in taken]},
            TRUTH_GOOD: {"options": self._values(answers[TRUTH])},
            SCORE: {"options": [one for one in numbers if one[0] not in taken]},
        }
        visible = dict.fromkeys(ROLES, True)
        visible |= {GOOD: bool(answers[DECISION]), TRUTH_GOOD: bool(answers[TRUTH]), SCORE: bool(numbers)}
        return Shown(Markup(NOTHING), traits=traits, visible=visible)

    def _values(self, column: str | None) -> list[list[str]]:
        if self.bench.table is None or column is None:
            return []
        return [[value, value] for value in self.bench.table.columns[int(column)].values]

    def _asked(self, answers: Answers) -> Roles:
        if answers[DECISION] is None:
            raise BadAnswerError(*de.NO_DECISION)
        return Roles(
            int(answers[DECISION]),
            answers[GOOD] or "",
            tuple(int(at) for at in answers[GROUPS] or ()),
            None if answers[TRUTH] is None else int(answers[TRUTH]),
            answers[TRUTH_GOOD] or "",
            None if answers[SCORE] is None else int(answers[SCORE]),
            int(answers[LEAST] or SMALLEST),
        )

    # ---- what is found ----

    def examine(self, answers: Answers) -> Done:
        """Examine the table as it is assigned now."""
        if self.bench.table is None:
            return Done(de.NO_TABLE_YET)
        try:
            asked = self._asked(answers)
            if self.closed(answers):
                return Done(de.CLOSED_AGAIN)
            found = figures.examine(self.bench.table, asked)
            for _part in (found.rates, found.errors, found.proxies, found.calibrations):
                pass  # computed now, while the page says that it works
        except BadAnswerError as problem:
            return Done(str(problem))
        self.bench.found = (found, {name: answers[name] for name in ROLES})
        self.bench.count += 1
        return Done(de.EXAMINED, {RESULT: self.bench.count})

    def closed(self, answers: Answers) -> bool:
        """Whether the table is the learner's, and it is not settled (any more) that one may examine it."""
        return self.bench.own and not gate.open_for(answers)

    def findings(self, answers: Answers) -> Findings | None:
        """What was found, as long as nobody changed which column is what, and the gate is open for one's own table."""
        if self.bench.found is None or self.closed(answers):
            return None
        findings, asked = self.bench.found
        return findings if all(answers[name] == asked[name] for name in ROLES) else None

    def in_short(self) -> Scene:
        """The findings in a few sentences."""
        text = ui.Text()
        return Scene(text, unkept={RESULT: text}, needs=ASKED, reveal=self.short)

    def short(self, answers: Answers) -> Shown:
        """Whom it is about and what is furthest apart."""
        found = self.findings(answers)
        if self.closed(answers):
            return Shown(paragraphs(de.CLOSED_AGAIN))
        if found is None:
            return Shown(de.OUT_OF_DATE if self.bench.found else de.NOT_YET)
        return Shown(bullets(told.in_short(found)))

    def details(self) -> list[Scene]:
        """One picture at a time, then calibration, proxies and the Kodex."""
        kept = ui.Kept([stored.KEY])
        needs = [RESULT, *ASKED]
        view = self.view
        return [
            Scene(
                view,
                ui.Chart(visible=False),
                ui.Text(),
                unkept={VIEW: view},
                needs=needs,
                reveal=self.pictured,
            ),
            Scene(ui.Text(live=False), needs=needs, reveal=self.more),
            Scene(ui.Text(live=False), kept, unkept={KODEX: kept}, needs=needs, reveal=self.rules),
        ]

    def pictured(self, answers: Answers) -> Shown:
        """The chosen picture: rates or errors of one column of groups, or rates of two that are crossed."""
        found = self.findings(answers)
        if found is None:
            return Shown(visible={VIEW: False})
        views: dict[str, Callable[[], Shown]] = {}
        for one in found.rates:
            views[de.view_of_rates(one.name)] = partial(self._rates, one, found)
        for error in found.errors:
            views[de.view_of_errors(error.name)] = partial(self._errors, error, found)
        names = list(views)
        chosen = answers[VIEW] if answers[VIEW] in names else names[0]
        shown = views[chosen]()
        options = [[name, name] for name in names]
        return replace(shown, traits={VIEW: {"options": options, "value": chosen}}, visible={VIEW: True})

    def _rates(self, one: Rates, found: Findings) -> Shown:
        said = [
            told.apart(one.furthest, found.roles.good),
            told.hidden(one.hidden, found.roles.smallest),
            told.four_fifths(one.four_fifths),
            told.same_mix(one, one.second),
        ]
        return Shown(
            paragraphs(*said), picture=pictures.rates(one, found.roles.good) if len(one.rates) else None
        )

    def _errors(self, one: Errors, found: Findings) -> Shown:
        table = framed(one.name, told.ERROR_COLUMNS, texts.errors(one), numbers=True)
        said = [
            told.wrongly(one.granted_apart, True),
            told.hidden(one.hidden, found.roles.smallest),
            told.ERRORS_MEAN,
        ]
        picture = pictures.wrongly_refused(one) if len(one.refused) else None
        return Shown((table if one.fields else NOTHING) + paragraphs(*said), picture=picture)

    def more(self, answers: Answers) -> Shown:
        """Columns that give a group away, and whether the same score means the same."""
        found = self.findings(answers)
        if found is None:
            return Shown()
        giving = paragraphs(told.proxies(found.proxies))
        if found.proxies:
            giving += framed(de.PROXIES, told.PROXY_COLUMNS, texts.proxies(found.proxies)) + paragraphs(
                told.PROXIES_MEAN
            )
        text = folded(de.PROXIES, giving)
        for one in found.calibrations:
            lines = texts.calibration(one)
            table = (
                framed(one.name, told.CALIBRATION_COLUMNS, lines) if lines else paragraphs(told.NO_CLASSES)
            )
            text += folded(
                de.calibration(one.name), paragraphs(told.calibrated(one.name, one.chances)), table
            )
        return Shown(text)

    def rules(self, answers: Answers) -> Shown:
        """What the learner's Kodex finds, or the example."""
        found = self.findings(answers)
        if found is None:
            return Shown()
        kodex, own = kodex_of(answers)
        outcomes: dict[str, list[str]] = {}
        for sentence, status, why in texts.rules([one for one in judge(kodex, found) if one.outcome]):
            outcomes.setdefault(sentence, []).append(de.outcome(status, why))
        others = [f"{one.rule.sentence} {one.needs}" for one in judge(kodex, found) if not one.outcome]
        text = de.heading(de.KODEX) + paragraphs(de.OWN_KODEX if own else de.EXAMPLE_KODEX)
        for sentence, lines in outcomes.items():
            text += de.rule(sentence) + bullets(lines)
        return Shown(text + (folded(de.others(len(others)), bullets(others)) if others else NOTHING))

    def judged(self, answers: Answers) -> tuple[Findings | None, tuple[Judged, ...], bool]:
        """What the report tells: the findings, the rules on them, and whether they are the learner's own."""
        found = self.findings(answers)
        kodex, own = kodex_of(answers)
        return found, judge(kodex, found) if found else (), own


def kodex_of(answers: Answers) -> tuple[Kodex, bool]:
    """The learner's Kodex and True, or the example and False as long as no rule of theirs is about decisions."""
    kept = (answers[KODEX] or {}).get(stored.KEY)
    try:
        own = stored.kodex_of(kept)
    except BadAnswerError:
        own = Kodex()
    return (own, True) if own.rules_about(DECISIONS) else (EXAMPLE_KODEX, False)


def _option(at: int, column: Column) -> list[str]:
    values = column.values[:EXAMPLES_SHOWN]
    return [str(at), column.name, de.values(values, len(column.values))]
