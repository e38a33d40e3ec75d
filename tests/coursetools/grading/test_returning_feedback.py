"""Feedback goes back laid out as the hand-ins came, and learning platforms find whose it is."""

import csv
import io
import zipfile
from pathlib import Path

import pytest
from banks import ROOT, made
from nbgrader.api import Gradebook
from piles import course, in_bank, light, reached
from rich.console import Console

from coursetools.grading import deletion, grade, person, pseudonyms, returning
from coursetools.grading.job import Assignment
from coursetools.grading.layouts import FILE_NAME, FOLDER, LAYOUTS, LOOSE
from coursetools.grading.origins import FILE, RETURNED, Origin
from coursetools.grading.returning import way_back
from fairki.errors import BadFileError

FEEDBACK = "rueckmeldung_werte.html"
WAYS = {
    "Anna Schmidt_5101_assignsubmission_file/werte.ipynb": "Anna Schmidt_5101_assignsubmission_file/*",
    "Anna Schmidt_5101_assignsubmission_file_/werte.ipynb": "Anna Schmidt_5101_assignsubmission_file_/*",
    "Übung 2-1234/Tom Bär-Özil_5102_assignsubmission_file_werte.ipynb":
        "Übung 2-1234/Tom Bär-Özil_5102_assignsubmission_file_*",
    "Standardgruppe_assignsubmission_file/werte.ipynb": "Standardgruppe_assignsubmission_file/*",
    "Anna Schmidt_5101_assignsubmission_file/Lösung/werte.ipynb": "Anna Schmidt_5101_assignsubmission_file/*",
    "Werte_ak4711_attempt_2026-03-02-10-11-12_werte.ipynb": "Werte_ak4711_attempt_2026-03-02-10-11-12_*",
    "gradebook/Meine Werte_tb0815_attempt_2026-03-02-10-11-12.ipynb":
        "gradebook/Meine Werte_tb0815_attempt_2026-03-02-10-11-12_*",
    "Werte_ak4711_Versuch_2026-03-02-10-11-12_werte.ipynb": "Werte_ak4711_Versuch_2026-03-02-10-11-12_*",
    "77001-4711 - Selma Ak - Mar 2, 2026 1011 AM/werte.ipynb": "77001-4711 - Selma Ak - Mar 2, 2026 1011 AM/*",
    "77001-4711 - Tom Bär-Özil- 2. März 2026 10 11/werte.ipynb":
        "77001-4711 - Tom Bär-Özil- 2. März 2026 10 11/*",
    "77001-4711 - Selma Ak - Mar 2, 2026 10:11 AM - werte.ipynb":
        "77001-4711 - Selma Ak - Mar 2, 2026 10:11 AM - *",
    "submissions/akselma_11871_930001_werte.ipynb": "submissions/akselma_11871_930001_*",
    "baertom_LATE_11872_930002_werte-1.ipynb": "baertom_LATE_11872_930002_*",
    "Submitted files/Selma Ak/Werte festlegen/Version 2/werte.ipynb":
        "Submitted files/Selma Ak/Werte festlegen/Version 2/*",
    "Kurs/Ak_Selma_sak/4_revisions/1/werte.ipynb": "Kurs/Ak_Selma_sak/*",
    "Kurs/Ak_Selma_sak/5_revisions_2/werte.ipynb": "Kurs/Ak_Selma_sak/*",
    "Kurs/Ak_Selma_sak/2_submissions/werte.ipynb": "Kurs/Ak_Selma_sak/*",
    "Werte/Ak, Selma(sak)/Submission attachment(s)/werte.ipynb":
        "Werte/Ak, Selma(sak)/Feedback Attachment(s)/*",
    "Ak, Selma/Abgabe/werte.ipynb": "Ak, Selma/*",
    "Uebung_Werte_88/Abgaben/Team 311/Ak_Selma_sak_5101/werte (2).ipynb":
        "multi_feedback_werte/Ak_Selma_sak_5101/*",
    "Baer_Tom_tba_5102/Verspaetete Abgabe - werte.ipynb": "multi_feedback_werte/Baer_Tom_tba_5102/*",
    "inbound/selma+werte+2026-03-02 10:11:12.345 UTC+x7/werte.ipynb":
        "inbound/selma+werte+2026-03-02 10:11:12.345 UTC+x7/*",
    "Ak_Selma_0012345_werte.ipynb": "Ak_Selma_0012345_*",
    "Werte/Selma Ak - Kopie von werte.ipynb": "Werte/Selma Ak - *",
}  # fmt: skip
"""Place of a hand-in → where its feedback (``*``) goes; all examples of the layouts."""
BY_NOTHING = {
    FOLDER: ("Gruppe 1/Selma Ak/werte.ipynb", f"Gruppe 1/Selma Ak/{FEEDBACK}"),
    FILE_NAME: ("abgaben/werte Selma Ak.ipynb", f"abgaben/werte Selma Ak_{FEEDBACK}"),
    LOOSE: ("werte.ipynb.txt", f"werte_{FEEDBACK}"),
}


