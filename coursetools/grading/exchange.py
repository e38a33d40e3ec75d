"""nbgrader's exchange: hand-ins come from accounts and feedback goes back to them, under pseudonyms in between.

On a machine with many accounts, such as a JupyterHub's, ``nbgrader submit`` puts hand-ins into one folder and
``nbgrader fetch_feedback`` looks for feedback in another one. Whoever hands in writes there, so nothing in it is
believed but who owns it. The secret of a hand-in is kept beside its feedback, for ``nbgrader release_feedback``.
"""

import datetime as dt
import logging
import os
import re
import secrets
import shutil
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from traitlets.config import Application, Config

from coursetools import nbgrader_steps
from coursetools.files import write_atomically
from coursetools.grading.arrivals import LARGEST, Arrival, Refused, Rejected, shown
from coursetools.grading.de import exchange as de
from coursetools.grading.layouts import EXCHANGE, Owner
from coursetools.grading.origins import FEEDBACK, SECRET, TIMESTAMP
from coursetools.grading.pseudonyms import LONGEST, PSEUDONYM, Pseudonyms
from fairki.errors import SetupError

LONGEST_NOTE = 500
"""Bytes of such a file."""
_LONG_AGO = "1970-01-01 00:00:00 UTC"
"""For what came without a time."""
_FOLDER = re.compile(r"(?P<account>.+)\+(?P<slug>[^+]+)\+(?P<when>\d{4}-\d\d-\d\d[^+]*)\+(?P<random>[^+]*)")


@dataclass(frozen=True)
class Delivery:
    """What one account handed in at one time.

    Attributes:
        label: stands for the account in everything that is shown, until its pseudonym is known.
        account: whose it is.
        when: as nbgrader wrote it.
        secret: names its feedback; "" if there is none.
        order: grows with each delivery.
    """

    label: str
    account: str
    when: str
    secret: str
    order: float


