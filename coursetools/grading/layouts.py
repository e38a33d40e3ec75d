"""Whose hand-in is it? What the places of files in a download say about people, learning platform by platform.

``LAYOUTS`` is the table: each row knows how one platform names folders and files. What no row knows is read as
folders of people, then as names of files (``owners``). Never are two people made one because something is unclear:
they stay two, and a question says so.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

SHORTEST_NAME = 3
"""Letters that a file's name has beside the exercise's, if it names a person."""
FIRST_OF_CHINESE = 0x2E80
"""From here on one sign is as good as a name."""
MOST_NAMED = 4
"""Files or people that one question names."""
FOLDER, FILE_NAME, LOOSE = "Ordner je Person", "Name der Datei", "ohne Namen"
EXCHANGE = "nbgrader (Austausch)"


@dataclass(frozen=True)
class Layout:
    """How one platform says whose file it is.

    Attributes:
        name: of the platform, for people.
        pattern: finds the person in a place (with ``/``). Its groups: ``name``; ``user`` (a number that belongs to
            the person everywhere); ``number`` (a number that belongs to the person in this assignment only);
            ``attempt`` (grows with each version that somebody hands in).
        examples: place → the person's name; each is a test.
        sure: nothing else looks like this, so that two hand-ins of "one person" really are.
        kept: the group of ``pattern`` up to whose end a place is kept when feedback goes back; 0: all that it finds.
        beneath: the folder in which the platform expects feedback, with ``/``; "" if there is none.
        above: the folder in which it expects the people's folders, and nothing else above them, with ``{slug}``; "" if
            these stay where they lay.
    """

    name: str
    pattern: re.Pattern[str]
    examples: Mapping[str, str]
    sure: bool
    kept: str | int
    beneath: str
    above: str

    def way_back(self, place: str, file: str, slug: str) -> str | None:
        """Where feedback named ``file`` lies for the person whose hand-in came from ``place``; None: no such place."""
        if not (match := self.pattern.search(place)):
            return None
        joint = _JOINT.match(place[match.end(self.kept) :])
        between = (
            joint[0].replace(".", "_") if joint else ""
        )  # a name that ends here had no more than its kind
        path = place[: match.end(self.kept)] + between + self.beneath + file
        return path if not self.above else "/".join([self.above.format(slug=slug), *path.split("/")[-2:]])


_JOINT = re.compile(r"[/_.]| ?- ")
"""What stands between the part of a place that names a person and the rest."""


def _layout(
    name: str,
    pattern: str,
    examples: dict[str, str],
    sure: bool = False,
    kept: str | int = "name",
    beneath: str = "",
    above: str = "",
) -> Layout:
    found = re.compile(rf"(?:^|/){pattern}", re.IGNORECASE)
    return Layout(name, found, examples, sure, kept, beneath, above)


LAYOUTS = (
    _layout(
        "Moodle",
        r"(?P<name>[^/]+?)(?:_(?P<number>\d+))?_assignsubmission_(?:file|onlinetext)(?:[_/]|$)",
        {
            "Anna Schmidt_5101_assignsubmission_file/werte.ipynb": "Anna Schmidt",
            "Anna Schmidt_5101_assignsubmission_file_/werte.ipynb": "Anna Schmidt",
            "Übung 2-1234/Tom Bär-Özil_5102_assignsubmission_file_werte.ipynb": "Tom Bär-Özil",
            "Standardgruppe_assignsubmission_file/werte.ipynb": "Standardgruppe",
            "Anna Schmidt_5101_assignsubmission_file/Lösung/werte.ipynb": "Anna Schmidt",
        },
        sure=True,
        kept=0,
    ),
    _layout(
        "Blackboard",
        r"[^/]+?_(?P<name>[^/_]+)_(?:attempt|versuch|intento|tentati(?:ve|va|vo)|poging)_(?P<attempt>\d{4}(?:-\d\d){5})(?:_[^/]*)?(?:\.[^/.]+)?$",
        {
            "Werte_ak4711_attempt_2026-03-02-10-11-12_werte.ipynb": "ak4711",
            "gradebook/Meine Werte_tb0815_attempt_2026-03-02-10-11-12.ipynb": "tb0815",
            "Werte_ak4711_Versuch_2026-03-02-10-11-12_werte.ipynb": "ak4711",
        },
        sure=True,
        kept="attempt",
    ),
    _layout(
        "Brightspace",
        r"\d+-\d+ - (?P<name>[^/]+?) ?- (?P<attempt>[^/]*?\b(?:19|20)\d\d\b[^/]*?)(?:/| - [^/]+$)",
        {
            "77001-4711 - Selma Ak - Mar 2, 2026 1011 AM/werte.ipynb": "Selma Ak",
            "77001-4711 - Tom Bär-Özil- 2. März 2026 10 11/werte.ipynb": "Tom Bär-Özil",
            "77001-4711 - Selma Ak - Mar 2, 2026 10:11 AM - werte.ipynb": "Selma Ak",
        },
        sure=True,
        kept="attempt",
    ),
    _layout(
        "Canvas",
        r"(?P<name>[^/_]+)_(?:late_)?(?P<user>\d+)_(?P<attempt>\d+)_[^/]+$",
        {
            "submissions/akselma_11871_930001_werte.ipynb": "akselma (11871)",
            "baertom_LATE_11872_930002_werte-1.ipynb": "baertom (11872)",
        },
        kept="attempt",
    ),
    _layout(
        "Teams",
        r"(?P<name>[^/]+)/[^/]+/Version (?P<attempt>\d+)/[^/]+$",
        {"Submitted files/Selma Ak/Werte festlegen/Version 2/werte.ipynb": "Selma Ak"},
        sure=True,
        kept="attempt",
    ),
    _layout(
        "OpenOLAT (Überarbeitung)",
        r"(?P<name>[^/]+)/(?P<attempt>\d+_(?:revisions?|überarbeitung(?:en)?)(?:[_/]\d+)?)(?:_[^/]*)?/",
        {
            "Kurs/Ak_Selma_sak/4_revisions/1/werte.ipynb": "Ak_Selma_sak",
            "Kurs/Ak_Selma_sak/5_revisions_2/werte.ipynb": "Ak_Selma_sak",
        },
        sure=True,
    ),
    _layout(
        "OpenOLAT",
        r"(?P<name>[^/]+)/\d+_(?:submissions?|abgaben?)/",
        {"Kurs/Ak_Selma_sak/2_submissions/werte.ipynb": "Ak_Selma_sak"},
    ),
    _layout(
        "Sakai",
        r"(?P<name>[^/]+\([^/()]+\))/(?:submission attachment\(s\)|anhänge der (?:abgabe|einreichung))/",
        {"Werte/Ak, Selma(sak)/Submission attachment(s)/werte.ipynb": "Ak, Selma(sak)"},
        beneath="Feedback Attachment(s)/",
    ),
    _layout(
        "OPAL",
        r"(?P<name>[^/]+, [^/]+)/(?:abgabe|submission)/",
        {"Ak, Selma/Abgabe/werte.ipynb": "Ak, Selma"},
    ),
    _layout(
        "ILIAS",
        r"(?P<name>[^/_]+_[^/_]+(?:_[^/_]+)+_\d+)/[^/]+$",
        {
            "Uebung_Werte_88/Abgaben/Team 311/Ak_Selma_sak_5101/werte (2).ipynb": "Ak_Selma_sak_5101",
            "Baer_Tom_tba_5102/Verspaetete Abgabe - werte.ipynb": "Baer_Tom_tba_5102",
        },
        above="multi_feedback_{slug}",  # so ILIAS reads it: ilExAssignment::uploadMultiFeedbackFile
    ),
    _layout(
        EXCHANGE,
        r"(?P<name>[^/+]+)\+[^/+]+\+(?P<attempt>\d{4}-\d\d-\d\d[ T_]\d\d[-:.]\d\d[-:.]\d\d[^/+]*)(?:\+[^/]*)?/",
        {"inbound/selma+werte+2026-03-02 10:11:12.345 UTC+x7/werte.ipynb": "selma"},
        sure=True,
        kept=0,
    ),
    _layout(
        "Nachname_Vorname_Nummer",
        r"(?P<name>[^/_\d]+_[^/_\d]+_\d{4,})_[^/]+$",
        {"Ak_Selma_0012345_werte.ipynb": "Ak_Selma_0012345"},
    ),
    _layout(
        "Google Classroom",
        r"(?P<name>[^/]+?) - (?:kopie von|copy of|copie de|copia (?:de|di)) [^/]+$",
        {"Werte/Selma Ak - Kopie von werte.ipynb": "Selma Ak"},
    ),
)

_ANONYMOUS = re.compile(
    r"(?:teilnehmer|participant|partecipante|deelnemer|deltag|uczestnik|katılımcı|student|anonym)[\w*:/ ]*",
    re.IGNORECASE,
)
"""What platforms call people whose names they hide: a number tells them apart, in one assignment only."""

_NO_NAME = re.compile(
    r"(?:abgaben?|abgegebene dateien|eingereichte dateien|submissions?|submitted(?: files)?|uploads?|downloads?|inbound"
    r"|eingang|posteingang|lösung(?:en)?|loesung(?:en)?|solutions?|exercises?|kurs|course|notebooks?|dateien|files?"
    r"|aufgaben?|übung(?:en)?|uebung(?:en)?|release|source|alt|neu|final|fertig|entwurf|version ?\d+|v\d+"
    r"|\d+_(?:submissions?|abgaben?|revisions?|tasks?|aufgaben?|corrections?|korrekturen?|reviews?)"
    r"|(?:pünktlich|verspätet|verspaetet|late|on time|abgegeben|eingereicht|working files|arbeitsdateien)"
    r"|(?:modul|woche|week|tag|day|kapitel|einheit|unit|sitzung|session|termin|block|teil|blatt)[ _-]*\d+"
    r"|\d{4}[-._]\d\d[-._]\d\d(?:[ T_.-]*\d\d[-.:_h ]?\d\d(?:[-.:_]?\d\d)?)?|\d\d?\.\d\d?\.(?:\d\d){1,2}"
    r"|neuer ordner(?: \(\d+\))?|new folder|unbenannter ordner)",
    re.IGNORECASE,
)
"""Folders that are nobody's name."""

