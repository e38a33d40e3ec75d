"""What exercise notebooks call to mark an answer. Every complaint is German: what is expected, where to look.

Answers are named, not passed: ``checks.number("A1", "abstand", …)`` looks up ``abstand`` where it is called,
so that a forgotten or broken answer gets a German sentence, not a NameError. A learner's value is turned into
a plain one (float, str, list, dict) before anything is compared with it. Nothing here writes to stderr,
because nbgrader takes that for a failure.
"""

import ast
import contextlib
import copy
import difflib
import html
import io
import itertools
import math
import numbers as abstract_numbers
import re
import reprlib
import sys
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from fairki import metrics, people, speech, worlds
from fairki.audit import audit
from fairki.errors import BadAnswerError
from fairki.governance import operation
from fairki.kodex import PATTERNS, Kodex, Rule
from fairki.systems import DecisionSystem

LONGEST_LIST = 100  # entries; a longer answer is no answer to any of our questions

_complaints: dict[tuple[str, str], str] = {}
"""(question, part of it) → the last complaint, empty if there was none; what ``summary`` reports."""


class NotYetRight(BadAnswerError, AssertionError):
    """An answer that does not earn the points of a check (yet).

    Args:
        question: the question's name, such as ``"A1"``.
        happened, remedy: as in FairkiError.
    """

    def __init__(self, question: str, happened: str, remedy: str):
        super().__init__(happened, remedy)
        self.question = question

    def __str__(self) -> str:
        return f"{self.question}: {self.happened} {self.remedy}".strip()

    def _render_traceback_(self) -> list[str]:
        """What Jupyter shows instead of a traceback."""
        return [f"{self.question} – {self.happened}", self.remedy]


class OnlyTheExample(NotYetRight):
    """A function that is right for what the exercise shows, and for nothing new: perhaps learnt by heart."""


def number(question: str, name: str, low: float, high: float, unit: str = "") -> float:
    """The number in the answer ``name``; German spellings such as ``"14,8"`` and ``"14,8 %"`` count.

    A number that was typed in Python as ``1.000`` or ``1,000`` gets a hint, because its author may mean a thousand.

    Raises:
        NotYetRight: there is no finite number, it is an ambiguous text (``"1.000"``), or it lies outside
            ``low … high``.
    """
    span = _span(low, high)
    remedy = f"Erwartet wird eine Zahl {span}{f' ({unit})' if unit else ''}."
    given = _given(question, name, remedy)
    value = as_number(given)
    if value is None:
        _report(question, name, _no_number(given), remedy)
    if 0 < value < 1 <= low:
        remedy += " Ein Anteil wie 0,25 sind 25 von 100."
    if not low <= value <= high:
        _report(
            question,
            name,
            f"{_short(value)} liegt nicht {span}.",
            f"{remedy} {_hint(name)}".strip(),
        )
    _report(question, name)
    if hint := _hint(name, only_round=True):
        print(hint)
    return value


def choice(question: str, name: str, options: Iterable[str]) -> str:
    """The one of ``options`` that the answer ``name`` holds; upper case and brackets do not matter.

    Raises:
        NotYetRight: the answer is none of them.
    """
    options = list(options)
    remedy = f"Möglich ist: {_listed(options)}."
    chosen = _option(_given(question, name, remedy), options)
    if chosen is None:
        _report(question, name, f"{_shown(_lookup(name))} gehört nicht zu den Antworten.", remedy)
    _report(question, name)
    return chosen


def selection(question: str, name: str, options: Iterable[str]) -> list[str]:
    """The ``options`` that the answer ``name`` lists, in the order of ``options``; ``"a, b"`` counts as well.

    Raises:
        NotYetRight: nothing is chosen, or something that is no option.
    """
    options = list(options)
    remedy = f"Wählen Sie aus: {_listed(options)}."
    given = _given(question, name, remedy)
    entries = given.split(",") if isinstance(given, str) else given
    if not isinstance(entries, list | tuple | set | frozenset):
        _report(question, name, f"{_shown(given)} ist keine Liste.", remedy)
    if len(entries) > LONGEST_LIST:
        _report(question, name, "Die Liste ist viel zu lang.", remedy)
    chosen = set()
    for entry in entries:
        option = _option(entry, options)
        if option is None:
            close = difflib.get_close_matches(str(entry), options, 1) if isinstance(entry, str) else []
            guess = f"Meinten Sie „{close[0]}“?" if close else remedy
            _report(question, name, f"{_shown(entry)} steht nicht zur Auswahl.", guess)
        chosen.add(option)
    if not chosen:
        _report(question, name, "Sie haben noch nichts ausgewählt.", remedy)
    _report(question, name)
    return [option for option in options if option in chosen]


