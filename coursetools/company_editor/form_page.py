"""What the pages of the editor show, and what becomes of what they send; no word of HTTP."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from coursetools import own_company
from coursetools.company_editor import form, hints, naming
from coursetools.company_editor.de import pages as de
from coursetools.company_editor.desk import Desk, State, kind_of
from coursetools.company_editor.toml_edit import edited
from coursetools.company_editor.view import Errors, View
from fairki import manifest
from fairki.company import agendas, exercises, files, kinds, questions, reading
from fairki.company.kinds import Misfit
from fairki.company.schema import Entry, File, Many, One, Section
from fairki.company.source import Complaint

ABOUT_US, MODULE = "bei-uns.html", "modul/{}"
AGENDA, QUESTION, EXERCISE = "leitfaden/ablauf-{}", "frage/{}", "uebung/{}"
SEEN = {
    "kontakt": ABOUT_US,
    "abgabe": ABOUT_US,
    "ki": ABOUT_US,
    "werkzeuge": ABOUT_US,
    "personen": "00",
    "faelle/alltag.toml": "00",
    "faelle/ethikrat.toml": "04",
    "faelle/briefe.toml": "05",
}
"""Section or file → where it is seen in the course: a page, or a module's id; others on the start page."""
SEEN_OF = {
    reading.PAGES: "{}.html",
    agendas.FOLDER: AGENDA,
    questions.FOLDER: QUESTION,
    exercises.FOLDER: EXERCISE,
}
"""Folder → where each of its files is seen; of questions there are several pages, one below the other."""


@dataclass(frozen=True)
class Answer:
    """What becomes of something that was sent.

    Attributes:
        shown: what the page shows now, with ``template`` (empty: its own) and ``status``.
        go_to: or where to go.
        preview: or the files with which the course is to be shown.
    """

    shown: Mapping[str, Any] = field(default_factory=dict)
    status: int = 200
    template: str = ""
    go_to: str = ""
    preview: Mapping[str, bytes | None] | None = None


