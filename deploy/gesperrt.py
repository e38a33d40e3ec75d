"""What pip may install, with the checksums of ``uv.lock``: ``gesperrt.py uv > uv.txt``. Standard library only."""

import sys
import tomllib
from pathlib import Path


def requirement(name: str, lock: Path) -> str:
    """A line for ``pip install --require-hashes``; SystemExit if the lock file does not have the package."""
    packages = tomllib.loads(lock.read_text(encoding="utf-8"))["package"]
    found = next((one for one in packages if one["name"] == name), None)
    if found is None:
        sys.exit(f"{name} steht nicht in {lock}.")
    return " ".join(
        [f"{name}=={found['version']}", *(f"--hash={wheel['hash']}" for wheel in found["wheels"])]
    )


if __name__ == "__main__":
    for wanted in sys.argv[1:]:
        print(requirement(wanted, Path(__file__).resolve().parents[1] / "uv.lock"))
