"""From a released exercise to the notebook behind its form page."""

import json

import nbformat
from nbformat import NotebookNode

from fairki.company import marks

FOLDED = (
    "Für Teil B schreiben Sie ein wenig Python. Er ist freiwillig und geht nur im Notebook: Speichern Sie"
    " unten Ihre Abgabe, öffnen Sie die Datei in JupyterLab und lösen Sie dort Teil B. Sie können auch mit"
    " dem [leeren Notebook]({slug}.ipynb) beginnen."
)

SHOWN = "shown"
"""Tag of cells that only show something: no block needs them, a page that is drawn already does not run them."""

END = (
    "## Prüfen und abgeben\n\n„Alles prüfen“ zeigt Ihnen, welche Antworten noch fehlen. „Abgabe speichern“"
    " legt eine Datei auf Ihrem Gerät ab. Geben Sie diese Datei so ab, wie Ihre Kursleitung es vorsieht."
    " Danach können Sie unter jeder Aufgabe den Lösungsweg aufklappen."
)


def build(released: NotebookNode) -> NotebookNode:
    """A notebook that asks the questions of ``released`` with accessible controls.

    Prose and tables stay as they are, each answer cell becomes one call. The released notebook travels along
    in the first cell, so that the page needs no file: its visible checks run in the page's kernel, and the
    hand-in is this notebook with the answers in it.
    """
    from fairki.ui.exercise import Exercise

    exercise = Exercise(released)
    form: NotebookNode = nbformat.v4.new_notebook(metadata={"kernelspec": released.metadata.kernelspec})
    form.cells.append(
        _code(
            "formular",
            f"from fairki import ui\n\nform = ui.Form({json.dumps(released, ensure_ascii=False)!r})",
        )
    )
    for place, part in enumerate(exercise.parts):
        if part.question is not None:
            form.cells.append(_code(part.question.id, f'form.ask("{part.question.id}")'))
        elif part.kind == "code":
            shown = _code(f"teil-{place}", marks.exchange_known(part.text, exercise.slug))
            shown.metadata["tags"] = [SHOWN]
            form.cells.append(shown)
        else:
            text = part.text if part.kind == "prose" else _folded(part.text, exercise.slug)
            text = marks.exchange_known(text, exercise.slug)
            form.cells.append(nbformat.v4.new_markdown_cell(text, id=f"teil-{place}"))
        if place == 0:
            form.cells.append(_code("zusage", "form.start()"))
        if part.kind == "fold":
            form.cells.append(_code(f"loesung-{place}", "form.further()"))
    form.cells.append(nbformat.v4.new_markdown_cell(END, id="ende"))
    form.cells.append(_code("abgabe", "form.finish()"))
    return form


def _code(name: str, source: str) -> NotebookNode:
    cell: NotebookNode = nbformat.v4.new_code_cell(source, id=name)
    return cell


def _folded(section: str, slug: str) -> str:
    """The section's heading, and one paragraph instead of its content."""
    return f"{section.splitlines()[0]}\n\n{FOLDED.format(slug=slug)}"
