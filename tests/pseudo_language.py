"""A second language made of the first: a copy of the course in which every word stands in ⟦ ⟧, and what it shows."""

import datetime as dt
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fairki import language
from tests import german, pseudo_words, script_literals

ROOT = Path(__file__).parents[1]
COPIED = (
    "fairki",
    "coursetools",
    "data",
    "modules",
    "exercises",
    "solutions",
    "course.toml",
    "nbgrader_config.py",
)
CONTENT = (
    "course.toml",
    "fairki/reference/**/*.toml",
    "coursetools/workshop/agendas.toml",
    "coursetools/workshop/steps/*.toml",
)
SCRIPT = "from fairki.pseudo_words import fill\n\nfill(globals(), __file__)\n"


def write(folder: Path) -> Path:
    """Lay out the course in ``folder``, with the language ``xx`` beside the German one."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    shutil.copy(pseudo_words.__file__, folder / "fairki" / "pseudo_words.py")
    for package in ("fairki", "coursetools"):
        for path in sorted((folder / package).rglob("*.py")):
            parts = path.relative_to(folder).parts
            if "de" in parts or parts[-1] == "de.py":
                other = folder.joinpath(*("xx" if part == "de" else part for part in parts))
                other = other.with_name("xx.py") if other.name == "de.py" else other
                other.parent.mkdir(exist_ok=True)
                other.write_text(SCRIPT, encoding="utf-8")
        for path in sorted((folder / package).rglob("*.js")):
            if path.name == "texts.js" or path.parent.name == "texts":
                other = path.with_name("texts.xx.js")
                if path.parent.name == "texts":
                    other = path.parent.with_name("texts.xx") / path.name
                other.parent.mkdir(exist_ok=True)
                other.write_text(
                    script_literals.marked(path.read_text("utf-8"), to_be_read), encoding="utf-8"
                )
    for pattern in CONTENT:
        for path in sorted(folder.glob(pattern)):
            content = tomllib.loads(path.read_text(encoding="utf-8"))
            path.with_name(f"{path.stem}.xx.toml").write_text(
                "".join(_lines(_content(content))), encoding="utf-8"
            )
    return folder


def to_be_read(text: str) -> bool:
    """Whether a literal of a script is a text, and no id."""
    return bool(pseudo_words.wrapped(text) != text)


def _content(value: Any) -> Any:
    """The content of a TOML file with wrapped words; of an option also a word that looks like its id."""
    if isinstance(value, dict):
        return {
            key: [[id, f"⟦{words}⟧"] for id, words in one] if key == "options" else _content(one)
            for key, one in value.items()
        }
    return [_content(one) for one in value] if isinstance(value, list) else pseudo_words.wrapped(value)


def _lines(content: dict[str, Any]) -> Iterator[str]:
    """The lines of a TOML file: plain values first, then the lists of sections."""
    sections = {key: value for key, value in content.items() if _are_sections(value)}
    for key, value in content.items():
        if key not in sections:
            yield f"{json.dumps(key)} = {_toml(value)}\n"
    for key, value in sections.items():
        for one in value:
            yield f"[[{key}]]\n"
            yield from (f"{json.dumps(name)} = {_toml(part)}\n" for name, part in one.items())


def _are_sections(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {_toml(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, dt.date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)


def run(folder: Path, code: str) -> Any:
    """The JSON that ``code`` prints last, in a process that speaks the pseudo-language."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=os.environ | {language.VARIABLE: "xx", "PYTHONPATH": str(folder), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])


_INNERMOST = re.compile("⟦[^⟦⟧]*⟧")


def unwrapped(text: str) -> str:
    """What stands outside of all ⟦ ⟧."""
    while (shorter := _INNERMOST.sub(" ", text)) != text:
        text = shorter
    return text


def german_in(shown: Any, where: str = "") -> Iterator[str]:
    """Where in plain data a German text is outside of ⟦ ⟧."""
    if isinstance(shown, dict):
        for key, value in shown.items():
            if key != "bdata":  # figures as bytes
                yield from german_in(value, f"{where}.{key}")
    elif isinstance(shown, list):
        pieces = list(_pieces(shown))
        if any(piece.count("⟦") != piece.count("⟧") for piece in pieces):  # one sentence around its blanks
            shown = [" ".join(pieces)]
        for value in shown:
            yield from german_in(value, where)
    elif isinstance(shown, str) and german.is_german(rest := unwrapped(shown)):
        yield f"{where}: {' '.join(rest.split())[:200]}"


def _pieces(shown: Any) -> Iterator[str]:
    """The texts of a list of texts and of such lists; nothing of anything else."""
    if isinstance(shown, str):
        yield shown
    elif isinstance(shown, list) and not any(isinstance(one, dict) for one in shown):
        for one in shown:
            yield from _pieces(one)
