"""Every hand-in of the banks earns what it deserves, and honest ones exactly what stock nbgrader gives them."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from banks import ROOT, SLUGS, bank, described, expected, made, most_points
from grading import LIMITS, points

from coursetools.grading.job import Assignment, Job
from coursetools.grading.runner import Runner

pytestmark = pytest.mark.xdist_group("grading")


@pytest.mark.parametrize("slug", SLUGS)
def test_a_bank_gets_exactly_its_points(slug):
    exercise = Assignment.load(ROOT, slug)
    hand_ins = {path.stem: described(path) for path in bank(slug)}
    jobs = {name: Job(exercise.key, made(slug, hand_in).encode()) for name, hand_in in hand_ins.items()}
    with ThreadPoolExecutor(2) as threads, Runner([exercise], executor=threads, limits=LIMITS) as runner:
        results = {result.key: result for result in runner.map(jobs.values())}
    assert len(results) == len({job.key for job in jobs.values()})
    for name, job in jobs.items():
        found = points(results[job.key]) or dict.fromkeys(most_points(slug), "none")
        assert found == expected(slug, hand_ins[name]), name
        if name.startswith(("full", "partial", "wrong")):
            assert results[job.key].incidents == (), name
        if "none" in found.values():
            assert [incident.kind for incident in results[job.key].incidents] == ["unreadable"]


@pytest.mark.parametrize("slug", SLUGS)
def test_stock_differs_for_broken_and_hostile_hand_ins_only(slug):
    for path in bank(slug):
        if "stock" in described(path):
            assert path.stem.startswith(("broken", "hostile")), path
