"""Tables as learners read them."""

import html
from collections.abc import Iterable

import pandas as pd

from fairki import speech, worlds
from fairki.checks import de
from fairki.checks.objects import fitting
from fairki.kodex import PATTERNS


def show(table: pd.DataFrame) -> "Shown":
    """The table as learners read it: numbers (whole ones as they are, others with one decimal), texts."""
    return Shown(table)


def show_patterns(patterns: Iterable[str]) -> "Shown":
    """The sentence patterns with these keys, and what may stand in their blanks."""
    chosen = [PATTERNS[key] for key in patterns]
    sentences = [p.template.replace("{", "[").replace("}", "]") for p in chosen]
    blanks = ["; ".join(f"{b.name}: {fitting(b)}" for b in p.blanks) or de.NO_BLANK for p in chosen]
    keys = pd.Index([f'"{p.id}"' for p in chosen], name=de.RULE)
    return Shown(pd.DataFrame({de.SENTENCE: sentences, de.BLANKS: blanks}, index=keys))


class Shown:
    """A table with row and column headers that screen readers announce; Jupyter shows it as HTML."""

    def __init__(self, table: pd.DataFrame):
        self.table = table

    def __repr__(self) -> str:
        return self.table.to_string()

    def _repr_html_(self) -> str:
        shown = {name: _cells(column) for name, column in self.table.items()}
        first = worlds.recruiting.LABELS.get(str(self.table.index.name), self.table.index.name)
        heads = [f'<th scope="col">{html.escape(str(first))}</th>'] + [
            f'<th scope="col"{_number_class(self.table[name])}>{html.escape(str(name))}</th>'
            for name in shown
        ]
        rows = [
            f'<tr><th scope="row">{html.escape(str(name))}</th>' + "".join(cells)
            for name, *cells in zip(self.table.index, *shown.values(), strict=True)
        ]
        table = (
            f"<table><thead><tr>{''.join(heads)}</tr></thead><tbody>{'</tr>'.join(rows)}</tr></tbody></table>"
        )
        # a box that may scroll on a phone must be reachable by keyboard
        label = html.escape(de.caption(str(first)))  # several tables on a page are told apart
        return f'<div class="fk-table" role="region" aria-label="{label}" tabindex="0">{table}</div>'


def _number_class(column: pd.Series) -> str:
    return ' class="fk-number"' if pd.api.types.is_numeric_dtype(column) else ""


def _cells(column: pd.Series) -> list[str]:
    if not pd.api.types.is_numeric_dtype(column):
        return [f"<td>{html.escape(str(value))}</td>" for value in column]
    digits = 0 if pd.api.types.is_integer_dtype(column) else 1
    return [f"<td{_number_class(column)}>{speech.number(value, digits)}</td>" for value in column]
