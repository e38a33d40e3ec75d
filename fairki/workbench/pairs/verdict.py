"""What the Kodex says to the answers: two rules can be judged by a name swap, one by the controls, the others say what
they would need."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from fairki.kodex import Rule
from fairki.kodex.outcome import Outcome
from fairki.kodex.patterns import NAME_SWAP, SAME_ANSWER, WORDING, about
from fairki.kodex.text_checks import apart, at_least
from fairki.systems import TEXTS
from fairki.texts import measures
from fairki.workbench.pairs.de import verdict as de
from fairki.workbench.pairs.measuring import Counted, Result

JUDGED = (NAME_SWAP, WORDING, SAME_ANSWER)
"""Ids of the patterns that such a test can judge."""


@dataclass(frozen=True)
class Judged:
    """What one rule says about one phrase, one list of words or the controls.

    Attributes:
        rule: the rule.
        outcome: its outcome.
    """

    rule: Rule
    outcome: Outcome


@dataclass(frozen=True)
class Open:
    """A rule about texts that a name swap cannot judge.

    Attributes:
        rule: the rule.
        needs: what it would need, one German sentence.
    """

    rule: Rule
    needs: str


def defaults() -> list[Rule]:
    """A rule of each pattern about texts, with the suggested bounds."""
    return [Rule(pattern) for pattern in about(TEXTS)]


def judge(result: Result, rules: Iterable[Rule]) -> tuple[list[Judged], list[Open]]:
    """What the rules about texts say; those about decisions are passed over.

    The rule about name swaps names one of the course's phrases; here its bound holds for each phrase that was chosen.
    Two rules that differ in that alone are one here: the stricter bound counts.
    """
    found: list[Judged] = []
    still: list[Open] = []
    for rule in _strictest(rules):
        if rule.pattern == NAME_SWAP:
            found += [Judged(rule, _swapped(one, rule, result)) for one in result.phrases if one.occurs]
        elif rule.pattern == WORDING:
            found += [Judged(rule, _swapped(one, rule, result)) for one in result.praise if one.occurs]
        elif rule.pattern == SAME_ANSWER and result.controls and result.phrases:
            found.append(Judged(rule, _again(result, rule)))
        if rule.pattern not in {one.rule.pattern for one in found}:
            still.append(Open(rule, de.NEEDS[rule.pattern]))
    return found, still


def _strictest(rules: Iterable[Rule]) -> list[Rule]:
    kept: dict[str, Rule] = {}
    for rule in rules:
        if rule.kind.applies_to != TEXTS:
            continue
        other = kept.get(rule.pattern)
        if not (other and rule.pattern == NAME_SWAP and _bound(other) <= _bound(rule)):
            kept[rule.pattern] = rule
    return list(kept.values())


def _bound(rule: Rule) -> int:
    return int(rule.values["abstand"])


def _swapped(counted: Counted, rule: Rule, result: Result) -> Outcome:
    bound = _bound(rule)
    found = apart(replace(counted.gap, value=counted.difference), bound)
    more = result.groups[0 if found.more_for_men else 1]  # men are the first group there
    return found.outcome(
        de.swapped(counted.phrase.label, more, found.figures, bound, result.confidence, found.noise)
    )


def _again(result: Result, rule: Rule) -> Outcome:
    same = result.same_again
    found = measures.share(same, result.controls, result.confidence)
    return at_least(
        found,
        int(rule.values["anteil"]),
        lambda figures, bound, noise: de.again(
            same, result.controls, figures, bound, result.confidence, noise
        ),
    )
