"""Texts that people typed or pasted, made fit for every file."""

import re
from typing import Any

_LINE_BREAKS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANKS, _RUN = " \N{NO-BREAK SPACE}\ufeff", "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"
_NOT_PRINTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


def clean(value: Any) -> Any:
    """The same text without what no file can hold; of lists and dictionaries (plain JSON) each text in it.

    Every way to break a line becomes a line feed, so that no two words stick together. Control characters,
    noncharacters and halves of characters (a lone surrogate, as from an emoji that was cut in two) go; they are
    not allowed in XML 1.0, and UTF-8 has no halves. Everything else stays, tabs and right-to-left marks, too.
    """
    if isinstance(value, str):
        whole = value.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
        return _NOT_PRINTED.sub("", _LINE_BREAKS.sub("\n", whole))
    if isinstance(value, list):
        return [clean(one) for one in value]
    if isinstance(value, dict):
        return {key: clean(one) for key, one in value.items()}
    return value


def inert(text: str) -> str:
    """The same text as a cell of a CSV file that no spreadsheet takes for a formula: with an apostrophe before it.

    A cell that begins with ``=``, ``+``, ``-``, ``@``, or with a tab or a line break (also after blanks) is run by some
    spreadsheets. One that begins so after apostrophes gets one more, too: ``active`` gives back every text as it was.
    """
    return f"'{text}" if _would_run(text) else text


def active(text: str) -> str:
    """The text that a cell written by ``inert`` stands for."""
    return text[1:] if text.startswith("'") and _would_run(text) else text


def _would_run(text: str) -> bool:
    begin = text.lstrip("'").lstrip(_BLANKS)[:1]
    return begin != "" and begin in _RUN
