"""Lazy ways to fill in an exercise: nobody who follows one of them has read what is asked.

A habit answers every question of an exercise by rules that know the form only: which options there are, how many
rows, which example stands in the answer cell. Numbers that differ by more than their place are thought about: for a
bank's two limits, one far above the other is the answer. Dice are no habit: what they earn is a matter of luck, and
so it is measured over many throws.
"""

import ast
import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from random import Random

from banks import grade_id, released

from fairki.kodex import PATTERNS
from fairki.ui.exercise import Exercise, Question

MOST_RULES = 6
NUMBERS = (
    0,
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    8,
    9,
    10,
    12,
    14,
    15,
    16,
    18,
    20,
    25,
    30,
    35,
    40,
    45,
    50,
    55,
    60,
    70,
    75,
    80,
    90,
)
NUMBERS += (100, 120, 150, 200, 250, 300, 365, 400, 500, 600, 1000, 2000, 10_000)
RESULTS = ("None", "0", "1", "2", "0.5", "25", "True", "[]", "{}", "set()", "''", "tabelle", "len(tabelle)")
"""What lazy functions give back, whatever they are asked."""
JUDGEMENT = ("numbers", "fields", "rules", "checkbox")
"""Kinds of questions with many good answers, of which one is to be weighed; the others have one right answer."""

Options = Sequence[str]
Row = Callable[[Options, int], str]


@dataclass(frozen=True)
class Habit:
    """How somebody answers without reading.

    Attributes:
        name: what they do.
        row: which option a row takes (the options, the row's place).
        number: what stands in the fields for numbers (place of the field).
        some: which of several options are ticked.
        rules: which sentence patterns are ticked.
        blank: what stands in their blanks.
        result: what functions return.
        copies: whether the example of the answer cell stands wherever there is one.
    """

    name: str
    row: Row
    number: Callable[[int], float]
    some: Callable[[Options], Options]
    rules: Callable[[Options], Options]
    blank: Callable[[object], int | str]
    result: str
    copies: bool = False


