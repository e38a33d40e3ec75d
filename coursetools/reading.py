"""How easy a page is to read: sentence length, long words and the Flesch Reading Ease for German."""

import ast
import re
from dataclasses import dataclass
from pathlib import Path

from coursetools import notebooks
from fairki import reference
from fairki.company import marks
from fairki.manifest import Course

EASY_ENOUGH = 45
"""Least Flesch Reading Ease of a page; 50 to 70 is what most adults read without effort."""
LONG = 3
"""Syllables from which on a word counts as long (Bamberger and Vanecek 1984, Wiener Sachtextformel)."""
FEWEST_WORDS = 4
"""A string in a program with fewer words is a label or a key, no sentence."""

_VOWELS = re.compile(r"aa|ee|oo|ie|ei|ai|ay|ey|au|äu|eu|[aeiouyäöü]")
_WORD = re.compile(r"[A-Za-zÄÖÜäöüß]+(?:[-’'][A-Za-zÄÖÜäöüß]+)*")
_SENTENCE_END = re.compile(
    r"(?<=[.!?…])[“\"»)]*\s+|\n\s*\n|\n(?=\s*(?:[-*#]|\d+\.)\s)|</(?:p|li|h\d|td|th|dt|dd)>"
)
_NO_PROSE = (
    (re.compile(r"```.*?```|^\|[^\n]*\|$", re.DOTALL | re.MULTILINE), " "),  # code and tables
    (re.compile(r"`[^`]*`"), " "),
    (re.compile(r"\[([^\]]*)\]\([^)]*\)"), r"\1"),
)


@dataclass(frozen=True)
class Reading:
    """Figures of one page.

    Attributes:
        page: its name.
        words: how many it has.
        per_sentence: words per sentence on average.
        long: share of the words with three syllables or more.
        ease: Flesch Reading Ease for German, 180 − words per sentence − 58.5 · syllables per word
            (Amstad 1978, Wie verständlich sind unsere Zeitungen?); higher is easier.
    """

    page: str
    words: int
    per_sentence: float
    long: float
    ease: float


def pages(course: Course, root: Path) -> list[Reading]:
    """The figures of every module (its notebook and the texts of its lesson), every exercise as released and its worked
    answers."""
    measured = []
    for module in course.modules:
        texts = [_prose(root / "modules" / f"{module.slug}.ipynb")]
        for path in _lesson(root / "fairki" / "lessons", module.id):
            texts += strings(path.read_text(encoding="utf-8"))
        measured.append(measure(f"Modul {module.number}", "\n\n".join(texts)))
    for exercise in course.exercises:
        prose = _prose(root / "exercises" / exercise.slug / f"{exercise.slug}.ipynb")
        measured.append(measure(exercise.title, prose))
        measured.append(measure(f"Lösungswege: {exercise.title}", _worked(exercise.slug)))
    return measured


def _lesson(lessons: Path, module: str) -> list[Path]:
    """The files of a module: those of its folder, or those beside each other of one that has none yet."""
    return sorted([*lessons.glob(f"module_{module}*.py"), *lessons.glob(f"module_{module}/**/*.py")])


def measure(page: str, text: str) -> Reading:
    """The figures of a German text (Markdown, or the HTML of a lesson).

    Raises:
        ValueError: there is no word in it.
    """
    for pattern, instead in _NO_PROSE:
        text = pattern.sub(instead, text)
    sentences = [re.sub(r"<[^>]*>", " ", part) for part in _SENTENCE_END.split(text)]
    counted = [words for part in sentences if (words := _WORD.findall(part))]
    words = [word for sentence in counted for word in sentence]
    if not words:
        raise ValueError(f"{page}: no text to measure")
    lengths = [syllables(word) for word in words]
    per_sentence = len(words) / len(counted)
    return Reading(
        page,
        len(words),
        per_sentence,
        sum(length >= LONG for length in lengths) / len(words),
        180 - per_sentence - 58.5 * sum(lengths) / len(words),
    )


def syllables(word: str) -> int:
    """Syllables of a German word: groups of vowels that are spoken together; at least one."""
    return max(1, len(_VOWELS.findall(word.lower().replace("qu", "q"))))


def strings(source: str) -> list[str]:
    """The sentences in a Python file: strings of a few words, without docstrings."""
    tree = ast.parse(source)
    parents = [
        node for node in ast.walk(tree) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
    ]
    first = [node.body[0] for node in parents if ast.get_docstring(node, clean=False) is not None]
    silent = {id(one.value) for one in first if isinstance(one, ast.Expr)}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            silent |= {id(part) for part in node.values}
            found.append(
                "".join(str(part.value) if isinstance(part, ast.Constant) else "Wert" for part in node.values)
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            found.append(node.value)
    return [text for text in found if len(_WORD.findall(re.sub(r"<[^>]*>", " ", text))) >= FEWEST_WORDS]


def _worked(slug: str) -> str:
    answers = reference.worked_answers(slug).values()
    return "\n\n".join(text for one in answers for text in (one.text, *one.why.values(), *one.ideas))


def _prose(path: Path) -> str:
    cells = (cell for cell in notebooks.load(path).cells if cell.cell_type == "markdown")
    return "\n\n".join(marks.exchange(cell.source) for cell in cells)
