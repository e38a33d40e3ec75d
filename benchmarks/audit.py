"""How long one audit takes: 12 systems × 12 rules, 2,000 people each. Run: python benchmarks/audit.py"""

import statistics
import time

from fairki.audit import audit
from fairki.kodex import PATTERNS, Kodex, Rule
from fairki.systems import catalogue

RULES = Kodex(rules=tuple(Rule(p) for p in list(PATTERNS)[:12]))
RUNS = 7


def seconds(seed: int) -> tuple[float, float]:
    """Time on the clock and on the processor; they differ when others use the machine."""
    systems = catalogue(seed)[:12]
    clock, processor = time.perf_counter(), time.process_time()
    audit(RULES, systems).score  # noqa: B018 - counting is part of the audit
    return time.perf_counter() - clock, time.process_time() - processor


def show(what: str, runs: list[tuple[float, float]]) -> None:
    clock, processor = zip(*runs, strict=True)
    print(f"{what}: median {statistics.median(clock):.3f} s, most {max(clock):.3f} s,", end=" ")
    print(f"processor {statistics.median(processor):.3f} s")


def main() -> None:
    show("first audit of a process, with importing scikit-learn", [seconds(1)])
    # every run has new people and new models; the seeds lie apart because catalogue() counts on from its seed
    show("fresh people and models", [seconds(100 * run) for run in range(2, 2 + RUNS)])
    show("the same systems once more (a rule was changed)", [seconds(100 * (1 + RUNS)) for _ in range(RUNS)])


if __name__ == "__main__":
    main()
