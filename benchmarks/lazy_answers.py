"""What lazy answers earn in the exercises, what dice earn, and whether sincere answers of any opinion earn everything.

    .venv/bin/python benchmarks/lazy_answers.py [EXERCISE …] [--throws 200]

Judged in this process (``tests/judging.py``), without a sandbox; habits and dice are in ``tests/habits.py``, the
sincere answers in ``tests/sincere``. Ends with 1 if a habit earns more than a third of the automatic points or all
of a question that asks for judgement, if dice do so on average, or if a sincere answer loses a point.

Dice hit by luck: of six rules by default some throws are the very rules that are asked for, so they are judged by
their mean, and by how often they earn all of a question that asks for judgement.
"""

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from banks import SLUGS, sincere
from habits import JUDGEMENT, Habit, answers, habits, read, thrown
from judging import Paper, paper

LUCK = 0.08
"""How often at most dice may earn all of one question that asks for judgement."""


def judged(whole: Paper, habit: Habit) -> dict[str, float]:
    """Question → points."""
    given = answers(whole.slug, habit, whole.questions)
    return {question: whole.of_question(question, given[question]) for question in whole.questions}


def weighed(whole: Paper) -> list[str]:
    """The questions that ask for judgement."""
    asked = read(whole.slug)[0]
    return [name for name in whole.questions if name in asked and asked[name].kind in JUDGEMENT]


def lazy(whole: Paper) -> bool:
    """Whether no habit earns too much; prints the best ones."""
    third = sum(whole.most.values()) / 3
    found = {habit.name: judged(whole, habit) for habit in habits()}
    best = max(found, key=lambda name: sum(found[name].values()))
    full = [(name, q) for name in found for q in weighed(whole) if found[name][q] == whole.most_of(q)]
    over = [name for name in found if sum(found[name].values()) > third]
    print(f"  {len(found)} habits: best {sum(found[best].values()):g} of at most {third:.1f} points ({best})")
    for name, question in full[:5]:
        print(f"    all of {question}: {name}")
    for name in over[:5]:
        print(f"    too much: {name} {found[name]}")
    return not full and not over


def dice(whole: Paper, throws: int) -> bool:
    """Whether dice earn little; prints mean and luck."""
    found = [judged(whole, thrown(seed)) for seed in range(throws)]
    totals, third = [sum(points.values()) for points in found], sum(whole.most.values()) / 3
    over = sum(total > third for total in totals) / throws
    luck = {q: sum(points[q] == whole.most_of(q) for points in found) / throws for q in weighed(whole)}
    told = ", ".join(f"{question} {share:.1%}" for question, share in luck.items())
    print(
        f"  {throws} throws: mean {sum(totals) / throws:.1f} points, {over:.1%} above a third; all of {told}"
    )
    return sum(totals) / throws <= third / 2 and max(luck.values(), default=0) <= LUCK


def good(whole: Paper) -> bool:
    """Whether every sincere answer earns everything; prints those that do not."""
    lost = Counter()
    for given in sincere(whole.slug):
        for question in given.keys() - {"about"}:
            if whole.of_question(question, given[question]) < whole.most_of(question):
                lost[f"{given['about']} ({question})"] += 1
    print(f"  {len(sincere(whole.slug))} sincere hand-ins: {len(lost)} answers with less than full points")
    for name in lost:
        print(f"    {name}")
    return not lost


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("exercises", nargs="*", metavar="EXERCISE", help=", ".join(SLUGS))
    parser.add_argument("--throws", type=int, default=200)
    chosen = parser.parse_args()
    right = True
    for slug in chosen.exercises or SLUGS:
        started, whole = time.monotonic(), paper(slug)
        print(slug)
        right &= all([lazy(whole), dice(whole, chosen.throws), good(whole)])
        print(f"  {time.monotonic() - started:.0f} s", flush=True)
    return 0 if right else 1


if __name__ == "__main__":
    sys.exit(main())
