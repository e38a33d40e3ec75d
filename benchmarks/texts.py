"""What each demonstration with texts costs, in seconds of CPU and by the clock, on one core.

    OPENBLAS_NUM_THREADS=1 .venv/bin/python benchmarks/texts.py [--seed 0]

Kernels of the course have one BLAS thread, too. A demonstration may cost a second; six years show themselves year by
year; all sixteen systems with everything that rules ask of them may cost three.
"""

import argparse
import time
from collections.abc import Callable

import numpy as np
from rich.console import Console
from rich.table import Table

from fairki.audit import audit
from fairki.kodex import PATTERNS, Kodex, Rule
from fairki.systems import TEXTS
from fairki.texts import calls, corpus, crm, memory, probe, reading, remedies, sheets, text_systems, years
from fairki.texts.language_model import learning, train

ALLOWED = {"six years": 3.0, "sixteen systems and all rules": 3.0}
"""Seconds of CPU for what may cost more than ``USUAL``."""
USUAL = 1.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seed", type=int, default=0)
    seed = parser.parse_args().seed
    table = Table(title=f"Seed {seed}")
    for column in ("demonstration", "CPU s", "wall s", "allowed"):
        table.add_column(column)
    for name, run in demonstrations(seed).items():
        cpu, wall = time.process_time(), time.perf_counter()
        run()
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
        allowed = ALLOWED.get(name, USUAL)
        table.add_row(
            name, f"{cpu:.3f}", f"{wall:.3f}", f"{allowed:g}" + ("" if cpu <= allowed else " EXCEEDED")
        )
    Console().print(table)


def demonstrations(seed: int) -> dict[str, Callable[[], object]]:
    """Name → what is run, in the order of the module."""
    texts = corpus.human_texts(seed)
    model = train(texts)

    def rng() -> np.random.Generator:
        return np.random.default_rng([7, 99, seed])

    def notes() -> object:
        record = crm.customers(2000, rng())
        found = crm.with_gaps(record, rng())
        filled = [crm.Autofill.learn(rng(), says_open).fill(found) for says_open in (False, True)]
        return [crm.compare(found, record, one) for one in filled]

    def answers() -> object:
        facts = sheets.Facts.draw(rng())
        questions = sheets.ask(2000, facts, rng())
        sources = (sheets.Memory.learn(facts, rng()), sheets.Folder.make(facts, rng()))
        return [source.answer(questions, rng()) for source in sources]

    def checked() -> object:
        rules = tuple(Rule(id) for id, pattern in PATTERNS.items() if pattern.applies_to == TEXTS)
        return audit(Kodex("Probe", rules), text_systems.sixteen(seed + 1000)).score

    return {
        "draw 2,000 texts": lambda: corpus.draw(2000, rng()),
        "learn (3 slots)": lambda: train(texts),
        "learn (all 10 slots)": lambda: train(texts, slots=range(10)),
        "watch it learn": lambda: list(learning(texts)),
        "write 2,000 texts": lambda: model.write(texts, 1.0, rng()),
        "five temperatures": lambda: probe.by_temperature(model, seed),
        "strike out clues": lambda: probe.without_clues(texts, seed),
        "pair": lambda: probe.swap_pair(model, seed),
        "remedies": lambda: remedies.compare(seed),
        "six years": lambda: list(years.own_texts(seed)),
        "secret": lambda: memory.leak(seed, 8),
        "notes (2 models)": notes,
        "answers (2 sources)": answers,
        "calls": lambda: calls.check(calls.Agents.draw(rng()), 6, 18),
        "reading": lambda: [
            reading.read(n, beside, rng()) for n in (10, 20, 30, 60, 120) for beside in (False, True)
        ],
        "sixteen systems and all rules": checked,
    }


if __name__ == "__main__":
    main()
