"""A form made of a table of the schema: what it shows, and what comes back from it.

``Said`` is the same on both sides: key → an entry's value as TOML has it, a mapping for a section, `Row`s for a list of
sections, None for what is not there.
"""

import datetime as dt
import re
import tomllib
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, cast

from coursetools.company_editor.toml_edit import Row
from coursetools.company_editor.values import written
from fairki.company import kinds
from fairki.company.schema import Entry, Many, One, Section

RAW = "raw"
"""How an entry is asked for whose kind has no shape: as TOML."""
UPLOAD, ORIGIN = "datei", "@"
Said = dict[str, Any]
Arguments = Mapping[str, Sequence[str]]


def shape_of(entry: Entry) -> str:
    """How a form asks for an entry."""
    return getattr(entry.kind, "shape", RAW)


def known_of(entry: Entry) -> Collection[Any]:
    """What can be chosen there."""
    return getattr(entry.kind, "known", ())


def asks_for(table: Section, shape: str) -> bool:
    """Whether an entry of this shape is among those of a table."""
    return any(
        shape_of(one) == shape if isinstance(one, Entry) else asks_for(one.section, shape)
        for one in table.values()
    )


def said(table: Section, raw: Mapping[str, Any]) -> Said:
    """What a file says, for the form."""
    found: Said = {}
    for key, one in table.items():
        value = raw.get(key)
        if isinstance(one, Many):
            listed = value if isinstance(value, list) else []
            found[key] = [
                Row(said(one.section, row), at) for at, row in enumerate(listed) if isinstance(row, dict)
            ]
        elif isinstance(one, One):
            found[key] = said(one.section, value) if isinstance(value, dict) else None
        else:
            found[key] = value
    return found


def returned(table: Section, raw: Mapping[str, Any], given: Arguments, prefix: str = "") -> Said:
    """What somebody filled in; ``raw`` is what the file said before."""
    found: Said = {}
    for key, one in table.items():
        name, value = f"{prefix}{key}", raw.get(key)
        if isinstance(one, Many):
            listed = value if isinstance(value, list) else []
            found[key] = [_row(one.section, listed, given, f"{name}.{at}.") for at in _numbers(given, name)]
        elif isinstance(one, One):
            inside = value if isinstance(value, dict) else None
            answered = returned(one.section, inside or {}, given, f"{name}.")
            found[key] = answered if one.needed or _is_filled(answered) else None
        else:
            found[key] = _value(one, value, given, name)
    return found


def _row(section: Section, listed: Sequence[Any], given: Arguments, prefix: str) -> Row:
    origin = _only(given, f"{prefix}{ORIGIN}")
    at = int(origin) if origin.isascii() and origin.isdigit() and int(origin) < len(listed) else None
    return Row(returned(section, listed[at] if at is not None else {}, given, prefix), at)


def _numbers(given: Arguments, name: str) -> list[int]:
    pattern = re.compile(rf"{re.escape(name)}\.(\d{{1,3}})\.{ORIGIN}")
    return sorted(int(found[1]) for one in given if (found := pattern.fullmatch(one)))


def _is_filled(answered: Any) -> bool:
    if isinstance(answered, dict):
        return any(map(_is_filled, answered.values()))
    return answered not in (None, "", [], {}, False)


def _only(given: Arguments, name: str) -> str:
    return given[name][-1] if given.get(name) else ""


def line(text: str) -> str:
    """One line: breaks become blanks, and signs that nobody sees (such as Word's soft hyphens) go."""
    return "".join(sign for sign in " ".join(text.split()) if sign.isprintable())


def _value(entry: Entry, now: Any, given: Arguments, name: str) -> Any:
    shape = shape_of(entry)
    read, text = _READ.get(shape), _only(given, name)
    if read and now is not None and text.replace("\r\n", "\n") == shown(shape, now):
        return now  # untouched, whatever stands there
    value = read(text) if read else _chosen(shape, entry, now, given, name)
    if shape == kinds.FLAG and not value and now is None and not entry.needed:
        return None
    if value == "" and now is None:
        return None  # what is not there stays so
    if value in ("", [], {}) and not isinstance(value, bool) and not entry.needed:
        return now if now == value else None
    return value


