"""How long one audit takes: 12 systems × 12 rules, 2,000 people each. Run: python benchmarks/audit.py"""

import statistics
import time

from fairki.audit import audit
from fairki.kodex import PATTERNS, Kodex, Rule
from fairki.systems import catalogue

RULES = Kodex(rules=tuple(Rule(p) for p in list(PATTERNS)[:12]))
RUNS = 7


def seconds(seed: int) -> float:
    systems = catalogue(seed)[:12]
    start = time.perf_counter()
    audit(RULES, systems).score  # noqa: B018 - counting is part of the audit
    return time.perf_counter() - start


def main() -> None:
    imports = time.perf_counter()
    seconds(1)
    print(f"first audit of a process (with importing scikit-learn): {time.perf_counter() - imports:.2f} s")
    # every run has new people and new models; the seeds lie apart because catalogue() counts on from its seed
    fresh = [seconds(100 * run) for run in range(2, 2 + RUNS)]
    print(f"fresh people and models: median {statistics.median(fresh):.3f} s, most {max(fresh):.3f} s")
    again = [seconds(100 * (1 + RUNS)) for _ in range(RUNS)]
    print(f"the same systems once more (a rule was changed): median {statistics.median(again):.3f} s")


if __name__ == "__main__":
    main()