def table(question: str, name: str, rows: int, options: Iterable[str], need: int) -> dict[int, str | None]:
    """The answers to rows 1 … ``rows`` in the dict ``name``; None where there is no usable one.

    Raises:
        NotYetRight: row ``need`` holds none of ``options``.
    """
    options = list(options)
    remedy, part = f"Möglich ist: {_listed(options)}.", f"{name} {need}"
    given = _given(question, part, remedy, name)
    if not isinstance(given, dict):
        _report(question, part, f"{_shown(given)} ist keine Tabelle.", 'Erwartet wird {1: "…", 2: "…"}.')
    entries = {row: dict.get(given, row, dict.get(given, str(row))) for row in range(1, rows + 1)}
    answers = {row: _option(entry, options) for row, entry in entries.items()}
    if entries[need] is None:
        _report(question, part, f"Nummer {need} ist noch leer.", remedy)
    if answers[need] is None:
        _report(
            question, part, f"Nummer {need}: {_shown(entries[need])} gehört nicht zu den Antworten.", remedy
        )
    _report(question, part)
    return answers


def numbers(
    question: str, name: str, keys: Iterable[str], low: float, high: float, unit: str = ""
) -> dict[str, float]:
    """A number as in ``number`` for each of ``keys``, from a dict, a Series or a one-column table called ``name``.

    Raises:
        NotYetRight: a key is missing, or its value is no number from ``low`` to ``high``.
    """
    return _numbers(question, name, dict.fromkeys(keys, (low, high)), unit)


def _numbers(
    question: str, name: str, ranges: Mapping[str, tuple[float, float]], unit: str = ""
) -> dict[str, float]:
    """The same where each key has a range of its own."""
    measured = f" ({unit})" if unit else ""
    remedy = f"Erwartet wird je eine Zahl{measured} für: {_listed(list(ranges))}."
    entries = _as_dict(given := _given(question, name, remedy))
    if entries is None:
        _report(question, name, f"{_shown(given)} ist keine Tabelle.", remedy)
    found = {key: as_number(entries.get(key)) for key in ranges}
    for key, value in found.items():
        low, high = ranges[key]
        expected = f"Erwartet wird eine Zahl {_span(low, high)}{measured}."
        if entries.get(key) is None:
            _report(question, name, f"Für „{key}“ fehlt noch eine Zahl.", expected)
        if value is None:
            _report(question, name, f"Für „{key}“: {_no_number(entries[key])}", expected)
        if not low <= value <= high:
            happened = f"Für „{key}“: {_short(value)} liegt nicht {_span(low, high)}."
            _report(question, name, happened, f"{expected} {_hint(name)}".strip())
    _report(question, name)
    if hint := _hint(name, only_round=True):
        print(hint)
    return found


def rules(question: str, name: str, patterns: Iterable[str], most: int) -> tuple[Rule, ...]:
    """The rules in the dict ``name``: sentence pattern → ``{blank: what stands in it}``.

    Args:
        question, name: as in ``number``.
        patterns: keys of ``kodex.PATTERNS`` to choose from.
        most: how many rules the answer may have.

    Raises:
        NotYetRight: no rule, too many, an unknown one, or a blank that is empty or filled with something else.
    """
    patterns = list(patterns)
    remedy = f"Möglich ist: {_listed(patterns)}."
    given = _given(question, name, remedy)
    if not isinstance(given, dict):
        example = PATTERNS[next(p for p in patterns if PATTERNS[p].blanks)]
        form = f'{{"{example.id}": {{"{example.blanks[0].name}": …}}}}'
        _report(question, name, f"{_shown(given)} ist kein Kodex.", f"Erwartet wird {form}.")
    if not given:
        _report(question, name, "Ihr Kodex hat noch keine Regel.", remedy)
    if len(given) > most:
        happened = f"Ihr Kodex hat {speech.number(len(given))} Regeln."
        _report(question, name, happened, f"Möglich sind höchstens {speech.number(most)}.")
    found = {}
    for key, values in dict.items(given):
        pattern = _option(key, patterns)
        if pattern is None:
            _report(question, name, f"{_shown(key)} steht nicht zur Auswahl.", remedy)
        found[pattern] = _rule(question, name, pattern, values)
    _report(question, name)
    return tuple(found.values())


