"""The two kinds of systems, and what they have in common: whoever audits both asks for no more than this."""

from typing import Protocol

KINDS = DECISIONS, TEXTS = "decisions", "texts"
"""What a system makes: decisions about people, or texts. Ids."""


class Profile(Protocol):
    """What every Steckbrief says."""

    @property
    def name(self) -> str:
        """German name of the system."""

    @property
    def area(self) -> str:
        """German name of the field it is used in."""

    @property
    def purpose(self) -> str:
        """One German sentence: what it is used for."""


class System(Protocol):
    """A system that can be audited."""

    @property
    def id(self) -> str:
        """Key, unique within what is audited together."""

    @property
    def kind(self) -> str:
        """One of ``KINDS``."""

    @property
    def task(self) -> str:
        """Id of what it does, among the systems of its kind."""

    @property
    def name(self) -> str:
        """German name."""

    @property
    def steckbrief(self) -> Profile:
        """What is said about it."""

    @property
    def faults(self) -> frozenset[str] | None:
        """Ids of the faults it really has; None if nobody knows."""
