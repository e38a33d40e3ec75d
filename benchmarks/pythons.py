"""The course under each Python that it allows: an environment from the lock file, and a chosen set of tests in it.

    python3 benchmarks/pythons.py [3.12 3.13 …] [--tests PATH …]

Runs with any Python 3.11 or later and needs only uv (of ``.venv``, or on the PATH). A Python that is missing is fetched
by uv where the network lets it; one that cannot be had is named, and the script says which were tested and which not.
The environments lie in ``.build/pythons`` and are used again. Ends with 1 if a test failed.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENTS = ROOT / ".build" / "pythons"
VERSIONS = ("3.11", "3.12", "3.13", "3.14")
TESTS = (
    "tests/test_door.py",
    "tests/test_house.py",
    "tests/coursetools/test_kernels.py",
    "tests/coursetools/serve",
    "tests/coursetools/workshop/test_store.py",
    "tests/coursetools/workshop/test_handlers.py",
    "tests/coursetools/grading/test_codec.py",
    "tests/coursetools/grading/test_sandbox.py",
    "tests/coursetools/grading/test_grade.py",
    "tests/fairki",
)
"""What depends on the Python: the door, all notebooks, kernels, server, workshop, grading, and the figures."""
OTHERS = "not mypy"  # its types are those of one Python


def uv() -> str:
    """The program that makes environments."""
    own = ROOT / ".venv" / ("Scripts/uv.exe" if os.name == "nt" else "bin/uv")
    found = str(own) if own.exists() else shutil.which("uv")
    if found is None:
        sys.exit("uv is missing: call build_course.py once, or install it.")
    return found


def environment(version: str) -> Path | None:
    """The interpreter of an environment with this Python and all that tests need; None if it cannot be had."""
    folder = ENVIRONMENTS / version
    command = [uv(), "sync", "--frozen", "--quiet", "--project", str(ROOT), "--python", version]
    command += ["--extra", "trainer", "--extra", "publish", "--group", "test"]
    surroundings = {**os.environ, "UV_PROJECT_ENVIRONMENT": str(folder)}
    surroundings.pop("VIRTUAL_ENV", None)
    done = subprocess.run(command, env=surroundings, capture_output=True, encoding="utf-8")
    if done.returncode:
        print(f"{version}: cannot be had. {done.stderr.strip()[-300:]}", flush=True)
        return None
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def tested(version: str, tests: list[str]) -> tuple[str, bool]:
    """A line of the summary, and whether nothing failed."""
    python = environment(version)
    if python is None:
        return "not tested", True
    exact = subprocess.check_output([python, "-c", "import platform; print(platform.python_version())"])
    done = subprocess.run(
        [python, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", OTHERS, *tests],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    *_, summary = done.stdout.strip().splitlines() or [""]
    if done.returncode:
        print(done.stdout, flush=True)
    return f"{exact.decode().strip()}: {re.sub('=+', '', summary).strip()}", done.returncode == 0


def main() -> int:
    """Test each Python, then say what came of it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("versions", nargs="*", default=VERSIONS)
    parser.add_argument("--tests", nargs="+", default=list(TESTS))
    chosen = parser.parse_args()
    results = {version: tested(version, chosen.tests) for version in chosen.versions}
    for version, (line, _) in results.items():
        print(f"Python {version}  {line}")
    return 0 if all(good for _, good in results.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