def _rule(question: str, name: str, pattern: str, values: Any) -> Rule:
    kind, filled = PATTERNS[pattern], {}
    entries = dict(values) if isinstance(values, dict) else {}
    for blank in kind.blanks:
        remedy = f"Füllen Sie in der Regel „{kind.title}“ die Lücke „{blank.label}“ ({blank.name})."
        entry = entries.get(blank.name)
        if entry is None:
            _report(question, name, f"In der Regel „{kind.title}“ ist noch eine Lücke leer.", remedy)
        number = as_number(entry)
        if _is_ambiguous(entry):
            _report(question, name, speech.which(_text(entry)), remedy)
        if isinstance(entry, str) and number is None:
            entry = _option(entry, list(getattr(blank, "options", ()))) or entry
        elif number is not None:
            entry = int(number) if number == int(number) else number
        try:
            filled[blank.name] = blank.read(entry)
        except BadAnswerError:
            _report(
                question,
                name,
                f"{_shown(entry)} passt nicht in diese Lücke.",
                f"{remedy} {_fitting(blank)} {_hint(name)}".strip(),
            )
    return Rule(pattern, filled)


def _fitting(blank) -> str:
    """What may stand in a blank, as a German sentence."""
    if hasattr(blank, "options"):
        return f"Möglich ist: {_listed(list(blank.options))}."
    return f"Möglich ist eine ganze Zahl {_span(blank.low, blank.high)}."


def plan(question: str, name: str, watched: Iterable[str]) -> operation.Plan:
    """The monitoring plan in the dict ``name``.

    Its keys are ``alle`` (months between two looks), ``zusammen`` (months counted together), and those of
    ``watched`` (keys of ``operation.MEASURES``) with their limits.

    Raises:
        NotYetRight: a number is missing or makes no plan.
    """
    watched = list(watched)
    months = (1, operation.MONTHS)
    limits = {key: (operation.MEASURES[key].low, operation.MEASURES[key].high) for key in watched}
    found = _numbers(question, name, {"alle": months, "zusammen": months, **limits})
    interval, months = (int(n) if n.is_integer() else n for n in (found["alle"], found["zusammen"]))
    try:
        return operation.Plan(interval, {key: found[key] for key in watched}, months)
    except BadAnswerError as error:
        _report(question, name, error.happened, error.remedy)


def setup(question: str, name: str, teams: Mapping[str, people.Reviewer]) -> people.Setup:
    """The set-up of people and machine in the dict ``name``.

    Its keys are ``weg`` (one of ``people.WAYS``), ``team``, ``auswahl`` (one of ``people.WHICH``), ``faelle`` and
    ``minuten``. Only the way is asked for where the machine decides alone, and no ``auswahl`` where people do.

    Args:
        question, name: as in ``number``.
        teams: name of a team → how it reviews.

    Raises:
        NotYetRight: an entry is missing, or a set-up cannot have it.
    """
    given = _given(question, name, f"Möglich ist als „weg“: {_listed(list(people.WAYS))}.")
    if (entries := _as_dict(given)) is None:
        _report(
            question, name, f"{_shown(given)} ist kein Aufbau.", 'Erwartet wird {"weg": "…", "team": "…", …}.'
        )

    def chosen(key: str, options: Iterable[str]) -> str:
        options, entry = list(options), entries.get(key)
        remedy = f"Möglich ist: {_listed(options)}."
        if entry is None:
            _report(question, name, f"Für „{key}“ fehlt noch eine Auswahl.", remedy)
        if (option := _option(entry, options)) is None:
            _report(question, name, f"Für „{key}“: {_shown(entry)} gehört nicht zur Auswahl.", remedy)
        return option

    way = chosen("weg", people.WAYS)
    if way == people.AUTOMATIC:
        _report(question, name)
        return people.Setup(way, cases=0)
    reviewer = teams[chosen("team", teams)]
    which = chosen("auswahl", people.WHICH) if way == people.COMBINED else people.RANDOM
    minutes = (people.SHORTEST_MINUTES, people.LONGEST_MINUTES)
    planned = _numbers(question, name, {"faelle": (0, people.APPLICATIONS), "minuten": minutes})
    try:
        return people.Setup(way, reviewer, planned["faelle"], which, planned["minuten"])
    except BadAnswerError as error:
        _report(question, name, error.happened, error.remedy)