def test_each_example_of_a_layout_has_its_way_back():
    ways = {
        place: way_back(Origin(place, layout.name, ""), "werte")
        for layout in LAYOUTS
        for place in layout.examples
    }
    assert ways == {place: way.replace("*", FEEDBACK) for place, way in WAYS.items()}


@pytest.mark.parametrize("by", BY_NOTHING)
def test_without_a_layout_it_lies_beside_the_hand_in(by):
    place, wanted = BY_NOTHING[by]
    assert way_back(Origin(place, by, ""), "werte") == wanted


def moodles(path: str) -> tuple[int, str]:
    """Participant and file as Moodle reads them (``assignfeedback_file_zip_importer``)."""
    parts = path.split("/")
    while parts:
        info = parts.pop(0).split("_", 4)
        if len(info) >= 4 and info[1].isdigit() and info[2] in ("assignsubmission", "assignfeedback"):
            rest = [info[4] if len(info) > 4 else "", *parts]
            return int(info[1]), "/".join(rest).lstrip("/")
    raise AssertionError(f"Moodle does not find whose this is: {path}")


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def packed(root: Path) -> dict[str, str]:
    with zipfile.ZipFile(root / grade.FOLDER / RETURNED / "werte.zip") as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def sheet(root: Path) -> list[dict[str, str]]:
    text = (root / grade.FOLDER / RETURNED / "werte.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text)))


def give_back(root: Path, source: Path | None = None) -> str:
    console = Console(record=True, width=300, file=io.StringIO())
    grade.grade(root, source, console, give_back=True)
    return console.export_text()


@pytest.fixture(scope="module")
def classes(tmp_path_factory) -> Path:
    """Thirty people, six in each of five layouts, all in one source; everybody handed in the same."""
    folder = tmp_path_factory.mktemp("rueckgabe")
    root = course(folder / "kurs", "werte")
    same = light(0)
    shapes = {
        "moodle": "P{0} Öz_{0}_assignsubmission_file/werte.ipynb",
        "flach": "Q{0} Öz_{0}_assignsubmission_file_werte.ipynb",
        "ilias": "Uebung_1/Abgaben/N{0}_V{0}_n{0}_{0}/werte.ipynb",
        "canvas": "akp{0}_{0}_93{0}_werte.ipynb",
        "ordner": "Selma R{0}x/werte.ipynb",
    }
    letters = {number: chr(64 + number % 100) for number in range(5101, 5107)}
    files = {
        f"{kind}/{shape.format(number)}".replace(f"R{number}x", f"R{letters[number]}x"): same
        for kind, shape in shapes.items()
        for number in range(5101, 5107)
    }
    said = give_back(root, zipped(folder / "alle.zip", files))
    (root / "said.txt").write_text(said, encoding="utf-8")
    return root


def test_thirty_people_get_thirty_pages_each_under_the_own_name(classes):
    files = packed(classes)
    assert len(files) == 30 and all("</html>" in page for page in files.values())
    people = pseudonyms.Pseudonyms(classes / grade.FOLDER).people
    theirs = {
        person: [path for path in files if pseudonym in files[path]] for person, pseudonym in people.items()
    }
    assert len(theirs) == 30 and all(len(paths) == 1 for paths in theirs.values())
    assert theirs["P5103 Öz"] == [f"moodle/P5103 Öz_5103_assignsubmission_file/{FEEDBACK}"]
    assert theirs["N5103_V5103_n5103_5103"] == [f"multi_feedback_werte/N5103_V5103_n5103_5103/{FEEDBACK}"]
    assert theirs["akp5103 (5103)"] == [f"canvas/akp5103_5103_935103_{FEEDBACK}"]
    for path in files:
        if path.startswith(("moodle/", "flach/")):
            number, name = moodles(path)
            assert 5101 <= number <= 5106 and name == FEEDBACK


def test_the_worksheet_has_the_columns_and_numbers_that_moodle_looks_for(classes):
    rows = sheet(classes)
    assert {"ID", "Bewertung", "Zuletzt geändert (Bewertung)"} <= rows[0].keys()
    assert [row["ID"] for row in rows] == [f"Teilnehmer/in{n}" for n in range(5101, 5107) for _ in "pq"]
    assert {row["Bewertung"] for row in rows} == {""}  # the free answer waits: Moodle passes over the row
    said = (classes / "said.txt").read_text(encoding="utf-8")
    assert "30 Rückmeldungen" in said and "30 Abgaben haben noch offene Antworten" in said
    assert "„Bewertungstabelle hochladen“" in said


def test_it_holds_nothing_but_feedback_is_the_same_each_time_and_private(classes):
    path = classes / grade.FOLDER / RETURNED / "werte.zip"
    before = path.read_bytes()
    give_back(classes)
    assert path.read_bytes() == before
    assert all(name.endswith(FEEDBACK) for name in packed(classes))
    for private in (path, path.with_suffix(".csv"), classes / grade.FOLDER / FILE):
        assert private.stat().st_mode & 0o077 == 0


def decide(root: Path) -> None:
    """As a trainer does in the formgrader: points for every free answer."""
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as book:
        for pseudonym in pseudonyms.Pseudonyms(root / grade.FOLDER).people.values():
            mark = book.find_grade("f1", "werte", "werte", pseudonym)
            mark.manual_score, mark.needs_manual_grade = 1.5, False
        book.db.commit()


def test_points_that_are_final_stand_in_the_worksheet_and_whoever_is_forgotten_in_none(tmp_path):
    root = course(tmp_path / "kurs", "werte")
    whole = made("werte", in_bank("werte", "full_model_answers")).encode()
    files = {
        "Anna Schmidt_5101_assignsubmission_file/werte.ipynb": whole,
        "=Böse Formel_5102_assignsubmission_file/werte.ipynb": light(1),
    }
    give_back(root, zipped(tmp_path / "abgaben.zip", files))
    decide(root)
    give_back(root)
    anna, formula = sheet(root)
    reached_by_anna = sum(reached(root, "werte")["Anna Schmidt"].values())
    assert anna["Bewertung"] == f"{reached_by_anna:g}" and "." in anna["Bewertung"]
    assert formula["Vollständiger Name"].startswith("'=")
    deletion.delete(root, person.find(root / grade.FOLDER, "Anna Schmidt"))
    assert not (root / grade.FOLDER / RETURNED).exists()
    give_back(root)
    assert not any("Anna" in name for name in packed(root)) and len(sheet(root)) == 1
    pseudonyms.delete(root / grade.FOLDER)
    left = [path.name for path in (root / grade.FOLDER).rglob("*") if path.is_file()]
    assert FILE not in left and "werte.zip" not in left


def test_a_source_that_is_gone_can_be_named_again(tmp_path):
    root = course(tmp_path / "kurs", "werte")
    files = {"Anna Schmidt_5101_assignsubmission_file/werte.ipynb": light(3)}
    source = zipped(tmp_path / "a.zip", files)
    assert "1 Rückmeldung" in give_back(root, source) and "1 Rückmeldung" in give_back(root)
    moved = source.rename(tmp_path / "b.zip")
    said = give_back(root)
    assert "Bei 1 Abgabe weiß der Kurs nicht, wo sie lag." in said and "grade QUELLE --rueckgabe" in said
    assert "1 Rückmeldung" in give_back(root, moved) and "1 Rückmeldung" in give_back(root)


def test_a_damaged_note_of_sources_is_named_and_kept(tmp_path):
    root = course(tmp_path / "kurs", "werte")
    source = zipped(tmp_path / "a.zip", {"Anna Schmidt_5101_assignsubmission_file/werte.ipynb": light(2)})
    give_back(root, source)
    path = root / grade.FOLDER / FILE
    for broken in (
        "{",
        '{"version": 2, "sources": []}',
        '{"version": 1, "sources": [1]}',
    ):
        path.write_text(broken, encoding="utf-8")
        with pytest.raises(BadFileError, match="beschädigt oder aus einer neueren Fassung"):
            give_back(root, source)
        assert path.read_text(encoding="utf-8") == broken


def test_what_was_packed_before_goes_where_nothing_is_left_to_give_back(tmp_path):
    folder = tmp_path / RETURNED
    folder.mkdir()
    for ending in ("zip", "csv"):
        (folder / f"werte.{ending}").write_text("alt")
    returning.write(tmp_path, [(Assignment.load(ROOT, "werte"), [])], {})
    assert list(folder.iterdir()) == []