class Exchange:
    """The exchange of the course in ``root``, as its trainer's account sees it.

    Args:
        root: the course's folder.
        submitted: the folder into which ``nbgrader collect`` copies; what lies there under the name of an account is
            taken in as well.

    Raises:
        SetupError: this machine has no such exchange, or this account may not read it.
    """

    def __init__(self, root: Path, submitted: Path):
        self.root, self.submitted = Path(root), Path(submitted)
        if sys.platform == "win32":
            raise SetupError(*de.NOT_HERE)
        self.inbound, self.check_owner = _inbound(self.root)
        if self.inbound and not self.inbound.is_dir() and not collected(self.submitted):
            raise SetupError(*de.no_exchange(str(self.inbound)))
        if self.inbound and self.inbound.is_dir() and not os.access(self.inbound, os.R_OK | os.X_OK):
            raise SetupError(*de.not_ours(str(self.inbound)))
        self._deliveries: dict[str, Delivery] = {}
        self._labels: dict[str, str] = {}
        self._secrets: set[str] = set()

    def arrivals(self, pseudonyms: Pseudonyms, rejected: list[Rejected]) -> list[Arrival]:
        """Every notebook that was handed in; places name nobody (see ``named``)."""
        self._labels = pseudonyms.people
        found: list[Arrival] = []
        for entry in sorted(self.inbound.glob("*")) if self.inbound else ():
            if match := _FOLDER.fullmatch(entry.name):
                found += self._of(entry, match["account"], match["when"], rejected, self.check_owner)
            else:
                rejected.append(Rejected(de.PLACE, *de.NOT_OF_NBGRADER))
        for folder in collected(self.submitted):
            for entry in sorted(path for path in folder.iterdir() if path.is_dir()):
                if (
                    _note(entry, SECRET) not in self._secrets
                ):  # else the exchange has it, and said whose it is
                    when = _note(entry, TIMESTAMP) or _LONG_AGO
                    found += self._of(entry, folder.name, when, rejected, check_owner=False)
        return found

    def owner(self, place: PurePosixPath) -> Owner:
        """Whose hand-in it is."""
        one = self._delivery(place)
        return Owner(one.account, EXCHANGE, "", ((), 0, (one.order,), str(place)))

    def named(self, pseudonyms: Pseudonyms, taken: set[str], rejected: Iterable[Rejected]) -> list[Rejected]:
        """``rejected`` with pseudonyms for accounts: also of those that have handed in nothing else."""
        marks = {one.label: one.account for one in self._deliveries.values()}

        def pseudonym(text: str) -> str:
            for label, account in marks.items():
                if label in text and label != pseudonyms.people.get(account):
                    text = text.replace(label, pseudonyms.of(account, taken))
            return text

        return [Rejected(*map(pseudonym, (one.name, one.happened, one.remedy))) for one in rejected]

    def note(self, feedback: Path, accepted: Mapping[tuple[str, str], str]) -> None:
        """Keep in the folder ``feedback`` what a way back needs.

        Args:
            accepted: pseudonym and slug → place of the hand-in that counts.
        """
        for (pseudonym, slug), place in accepted.items():
            one = self._delivery(PurePosixPath(place))
            home = feedback / pseudonym / slug
            if home.exists() and _note(home, SECRET) != one.secret:
                shutil.rmtree(home)  # feedback for an earlier version
            if one.secret:
                write_atomically(home / TIMESTAMP, one.when, mode=0o600)
                write_atomically(home / SECRET, one.secret, mode=0o600)

    def drop_collected(self, waiting: Iterable[str]) -> None:
        """Remove what ``nbgrader collect`` laid down under names, but not what waits for ``--ersetzen``.

        Args:
            waiting: the places of such hand-ins.
        """
        theirs = {self._delivery(PurePosixPath(place)).account for place in waiting}
        for folder in collected(self.submitted):
            if shown(folder.name, LONGEST) not in theirs:
                shutil.rmtree(folder)

    def _delivery(self, place: PurePosixPath) -> Delivery:
        return self._deliveries["/".join(place.parts[:2])]

    def _of(
        self, entry: Path, account: str, when: str, rejected: list[Rejected], check_owner: bool
    ) -> list[Arrival]:
        """The notebooks of one delivery."""
        account, when = shown(account, LONGEST), shown(when)
        label = self._labels.setdefault(account, f"konto-{secrets.token_hex(4)}")
        place = PurePosixPath(label, when.replace("/", "-"))
        self._secrets.update({_note(entry, SECRET)} - {""})
        try:
            secret = _note(entry, SECRET, _uid(account) if check_owner else None)
        except Refused:
            secret = ""
        self._deliveries[str(place)] = Delivery(label, account, when, secret, _order(when))
        try:
            uid = _uid(account) if check_owner else None
            names = [name for name in _names(entry, uid) if name.casefold().endswith(".ipynb")]
            if not names:
                raise Refused(*de.NO_NOTEBOOK)
        except Refused as problem:
            rejected.append(Rejected(str(place), *problem.args))
            return []
        changed = (_order(when),)
        return [
            Arrival(place / shown(name), 0, changed, partial(_content, entry, name, uid)) for name in names
        ]


def collected(submitted: Path) -> list[Path]:
    """The folders of accounts that ``nbgrader collect`` laid into ``submitted``: their names are no pseudonyms."""
    folders = [path for path in Path(submitted).glob("*") if path.is_dir() and not path.is_symlink()]
    return sorted(path for path in folders if not PSEUDONYM.fullmatch(path.name))


def release(root: Path, slugs: Iterable[str]) -> None:
    """Let nbgrader put the feedback for these exercises where the accounts that handed in find it.

    Raises:
        SetupError: this account may not write there.
    """
    from nbgrader.exchange import ExchangeFactory

    for slug in slugs:
        config = _settings(root)
        config.CourseDirectory.assignment_id = slug
        try:
            nbgrader_steps.run(ExchangeFactory(config=config).release_feedback, config)
        except nbgrader_steps.StepFailed as error:
            raise SetupError(*de.not_released(str(error))) from None


def forget(root: Path, account: str, feedback: Path) -> list[Path]:
    """Delete from the exchange what ``account`` handed in, and its feedback; returns what could not be deleted.

    Args:
        root: the course's folder.
        feedback: the person's folder with feedback.

    Raises:
        SetupError: the person handed in there, and this account may not delete it.
    """
    inbound, _ = _inbound(root)
    if inbound is None or not inbound.is_dir():
        return []
    secrets_there = list(feedback.glob(f"*/{SECRET}"))
    if not os.access(inbound, os.R_OK | os.X_OK):
        if secrets_there:
            raise SetupError(*de.not_ours(str(inbound)))
        return []
    theirs = [path for path in inbound.iterdir() if _is_of(path.name, account)]
    for path in secrets_there:
        name = _hash(path.read_text(encoding="utf-8"), path.parent.name)
        (inbound.parent / FEEDBACK / f"{name}.html").unlink(missing_ok=True)
    for path in theirs:
        if secret := _note(path, SECRET):  # also feedback on an earlier version
            for notebook in path.glob("*.ipynb"):
                (inbound.parent / FEEDBACK / f"{_hash(secret, notebook.stem)}.html").unlink(missing_ok=True)
        shutil.rmtree(path, ignore_errors=True)
    return [path for path in theirs if path.exists()]