def shares(question: str, name: str, keys: Iterable[str]) -> dict[str, float]:
    """A share from 0 to 1 for each of ``keys``, from a dict, a Series or a one-column table called ``name``.

    Raises:
        NotYetRight: a key is missing, or its value is no share.
    """
    keys = list(keys)
    remedy = f"Erwartet wird ein Anteil {_span(0, 1)} für: {_listed(keys)}."
    given = _given(question, name, remedy)
    entries = _as_dict(given)
    if entries is None:
        _report(question, name, f"{_shown(given)} ist keine Tabelle.", remedy)
    found = {key: as_number(entries.get(key)) for key in keys}
    for key, value in found.items():
        if _is_ambiguous(entries.get(key)):
            _report(question, name, f"Für „{key}“: {_no_number(entries[key])}", remedy)
        if value is None or not 0 <= value <= 1:
            _report(question, name, f"Für „{key}“ fehlt ein Anteil {_span(0, 1)}.", remedy)
    _report(question, name)
    return found


def function(question: str, name: str) -> Callable[..., Any]:
    """The learner's function ``name``, made safe: it gets copies, its warnings are silent, its errors German.

    Raises:
        NotYetRight: there is no such function. The returned function raises it if the learner's one fails.
    """
    given = _given(question, name, f"Erwartet wird eine Funktion: def {name}(…).")
    if not callable(given):
        _report(question, name, f"{_shown(given)} ist keine Funktion.", f"Beginnen Sie mit: def {name}(…).")
    _report(question, name)

    def call(*arguments):
        try:
            with warnings.catch_warnings(), contextlib.redirect_stderr(io.StringIO()):
                warnings.simplefilter("ignore")
                return given(*copy.deepcopy(arguments))
        except (Exception, SystemExit) as error:
            what = f"{type(error).__name__}: {str(error)[:100]}".rstrip(": ")
            _report(
                question,
                name,
                f"Ihre Funktion bricht ab ({what}).",
                "Probieren Sie sie an einem Beispiel aus.",
            )

    return call


def without(question: str, removed: list[str], applicants: pd.DataFrame | None = None) -> metrics.Outcome:
    """What a model does that learns from the firm's past decisions without the columns ``removed``.

    Args:
        applicants: people it then decides about; None: the ones it learned from.

    Raises:
        NotYetRight: no column is left.
    """
    try:
        return metrics.without_columns(worlds.load("bewerbungen"), removed, applicants)
    except BadAnswerError as error:
        _report(question, "without", error.happened, error.remedy)


def tell(outcome: metrics.Outcome, gap_at_most: float, suitable_at_least: float) -> None:
    """Print what a model achieves, next to the model that keeps all columns, and which goals it reaches.

    Args:
        outcome: as ``without`` returned it.
        gap_at_most: goal for the gap, in percentage points.
        suitable_at_least: goal for decisions that fit suitability, of 100.
    """
    for label, found in (("Mit allen Angaben:", without("", [])), ("Mit Ihrer Auswahl:", outcome)):
        gap, suitable = speech.number(100 * found.gap.value, 1), speech.number(100 * found.as_suitable, 1)
        print(f"{label} Abstand {gap} Prozentpunkte; {suitable} von 100 Entscheidungen sind richtig.")
    gap_reached = abs(100 * outcome.gap.value) <= gap_at_most
    suitable_reached = 100 * outcome.as_suitable >= suitable_at_least
    if gap_reached and suitable_reached:
        print("In diesem Jahr sind beide Ziele erreicht.")
    else:
        missed = [
            name for name, yes in (("der Abstand", gap_reached), ("die Eignung", suitable_reached)) if not yes
        ]
        print(f"Noch nicht am Ziel: {' und '.join(missed)}.")


