"""The language in which a process speaks: chosen once, before the first words are loaded.

All code names its words ``de`` (``from fairki.kodex import de``), so it reads and types like any other code. With
another language chosen, the words come from the sibling with its name: ``xx.py`` or the package ``xx`` beside ``de``,
``texts.xx.js`` and the folder ``texts.xx`` beside ``texts.js`` and ``texts``, ``law.xx.toml`` beside ``law.toml``.
"""

import re
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import spec_from_file_location
from pathlib import Path
from types import ModuleType

GERMAN = "de"
VARIABLE = "FAIRKI_SPRACHE"
"""The environment variable from which ``coursetools`` takes the language."""
PACKAGES = ("fairki", "coursetools")

_NAME = re.compile("[a-z]{2,3}")
_HERE = Path(__file__).parent
_now = GERMAN


def choose(name: str) -> None:
    """Let this process speak the language ``name``; German is spoken if nobody chooses.

    Raises:
        LookupError: the course has no words in that language.
        RuntimeError: words were loaded before, so that two languages would mix.
    """
    global _now
    if name == _now:
        return
    if not _NAME.fullmatch(name) or not (_HERE / "speech" / f"{name}.py").is_file():
        raise LookupError(name)
    if loaded := [module for module in sys.modules if _holds_words(module)]:
        raise RuntimeError(f"{loaded[0]} was loaded before the language {name} was chosen")
    _now = name
    sys.meta_path.insert(0, _Words())


def chosen() -> str:
    """The name of the language: ``de``."""
    return _now


def script(file: Path) -> Path:
    """The JavaScript file that stands in the chosen language for a file of German texts; any other file itself."""
    if _now == GERMAN:
        return file
    if file.parent.name == "texts":
        return file.parent.with_name(f"texts.{_now}") / file.name
    return file.with_name(f"texts.{_now}.js") if file.name == "texts.js" else file


def content(file: Path) -> Path:
    """The file of content (``law.xx.toml``) that stands in the chosen language for a German one (``law.toml``)."""
    return file if _now == GERMAN else file.with_name(f"{file.stem}.{_now}{file.suffix}")


def _holds_words(module: str) -> bool:
    parts = module.split(".")
    return parts[0] in PACKAGES and GERMAN in parts


class _Words(MetaPathFinder):
    """Finds the words of the chosen language where code asks for ``de``; what lies in a package ``de`` follows."""

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        parent, _, last = name.rpartition(".")
        if last != GERMAN or not _holds_words(name):
            return None
        found = PathFinder.find_spec(f"{parent}.{_now}", path)
        if found is None or found.origin is None:
            raise ImportError(f"{parent} has no words in the language {_now}", name=name)
        return spec_from_file_location(
            name, found.origin, submodule_search_locations=found.submodule_search_locations
        )
