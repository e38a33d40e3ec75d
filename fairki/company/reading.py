"""From a company's folder to the company; every complaint names the line and says what to write instead.

The folder holds ``betrieb.toml`` and, if the company has them, the other files of ``files.py`` and the pages in
``seiten/``. A single file is a folder with nothing else.
"""

from collections.abc import Iterable, Mapping
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from fairki.company import de, files, source
from fairki.company.firm import Company
from fairki.company.kinds import Misfit
from fairki.company.schema import ID, Entry, File, Many, One, Place, Said, Section
from fairki.company.source import Complaint
from fairki.errors import BadFileError

FILE, PAGES, PAGE = files.MAIN.name, "seiten", ".md"
VERSION_KEY, VERSION = "fassung", 1
"""Entry of ``betrieb.toml``: for which form of these files the folder was made. Without one, it is the first."""
NOTE = "LIESMICH.txt"
"""May lie in every folder; nobody reads it but people."""


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


def check(path: Path) -> tuple[Company | None, list[Complaint]]:
    """The company in a folder or file, or None and all that is wrong with it."""
    reader = _Reader(file_of(Path(path)))
    try:
        return reader.company(), []
    except Complaint as error:
        return None, [*reader.complaints, *([] if error in reader.complaints else [error])]


def in_part(path: Path) -> tuple[dict[str, Any], tuple[File, ...]]:
    """Of a company in which something is wrong: what its files make that are whole, and which kinds of files are not.

    Returns:
        Attributes of ``Company``, those of ``files.MAIN`` left out, and the kinds of which a file has a complaint.
    """
    reader = _Reader(file_of(Path(path)))
    try:
        found = reader.found()
    except Complaint:
        return {}, files.FILES
    wrong = {complaint.path for complaint in reader.complaints}
    made: dict[str, Any] = {}
    for file, folder, said in found:
        whole = {name: one for name, one in said.items() if folder / f"{name}.toml" not in wrong}
        if whole and file is not files.MAIN:
            made |= file.make(whole, folder)
    return made, tuple(file for file, folder, _ in found if wrong & {*folder.glob(file.name)})


def file_of(path: Path) -> Path:
    """The file of a company that was named by its folder or by its file."""
    return path / FILE if path.is_dir() else path


