"""Whether every function of the banks earns the same for fifty seeds: ``python benchmarks/fresh_inputs.py``."""

import sys

from graders import ROOT, SLUGS

sys.path.insert(0, str(ROOT / "tests" / "exercises"))

from test_fresh_inputs import differing, functions

from fairki import fresh

SEEDS = range(1, 51)


def main() -> None:
    """Print for each exercise how many functions were tried, and each one that earns something else."""
    for slug in SLUGS:
        found = []
        for seed in SEEDS:
            fresh.seed = seed
            found += [(seed, *one) for one in differing(slug)]
        print(
            f"{slug}: {len(functions(slug))} functions, {len(SEEDS)} seeds, {len(found)} differ", flush=True
        )
        for one in found:
            print(" ", one)


if __name__ == "__main__":
    main()
