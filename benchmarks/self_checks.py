"""How far one gets in the self-checks without reading a question. Run: python benchmarks/self_checks.py"""

from pathlib import Path

from coursetools import guesser
from fairki import manifest


def main() -> None:
    asked = guesser.questions(manifest.read(Path(__file__).parents[1]))
    blind = guesser.chance(asked)
    print(f"{len(asked)} questions, chance {blind:.1%}, margin {guesser.MARGIN:.0%}")
    for name, share in sorted(guesser.results(asked).items(), key=lambda result: -result[1]):
        print(f"{share:6.1%}  {'!' if abs(share - blind) > guesser.MARGIN else ' '} {name}")


if __name__ == "__main__":
    main()
