"""The same honest hand-ins graded in bubblewrap, in Deno and by stock ``nbgrader autograde``, side by side in one run.

    .venv/bin/python benchmarks/third_wall.py [--hand-ins 40] [--rounds 3] [--quick]

As ``grading.py``: ours is the whole path that a trainer calls, stock is ``autograde`` alone. Rounds alternate; ours are
means of the rounds, stock grades each exercise once. Points have to be the same, and those of the bank. What runs in
Deno is made before (``.build/deno`` of this course); each round loads it anew.
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

import graders
from graders import Cost, HandIn
from rich.console import Console
from rich.table import Table

from coursetools.grading import sandbox

QUICK = (6, ("bewusstsein", "werte"))
WALLS = (sandbox.BUBBLEWRAP, sandbox.DENO)
TARGET = 4
"""Deno may take so many times the seconds of bubblewrap, and less than stock."""


def graded(kind: str, root: Path, hand_ins: list[HandIn]) -> Cost:
    """Grade in a new course with these walls; what it cost."""
    shutil.rmtree(root, ignore_errors=True)
    with graders.only(kind):
        run = graders.ours(root, hand_ins)
    points = graders.our_points(root, hand_ins)
    for one in hand_ins:
        if points[one.person] != one.earns:
            raise SystemExit(f"{kind}: {one.person}: {points[one.person]}, bank {one.earns}")
    if run.code != 0:
        raise SystemExit(run.said)
    return run.cost


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--hand-ins", type=int, default=40)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument(
        "--quick", action="store_true", help=f"{QUICK[0]} hand-ins for {QUICK[1]}, one round"
    )
    chosen = options.parse_args()
    hand_ins = graders.honest(*QUICK) if chosen.quick else graders.honest(chosen.hand_ins)
    rounds = 1 if chosen.quick else chosen.rounds
    console = Console(width=graders.WIDTH)
    graders.compiled()
    sandbox.supply()
    before = graders.load()
    costs = dict.fromkeys(WALLS, Cost(0, 0))
    with tempfile.TemporaryDirectory() as folder:
        for number in range(rounds):
            for kind in WALLS:
                with console.status(f"round {number + 1} of {rounds}: {kind}"):
                    cost = graded(kind, Path(folder, kind), hand_ins)
                costs[kind] += cost / rounds
        graders.stock_course(Path(folder, "stock"), hand_ins)
        stock = Cost(0, 0)
        for slug in sorted({one.slug for one in hand_ins}):
            with console.status(f"stock nbgrader, {slug}"):
                run = graders.autograde(Path(folder, "stock"), slug)
            if run.code != 0:
                raise SystemExit(run.said)
            stock += run.cost
    bubblewrap, deno = (costs[kind] for kind in WALLS)
    table = Table(title=f"{len(hand_ins)} honest hand-ins, {rounds} rounds; {before}")
    for name in ("", *WALLS, "stock nbgrader", "Deno : bubblewrap", "stock : Deno"):
        table.add_column(name, justify="left" if not name else "right")
    for name in ("wall", "cpu"):
        seconds = [getattr(cost, name) for cost in (bubblewrap, deno, stock)]
        ratios = (seconds[1] / seconds[0], seconds[2] / seconds[1])
        table.add_row(f"{name} (s)", *(f"{one:.1f}" for one in seconds), *(f"{one:.1f} ×" for one in ratios))
    console.print(table)
    met = deno.wall <= TARGET * bubblewrap.wall and deno.wall < stock.wall
    sys.exit(0 if met or chosen.quick else "A target is missed.")


if __name__ == "__main__":
    main()
