"""Where the rules of a whole Kodex clash: tried on the people of three fields of use, told in words."""

from functools import cache
from itertools import combinations
from typing import Any

from fairki import worlds
from fairki.kodex import clash
from fairki.kodex.de import kodex as de
from fairki.kodex.kodex import Kodex
from fairki.systems.fields import FIELDS

EXAMPLES = de.EXAMPLES
"""Field of use → the name of its people's matter."""


def firm(field_id: str, given_up: float) -> clash.Frame:
    """The people of a field's world, as its table has them, and a model of the truth that has decided about them.

    Args:
        field_id: key of ``EXAMPLES``.
        given_up: share of the acceptances that may go to people for whom they are not meant (0 to 1).
    """
    scores, groups, truth, decisions = _decided(field_id)
    return clash.frame(scores, groups, truth, decisions, given_up)


def of_kodex(kodex: Kodex, given_up: float = 0.01) -> list[str]:
    """One German sentence per rule out of reach and per pair of rules that clash, in each example."""
    numeric = [(number, rule) for number, rule in enumerate(kodex.rules, 1) if rule.pattern in clash.NUMERIC]
    sentences = []
    for field, title in EXAMPLES.items() if numeric else ():
        people, reachable = firm(field, given_up), []
        for number, rule in numeric:
            if missing := clash.out_of_reach(rule, people):
                sentences.append(de.out_of_reach(number, title, missing / 100))
            else:
                reachable.append((number, rule))
        for (first, one), (second, other) in combinations(reachable, 2):
            if found := clash.find(one, other, people):
                sentences.append(de.clash(first, second, title, told(found)))
    return sentences


def told(found: clash.Clash) -> str:
    """By how much two rules miss each other, and which nearest bounds go together."""
    if not any(found.alone):
        first = de.NONE_ALONE
    elif not all(found.alone):
        first = de.one_out_of_reach((found.other if found.alone[0] else found.one).kind.title)
    else:
        first = de.EACH_ALONE
    nearest = [(rule.kind.title, int(rule.values[clash.BOUND]) / 100) for rule in found.nearest or ()]
    return de.missing(first, found.missing / 100, nearest)


@cache
def _decided(field_id: str) -> tuple[Any, Any, Any, Any]:
    from fairki import models

    field = FIELDS[field_id]
    past, people = worlds.load(field.world.NAME), worlds.fresh_year(field.world.NAME)
    scores = models.score(models.fit(past, field.features, field.truth(past)), people)
    decisions = worlds.top_share(scores, field.share)
    return scores, people[field.group], field.truth(people), decisions
