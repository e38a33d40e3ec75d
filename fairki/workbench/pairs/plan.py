"""What the assistant is asked: n pairs of prompts and some controls (the very same prompt twice), in random order."""

from dataclasses import dataclass

import numpy as np

from fairki.errors import BadAnswerError
from fairki.workbench.pairs.de import problems as de
from fairki.workbench.pairs.names import TITLES, Swap
from fairki.workbench.pairs.template import Template

SWAP, CONTROL = KINDS = "tausch", "kontrolle"
"""Two names for the same facts; one name twice, which shows how much the assistant varies by itself."""
LEAST, MOST = 1, 2000
"""Pairs of each kind; of controls there may be none."""
LETTERS = "bcdfghkmnpqrtvwxz"
"""Of the code of a test: without vowels it is no word, no month and no number in a spreadsheet."""
CODE = 5


@dataclass(frozen=True)
class Asked:
    """One prompt.

    Attributes:
        id: ``code-kind-pair-side``, such as ``bdfgh-t017-1``.
        pair, of: number of the pair, from 1, and how many of its kind there are.
        kind: one of ``KINDS``.
        side: 1 or 2; of a swap: the group.
        group: what the group of this name is called.
        name: with Anrede, if there is one.
        inserted: words in the prompt that stand for the person, see ``template.Prompt``.
        text: the prompt.
    """

    id: str
    pair: int
    of: int
    kind: str
    side: int
    group: str
    name: str
    inserted: tuple[str, ...]
    text: str


def plan(template: Template, swap: Swap, pairs: int, controls: int, seed: int) -> list[Asked]:
    """All prompts, in the order in which they are to be asked.

    Partners and values of facts come as evenly as possible, in random order; both prompts of a pair have the same
    facts. Controls take their names from both groups in turn.

    Raises:
        BadAnswerError: fewer pairs than ``LEAST`` or more than ``MOST``, or the template does not fit a name.
    """
    if not (LEAST <= pairs <= MOST and 0 <= controls <= MOST):
        raise BadAnswerError(*de.how_many(LEAST, MOST))
    rng = np.random.default_rng(seed)
    code = "".join(rng.choice(list(LETTERS), CODE))
    people = _evenly(len(swap.people), pairs + controls, rng)
    values = {
        name: [given[at] for at in _evenly(len(given), pairs + controls, rng)]
        for name, given in template.facts.items()
    }

    made = []
    for at in range(pairs + controls):
        kind, number, of = (SWAP, at + 1, pairs) if at < pairs else (CONTROL, at - pairs + 1, controls)
        facts = {name: row[at] for name, row in values.items()}
        for side, group in enumerate((swap.first, swap.second)):
            shown = side if kind == SWAP else number % 2
            person = swap.people[people[at]][shown]
            filled = template.fill(person, facts)
            made.append(
                Asked(
                    id=f"{code}-{kind[0]}{number:03d}-{side + 1}",
                    pair=number,
                    of=of,
                    kind=kind,
                    side=side + 1,
                    group=group if kind == SWAP else (swap.first, swap.second)[shown],
                    name=f"{TITLES[person.pronoun]} {person.name}".strip(),
                    inserted=filled.inserted,
                    text=filled.text,
                )
            )
    return [made[at] for at in rng.permutation(len(made))]


def _evenly(options: int, n: int, rng: np.random.Generator) -> list[int]:
    """``n`` choices, each option as often as the others (once more at most), in random order."""
    rounds = [rng.permutation(options) for _ in range(-(-n // options))]
    return [int(one) for one in np.concatenate(rounds)[:n]]
