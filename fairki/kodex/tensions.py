"""Where the rules of a whole Kodex clash: tried on the people of three fields of use and on assessments, in words."""

from functools import cache
from itertools import combinations, product
from typing import Any

from fairki import worlds
from fairki.kodex import clash, patterns, text_clash
from fairki.kodex.de import kodex as de
from fairki.kodex.kodex import Kodex
from fairki.kodex.rules import Rule
from fairki.systems.fields import FIELDS
from fairki.texts import corpus

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
    """One German text per rule out of reach and per pair of rules that clash, in each example.

    Nothing is computed for examples that no rule of the Kodex is about.
    """
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
    return sentences + _of_texts(kodex)


def _of_texts(kodex: Kodex) -> list[str]:
    rules: dict[str, list[tuple[int, Rule]]] = {patterns.NAME_SWAP: [], patterns.EQUAL_OUTCOME: []}
    for number, rule in enumerate(kodex.rules, 1):
        rules.get(rule.pattern, []).append((number, rule))
    return [
        de.clash(first, second, de.ASSESSMENTS, told_of_texts(found))
        for (first, swap), (second, outcome) in product(*rules.values())
        if (found := text_clash.find(swap, outcome))
    ]


def told_of_texts(found: text_clash.TextClash) -> str:
    """By how much two rules about texts miss each other, what each costs the other, and which ways lead out."""
    titles = [patterns.PATTERNS[id].title for id in (patterns.NAME_SWAP, patterns.EQUAL_OUTCOME)]
    return de.text_clash(
        found.missing / 100,
        (abs(found.equal.outcome) / 100, abs(found.equal.swap) / 100),
        found.equal.swap * found.nameless.outcome < 0,
        abs(found.nameless.outcome) / 100,
        [(title, bound / 100) for title, bound in zip(titles, found.nearest, strict=True)],
        [corpus.title(corpus.SLOTS[slot]) for slot in text_clash.STRUCK],
        (abs(found.struck.swap) / 100, abs(found.struck.outcome) / 100),
    )


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
