"""Hand-ins come in whatever they are called; nothing is trusted, overwritten or lost."""

import io
import json
import os
import shutil
import stat
import tarfile
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursetools.files import write_atomically
from coursetools.grading import arrivals, intake, pseudonyms
from fairki import manifest
from fairki.errors import BadFileError

COURSE = manifest.read()


def notebook(slug: str = "werte", text: str = "", **own) -> bytes:
    """The bytes of a hand-in; ``text`` makes it different from others."""
    title = COURSE.exercise(slug).title
    cells = [{"cell_type": "markdown", "metadata": {}, "source": [f"# {title}\n", text]}]
    metadata = {"fairki": {"exercise": slug, "course": COURSE.version} | own}
    return json.dumps({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}).encode()


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "bewertung"


@pytest.fixture
def arrive(tmp_path):
    """Puts files below a folder of arrivals and returns it."""

    def put(files: dict[str, bytes], name: str = "eingang") -> Path:
        for place, content in files.items():
            path = tmp_path / name / place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return tmp_path / name

    return put


@pytest.fixture
def packed(tmp_path):
    """A zip with these entries."""

    def pack(entries: dict[str, bytes]) -> Path:
        path = tmp_path / "abgaben.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in entries.items():
                archive.writestr(name, content)
        return path

    return pack


def reasons(found: intake.Intake) -> dict[str, str]:
    return {one.name: f"{one.happened} {one.remedy}" for one in found.rejected}


MOODLE = {
    "Anna Schmidt_101_assignsubmission_file_/loesung.ipynb": notebook(text="a"),
    "Anna Schmidt_102_assignsubmission_file_/x.ipynb": notebook("pruefen", text="a"),
    "Bilal Kaya_103_assignsubmission_file_/loesung.ipynb": notebook(text="b"),
}


@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_a_download_from_moodle_gives_each_person_one_pseudonym(kind, arrive, packed, folder):
    found = intake.take_in(arrive(MOODLE) if kind == "folder" else packed(MOODLE), COURSE, folder)
    by_exercise = {
        slug: {one.pseudonym for one in found.accepted if one.slug == slug} for slug in ("werte", "pruefen")
    }
    assert len(by_exercise["werte"]) == 2 and by_exercise["pruefen"] < by_exercise["werte"]
    assert all(one.path.read_bytes() in MOODLE.values() for one in found.accepted)
    assert not any(name in str(one.path) for one in found.accepted for name in ("Anna", "Bilal"))


def test_flat_downloads_ilias_and_the_layout_of_nbgrader_are_known(arrive, folder):
    found = intake.take_in(
        arrive(
            {
                "Anna Schmidt_101_assignsubmission_file_werte.ipynb": notebook(text="1"),
                "Abgaben/Kaya_Bilal_bkaya_77/Loesung (2).ipynb": notebook(text="2"),
                "p7/werte/werte.ipynb": notebook(text="3"),
                "p7/pruefen/pruefen.ipynb": notebook("pruefen"),
            }
        ),
        COURSE,
        folder,
    )
    assert found.rejected == () and len(found.accepted) == 4
    assert len({one.pseudonym for one in found.accepted}) == 3
    people = pseudonyms.Pseudonyms(folder)
    assert len({people.of(person, set()) for person in ("Anna Schmidt", "Kaya_Bilal_bkaya_77", "p7")}) == 3
    assert {one.pseudonym for one in found.accepted} == {
        people.of(person, set()) for person in ("Anna Schmidt", "Kaya_Bilal_bkaya_77", "p7")
    }


def test_a_pile_of_loose_notebooks_is_no_person(arrive, folder):
    found = intake.take_in(
        arrive(
            {
                "pile/a.ipynb": notebook(text="1"),
                "pile/b.ipynb": notebook(text="2"),
                "c.ipynb": notebook(text="3"),
            }
        ),
        COURSE,
        folder,
    )
    assert found.rejected == () and len({one.pseudonym for one in found.accepted}) == 3


def test_a_single_notebook_can_be_named(arrive, folder):
    source = arrive({"irgendwas.ipynb": notebook()}) / "irgendwas.ipynb"
    (one,) = intake.take_in(source, COURSE, folder).accepted
    assert one.slug == "werte" and one.path.read_bytes() == source.read_bytes()


def test_the_name_of_the_file_does_not_matter_but_its_metadata(arrive, folder):
    (one,) = intake.take_in(arrive({"werte.ipynb": notebook("pruefen")}), COURSE, folder).accepted
    assert one.slug == "pruefen"


