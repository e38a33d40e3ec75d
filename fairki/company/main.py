"""The company itself: ``betrieb.toml``."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from fairki.company import cast, contrast, de, kinds, source, svg
from fairki.company.firm import Contact, HandIn, Look, People, Person, Tool
from fairki.company.schema import Entry, File, Many, One, Said, Section, Wrong
from fairki.errors import BadFileError
from fairki.speech import number

NAME = "betrieb.toml"
LOGO, PICTURE = ".svg", ".png"
PNG = b"\x89PNG\r\n\x1a\n"
PAPER = "#ffffff"
"""What the colour has to stand out from."""
FIRM_KEY, PEOPLE_KEY, LOOK_KEY = "betrieb", "personen", "aussehen"
CONTACT_KEY, HAND_IN_KEY, RULES_KEY, TOOLS_KEY = "kontakt", "abgabe", "ki", "werkzeuge"
PEOPLE = {
    "leitung": "leader",
    "personal": "hr",
    "it": "it",
    "betriebsrat": "council",
    "vertrieb": "sales",
    "marketing": "marketing",
    "auswahl": "clerk",
    "algorithmus": "algorithm",
    "ethik": "ethics",
}
"""Section of the file → attribute of ``People``."""
FIRM: Section = {
    "name": Entry(kinds.name),
    "kurzname": Entry(kinds.name),
    "artikel": Entry(kinds.one_of(de.ARTICLES)),
    "branche": Entry(kinds.name),
    "taetigkeit": Entry(kinds.name),
    "beschaeftigte": Entry(kinds.number),
    "internet": Entry(kinds.domain),
    "orte": Entry(kinds.names),
}
PERSON: Section = {
    "vorname": Entry(kinds.name),
    "nachname": Entry(kinds.name),
    "rolle": Entry(kinds.name),
    "pronomen": Entry(kinds.one_of((*de.PRONOUNS, de.NONE))),
    "bild": Entry(kinds.one_of(cast.names()), needed=False),
}
LOOK: Section = {
    "logo": Entry(kinds.file(LOGO, de.WRITE_LOGO)),
    "farbe": Entry(kinds.colour),
    "schrift": Entry(kinds.colour),
    "logo_word": Entry(kinds.file(PICTURE, de.WRITE_PICTURE), needed=False),
}
CONTACT: Section = {
    "person": Entry(kinds.name),
    "erreichbar": Entry(kinds.prose),
    "beschwerde": Entry(kinds.prose),
}
HAND_IN: Section = {
    "wo": Entry(kinds.prose),
    "bis": Entry(kinds.day, needed=False),
}
RULES: Section = {
    "regeln": Entry(kinds.proses),
}
TOOL: Section = {
    "name": Entry(kinds.name),
    "daten": Entry(kinds.proses),
}
TABLE: Section = {
    FIRM_KEY: One(FIRM),
    PEOPLE_KEY: One({who: One(PERSON) for who in PEOPLE}),
    LOOK_KEY: One(LOOK),
    CONTACT_KEY: One(CONTACT, needed=False),
    HAND_IN_KEY: One(HAND_IN, needed=False),
    RULES_KEY: One(RULES, needed=False),
    TOOLS_KEY: Many(TOOL),
}
"""Of the last four a company has those that it needs."""


def _wrong(said: Said, folder: Path) -> Iterable[Wrong]:
    yield from _twins(said[PEOPLE_KEY] or {})
    yield from _unseen(said[LOOK_KEY] or {}, folder)


def _twins(people: Said) -> Iterable[Wrong]:
    """Two people who cannot be told apart."""
    seen: set[tuple[str, str]] = set()
    for who, one in people.items():
        if not one or None in (one["vorname"], one["nachname"]):
            continue
        name = (one["vorname"], one["nachname"])
        if name in seen:
            yield Wrong((PEOPLE_KEY, who, "nachname"), *de.same_name(" ".join(name)))
        seen.add(name)


def _unseen(look: Said, folder: Path) -> Iterable[Wrong]:
    """Colours and pictures that cannot be seen."""
    colour, letters = look.get("farbe"), look.get("schrift")
    if colour and letters:
        for other in (PAPER, letters):
            ratio = contrast.ratio(colour, other)
            if ratio < contrast.NEEDED:
                shown = number(ratio, 1), number(contrast.NEEDED, 1)
                beside = de.WHITE if other == PAPER else other
                yield Wrong((LOOK_KEY, "farbe"), *de.little_contrast(colour, beside, *shown))
                break
    for entry, fits, write, what, take in (
        ("logo", _is_drawing, de.WRITE_LOGO, de.no_logo, de.TAKE_OTHER_LOGO),
        ("logo_word", _is_picture, de.WRITE_PICTURE, de.no_picture, de.TAKE_OTHER_PICTURE),
    ):
        if not look.get(entry):
            continue
        path = folder / look[entry]
        if not path.is_file():
            yield Wrong((LOOK_KEY, entry), de.does_not_fit(entry, LOOK_KEY), write)
        elif not fits(path):
            yield Wrong((LOOK_KEY, entry), what(path.name), take)


def _is_drawing(path: Path) -> bool:
    try:
        return svg.is_drawing(source.text(path))
    except BadFileError:
        return False


def _is_picture(path: Path) -> bool:
    with path.open("rb") as file:
        content = file.read(source.LARGEST + 1)
    return content.startswith(PNG) and len(content) <= source.LARGEST


def _made(found: Mapping[str, Said], folder: Path) -> Mapping[str, Any]:
    (said,) = found.values()
    firm, look, contact, hand_in, rules = (
        said[key] for key in (FIRM_KEY, LOOK_KEY, CONTACT_KEY, HAND_IN_KEY, RULES_KEY)
    )
    logo, picture = (folder / look[key] if look[key] else None for key in ("logo", "logo_word"))
    return {
        "name": firm["name"],
        "short": firm["kurzname"],
        "article": firm["artikel"],
        "trade": firm["branche"],
        "does": firm["taetigkeit"],
        "employees": firm["beschaeftigte"],
        "domain": firm["internet"],
        "places": firm["orte"],
        "people": People(**{PEOPLE[key]: _person(one) for key, one in said[PEOPLE_KEY].items()}),
        "look": Look(logo, look["farbe"], look["schrift"], picture),
        "contact": Contact(contact["person"], contact["erreichbar"], contact["beschwerde"])
        if contact
        else None,
        "hand_in": HandIn(hand_in["wo"], hand_in["bis"]) if hand_in else None,
        "rules": rules["regeln"] if rules else (),
        "tools": tuple(Tool(one["name"], one["daten"]) for one in said[TOOLS_KEY]),
    }


def _person(said: Said) -> Person:
    return Person(said["vorname"], said["nachname"], said["rolle"], said["pronomen"], said["bild"] or "")


FILE = File("", NAME, TABLE, _made, _wrong)