def tell_rules(rules: tuple[Rule, ...], systems: Iterable[DecisionSystem]) -> None:
    """Print the sentences of ``rules``, and what they find in ``systems``.

    Args:
        rules: as ``rules`` returned them.
        systems: systems whose faults are known; those with faults and sound ones.
    """
    for place, rule in enumerate(rules, 1):
        print(f"{place}. {rule.sentence}")
    score = audit(Kodex(rules=rules), list(systems)).score
    print(
        f"Gefunden: {speech.number(score.found)} von {speech.count_of(score.planted, 'Fehler', 'Fehlern')}."
        f" Zu Unrecht beanstandet: {speech.number(score.accused)} von"
        f" {speech.count_of(len(score.systems), 'System', 'Systemen')}."
    )


def share_found(rules: tuple[Rule, ...], systems: Iterable[DecisionSystem]) -> tuple[float, float]:
    """What ``tell_rules`` counts, for marking: shares of the faults found and of the systems accused wrongly.

    Args:
        rules, systems: as in ``tell_rules``.
    """
    score = audit(Kodex(rules=rules), list(systems)).score
    return score.found / score.planted, score.accused / len(score.systems)


def tell_plan(plan: operation.Plan, years: Iterable[operation.Year]) -> None:
    """Print what a monitoring plan achieves in ``years``, some with a fault and some without."""
    result = operation.score(plan, years)
    print(
        f"Ihr Plan findet {speech.number(result.found)} von {speech.count_of(result.faults, 'Fehler', 'Fehlern')}."
        f" Falsche Alarme im Jahr: {speech.number(result.false_alarms, 1)}."
    )
    for title, months in result.delays.items():
        print(f"{title[0].upper()}{title[1:]}: Ein Fehler läuft im Mittel {speech.number(months, 1)} Monate.")


def tell_setup(setup: people.Setup, seeds: Sequence[int]) -> None:
    """Print what a set-up leads to in the years with these seeds, next to the machine alone."""
    machine = people.Setup(people.AUTOMATIC, cases=0)
    for label, one in (("Ihr Aufbau:", setup), ("Zum Vergleich das Programm allein:", machine)):
        outcomes = [people.run(one, seed) for seed in seeds]
        women, wrong, hours = (people.band(outcomes, name).mean for name in ("women", "wrong", "hours"))
        invited = "niemand eingeladen" if math.isnan(women) else f"{speech.percent(women, 1)} Frauen"
        print(
            f"{label} {invited}, {speech.number(wrong, 1)} Fehlentscheidungen, {speech.number(hours)} Arbeitsstunden."
        )


def expect(question: str, condition: bool, expected: str, look: str) -> None:
    """Give the points only if ``condition`` holds.

    Args:
        question: the question's name.
        condition: what the answer achieves.
        expected: one German sentence: what was expected. It must not give the solution away.
        look: where to read on, such as ``Modul 1, „Acht Jahre später“``.

    Raises:
        NotYetRight: the condition does not hold.
    """
    _report(question, expected, *(() if condition else (expected, f"Zum Nachlesen: {look}.")))


def expect_new(question: str, found: Iterable[bool], expected: str, look: str) -> None:
    """As ``expect``, for a function that is right for the example: ``found`` says for which new inputs it is as well.

    Raises:
        OnlyTheExample: for none of them.
        NotYetRight: for some of them only.
    """
    found = list(found)
    _complaints[question, expected] = "" if all(found) else f"{expected} Zum Nachlesen: {look}."
    if not all(found):
        raise (NotYetRight if any(found) else OnlyTheExample)(question, expected, f"Zum Nachlesen: {look}.")


def close(value: Any, wanted: float | None, tolerance: float) -> bool:
    """Whether ``value`` is within ``tolerance`` of ``wanted``; wanted None: whether it is None or NaN."""
    found = as_number(value)
    if wanted is None:
        return value is None or (isinstance(value, abstract_numbers.Real) and math.isnan(value))
    return found is not None and abs(found - wanted) <= tolerance


