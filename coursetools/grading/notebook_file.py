"""A file that was handed in, read as a notebook however a browser, an editor or an older Jupyter left it.

What is kept of it is what people wrote. Saved outputs are not: they can be huge, and grading makes its own.
"""

import codecs
import json
from typing import Any

from coursetools.grading.arrivals import Refused
from coursetools.grading.hand_in import MOST_BYTES
from fairki import speech

DAMAGED = (
    "Das ist kein lesbares Notebook.",
    "Vielleicht wurde die Datei beim Hochladen beschädigt. Bitten Sie um eine neue.",
)
EMPTY = (
    "Die Datei ist leer.",
    "Vielleicht liegt sie nur in der Cloud, oder das Hochladen brach ab. Bitten Sie um eine neue.",
)
OTHER_KINDS = {
    b"PK\x03\x04": "eine Zip-, Word- oder Excel-Datei",
    b"%PDF": "ein PDF",
    b"\x89PNG": "ein Bild",
    b"\xff\xd8\xff": "ein Bild",
    b"\xd0\xcf\x11\xe0": "eine alte Word- oder Excel-Datei",
}
"""How files begin that are something else than their name says."""
CURRENT_FORMAT = 4
NOT_KEPT = ("widgets", "colab", "authors")
"""Metadata of a notebook that is an output, too, or says who the author is."""
NOT_KEPT_OF_CELLS = ("executionInfo",)
"""Colab keeps the name of the person here who ran the cell."""
OLDEST_FORMAT = 3
"""Formats of notebooks: 4 is today's, 3 the one of IPython until 2015, which some tools still write."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)


def tidied(content: bytes) -> tuple[dict[str, Any], bytes]:
    """The notebook in ``content``, and the bytes to keep: the same ones unless something had to be put in order.

    Put in order are: the encoding (UTF-16, old Windows), the format 3, line ends inside cells, saved outputs, names of
    authors.

    Raises:
        Refused: it is no notebook, or one that this course cannot read, with the true reason.
    """
    if not content.strip(b"\0 \t\r\n"):
        raise Refused(*EMPTY)
    for beginning, kind in OTHER_KINDS.items():
        if content.startswith(beginning):
            raise Refused(
                f"Das ist {kind} mit der falschen Endung.", "Bitten Sie um das Notebook (Endung .ipynb)."
            )
    text, encoding = _text(content)
    try:
        notebook = json.loads(text)
    except (ValueError, RecursionError):
        raise Refused(*_no_json(text)) from None
    if not isinstance(notebook, dict) or not isinstance(notebook.get("metadata", {}), dict):
        raise Refused(*DAMAGED)
    today = _of_today(notebook)
    if not isinstance(today.get("cells"), list):
        raise Refused(*DAMAGED)
    changed = [_tidy(cell) for cell in today["cells"] if isinstance(cell, dict)]
    changed.append(_drop(today.get("metadata"), NOT_KEPT))
    if any(changed) or encoding != "utf-8" or today is not notebook:
        content = json.dumps(today, ensure_ascii=False, indent=1).encode("utf-8", "replace")
    if len(content) > MOST_BYTES:
        raise Refused(
            f"Auch ohne gespeicherte Ausgaben ist die Datei viel zu groß"
            f" ({speech.number(len(content) / (1 << 20))} MB).",
            "Bitten Sie um eine Abgabe ohne große Bilder und eingefügte Daten.",
        )
    return today, content


def _text(content: bytes) -> tuple[str, str]:
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    if encoding == "utf-8" and b"\0" in content[:2]:
        encoding = (
            "utf-16-be" if content[:1] == b"\0" else "utf-16-le"
        )  # as some editors write it, without a mark
    try:
        return content.decode(encoding), encoding
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1252"), "cp1252"  # saved as „ANSI“
    except UnicodeDecodeError:
        raise Refused(*DAMAGED) from None


def _no_json(text: str) -> tuple[str, str]:
    start = text.lstrip()[:200].lower()
    if start.startswith(("<!doctype", "<html")):
        return (
            "Das ist eine Internetseite, kein Notebook.",
            "Oft wurde die Ansicht gespeichert statt der Datei. Bitten Sie um die Datei mit der Endung .ipynb.",
        )
    if start.startswith("{") and not text.rstrip().endswith("}"):
        return (
            "Das ist kein lesbares Notebook: Die Datei ist abgeschnitten.",
            "Das Speichern oder Hochladen brach ab. Bitten Sie um eine neue.",
        )
    return DAMAGED


def _of_today(notebook: dict[str, Any]) -> dict[str, Any]:
    version = notebook.get("nbformat")
    if version == CURRENT_FORMAT:
        return notebook
    if version == OLDEST_FORMAT and isinstance(notebook.get("worksheets"), list):
        import nbformat

        try:
            converted = nbformat.convert(nbformat.from_dict(notebook), CURRENT_FORMAT)
        except Exception:  # whatever a stranger's file makes the converter raise
            raise Refused(*_format(version)) from None
        current: dict[str, Any] = json.loads(json.dumps(converted))
        return current
    if isinstance(version, int) and not isinstance(version, bool) and "nbformat" in notebook:
        raise Refused(*_format(version))
    raise Refused(*DAMAGED)


def _format(version: int) -> tuple[str, str]:
    return (
        f"Das ist kein lesbares Notebook: Sein Format ist {version}, hier gilt Format {CURRENT_FORMAT}.",
        "Öffnen und speichern Sie es in einem heutigen JupyterLab. Oder bitten Sie um eine Datei von dort.",
    )


def _tidy(cell: dict[str, Any]) -> bool:
    """Drop saved outputs, foreign line ends and who ran it; whether there were any."""
    source = cell.get("source")
    text = "".join(map(str, source)) if isinstance(source, list) else source
    foreign = False
    if isinstance(text, str) and "\r" in text:
        foreign = True
        cell["source"] = text.replace("\r\n", "\n").replace("\r", "\n")
    saved = bool(cell.get("outputs") or cell.get("execution_count"))
    if saved and cell.get("cell_type") == "code":
        cell["outputs"], cell["execution_count"] = [], None
    elif saved:
        cell.pop("outputs", None)
        cell.pop("execution_count", None)
    personal = _drop(cell.get("metadata"), NOT_KEPT_OF_CELLS)
    return foreign or saved or personal


def _drop(metadata: Any, names: tuple[str, ...]) -> bool:
    """Remove these entries; whether there were any."""
    found = [name for name in names if name in metadata] if isinstance(metadata, dict) else []
    for name in found:
        del metadata[name]
    return bool(found)
