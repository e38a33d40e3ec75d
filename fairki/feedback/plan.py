"""The feedback plan: what a firm has to settle so that an objection reaches somebody who answers."""

from dataclasses import dataclass

from fairki.feedback.de import plan as de

CHANNELS_KEY = "05.kanaele"
"""Name of the chosen channels in the browser store: a list of ids of ``silence.CHANNELS``."""
ANSWERING = "05.plan.annahme"
"""Who takes objections and answers them: the one name without which there is no plan."""


@dataclass(frozen=True)
class Decision:
    """Something to settle.

    Attributes:
        key: name of the answer in the browser store.
        question: the question on the page.
        title: its name in the plan.
        options: value → German words; empty: the answer is a line of the learner's own.
        hint: helps to answer a line of one's own.
    """

    key: str
    question: str
    title: str
    options: dict[str, str]
    hint: str = ""


DECISIONS = tuple(Decision(f"05.plan.{id}", *words) for id, words in de.DECISIONS.items())
"""What there is to settle, in the order of the page and of the plan."""
