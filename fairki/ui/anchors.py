"""Anchoring a Kodex: for each rule who answers for it, and where a breach can be reported."""

from collections.abc import Sequence
from typing import Any

import traitlets as t

from fairki import kodex
from fairki.kodex import stored
from fairki.ui.base import Json, script, text_of
from fairki.ui.kodex_block import KodexBlock


class Anchors(KodexBlock):
    """The rules of a Kodex, each with two fields; nothing else of the Kodex can be changed here.

    ``value`` is the Kodex as in ``fairki.kodex.stored``, None as long as the learner has none: then the rules
    of the example are shown, and the first entry makes it the learner's own.

    Args:
        key: name in the browser store.
        example: the Kodex to begin with.
        people: names that are suggested for the first field.
        places: ways of reporting that are suggested for the second one.
    """

    _esm = script("anchors")
    _css = text_of("audit.css") + text_of("rule_builder.css") + text_of("governance.css")

    example: "t.Dict[str, Json]" = t.Dict().tag(sync=True)
    sentences: t.List[Json] = t.List(help="the rules that are shown now, as sentences").tag(sync=True)
    about: t.List[Json] = t.List(help="pattern and blanks of each rule that they are about").tag(sync=True)
    people: t.List[Json] = t.List().tag(sync=True)
    places: t.List[Json] = t.List().tag(sync=True)
    longest = t.Int(stored.LONGEST).tag(sync=True)

    def __init__(
        self,
        key: str,
        example: kodex.Kodex,
        people: Sequence[str] = (),
        places: Sequence[str] = (),
        **block: Any,
    ) -> None:
        super().__init__(
            key=key,
            example=stored.to_value(example.as_example()),
            people=list(people),
            places=list(places),
            **block,
        )
        self.observe(self._write, "value")
        self._write()

    @property
    def kodex(self) -> kodex.Kodex:
        """The Kodex that is shown: the learner's own, or the example."""
        own = super().kodex
        return own if own.rules else stored.from_value(self.example)

    def _write(self, _change: object = None) -> None:
        rules = self.kodex.rules
        about = [[rule["muster"], rule["angaben"]] for rule in stored.to_value(self.kodex)["regeln"]]
        self.tell(sentences=[rule.sentence for rule in rules], about=about)
