"""Where the course lies: in its own folder beside this package, or inside of it once it is installed."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
INSTALLED = (PACKAGE / "kurs").is_dir()
"""Whether this is the package that pip installed, and not the course's own folder."""
COURSE = PACKAGE / "kurs" if INSTALLED else PACKAGE.parent
"""The folder with ``course.toml``, modules, exercises and tables."""
COMMAND = "fairki" if INSTALLED else "python3 build_course.py"
"""What people type to call the course's tools."""
