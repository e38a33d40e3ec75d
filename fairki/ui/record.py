"""The record of participation: made in the browser from start to end."""

from collections.abc import Sequence
from typing import Any

import traitlets as t

from fairki.ui.base import Block, Json, script


class Record(Block):
    """A page to save or print that says which modules a learner has finished.

    It names modules, their goals, their planned time, the day, and the legal frame; no answers, scores or attempts.
    The name that the learner types reaches neither the kernel nor the browser store.

    Args:
        label: heading of the panel.
        course: title of the course.
        version: its version.
        modules: ``{"id", "number", "title", "minutes", "goals": [text, …], "units": [[id, title, minutes, questions],
            …]}`` for each module; it counts as finished when all its units do (see ``static/progress.js``).
        law: text, source and date of each legal statement.
        company, logo: name of the own company and address of its logo, each "" if there is none.
    """

    _esm = script("record")

    course = t.Unicode().tag(sync=True)
    version = t.Unicode().tag(sync=True)
    modules: t.List[Json] = t.List().tag(sync=True)
    law: t.List[Json] = t.List().tag(sync=True)
    company = t.Unicode().tag(sync=True)
    logo = t.Unicode().tag(sync=True)

    def __init__(
        self,
        label: str,
        course: str,
        version: str,
        modules: Sequence[dict[str, Json]],
        law: Sequence[tuple[str, str, str]],
        company: str = "",
        logo: str = "",
        **block: Any,
    ) -> None:
        super().__init__(
            label=label,
            course=course,
            version=version,
            modules=list(modules),
            law=list(map(list, law)),
            company=company,
            logo=logo,
            **block,
        )
