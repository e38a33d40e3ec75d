"""The head of a module page: its units as steps, and the one stylesheet."""

from collections.abc import Sequence
from typing import Any

import traitlets as t

from fairki.ui.base import Block, Json, script, text_of


class Header(Block):
    """The steps of a module: where the learner is, what is done, how long it takes.

    It carries the course's stylesheet for pages that do not link it (JupyterLab, plain Voilà), so a page
    has exactly one Header and starts with it. A step leads to the element ``einheit-<id>`` if there is
    one, otherwise to the heading that contains the unit's title.

    Args:
        module: id of the module, such as ``"01"``.
        title: title of the module.
        units: ``(id, title, minutes, questions)`` for each unit; ``questions`` may be left out, see
            ``manifest.Unit.asks`` and, for what they mean, ``static/progress.js``.
    """

    _esm = script("header")
    _css = text_of("fairki.css")

    module = t.Unicode().tag(sync=True)
    title = t.Unicode().tag(sync=True)
    units: t.List[Json] = t.List().tag(sync=True)

    def __init__(self, module: str, title: str, units: Sequence[Sequence[Json]] = (), **block: Any) -> None:
        super().__init__(module=module, title=title, units=[list(unit) for unit in units], **block)


class UnitEnd(Block):
    """The end of a unit: what is still open in it, and the way to the next one (known from the page's Header).

    Args:
        module, unit: their ids.
        short: what comes next on the short path, for those who have chosen it: name of its page, id and title of the
            unit; empty if this unit is no part of that path, or its last.
        beyond: the module after this one, at the end of its last unit: name of its page, and what it is called.
    """

    _esm = script("unit_end")

    module = t.Unicode().tag(sync=True)
    unit = t.Unicode().tag(sync=True)
    short = t.List(t.Unicode()).tag(sync=True)
    beyond = t.List(t.Unicode()).tag(sync=True)

    def __init__(
        self, module: str, unit: str, short: Sequence[str] = (), beyond: Sequence[str] = (), **block: Any
    ) -> None:
        super().__init__(module=module, unit=unit, short=list(short), beyond=list(beyond), **block)
