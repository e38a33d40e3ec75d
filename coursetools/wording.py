"""Words the course does not use, each with the reason and what to write instead."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from coursetools import notebooks
from fairki.company import marks


@dataclass(frozen=True)
class Discouraged:
    """A pattern (case-insensitive regular expression) and a German hint for the author."""

    pattern: re.Pattern[str]
    hint: str


def _words(pattern: str, hint: str) -> Discouraged:
    return Discouraged(re.compile(pattern, re.IGNORECASE), hint)


DISCOURAGED = (
    _words(r"\bent-?bias", "Wir mindern Verzerrung, wir entfernen sie nicht: „mindern“, „bewerten“."),
    _words(r"\bneutrale?[nmrs]?\b", "Kein Modell ist neutral. Sagen Sie, was gemeint ist."),
    _words(r"\bobjektiv", "Kein Modell ist objektiv. Sagen Sie, was gemeint ist."),
    _words(
        r"\b(Be)?nutzer(innen)?\b",
        "Wer beurteilt wird, heißt „Betroffene“; wer lernt, „Sie“ oder „Teilnehmende“.",
    ),
    _words(
        r"\w[:*_·]innen\b|\w\(innen\)|(?-i:[a-zäöü]Innen\b)",
        "Doppelnennung oder ein Wort für alle: „Beschäftigte“.",
    ),
    _words(
        r"\b(die|der|den|alle|viele|unsere|ihre) (Mitarbeiter|Bewerber|Teilnehmer|Kollegen)n?\b(?! und )(?<!innen)",
        "Beide nennen („Bewerberinnen und Bewerber“) oder ein Wort für alle („Beschäftigte“).",
    ),
    _words(r"\bdu\b|\bdein(e|er|en|em)?\b", "Wir sagen „Sie“."),
    _words(
        r"\bblind(e[nmrs]?)?\b.{0,20}\bModell",
        "„Modell ohne die Spalte Geschlecht“ ist genauer und verletzt niemanden.",
    ),
    _words(
        # the verb that people type has none
        r"\b(ae|oe|ue)nder|\bfuer\b|\bueber\b|\bkoenn|\bmuess|\bwaehl|(?<!betrieb )\bpruef(en|t|ung)\b",
        "Umlaute ausschreiben.",
    ),
    _words(
        r"\b(fast|beinahe|so gut wie) (immer|nie|niemals|überall)\b|\bviel (häufiger|öfter)\b"
        r"|\b(vorhersag\w*|sagt\b.{0,40}\bvoraus|erkennt|findet|trifft)\b.{0,15}\bsehr gut\b"
        r"|\bsehr gut (voraus|vorher|erkannt)|\bzuverlässig|\berheblich|\bspürbar|\bweitaus\b",
        "Nennen Sie die Zahl, oder lassen Sie das Wort weg: Wie oft, wie gut, wie viel?",
    ),
    _words(r"\b(Sie müssen|man muss) (doch )?(endlich|wohl)\b", "Freundlich bleiben, nicht belehren."),
)


def complaints(root: Path) -> list[str]:
    """Every discouraged word in what people read, as ``file: … „word“ – hint``."""
    return [
        f"{place}: „{match.group(0)}“ – {rule.hint}"
        for place, text in german_texts(root)
        for rule in DISCOURAGED
        for match in rule.pattern.finditer(text)
    ]


def german_texts(root: Path) -> Iterator[tuple[str, str]]:
    """(place, text) of everything German that people read: notebooks, lessons, pages, README, docs, manifest."""
    for path in notebooks.sources(root):
        for number, cell in enumerate(notebooks.load(path).cells, 1):
            if cell.cell_type == "markdown":
                yield f"{path.relative_to(root)}, Zelle {number}", marks.exchange(cell.source)
    for pattern in (
        "README.md",
        "course.toml",
        "docs/**/*.md",
        "data/*.md",
        "coursetools/serve/**/*.j2",
        "coursetools/serve/**/*.html",
        "coursetools/workshop/**/*.toml",
        "coursetools/workshop/**/*.j2",
        "fairki/reference/answers/*.toml",
    ):
        for path in sorted(root.glob(pattern)):
            yield str(path.relative_to(root)), _visible(path.read_text(encoding="utf-8"))
    for path in sorted([*(root / "fairki").rglob("*.py"), *(root / "coursetools/workshop").rglob("*.py")]):
        for number, text in _german_strings(path):
            yield f"{path.relative_to(root)}:{number}", text


def _visible(text: str) -> str:
    """README and docs end with an English summary, pages contain code, the manifest names of files: no German prose."""
    text = re.sub(r'(?m)^(slug|exercise) = ".*"$|checks = \[.*?\]', " ", text)
    return re.sub(r"(?s)<(script|style)\b.*?</\1>|\{[%#].*?[%#]\}|## English summary.*", " ", text)


def _german_strings(path: Path) -> Iterator[tuple[int, str]]:
    """String constants with at least one blank that are no docstrings: what our Python shows to people."""
    import ast

    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        if " " in node.value and id(node) not in docstrings:
            yield node.lineno, node.value
