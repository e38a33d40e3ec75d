"""What the blocks share that change a Kodex."""

from fairki import kodex
from fairki.errors import BadAnswerError
from fairki.kodex import stored
from fairki.ui.base import Block, Json


class KodexBlock(Block):
    """``value`` is the Kodex as in ``fairki.kodex.stored``, None for an empty one."""

    @property
    def kodex(self) -> kodex.Kodex:
        """The learner's Kodex so far."""
        return stored.kodex_of(self.value)

    def accept(self, value: Json) -> Json:
        """A Kodex in its normal form."""
        try:
            found = stored.from_value(value)
        except BadAnswerError:
            raise self.refusal() from None
        return stored.to_value(found) if found != kodex.Kodex() else None
