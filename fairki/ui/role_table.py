"""The role table: for each task who decides, who reviews and who answers, and at once what is not clear."""

from typing import Any

import traitlets as t

from fairki.errors import BadAnswerError
from fairki.governance import roles
from fairki.ui.base import Block, Json, script, text_of


class RoleTable(Block):
    """A card per task; any number of roles can be chosen for each duty.

    ``value`` is the table as in ``fairki.governance.roles``, None for an empty one.

    Args:
        key: name in the browser store.
    """

    _esm = script("role_table")
    _css = text_of("audit.css") + text_of("governance.css")

    tasks: t.List[Json] = t.List(help="[id, name, what it is about]").tag(sync=True)
    duties: t.List[Json] = t.List(help="[id, question]").tag(sync=True)
    roles: t.List[Json] = t.List(help="[id, name]").tag(sync=True)
    remarks: "t.Dict[str, Json]" = t.Dict(help="task → [[kind, its name, why], …]").tag(sync=True)

    def __init__(self, key: str = "", **block: Any) -> None:
        super().__init__(
            key=key,
            tasks=[[id, task.name, task.about] for id, task in roles.TASKS.items()],
            duties=[list(duty) for duty in roles.DUTIES.items()],
            roles=[[id, role.name] for id, role in roles.ROLES.items()],
            **block,
        )
        self.observe(self._remark, "value")
        self._remark()

    @property
    def table(self) -> dict[str, Json]:
        """Who does what, as far as it has been filled in."""
        return self.value or {}

    def accept(self, value: Json) -> Json:
        """A table in its normal form."""
        try:
            return roles.from_value(value) or None
        except BadAnswerError:
            raise self.refusal() from None

    def _remark(self, _change: object = None) -> None:
        self.remarks = {
            task: [[one.kind, roles.KINDS[one.kind], one.why] for one in roles.findings(self.table, task)]
            for task in roles.TASKS
        }