def test_a_notebook_without_metadata_is_known_by_its_heading(arrive, folder):
    stripped = json.loads(notebook()) | {"metadata": {}}
    (one,) = intake.take_in(arrive({"x.ipynb": json.dumps(stripped).encode()}), COURSE, folder).accepted
    assert one.slug == "werte"


def test_taking_the_same_hand_ins_in_again_changes_nothing(packed, folder):
    first = intake.take_in(packed(MOODLE), COURSE, folder)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert set(intake.take_in(packed(MOODLE), COURSE, folder).accepted) == set(first.accepted)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_another_hand_in_of_the_same_person_is_refused_and_the_first_one_stays(packed, folder):
    place = "Anna Schmidt_101_assignsubmission_file_/loesung.ipynb"
    (first,) = intake.take_in(packed({place: notebook(text="1")}), COURSE, folder).accepted
    found = intake.take_in(packed({place: notebook(text="2")}), COURSE, folder)
    assert found.accepted == () and "schon eine andere Abgabe" in reasons(found)[place]
    assert first.path.read_bytes() == notebook(text="1")


def test_a_new_hand_in_takes_the_place_of_the_first_one_on_demand_and_the_first_one_is_kept(packed, folder):
    place = "Anna Schmidt_101_assignsubmission_file_/loesung.ipynb"
    (first,) = intake.take_in(packed({place: notebook(text="1")}), COURSE, folder).accepted
    (second,) = intake.take_in(packed({place: notebook(text="2")}), COURSE, folder, replace=True).accepted
    assert second == first and second.path.read_bytes() == notebook(text="2")
    (kept,) = (folder / intake.REPLACED / first.pseudonym / "werte").iterdir()
    assert kept.read_bytes() == notebook(text="1")


def test_of_the_versions_of_one_person_the_newest_counts_and_the_others_are_named(packed, folder):
    files = {
        "Ak_Selma_sak_1/werte.ipynb": notebook(text="1"),
        "Ak_Selma_sak_1/werte (2).ipynb": notebook(text="2"),
        "Baer_Tom_tba_2/werte.ipynb": notebook(text="3"),
    }
    found = intake.take_in(packed(files), COURSE, folder)
    assert sorted(one.path.read_bytes() for one in found.accepted) == sorted(
        [notebook(text="2"), notebook(text="3")]
    )
    assert "Es zählt Ak_Selma_sak_1/werte (2).ipynb" in reasons(found)["Ak_Selma_sak_1/werte.ipynb"]


def test_saved_outputs_are_not_taken_in(arrive, folder):
    full = json.loads(notebook())
    full["cells"].append(
        {
            "cell_type": "code",
            "metadata": {},
            "source": "1",
            "execution_count": 1,
            "outputs": [{"output_type": "stream", "name": "stdout", "text": "x" * (12 << 20)}],
        }
    )
    source = arrive({"Anna/werte.ipynb": json.dumps(full).encode()})
    (one,) = intake.take_in(source, COURSE, folder).accepted
    assert one.path.stat().st_size < 2000
    assert intake.take_in(source, COURSE, folder).accepted == (one,)


