"""Hand-ins come from nbgrader's exchange and feedback goes back there; in between nobody has a name."""

import getpass
import io
import os
import shutil
import zipfile
from pathlib import Path

import pytest
from banks import ROOT
from nbgrader.auth import Authenticator
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange import default
from nbgrader.utils import notebook_hash
from piles import course, light
from rich.console import Console
from traitlets.config import Config

from coursetools import machine
from coursetools.grading import archive, deletion, grade, person, pseudonyms
from coursetools.grading.de.exchange import NOT_OF_NBGRADER, UNREADABLE, WRONG_OWNER
from coursetools.grading.exchange import SECRET, TIMESTAMP, Exchange
from coursetools.grading.intake import SUBMITTED, Intake, take_in, taken_in
from coursetools.grading.pseudonyms import Pseudonyms
from fairki import manifest
from fairki.errors import BadFileError, SetupError

pytestmark = [pytest.mark.needs(machine.POSIX), pytest.mark.xdist_group("grade")]

QUIET = Console(quiet=True)
ME = getpass.getuser()
OTHER, THIRD = "erna.beispiel", "max.muster"
STRANGER = "daemon" if ME != "daemon" else "bin"


class Place:
    """A course, its exchange, and the home of who learns; all accounts are this one."""

    def __init__(self, folder: Path):
        self.root, self.exchange, self.home = course(folder / "kurs", "werte"), folder / "ex", folder / "home"
        for path in (self.exchange, self.home):
            path.mkdir()
        self.exchange.chmod(0o1777)
        lines = (f'c.Exchange.root = "{self.exchange}"', f'c.Exchange.cache = "{self.home / "cache"}"')
        with (self.root / "nbgrader_config.py").open("a") as file:
            file.write("\n".join(("", *lines, "")))
        self.inbound = self.exchange / "fairki" / "inbound"
        self.folder = self.root / grade.FOLDER

    def nbgrader(self, step: type, where: Path | None = None) -> None:
        """One of nbgrader's own steps for the exercise ``werte``."""
        config = Config()
        config.Exchange.root, config.Exchange.cache = str(self.exchange), str(self.home / "cache")
        config.Exchange.assignment_dir = str(where or self.home)
        config.CourseDirectory.root = str(self.root)
        config.CourseDirectory.course_id, config.CourseDirectory.assignment_id = "fairki", "werte"
        config.CourseDirectory.release_directory = "exercises"
        config.CourseDirectory.submitted_directory = f"{grade.FOLDER}/{SUBMITTED}"
        config.CourseDirectory.feedback_directory = f"{grade.FOLDER}/feedback"
        step(coursedir=CourseDirectory(config=config), authenticator=Authenticator(), config=config).start()

    def submit(self, content: bytes, account: str = ME) -> Path:
        """Hand in as nbgrader does; returns where it arrived."""
        if not self.inbound.exists():
            self.nbgrader(default.ExchangeReleaseAssignment)
        if not (self.home / "werte").exists():
            self.nbgrader(default.ExchangeFetchAssignment)
        (self.home / "werte" / "werte.ipynb").write_bytes(content)
        before = set(self.inbound.iterdir())
        self.nbgrader(default.ExchangeSubmit)
        (new,) = set(self.inbound.iterdir()) - before
        return new.rename(new.with_name(new.name.replace(f"{ME}+", f"{account}+", 1)))

    def take_in(self, replace: bool = False) -> Intake:
        source = Exchange(self.root, self.folder / SUBMITTED)
        return take_in(source, manifest.read(self.root), self.folder, replace)

    def taken(self) -> list[str]:
        """Whose hand-ins lie in the grading folder."""
        names = {pseudonym: name for name, pseudonym in Pseudonyms(self.folder).people.items()}
        return sorted(names[one.pseudonym] for one in taken_in(self.folder))

    def grade(self, **options: bool) -> str:
        console = Console(record=True, width=200, file=io.StringIO())
        grade.grade(self.root, Exchange(self.root, self.folder / SUBMITTED), console, **options)
        return console.export_text()

    def fetched(self) -> list[str]:
        """The feedback that this account can fetch."""
        self.nbgrader(default.ExchangeFetchFeedback)
        pages = (self.home / "werte" / "feedback").glob("*/werte.html")
        return [page.read_text(encoding="utf-8") for page in pages]

    def naming(self, account: str) -> list[str]:
        """Everything in the grading folder and the gradebook that names an account."""
        files = [path for path in [*self.folder.rglob("*"), *self.root.glob("*.db*")]]
        named = [one for one in files if account in str(one.relative_to(self.root))]
        named += [one for one in files if one.is_file() and account.encode() in one.read_bytes()]
        return sorted(str(one.relative_to(self.root)) for one in named)


