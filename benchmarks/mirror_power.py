"""How often the mirror finds a bias as strong as the firm's, and how often it suspects somebody by mistake.

    .venv/bin/python benchmarks/mirror_power.py [--keep]

Some three minutes. ``--keep`` writes the figures that the course quotes (``fairki/mirror/power.toml``).
"""

import argparse
import itertools
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

from coursetools.files import write_atomically
from fairki.mirror import power

KEPT = Path(power.__file__).with_name("power.toml")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--keep", action="store_true", help="write the figures that the course quotes")
    keep = parser.parse_args().keep
    measured = [power.measure(*setting) for setting in itertools.product(power.SCATTERS, power.INVITED)]
    table = Table(
        title=f"Found: of {power.PEOPLE} people alone, of {power.ROOMS} rooms of {power.VOTES} (all votes, majority)"
    )
    for name in asdict(measured[0]):
        table.add_column(name)
    for one in measured:
        table.add_row(*(str(value) for value in asdict(one).values()))
    Console().print(table)
    if keep:
        write_atomically(KEPT, power.as_toml(measured, power.smallest()).encode("utf-8"))


if __name__ == "__main__":
    main()