@dataclass(frozen=True)
class Page:
    """A file on the desk, or a part of it."""

    desk: Desk
    name: str
    part: str
    as_text: bool
    file: File | None
    state: State
    raw: Mapping[str, Any] | None
    """What it says; None if it is no TOML."""

    @property
    def template(self) -> str:
        """Which page it is."""
        return "text.html.j2" if self.as_text else "formular.html.j2"

    @property
    def table(self) -> Section:
        """What this page asks for."""
        assert self.file is not None
        return {self.part: self.file.table[self.part]} if self.part else self.file.table

    @property
    def title(self) -> str:
        """Its heading."""
        assert self.file is not None or not self.part
        whole = not self.part or (self.file is not None and len(parts(self.file)) == 1)
        return naming.file(self.name) if whole else naming.label((self.part,))

    @property
    def has_files(self) -> bool:
        """Whether files can be sent along; such a form may have at most 100 fields, says Tornado."""
        return form.asks_for(self.table, kinds.FILE)

    @property
    def here(self) -> str:
        """Its address below the key."""
        return f"{'text' if self.as_text else 'datei'}/{self.name}{f'?teil={self.part}' if self.part else ''}"

    @property
    def seen_at(self) -> str:
        """The page of the course that it changes."""
        folder, _, last = self.name.rpartition("/")
        if folder in SEEN_OF:
            return SEEN_OF[folder].format(last.rpartition(".")[0])
        found = SEEN.get(self.part) or SEEN.get(self.name, "")
        return MODULE.format(manifest.read().module(found).slug) if found.isdigit() else found

    def shown(
        self, said: str = "", answered: Any = None, errors: Errors | None = None, **more: Any
    ) -> dict[str, Any]:
        """For the template: ``said`` is a message, ``answered`` what was typed, ``errors`` what is wrong with it."""
        if errors is None:
            errors = self._errors(self._wrong_now(), self.raw or {})
        values = {
            "title": self.title,
            "page": self,
            "state": self.state,
            "said": said,
            "summary": self._summary(errors),
            "deletable": self.state.exists and self.name != reading.FILE,
            "look": "",
            **more,
        }
        if self.as_text:
            return values | {
                "text": self.state.text if answered is None else answered,
                "form": self.file is not None,
            }
        assert self.file is not None
        found = form.said(self.table, self.raw or {}) if answered is None else answered
        hint = hints.of(self.file)
        view = View(hint, errors, self.desk.folder, values["look"])
        first = [text for words, text in hint.sections.items() if words[0] == self.part and text]
        whole = len(parts(self.file)) == 1
        intro = hint.intro if whole else (first[0] if first else "")
        return values | {"parts": view.parts(self.table, found), "intro": intro}

    def answered(
        self, what: str, about: str, given: Mapping[str, Sequence[str]], uploads: Mapping[str, bytes]
    ) -> Answer:
        """Do what was asked for.

        Raises:
            KeyError, IndexError, ValueError: nobody can ask for that here.
        """
        if what == "verwerfen":
            self.desk.drop(self.name)
            return Answer(go_to=_with(self.here, "verworfen"))
        typed: Any = given["text"][-1] if self.as_text else form.returned(self.table, self.raw or {}, given)
        if what in de.ROWS_SAID and not self.as_text:
            look = form.changed_rows(typed, what, about)
            return Answer(self.shown(de.ROWS_SAID[what], typed, {}, look=look, changed=True))
        if given["stand"][-1] != self.state.stand:
            return Answer(self.shown(answered=typed, errors={}, conflict=True, stand=given["stand"][-1]), 409)
        if self.state.stale:
            return Answer(self.shown(answered=typed, errors={}), 409)
        if what == "loeschen" and self.name != reading.FILE:
            wrong = self.desk.delete(self.name, de.deleted(self.name))
            if wrong:
                return Answer(
                    self.shown(errors=self._errors(wrong, self.raw or {}), refused=de.NOT_KEPT), 422
                )
            return Answer(go_to="?ok=geloescht")
        beside: dict[str, bytes] = {}
        kept = self._text(typed)
        if not self.as_text:
            beside = self._take(self.table, typed, uploads, "")
        text = self._text(typed)
        if what == "vorschau":
            changed: dict[str, bytes | None] = {**beside, self.name: text.encode("utf-8")}
            if self.desk.unfit(changed):
                return Answer({"title": de.PREVIEW_TITLE, "page": self}, 422, "vorschau_fehlt.html.j2")
            return Answer(preview=changed)
        if what != "speichern":
            raise ValueError(what)
        if not self.state.draft and text == self.state.text and not beside:
            return Answer(go_to=_with(self.here, "gleich"))
        wrong = self.desk.save(self.state, text, de.changed(self.title, self.name), beside, kept)
        if not wrong:
            return Answer(go_to=_with(self.here, "gespeichert"))
        again = page(self.desk, self.name, self.part, self.as_text)
        said = tomllib.loads(text) if not self.as_text else {}
        note = f"{de.DRAFT_KEPT} {de.UPLOAD_AGAIN}" if uploads else de.DRAFT_KEPT
        shown = again.shown(answered=None, errors=again._errors(wrong, said), refused=note)
        return Answer(shown, 422)

    def _text(self, typed: Any) -> str:
        if self.as_text:
            text = str(typed).replace("\r\n", "\n")
            text = text if not text or text.endswith("\n") else f"{text}\n"
            return text.replace("\n", "\r\n") if "\r\n" in self.state.text else text
        return edited(self.state.text, self.table, typed)

    def _take(
        self, table: Section, typed: Mapping[str, Any], uploads: Mapping[str, bytes], prefix: str
    ) -> dict[str, bytes]:
        """New pictures, under a name of ours, entered where they belong."""
        found: dict[str, bytes] = {}
        for key, one in table.items():
            name, value = f"{prefix}{key}", typed.get(key)
            if isinstance(one, Entry) and form.shape_of(one) == kinds.FILE:
                content = uploads.get(f"{name}.{form.UPLOAD}")
                if content is not None:
                    called = _name_of(one, value)
                    typed[key] = called  # type: ignore[index]  # it is ours, see `form.returned`
                    found[called] = content
            elif isinstance(one, One) and value is not None:
                found |= self._take(one.section, value, uploads, f"{name}.")
            elif isinstance(one, Many):
                for at, row in enumerate(value or []):
                    found |= self._take(one.section, row.wanted, uploads, f"{name}.{at}.")
        return found

    def _wrong_now(self) -> Sequence[Complaint]:
        """What is wrong with what is there; a file that nobody has begun is not wrong."""
        if not (self.state.draft or self.state.exists):
            return []
        return self.desk.complaints({self.name: self.state.text.encode("utf-8")}, self.name)

    def _errors(self, wrong: Sequence[Complaint], said: Mapping[str, Any]) -> Errors:
        """By name of the field; what is about the whole file, or another part of it, by "" or its own name."""
        found: dict[str, list[tuple[str, str]]] = {}
        for one in wrong:
            name = ".".join(map(str, one.place)) if not self.as_text else ""
            words = (one.what, one.write) if self.as_text else self._words(one, said)
            if self.as_text and one.line:
                words = (f"{de.line(one.line)}: {one.what}", one.write)
            found.setdefault(name, []).append(words)
        return found

    def _words(self, one: Complaint, said: Mapping[str, Any]) -> tuple[str, str]:
        """What is wrong with an entry, in the words of a form; all else as the check says it."""
        entry, value = _at(self.file.table if self.file else {}, one.place), _value(said, one.place)
        if isinstance(entry, Many) and not isinstance(one.place[-1], int):
            return de.so_many(entry.least, entry.most)
        if not isinstance(entry, Entry):
            return one.what, one.write
        shape = form.shape_of(entry)
        try:
            entry.kind("" if value is None else value)
        except Misfit as error:
            if error.sign:
                return de.forbidden(error.sign), error.write
            return de.EMPTY if value in (None, "", []) else de.DOES_NOT_FIT, de.write(error.write, shape)
        return (de.EMPTY, de.CHOOSE_FILE) if value is None else (one.what, one.write)

    def _summary(self, errors: Errors) -> list[tuple[str, str, str]]:
        """Where to go to mend what is wrong: an address, the name of the field, what is wrong."""
        found = []
        for name, wrong in errors.items():
            words = tuple(part for part in name.split(".") if not part.isdigit())
            here = not self.part or words[0] == self.part
            address = (
                f"#{name}"
                if here and name
                else ("#inhalt" if here or not words[0] else self._other(words[0]))
            )
            label = naming.place(name) if name else naming.file(self.name)
            found += [(address, label, what if here else f"{what} ({de.ELSEWHERE})") for what, _ in wrong]
        return found

    def _other(self, part: str) -> str:
        return f"?teil={part}" if self.file and part in self.file.table else "#inhalt"


