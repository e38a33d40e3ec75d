"""A value in the text of a file: written anew where it changed, and as little of it as possible."""

from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Any

import tomlkit
from tomlkit.items import Array, InlineTable


def written(value: Any) -> str:
    """A value as TOML."""
    if isinstance(value, Mapping):
        return (
            f"{{ {', '.join(f'{key} = {written(one)}' for key, one in value.items())} }}" if value else "{}"
        )
    text: str = tomlkit.item(value).as_string()
    return text


def rewritten(before: str, value: Any) -> str:
    """A value in the place of one that stands there as ``before``: quotes and form stay where they can."""
    if isinstance(value, str):
        literal = before.startswith("'") and not before.startswith("'''")
        return f"'{value}'" if literal and "'" not in value and value.isprintable() else written(value)
    if not isinstance(value, list | Mapping):
        return written(value)
    try:
        there = tomlkit.parse(f"x = {before}\n").item("x")
    except tomlkit.exceptions.TOMLKitError:
        return written(value)
    if isinstance(value, list) and isinstance(there, Array):
        _bring(there, value)
    elif isinstance(value, Mapping) and isinstance(there, InlineTable):
        if there.keys() != value.keys():
            return written(value)
        for key, one in value.items():
            if there[key] != one:
                there[key] = one
    else:
        return written(value)
    return there.as_string()


def _bring(array: Array, wanted: list[Any]) -> None:
    """Make a list what it is to be, entry by entry, so that the others keep their lines and comments."""
    there = array.unwrap()
    matcher = SequenceMatcher(
        None, [repr(one) for one in there], [repr(one) for one in wanted], autojunk=False
    )
    for tag, first, end, start, stop in reversed(matcher.get_opcodes()):
        if tag == "equal":
            continue
        both = min(end - first, stop - start)
        for at in reversed(range(first + both, end)):
            del array[at]
        for at in range(both):
            array[first + at] = wanted[start + at]
        for at in range(start + both, stop):
            array.insert(first + at - start, wanted[at])
