"""What each way of mitigating does in twenty years.

    .venv/bin/python benchmarks/mitigation_years.py [--keep]

A minute. ``--keep`` writes the figures that unit 06.3 shows (``fairki/lessons/module_06/many_years.toml``).
"""

import argparse
from pathlib import Path

from coursetools.files import write_atomically
from fairki.lessons.module_06 import many_years
from fairki.lessons.module_06.mitigated import WAYS

KEPT = Path(many_years.__file__).with_suffix(".toml")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--keep", action="store_true", help="write the figures that the course shows")
    keep = parser.parse_args().keep
    lines = ["# Written by benchmarks/mitigation_years.py; what the figures mean stands in many_years.py."]
    today = many_years.measure("")
    for way in ("", *WAYS):
        found = many_years.measure(way) if way else today
        print(f"{way or 'heute':12} {100 * found.gap:5.1f} {found.span} {found.reached(today)}")
        lines += ["", f"[{way or 'heute'}]", f"gaps = {found.gaps}", f"suitable = {found.suitable}"]
    if keep:
        write_atomically(KEPT, ("\n".join(lines) + "\n").encode("utf-8"))


if __name__ == "__main__":
    main()