ROWS: dict[str, Row] = {
    "first": lambda options, _: options[0],
    "last": lambda options, _: options[-1],
    "middle": lambda options, _: options[len(options) // 2],
    "longest": lambda options, _: max(options, key=len),
    "shortest": lambda options, _: min(options, key=len),
    "in turn": lambda options, place: options[place % len(options)],
    "in turn from the end": lambda options, place: options[-1 - place % len(options)],
    "to and fro": lambda options, place: options[place % 2],
    "fro and to": lambda options, place: options[1 - place % 2],
    "only the first differs": lambda options, place: options[-1 if place else 0],
    "only the last differs": lambda options, place: options[0 if place < 3 else -1],
}
SOME: dict[str, Callable[[Options], Options]] = {
    "all": lambda options: options,
    "the first": lambda options: options[:1],
    "the last": lambda options: options[-1:],
    "the first two": lambda options: options[:2],
    "the last two": lambda options: options[-2:],
    "the first three": lambda options: options[:3],
    "the last three": lambda options: options[-3:],
    "the first half": lambda options: options[: len(options) // 2],
    "the last half": lambda options: options[len(options) // 2 :],
    "every second": lambda options: options[::2],
    "every other second": lambda options: options[1::2],
    "all but the first": lambda options: options[1:],
    "all but the last": lambda options: options[:-1],
    "the first and the last": lambda options: [options[0], options[-1]],
}
RULES: dict[str, Callable[[Options], Options]] = {
    "every rule": lambda options: options,
    "the first six rules": lambda options: options[:MOST_RULES],
    "the last six rules": lambda options: options[-MOST_RULES:],
    "six rules from the middle": lambda options: options[(len(options) - MOST_RULES) // 2 :][:MOST_RULES],
    "every second rule": lambda options: options[::2][:MOST_RULES],
    "every other second rule": lambda options: options[1::2][:MOST_RULES],
    "the first six keys by alphabet": lambda options: sorted(options)[:MOST_RULES],
    "the six longest rules": lambda options: sorted(options, key=len)[-MOST_RULES:],
    "the six shortest rules": lambda options: sorted(options, key=len)[:MOST_RULES],
    "the first rule": lambda options: options[:1],
}
BLANKS: dict[str, Callable[[object], int | str]] = {
    "by default": lambda blank: blank.default,
    "lowest": lambda blank: blank.low if hasattr(blank, "low") else next(iter(blank.options)),
    "highest": lambda blank: blank.high if hasattr(blank, "high") else list(blank.options)[-1],
    "halfway": lambda blank: (blank.low + blank.high) // 2 if hasattr(blank, "low") else blank.default,
}


def always(value: int) -> Callable[[object], int | str]:
    """A blank takes this number, or its first option."""
    return lambda blank: value if hasattr(blank, "low") else next(iter(blank.options))


def habits() -> list[Habit]:
    """Some 350 habits: one for each thing that can be done everywhere, the rest in turn."""
    return list(_habits())


def _habits() -> Iterator[Habit]:
    rows, some, rules = (itertools.cycle(choices.items()) for choices in (ROWS, SOME, RULES))
    blanks, results, numbers = (
        itertools.cycle(BLANKS.items()),
        itertools.cycle(RESULTS),
        itertools.cycle(NUMBERS),
    )

    def habit(name: str, **fixed) -> Habit:
        (row, by_row), (ticked, by_some), (ruled, by_rules) = next(rows), next(some), next(rules)
        (filled, by_blank), value = next(blanks), next(numbers)
        whole = Habit(name, by_row, lambda _: value, by_some, by_rules, by_blank, next(results))
        rest = {"row": row, "number": value, "some": ticked, "rules": ruled, "blank": filled}
        return replace(
            whole, name="; ".join([name, *(str(rest[key]) for key in rest if key not in fixed)]), **fixed
        )

    for value in NUMBERS:
        yield habit(f"{value} everywhere", number=lambda _, v=value: v, blank=always(value))
        yield habit(
            f"1, 1, then {value}", number=lambda place, v=value: 1 if place < 2 else v, blank=always(value)
        )
        yield habit(f"counting up from {value}", number=lambda place, v=value: v + place)
    for (row, by_row), (ticked, by_some) in itertools.product(ROWS.items(), SOME.items()):
        yield habit(f"{row}, {ticked}", row=by_row, some=by_some)
    for (ruled, by_rules), (filled, by_blank) in itertools.product(RULES.items(), BLANKS.items()):
        yield habit(f"{ruled} {filled}", rules=by_rules, blank=by_blank)
    for row, by_row in ROWS.items():
        yield habit(f"copies the examples, {row}", row=by_row, copies=True)


def thrown(seed: int) -> Habit:
    """One throw of the dice for everything that is asked."""
    dice = Random(seed)

    def any_value(blank) -> int | str:
        if not hasattr(blank, "low"):
            return dice.choice(list(blank.options))
        return round(max(1, blank.low) * (blank.high / max(1, blank.low)) ** dice.random())

    return Habit(
        f"dice {seed}",
        lambda options, _: dice.choice(options),
        lambda _: dice.choice(NUMBERS),
        lambda options: dice.sample(list(options), dice.randint(1, len(options))),
        lambda options: dice.sample(list(options), min(MOST_RULES, len(options))),
        (any_value, BLANKS["by default"])[seed % 2],
        dice.choice(RESULTS),
    )


@cache
def read(slug: str) -> tuple[dict[str, Question], dict[str, str]]:
    """The questions of the form, and the answer cells as they are released."""
    notebook = released(slug)
    sources = {grade_id(cell): "".join(cell["source"]) for cell in notebook["cells"] if grade_id(cell)}
    return Exercise(notebook).questions, sources


def answers(slug: str, habit: Habit, questions: Sequence[str]) -> dict[str, str]:
    """Question → the source of its answer, as the habit leaves it."""
    asked, sources = read(slug)
    found = {}
    for name in questions:
        if name in asked:
            example = _example(sources[name]) if habit.copies else None
            given = _answer(asked[name], habit) if example is None else example
            found[name] = f"{asked[name].name} = {given!r}"
        elif head := re.search(r"^def \w+\(.*\):$", sources[name], re.MULTILINE):
            found[name] = f"{head[0]}\n    return {habit.result}"
        else:  # a table of shares
            variable = sources[name].split(" = ")[0]
            found[name] = f"{variable} = dict.fromkeys(worlds.recruiting.FIELDS, {habit.number(0)!r})"
    return found


def _example(source: str) -> object:
    """The example of an answer cell, if it is a whole answer."""
    if found := re.search(r"^\w+ = None .*zum Beispiel (.+)$", source, re.MULTILINE):
        return ast.literal_eval(found[1])
    return None


def _answer(question: Question, habit: Habit) -> object:
    keys = [key for key, _ in question.options]

    def chosen(options: list[list[str]], place: int) -> str:
        """The key behind the label that the habit takes; labels are what people see."""
        by_label = {label: key for key, label in options}
        return by_label[habit.row(list(by_label), place)]

    match question.kind:
        case "number":
            return habit.number(0)
        case "numbers":
            return {key: habit.number(place) for place, key in enumerate(keys)}
        case "fields":
            choices = question.choices
            return {
                key: chosen(choices[key], place) if key in choices else habit.number(place)
                for place, key in enumerate(keys)
            }
        case "choice":
            return chosen(question.options, 0)
        case "checkbox":
            return list(habit.some(keys))
        case "table":
            return {row + 1: chosen(question.options, row) for row in range(len(question.rows))}
        case "rules":
            kinds = [PATTERNS[pattern] for pattern in habit.rules(keys)]
            return {kind.id: {blank.name: habit.blank(blank) for blank in kind.blanks} for kind in kinds}
    raise ValueError(question.kind)
