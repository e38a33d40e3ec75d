"""All banks and attacks in one kind of walls: do they earn there what they deserve, and how long does it take?

    .venv/bin/python benchmarks/walls.py Deno|podman|bubblewrap [EXERCISE|HAND-IN|attacks …]

Minutes; of what runs in Deno, the tests take a part each day (``test_deno_grading.py``).
Each hand-in that earns something else than its description says is named, and an attack that is not told to the
trainer as it is elsewhere.
"""

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "coursetools" / "grading"))

from banks import SLUGS, attacks, bank, described, expected, made, most_points
from graders import only
from grading import points

from coursetools.grading import sandbox
from coursetools.grading.job import Assignment, Job, Limits, Result
from coursetools.grading.runner import grade_one
from fairki import manifest

LIMITS = Limits(cell_seconds=10, call_seconds=10, total_seconds=120, memory=300 << 20)


def differs(slug: str, hand_in: dict, result: Result) -> str:
    """What is not as the description says, or ""."""
    found = points(result) or dict.fromkeys(most_points(slug), "none")
    wanted = expected(slug, hand_in)
    wrong = [f"{cell}: {found[cell]} for {wanted[cell]}" for cell in wanted if found[cell] != wanted[cell]]
    untold = set(hand_in.get("told", [])) - {incident.kind for incident in result.incidents}
    return ", ".join(wrong + [f"not told: {kind}" for kind in sorted(untold)])


def main(kind: str, wanted: list[str]) -> None:
    piles = {slug: bank(slug) for slug in SLUGS} | {"attacks": attacks()}
    jobs = []
    for name, pile in piles.items():
        chosen = pile if not wanted or name in wanted else [path for path in pile if path.stem in wanted]
        for path in chosen:
            slug = described(path).get("slug", name)
            jobs.append((Assignment.load(manifest.ROOT, slug), path))

    def one(entry: tuple[Assignment, Path]) -> tuple[Path, str, Result]:
        assignment, path = entry
        job = Job(assignment.key, made(assignment.slug, described(path)).encode())
        result = grade_one(assignment, job, LIMITS)
        return path, differs(assignment.slug, described(path), result), result

    started, wrong, cpu = time.monotonic(), 0, 0.0
    with only(kind), ThreadPoolExecutor(sandbox.at_once()) as threads:
        assert sandbox.wall() == kind
        for path, difference, result in threads.map(one, jobs):
            told = sorted({one.text if difference else one.kind for one in result.incidents})
            line = (
                f"{path.parent.name}/{path.stem}  {result.wall_seconds:.1f} s, CPU {result.cpu_seconds:.1f} s"
            )
            print(f"{line}  {difference or 'equal'}  {told}", flush=True)
            wrong += bool(difference)
            cpu += result.cpu_seconds
    seconds = time.monotonic() - started
    print(
        f"{kind}: {len(jobs) - wrong} of {len(jobs)} equal, {seconds:.0f} s, CPU of the children {cpu:.0f} s"
    )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