def page(desk: Desk, name: str, part: str, as_text: bool) -> Page:
    """The page of a file, or of a part of it.

    Raises:
        KeyError: it has no such part.
        Complaint: it cannot be read.
    """
    file, state = kind_of(name), desk.state(name)
    try:
        raw = tomllib.loads(state.text) if file else None
    except (tomllib.TOMLDecodeError, RecursionError):
        raw = None
    if file is None or raw is None or (state.text == "" and file.name == reading.FILE):
        as_text = True
    if part and (file is None or part not in parts(file)):
        raise KeyError(part)
    if not part and file and not as_text:
        part = parts(file)[0]
    return Page(desk, name, part if not as_text else "", as_text, file, state, raw)


def parts(file: File) -> list[str]:
    """The parts that have a page each; [""] if the whole file is one."""
    return [""] if any(isinstance(one, Entry) for one in file.table.values()) else list(file.table)


def overview(desk: Desk, ok: str) -> dict[str, Any]:
    """All files with what is wrong with them, and the kinds of which there can be more."""
    wrong: dict[str, int] = {}
    for one in own_company.complaints(desk.folder):
        if one.path.is_relative_to(desk.folder):
            name = one.path.relative_to(desk.folder).as_posix()
            wrong[name] = wrong.get(name, 0) + 1
    listed = []
    for name in desk.names():
        file, exists, draft = kind_of(name), (desk.folder / name).exists(), desk.has_draft(name)
        status = (
            de.IS_DRAFT
            if draft
            else de.MISSING
            if not exists
            else de.IS_BROKEN
            if wrong.get(name)
            else de.IS_GOOD
        )
        listed.append(
            {
                "name": name,
                "label": naming.file(name),
                "status": status,
                "calls": draft or bool(wrong.get(name)),
                "parts": _listed(desk, name, file) if file else [],
            }
        )
    strange = [(name, count) for name, count in wrong.items() if name not in desk.names()]
    kinds_of_files = sorted({file.folder for file in files.FILES if "*" in file.name} - {exercises.FOLDER})
    return {
        "title": de.TITLE,
        "folder": str(desk.folder),
        "files": listed,
        "strange": strange,
        "kinds": kinds_of_files,
        "said": de.SAID.get(ok, ""),
        "firm": desk.folder.name,
    }


def _listed(desk: Desk, name: str, file: File) -> list[tuple[str, str, bool]]:
    """Parts of a file with a page each: key, name, and whether there is nothing of it."""
    try:
        raw = tomllib.loads(desk.state(name).text)
    except (tomllib.TOMLDecodeError, RecursionError, Complaint):
        raw = {}
    return [(part, naming.label((part,)), not raw.get(part)) for part in parts(file) if part]


def _name_of(entry: Entry, said: Any) -> str:
    """The name of the file that an entry says, if it is one; else ours: nothing is written to another place."""
    try:
        return str(entry.kind(said or "")) or f"logo{next(iter(form.known_of(entry)))}"
    except Misfit:
        return f"logo{next(iter(form.known_of(entry)))}"


def _with(here: str, ok: str) -> str:
    return f"{here}{'&' if '?' in here else '?'}ok={ok}"


def _at(table: Section, place: Sequence[str | int]) -> Entry | One | Many | None:
    here: Any = table
    for part in place:
        if isinstance(part, int):
            continue
        here = here.section if isinstance(here, One | Many) else here
        here = here.get(part) if isinstance(here, Mapping) else None
    return here if isinstance(here, Entry | One | Many) else None


def _value(said: Mapping[str, Any], place: Sequence[str | int]) -> Any:
    here: Any = said
    for part in place:
        try:
            here = here[part]
        except (KeyError, IndexError, TypeError):
            return None
    return here
