"""What a person decided about one answer."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from coursetools.grading.marking.questions import Question

LONGEST_COMMENT = 5_000


@dataclass(frozen=True)
class Decision:
    """Points and comment for one answer.

    Attributes:
        points: given by a person; None as long as nobody gave any.
        criteria: names of those that are met.
        comment: what the learner will read.
        again: it was graded anew since: to be looked at again.
        automatic: points of the computer, such as 0 for an answer that is empty.
        extra: points on top, given in the formgrader.
    """

    points: float | None = None
    criteria: tuple[str, ...] = ()
    comment: str = ""
    again: bool = False
    automatic: float | None = None
    extra: float = 0.0

    @property
    def decided(self) -> bool:
        """Whether nothing is left to do."""
        return not self.again and (self.points is not None or self.automatic is not None)

    def says_as(self, other: "Decision") -> bool:
        """Whether both give the same points for the same criteria, with the same comment."""
        return self._said == other._said

    @property
    def _said(self) -> tuple[float | None, frozenset[str], str]:
        points = None if self.points is None else round(self.points, 2)
        return points, frozenset(self.criteria), self.comment.strip()

    def kept(self) -> dict[str, Any]:
        """What is noted of it to be brought back."""
        return {name: value for name, value in asdict(self).items() if name not in ("automatic", "extra")}

    def back(self, kept: Mapping[str, Any]) -> "Decision":
        """As it was noted."""
        return replace(
            self,
            points=kept["points"],
            criteria=tuple(kept["criteria"]),
            comment=kept["comment"],
            again=kept["again"],
        )


class NotAllowed(ValueError):
    """A decision that the question does not know."""


class ChangedElsewhere(Exception):
    """What is to be changed or taken back was changed since, in the formgrader or by somebody else."""


def seen(said: object) -> Decision | None:
    """What stood there for whoever decides now; None if that is not said.

    Raises:
        NotAllowed: it is no decision.
    """
    if said is None:
        return None
    if not isinstance(said, dict):
        raise NotAllowed("before")
    points, criteria, comment = (said.get(name) for name in ("points", "criteria", "comment"))
    if isinstance(points, bool) or not isinstance(points, int | float | None):
        raise NotAllowed("before")
    if not isinstance(criteria, list) or not all(isinstance(one, str) for one in criteria):
        raise NotAllowed("before")
    if not isinstance(comment, str):
        raise NotAllowed("before")
    return Decision(points, tuple(criteria), comment)


def must_fit(seen: Decision | None, now: Decision, wanted: Decision) -> None:
    """See to it that nobody decides who has seen something else than what holds now.

    Raises:
        ChangedElsewhere: it was changed since, and not to what is wanted.
    """
    if seen and not (now.says_as(seen) or now.says_as(wanted)):
        raise ChangedElsewhere


def checked(question: Question, points: object, criteria: object, comment: object) -> Decision:
    """A decision out of what somebody sent.

    Raises:
        NotAllowed: it is none.
    """
    names = [one.name for one in question.criteria]
    if not isinstance(criteria, list) or not all(one in names for one in criteria):
        raise NotAllowed("criteria")
    if not isinstance(comment, str) or len(comment) > LONGEST_COMMENT or "\0" in comment:
        raise NotAllowed("comment")
    if points is not None:
        if isinstance(points, bool) or not isinstance(points, int | float):
            raise NotAllowed("points")
        if not 0 <= points <= question.most:  # neither is what is no number
            raise NotAllowed("points")
        points = round(float(points), 2)
    in_order = tuple(name for name in names if name in criteria)
    return Decision(points, in_order, comment.encode("utf-8", "replace").decode().strip())
