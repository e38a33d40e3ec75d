"""The table of names outlives spreadsheets, strange names and older versions of the course."""

import json
import stat

import pytest

from coursetools.grading import pseudonyms
from coursetools.grading.pseudonyms import FILE, NUMBERS, Pseudonyms
from fairki.errors import BadFileError

NAMES = [
    "'t Hooft, Gerda",
    "d'Arc, Jana",
    "=cmd()",
    "-Max",
    "''x",
    "Jörg Müller",
    "0012345",
    "A;B",
    'Anna "Ani" C',
]


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "bewertung"


def filled(folder, *names) -> dict[str, str]:
    people = Pseudonyms(folder)
    made = {name: people.of(name, set()) for name in names}
    people.save()
    return made


def test_every_name_comes_back_as_it_was(folder):
    assert filled(folder, *NAMES) == Pseudonyms(folder).people


def test_a_name_of_an_older_file_keeps_its_apostrophe(folder):
    folder.mkdir()
    (folder / FILE).write_text(
        "\ufeffPseudonym;Person\nabgabe-aaaaa;'t Hooft\nabgabe-bbbbb;'=x\n", encoding="utf-8"
    )
    assert Pseudonyms(folder).people == {"'t Hooft": "abgabe-aaaaa", "=x": "abgabe-bbbbb"}


def test_a_carriage_return_in_an_older_file_does_not_make_it_unreadable(folder):
    folder.mkdir()
    (folder / FILE).write_bytes(b"Pseudonym;Person\nabgabe-aaaaa;Tom\rSelma\n")
    assert Pseudonyms(folder).people == {"Tom␍Selma": "abgabe-aaaaa"}


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_file_that_a_spreadsheet_saved_is_read(folder, encoding, separator):
    made = filled(folder, "Jörg Müller", "Öz Ayse")
    text = (folder / FILE).read_text(encoding="utf-8-sig").replace(";", separator).replace("\n", "\r\n")
    (folder / FILE).write_bytes(text.encode(encoding))
    assert Pseudonyms(folder).people == made


@pytest.mark.parametrize(
    "person,kept",
    [
        ("0012345", "12345"),
        ("123456789012", "1,23457E+11"),
        ("2000000000000", "2E+12"),
        ("Öz Ayşe", "Öz Ay?e"),
        ("Łukasz Bär", "?ukasz Bär"),
    ],
)
def test_a_number_or_name_that_a_spreadsheet_changed_is_known_again(folder, person, kept):
    (pseudonym,) = filled(folder, person).values()
    path = folder / FILE
    path.write_text(path.read_text(encoding="utf-8-sig").replace(person, kept), encoding="utf-8")
    people = Pseudonyms(folder)
    people.recognise([person])
    assert people.of(person, set()) == pseudonym and kept not in people.people


def test_a_name_with_a_plainer_letter_may_be_somebody_else(folder):
    made = filled(folder, "Öz Ayse")
    people = Pseudonyms(folder)
    people.recognise(["Öz Ayşe"])
    assert people.of("Öz Ayşe", set()) != made["Öz Ayse"]


def test_a_number_is_not_taken_for_another_one_that_is_there_too(folder):
    made = filled(folder, "12345")
    people = Pseudonyms(folder)
    people.recognise(["12345", "0012345"])
    assert people.of("0012345", set()) != made["12345"]


def test_numbers_of_a_platform_are_kept_beside_without_names(folder):
    people = Pseudonyms(folder)
    people.of("Anna", set())
    people.remember("Anna", "werte", "5101")
    people.save()
    assert Pseudonyms(folder).numbers == {"Anna": {"werte": "5101"}}
    kept = (folder / NUMBERS).read_text(encoding="utf-8")
    assert "Anna" not in kept and stat.S_IMODE((folder / NUMBERS).stat().st_mode) == 0o600
    assert pseudonyms.delete(folder) and not (folder / NUMBERS).exists()


@pytest.mark.parametrize("kept", ["{", json.dumps({"version": 99, "numbers": {}}), "[]"])
def test_numbers_that_cannot_be_read_are_explained_and_kept(folder, kept):
    filled(folder, "Anna")
    (folder / NUMBERS).write_text(kept)
    with pytest.raises(BadFileError, match="neueren Fassung"):
        Pseudonyms(folder)
    assert (folder / NUMBERS).read_text() == kept


def test_names_of_several_folders_are_not_cut_short_when_they_are_read(folder):
    names = [f"{'Eine lange Abteilung / ' * 8}{name}" for name in ("Anna", "Berta")]
    assert filled(folder, *names) == Pseudonyms(folder).people


def test_one_person_can_be_forgotten(folder):
    made = filled(folder, "Anna", "Bilal")
    people = Pseudonyms(folder)
    assert people.forget(made["Anna"]) and not people.forget(made["Anna"])
    people.save()
    assert Pseudonyms(folder).people == {"Bilal": made["Bilal"]}