def _is_of(folder: str, account: str) -> bool:
    match = _FOLDER.fullmatch(folder)
    return match is not None and shown(match["account"], LONGEST) == account


def _hash(secret: str, notebook: str) -> str:
    from nbgrader.utils import notebook_hash

    name: str = notebook_hash(secret=secret, notebook_id=notebook)
    return name


# ---- what nbgrader says ----


def _settings(root: Path) -> Config:
    """nbgrader's settings as its own commands have them in ``root``: those of the machine, the account, the course."""
    from jupyter_core.paths import jupyter_config_path

    app = Application(log=_silent())
    app.load_config_file("nbgrader_config", path=[str(root), *jupyter_config_path()])
    app.config.CourseDirectory.root = str(root)
    config: Config = app.config
    return config


def _inbound(root: Path) -> tuple[Path | None, bool]:
    """Where hand-ins arrive, and whether a folder there has to belong to the account it names.

    An exchange that is no folder has its own way in: None. What ``nbgrader collect`` fetched from it is taken in.
    """
    if sys.platform == "win32":
        return None, True
    from nbgrader.coursedir import CourseDirectory
    from nbgrader.exchange import ExchangeFactory
    from nbgrader.exchange.default import ExchangeCollect

    config = _settings(root)
    plugin = ExchangeFactory(config=config).collect
    if not issubclass(plugin, ExchangeCollect):
        return None, True
    course = CourseDirectory(config=config)
    step = plugin(coursedir=course, config=config)
    inbound = Path(step.root) / course.course_id / "inbound"
    return inbound, bool(step.check_owner)


def _silent() -> logging.Logger:
    log = logging.Logger("nbgrader")
    log.addHandler(logging.NullHandler())
    return log


# ---- reading what others own ----


def _uid(account: str) -> int:
    import pwd

    try:
        return pwd.getpwnam(account).pw_uid
    except KeyError:
        raise Refused(*de.WRONG_OWNER) from None


@contextmanager
def _opened(entry: Path, uid: int | None) -> Iterator[int]:
    """A folder that is really there and belongs to ``uid``; a link to another one is none."""
    try:
        folder = os.open(entry, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        raise Refused(*de.UNREADABLE) from None
    try:
        if uid is not None and os.fstat(folder).st_uid != uid:
            raise Refused(*de.WRONG_OWNER)
        yield folder
    finally:
        os.close(folder)


def _names(entry: Path, uid: int | None) -> Sequence[str]:
    with _opened(entry, uid) as folder:
        return sorted(name for name in os.listdir(folder) if not name.startswith("."))


def _content(entry: Path, name: str, uid: int | None) -> bytes:
    """The content of a file in a folder of the exchange, if it is one and belongs to whom the folder belongs.

    Raises:
        Refused: it is something else, or too large.
    """
    with _opened(entry, uid) as folder:
        try:
            file = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
        except OSError:
            raise Refused(*de.UNREADABLE) from None
        with os.fdopen(file, "rb") as stream:
            about = os.fstat(stream.fileno())
            if not stat.S_ISREG(about.st_mode):
                raise Refused(*de.UNREADABLE)
            if uid is not None and about.st_uid != uid:
                raise Refused(*de.WRONG_OWNER)
            content = stream.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise Refused(*de.TOO_LARGE)
    return content


def _note(entry: Path, name: str, uid: int | None = None) -> str:
    """A short note of nbgrader's, or "": who handed in may have written anything there, others (no ``uid``) nothing."""
    try:
        content = _content(entry, name, uid)
        return content.decode("ascii").strip() if len(content) <= LONGEST_NOTE else ""
    except (Refused, UnicodeDecodeError):
        return ""


def _order(when: str) -> float:
    from nbgrader.utils import parse_utc

    try:
        moment: dt.datetime = parse_utc(when)
        return moment.replace(tzinfo=dt.UTC).timestamp()
    except (ValueError, OverflowError):
        return 0.0