_NO_NAME_IN_A_FILE = re.compile(
    r"kopie\d*|copy\d*|copie|copia|von|of|de|di|meine?|my|verspaetete|verspätete|late|abgabe|submission|final|fertig|neu|neue[rs]?|alt|korrigiert"
    r"|bearbeitet|gelöst|geloest|solved|lösung|loesung|solution|entwurf|draft|version|v\d+|übung|uebung|exercise|aufgabe"
    r"|notebook|download|ipynb|untitled|unbenannt|modul|datei|file|checkpoint|nochmal|letzte|backup|\d+|\W+",
    re.IGNORECASE,
)
_STATUS = re.compile(
    r"^(?:kopie von|copy of) | - (?:kopie|copy)$|\s*[(\[](?:abgegeben|eingereicht|verspätet|verspaetet|zu spät"
    r"|pünktlich|bewertet|submitted|late|graded|turned in|entwurf|draft)[)\]]$",
    re.IGNORECASE,
)
"""What platforms, file managers and trainers add to a person's name."""
_PERSON = re.compile(r"[^\W\d_][^\W\d_.'’-]*(?:[ ,._'’-]+[^\W\d_]+){1,5}\.?(?:[ _(]+\d+\)?)?")
_GROUP = re.compile(
    r"gruppe|group|team|klasse|class|kurs|course|abteilung|department|standort|schicht|workshop|jahrgang|semester"
    r"|teilnehme|abgabe|mai\b|januar|februar|märz|april|juni|juli|august|september|oktober|november|dezember",
    re.IGNORECASE,
)
_TRANSCRIBED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_NUMBERED = re.compile(r"[ _-]*\((\d+)\)|-(\d{1,2})$")


