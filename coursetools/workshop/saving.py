"""What can go wrong with the database of a workshop."""

from typing import Any

from coursetools.workshop.de import refusals as de_refusals
from coursetools.workshop.de import store as de
from coursetools.workshop.session import Refused
from fairki.errors import SetupError


class NotSaved(Refused):
    """Nothing was stored; the session is as before."""

    def __init__(self) -> None:
        super().__init__("not_saved", *de.NOT_SAVED)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), ()


class Lost(NotSaved):
    """The workshop is not ours any more: another server may lead on from what was stored."""

    def __init__(self) -> None:
        Refused.__init__(self, "elsewhere", *de_refusals.ELSEWHERE)


class Held(SetupError):
    """Another server holds the database."""

    def __init__(self) -> None:
        super().__init__(*de.HELD)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), ()