def same(value: Any, wanted: dict[str, float] | list[str], tolerance: float = 0.005) -> bool:
    """Whether ``value`` holds the numbers of a dict (or a Series), or the entries of a list in any order."""
    if isinstance(wanted, dict):
        found = _as_dict(value)
        return (
            found is not None
            and found.keys() == wanted.keys()
            and all(close(found[key], wanted[key], tolerance) for key in wanted)
        )
    if isinstance(value, dict | str) or not isinstance(value, Iterable):
        return False
    # as plain texts: an object that says it equals everything is no answer
    return sorted(f"{entry}" for entry in itertools.islice(value, LONGEST_LIST)) == sorted(wanted)


def show(table: pd.DataFrame) -> "Shown":
    """The table as learners read it: German numbers (whole ones as they are, others with one decimal), texts."""
    return Shown(table)


def show_patterns(patterns: Iterable[str]) -> "Shown":
    """The sentence patterns with these keys, and what may stand in their blanks."""
    chosen = [PATTERNS[key] for key in patterns]
    sentences = [p.template.replace("{", "[").replace("}", "]") for p in chosen]
    blanks = ["; ".join(f"{b.name}: {_fitting(b)}" for b in p.blanks) or "keine" for p in chosen]
    keys = pd.Index([f'"{p.id}"' for p in chosen], name="Regel")
    return Shown(pd.DataFrame({"Satz": sentences, "Lücken": blanks}, index=keys))


class Shown:
    """A table with row and column headers that screen readers announce; Jupyter shows it as HTML."""

    def __init__(self, table: pd.DataFrame):
        self.table = table

    def __repr__(self) -> str:
        return self.table.to_string()

    def _repr_html_(self) -> str:
        shown = {name: _cells(column) for name, column in self.table.items()}
        first = worlds.recruiting.LABELS.get(self.table.index.name, self.table.index.name)
        heads = [f'<th scope="col">{html.escape(str(first))}</th>'] + [
            f'<th scope="col"{_number_class(self.table[name])}>{html.escape(str(name))}</th>'
            for name in shown
        ]
        rows = [
            f'<tr><th scope="row">{html.escape(str(name))}</th>' + "".join(cells)
            for name, *cells in zip(self.table.index, *shown.values(), strict=True)
        ]
        table = (
            f"<table><thead><tr>{''.join(heads)}</tr></thead><tbody>{'</tr>'.join(rows)}</tr></tbody></table>"
        )
        # a box that may scroll on a phone must be reachable by keyboard
        label = html.escape(f"Tabelle: {first}")  # several tables on a page are told apart
        return f'<div class="fk-table" role="region" aria-label="{label}" tabindex="0">{table}</div>'


def _number_class(column: pd.Series) -> str:
    return ' class="fk-number"' if pd.api.types.is_numeric_dtype(column) else ""


def _cells(column: pd.Series) -> list[str]:
    if not pd.api.types.is_numeric_dtype(column):
        return [f"<td>{html.escape(str(value))}</td>" for value in column]
    digits = 0 if pd.api.types.is_integer_dtype(column) else 1
    return [f"<td{_number_class(column)}>{speech.number(value, digits)}</td>" for value in column]


def summary(*questions: str) -> None:
    """Print for each question whether its visible checks are content; they must have run before."""
    for question in questions:
        parts = [complaint for (owner, _), complaint in _complaints.items() if owner == question]
        open_ones = [complaint for complaint in parts if complaint]
        if not parts:
            print(f"○ {question}  noch nicht geprüft: Bitte führen Sie die Zellen darüber aus.")
        elif open_ones:
            print(f"✗ {question}  {open_ones[0]}")
        else:
            print(f"● {question}  ausgefüllt")
    print("\nDie Punkte gibt es bei der Bewertung: Dann laufen weitere Prüfungen.")


def as_number(value: Any) -> float | None:
    """``value`` as a finite float, or None; None, too, for a text that can mean two numbers (``"1.000"``).

    Python reads ``14,8`` as the pair (14, 8); here it is 14.8.
    """
    if (text := _text(value)) is not None:
        found = speech.readings(text)
        return found[0] if len(found) == 1 else None
    if type(value).__module__.split(".")[0] in ("numpy", "pandas") and getattr(value, "size", 0) == 1:
        value = value.item() if hasattr(value, "item") else None
    if isinstance(value, bool) or not isinstance(value, abstract_numbers.Real):
        return None
    try:
        found = float(value)
    except (ValueError, OverflowError):
        return None
    return found if math.isfinite(found) else None


