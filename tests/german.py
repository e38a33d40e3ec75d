"""German text in code: a finder for the literals of Python and JavaScript; ``python -m tests.german`` lists them."""

import ast
import csv
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests import script_literals

ROOT = Path(__file__).parents[1]
GRADING = (
    "feedback.py",
    "grader.py",
    "hand_in.py",
    "job.py",
    "listing.py",
    "pages.py",
    "report.py",
    "stopped.py",
    "templates/feedback.html.j2",
    "templates/overview.html.j2",
    "templates/overview.js",
    "versions.py",
)
"""What makes the pages of grading; the words of the rest, for trainers in the terminal, still stand in its code."""

_FUNCTION_WORDS = (
    "aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bis bitte da "
    "dabei dadurch dafür damit danach dann daran darauf daraus darf das dass davon dazu dem den denn der "
    "des deshalb die dies diese diesem diesen dieser dieses doch dort durch ein eine einem einen einer "
    "eines er erst es etwa etwas fehlt ganz gegen gibt haben hat hier hinter ihm ihn ihnen ihr ihre ihrem "
    "ihren ihrer im immer ins ist je jede jedem jeden jeder jedes jetzt kann kein keine keinem keinen "
    "keiner können mehr mehrere mit muss nach nicht nichts nie niemand noch nur ob oder oft ohne pro "
    "schon sehr seit sich sie sind so soll sollen sonst statt um und uns unser unsere unter viele vom von "
    "vor warum wegen weil welche welchen welcher welches wenig weniger wenn wer werden weshalb wie wieder "
    "wir wird wo wurde wurden zeigt zu zum zur zwei zwischen über"
)
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
_NOUNS = (
    "abbrechen angabe angaben euro formular geschlecht gruppe merkmal merkmale modell monate punkte "
    "sprache telefon wohnort"
)
NOUNS = frozenset(_NOUNS.split())
"""German words that are also names in the code, and so would pass for English."""
_ALSO_ENGLISH = "also am an die man not so was"
ALSO_ENGLISH = frozenset(_ALSO_ENGLISH.split())
"""Words that say nothing alone: they are English, too."""

_LETTERS = re.compile("[äöüÄÖÜß‚‘»«]|„(?!“)|(?<!„)“")
_NAME = re.compile(r"[A-Z]\w+ [A-Z]\.")
"""Invented applicants; they are the same in every language."""
_WORD = re.compile(r"[^\W\d_]+")
_ID = re.compile(r"(?:[a-z0-9_.:#/%?=&-]|\{\})*|[A-Z]+(?:_[A-Z]+)+")
_MARKUP = re.compile(
    r"data:image/[\w+/;,=]+"  # a picture as an address
    r"|</?[a-z][^<>]*>|&\w+;|\{[a-z_.\d]*(?::[^{}]*)?\}|\bfk-[\w-]+|\b[a-z\d]+(?:[-_.:/#][a-z\d]+)+\b"
    r"|/[a-z/]*#[\w-]{20,}"  # an address with a secret, which may happen to read like a word
    r"|^\[+[a-z_]+\]+$|^[a-z_]+ = |\bmitmachen/|\bleitfaden[/-]|[?&][a-z]+=|'[A-Z][a-z]+(?: [A-Z][a-z]+)*'",
    re.MULTILINE,
)
"""Tags, placeholders, classes, addresses, the keys of TOML, and fonts."""


def is_german(text: str) -> bool:
    """Whether people who read ``text`` would say that it is German; ids and the vocabulary of the tables are not."""
    if _ID.fullmatch(text) or _NAME.fullmatch(text) or text.strip() in _vocabulary():
        return False
    bare = _MARKUP.sub(" ", text)
    if _LETTERS.search(bare):
        return True
    words = {word.lower() for word in _WORD.findall(bare)}
    return not words.isdisjoint(FUNCTION_WORDS - ALSO_ENGLISH) or not words.isdisjoint(_german_words())


@cache
def _vocabulary() -> frozenset[str]:
    """Columns and values of the tables: the vocabulary of the exercises, the same in every language."""
    found: set[str] = set()
    for table in sorted((ROOT / "data").glob("*.csv")):
        with table.open(encoding="utf-8", newline="") as lines:
            for row in csv.reader(lines):
                found.update(value for value in row if not re.fullmatch(r"[-\d.]*", value))
    return frozenset(found)


