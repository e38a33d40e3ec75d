"""From a notebook to a finished page: run its cells in a kernel, then fill the template."""

import json
import re
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from typing import Any

from nbformat import NotebookNode
from voila.execute import VoilaExecutor
from voila.exporter import VoilaExporter, VoilaMarkdownRenderer

from coursetools.serve import de, outline
from coursetools.serve.assets import Addresses, Assets
from fairki import language

TEMPLATES = str(files("coursetools.serve") / "templates")

# Stands in the finished page where its own digest belongs: by it the page knows a kernel that fits.
DIGEST = "digest-of-a-page"

# Traits that only JupyterLab's widget manager reads.
_FOREIGN_TRAITS = {"layout", "tabbable", "tooltip"}


@dataclass(frozen=True)
class Executed:
    """A notebook with its outputs, and its widgets: states and binary parts by model id."""

    notebook: NotebookNode
    states: dict[str, dict[str, Any]]
    buffers: dict[str, list[dict[str, Any]]]


class Prose(VoilaMarkdownRenderer):  # type: ignore[misc]  # Voilà has no types
    """Markdown to HTML: headings can be linked to (as in JupyterLab) but carry no visible sign for it."""

    def heading(self, text: str, level: int, **attributes: Any) -> str:
        """A heading with its own text as its id."""
        name = escape(re.sub(r"<[^>]*>", "", text).strip().replace(" ", "-"))
        return f'<h{level} id="{name}">{text}</h{level}>\n'


class Renderer:
    """Runs notebooks and makes pages of them."""

    def __init__(self, assets: Assets, addresses: Addresses, contents_manager: Any, log: Any):
        self.assets, self.addresses, self.log = assets, addresses, log
        self.exporter = VoilaExporter(
            template_paths=[TEMPLATES],
            template_name="fairki",
            contents_manager=contents_manager,
            base_url=assets.base_url,
            language_code=language.chosen(),
            markdown_renderer_class=Prose,
            log=log,
        )

    async def execute(self, notebook: NotebookNode, kernel_manager: Any) -> Executed:
        """Run all cells of `notebook` in the kernel; the notebook is changed in place.

        Raises:
            CellExecutionError: if a cell fails.
            CellTimeoutError, DeadKernelError: if a cell takes more than two minutes, or ends the kernel.
        """
        executor = VoilaExecutor(notebook, km=kernel_manager, timeout=120, log=self.log)
        try:
            await executor.async_start_new_kernel_client()
            for index, cell in enumerate(notebook.cells):
                await executor.execute_cell(cell, None, index, store_history=False)
        finally:
            if executor.kc is not None:  # also of a visitor who left while the kernel started
                executor.kc.stop_channels()
        buffers = {model: list(parts.values()) for model, parts in executor.widget_buffers.items()}
        return Executed(notebook, executor.widget_state, buffers)

    async def page(
        self, executed: Executed, title: str, path: str, python: dict[str, Any] | None = None
    ) -> str:
        """The finished HTML of the page at `path`, with `DIGEST` where its digest belongs.

        `python`: what the page needs to run Python itself, if it does.
        """
        widgets = {}
        for model, state in executed.states.items():
            if state["_model_module"] != "@jupyter-widgets/base":  # layouts: our blocks bring their own looks
                widgets[model] = self._widget(state, executed.buffers.get(model, []))
        context = {
            "language": language.chosen(),
            "de": de,
            "title": title,
            "at": self.addresses,
            "path": path,
            "digest": DIGEST,
            "outline": lambda shown: outline.of(shown, executed.states),
            "scripts": sorted({one["esm"] for one in widgets.values() if "esm" in one and not _later(one)}),
            "widgets": _in_page(widgets),
            "python": _in_page(python) if python else "",
        }
        pieces = self.exporter.generate_from_notebook_node(executed.notebook, extra_context=context)
        return "".join([piece async for piece, _ in pieces])

    def _widget(self, state: dict[str, Any], buffers: list[dict[str, Any]]) -> dict[str, Any]:
        """What the page runtime needs to know of a widget; its script and style become files of their own."""
        if state["_model_module"] != "anywidget":
            return {"unsupported": state["_model_name"]}
        name = state["_anywidget_id"].rpartition(".")[2].lower()
        widget: dict[str, Any] = {"esm": self.assets.add_script(f"{name}.js", state["_esm"])}
        if state.get("_css"):
            widget["css"] = self.assets.add(f"{name}.css", state["_css"])
        widget["state"] = {
            trait: value
            for trait, value in state.items()
            if not trait.startswith("_") and trait not in _FOREIGN_TRAITS
        }
        if buffers:
            widget["buffers"] = buffers
        return widget


def _in_page(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")


def _later(widget: dict[str, Any]) -> bool:
    """Whether it is hidden and keeps no answer: such a one ``page.js`` starts when it is to be seen."""
    return widget["state"].get("visible") is False and not widget["state"].get("key")
