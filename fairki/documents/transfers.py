"""The learner's notes „Was heißt das für uns?“ from all modules as one part of the folder."""

from collections.abc import Mapping
from typing import Any

from fairki import manifest, reference
from fairki.documents.de import transfers as de
from fairki.documents.layout import Heading, Part, Prose
from fairki.documents.section import Section


def _section(answers: Mapping[str, Any]) -> list[Part]:
    """Question and note, module by module; a damaged note says so and leaves the others alone."""
    parts: list[Part] = []
    shown = None
    for asked in reference.transfers():
        note = answers.get(asked.key)
        if note is None or note == "":
            continue
        module = asked.key.partition(".")[0]
        if module != shown:
            parts.append(Heading(manifest.read().module(module).title))
            shown = module
        readable = isinstance(note, str)
        parts += [Heading(asked.question, 2), Prose(note if readable else de.UNREADABLE, muted=not readable)]
    return parts


SECTION = Section(
    "notizen",
    de.TITLE,
    de.PLACE,
    tuple(asked.key for asked in reference.transfers()),
    _section,
    private=True,
)
