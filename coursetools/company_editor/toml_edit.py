"""Edits a TOML file by hand, as it were: what is not changed stays as it is, to the letter.

A change of one entry changes its line alone: comment, order and quotes stay. What is taken away stays as a comment,
what is added takes the place of its commented line, if the file has one. Each edit is proved afterwards: the new text
says what it should, or nothing is changed.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import tomlkit

from coursetools.company_editor import blocks, values
from coursetools.company_editor.blocks import Draft
from coursetools.company_editor.de import pages as de
from coursetools.company_editor.statements import Place, lines_of
from fairki.company.schema import Many, One, Section
from fairki.errors import FairkiError


@dataclass(frozen=True)
class Row:
    """One section of a list, as it is to be: ``origin`` is its place in the list before, None if it is new."""

    wanted: Mapping[str, Any]
    origin: int | None = None


def edited(text: str, table: Section, wanted: Mapping[str, Any]) -> str:
    """A text in which some keys of a table are as wanted.

    Args:
        text: valid TOML.
        table: what may stand in it.
        wanted: key → an entry's value, a mapping for a section, `Row`s for a list of sections, None for nothing. Keys
            that are not named stay.

    Raises:
        FairkiError: the file is written in a way that cannot be edited here.
    """
    now = tomllib.loads(text)
    expected = _merged(now, table, wanted)
    if expected == now:
        return text
    draft = Draft.of(text)
    _write(draft, (), table, now, wanted)
    if _says(draft.text, expected):
        return draft.text
    document = tomlkit.parse(text)  # written in an unusual way, such as a section within one line
    for key in wanted:
        if key not in expected:
            document.pop(key, None)
        elif document.get(key) != expected[key]:
            document[key] = expected[key]
    if not _says(tomlkit.dumps(document), expected):
        raise FairkiError(*de.CANNOT_EDIT)
    return tomlkit.dumps(document)


def _says(text: str, expected: Mapping[str, Any]) -> bool:
    try:
        return tomllib.loads(text) == expected
    except tomllib.TOMLDecodeError:
        return False


def _merged(now: Mapping[str, Any], table: Section, wanted: Mapping[str, Any]) -> dict[str, Any]:
    """What is to be said in the end; what nobody asked about stays."""
    found = dict(now)
    for key, value in wanted.items():
        here, there = table[key], now.get(key)
        if isinstance(here, Many):
            listed = there if isinstance(there, list) else []
            if value or listed:
                found[key] = [_merged(_row(listed, row), here.section, row.wanted) for row in value]
            if not value and listed:
                del found[key]
        elif value is None:
            found.pop(key, None)
        elif isinstance(here, One):
            found[key] = _merged(there if isinstance(there, dict) else {}, here.section, value)
        else:
            found[key] = value
    return found


def _row(listed: Sequence[Any], row: Row) -> Mapping[str, Any]:
    return listed[row.origin] if row.origin is not None else {}


def _write(
    draft: Draft, place: Place, table: Section, now: Mapping[str, Any], wanted: Mapping[str, Any]
) -> None:
    for key, value in wanted.items():
        here, there, inside = table[key], now.get(key), (*place, key)
        if isinstance(here, Many):
            listed = there if isinstance(there, list) else []
            if [row.origin for row in value] != list(range(len(listed))):
                blocks.arrange(draft, inside, len(listed), [row.origin for row in value])
            for at, row in enumerate(value):
                _write(draft, (*inside, at), here.section, _row(listed, row), row.wanted)
        elif isinstance(here, One):
            if value is None and there is not None:
                blocks.switch_off(draft, inside)
            elif value is not None:
                if there is None:
                    blocks.switch_on(draft, inside, many=False)
                _write(draft, inside, here.section, there if isinstance(there, dict) else {}, value)
        elif value != there or type(value) is not type(there):
            _entry(draft, inside, list(table), value)


def _entry(draft: Draft, place: Place, order: Sequence[str], value: Any) -> None:
    known = draft.entry(place)
    if value is None and known:
        blocks.comment_out(draft, known.first, known.end)
    elif known:
        start, end = known.value
        text = "".join(draft.lines[known.first : known.end])
        new = text[:start] + values.rewritten(text[start:end], value) + text[end:]
        draft.replace(known.first, known.end, lines_of(new))
    elif value is not None:
        blocks.add_entry(draft, place, order, values.written(value))
