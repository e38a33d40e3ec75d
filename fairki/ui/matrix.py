"""The audit on the page: cards that turn over where the truth is known, else a matrix of rules and systems."""

from collections.abc import Sequence
from typing import Any

import traitlets as t

from fairki.errors import BadAnswerError
from fairki.kodex import stored
from fairki.ui.base import Block, Json, script, text_of


class Matrix(Block):
    """Shows what each rule says about each system.

    The word for each rule answers „Wird die Regel eingehalten?“: ja, nein, offen. Where the faults of all systems
    are known, the systems lie as cards and turn over one by one: found, wrongly accused, no hit; which of the silent
    ones were missed and which rightly left alone is said when somebody asks. Each card opens its evidence; the matrix
    is the table behind them. Otherwise there is the matrix and, on a narrow screen, its reasons alone.

    ``value`` is ``{"erste": Kodex, "letzte": Kodex}`` (each as in ``fairki.kodex.stored``): with what the first
    and the last audit ran, so that the page can show both again when it is reopened.

    Args:
        key: name in the browser store.
        rules: ``{"number", "title", "sentence"}`` for each rule; the number is its place in the Kodex.
        systems: ``{"name", "note", "verdicts", "cells": [{"answer", "why", "changed"}, …]}`` for each system;
            ``verdicts`` are some of ``"gefunden"``, ``"uebersehen"``, ``"beanstandet"``, or ``"ruhe"`` alone, and
            empty if nobody knows the truth. There is one cell per rule; ``answer`` is ``"ja"``, ``"nein"``,
            ``"offen"``, or "" where the rule does not concern the system; ``changed`` names the answer of the
            first audit (``"neu"``: there was no such rule), or is "" if it is the same.
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