@pytest.mark.parametrize("kind", ["w:gz", "w", "w:xz"])
def test_a_tar_is_read_and_what_points_out_of_it_is_not(kind, tmp_path, folder):
    path = tmp_path / "abgaben.tar.gz"
    with tarfile.open(path, kind) as archive:
        for name in ("Anna/werte.ipynb", "../aussen.ipynb", "/etc/aussen.ipynb", "Bilal/werte.ipynb"):
            content = notebook(text=name)
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
        link = tarfile.TarInfo("link.ipynb")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    found = intake.take_in(path, COURSE, folder)
    assert len(found.accepted) == 2 and len(found.rejected) == 3 and found.files == 5
    assert all("außerhalb" in reason for reason in reasons(found).values())
    path.write_bytes(path.read_bytes()[: 600 if kind == "w" else path.stat().st_size // 2])
    assert "beschädigt" in reasons(intake.take_in(path, COURSE, folder))[path.name]


@pytest.mark.parametrize(
    "beginning,kind", [(b"7z\xbc\xaf\x27\x1c\0\4", "7z"), (b"Rar!\x1a\x07\x01\0", "RAR")]
)
def test_an_archive_that_nobody_here_can_open_is_named(beginning, kind, tmp_path, folder):
    (tmp_path / "abgaben.x").write_bytes(beginning)
    assert kind in reasons(intake.take_in(tmp_path / "abgaben.x", COURSE, folder))["abgaben.x"]


def test_a_zip_that_somebody_handed_in_is_opened_once(packed, tmp_path, folder):
    inner, innermost = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(innermost, "w") as archive:
        archive.writestr("werte.ipynb", notebook(text="tief"))
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("werte.ipynb", notebook())
        archive.writestr("noch.zip", innermost.getvalue())
        archive.writestr("__MACOSX/._werte.ipynb", b"x")
    place = "Anna_1_assignsubmission_file/abgabe.zip"
    found = intake.take_in(packed({place: inner.getvalue()}), COURSE, folder)
    assert [one.slug for one in found.accepted] == ["werte"]
    assert pseudonyms.Pseudonyms(folder).people.keys() == {"Anna"}
    assert "Zip-Datei in einer Zip" in reasons(found)["Anna_1_assignsubmission_file/abgabe/noch.zip"]


def test_a_file_is_what_its_content_says_whatever_a_browser_calls_it(arrive, folder):
    names = [
        "Anna/werte.ipynb.txt",
        "Bilal/werte.ipynb.json",
        "Celik/werte",
        "Dora/werte.json",
        "Emil/w.ipynb.crdownload",
    ]
    found = intake.take_in(arrive({name: notebook(text=name) for name in names}), COURSE, folder)
    assert len(found.accepted) == 5 and found.rejected == ()


def test_the_course_itself_is_nobodys_hand_in(arrive, folder):
    released = (manifest.ROOT / "exercises/werte/werte.ipynb").read_bytes()
    filled = json.loads(released)
    answer = next(cell for cell in filled["cells"] if cell["metadata"].get("nbgrader", {}).get("solution"))
    answer["source"] = "antwort = 1"
    source = arrive(
        {
            "exercises/werte/werte.ipynb": released,
            "solutions/werte/werte.ipynb": (manifest.ROOT / "solutions/werte/werte.ipynb").read_bytes(),
            "abgaben/Anna/exercises/werte/werte.ipynb": json.dumps(filled).encode(),
            "abgaben/Bilal/werte.ipynb": released,
            ".venv/x.ipynb": notebook(text="v"),
        }
    )
    found = intake.take_in(source, COURSE, folder)
    assert pseudonyms.Pseudonyms(folder).people.keys() == {"Anna", "Bilal"}
    assert set(reasons(found)) == {"exercises/werte/werte.ipynb", "solutions/werte/werte.ipynb"}
    again = intake.take_in(folder.parent, COURSE, folder)
    assert set(again.accepted) == set(found.accepted)


@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_of_a_whole_course_only_what_somebody_answered_is_a_hand_in(kind, arrive, packed, folder):
    files = {
        "Anna_1_assignsubmission_file/kurs/course.toml": b"",
        "Anna_1_assignsubmission_file/kurs/fairki/audit.py": b"",
        "Anna_1_assignsubmission_file/kurs/modules/01.ipynb": notebook(text="modul"),
        "Anna_1_assignsubmission_file/kurs/tests/cases/x/werte (9).ipynb": notebook(text="test"),
        "Anna_1_assignsubmission_file/kurs/exercises/werte/werte.ipynb": notebook(text="anna"),
        "Bilal_2_assignsubmission_file/tests/werte.ipynb": notebook(text="bilal"),
    }
    found = intake.take_in(arrive(files) if kind == "folder" else packed(files), COURSE, folder)
    assert {one.path.read_bytes() for one in found.accepted} == {
        notebook(text="anna"),
        notebook(text="bilal"),
    }
    assert (
        list(reasons(found)) == ["Anna_1_assignsubmission_file/kurs/course.toml"] and len(found.skipped) == 3
    )


@pytest.mark.parametrize("damage", [{"metadata": []}, {"metadata": {"nbgrader": 7}}, {"source": 5}])
def test_an_odd_cell_in_a_folder_of_the_course_stops_nobody(damage, arrive, folder):
    odd = json.loads(notebook())
    odd["cells"].append({"cell_type": "code", "metadata": {}, "source": ""} | damage)
    long = json.loads(notebook(text="lang"))
    long["cells"] += [{"cell_type": "markdown", "metadata": {}, "source": ""}] * 3000
    source = arrive(
        {
            "Anna/exercises/x.ipynb": json.dumps(odd).encode(),
            "Bilal/exercises/x.ipynb": json.dumps(long).encode(),
        }
    )
    assert len(intake.take_in(source, COURSE, folder).accepted) == 2


def test_composed_and_decomposed_letters_are_one_name(packed, folder):
    intake.take_in(packed({"Jörg/w.ipynb": notebook()}), COURSE, folder)
    found = intake.take_in(packed({"Jo\u0308rg/w.ipynb": notebook("pruefen")}), COURSE, folder)
    assert pseudonyms.Pseudonyms(folder).people.keys() == {"Jörg"} and len(found.accepted) == 1


def test_no_sign_in_a_name_does_anything(packed, folder):
    files = {
        "\x1b[2J\x07Tom\rSelma\u202e/werte.ipynb": notebook(),
        "Eva\n✓ fertig/x.txt": b"",
        "y" * 300 + ".pdf": b"",
    }
    found = intake.take_in(packed(files), COURSE, folder)
    names = [*pseudonyms.Pseudonyms(folder).people, *(one.name for one in found.rejected)]
    assert all(name.isprintable() and len(name) < 200 for name in names)
    assert intake.take_in(packed(files), COURSE, folder).accepted == found.accepted


def test_two_people_of_one_name_stay_two_over_several_runs(packed, folder):
    files = {f"Anna Schmidt_{n}_assignsubmission_file/w.ipynb": notebook(text=str(n)) for n in (5101, 5107)}
    found = intake.take_in(packed(files), COURSE, folder)
    assert len(found.accepted) == 2 and len(found.questions) == 1
    assert set(intake.take_in(packed(files), COURSE, folder).accepted) == set(found.accepted)
    late = {"Anna Schmidt_5109_assignsubmission_file/w.ipynb": notebook(text="3")}
    assert len(intake.take_in(packed(files | late), COURSE, folder).accepted) == 3


@given(
    st.dictionaries(
        st.lists(
            st.sampled_from(
                ["Anna", "werte", "Abgabe", "Gruppe A", "Version 2", "Ak_Selma_sak_5101", "x_1_2_w", "."]
            ),
            min_size=1,
            max_size=4,
        ).map("/".join),
        st.integers(0, 3),
        max_size=8,
    )
)
@settings(max_examples=60)
def test_every_file_is_accounted_for(places):
    with tempfile.TemporaryDirectory() as name:
        path, folder = Path(name) / "abgaben.zip", Path(name) / "bewertung"
        with zipfile.ZipFile(path, "w") as archive:
            for place, text in places.items():
                archive.writestr(f"{place}/w{text}.ipynb", notebook(text=str(text)))
            archive.writestr("liesmich.pdf", b"")
        found = intake.take_in(path, COURSE, folder)
        assert len(found.accepted) + len(found.rejected) == found.files == len(places) + 1
        # Nobody's answers are gone: each different content of a folder lies on the shelf or is named.
        assert {one.path.read_bytes() for one in found.accepted} <= {notebook(text=str(n)) for n in range(4)}
        assert sum(found.recognised.values()) == len(found.accepted)


def test_the_same_hand_in_twice_counts_once(arrive, folder):
    found = intake.take_in(arrive({"a/x.ipynb": notebook(), "a/x (1).ipynb": notebook()}), COURSE, folder)
    assert len(found.accepted) == 1 and "Dieselbe Abgabe" in reasons(found)["a/x.ipynb"]


def test_two_people_may_hand_in_the_same_answers(packed, folder):
    files = {f"{name}_1_assignsubmission_file_/x.ipynb": notebook() for name in ("Anna", "Bilal")}
    assert len(intake.take_in(packed(files), COURSE, folder).accepted) == 2


@pytest.mark.parametrize(
    "content,said",
    [
        (b"kein JSON", "kein lesbares Notebook"),
        (b"{}", "kein lesbares Notebook"),
        (b"[]", "kein lesbares Notebook"),
        (b"[" * 100_000, "kein lesbares Notebook"),
        (b"\xff\xfe\x00", "kein lesbares Notebook"),
        (notebook()[:-20], "kein lesbares Notebook"),
        (json.dumps({"cells": [], "metadata": {}, "nbformat": 3}).encode(), "kein lesbares Notebook"),
        (json.dumps({"cells": [], "metadata": {}, "nbformat": 4}).encode(), "zu keiner Übung"),
        (notebook(exercise="fremd"), "zu keiner Übung"),
        (notebook(exercise=["werte"]), "zu keiner Übung"),
        (notebook(course="2019.1"), "anderen Ausgabe des Kurses"),
        (b" " * (arrivals.LARGEST + 1), "viel zu groß"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_what_is_no_hand_in_is_rejected_with_its_reason_and_the_others_go_on(content, said, arrive, folder):
    found = intake.take_in(arrive({"a.ipynb": notebook(), "b.ipynb": content}), COURSE, folder)
    assert [one.slug for one in found.accepted] == ["werte"]
    assert said in reasons(found)["b.ipynb"]


def test_other_kinds_of_files_are_named_and_those_of_the_system_are_not(arrive, folder):
    found = intake.take_in(
        arrive(
            {"a.ipynb": notebook(), "b.pdf": b"", "c.zip": b"", ".DS_Store": b"", "__MACOSX/._a.ipynb": b""}
        ),
        COURSE,
        folder,
    )
    assert set(reasons(found)) == {"b.pdf", "c.zip"}


def test_files_of_the_system_are_counted_and_hidden_folders_not_looked_into(arrive, packed, folder):
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("werte.ipynb", notebook(text="z"))
        archive.writestr("__MACOSX/._werte.ipynb", b"x")
    files = {
        "a.ipynb": notebook(),
        ".git/config": b"",
        ".git/x.ipynb": notebook(text="nie"),
        "Anna/~$werte.docx": b"",
        "Anna/THUMBS.DB": b"",
        "Anna/Icon\r": b"",
        "Bilal.zip": inner.getvalue(),
    }
    found = intake.take_in(arrive(files), COURSE, folder)
    assert len(found.accepted) == found.files == 2 and found.rejected == ()
    assert sorted(found.skipped) == sorted([".git/", "~$werte.docx", "THUMBS.DB", "Icon␍", "._werte.ipynb"])


def test_what_is_no_file_and_what_cannot_be_opened_is_named(arrive, folder, monkeypatch):
    source = arrive({"a.ipynb": notebook(), "zu/b.ipynb": notebook(text="b")})
    os.mkfifo(source / "rohr.ipynb")
    open_folder = Path.iterdir

    def refuses(path):
        if path.name == "zu":
            raise PermissionError
        return open_folder(path)

    monkeypatch.setattr(Path, "iterdir", refuses)
    found = intake.take_in(source, COURSE, folder)
    assert len(found.accepted) == 1 and found.files == 3
    assert "keine gewöhnliche Datei" in reasons(found)["rohr.ipynb"]
    assert "nicht öffnen" in reasons(found)["zu/."]


def test_long_names_that_begin_alike_are_two_people(packed, folder):
    files = {f"{'Anna ' * 40}{name}/werte.ipynb": notebook(text=name) for name in ("Maier", "Meier")}
    intake.take_in(packed(files), COURSE, folder)
    found = intake.take_in(packed(files), COURSE, folder)
    assert len({one.pseudonym for one in found.accepted}) == len(pseudonyms.Pseudonyms(folder).people) == 2


def test_nothing_in_a_zip_gets_out_of_it(packed, folder, tmp_path):
    names = [
        "../aussen.ipynb",
        "/etc/aussen.ipynb",
        "C:/aussen.ipynb",
        "a/../../aussen.ipynb",
        "..\\aussen.ipynb",
    ]
    found = intake.take_in(packed({name: notebook() for name in names}), COURSE, folder)
    assert found.accepted == () and len(found.rejected) == len(names)
    assert all("außerhalb der Abgaben" in reason for reason in reasons(found).values())
    assert list(tmp_path.rglob("aussen*")) == []


def test_links_are_not_followed(arrive, folder, tmp_path):
    (tmp_path / "geheim.ipynb").write_bytes(notebook())
    source = arrive({"a.ipynb": notebook(text="a")})
    os.symlink(tmp_path / "geheim.ipynb", source / "link.ipynb")
    found = intake.take_in(source, COURSE, folder)
    assert len(found.accepted) == 1 and "außerhalb" in reasons(found)["link.ipynb"]


def test_a_link_in_a_zip_is_not_followed(tmp_path, folder):
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        link = zipfile.ZipInfo("link.ipynb")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    assert "außerhalb" in reasons(intake.take_in(path, COURSE, folder))["link.ipynb"]


def test_a_zip_bomb_is_not_unpacked(tmp_path, folder):
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("b.ipynb", "w") as entry:
        for _ in range(100):
            entry.write(b"0" * (1 << 20))
    raw = path.read_bytes()
    assert "viel zu groß" in reasons(intake.take_in(path, COURSE, folder))["b.ipynb"]
    # the same with an honest-looking size in the directory of the zip
    small = (1000).to_bytes(4, "little")
    at = raw.rindex(b"PK\x01\x02") + 24
    path.write_bytes(raw[:at] + small + raw[at + 4 :])
    found = reasons(intake.take_in(path, COURSE, folder))["b.ipynb"]
    assert "riesig" in found or "nicht entpacken" in found or "kein lesbares" in found
    assert list(folder.rglob("*.ipynb")) == []


def test_a_damaged_zip_and_an_empty_folder_are_explained(tmp_path, packed, arrive, folder):
    whole = packed(MOODLE)
    (tmp_path / "kaputt.zip").write_bytes(whole.read_bytes()[:-40] + b"x" * 40)
    (tmp_path / "leer").mkdir()
    for name in ("kaputt.zip", "leer", "gibt_es_nicht"):
        try:
            found = intake.take_in(tmp_path / name, COURSE, folder)
        except BadFileError as error:
            assert error.remedy
        else:
            assert found.accepted == () and found.rejected


def test_pseudonyms_can_be_deleted_and_hand_ins_are_still_known(packed, folder):
    first = intake.take_in(packed(MOODLE), COURSE, folder)
    assert pseudonyms.delete(folder) and not (folder / pseudonyms.FILE).exists()
    assert not pseudonyms.delete(folder)
    for _ in range(2):
        assert set(intake.take_in(packed(MOODLE), COURSE, folder).accepted) == set(first.accepted)
    texts = [path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.suffix != ".ipynb"]
    assert not any(b"Anna" in text for text in texts)


def test_a_kill_in_the_middle_leaves_nobody_without_a_name(packed, folder, monkeypatch):
    """Two people with the same answers are still two afterwards."""
    files = {f"{name}_1_assignsubmission_file_/x.ipynb": notebook() for name in ("Anna", "Bilal", "Cem")}
    written = []

    def dies(path, content):
        written.append(path)
        if len(written) == 2:
            raise SystemExit
        write_atomically(path, content)

    monkeypatch.setattr(intake, "write_atomically", dies)
    with pytest.raises(SystemExit):
        intake.take_in(packed(files), COURSE, folder)
    monkeypatch.undo()
    assert [path.exists() for path in written] == [True, False]
    found = intake.take_in(packed(files), COURSE, folder)
    assert len(found.accepted) == 3 and found.rejected == ()
    assert written[1] in [one.path for one in found.accepted]


def test_the_same_answers_of_two_people_are_still_two_when_pseudonyms_were_deleted(packed, folder):
    files = {f"{name}_1_assignsubmission_file_/x.ipynb": notebook() for name in ("Anna", "Bilal")}
    first = intake.take_in(packed(files), COURSE, folder)
    pseudonyms.delete(folder)
    assert set(intake.take_in(packed(files), COURSE, folder).accepted) == set(first.accepted)


def test_only_the_owner_can_read_the_mapping_and_no_name_runs_as_a_formula(packed, folder):
    files = {"=cmd()_1_assignsubmission_file_/x.ipynb": notebook()}
    (one,) = intake.take_in(packed(files), COURSE, folder).accepted
    path = folder / pseudonyms.FILE
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert f"{one.pseudonym};'=cmd()" in path.read_text(encoding="utf-8-sig")
    assert intake.take_in(packed(files), COURSE, folder).accepted == (one,)


def test_a_damaged_mapping_is_explained_and_kept(packed, folder):
    folder.mkdir()
    (folder / pseudonyms.FILE).write_text("Unsinn")
    with pytest.raises(BadFileError, match="beschädigt"):
        intake.take_in(packed(MOODLE), COURSE, folder)
    assert (folder / pseudonyms.FILE).read_text() == "Unsinn"


def test_pseudonyms_do_not_follow_the_order_of_names(packed, folder):
    files = {f"{chr(65 + i)}_1_assignsubmission_file_/x.ipynb": notebook(text=str(i)) for i in range(12)}
    found = intake.take_in(packed(files), COURSE, folder)
    by_name = [one.pseudonym for one in sorted(found.accepted, key=lambda one: one.path.read_bytes())]
    assert by_name != sorted(by_name)
    shutil.rmtree(folder)
    assert {one.pseudonym for one in intake.take_in(packed(files), COURSE, folder).accepted}.isdisjoint(
        by_name
    )
