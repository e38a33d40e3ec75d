"""Checks of answers that make something: rules of a Kodex, a plan of monitoring, a set-up of people and machine."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from fairki import people
from fairki.checks import answers, de, reading
from fairki.checks.values import numbers_within
from fairki.errors import BadAnswerError
from fairki.governance import operation
from fairki.kodex import PATTERNS, Rule


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
    remedy = de.possible(patterns)
    given = answers.given(question, name, remedy)
    if not isinstance(given, dict):
        example = PATTERNS[next(p for p in patterns if PATTERNS[p].blanks)]
        form = f'{{"{example.id}": {{"{example.blanks[0].name}": …}}}}'
        answers.refuse(question, name, de.no_kodex(reading.shown(given)), de.expects(form))
    if not given:
        answers.refuse(question, name, de.NO_RULE, remedy)
    if len(given) > most:
        answers.refuse(question, name, de.too_many_rules(len(given)), de.at_most(most))
    found = {}
    for key, values in dict.items(given):
        pattern = reading.option(key, patterns)
        if pattern is None:
            answers.refuse(question, name, de.no_option(reading.shown(key)), remedy)
        found[pattern] = _rule(question, name, pattern, values)
    answers.accept(question, name)
    return tuple(found.values())


def _rule(question: str, name: str, pattern: str, values: Any) -> Rule:
    kind, filled = PATTERNS[pattern], {}
    entries = dict(values) if isinstance(values, dict) else {}
    for blank in kind.blanks:
        remedy = de.fill(kind.title, blank.label, blank.name)
        entry = entries.get(blank.name)
        if entry is None:
            answers.refuse(question, name, de.empty_blank(kind.title), remedy)
        number = reading.as_number(entry)
        if reading.is_ambiguous(entry):
            answers.refuse(question, name, reading.no_number(entry), remedy)
        if isinstance(entry, str) and number is None:
            entry = reading.option(entry, list(getattr(blank, "options", ()))) or entry
        elif number is not None:
            entry = int(number) if number == int(number) else number
        try:
            filled[blank.name] = blank.read(entry)
        except BadAnswerError:
            answers.refuse(
                question,
                name,
                de.does_not_fit(reading.shown(entry)),
                f"{remedy} {fitting(blank)} {reading.hint(name)}".strip(),
            )
    return Rule(pattern, filled)


def fitting(blank: Any) -> str:
    """What may stand in a blank, as a sentence."""
    if hasattr(blank, "options"):
        return de.possible(blank.options)
    return de.possible_number(blank.low, blank.high)


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
    found = numbers_within(question, name, {"alle": months, "zusammen": months, **limits})
    interval, together = (int(n) if n.is_integer() else n for n in (found["alle"], found["zusammen"]))
    try:
        # a plan refuses what is not whole
        return operation.Plan(cast(int, interval), {key: found[key] for key in watched}, cast(int, together))
    except BadAnswerError as error:
        answers.refuse(question, name, error.happened, error.remedy)


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
    given = answers.given(question, name, de.possible_ways(people.WAYS))
    if (entries := reading.as_dict(given)) is None:
        answers.refuse(question, name, de.no_setup(reading.shown(given)), de.expects(de.SETUP_FORM))

    def chosen(key: str, options: Iterable[str]) -> str:
        options, entry = list(options), entries.get(key)
        remedy = de.possible(options)
        if entry is None:
            answers.refuse(question, name, de.lacks_choice(key), remedy)
        if (option := reading.option(entry, options)) is None:
            answers.refuse(question, name, de.at(key, de.not_among(reading.shown(entry))), remedy)
        return option

    way = chosen("weg", people.WAYS)
    if way == people.AUTOMATIC:
        answers.accept(question, name)
        return people.Setup(way, cases=0)
    reviewer = teams[chosen("team", teams)]
    which = chosen("auswahl", people.WHICH) if way == people.COMBINED else people.RANDOM
    minutes = (people.SHORTEST_MINUTES, people.LONGEST_MINUTES)
    planned = numbers_within(question, name, {"faelle": (0, people.APPLICATIONS), "minuten": minutes})
    try:  # a set-up refuses what is not whole
        return people.Setup(way, reviewer, cast(int, planned["faelle"]), which, planned["minuten"])
    except BadAnswerError as error:
        answers.refuse(question, name, error.happened, error.remedy)