@cache
def _german_words() -> frozenset[str]:
    """Words of the notebooks' prose and of all files of words that our English docstrings and code do not have."""
    german: set[str] = set()
    for path in sorted((ROOT / "modules").glob("*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "markdown":
                german.update(_words(re.sub(r"`[^`]*`|\(http[^)]*\)", "", "".join(cell["source"]))))
    english: set[str] = set()
    for path in sorted((ROOT / "fairki").rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        if _home_of_words(path.relative_to(ROOT).as_posix()):
            for _, text in literals(source):
                german.update(_words(_MARKUP.sub(" ", text)))
        english.update(_words(" ".join(_english(source))))
    return frozenset(german - english | NOUNS)


def _words(text: str) -> Iterator[str]:
    return (word.lower() for word in _WORD.findall(text) if len(word) > 3)


def _english(source: str) -> Iterator[str]:
    """Docstrings and the names in the code."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Expr) and _is_text(node.value):
            yield re.sub(r"„[^“]*“|``[^`]*``|`[^`]*`", "", node.value.value)  # type: ignore[attr-defined]
        elif isinstance(node, ast.Name | ast.FunctionDef | ast.ClassDef):
            name = node.id if isinstance(node, ast.Name) else node.name
            yield re.sub("([a-z])([A-Z])", r"\1 \2", name.replace("_", " "))


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def in_python(source: str) -> list[tuple[int, str]]:
    """Line and text of each literal with German in it; docstrings are none, an f-string is one."""
    return [(line, text) for line, text in literals(source) if is_german(text)]


def literals(source: str) -> list[tuple[int, str]]:
    """Line and text of each literal of Python code; docstrings are none, an f-string is one with ``{}`` in it."""
    found: list[tuple[int, str]] = []

    def look(node: ast.AST) -> None:
        if isinstance(node, ast.Expr) and _is_text(node.value):
            return
        if isinstance(node, ast.JoinedStr):
            text = "".join(one.value if isinstance(one, ast.Constant) else "{}" for one in node.values)
            found.append((node.lineno, text))
            for one in node.values:
                if isinstance(one, ast.FormattedValue):
                    look(one.value)
            return
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.append((node.lineno, node.value))
        for one in ast.iter_child_nodes(node):
            look(one)

    look(ast.parse(source))
    return found


def in_script(source: str) -> list[tuple[int, str]]:
    """The same for JavaScript."""
    return [(line, text) for line, text in script_literals.read(source) if is_german(text)]


def in_template(source: str) -> list[tuple[int, str]]:
    """The same for the text of a page's template."""
    bare = re.sub(
        r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^<>]*>", lambda one: re.sub(r"[^\n]", " ", one[0]), source
    )
    return [
        (number, line.strip()) for number, line in enumerate(bare.splitlines(), 1) if is_german(line.strip())
    ]


def files() -> Iterator[Path]:
    """All files that must hold no German."""
    for path in sorted((ROOT / "fairki").rglob("*")):
        if path.suffix in (".py", ".js") and not _home_of_words(path.relative_to(ROOT).as_posix()):
            yield path
    for room in ("workshop", "grading/marking"):
        for path in sorted((ROOT / "coursetools" / room).rglob("*")):
            if path.suffix in (".py", ".js", ".j2") and not _home_of_words(path.relative_to(ROOT).as_posix()):
                yield path
    yield from (ROOT / "coursetools" / "grading" / name for name in GRADING)


def _home_of_words(path: str) -> bool:
    """Whether words may stand there; ``migrations.js`` knows those that earlier versions kept and nobody sees."""
    return bool(re.search(r"/de\.py$|/de/|/speech/|/texts\.js$|/texts/|/kurs/|/web/migrations\.js$", path))


def offences(path: Path) -> list[tuple[int, str]]:
    """What is German in a file."""
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".j2":
        return in_template(source)
    return in_python(source) if path.suffix == ".py" else in_script(source)


if __name__ == "__main__":
    for file in files():
        for line, text in offences(file):
            print(f"{file.relative_to(ROOT)}:{line}: {text[:100]!r}")
