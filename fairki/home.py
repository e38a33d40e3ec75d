"""Where the course lies: in its own folder beside this package, or inside of it once it is installed."""

import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
INSTALLED = (PACKAGE / "kurs").is_dir()
"""Whether this is the package that pip installed, and not the course's own folder."""
COURSE = PACKAGE / "kurs" if INSTALLED else PACKAGE.parent
"""The folder with ``course.toml``, modules, exercises and tables."""
PYTHON = "py" if sys.platform == "win32" else "python3"  # Windows opens a shop for „python3“
COMMAND = "fairki" if INSTALLED else f"{PYTHON} build_course.py"
"""What people type to call the course's tools."""
