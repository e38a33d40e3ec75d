"""The audit on the page: the systems lie as cards, and each opens its evidence."""

from collections.abc import Sequence
from typing import Any

import traitlets as t

from fairki.errors import BadAnswerError
from fairki.kodex import stored
from fairki.ui.base import Block, Json, script, text_of


class Matrix(Block):
    """Shows what a Kodex found in each system.

    Where the faults of the systems are known, the cards turn over one by one after a click: found, wrongly accused, no
    hit; how many faults were missed is counted, where they are is said to those who ask. The counts of earlier audits
    stay beside the new ones. Where nobody knows the truth, a card says how many rules are broken, open or held. The
    table of all rules („Wird die Regel eingehalten?“ ja, nein, offen) is folded below.

    ``value`` is ``{"erste": Kodex, "letzte": Kodex}`` (each as in ``fairki.kodex.stored``): with what the first
    and the last audit ran, so that the page can show both again when it is reopened.

    Args:
        key: name in the browser store.
        rules: ``{"number", "title", "sentence"}`` for each rule; the number is its place in the Kodex.
        systems: ``{"name", "note", "verdict", "first", "cells": [{"answer", "why", "changed"}, …]}`` for each system.
            ``verdict`` is ``{"found", "missed", "accused"}``: names of faults, and titles of rules that accuse
            wrongly; None if nobody knows the truth; ``first`` is the same of the first audit. There is one cell per
            rule, and none before the first audit (then the cards lie face down); ``answer`` is ``"ja"``, ``"nein"``,
            ``"offen"``, or "" where the rule does not concern the system; ``changed`` names the answer of the first
            audit (``"neu"``: there was no such rule), or is "" if it is the same.
    """

    _esm = script("matrix")
    _css = text_of("picture.css") + text_of("audit.css") + text_of("audit_cards.css")
    typed = False

    rules: t.List[Json] = t.List().tag(sync=True)
    systems: t.List[Json] = t.List().tag(sync=True)

    def __init__(
        self, key: str = "", rules: Sequence[Json] = (), systems: Sequence[Json] = (), **block: Any
    ) -> None:
        super().__init__(key=key, rules=list(rules), systems=list(systems), **block)

    def show(self, rules: list[Json], systems: list[Json]) -> None:
        """Replace what is shown."""
        with self.hold_sync():
            self.rules, self.systems = rules, systems

    def accept(self, value: Json) -> Json:
        """Two Kodexe that this course knows, in their normal form."""
        if not isinstance(value, dict) or set(value) != {"erste", "letzte"}:
            raise self.refusal()
        try:
            return {name: stored.to_value(stored.from_value(kodex)) for name, kodex in value.items()}
        except BadAnswerError as error:
            raise self.refusal() from error
