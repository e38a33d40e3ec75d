"""From ``betrieb.toml`` to the company; every complaint says what to write instead."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

from fairki.company import cast, contrast, de
from fairki.company.firm import Company, Look, People, Person
from fairki.errors import BadFileError

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
FORBIDDEN = '"\\<>{}|*_`[]„“$'
"""Signs that mean something in Markdown, HTML, code or a marked place."""
PAPER = "#ffffff"
"""What the colour has to stand out from."""
LOGO = ".svg"


def read(path: Path) -> Company:
    """The company in a file.

    Raises:
        BadFileError: it is missing or damaged, or an entry does not fit.
    """
    return _Reader(Path(path)).company()


class _Reader:
    def __init__(self, path: Path):
        self.path = path
        try:
            self.raw = tomllib.loads(path.read_text(encoding="utf-8"))
        except OSError:
            self._refuse(*de.MISSING)
        except UnicodeDecodeError:
            self._refuse(*de.NOT_UTF8)
        except tomllib.TOMLDecodeError as error:
            self._refuse(*de.not_toml(error))

    def company(self) -> Company:
        self._known(self.raw, ("betrieb", "personen", "aussehen"))
        section = "betrieb"
        firm = self._section(self.raw, section)
        keys = ("name", "kurzname", "artikel", "branche", "taetigkeit", "beschaeftigte", "internet", "orte")
        self._known(firm, keys, section)
        return Company(
            name=self._text(firm, "name", section),
            short=self._text(firm, "kurzname", section),
            article=self._one_of(firm, "artikel", section, de.ARTICLES),
            trade=self._text(firm, "branche", section),
            does=self._text(firm, "taetigkeit", section),
            employees=self._number(firm, "beschaeftigte", section),
            domain=self._domain(firm, "internet", section),
            places=self._texts(firm, "orte", section),
            people=self._people(self._section(self.raw, "personen")),
            look=self._look(self._section(self.raw, "aussehen")),
        )

    def _people(self, raw: Mapping[str, Any]) -> People:
        self._known(raw, PEOPLE, "personen", sections=True)
        people = People(
            **{
                name: self._person(self._section(raw, key, "personen"), f"personen.{key}")
                for key, name in PEOPLE.items()
            }
        )
        names = [person.name for person in people]
        if twice := [name for name in names if names.count(name) > 1]:
            self._refuse(*de.same_name(twice[0]))
        return people

    def _person(self, raw: Mapping[str, Any], section: str) -> Person:
        self._known(raw, ("vorname", "nachname", "rolle", "pronomen", "bild"), section)
        return Person(
            self._text(raw, "vorname", section),
            self._text(raw, "nachname", section),
            self._text(raw, "rolle", section),
            self._one_of(raw, "pronomen", section, (*de.PRONOUNS, de.NONE)),
            self._one_of(raw, "bild", section, cast.names()) if "bild" in raw else "",
        )

    def _look(self, raw: Mapping[str, Any]) -> Look:
        section = "aussehen"
        self._known(raw, ("logo", "farbe", "schrift"), section)
        colour, letters = (self._colour(raw, key, section) for key in ("farbe", "schrift"))
        for other in (PAPER, letters):
            found = contrast.ratio(colour, other)
            if found < contrast.NEEDED:
                shown = [f"{figure:.1f}".replace(".", ",") for figure in (found, contrast.NEEDED)]
                self._refuse(*de.little_contrast(colour, other, *shown))
        return Look(self._logo(raw, "logo", section), colour, letters)

    def _logo(self, raw: Mapping[str, Any], key: str, section: str) -> Path | None:
        name = self._entry(raw, key, section)
        if name == "":
            return None
        if not isinstance(name, str) or Path(name).name != name or not name.endswith(LOGO):
            self._refuse(de.does_not_fit(key, section), de.WRITE_LOGO)
        logo = self.path.parent / name
        if not logo.is_file():
            self._refuse(de.does_not_fit(key, section), de.WRITE_LOGO)
        return logo

    def _colour(self, raw: Mapping[str, Any], key: str, section: str) -> str:
        value = self._entry(raw, key, section)
        if not isinstance(value, str) or not contrast.COLOUR.fullmatch(value):
            self._refuse(de.does_not_fit(key, section), de.WRITE_COLOUR)
        return value

    def _text(self, raw: Mapping[str, Any], key: str, section: str) -> str:
        return self._clean(self._entry(raw, key, section), key, section, de.WRITE_TEXT)

    def _texts(self, raw: Mapping[str, Any], key: str, section: str) -> tuple[str, ...]:
        value = self._entry(raw, key, section)
        if not isinstance(value, list):
            self._refuse(de.does_not_fit(key, section), de.WRITE_LIST)
        return tuple(self._clean(one, key, section, de.WRITE_LIST) for one in value)

    def _clean(self, value: object, key: str, section: str, write: str) -> str:
        if not isinstance(value, str) or not value.isprintable() or value != value.strip() or not value:
            self._refuse(de.does_not_fit(key, section), write)
        for sign in FORBIDDEN:
            if sign in value:
                self._refuse(de.forbidden(sign, key, section), de.write_without(FORBIDDEN))
        return value.replace("'", "’")  # a straight one ends a text in code

    def _domain(self, raw: Mapping[str, Any], key: str, section: str) -> str:
        value = self._text(raw, key, section)
        if not value.isascii() or "." not in value or set(value) & set(" /:@&'"):
            self._refuse(de.does_not_fit(key, section), de.WRITE_INTERNET)
        return value

    def _number(self, raw: Mapping[str, Any], key: str, section: str) -> int:
        value = self._entry(raw, key, section)
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            self._refuse(de.does_not_fit(key, section), de.WRITE_NUMBER)
        return value

    def _one_of(self, raw: Mapping[str, Any], key: str, section: str, known: Any) -> str:
        value = self._entry(raw, key, section)
        if not isinstance(value, str) or value not in known:
            self._refuse(de.does_not_fit(key, section), de.write_one_of(known))
        return value

    def _entry(self, raw: Mapping[str, Any], key: str, section: str) -> object:
        if key not in raw:
            self._refuse(de.lacks(key, section), de.WRITE_TEXT)
        return raw[key]

    def _section(self, raw: Mapping[str, Any], key: str, within: str = "") -> Mapping[str, Any]:
        name = f"{within}.{key}" if within else key
        found = raw.get(key)
        if not isinstance(found, dict):
            self._refuse(de.lacks_section(name), de.WRITE_SECTION)
        return found

    def _known(self, raw: Mapping[str, Any], known: Any, section: str = "", sections: bool = False) -> None:
        for key in raw:
            if key not in known:
                name = f"{section}.{key}" if sections else key
                what = de.unknown(key, section) if section and not sections else de.unknown_section(name)
                self._refuse(what, de.write_known(known))

    def _refuse(self, what: str, write: str) -> NoReturn:
        raise BadFileError(de.bad_file(self.path, what), write)
