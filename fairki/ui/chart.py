"""A chart that is never the only carrier: title sentence, summary, figure, numbers as a table."""

import gzip
from functools import cache
from importlib.resources import files
from typing import Any

import traitlets as t

from fairki.charts import DARK, Picture
from fairki.ui.base import Block, Json, script


@cache
def plotly_script() -> bytes:
    """plotly.js of the installed plotly, gzipped: below the 3 MB in 3 s that a Jupyter server lets pass."""
    return gzip.compress((files("plotly") / "package_data" / "plotly.min.js").read_bytes())


class Chart(Block):
    """Shows a picture: title and summary at once, the figure as soon as plotly.js is there.

    Args:
        figure_json: the figure as plain JSON (plotly's ``data`` and ``layout``), or None.
        title: one sentence that says what is to be seen.
        summary: one sentence with the figures that matter.
        table: ``{"columns": [...], "rows": [[...], ...]}``, all of it finished German text.
        height: height of the figure in CSS pixels; a picture brings its own.
        level: level of the title as a heading, 2 to 6.
    """

    _esm = script("chart")

    figure_json = t.Dict(None, allow_none=True).tag(sync=True)
    title = t.Unicode().tag(sync=True)
    summary = t.Unicode().tag(sync=True)
    table: "t.Dict[str, Json]" = t.Dict().tag(sync=True)
    height = t.Int(360).tag(sync=True)
    level = t.Int(4, min=2, max=6).tag(sync=True)
    dark_colours = t.Dict(DARK).tag(sync=True)

    def __init__(
        self,
        figure_json: dict[str, Json] | None = None,
        title: str = "",
        summary: str = "",
        table: dict[str, Json] | None = None,
        height: int = 360,
        level: int = 4,
        **block: Any,
    ) -> None:
        super().__init__(
            figure_json=figure_json,
            title=title,
            summary=summary,
            table=table or {},
            height=height,
            level=level,
            **block,
        )
        self.on_msg(self._answer)

    @classmethod
    def of(cls, picture: Picture, **block: Any) -> "Chart":
        """A chart that shows the picture."""
        chart = cls(**block)
        chart.show(picture)
        return chart

    def show(self, picture: Picture) -> None:
        """Replace what is shown."""
        self.tell(
            height=picture.figure.layout["height"],
            title=picture.title,
            summary=picture.summary,
            table={
                "columns": [str(column) for column in picture.table.columns],
                "rows": [[str(cell) for cell in row] for row in picture.table.itertuples(index=False)],
            },
            figure_json=picture.figure.json(),
        )

    def _answer(self, _widget: object, content: Json, _buffers: object) -> None:
        if content == {"type": "plotly"}:
            self.send({"type": "plotly"}, buffers=[plotly_script()])