@pytest.fixture
def place(tmp_path) -> Place:
    return Place(tmp_path)


def without_owners(place: Place) -> Place:
    """An exchange in which folders need not belong to the account they name."""
    with (place.root / "nbgrader_config.py").open("a") as file:
        file.write("c.ExchangeCollect.check_owner = False\n")
    return place


@pytest.fixture
def anybody(place) -> Place:
    return without_owners(place)


@pytest.fixture(scope="module")
def graded(tmp_path_factory) -> tuple[Place, str]:
    """Two accounts handed in, one of them twice, one beside a file that is none; graded, and what was said."""
    place = without_owners(Place(tmp_path_factory.mktemp("austausch")))
    place.submit(light(1), OTHER)
    place.submit(b"kaputt", OTHER)
    (place.submit(light(2), THIRD) / "notizen.ipynb").write_bytes(b"kaputt")
    (place.submit(light(3), "uwe") / SECRET).write_text("")  # a secret that is none breaks nobody's feedback
    return place, place.grade(give_back=True)


def test_feedback_in_german_comes_back_to_the_accounts_that_handed_in(graded):
    place, said = graded
    assert "2 Rückmeldungen liegen im Austausch" in said
    assert sorted("Regel Nummer 1." in page for page in place.fetched()) == [False, True]


def test_nbgrader_finds_feedback_by_its_own_command(graded):
    place, _ = graded
    released = place.exchange / "fairki" / "feedback"
    before = {one.name: one.read_bytes() for one in released.iterdir()}
    for one in released.iterdir():
        one.unlink()
    place.nbgrader(default.ExchangeReleaseFeedback)
    assert {one.name: one.read_bytes() for one in released.iterdir()} == before


def test_accounts_are_named_in_the_mapping_alone(graded):
    place, said = graded
    assert OTHER not in said and THIRD not in said
    assert place.naming(OTHER) == place.naming(THIRD) == ["bewertung/zuordnung.csv"]
    assert Pseudonyms(place.folder).people.keys() == {OTHER, THIRD, "uwe"}


def test_other_accounts_look_at_nothing_in_the_grading_folder(graded):
    place, _ = graded
    assert place.folder.stat().st_mode & 0o007 == 0
    released = place.exchange / "fairki" / "feedback"
    assert released.stat().st_mode & 0o044 == 0  # nobody can list it, and the names are secrets
    kept = [one.read_text() for one in place.folder.glob(f"feedback/*/werte/{SECRET}")]
    names = {notebook_hash(secret=secret, notebook_id="werte") for secret in kept}
    assert {one.stem for one in released.iterdir()} == names


def test_an_archive_leads_to_no_account(graded, tmp_path):
    place, _ = graded
    archive.write(place.root, tmp_path / "a.zip")
    with zipfile.ZipFile(tmp_path / "a.zip") as packed:
        assert not [name for name in packed.namelist() if name.endswith((SECRET, TIMESTAMP))]


def test_feedback_for_an_earlier_version_never_goes_to_a_new_one(graded):
    place, _ = graded
    new = place.submit(light(12), THIRD)
    assert any("--ersetzen" in one.remedy for one in place.take_in().rejected)
    place.take_in(replace=True)
    way = place.folder / "feedback" / Pseudonyms(place.folder).people[THIRD] / "werte"
    assert (way / SECRET).read_text() == (new / SECRET).read_text()
    assert not (way / "werte.html").exists()


def test_a_person_who_is_deleted_is_deleted_in_the_exchange_too(graded):
    place, _ = graded
    assert deletion.delete(place.root, person.find(place.folder, OTHER)) == []
    assert OTHER not in {one.name.split("+")[0] for one in place.inbound.iterdir()}
    assert not [
        page
        for page in (place.exchange / "fairki" / "feedback").iterdir()
        if b"Nummer 1." in page.read_bytes()
    ]
    place.take_in()
    assert place.taken() == [THIRD, "uwe"]


def test_without_the_mapping_nothing_leads_to_an_account(anybody):
    anybody.submit(light(1), OTHER)
    anybody.take_in()
    assert [*anybody.folder.rglob(SECRET)]
    pseudonyms.delete(anybody.folder)
    assert not [*anybody.folder.rglob(SECRET), *anybody.folder.rglob(TIMESTAMP)]
    anybody.take_in()  # the same hand-in is known by its content
    assert len(list(taken_in(anybody.folder))) == 1


