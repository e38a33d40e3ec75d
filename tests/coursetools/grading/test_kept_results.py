"""What preparing exercises found out waits on disk: the same points, sooner, and never from or for a hand-in."""

import json
import pickle
import stat

import pytest
from banks import BANKS, ROOT, described, expected, made
from grading import LIMITS, points

from coursetools import machine
from coursetools.grading import kept, sandbox
from coursetools.grading.grader import grade
from coursetools.grading.job import Assignment, Job
from coursetools.grading.kept import Shelf
from coursetools.grading.sandbox import BUBBLEWRAP, Sandbox
from fairki import remembered
from fairki.plugins import loading

pytestmark = [pytest.mark.xdist_group("grading"), pytest.mark.needs(machine.BUBBLEWRAP)]

SLUG, FULL = "bewusstsein", "full_other_ways"
SPY = (
    "from fairki import remembered\n"
    "import pathlib\n"
    "seen = sorted(str(one) for one in pathlib.Path('/').glob('**/one-*'))\n"
    "remembered.shelf and remembered.shelf.results.clear()\n"
)


@pytest.fixture(scope="module")
def twice(tmp_path_factory):
    """A hand-in graded in a new sandbox, and once more in the next one; the shelf, and what lay there in between."""
    shelf = Shelf(tmp_path_factory.mktemp("kept") / "exercises", "one")
    assignment, hand_in = Assignment.load(ROOT, SLUG), described(BANKS / SLUG / f"{FULL}.toml")
    job, results, lay = Job(assignment.key, made(SLUG, hand_in).encode()), [], []
    for _ in range(2):
        walls = Sandbox(kind=BUBBLEWRAP, shelf=shelf)
        try:
            results.append(grade(assignment, job, walls, LIMITS))
        finally:
            walls.close()
        lay.append({path.name: path.read_bytes() for path in shelf.folder.iterdir()})
    return results, lay, expected(SLUG, hand_in), shelf


def test_the_same_points_from_what_was_kept(twice):
    (first, second), _, wanted, _ = twice
    assert points(first) == points(second) == wanted
    assert json.loads(first.notebook) == json.loads(second.notebook)


def remembered_in(content: bytes) -> dict[bytes, bytes]:
    """The results in a file on the shelf."""
    return pickle.loads(content[kept._SUM + kept._LENGTH :])


def test_the_second_call_begins_with_what_the_first_one_found(twice):
    _, (first, second), _, _ = twice
    assert first.keys() == second.keys()
    for name in first:
        found, later = remembered_in(first[name]), remembered_in(second[name])
        assert found.items() <= later.items()
    assert any(
        remembered_in(content) for content in first.values()
    )  # how many are slow depends on the machine


def test_nobody_else_may_read_it(twice):
    *_, shelf = twice
    assert {stat.S_IMODE(path.stat().st_mode) for path in shelf.folder.iterdir()} == {0o600}
    assert stat.S_IMODE(shelf.folder.stat().st_mode) == 0o700


def test_a_hand_in_sees_none_of_it_and_changes_nothing(twice):
    _, (before, _), wanted, shelf = twice
    assignment = Assignment.load(ROOT, SLUG)
    notebook = json.loads(made(SLUG, described(BANKS / SLUG / f"{FULL}.toml")))
    first = next(cell for cell in notebook["cells"] if cell["metadata"].get("nbgrader", {}).get("solution"))
    first["source"] = SPY + "print(seen)\n" + "".join(first["source"])
    walls = Sandbox(kind=BUBBLEWRAP, shelf=shelf)
    try:
        result = grade(assignment, Job(assignment.key, json.dumps(notebook).encode()), walls, LIMITS)
    finally:
        walls.close()
    assert points(result) == wanted
    printed = [
        output["text"]
        for cell in json.loads(result.notebook)["cells"]
        for output in cell.get("outputs", [])
        if output["output_type"] == "stream"
    ]
    assert printed[0].strip() == "[]"
    for path in shelf.folder.iterdir():
        assert remembered_in(before[path.name]).items() <= remembered_in(path.read_bytes()).items()


def test_what_is_kept_belongs_to_this_course_and_these_libraries(monkeypatch):
    mark = kept._mark()
    monkeypatch.setattr(kept, "LIBRARIES", ("numpy",))
    kept._mark.cache_clear()
    other = kept._mark()
    kept._mark.cache_clear()
    assert mark != other


def test_what_is_kept_goes_when_a_package_with_own_rules_changes(tmp_path, monkeypatch):
    def mark() -> str:
        loading.entry_points.cache_clear()
        kept._mark.cache_clear()
        return kept._mark()

    info = tmp_path / "eigen-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: eigen\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[fairki.systems]\neigen = eigen:systems\n")
    (info / "RECORD").write_text("eigen.py,,\n")
    marks = [mark()]
    monkeypatch.syspath_prepend(str(tmp_path))
    try:
        for code in ("", "# anders"):
            (tmp_path / "eigen.py").write_text(code)
            marks.append(mark())
        assert len(set(marks)) == 3 and mark() == marks[-1]
    finally:
        monkeypatch.undo()
        assert mark() == marks[0]


def test_results_that_are_far_too_many_are_not_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(kept, "MOST_RESULTS", 10)
    shelf = Shelf(tmp_path / "kept", "one")
    kept.Results(shelf, b"setup").take(b"x" * 11)
    assert kept.Results(shelf, b"setup").before == b""
    kept.Results(shelf, b"setup").take(pickle.dumps({}))
    assert pickle.loads(kept.Results(shelf, b"setup").before) == {}
    assert remembered.shelf is None


def test_without_walls_nothing_is_kept_for_others(monkeypatch):
    """A hand-in that has the trainer's rights could write there."""
    monkeypatch.setattr(sandbox, "wall", lambda: BUBBLEWRAP)
    monkeypatch.setattr(sandbox, "Sandbox", lambda shut_in, shelf: shelf)
    assert sandbox.opened(False) is None
    assert isinstance(sandbox.opened(True), Shelf)
