"""The drawn people: who of the company looks how. Who has no drawing is shown by the first letters of the names.

The drawings are derived files (``coursetools.cast``). They stand beside what somebody of the firm says; an
application never has a face, because a face would be a clue.
"""

from base64 import b64encode
from functools import cache
from pathlib import Path

from fairki.company.firm import Person
from fairki.html import Markup, html

FOLDER = Path(__file__).with_name("drawings")
LIST = FOLDER / "cast.toml"
"""How each of them is drawn."""
ENDING, PIXELS = ".svg", ".png"


@cache
def names() -> tuple[str, ...]:
    """What a company may name under ``bild``."""
    return tuple(sorted(file.stem for file in FOLDER.glob(f"*{ENDING}")))


def svg(name: str) -> str:
    """A drawing as it lies in git."""
    return (FOLDER / f"{name}{ENDING}").read_text(encoding="utf-8")


@cache
def address(name: str) -> str:
    """A drawing as an address that holds it whole: nothing is fetched, in no way of reading a page."""
    return f"data:image/svg+xml;base64,{b64encode(svg(name).encode()).decode()}"


def picture(name: str) -> bytes:
    """A drawing as PNG, for documents."""
    return (FOLDER / f"{name}{PIXELS}").read_bytes()


def face(person: Person) -> Markup:
    """The head of somebody whose name stands beside it: screen readers pass over it."""
    if person.drawing:
        return html('<img class="fk-face" src="{}" alt="">', address(person.drawing))
    return html('<span class="fk-face" aria-hidden="true">{}</span>', person.initials)


def says(person: Person, text: Markup) -> Markup:
    """What somebody of the firm says, with head, name and role."""
    return html(
        '<figure class="fk-says">{}<div><blockquote>{}</blockquote><figcaption>{}</figcaption></div></figure>',
        face(person),
        text,
        person.signed,
    )
