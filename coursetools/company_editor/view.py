"""What a form looks like: fields, groups and lists, ready for the template."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coursetools.company_editor import form, naming
from coursetools.company_editor.de import names
from coursetools.company_editor.de import pages as de
from coursetools.company_editor.desk import pictures
from coursetools.company_editor.hints import Hints
from coursetools.company_editor.toml_edit import Row
from fairki.company import kinds
from fairki.company.schema import Entry, Many, One, Section

Errors = Mapping[str, Sequence[tuple[str, str]]]
"""Name of a field → what is wrong with it, and what to write."""
Option = tuple[str, str, bool]
"""What is sent, what is shown, whether it is chosen."""
LABELS_OF_ROWS = ("name", "titel", "title", "betreff", "frage", "id")
TYPES = {".svg": "image/svg+xml", ".png": "image/png"}


@dataclass(frozen=True)
class Field:
    """One entry of a form; ``questions`` are those of an entry with several: name, label, options."""

    name: str
    label: str
    shape: str
    text: str
    needed: bool
    hint: str
    errors: Sequence[tuple[str, str]]
    options: Sequence[Option] = ()
    questions: Sequence[tuple[str, str, Sequence[Option]]] = ()
    picture: str = ""
    ending: str = ""
    suggestions: Sequence[tuple[str, str]] = ()
    type: str = "field"


@dataclass(frozen=True)
class Group:
    """A section of a form."""

    name: str
    label: str
    intro: str
    parts: Sequence[Any]
    errors: Sequence[tuple[str, str]]
    needed: bool = True
    type: str = "group"


@dataclass(frozen=True)
class Item:
    """One section of a list. ``origin`` as in `Row`, or "" for a new one."""

    name: str
    label: str
    origin: str
    parts: Sequence[Any]
    open: bool
    errors: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Rows:
    """A list of sections."""

    name: str
    label: str
    intro: str
    items: Sequence[Item]
    errors: Sequence[tuple[str, str]]
    add: str
    full: bool
    type: str = "rows"


@dataclass
class View:
    """Draws a form. ``look`` is the field or section that was changed last, ``folder`` has the pictures."""

    hints: Hints
    errors: Errors
    folder: Path
    look: str = ""

    def parts(self, table: Section, said: Mapping[str, Any], prefix: str = "") -> list[Any]:
        """All of a section."""
        return [self._part(f"{prefix}{key}", key, one, said.get(key)) for key, one in table.items()]

    def _part(self, name: str, key: str, one: Entry | One | Many, value: Any) -> Field | Group | Rows:
        words = tuple(part for part in name.split(".") if not part.isdigit())
        if isinstance(one, Entry):
            return self._field(name, words, one, value)
        intro = self.hints.sections.get(words, "")
        if isinstance(one, One):
            parts = self.parts(one.section, value or {}, f"{name}.")
            return Group(name, naming.label(words), intro, parts, self._wrong(name), one.needed)
        items = [self._item(f"{name}.{at}", one, row, at) for at, row in enumerate(value or [])]
        return Rows(
            name,
            naming.label(words),
            intro,
            items,
            self._wrong(name),
            names.add(words, naming.label(words)),
            len(items) >= one.most,
        )

    def _item(self, name: str, many: Many, row: Row, at: int) -> Item:
        parts = self.parts(many.section, row.wanted, f"{name}.")
        called = next((str(row.wanted[key]) for key in LABELS_OF_ROWS if row.wanted.get(key)), "")
        first = next((_called(one) for one in parts if isinstance(one, Field) and one.text), "")
        wrong = any(one.startswith(f"{name}.") for one in self.errors)
        looked = self.look == name or self.look.startswith(f"{name}.")
        origin = "" if row.origin is None else str(row.origin)
        label = de.item(at + 1, called or first[:60])
        return Item(name, label, origin, parts, wrong or looked or not origin, self._wrong(name))

    def _field(self, name: str, words: tuple[str, ...], entry: Entry, value: Any) -> Field:
        shape = form.shape_of(entry)
        options: list[Option] = []
        questions: list[tuple[str, str, Sequence[Option]]] = []
        known: Any = form.known_of(entry)
        picture = ending = ""
        if shape == kinds.CHOICE:
            options = self._options(words, known, value)
        elif shape == kinds.CHOICES:
            chosen = value if isinstance(value, list) else []
            options = [(one, naming.choice(words, one), one in chosen) for one in known]
        elif shape == kinds.ANSWERS:
            given = value if isinstance(value, dict) else {}
            for question, answers in known.items():
                listed = self._options((*words, question), answers, given.get(question))
                questions.append((f"{name}.{question}", naming.label((*words, question)), listed))
        elif shape == kinds.FILE:
            (ending,) = known
            there = [path.name for path in pictures(self.folder) if path.suffix == ending]
            options = self._options(words, there, value or None)
            picture = self._picture(value)
        elif shape == kinds.FLAG:
            options = [("ja", "", value is True)]
        return Field(
            name,
            naming.label(words),
            shape,
            form.shown(shape, value) if shape not in (kinds.CHOICES, kinds.ANSWERS, kinds.FLAG) else "",
            entry.needed,
            self._hint(words, shape),
            self._wrong(name),
            options,
            questions,
            picture,
            ending,
            naming.suggestions(words),
        )

    def _options(self, words: tuple[str, ...], known: Any, value: Any) -> list[Option]:
        listed = [*known, *([value] if value not in (None, "", *known) else [])]
        return [(str(one), naming.choice(words, one), one == value) for one in listed]

    def _hint(self, words: tuple[str, ...], shape: str) -> str:
        if words[-1] in names.HINTS:
            return names.HINTS[words[-1]]
        listed = shape in (kinds.CHOICE, kinds.FLAG)  # there, the file explains how it is written
        hint = "" if listed else self.hints.entries.get(words, "")
        hint = hint.removeprefix(names.FREE)
        hint = hint[:1].upper() + hint[1:]
        example = self.hints.examples.get(words)
        if shape in (kinds.LINE, kinds.TEXT, kinds.ID) and isinstance(example, str) and example:
            hint = names.sentences(hint, names.example(example))
        return names.sentences(hint, de.ONE_A_LINE) if shape == kinds.LINES else hint

    def _picture(self, value: Any) -> str:
        path = self.folder / str(value or "")
        if not value or path.parent != self.folder or path.suffix not in TYPES or not path.is_file():
            return ""
        return f"data:{TYPES[path.suffix]};base64,{b64encode(path.read_bytes()).decode()}"

    def _wrong(self, name: str) -> Sequence[tuple[str, str]]:
        return self.errors.get(name, ())


def _called(one: Field) -> str:
    """What stands in a field, as people read it."""
    return dict(one.suggestions).get(one.text, one.text)
