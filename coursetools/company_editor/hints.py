"""What a company's file explains about itself: the comments of the template, for the forms."""

import tomllib
from dataclasses import dataclass, field
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any

from coursetools.company_editor import statements
from coursetools.company_editor.de import names
from coursetools.own_company import TEMPLATE
from fairki import company
from fairki.company import reading
from fairki.company.schema import File

Names = tuple[str, ...]


@dataclass
class Hints:
    """Explanations by place, without numbers.

    Attributes:
        intro: what stands at the beginning of the file.
        sections: what stands above a section.
        entries: what stands behind an entry.
        examples: the value of an entry that is switched off.
    """

    intro: str = ""
    sections: dict[Names, str] = field(default_factory=dict)
    entries: dict[Names, str] = field(default_factory=dict)
    examples: dict[Names, Any] = field(default_factory=dict)


def of(file: File) -> Hints:
    """What the template says about a file; nothing, if there is none."""
    if file.name == reading.FILE and not file.folder:
        return _read(company.chosen.SHIPPED)
    for path in sorted((TEMPLATE / file.folder).glob("*.toml")):
        if fnmatch(path.name, file.name):
            return _read(path)
    return Hints()


@cache
def _read(path: Path) -> Hints:
    raw = statements.lines_of(path.read_text(encoding="utf-8"))
    lines = [statements.uncommented(line) if _is_code(line) else line for line in raw]
    hints = Hints(_prose(raw, _comment_end(raw)))
    for one in statements.found(lines):
        place = tuple(part for part in one.place if isinstance(part, str))
        if one.head:
            hints.sections.setdefault(place, _prose(lines, one.first, hints.intro))
            continue
        text = "".join(lines[one.first : one.end])
        behind = text[one.value[1] :].strip()
        hints.entries.setdefault(
            place, _sentence(behind.lstrip("# ")) or _prose(lines, one.first, hints.intro)
        )
        if raw[one.first] != lines[one.first]:
            hints.examples.setdefault(place, tomllib.loads(text)[str(place[-1])])
    return hints


def _is_code(line: str) -> bool:
    return statements.is_code(line) and line.strip() != "#"


def _comment_end(lines: list[str]) -> int:
    at = 0
    while at < len(lines) and statements.is_comment(lines[at]) and not statements.is_code(lines[at]):
        at += 1
    return at


def _prose(lines: list[str], end: int, but: str = "") -> str:
    """The comment that ends before a line."""
    first = end
    while first and statements.is_comment(lines[first - 1]) and not statements.is_code(lines[first - 1]):
        first -= 1
    found = " ".join(line.strip().lstrip("# ") for line in lines[first:end])
    for said in names.IN_EDITORS:
        found = found.replace(said, "").strip()
    return "" if found == but else found


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
