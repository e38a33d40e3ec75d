"""Checks of plain answers: numbers, choices, lists, tables, functions."""

import contextlib
import copy
import difflib
import io
import warnings
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from fairki.checks import answers, de, reading

LONGEST_LIST = 100  # entries; a longer answer is no answer to any of our questions


def number(question: str, name: str, low: float, high: float, unit: str = "") -> float:
    """The number in the answer ``name``; German spellings such as ``"14,8"`` and ``"14,8 %"`` count.

    A number that was typed in Python as ``1.000`` or ``1,000`` gets a hint, because its author may mean a thousand.

    Raises:
        NotYetRight: there is no finite number, it is an ambiguous text (``"1.000"``), or it lies outside
            ``low … high``.
    """
    remedy = de.expects_number(low, high, unit)
    given = answers.given(question, name, remedy)
    value = reading.as_number(given)
    if value is None:
        answers.refuse(question, name, reading.no_number(given), remedy)
    if 0 < value < 1 <= low:
        remedy += de.PARTS_OF_100
    if not low <= value <= high:
        answers.refuse(
            question,
            name,
            de.outside(reading.short(value), low, high),
            f"{remedy} {reading.hint(name)}".strip(),
        )
    answers.accept(question, name)
    if hint := reading.hint(name, only_round=True):
        print(hint)
    return value


def choice(question: str, name: str, options: Iterable[str]) -> str:
    """The one of ``options`` that the answer ``name`` holds; upper case and brackets do not matter.

    Raises:
        NotYetRight: the answer is none of them.
    """
    options = list(options)
    remedy = de.possible(options)
    chosen = reading.option(answers.given(question, name, remedy), options)
    if chosen is None:
        answers.refuse(question, name, de.no_answer(reading.shown(answers.lookup(name))), remedy)
    answers.accept(question, name)
    return chosen


def selection(question: str, name: str, options: Iterable[str]) -> list[str]:
    """The ``options`` that the answer ``name`` lists, in the order of ``options``; ``"a, b"`` counts as well.

    Raises:
        NotYetRight: nothing is chosen, or something that is no option.
    """
    options = list(options)
    remedy = de.choose(options)
    given = answers.given(question, name, remedy)
    entries = given.split(",") if isinstance(given, str) else given
    if not isinstance(entries, list | tuple | set | frozenset):
        answers.refuse(question, name, de.no_list(reading.shown(given)), remedy)
    if len(entries) > LONGEST_LIST:
        answers.refuse(question, name, de.TOO_LONG, remedy)
    chosen = set()
    for entry in entries:
        option = reading.option(entry, options)
        if option is None:
            close = difflib.get_close_matches(str(entry), options, 1) if isinstance(entry, str) else []
            guess = de.perhaps(close[0]) if close else remedy
            answers.refuse(question, name, de.no_option(reading.shown(entry)), guess)
        chosen.add(option)
    if not chosen:
        answers.refuse(question, name, de.NOTHING_CHOSEN, remedy)
    answers.accept(question, name)
    return [option for option in options if option in chosen]


def table(question: str, name: str, rows: int, options: Iterable[str], need: int) -> dict[int, str | None]:
    """The answers to rows 1 … ``rows`` in the dict ``name``; None where there is no usable one.

    Raises:
        NotYetRight: row ``need`` holds none of ``options``.
    """
    options = list(options)
    remedy, part = de.possible(options), f"{name} {need}"
    given = answers.given(question, part, remedy, name)
    if not isinstance(given, dict):
        answers.refuse(question, part, de.no_table(reading.shown(given)), de.expects(de.TABLE_FORM))
    entries = {row: dict.get(given, row, dict.get(given, str(row))) for row in range(1, rows + 1)}
    chosen = {row: reading.option(entry, options) for row, entry in entries.items()}
    if entries[need] is None:
        answers.refuse(question, part, de.empty_row(need), remedy)
    if chosen[need] is None:
        answers.refuse(question, part, de.in_row(need, de.no_answer(reading.shown(entries[need]))), remedy)
    answers.accept(question, part)
    return chosen


def numbers(
    question: str, name: str, keys: Iterable[str], low: float, high: float, unit: str = ""
) -> dict[str, float]:
    """A number as in ``number`` for each of ``keys``, from a dict, a Series or a one-column table called ``name``.

    Raises:
        NotYetRight: a key is missing, or its value is no number from ``low`` to ``high``.
    """
    return numbers_within(question, name, dict.fromkeys(keys, (low, high)), unit)


def numbers_within(
    question: str, name: str, ranges: Mapping[str, tuple[float, float]], unit: str = ""
) -> dict[str, float]:
    """The same where each key has a range of its own."""
    remedy = de.expects_numbers(ranges, unit)
    entries = reading.as_dict(given := answers.given(question, name, remedy))
    if entries is None:
        answers.refuse(question, name, de.no_table(reading.shown(given)), remedy)
    found = {}
    for key, (low, high) in ranges.items():
        value = reading.as_number(entries.get(key))
        expected = de.expects_number(low, high, unit)
        if entries.get(key) is None:
            answers.refuse(question, name, de.lacks_number(key), expected)
        if value is None:
            answers.refuse(question, name, de.at(key, reading.no_number(entries[key])), expected)
        if not low <= value <= high:
            happened = de.at(key, de.outside(reading.short(value), low, high))
            answers.refuse(question, name, happened, f"{expected} {reading.hint(name)}".strip())
        found[key] = value
    answers.accept(question, name)
    if hint := reading.hint(name, only_round=True):
        print(hint)
    return found


def shares(question: str, name: str, keys: Iterable[str]) -> dict[str, float]:
    """A share from 0 to 1 for each of ``keys``, from a dict, a Series or a one-column table called ``name``.

    Raises:
        NotYetRight: a key is missing, or its value is no share.
    """
    keys = list(keys)
    remedy = de.expects_shares(keys)
    given = answers.given(question, name, remedy)
    entries = reading.as_dict(given)
    if entries is None:
        answers.refuse(question, name, de.no_table(reading.shown(given)), remedy)
    found = {}
    for key in keys:
        value = reading.as_number(entries.get(key))
        if reading.is_ambiguous(entries.get(key)):
            answers.refuse(question, name, de.at(key, reading.no_number(entries[key])), remedy)
        if value is None or not 0 <= value <= 1:
            answers.refuse(question, name, de.lacks_share(key), remedy)
        found[key] = value
    answers.accept(question, name)
    return found


def function(question: str, name: str) -> Callable[..., Any]:
    """The learner's function ``name``, made safe: it gets copies, its warnings are silent, its errors German.

    Raises:
        NotYetRight: there is no such function. The returned function raises it if the learner's one fails.
    """
    given = answers.given(question, name, de.expects_function(name))
    if not callable(given):
        answers.refuse(question, name, de.no_function(reading.shown(given)), de.begin(name))
    answers.accept(question, name)

    def call(*arguments: Any) -> Any:
        try:
            with warnings.catch_warnings(), contextlib.redirect_stderr(io.StringIO()):
                warnings.simplefilter("ignore")
                return given(*copy.deepcopy(arguments))
        except (Exception, SystemExit) as error:
            what = f"{type(error).__name__}: {str(error)[:100]}".rstrip(": ")
            answers.refuse(question, name, de.breaks_off(what), de.TRY_IT)

    return call