def _chosen(shape: str, entry: Entry, now: Any, given: Arguments, name: str) -> Any:
    if shape == kinds.FLAG:
        return name in given
    known = known_of(entry)
    if shape == kinds.CHOICES:
        before = now if isinstance(now, list) else []
        ticked = [one for one in given.get(name, ()) if one in known]
        return [one for one in before if one in ticked] + [one for one in ticked if one not in before]
    questions = cast(Mapping[str, Collection[Any]], known)
    before = list(now) if isinstance(now, dict) else []
    answers = {}
    for question in [
        *[one for one in before if one in questions],
        *[one for one in questions if one not in before],
    ]:
        for answer in questions[question]:
            if str(answer) == _only(given, f"{name}.{question}"):
                answers[question] = answer
    return answers


_UNCLEAR = re.compile(r"-?[1-9][0-9]{0,2}[.,][0-9]{3}")
"""In ``1.240`` the point may stand before a fraction or after the thousands."""


def _number(text: str) -> Any:
    plain = line(text)
    if re.fullmatch(r"-?[0-9]{1,12}", plain):
        return int(plain)
    if _UNCLEAR.fullmatch(plain):
        return plain  # stays as it was typed, and does not fit
    return float(plain.replace(",", ".")) if re.fullmatch(r"-?[0-9]{1,12}[.,][0-9]{1,6}", plain) else plain


def _day(text: str) -> Any:
    try:
        return dt.date.fromisoformat(line(text))
    except ValueError:
        return line(text)


def _lines(text: str) -> list[str]:
    return [found for one in text.splitlines() if (found := line(one))]


def _raw(text: str) -> Any:
    try:
        return tomllib.loads(f"x = {text}\n")["x"] if text.strip() else ""
    except (tomllib.TOMLDecodeError, RecursionError):
        return line(text)


_READ: Mapping[str, Callable[[str], Any]] = {
    kinds.LINE: line,
    kinds.TEXT: line,
    kinds.ID: line,
    kinds.COLOUR: line,
    kinds.CHOICE: line,
    kinds.FILE: line,
    kinds.NUMBER: _number,
    kinds.DAY: _day,
    kinds.LINES: _lines,
    RAW: _raw,
}


def shown(shape: str, value: Any) -> str:
    """A value as it stands in its field."""
    if value is None:
        return ""
    if shape == RAW:
        return written(value)
    if shape == kinds.LINES and isinstance(value, list):
        return "\n".join(map(str, value))
    return str(value)


def changed_rows(answered: Said, what: str, name: str) -> str:
    """Add, move or take away a section of a list, in place; returns the name of what is to be looked at then.

    Args:
        answered: of a form.
        what: ``neu``, ``weg``, ``hoch`` or ``runter``.
        name: of the list for ``neu``, such as ``werkzeuge``, else of the section, such as ``werkzeuge.2``.
    """
    path, at = (name, None) if what == "neu" else (name.rpartition(".")[0], int(name.rpartition(".")[2]))
    rows = _list(answered, path)
    if at is None:
        rows.append(Row({}))
        return f"{path}.{len(rows) - 1}"
    if not 0 <= at < len(rows):
        return path
    if what == "weg":
        del rows[at]
        return path
    other = at - 1 if what == "hoch" else at + 1
    if 0 <= other < len(rows):
        rows[at], rows[other] = rows[other], rows[at]
        return f"{path}.{other}"
    return name


def _list(answered: Said, path: str) -> list[Row]:
    here: Any = answered
    for part in path.split("."):
        if isinstance(here, Row):
            here = here.wanted
        if isinstance(here, list):
            here = here[int(part)]
            continue
        if here.get(part) is None:
            here[part] = []
        here = here[part]
    if not isinstance(here, list):
        raise KeyError(path)
    return here
