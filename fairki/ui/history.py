"""The history of the learner's Kodex: kept in the browser, shown as text."""

from typing import Any

from fairki.errors import BadAnswerError
from fairki.kodex import history
from fairki.ui.base import Json
from fairki.ui.text import Text


class KodexHistory(Text):
    """Shows what Python writes about the history, and keeps the history itself.

    ``value`` is a history as in ``fairki.kodex.history``; Python sets it, the browser hands it back.
    """

    def __init__(self, **block: Any) -> None:
        super().__init__(key=history.KEY, **block)

    def accept(self, value: Json) -> Json:
        """A history in its normal form."""
        try:
            return history.to_value(history.from_value(value))
        except BadAnswerError as error:
            raise self.refusal() from error
