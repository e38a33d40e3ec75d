"""What stands where in a TOML file: its statements with their lines, so that an edit touches these lines alone.

The text has to be valid TOML. Lines are counted from 0; each keeps its own end.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

Place = tuple[str | int, ...]

_HEAD = re.compile(r"\s*(\[\[?)([^#]*?)\]\]?\s*(?:#.*)?", re.DOTALL)
_KEY = re.compile(
    r"""\s*((?:"[^"\n]*"|'[^'\n]*'|[\w-]+)(?:\s*\.\s*(?:"[^"\n]*"|'[^'\n]*'|[\w-]+))*)\s*=[ \t]*"""
)
_PART = re.compile(r"""\s*("[^"\n]*"|'[^'\n]*'|[\w-]+)\s*\.?""")
_QUOTES = ('"""', "'''", '"', "'")


@dataclass(frozen=True)
class Statement:
    """A header or an entry of a file.

    Attributes:
        place: where it belongs, such as ``("faelle", 0, "id")``.
        first, end: its lines, the last one excluded.
        head: whether it begins a section.
        value: of an entry, from where to where its value stands in the text of these lines.
    """

    place: Place
    first: int
    end: int
    head: bool
    value: tuple[int, int] = (0, 0)


def lines_of(text: str) -> list[str]:
    """The lines of a text with their ends; nothing but a line feed ends one."""
    return re.findall(r"[^\n]*\n|[^\n]+$", text)


def found(lines: list[str]) -> list[Statement]:
    """All statements, from top to bottom."""
    statements: list[Statement] = []
    counts: dict[Place, int] = {}
    section: Place = ()
    at = 0
    while at < len(lines):
        line = lines[at]
        if not line.strip() or line.lstrip().startswith("#"):
            at += 1
        elif key := _KEY.match(line):
            rest = "".join(lines[at:])
            end = _value_end(rest, key.end())
            after = at + rest[:end].count("\n") + 1
            statements.append(Statement((*section, *_parts(key[1])), at, after, False, (key.end(), end)))
            at = after
        else:
            head = _HEAD.fullmatch(line.rstrip("\r\n"))
            section = ()
            for part in _parts(head[2]) if head else ():
                if section in counts:  # within the newest of that list
                    section = (*section, counts[section] - 1)
                section = (*section, part)
            if head and head[1] == "[[":
                counts[section] = counts.get(section, 0) + 1
                section = (*section, counts[section] - 1)
            statements.append(Statement(section, at, at + 1, True))
            at += 1
    return statements


def _parts(name: str) -> list[str]:
    return [part.strip("\"'") for part in _PART.findall(name)]


def _value_end(text: str, at: int) -> int:
    """Where the value ends that begins there: before the comment or the end of its line."""
    depth, last = 0, at
    while at < len(text):
        sign = text[at]
        if quote := next((one for one in _QUOTES if text.startswith(one, at)), ""):
            at = last = _string_end(text, at + len(quote), quote)
            continue
        if sign == "#":
            if not depth:
                break
            at = text.find("\n", at)
            continue
        if sign == "\n" and not depth:
            break
        depth += (sign in "[{") - (sign in "]}")
        at += 1
        if not sign.isspace():
            last = at
    return last


def _string_end(text: str, at: int, quote: str) -> int:
    while not text.startswith(quote, at):
        at += 2 if text[at] == "\\" and quote[0] == '"' else 1
    at += len(quote)
    while len(quote) == 3 and text.startswith(quote[0], at):  # quotes just before the end belong to the text
        at += 1
    return at


COMMENTED_HEAD = re.compile(r"#\s?(\[\[?[\w.\s-]+\]\]?)\s*(?:#.*)?")
COMMENTED_KEY = re.compile(r"#\s?([\w-]+)\s*=\s*\S.*")


def uncommented(line: str) -> str:
    """A line that was switched off, as it would stand there."""
    return re.sub(r"^#\s?", "", line)


def is_code(line: str) -> bool:
    """Whether a comment is a section or an entry that was switched off, or the bare sign between such."""
    bare = line.strip()
    return bare == "#" or bool(COMMENTED_HEAD.fullmatch(bare) or COMMENTED_KEY.fullmatch(bare))


def is_comment(line: str) -> bool:
    """Whether there is nothing but a comment in it."""
    return line.lstrip().startswith("#")


def last_line(statements: Iterable[Statement]) -> int:
    """The line behind the last of some statements."""
    return max(one.end for one in statements)
