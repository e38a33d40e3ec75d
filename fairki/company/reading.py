"""From a company's folder to the company; every complaint names the line and says what to write instead.

The folder holds ``betrieb.toml`` and, if the company has them, the pages in ``seiten/``. A single file is a
folder with nothing else.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fairki.company import contrast, de, schema, source
from fairki.company.firm import Case, Company, Contact, HandIn, Look, People, Person, Tool
from fairki.company.kinds import Misfit
from fairki.company.schema import Section
from fairki.errors import BadFileError
from fairki.speech import number

FILE, PAGES, PAGE = "betrieb.toml", "seiten", ".md"
CASES, USES = "faelle", "alltag.toml"
NOTE = "LIESMICH.txt"
"""May lie in every folder; nobody reads it but people."""
PNG = b"\x89PNG\r\n\x1a\n"
PAPER = "#ffffff"
"""What the colour has to stand out from."""


def read(path: Path) -> Company:
    """The company in a folder or file, whole.

    Raises:
        BadFileError: something is missing or damaged, or an entry does not fit.
    """
    company, complaints = check(path)
    if company is None:
        first, *others = complaints
        more = f" {de.more(len(others))}" if others else ""
        raise BadFileError(first.happened, first.remedy + more)
    return company


def check(path: Path) -> tuple[Company | None, list[BadFileError]]:
    """The company in a folder or file, or None and all that is wrong with it."""
    reader = _Reader(file_of(Path(path)))
    try:
        return reader.company(), []
    except BadFileError as error:
        return None, [*reader.complaints, *([] if error in reader.complaints else [error])]


def file_of(path: Path) -> Path:
    """The file of a company that was named by its folder or by its file."""
    return path / FILE if path.is_dir() else path


class _Reader:
    def __init__(self, path: Path):
        self.path, self.folder = path, path.parent
        self.files = [path]
        self.complaints: list[BadFileError] = []

    def company(self) -> Company:
        """All files are looked at before the first complaint is raised."""
        pages = self._pages()
        toml = source.Toml(self.path)
        self._only(toml, toml.raw, schema.SECTIONS)
        firm = self._section(toml, schema.FIRM, schema.FIRM_KEY)
        people = self._people(toml)
        look = self._look(toml)
        contact = self._section(toml, schema.CONTACT, schema.CONTACT_KEY, needed=False)
        hand_in = self._section(toml, schema.HAND_IN, schema.HAND_IN_KEY, needed=False)
        rules = self._section(toml, schema.RULES, schema.RULES_KEY, needed=False)
        tools = self._sections(toml, schema.TOOL, schema.TOOLS_KEY)
        cases, without = self._cases()
        if self.complaints:
            raise self.complaints[0]
        return Company(
            name=firm["name"],
            short=firm["kurzname"],
            article=firm["artikel"],
            trade=firm["branche"],
            does=firm["taetigkeit"],
            employees=firm["beschaeftigte"],
            domain=firm["internet"],
            places=firm["orte"],
            people=People(**{schema.PEOPLE[key]: _person(said) for key, said in people.items()}),
            look=Look(
                self.folder / look["logo"] if look["logo"] else None,
                look["farbe"],
                look["schrift"],
                self.folder / look["logo_word"] if look["logo_word"] else None,
            ),
            contact=Contact(contact["person"], contact["erreichbar"], contact["beschwerde"])
            if contact
            else None,
            hand_in=HandIn(hand_in["wo"], hand_in["bis"]) if hand_in else None,
            rules=rules["regeln"] if rules else (),
            tools=tuple(Tool(one["name"], one["daten"]) for one in tools),
            pages=pages,
            cases=tuple(map(_case, cases)),
            without=without,
            files=tuple(self.files),
        )

    def _cases(self) -> tuple[list[dict[str, Any]], tuple[str, ...]]:
        """The everyday uses of ``faelle/alltag.toml``, and which of the course's are left out."""
        found: list[dict[str, Any]] = []
        without: tuple[str, ...] = ()
        for path in self._listed(CASES, {USES: None}):
            try:
                toml = source.Toml(path)
            except BadFileError as error:
                self.complaints.append(error)
                continue
            key = schema.CASES_KEY
            top = {name: value for name, value in toml.raw.items() if name != key}
            without = self._entries(toml, top, schema.CASES, USES)["weglassen"] or ()
            found = self._sections(toml, schema.CASE, key)
            ids = [one["id"] for one in found]
            for at, id in enumerate(ids):
                if id is not None and id in ids[:at]:
                    self._complain(toml, *de.twice(id), key, at, "id")
        return found, without

    def _pages(self) -> Mapping[str, str]:
        """Key of ``de.PAGES`` → Markdown, of those that are there."""
        known = {f"{key}{PAGE}": key for key in de.PAGES}
        found = {}
        for path in self._listed(PAGES, known):
            try:
                found[known[path.name]] = _page(path)
            except BadFileError as error:
                self.complaints.append(error)
        return found

    def _listed(self, folder: str, known: Mapping[str, Any]) -> list[Path]:
        """The known files in a folder of the company; the others are complaints, because nobody would read them."""
        try:
            there = sorted(path for path in (self.folder / folder).iterdir() if not path.name.startswith("."))
        except OSError:
            return []
        for path in there:
            if path.name not in (*known, NOTE):
                self.complaints.append(source.complaint(path, 0, *de.unknown_file((*known, NOTE))))
        found = [path for path in there if path.name in known]
        self.files += found
        return found

    def _sections(self, toml: source.Toml, table: Section, key: str) -> list[dict[str, Any]]:
        """What stands in each ``[[key]]``."""
        listed = toml.raw.get(key, [])
        if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
            self._complain(toml, de.does_not_list(key), de.WRITE_SECTIONS, key)
            return []
        return [self._entries(toml, one, table, f"[{key}]", key, at) for at, one in enumerate(listed)]

    def _people(self, toml: source.Toml) -> dict[str, dict[str, Any]]:
        key = schema.PEOPLE_KEY
        raw = toml.raw.get(key)
        if not isinstance(raw, dict):
            self._complain(toml, de.lacks_section(key), de.WRITE_SECTION, key)
            return {}
        self._only(toml, raw, tuple(schema.PEOPLE), key)
        found = {who: self._section(toml, schema.PERSON, key, who) for who in schema.PEOPLE}
        seen: set[tuple[Any, Any]] = set()
        for who, said in found.items():
            name = (said.get("vorname"), said.get("nachname"))
            if None not in name and name in seen:
                self._complain(toml, *de.same_name(" ".join(name)), key, who, "nachname")
            seen.add(name)
        return found

    def _look(self, toml: source.Toml) -> dict[str, Any]:
        key = schema.LOOK_KEY
        found = self._section(toml, schema.LOOK, key)
        colour, letters = found.get("farbe"), found.get("schrift")
        if colour and letters:
            for other in (PAPER, letters):
                ratio = contrast.ratio(colour, other)
                if ratio < contrast.NEEDED:
                    shown = number(ratio, 1), number(contrast.NEEDED, 1)
                    self._complain(toml, *de.little_contrast(colour, other, *shown), key, "farbe")
                    break
        for entry, fits, write, what, take in (
            ("logo", _is_drawing, de.WRITE_LOGO, de.no_logo, de.TAKE_OTHER_LOGO),
            ("logo_word", _is_picture, de.WRITE_PICTURE, de.no_picture, de.TAKE_OTHER_PICTURE),
        ):
            if not found.get(entry):
                continue
            path = self.folder / found[entry]
            if not path.is_file():
                self._complain(toml, de.does_not_fit(entry, key), write, key, entry)
            elif not fits(path):
                self._complain(toml, what(path.name), take, key, entry)
            self.files.append(path)
        return found

    def _section(self, toml: source.Toml, table: Section, *place: str, needed: bool = True) -> dict[str, Any]:
        """What stands in ``[place]``; nothing if the section is not there."""
        raw: Any = toml.raw
        for key in place:
            raw = raw.get(key) if isinstance(raw, dict) else None
        name = ".".join(place)
        if raw is None and not needed:
            return {}
        if not isinstance(raw, dict):
            self._complain(toml, de.lacks_section(name), de.WRITE_SECTION, *place)
            return {}
        return self._entries(toml, raw, table, name, *place)

    def _entries(
        self, toml: source.Toml, raw: Mapping[str, Any], table: Section, name: str, *place: str | int
    ) -> dict[str, Any]:
        for key in raw.keys() - table.keys():
            self._complain(toml, de.unknown(key, name), de.write_known(table), *place, key)
        found: dict[str, Any] = {}
        for key, entry in table.items():
            if key not in raw:
                found[key] = None
                if entry.needed:
                    self._complain(toml, de.lacks(key, name), de.write_entry(key), *place)
                continue
            try:
                found[key] = entry.kind(raw[key])
            except Misfit as error:
                found[key] = None
                what = de.forbidden(error.sign, key, name) if error.sign else de.does_not_fit(key, name)
                self._complain(toml, what, error.write, *place, key)
        return found

    def _only(
        self, toml: source.Toml, raw: Mapping[str, Any], known: tuple[str, ...], within: str = ""
    ) -> None:
        for key in raw:
            if key not in known:
                place = (within, key) if within else (key,)
                self._complain(toml, de.unknown_section(".".join(place)), de.write_known(known), *place)

    def _complain(self, toml: source.Toml, what: str, write: str, *place: str | int) -> None:
        self.complaints.append(source.complaint(toml.path, toml.line(*place), what, write))