@dataclass(frozen=True)
class Piece:
    """A hand-in whose owner is asked for.

    Attributes:
        place: of the file.
        slug: its exercise.
        digest: the same for the same content.
        changed: when it was changed last, comparable within one source.
    """

    place: PurePosixPath
    slug: str
    digest: str
    changed: tuple[float, ...] = ()


@dataclass(frozen=True)
class Owner:
    """Whose hand-in it is.

    Attributes:
        person: the name by which the person is known from now on.
        by: what said so: a layout's name, ``FOLDER``, ``FILE_NAME`` or ``LOOSE``.
        number: the person's number in this assignment, or "".
        newest: grows with each version of one person; compare only within one person and exercise.
    """

    person: str
    by: str
    number: str = ""
    newest: "_Newest" = field(default=((), 0, (), ""), compare=False)


_Newest = tuple[tuple[tuple[int, str], ...], int, tuple[float, ...], str]


def owners(
    pieces: Sequence[Piece], titles: Mapping[str, str], known: Mapping[str, Mapping[str, str]]
) -> tuple[list[Owner], list[str]]:
    """Whose each piece is, and what has to be asked.

    Args:
        pieces: the hand-ins of one source.
        titles: slug → title of each exercise, which are nobody's names.
        known: person → slug → the person's number in that assignment, from earlier runs.

    Returns:
        One owner for each piece; questions in German.
    """
    questions: list[str] = []
    words = {word.casefold() for pair in titles.items() for word in (*pair, pair[1].split(": ")[-1])}
    found = _without_doubt(pieces, [_by_layout(piece) for piece in pieces], words)
    left = [place for place, owner in enumerate(found) if owner is None]
    for place, owner in zip(
        left, _by_folder([pieces[p] for p in left], words, known, questions), strict=True
    ):
        found[place] = owner or _by_file_name(pieces[place], words)
    certain = _told_apart(pieces, [owner for owner in found if owner], known, questions)
    loose = [
        piece.place.name
        for piece, owner in zip(pieces, certain, strict=True)
        if owner.by == LOOSE and not _home(piece.place, words)
    ]
    questions += _nameless(loose)
    here = {owner.person for owner in certain if owner.by != LOOSE and not _is_numbered(owner)}
    # Of those whom a number tells apart the question was asked already, in this run or before.
    questions += _alike(here, {person for person in known if not re.search(r" \(\d+\)$", person)})
    return certain, questions


