"""The tests are tested: a fault that no test notices is found, told, and excused only by a reason written down."""

import contextlib
import itertools
import re
import resource
import sys
import tomllib
from pathlib import Path

import pytest
from filelock import FileLock
from rich.console import Console

from coursetools import mutant_bench, mutants
from fairki import manifest
from fairki.errors import BadAnswerError, BadFileError

ROOT = manifest.ROOT
FILE = "fairki/grades.py"
SOURCE = '''"""Grades."""


class Grade:
    def passed(self, points):
        """Fifty are enough."""
        return points >= 50 and self.counts


def best(grades):
    return max(grades) if grades else None
'''


@pytest.fixture
def course(tmp_path) -> Path:
    """A course with one file and one test of it."""
    for path, text in {FILE: SOURCE, "tests/fairki/test_grades.py": "def test_it(): ..."}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


class Bench:
    """Stands for a copy of the course whose tests notice every fault but those in the bound."""

    tried: list[str]

    def __init__(self, root, folder):
        self.folder = root
        self.now = ""

    def passes(self, tests, seconds=None):
        if self.now:
            self.tried.append(self.now)
        return ">" in self.now or not self.now, 0.1

    @contextlib.contextmanager
    def holding(self, file, text):
        self.now = mutants.difference((self.folder / file).read_text(encoding="utf-8"), text)[2]
        yield
        self.now = ""

    def close(self): ...


@pytest.fixture
def tried(monkeypatch) -> list[str]:
    monkeypatch.setattr(mutants, "Bench", Bench)
    Bench.tried = []
    return Bench.tried


def call(root: Path, *arguments: str) -> tuple[int, str]:
    console = Console(record=True, width=200)
    return mutants.run(root, list(arguments), console), console.export_text()


def test_a_fault_changes_one_line_and_is_told_with_the_place_where_it_is(course):
    changes = [mutants.change(course, one) for one in mutants.mutants(course, FILE)]
    assert (
        mutants.Change(
            FILE, "Grade.passed", "return points >= 50 and self.counts", "return points > 50 and self.counts"
        )
        in changes
    )
    assert {one.place for one in changes} == {"Grade.passed", "best"}
    assert all(one.was != one.now and one.was in SOURCE for one in changes)
    assert {"51", "49"} <= {number for one in changes for number in re.findall(r"\d+", one.now)}


def test_a_survivor_is_told_as_an_entry_to_give_a_reason_for_and_then_excused(course, tried):
    code, said = call(course, FILE)
    assert code == 1
    entry = tomllib.loads(said[said.index("[[survivor]]") : said.rindex('""') + 2])
    assert {one["reason"] for one in entry["survivor"]} == {""}
    assert {(one["file"], one["place"]) for one in entry["survivor"]} == {(FILE, "Grade.passed")}
    kept = said[said.index("[[survivor]]") : said.rindex('""') + 2].replace('reason = ""', 'reason = "Egal."')
    (course / mutants.KEPT).write_text(kept, encoding="utf-8")
    code, said = call(course, FILE)
    assert code == 0 and f"mit Grund in {mutants.KEPT}" in said


def test_the_next_call_goes_on_where_time_ran_out(course, tried):
    code, said = call(course, FILE, "--minuten", "0")
    assert (code, tried) == (0, []) and "0 bemerkt, 0 überlebt" in said
    call(course, FILE, "--minuten", "0,5")
    everything = list(tried)
    assert len(everything) == len(list(mutants.mutants(course, FILE)))
    call(course, FILE)
    assert tried == everything  # nothing is tried twice


def test_a_survivor_is_tried_again_when_a_test_has_changed(course, tried):
    call(course, FILE)
    alone = [now for now in tried if ">" in now]
    tried.clear()
    (course / "tests/fairki/test_grades.py").write_text("def test_it(): assert True", encoding="utf-8")
    call(course, FILE)
    assert sorted(tried) == sorted(alone)


def test_a_mutant_is_tried_again_when_its_function_has_changed_and_not_when_another_has(course, tried):
    call(course, FILE)
    tried.clear()
    (course / FILE).write_text("NEW = 1\n\n" + SOURCE.replace("max(", "min("), encoding="utf-8")
    call(course, FILE)
    survivors = [now for now in tried if ">" in now]
    others = {now for now in tried if ">" not in now}
    assert survivors and all("50" in now or "51" in now or "49" in now for now in survivors)
    assert others and all(now.startswith("NEW") or "min(" in now for now in others)


def test_slow_tests_are_run_only_for_what_the_quick_ones_let_pass(course, monkeypatch):
    slow, quick = "tests/fairki/test_detection.py", "tests/fairki/test_grades.py"
    seconds, ran = {slow: 30.0, quick: 2.0}, []
    (course / slow).write_text("grades", encoding="utf-8")
    monkeypatch.setattr(mutants, "tests_of", lambda *_: ([quick], [slow]))

    class Paced(Bench):
        def passes(self, tests, patience=None):
            ran.append((self.now, tests, patience))
            return not self.now or (tests == quick and ">" in self.now), seconds[tests]

    monkeypatch.setattr(mutants, "Bench", Paced)
    code, said = call(course, FILE)
    assert code == 0 and "0 überlebt" in said
    patience = {one: 10 + mutants.PATIENCE * seconds[one] for one in seconds}
    assert [(tests, limit) for now, tests, limit in ran if not now] == [(quick, None), (slow, None)]
    tried = [(now, tests) for now, tests, limit in ran if now and limit == patience[tests]]
    changes = [mutants.change(course, one).now for one in mutants.mutants(course, FILE)]
    assert sorted(tried) == sorted(
        [(now, quick) for now in changes] + [(now, slow) for now in changes if ">" in now]
    )


