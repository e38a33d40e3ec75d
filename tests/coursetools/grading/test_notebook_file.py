"""A notebook is read however it was saved, and refused with the true reason where it cannot be."""

import copy
import json

import nbformat
import pytest

from coursetools.grading.arrivals import Refused
from coursetools.grading.notebook_file import tidied

CODE = {"cell_type": "code", "id": "a", "metadata": {}, "source": ["x = 'Größe'\n", "x"], "outputs": [],
        "execution_count": None}  # fmt: skip
TEXT = {"cell_type": "markdown", "id": "b", "metadata": {}, "source": "Über Maß"}


def notebook(*cells: dict, **changed) -> dict:
    return {
        "cells": list(cells or (CODE, TEXT)),
        "metadata": {},
        "nbformat": 4,
        "nbformat_minor": 5,
        **changed,
    }


def raw(content: dict, encoding: str = "utf-8") -> bytes:
    return json.dumps(content, ensure_ascii=False).encode(encoding)


def texts(content: bytes) -> list[str]:
    return ["".join(cell["source"]) for cell in json.loads(content)["cells"]]


def reason(content: bytes) -> str:
    with pytest.raises(Refused) as refused:
        tidied(content)
    return " ".join(refused.value.args)


def test_a_tidy_file_is_kept_byte_for_byte():
    content = raw(notebook())
    assert tidied(content) == (notebook(), content)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_the_encoding_of_an_editor_changes_no_letter(encoding):
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    content = mark + raw(notebook(), encoding)
    assert texts(tidied(content)[1]) == ["x = 'Größe'\nx", "Über Maß"]


def test_line_ends_of_windows_and_old_macs_go_from_cells():
    windows = notebook(CODE | {"source": ["x = 1\r\n", "x\r\n"]}, TEXT | {"source": "a\rb"})
    assert texts(tidied(raw(windows))[1]) == ["x = 1\nx\n", "a\nb"]


def test_saved_outputs_go_and_everything_else_stays():
    picture = {"output_type": "display_data", "metadata": {}, "data": {"image/png": "A" * 12_000_000}}
    full = notebook(
        CODE | {"outputs": [picture], "execution_count": 7},
        TEXT | {"outputs": [], "execution_count": 3, "attachments": {"bild.png": {"image/png": "QUJD"}}},
    )
    found, content = tidied(raw(copy.deepcopy(full)))
    assert len(content) < 1000
    assert found["cells"] == [CODE, TEXT | {"attachments": {"bild.png": {"image/png": "QUJD"}}}]
    assert tidied(content) == (found, content)


def test_the_format_of_before_2015_is_read():
    before = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell("x = 1"), nbformat.v4.new_markdown_cell("Text")]
    )
    old = nbformat.convert(before, 3)
    assert texts(tidied(raw(old))[1]) == ["x = 1", "Text"]


@pytest.mark.parametrize(
    "content,said",
    [
        (raw(notebook(nbformat=5)), "Format ist 5"),
        (raw({"nbformat": 3, "worksheets": [{"cells": [{"cell_type": 4}]}], "metadata": {}}), "Format ist 3"),
        (raw({"nbformat": 2, "metadata": {}}), "Format ist 2"),
        (raw(notebook(nbformat=True)), "kein lesbares"),
        (raw(notebook())[:-30], "abgeschnitten"),
        (b"<!DOCTYPE html><html>", "Internetseite"),
        (b"", "ist leer"),
        (b"\x00" * 50, "ist leer"),
        (b"PK\x03\x04rest", "Word"),
        (b"%PDF-1.7", "ein PDF"),
        (b"\x89PNG\r\n", "ein Bild"),
        (b"\xff\xfe\x00", "kein lesbares"),
        (raw(notebook(cells=7)), "kein lesbares"),
        (raw(notebook(metadata=[])), "kein lesbares"),
        (raw(notebook(TEXT | {"source": "x" * (11 << 20)})), "Auch ohne gespeicherte Ausgaben"),
        (b'{"a":' * 5000, "abgeschnitten"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)  # fmt: skip
def test_what_cannot_be_read_says_why(content, said):
    assert said in reason(content)


def test_odd_cells_are_left_as_they_are():
    odd = notebook(
        CODE | {"source": None, "outputs": 5}, {"cell_type": 1}, "x", TEXT | {"source": [1, "\r\n"]}
    )
    found, content = tidied(raw(odd))
    assert len(found["cells"]) == 4 and tidied(content)[1] == content


def test_what_a_tool_notes_about_the_author_is_not_kept():
    """Colab keeps the name of whoever ran a cell and of the file; widgets keep their state, which is an output."""
    who = {"executionInfo": {"user": {"displayName": "Selma Ak"}}, "id": "x1", "nbgrader": {"grade_id": "a1"}}
    given = notebook(
        {"cell_type": "code", "source": "1", "outputs": [], "execution_count": None, "metadata": who}
    )
    given["metadata"] |= {
        "colab": {"name": "Selma Ak.ipynb"},
        "authors": [{"name": "Selma"}],
        "widgets": {"s": 1},
    }
    kept = tidied(raw(given))[1]
    assert b"Selma" not in kept and b"widgets" not in kept and b"grade_id" in kept