# ---- by a platform's layout ----


def _by_layout(piece: Piece) -> Owner | None:
    for layout in LAYOUTS:
        if match := layout.pattern.search(str(piece.place)):
            parts = match.groupdict(default="")
            name, number = _without_status(parts["name"].strip()), parts.get("number", "")
            if parts.get("user"):
                name = f"{name} ({parts['user']})"
            return Owner(name, layout.name, number, _newest(piece, parts.get("attempt", "")))
    return None


def _without_doubt(
    pieces: Sequence[Piece], found: Sequence[Owner | None], words: set[str]
) -> list[Owner | None]:
    """The owners, without those that a layout may only seem to name: their "versions" look like different people."""
    sure = {layout.name for layout in LAYOUTS if layout.sure}
    held: dict[tuple[str, str], list[Piece]] = defaultdict(list)
    for piece, owner in zip(pieces, found, strict=True):
        if owner and owner.by not in sure:
            held[owner.person, owner.by].append(piece)
    doubtful = {
        who
        for who, theirs in held.items()
        if _different_for_one_exercise(theirs)
        and (_names_in_files(theirs, words) or not any(by == who[1] and who != (p, by) for p, by in held))
    }
    return [None if owner and (owner.person, owner.by) in doubtful else owner for owner in found]


def _newest(piece: Piece, attempt: str = "") -> "_Newest":
    """What grows with each version: the platform's count, the number that a download adds, the time of change."""
    counted = _NUMBERED.search(piece.place.stem)
    number = int(next(filter(None, counted.groups()))) if counted else 0
    natural = tuple((int(part) if part.isdigit() else 0, part) for part in re.split(r"(\d+)", attempt))
    return natural, number, piece.changed, str(piece.place)


# ---- by folders ----


def _by_folder(
    pieces: Sequence[Piece], words: set[str], known: Iterable[str], questions: list[str]
) -> list[Owner | None]:
    """Owners by the folders in which pieces lie; None where folders say nothing."""
    homes = [_home(piece.place, words) for piece in pieces]
    direct = {home for home in homes if home}
    folders = [_person_folder(home, direct, pieces, homes, words) if home else () for home in homes]
    piles = _piles(pieces, folders, words, questions)
    names = {folder: _name_of(folder[-1], words, known) for folder in set(folders) if folder}
    paths = Counter(names.values())
    clash = _same_name_same_exercise(pieces, folders, names)
    found: list[Owner | None] = []
    for piece, folder in zip(pieces, folders, strict=True):
        if not folder or folder in piles:
            found.append(None)
            continue
        name = names[folder]
        if paths[name] > 1 and name in clash:
            name = " / ".join(folder)
        found.append(Owner(name, FOLDER, "", _newest(piece)))
    for name in sorted(clash):
        questions.append(
            f"„{name}“ heißen mehrere Ordner mit Abgaben zu derselben Übung. Sie zählen als verschiedene Personen."
        )
    return found


def _home(place: PurePosixPath, words: set[str]) -> tuple[str, ...]:
    """The folder of a file, without what is nobody's name at its end."""
    parts = list(place.parent.parts)
    while parts and _is_no_name(parts[-1], words):
        parts.pop()
    return tuple(parts)


