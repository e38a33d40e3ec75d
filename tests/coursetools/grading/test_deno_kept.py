"""Prepared exercises of the third wall wait on disk: the same points, and nothing of the judge in the wrong hands."""

import json
import os
import stat
from dataclasses import asdict, replace

import pytest
from banks import BANKS, ROOT, described, expected, made
from grading import LIMITS, points

from coursetools import machine
from coursetools.grading import kept, sandbox, sheet
from coursetools.grading.deno import bundle
from coursetools.grading.deno.supervisor import Isolate, Supervisor
from coursetools.grading.deno.wall import RESULTS, Deno
from coursetools.grading.grader import grade
from coursetools.grading.job import Assignment, Job, Limits, Result
from coursetools.grading.kept import Prepared, Shelf

SLUG = "bewusstsein"
WITH_TIME = Limits(LIMITS.prepare_seconds, 60, 60, 600, LIMITS.memory)
"""Nothing may fail because the machine is busy."""
FULL, PARTIAL = "full_other_ways", "partial_form_with_slips"
HIDDEN = b"neue_jahre", b"mindestens 88 passende Entscheidungen"
"""From hidden tests."""
ONE = Prepared(b'{"shown": {}}', b"image" * 1000)


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path / "kept", "one")


def test_what_was_prepared_comes_back_for_the_same_setup_alone(shelf):
    assert shelf.get(b"J", b"setup") is None
    shelf.put(b"J", b"setup", ONE)
    assert shelf.get(b"J", b"setup") == ONE
    assert shelf.get(b"S", b"setup") is None
    assert shelf.get(b"J", b"changed") is None
    shelf.drop(b"J", b"setup")
    assert shelf.get(b"J", b"setup") is None


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such rights")
def test_nobody_else_may_read_it(shelf):
    shelf.put(b"J", b"setup", ONE)
    (path,) = shelf.folder.iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(shelf.folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("length", [0, 10, 40, 2000])
def test_half_a_file_counts_as_none(shelf, length):
    shelf.put(b"J", b"setup", ONE)
    (path,) = shelf.folder.iterdir()
    path.write_bytes(path.read_bytes()[:length])
    assert shelf.get(b"J", b"setup") is None


def test_a_file_with_one_wrong_byte_counts_as_none(shelf):
    shelf.put(b"J", b"setup", ONE)
    (path,) = shelf.folder.iterdir()
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    assert shelf.get(b"J", b"setup") is None


def test_what_was_not_used_for_long_goes_once_there_is_too_much(shelf, monkeypatch):
    monkeypatch.setattr(kept, "MOST", 16_000)
    for number, name in enumerate((b"1", b"2", b"3")):
        shelf.put(b"J", name, ONE)
        os.utime(shelf._path(b"J", name), (number, number))
    shelf.get(b"J", b"1")
    shelf.put(b"J", b"4", ONE)
    assert [name for name in (b"1", b"2", b"3", b"4") if shelf.get(b"J", name)] == [b"1", b"3", b"4"]


def test_what_belongs_to_another_python_goes(shelf):
    shelf.put(b"J", b"setup", ONE)
    later = replace(shelf, mark="two")
    assert later.get(b"J", b"setup") is None
    later.put(b"S", b"setup", ONE)
    assert [path.name.partition("-")[0] for path in shelf.folder.iterdir()] == ["two"]


def test_a_disk_that_takes_nothing_is_no_fault(tmp_path):
    (tmp_path / "file").touch()
    shelf = Shelf(tmp_path / "file", "one")
    shelf.put(b"J", b"setup", ONE)
    assert shelf.get(b"J", b"setup") is None


# ---- in Deno ----


class Walls:
    """Grades in new walls each time, as each call of ``grade`` does, and notes what they do."""

    def __init__(self, shelf: Shelf, monkeypatch: pytest.MonkeyPatch):
        self.shelf = shelf
        self.prepared = 0
        self.given: dict[str, list[bytes]] = {}
        begin, take = Supervisor.begin, Supervisor.take
        self._roles: dict[Supervisor, set[str]] = {}
        self._taken: list[tuple[Supervisor, bytes]] = []

        def noted(process, image, role, limits):
            self._roles.setdefault(process, set()).add(role)
            self.prepared += role == "prepare"
            return begin(process, image, role, limits)

        monkeypatch.setattr(Supervisor, "begin", noted)
        monkeypatch.setattr(
            Supervisor,
            "take",
            lambda process, image: self._taken.append((process, image)) or take(process, image),
        )

    def grade(self, exercise: Assignment, name: str) -> Result:
        """Grade a hand-in of the bank; afterwards, ``given`` are the images of the processes, by role."""
        self.prepared, self._roles, self._taken = 0, {}, []
        wall = Deno(str(machine.find_deno()), sandbox.supply(), self.shelf)
        try:
            job = Job(exercise.key, made(SLUG, described(BANKS / SLUG / f"{name}.toml")).encode())
            result = grade(exercise, job, wall, WITH_TIME)
        finally:
            wall.close()
        self.given = {
            role: [image for process, image in self._taken if role in self._roles[process]]
            for role in ("serve", "judge")
        }
        assert {"serve"} in self._roles.values(), "the process of hand-ins does something else, too"
        return result


@pytest.mark.xdist_group("grading_deno")
@pytest.mark.needs(machine.DENO)
def test_a_kept_exercise_is_not_prepared_again_and_gives_the_same_points(deno, shelf, monkeypatch):
    walls, exercise = Walls(shelf, monkeypatch), Assignment.load(ROOT, SLUG)

    def earns_what_it_should(name: str, exercise: Assignment = exercise) -> Result:
        result = walls.grade(exercise, name)
        assert points(result) == expected(SLUG, described(BANKS / SLUG / f"{name}.toml"))
        assert result.incidents == ()
        return result

    first = earns_what_it_should(FULL)
    assert walls.prepared == 2
    again = earns_what_it_should(FULL)
    assert walls.prepared == 0
    assert (again.grades, again.notebook) == (first.grades, first.notebook)

    # Nothing that only the judge may know went to the process in which hand-ins run.
    (student,), (judge,) = walls.given["serve"], walls.given["judge"]
    for secret in HIDDEN:
        assert secret in judge
        assert secret not in student

    setup = json.dumps(sheet.read(exercise).student_setup(asdict(WITH_TIME))).encode()
    path = shelf._path(b"S", setup)
    path.write_bytes(path.read_bytes()[:-1])
    earns_what_it_should(PARTIAL)
    assert walls.prepared == 1

    took_along: list[bytes] = []
    pass_on = Isolate.pass_on
    monkeypatch.setattr(Isolate, "pass_on", lambda one, sent: took_along.append(sent) or pass_on(one, sent))
    earns_what_it_should(PARTIAL, replace(exercise, seed=1))
    assert walls.prepared == 1, "the seed is the judge's business alone"
    of_any_seed = json.dumps(sheet.read(exercise).judge_setup(asdict(WITH_TIME))).encode()
    results = shelf.get(RESULTS, of_any_seed)
    assert results and results.image
    assert any(sent.startswith(b"k") for sent in took_along), (
        "what an earlier judge found out is found out again"
    )


@pytest.mark.needs(machine.DENO)
def test_no_process_of_deno_may_read_where_exercises_are_kept():
    folder = sandbox.supply()
    shelf = bundle.shelf(folder)
    assert not shelf.folder.is_relative_to(folder)
    assert shelf.mark
