"""The Kodex-Baukasten: choose a sentence, fill its blanks, see what it says, keep it."""

from collections.abc import Callable, Sequence
from typing import Any

import traitlets as t

from fairki import company, kodex
from fairki.errors import BadAnswerError, FairkiError
from fairki.kodex import stored
from fairki.ui.base import Json, script, text_of
from fairki.ui.kodex_block import KodexBlock


class RuleBuilder(KodexBlock):
    """Builds a Kodex rule by rule. Typing, ordering and the sentence need no kernel; checks run there.

    Args:
        key: name in the browser store.
        groups: ``[[title, question, [pattern id, …]], …]``: which patterns are offered, and how. Rules of other
            patterns, from other pages, are shown and can be changed all the same.
        systems: ``[[name, purpose], …]`` of the examples that a rule is tried on.
        check: what a rule finds in each of these systems, as ``[[status, why], …]``; None for those that it does not
            concern.
        example: a Kodex to begin with.
    """

    _esm = script("rule_builder")
    _css = text_of("pattern_form.css") + text_of("rule_builder.css")

    patterns: t.List[Json] = t.List().tag(sync=True)
    groups: t.List[Json] = t.List().tag(sync=True)
    systems: t.List[Json] = t.List().tag(sync=True)
    example: "t.Dict[str, Json]" = t.Dict().tag(sync=True)
    person = t.Unicode(company.current().people.it.signed, help="who could answer for a rule").tag(sync=True)
    longest = t.Int(stored.LONGEST).tag(sync=True)
    most = t.Int(stored.MOST_RULES).tag(sync=True)

    def __init__(
        self,
        key: str,
        groups: Sequence[Sequence[Json]],
        systems: Sequence[Sequence[str]],
        check: Callable[[kodex.Rule], list[Json]],
        example: kodex.Kodex,
        **block: Any,
    ) -> None:
        super().__init__(
            key=key,
            patterns=[kodex.form_of(pattern) for pattern in kodex.PATTERNS.values()],
            groups=[list(group) for group in groups],
            systems=[list(system) for system in systems],
            example=stored.to_value(example.as_example()),
            **block,
        )
        self.check = check
        self.on_msg(self._answer)

    def _answer(self, _widget: object, content: Json, _buffers: object) -> None:
        match content:
            case {"type": "check", "rule": rule, "number": int(number)}:
                self._check(rule, number)
            case {"type": "open", "text": str(text)}:
                try:
                    self.send({"type": "opened", "value": stored.to_value(kodex.loads(text))})
                except FairkiError as error:
                    self.send({"type": "problem", "text": str(error)})

    def _check(self, rule: Json, number: int) -> None:
        try:
            asked = stored.from_value({"regeln": [rule]}).rules[0]
        except BadAnswerError:
            return  # the page itself says what is wrong with a blank
        self.send({"type": "results", "number": number, "rows": self.check(asked)})