def _text(value: Any) -> str | None:
    """What was typed, if ``value`` is a text or the pair that Python makes of ``14,8``."""
    if isinstance(value, tuple) and [type(part) for part in value] == [int, int] and value[1] >= 0:
        return f"{value[0]},{value[1]}"
    return value if isinstance(value, str) else None


def _is_ambiguous(value: Any) -> bool:
    text = _text(value)
    return text is not None and len(speech.readings(text)) > 1


def _no_number(value: Any) -> str:
    """A German sentence: why ``value`` is not taken for a number."""
    return speech.which(_text(value)) if _is_ambiguous(value) else f"{_shown(value)} ist keine Zahl."


def _hint(name: str, only_round: bool = False) -> str:
    """A German hint if ``name`` was typed as a number that people may mean as thousands; "" if not.

    Args:
        only_round: only for numbers such as ``1.000`` or ``2.500``, which nobody calculates and types as they are.
    """
    for typed in _typed(name):
        if not only_round or typed.endswith("0"):
            large, small = map(speech.spelling, speech.readings(typed))
            read = f"Sie haben {typed} geschrieben. Python liest das als {small}."
            return f"{read} Meinen Sie {large}, dann schreiben Sie {large}."
    return ""


def _typed(name: str) -> list[str]:
    """The ambiguous numbers in the newest cell that assigns ``name``; outside of Jupyter there are no cells."""
    cells = _names().get("In")
    for cell in reversed(cells if isinstance(cells, list) else []):
        with contextlib.suppress(SyntaxError, ValueError, TypeError, RecursionError, MemoryError):
            for node in reversed(ast.parse(cell).body):
                if isinstance(node, ast.Assign) and any(getattr(to, "id", "") == name for to in node.targets):
                    found = [
                        ast.get_source_segment(cell, part).strip("()")
                        for part in ast.walk(node.value)
                        if isinstance(part, ast.Constant | ast.Tuple)
                        and not isinstance(getattr(part, "value", None), str)
                    ]
                    return [typed for typed in found if len(speech.readings(typed)) > 1]
    return []


def _names() -> dict[str, Any]:
    """The names of the notebook (or form) that called into this file."""
    frame = sys._getframe(1)
    while frame.f_globals is globals():
        frame = frame.f_back
    return frame.f_globals


def _lookup(name: str) -> Any:
    """The value of ``name`` in the notebook (or form) that called into this file; None if there is none."""
    return _names().get(name)


def _given(question: str, part: str, remedy: str, name: str = "") -> Any:
    value = _lookup(name or part)
    if value is None:
        _report(question, part, f"Die Antwort „{name or part}“ fehlt noch.", remedy)
    return value


def _as_dict(value: Any) -> dict | None:
    if type(value).__module__.split(".")[0] == "pandas" and hasattr(value, "squeeze"):
        value = value.squeeze("columns") if value.ndim == 2 else value
        value = value.to_dict() if value.ndim == 1 and hasattr(value, "to_dict") else None
    return dict(value) if isinstance(value, dict) else None


def _option(given: Any, options: list[str]) -> str | None:
    if not isinstance(given, str):
        return None
    return {_bare(option): option for option in options}.get(_bare(given[:200]))


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


def _span(low: float, high: float) -> str:
    return f"zwischen {speech.number(low)} und {speech.number(high)}"


def _short(value: float) -> str:
    """A number with two decimals at most, and none for a whole one."""
    return speech.number(value, next(d for d in (0, 1, 2) if d == 2 or round(value, d) == value))


def _listed(options: list[str]) -> str:
    return ", ".join(f"„{option}“" for option in options)


def _shown(value: Any) -> str:
    return f"„{value[:40]}“" if isinstance(value, str) else f"„{reprlib.repr(value)[:60]}“"


def _report(question: str, part: str, happened: str = "", remedy: str = "") -> None:
    _complaints[question, part] = f"{happened} {remedy}".strip()
    if happened:
        raise NotYetRight(question, happened, remedy)
