"""The tests are tested: a fault that no test notices is found, told, and excused only by a reason written down."""

import itertools
import re
import tomllib
from pathlib import Path

import pytest
from rich.console import Console

from coursetools import mutants
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

    def __init__(self, root, number):
        self.root = root

    def passes(self, tests, seconds=None):
        return True

    def notices(self, mutant, tests, seconds):
        change = mutants.change(self.root, mutant)
        self.tried.append(change.now)
        return ">" not in change.now


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


def test_a_survivor_is_tried_again_when_a_test_has_changed_and_all_are_when_the_file_has(course, tried):
    call(course, FILE)
    alone = [now for now in tried if ">" in now]
    tried.clear()
    (course / "tests/fairki/test_grades.py").write_text("def test_it(): assert True", encoding="utf-8")
    call(course, FILE)
    assert sorted(tried) == sorted(alone)
    tried.clear()
    (course / FILE).write_text(SOURCE.replace("50", "60"), encoding="utf-8")
    call(course, FILE)
    assert len(tried) == len(list(mutants.mutants(course, FILE)))


def test_where_the_tests_fail_anyway_nothing_is_concluded(course, tried, monkeypatch):
    monkeypatch.setattr(Bench, "passes", lambda *_: False)
    with pytest.raises(BadFileError, match="scheitern auch ohne Fehler im Code"):
        call(course, FILE)
    assert tried == []


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
        "fairki",
        "fairki/kodex",
        "coursetools/grading/inside",
    }


def test_only_the_tests_that_concern_a_file_are_run_and_its_own_come_first():
    for file, first in {
        "fairki/kodex/checks.py": "tests/fairki/kodex/test_kodex_checks.py",
        "fairki/kodex/clash.py": "tests/fairki/kodex/test_clash.py",
        "coursetools/grading/inside/judge.py": "tests/coursetools/grading/test_codec.py",
    }.items():
        assert mutants.tests_of(ROOT, file)[0] == first
    assert mutants.tests_of(ROOT, "fairki/checks.py") == ["tests/fairki/test_checks.py"]
    for path in itertools.chain.from_iterable(mutants.CONCERNED.values()):
        assert (ROOT / path).exists()


def test_every_kept_survivor_has_a_reason_and_its_line_still_exists():
    for change, reason in mutants.reasons(ROOT).items():
        source = (ROOT / change.file).read_text(encoding="utf-8")
        lines = [line.strip() for line in source.splitlines()]
        assert len(reason) > 20, change
        assert set(change.was.splitlines()) <= set(lines), change
