"""Grading on a Dask cluster: workers need the package and the job's bytes, and may die."""

import subprocess
from collections.abc import Iterator

import psutil
import pytest
from banks import expected, made
from distributed import LocalCluster
from piles import command, course, in_bank, light, packed, reached, rows
from serving import children, wait_for

pytestmark = pytest.mark.xdist_group("grade")


@pytest.fixture
def cluster(tmp_path, monkeypatch) -> Iterator[LocalCluster]:
    """Two worker processes in an empty folder, who know nothing of the course that is graded."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FAIRKI_ROOT", str(tmp_path / "nirgends"))
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as found:
        yield found


def test_a_worker_killed_in_the_middle_costs_no_result(cluster, tmp_path):
    root = course(tmp_path / "kurs", "werte")
    best = in_bank("werte", "partial_three_rules_only")
    hand_ins = [(f"Person {number}", light(number)) for number in range(20)]
    pile = packed(root / "abgaben.zip", [*hand_ins, ("Anna", made("werte", best).encode())])
    line, environment = command(root, "--scheduler", cluster.scheduler_address, str(pile))
    run = subprocess.Popen(line, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    wait_for(lambda: len(rows(root)) >= 3 or run.poll() is not None, 120, "the first results")
    before = rows(root)
    assert 3 <= len(before) < 21
    assert not [child for child in children(run.pid) if child.name() == "bwrap"]  # nothing runs here
    victim = next(iter(cluster.workers.values()))
    psutil.Process(victim.pid).kill()
    _, errors = run.communicate(timeout=180)
    assert run.returncode == 0, errors
    assert before.items() <= rows(root).items() and len(rows(root)) == 21
    points = reached(root, "werte")
    anna = {cell: "manual" if score is None else score for cell, score in points.pop("Anna").items()}
    assert anna == expected("werte", best)
    assert len(points) == 20 and all(cells == points["Person 0"] for cells in points.values())
