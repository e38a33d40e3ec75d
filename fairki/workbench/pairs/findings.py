"""All that came out of one test: measured, told and judged."""

from collections.abc import Sequence
from dataclasses import dataclass

from fairki.kodex import STATUSES, Rule
from fairki.kodex.patterns import NAME_SWAP, WORDING
from fairki.workbench.pairs import measuring, verdict
from fairki.workbench.pairs.measuring import Result
from fairki.workbench.pairs.phrases import Phrase
from fairki.workbench.pairs.sheet import Answers
from fairki.workbench.pairs.verdict import Judged, Open


@dataclass(frozen=True)
class Findings:
    """What a page and a report show.

    Attributes:
        result: what was measured.
        told: what is missing or was left out, a German sentence each.
        file: name of the file that the answers came in; "" if they were pasted.
        example: one of the prompts.
        judged, still: rules with their outcome, and rules that cannot be judged.
        own: whether the rules are the learner's own.
    """

    result: Result
    told: tuple[str, ...]
    file: str
    example: str
    judged: tuple[Judged, ...]
    still: tuple[Open, ...]
    own: bool

    @property
    def statuses(self) -> tuple[int, int, int]:
        """How many comparisons by name swap are broken, held and unclear."""
        found = [one.outcome.status for one in self.judged if one.rule.pattern in (NAME_SWAP, WORDING)]
        held, broken, unclear = map(found.count, STATUSES)
        return broken, held, unclear


def find(
    answers: Answers, phrases: Sequence[Phrase], praise: Sequence[Phrase], own: Sequence[Rule], file: str = ""
) -> Findings | None:
    """Everything about the answers, None as long as no pair is whole.

    Args:
        answers: what has come back.
        phrases, praise: what to look for; a list of words is one of ``praise``.
        own: the learner's rules about texts; without any, the suggested ones judge.
        file: name of the file that the answers came in.
    """
    result = measuring.measure(answers, phrases, praise)
    if result is None:
        return None
    judged, still = verdict.judge(result, own or verdict.defaults())
    return Findings(result, answers.told, file, answers.example, tuple(judged), tuple(still), bool(own))
