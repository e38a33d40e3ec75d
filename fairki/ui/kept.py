"""What the learner has answered on other pages, to look at and never to change."""

import json
from collections.abc import Iterable
from typing import Any

import traitlets as t

from fairki.ui.base import Block, Json, script

LARGEST = 2_000_000  # characters as JSON; as much as a file with all answers may have


class Kept(Block):
    """Reads answers of other blocks from the browser store; it shows nothing and changes nothing there.

    ``value`` is ``{key: answer, …}`` with the keys that have one. The answers come as they were kept: whoever
    uses one has to check it.

    Args:
        keys: names in the browser store.
    """

    _esm = script("kept")

    wanted = t.List(t.Unicode()).tag(sync=True)

    def __init__(self, keys: Iterable[str] = (), **block: Any) -> None:
        super().__init__(wanted=list(keys), **block)

    def accept(self, value: Json) -> Json:
        """The answers under the keys that this block reads."""
        if not isinstance(value, dict) or len(json.dumps(value)) > LARGEST:
            raise self.refusal()
        return {key: value[key] for key in self.wanted if value.get(key) is not None} or None