def test_who_handed_in_nothing_readable_has_a_pseudonym_to_be_asked_by(anybody):
    anybody.submit(b"kaputt", OTHER)
    (one,) = anybody.take_in().rejected
    assert one.name.startswith(f"{Pseudonyms(anybody.folder).people[OTHER]}/")


def test_who_hands_in_under_another_name_harms_nobody(place):
    place.submit(light(1))
    place.submit(light(2), STRANGER)
    place.submit(light(3), "niemand-hat-dieses-konto")
    assert [one.happened for one in place.take_in().rejected] == [WRONG_OWNER[0]] * 2
    assert place.taken() == [ME]


def test_what_nbgrader_collected_of_a_false_name_does_not_count_either(place):
    place.submit(light(1))
    shutil.copytree(place.submit(light(2), STRANGER), place.folder / SUBMITTED / STRANGER / "werte")
    place.take_in()
    assert place.taken() == [ME]


def test_a_link_is_not_opened(place):
    place.submit(light(1))
    linked = place.submit(light(2)) / "werte.ipynb"
    linked.unlink()
    linked.symlink_to(ROOT / "solutions" / "werte" / "werte.ipynb")
    folder = place.submit(light(3))
    folder.rename(place.exchange / "anderswo")
    folder.symlink_to(place.exchange / "anderswo")
    pipe = place.submit(light(4)) / "werte.ipynb"
    pipe.unlink()
    os.mkfifo(pipe)
    assert [one.happened for one in place.take_in().rejected] == [UNREADABLE[0]] * 3


def test_what_is_no_hand_in_is_accounted_for(anybody):
    anybody.submit(light(1), OTHER)
    (anybody.inbound / "Erna Beispiel").mkdir()
    assert [one.happened for one in anybody.take_in().rejected] == [NOT_OF_NBGRADER[0]]


def test_what_nbgrader_collected_gets_a_pseudonym_too(anybody):
    anybody.submit(light(1), OTHER)
    anybody.nbgrader(default.ExchangeCollect)
    assert (anybody.folder / SUBMITTED / OTHER).exists()
    console = Console(record=True, width=200, file=io.StringIO())
    with pytest.raises(BadFileError):
        grade.grade(anybody.root, None, console)
    assert "grade --aus-exchange" in console.export_text() and OTHER not in console.export_text()
    shutil.rmtree(next(anybody.inbound.iterdir()))  # as with an exchange that is no folder
    anybody.take_in()
    assert anybody.taken() == [OTHER] and anybody.naming(OTHER) == ["bewertung/zuordnung.csv"]
    assert [*anybody.folder.rglob(SECRET)]


def test_without_an_exchange_it_says_how_to_begin(place):
    with pytest.raises(SetupError, match="release_assignment"):
        place.take_in()


def test_an_empty_exchange_says_how_learners_hand_in(place):
    place.nbgrader(default.ExchangeReleaseAssignment)
    with pytest.raises(BadFileError, match="noch keine Abgabe"):
        place.take_in()


def test_what_nbgrader_collects_once_more_leads_nobody_to_the_wrong_person_or_into_an_archive(anybody):
    anybody.submit(light(1), OTHER)
    anybody.submit(light(2), THIRD)
    anybody.grade()
    anybody.nbgrader(default.ExchangeCollect)  # by the button of the formgrader, for instance
    archive.write(anybody.root, anybody.root / "archiv.zip")
    with zipfile.ZipFile(anybody.root / "archiv.zip") as packed:
        assert not [name for name in packed.namelist() if OTHER in name or THIRD in name]
    pseudonym = Pseudonyms(anybody.folder).people[OTHER]
    found = person.find(anybody.folder, OTHER)
    assert found == person.Person(pseudonym, OTHER)
    deletion.delete(anybody.root, found)
    assert anybody.naming(OTHER) == [] and anybody.naming(pseudonym) == []
    assert anybody.taken() == [THIRD]


def test_a_folder_with_an_odd_time_stops_nobody(anybody):
    odd = anybody.submit(light(1), OTHER)
    account, slug, _, rest = odd.name.split("+")
    odd.rename(
        odd.with_name(os.fsdecode(f"{account}+{slug}+2026-03-02 ".encode() + b"\xff" + f"+{rest}".encode()))
    )
    anybody.submit(light(2), THIRD)
    anybody.grade(give_back=True)
    assert anybody.taken() == [OTHER, THIRD]


def test_once_nobody_knows_who_was_who_the_next_feedback_still_goes_back(anybody):
    anybody.submit(light(1), OTHER)
    anybody.grade(give_back=True)
    pseudonyms.delete(anybody.folder)
    anybody.submit(light(2), THIRD)
    assert "Rückmeldungen liegen im Austausch" in anybody.grade(give_back=True)