def _is_no_name(folder: str, words: set[str]) -> bool:
    return bool(_NO_NAME.fullmatch(folder)) or folder.casefold() in words or _only_exercise(folder, words)


def _only_exercise(folder: str, words: set[str]) -> bool:
    """Whether a folder names an exercise and nothing else, such as ``02_werte``."""
    left = _without_words(folder, words)
    return left != folder and not re.search(r"[^\W\d_]", left)


def _name_of(folder: str, words: set[str], known: Iterable[str]) -> str:
    """The person's name in a folder's: without where the hand-in stands and which exercise it is for."""
    if folder in known:
        return folder
    name = _without_status(folder)
    left = _without_words(name, words)
    return name if left == name else left.strip(" _-–.,") or name


def _without_status(name: str) -> str:
    return _STATUS.sub("", name) or name


def _person_folder(
    home: tuple[str, ...],
    direct: set[tuple[str, ...]],
    pieces: Sequence[Piece],
    homes: Sequence[tuple[str, ...]],
    words: set[str],
) -> tuple[str, ...]:
    """The folder that bears the person's name: mostly the file's own, or one above where others lie beside it."""
    for depth in range(1, len(home)):
        above = home[:depth]
        beside = any(len(one) == depth and one[:-1] == above[:-1] and one != above for one in direct)
        if beside and not _is_no_name(above[-1], words) and not _holds_several(above, pieces, homes):
            return above
    beneath = [one for one in direct if len(one) > len(home) and one[: len(home)] == home]
    return () if beneath and not _has_siblings(home, direct) else home


def _has_siblings(home: tuple[str, ...], direct: set[tuple[str, ...]]) -> bool:
    return any(len(one) == len(home) and one[:-1] == home[:-1] and one != home for one in direct)


def _holds_several(above: tuple[str, ...], pieces: Sequence[Piece], homes: Sequence[tuple[str, ...]]) -> bool:
    """Whether different folders below hold hand-ins for the same exercise: then it is a group of people."""
    seen: dict[str, tuple[str, ...]] = {}
    return any(
        seen.setdefault(piece.slug, home) != home
        for piece, home in zip(pieces, homes, strict=True)
        if home[: len(above)] == above
    )


def _piles(
    pieces: Sequence[Piece], folders: Sequence[tuple[str, ...]], words: set[str], questions: list[str]
) -> set[tuple[str, ...]]:
    """Folders that hold hand-ins of several people, as far as one can see."""
    held: dict[tuple[str, ...], list[Piece]] = defaultdict(list)
    for piece, folder in zip(pieces, folders, strict=True):
        if folder:
            held[folder].append(piece)
    several = {folder for folder, inside in held.items() if _different_for_one_exercise(inside)}
    piles = set()
    for folder, inside in held.items():
        beside = [one for one in held if one[:-1] == folder[:-1] and one not in several]
        mixed = (
            len({piece.slug for piece in inside}) > 1 and len(held) == 1 and _names_in_files(inside, words)
        )
        people = [one for one in held if one[:-1] == folder[:-1] and one != folder and _is_persons(one[-1])]
        versions = len(beside) > 1 or (people and _is_persons(folder[-1]))
        if (folder in several and (not versions or _names_in_files(inside, words))) or mixed:
            piles.add(folder)
            questions.append(
                f"Im Ordner „{folder[-1]}“ liegen {len(inside)} Abgaben. Jede zählt als eine andere Person."
                " Sind es Fassungen einer Person? Dann lassen Sie nur die gültige darin."
            )
    return piles


def _is_persons(folder: str) -> bool:
    """Whether a folder is called like a person: two names or more, and no word for a group among them."""
    return bool(_PERSON.fullmatch(folder)) and not _GROUP.search(folder)


def _different_for_one_exercise(pieces: Iterable[Piece]) -> bool:
    seen: dict[str, str] = {}
    return any(seen.setdefault(piece.slug, piece.digest) != piece.digest for piece in pieces)


def _names_in_files(pieces: Sequence[Piece], words: set[str]) -> bool:
    return len({rest for piece in pieces if _is_name(rest := _rest(piece.place, words))}) > 1


def _same_name_same_exercise(
    pieces: Sequence[Piece], folders: Sequence[tuple[str, ...]], names: Mapping[tuple[str, ...], str]
) -> set[str]:
    """Names of different folders that hold different hand-ins for the same exercise."""
    seen: dict[tuple[str, str], set[tuple[tuple[str, ...], str]]] = defaultdict(set)
    for piece, folder in zip(pieces, folders, strict=True):
        if folder:
            seen[names[folder], piece.slug].add((folder, piece.digest))
    return {
        name
        for (name, _), there in seen.items()
        if len({folder for folder, _ in there}) > 1 and len({digest for _, digest in there}) > 1
    }


