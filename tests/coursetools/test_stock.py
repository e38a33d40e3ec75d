"""Taking hand-ins in: under which id, never twice, never over one another."""

import shutil
from pathlib import Path

import pytest

from coursetools import release
from coursetools.grading import stock
from fairki import manifest
from fairki.errors import BadFileError

SLUG = "bewusstsein"


@pytest.fixture
def course(tmp_path) -> Path:
    shutil.copytree(manifest.ROOT / release.SOURCE, tmp_path / "course" / release.SOURCE)
    return tmp_path / "course"


@pytest.fixture
def arrived(tmp_path):
    """Puts files with this content into a folder of arrivals and returns the folder."""

    def put(**files: str) -> Path:
        folder = tmp_path / "eingang"
        for name, content in files.items():
            path = folder / name.replace("__", "/")
            path = path.with_name(f"{path.name}.ipynb")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content)
        return folder

    return put


def submitted(course: Path) -> dict[str, str]:
    folder = course / "bewertung" / "submitted"
    return {path.relative_to(folder).parts[0]: path.read_text() for path in sorted(folder.rglob("*.ipynb"))}


def test_loose_notebooks_get_pseudonyms(course, arrived):
    found = stock.take_in(course, arrived(**{"bewusstsein": "1", "bewusstsein (Anna)": "2"}))
    assert [hand_in.student for hand_in in found] == ["abgabe-001", "abgabe-002"]
    assert sorted(submitted(course).values()) == ["1", "2"]
    assert "Anna" not in str(submitted(course))


def test_taking_the_same_folder_in_again_changes_nothing(course, arrived):
    first = stock.take_in(course, arrived(bewusstsein_1="1", bewusstsein_2="2"))
    assert stock.take_in(course, arrived()) == first
    assert len(submitted(course)) == 2


def test_later_notebooks_get_the_next_pseudonyms(course, arrived):
    stock.take_in(course, arrived(bewusstsein_1="1"))
    found = stock.take_in(course, arrived(bewusstsein_0="0"))
    assert {hand_in.student for hand_in in found} == {"abgabe-001", "abgabe-002"}
    assert submitted(course) == {"abgabe-001": "1", "abgabe-002": "0"}


def test_folders_in_nbgraders_layout_keep_their_ids(course, arrived):
    found = stock.take_in(
        course, arrived(p17__bewusstsein__bewusstsein="1", p18__bewusstsein__bewusstsein="2")
    )
    assert found == [stock.HandIn("p17", SLUG), stock.HandIn("p18", SLUG)]


def test_a_second_hand_in_of_the_same_person_replaces_nothing(course, arrived):
    stock.take_in(course, arrived(p17__bewusstsein__bewusstsein="1"))
    with pytest.raises(BadFileError, match="Von „p17“ liegt schon eine andere Abgabe"):
        stock.take_in(course, arrived(p17__bewusstsein__bewusstsein="2"))
    assert submitted(course) == {"p17": "1"}


def test_a_notebook_of_no_known_exercise_is_named(course, arrived):
    with pytest.raises(BadFileError, match=r"Zu welcher Übung notizen\.ipynb gehört"):
        stock.take_in(course, arrived(notizen="1"))


@pytest.mark.parametrize("folder", ["leer", "gibt-es-nicht"])
def test_a_folder_without_hand_ins_is_said_so(course, tmp_path, folder):
    (tmp_path / "leer").mkdir()
    with pytest.raises(BadFileError, match="liegt keine Abgabe"):
        stock.take_in(course, tmp_path / folder)


def test_checkpoints_of_jupyter_are_no_hand_ins(course, arrived):
    found = stock.take_in(
        course, arrived(**{"bewusstsein": "1", ".ipynb_checkpoints__bewusstsein-checkpoint": "0"})
    )
    assert len(found) == 1