def test_what_could_not_change_anything_is_no_mutant(course):
    (course / FILE).write_text(
        "from functools import cache\n\n\n@cache\ndef half(x: int | None, *, ä: 'Ä' | None = None) -> int | 0:\n"
        "    y: int | str = x\n    return y | 2\n",
        encoding="utf-8",
    )
    found = [mutants.change(course, one) for one in mutants.mutants(course, FILE)]
    assert {one.now for one in found} == {"return y & 2", "return y | 1", "return y | 3"}


def test_tests_run_in_a_copy_that_is_read_anew_each_time_and_endless_ones_end(course, monkeypatch):
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    for path, text in {
        "fairki/__init__.py": "",
        "tests/fairki/test_grades.py": "from fairki.grades import best\n\ndef test_it(): assert best([1, 2]) == 2\n",
        "tests/fairki/test_endless.py": "def test_it():\n    while True: ...\n",
        "tests/fairki/test_limits.py": (
            "import resource\n\ndef test_it():\n"
            f"    assert resource.getrlimit(resource.RLIMIT_CPU)[1] == {hard}\n"
        ),
    }.items():
        (course / path).write_text(text, encoding="utf-8")
    folder = course / "kurs"
    monkeypatch.setattr(mutant_bench, "COPIED", ("fairki", "tests"))
    environment = Path(sys.executable).parent.parent
    monkeypatch.setattr(
        mutant_bench.subprocess, "run", lambda *_, **__: (folder / ".venv").symlink_to(environment)
    )
    bench = mutant_bench.Bench(course, folder)
    try:
        assert bench.passes("tests/fairki/test_grades.py")[0]
        with bench.holding(FILE, SOURCE.replace("max(", "min(")):
            assert not bench.passes("tests/fairki/test_grades.py")[0]
        assert bench.passes("tests/fairki/test_grades.py")[0]
        assert (course / FILE).read_text(encoding="utf-8") == SOURCE
        passed, seconds = bench.passes("tests/fairki/test_endless.py", 2)
        assert not passed and seconds > 1
        assert bench.passes("tests/fairki/test_limits.py", 2)[0]  # a sandbox sets limits of its own
    finally:
        bench.close()


def test_where_the_tests_fail_anyway_nothing_is_concluded(course, tried, monkeypatch):
    monkeypatch.setattr(Bench, "passes", lambda *_: (False, 0.1))
    with pytest.raises(BadFileError, match="scheitert auch ohne Fehler im Code"):
        call(course, FILE)
    assert tried == []


def test_two_runs_at_a_time_would_spoil_each_other(course, tried):
    (course / mutants.FOLDER).mkdir(parents=True)
    with FileLock(course / mutants.FOLDER / "lock"), pytest.raises(BadAnswerError, match="schon im Gange"):
        call(course, FILE)
    assert tried == []
    assert call(course, FILE)[0] == 1


@pytest.mark.parametrize(
    "arguments",
    [["--minuten"], ["--minuten", "viele"], ["eins.py", "zwei.py"], ["-x"]],
    ids=" ".join,
)
def test_a_call_that_does_not_fit_is_explained(course, arguments):
    with pytest.raises(BadAnswerError):
        call(course, *arguments)


@pytest.mark.parametrize("path", ["fairki/gibtesnicht.py", "README.md", "/etc/passwd"])
def test_what_is_no_file_of_the_course_is_refused(course, path):
    with pytest.raises(BadFileError, match="keine Python-Datei dieses Kurses"):
        call(course, path)


def test_the_usual_selection_is_all_of_the_checks_and_always_the_same_sample_of_the_rest():
    chosen = mutants.selection(ROOT)
    whole = [one for one in chosen if one.file in mutants.WHOLE]
    assert whole == [one for path in mutants.WHOLE for one in mutants.mutants(ROOT, path)]
    assert len(chosen) - len(whole) == mutants.SAMPLE == len(set(chosen) - set(whole))
    assert chosen == mutants.selection(ROOT)
    assert {one.file.rpartition("/")[0] for one in chosen} == {
        "fairki/checks",
        "fairki/kodex",
        "fairki/kodex/de",
        "coursetools/grading/inside",
    }


def test_only_the_tests_that_concern_a_file_are_run_and_its_own_come_first():
    for file, first in {
        "fairki/kodex/checks.py": "tests/fairki/kodex/test_kodex_checks.py",
        "fairki/kodex/de/checks.py": "tests/fairki/kodex/test_kodex_checks.py",
        "fairki/kodex/clash.py": "tests/fairki/kodex/test_clash.py",
        "coursetools/grading/inside/codec.py": "tests/coursetools/grading/test_codec.py",
    }.items():
        assert mutants.tests_of(ROOT, file)[0][0] == first
    assert mutants.tests_of(ROOT, "fairki/checks/values.py") == (["tests/fairki/test_checks.py"], [])
    assert "tests/fairki/kodex/test_detection.py" in mutants.tests_of(ROOT, "fairki/kodex/checks.py")[1]
    for path in itertools.chain.from_iterable(mutants.CONCERNED.values()):
        assert (ROOT / path).exists()


def test_every_kept_survivor_has_a_reason_and_its_line_still_exists():
    for change, reason in mutants.reasons(ROOT).items():
        source = (ROOT / change.file).read_text(encoding="utf-8")
        lines = [line.strip() for line in source.splitlines()]
        assert len(reason) > 20, change
        assert set(change.was.splitlines()) <= set(lines), change
