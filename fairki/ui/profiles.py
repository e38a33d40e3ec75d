"""Steckbriefe: the same few questions about each of several systems, one card per system."""

from collections.abc import Sequence
from typing import Any

import traitlets as t

from fairki.ui.base import Block, Json, script, text_of


class Profiles(Block):
    """A card per system with a list to choose from for each question; what is not answered is „nicht bekannt“.

    ``value`` is ``{system id: {question id: option value}}``.

    Args:
        key: name in the browser store.
        label: what the cards are.
        systems: ``{"id", "name", "text", "note"}``; ``note`` is a second paragraph and may be empty.
        questions: ``{"id", "label", "options": [[value, label], …]}`` for each question.
    """

    _esm = script("profiles")
    _css = text_of("audit.css")

    systems: t.List[Json] = t.List().tag(sync=True)
    questions: t.List[Json] = t.List().tag(sync=True)

    def __init__(
        self,
        key: str = "",
        label: str = "",
        systems: Sequence[Json] = (),
        questions: Sequence[Json] = (),
        **block: Any,
    ) -> None:
        super().__init__(key=key, label=label, systems=list(systems), questions=list(questions), **block)

    def accept(self, value: Json) -> Json:
        """Answers that exist to questions that exist; answers about systems that are not shown now are kept."""
        if not isinstance(value, dict) or len(value) > 100:
            raise self.refusal()
        options = {asked["id"]: [option[0] for option in asked["options"]] for asked in self.questions}
        kept = {}
        for system, answers in value.items():
            if not isinstance(answers, dict):
                raise self.refusal()
            known = {asked: given for asked, given in answers.items() if given in options.get(asked, ())}
            if known:
                kept[system] = known
        return kept or None
