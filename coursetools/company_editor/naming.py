"""What choices are called: the course's own words, where it has some."""

from functools import cache

from coursetools.company_editor.de import names
from coursetools.serve import de as pages
from coursetools.workshop import composed
from fairki import register
from fairki.systems import questions


def choice(words: tuple[str, ...], value: object) -> str:
    """An answer as people read it; ``words`` says where it stands."""
    return _known().get((words[-1], str(value))) or names.CHOICES.get(
        str(value), str(value).replace("_", " ")
    )


def label(words: tuple[str, ...]) -> str:
    """A section, an entry or a question as people read it."""
    return _asked()[words[-1]] if "steckbrief" in words[:-1] and words[-1] in _asked() else names.label(words)


def suggestions(words: tuple[str, ...]) -> list[tuple[str, str]]:
    """What an entry can name that the schema does not know: value and name."""
    return (
        [(one["id"], one["title"]) for one in composed.offered()] if words == ("schritte", "schritt") else []
    )


@cache
def _asked() -> dict[str, str]:
    return {one["id"]: one["label"] for one in questions.QUESTIONS}


@cache
def _known() -> dict[tuple[str, str], str]:
    found = {(one["id"], str(id)): text for one in questions.QUESTIONS for id, text in one["options"]}
    for use in register.USES:
        found["weglassen", use.id] = found["recht_wie", use.id] = use.name
    return found


def file(name: str) -> str:
    """A file as people read it."""
    folder, _, last = name.rpartition("/")
    return names.LABELS.get(name) or names.file_of(folder, last.rpartition(".")[0])


def place(name: str) -> str:
    """Where a field stands, such as „Eigene Fälle 2, Kennung“."""
    words: list[str] = []
    found: list[str] = []
    for part in name.split("."):
        if part.isdigit():
            found[-1] = f"{found[-1]} {int(part) + 1}"
        else:
            words.append(part)
            found.append(label(tuple(words)))
    return ", ".join(found[-2:] if len(found) > 2 else found)


def about_us() -> str:
    """The page of the course on which a company says what holds there."""
    return pages.OURS
