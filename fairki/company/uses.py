"""The everyday uses of AI at a company: ``faelle/alltag.toml``."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fairki.company import kinds
from fairki.company.firm import Case
from fairki.company.schema import Entry, File, Many, Said, Section

KEY, WITHOUT = "faelle", "weglassen"
MANY_PEOPLE, DECIDES = "viele", "entscheidet"
USES = (
    *("bewerbungen", "eignungstest", "stellenanzeigen", "schichtplan", "kennzahlen", "weiterbildung"),
    *("leads", "werbung", "preise", "empfehlungen", "chatbot", "anfragen", "anrufe", "betreuung"),
    *("zahlung", "betrug", "rechnungen", "touren", "wartung", "kamera"),
    *("texte", "uebersetzung", "mitschrift", "spam"),
)
"""The everyday uses that the course knows, see ``fairki.register``."""
PROFILE: Mapping[str, tuple[str | int, ...]] = {
    "verantwortlich": ("person", "abteilung", "niemand"),
    "lernziel": ("entscheidungen", "ersatzgroesse", "ergebnis"),
    "mensch": ("keiner", "knappe", "alle"),
    "hinweis": ("keiner", "kleingedruckt", "mit", "vor"),
    "begruendung": ("keine", "allgemein", "persoenlich"),
    "einspruch": (0, 7, 14, 30),
    "pruefung": (0, 1, 3, 6, 12),
    "liste": ("ja", "nein"),
}
"""The questions of a Steckbrief and their answers, see ``fairki.systems.questions``."""
CASE: Section = {
    "id": Entry(kinds.identifier),
    "name": Entry(kinds.name),
    "text": Entry(kinds.prose),
    "bereich": Entry(kinds.name),
    "betroffene": Entry(kinds.name),
    "wie_viele": Entry(kinds.one_of(("wenige", MANY_PEOPLE))),
    "ki": Entry(kinds.one_of(("schlaegt_vor", DECIDES))),
    "unbemerkt": Entry(kinds.flag),
    "recht_wie": Entry(kinds.one_of(USES), needed=False),
    "im_register": Entry(kinds.flag, needed=False),
    "steckbrief": Entry(kinds.chosen(PROFILE), needed=False),
}
TABLE: Section = {
    WITHOUT: Entry(kinds.some_of(USES), needed=False),
    KEY: Many(CASE),
}


def _made(found: Mapping[str, Said], folder: Path) -> Mapping[str, Any]:
    (said,) = found.values()
    return {"cases": tuple(map(_case, said[KEY])), "without": said[WITHOUT] or ()}


def _case(said: Said) -> Case:
    return Case(
        said["id"],
        said["name"],
        said["text"],
        said["bereich"],
        said["betroffene"],
        many=said["wie_viele"] == MANY_PEOPLE,
        decides=said["ki"] == DECIDES,
        hidden=said["unbemerkt"],
        like=said["recht_wie"] or "",
        listed=bool(said["im_register"]),
        profile=said["steckbrief"] or {},
    )


FILE = File("faelle", "alltag.toml", TABLE, _made)