def _person(said: Mapping[str, Any]) -> Person:
    return Person(said["vorname"], said["nachname"], said["rolle"], said["pronomen"], said["bild"] or "")


def _case(said: Mapping[str, Any]) -> Case:
    return Case(
        said["id"],
        said["name"],
        said["text"],
        said["bereich"],
        said["betroffene"],
        many=said["wie_viele"] == schema.MANY,
        decides=said["ki"] == schema.DECIDES,
        hidden=said["unbemerkt"],
        like=said["recht_wie"] or "",
        listed=bool(said["im_register"]),
        profile=said["steckbrief"] or {},
    )


def _is_drawing(path: Path) -> bool:
    try:
        return "<svg" in source.text(path)
    except BadFileError:
        return False


def _is_picture(path: Path) -> bool:
    with path.open("rb") as file:
        content = file.read(source.LARGEST + 1)
    return content.startswith(PNG) and len(content) <= source.LARGEST


def _page(path: Path) -> str:
    written = source.text(path)
    head, _, rest = written.strip().partition("\n")
    if not head.startswith("# ") or not head[2:].strip():
        raise source.complaint(path, 1, *de.NOT_A_PAGE)
    if not rest.strip():
        raise source.complaint(path, 1, *de.EMPTY_PAGE)
    return written