# ---- by names of files ----


def _by_file_name(piece: Piece, words: set[str]) -> Owner:
    """What is left of a file's name without the exercise's; else the file itself, told from others by its content."""
    rest = _rest(piece.place, words)
    if _is_name(rest):
        return Owner(rest, FILE_NAME, "", _newest(piece))
    where = "/".join(piece.place.parts[-2:])
    return Owner(f"Datei {where} ({piece.digest[:8]})", LOOSE, "", _newest(piece))


def _is_name(rest: str) -> bool:
    letters = re.findall(r"[^\W\d_]", rest)
    return len(letters) >= SHORTEST_NAME or any(ord(sign) >= FIRST_OF_CHINESE for sign in letters)


def _rest(place: PurePosixPath, words: set[str]) -> str:
    stem = _without_words(place.name.split(".ipynb")[0], words)
    parts = [
        part for part in re.split(r"[\s_.,()+-]+", stem) if part and not _NO_NAME_IN_A_FILE.fullmatch(part)
    ]
    return " ".join(parts)


def _without_words(text: str, words: set[str]) -> str:
    for word in sorted(words, key=len, reverse=True):
        text = re.sub(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", " ", text, flags=re.IGNORECASE)
    return text


# ---- who is who ----


def _told_apart(
    pieces: Sequence[Piece],
    found: Sequence[Owner],
    known: Mapping[str, Mapping[str, str]],
    questions: list[str],
) -> list[Owner]:
    """The owners, with numbers added where a name alone does not say who it is."""
    numbers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for piece, owner in zip(pieces, found, strict=True):
        if owner.number:
            numbers[owner.person, piece.slug].add(owner.number)
    twice = {person for (person, _), there in numbers.items() if len(there) > 1}
    twice |= {name for person in known if (name := person.rpartition(" (")[0])}
    made = []
    for piece, owner in zip(pieces, found, strict=True):
        first = known.get(owner.person, {}).get(piece.slug) == owner.number
        unclear = owner.person in twice and not first
        if owner.number and (unclear or _ANONYMOUS.fullmatch(owner.person)):
            owner = Owner(f"{owner.person} ({owner.number})", owner.by, owner.number, owner.newest)
        made.append(owner)
    named = {owner.person for owner in found if owner.number}
    for person in sorted(twice & named):
        questions.append(
            f"„{person}“ heißen mehrere Personen. Ihre Nummern unterscheiden sie, aber nur in dieser Aufgabe."
            " Was zu einer anderen Übung gehört, zählt als weitere Person."
        )
    return made


def _is_numbered(owner: Owner) -> bool:
    return bool(owner.number) and owner.person.endswith(f" ({owner.number})")


def _nameless(files: Sequence[str]) -> list[str]:
    if not files:
        return []
    listed = ", ".join(files[:MOST_NAMED]) + (" …" if len(files) > MOST_NAMED else "")
    return [f"Von wem ist das: {listed}? Kein Name steht an der Datei. Jede zählt als eine eigene Person."]


def _alike(here: set[str], known: set[str]) -> list[str]:
    """Questions about people whose names differ only in their order, capitals or spelling, or by a group's name."""
    by_parts: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for person in here | known:
        by_parts[_parts(person)].add(person)
        if "-" in person:
            by_parts[_parts(person.partition("-")[2])].add(person)
    unclear = [
        sorted(alike)[:MOST_NAMED]
        for parts, alike in sorted(by_parts.items())
        if len(parts) > 1 and len(alike) > 1 and alike & here
    ]
    return [
        f"{' und '.join(f'„{person}“' for person in alike)}: Ist das eine Person? Hier zählt jeder Name als"
        " eine eigene. Wenn ja: Löschen Sie eine mit --loeschen, geben Sie ihren Abgaben den anderen Namen und rufen"
        " Sie den Befehl noch einmal auf."
        for alike in unclear
    ]


def _parts(name: str) -> tuple[str, ...]:
    """The parts of a name, in a fixed order and one spelling."""
    spelt = name.casefold().translate(_TRANSCRIBED)
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", spelt) if not unicodedata.combining(sign))
    return tuple(sorted(re.findall(r"[^\W\d_]+", plain)))