class _Reader:
    def __init__(self, path: Path):
        self.path, self.folder = path, path.parent
        self.files = [path]
        self.complaints: list[Complaint] = []
        self.pages: Mapping[str, str] = {}

    def company(self) -> Company:
        """All files are looked at before the first complaint is raised."""
        found = self.found()
        if self.complaints:
            raise self.complaints[0]
        made: dict[str, Any] = {}
        for file, folder, said in found:
            if said:
                made |= file.make(said, folder)
        look = made["look"]
        self.files += [path for path in (look.logo, look.picture) if path]
        return Company(**made, pages=self.pages, files=tuple(self.files))

    def found(self) -> list[tuple[File, Path, dict[str, Said]]]:
        """What each file says, and in ``complaints`` what is wrong.

        Raises:
            Complaint: there is no company, or one for a newer course.
        """
        said: dict[str, Said] = {}
        try:
            main = source.Toml(self.path)
        except Complaint as error:
            if not self.path.exists():
                raise
            self.complaints.append(error)
        else:
            _fit_for_this_course(main)
            said[self.path.stem] = self._said(files.MAIN, main)
        self.pages = self._pages()
        return [(files.MAIN, self.folder, said), *self._others()]

    def _others(self) -> list[tuple[File, Path, dict[str, Said]]]:
        """What the files beside ``betrieb.toml`` say."""
        names: dict[str, list[str]] = {}
        beside: dict[str, list[str]] = {}
        for file in files.OTHERS:
            names.setdefault(file.folder, []).append(file.name)
            beside.setdefault(file.folder, []).extend(file.beside)
        there = {folder: self._listed(folder, known, beside[folder]) for folder, known in names.items()}
        found = []
        for file in files.OTHERS:
            said: dict[str, Said] = {}
            for path in there[file.folder]:
                if fnmatch(path.name, file.name):
                    try:
                        toml = source.Toml(path)
                        if toml.raw or not file.may_be_empty:
                            said[path.stem] = self._said(file, toml)
                    except Complaint as error:
                        self.complaints.append(error)
            found.append((file, self.folder / file.folder, said))
        return found

    def _pages(self) -> Mapping[str, str]:
        """Key of ``de.PAGES`` → Markdown, of those that are there."""
        found = {}
        for path in self._listed(PAGES, [f"{key}{PAGE}" for key in de.PAGES]):
            try:
                found[path.stem] = _page(path)
            except Complaint as error:
                self.complaints.append(error)
        return found

    def _listed(self, folder: str, known: Iterable[str], beside: Iterable[str] = ()) -> list[Path]:
        """The known files in a folder of the company, without what lies ``beside`` them.

        All others are complaints, because nobody would read them.
        """
        known, left_out = (*known, *beside, NOTE), (*beside, NOTE)
        try:
            there = sorted(path for path in (self.folder / folder).iterdir() if not path.name.startswith("."))
        except OSError:
            return []
        found = []
        for path in there:
            if not any(fnmatch(path.name, name) for name in known):
                self.complaints.append(Complaint(path, 0, *de.unknown_file(known)))
            elif not any(fnmatch(path.name, name) for name in left_out):
                found.append(path)
        self.files += found
        return found

    def _said(self, file: File, toml: source.Toml) -> Said:
        """What stands in a file; what does not fit is a complaint and None."""
        said = self._entries(toml, toml.raw, file.table)
        for wrong in file.check(said, toml.path.parent):
            self._complain(toml, wrong.what, wrong.write, *wrong.place)
        return said

    def _entries(self, toml: source.Toml, raw: Mapping[str, Any], table: Section, *place: str | int) -> Said:
        """What stands in a section, or at the top of a file."""
        self._strange(toml, raw, table, place)
        found: dict[str, Any] = {}
        for key, one in table.items():
            here = (*place, key)
            if isinstance(one, One):
                found[key] = self._section(toml, raw.get(key), one, here)
            elif isinstance(one, Many):
                found[key] = self._sections(toml, raw.get(key, []), one, here)
            else:
                found[key] = self._entry(toml, raw, one, here)
        return found

    def _strange(self, toml: source.Toml, raw: Mapping[str, Any], table: Section, place: Place) -> None:
        """What nobody knows is a complaint."""
        for key in (key for key in raw if key not in table):
            within = isinstance(raw[key], dict)
            known = [name for name, one in table.items() if not within or not isinstance(one, Entry)]
            what = (
                de.unknown_section(_name((*place, key)))
                if within
                else de.unknown(key, _name(place, toml.path))
            )
            write = de.write_known(known or table)
            if below := [name for name, one in table.items() if isinstance(one, Many) and key in one.section]:
                write = de.write_head(_name((*place, below[0])))
            self._complain(toml, what, write, *place, key)

    def _entry(self, toml: source.Toml, raw: Mapping[str, Any], entry: Entry, place: Place) -> Any:
        key, name = str(place[-1]), _name(place[:-1], toml.path)
        if key not in raw:
            if entry.needed:
                self._complain(toml, de.lacks(key, name), de.write_entry(key), *place)
            return None
        try:
            return entry.kind(raw[key])
        except Misfit as error:
            what = de.forbidden(error.sign, key, name) if error.sign else de.does_not_fit(key, name)
            self._complain(toml, what, error.write, *place)
            return None

    def _section(self, toml: source.Toml, raw: Any, one: One, place: Place) -> Said | None:
        """What stands in ``[place]``; nothing if the section is not there."""
        if raw is None and not one.needed:
            return None
        if not isinstance(raw, dict):
            self._complain(toml, de.lacks_section(_name(place)), de.WRITE_SECTION, *place)
            return None
        return self._entries(toml, raw, one.section, *place)

    def _sections(self, toml: source.Toml, raw: Any, many: Many, place: Place) -> list[Said]:
        """What stands in each ``[[place]]``."""
        if not isinstance(raw, list) or not all(isinstance(one, dict) for one in raw):
            self._complain(toml, de.does_not_list(_name(place)), de.write_sections(_name(place)), *place)
            return []
        if not many.least <= len(raw) <= many.most:
            what = de.wrong_number(_name(place), len(raw))
            self._complain(toml, what, de.write_so_many(_name(place), many.least, many.most), *place)
        found = [
            self._entries(toml, one, many.section, *place, at) for at, one in enumerate(raw[: many.most])
        ]
        ids = [one.get(ID) for one in found]
        for at, id in enumerate(ids):
            if id is not None and id in ids[:at]:
                self._complain(toml, *de.twice(id), *place, at, ID)
        return found

    def _complain(self, toml: source.Toml, what: str, write: str, *place: str | int) -> None:
        self.complaints.append(Complaint(toml.path, toml.line(*place), what, write, place))


def _fit_for_this_course(main: source.Toml) -> None:
    """Refuse a folder of a newer course before anything in it is called unknown."""
    version = main.raw.pop(VERSION_KEY, VERSION)
    if type(version) is not int or not 1 <= version <= VERSION:
        newer = type(version) is int and version > VERSION
        raise Complaint(main.path, main.line(VERSION_KEY), *(de.NEWER if newer else de.NO_VERSION))


def _name(place: Place, path: Path | None = None) -> str:
    """A place as people find it: „personen.it“, „[werkzeuge]“ for one of a list, the file's name at its top."""
    words = ".".join(str(part) for part in place if isinstance(part, str))
    if not place and path:
        return path.name
    return f"[{words}]" if isinstance(place[-1], int) else words


def _page(path: Path) -> str:
    written = source.text(path)
    head, _, rest = written.strip().partition("\n")
    if not head.startswith("# ") or not head[2:].strip():
        raise Complaint(path, 1, *de.NOT_A_PAGE)
    if not rest.strip():
        raise Complaint(path, 1, *de.EMPTY_PAGE)
    return written
