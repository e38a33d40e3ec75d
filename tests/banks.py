"""The banks of hand-ins in ``tests/hand_ins/<slug>``: what was handed in, and what it earns.

A hand-in is a TOML file:

- ``base``: ``right`` (the answers of the solution notebook), ``light`` (the same without A4, whose models take a
  second to load) or ``released`` (no answers at all);
- ``answers`` (grade id → source), or ``form`` (grade id → answer to the form), and ``damage`` done to the file;
- ``points`` that differ from the base, as the hand-in deserves: ``"manual"`` is for a human to decide, ``"none"``
  means that nothing can be recorded; ``"*"`` stands for every grade;
- ``stock``: where ``nbgrader autograde`` as it is gives something else.

``tests/hand_ins/attacks`` holds what should run in our sandbox only. These files also name their exercise (``slug``)
the kinds of incidents that the trainer is ``told`` of, and what is ``named`` in the overview.
"""

import copy
import json
import tomllib
from functools import cache
from pathlib import Path

from coursetools import notebooks, release
from fairki import manifest
from fairki.ui.exercise import Exercise

ROOT = manifest.ROOT
SLUGS = release.slugs(ROOT)
BANKS = ROOT / "tests" / "hand_ins"
SINCERE = ROOT / "tests" / "sincere"


def bank(slug: str) -> list[Path]:
    """The descriptions of an exercise's hand-ins."""
    return sorted((BANKS / slug).glob("*.toml"))


def attacks() -> list[Path]:
    """The descriptions of hand-ins that attack the grading."""
    return sorted((BANKS / "attacks").glob("*.toml"))


@cache
def described(path: Path) -> dict:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def solution(slug: str) -> dict:
    return notebook_in(release.SOURCE, slug)


def released(slug: str) -> dict:
    return notebook_in(release.TARGET, slug)


def notebook_in(folder: str, slug: str) -> dict:
    return json.loads(notebooks.dumps(notebooks.load(ROOT / folder / slug / f"{slug}.ipynb")))


def grade_id(cell: dict) -> str:
    return cell["metadata"].get("nbgrader", {}).get("grade_id", "")


@cache
def most_points(slug: str) -> dict[str, float]:
    """Grade id → points that can be reached."""
    graded = (cell["metadata"].get("nbgrader", {}) for cell in released(slug)["cells"])
    return {meta["grade_id"]: meta["points"] for meta in graded if meta.get("grade")}


@cache
def by_hand(slug: str) -> list[str]:
    """Grade ids of the texts, which people mark."""
    graded = (cell["metadata"].get("nbgrader", {}) for cell in released(slug)["cells"])
    return [meta["grade_id"] for meta in graded if meta.get("grade") and meta.get("solution")]


def made(slug: str, hand_in: dict) -> str:
    """The text of the notebook file that a description stands for."""
    notebook = released(slug)
    if hand_in["base"] != "released":
        model = {grade_id(cell): cell["source"] for cell in solution(slug)["cells"]}
        for cell in notebook["cells"]:
            if cell["metadata"].get("nbgrader", {}).get("solution") and answered(hand_in, grade_id(cell)):
                cell["source"] = model[grade_id(cell)]
    if "form" in hand_in:
        notebook = Exercise(notebook).compose(hand_in["form"])
    edits = hand_in.get("answers", {}) | hand_in.get("damage", {}).get("edit", {})
    for cell in notebook["cells"]:
        cell["source"] = edits.pop(grade_id(cell), cell["source"])
    assert edits == {}, f"unknown cells: {sorted(edits)}"
    return damaged(notebook, hand_in.get("damage", {}))


def answered(hand_in: dict, name: str) -> bool:
    """Whether the hand-in's base answers the question to which this grade id belongs."""
    return hand_in["base"] == "right" or (hand_in["base"] == "light" and not name.startswith("a4"))


def damaged(notebook: dict, damage: dict) -> str:
    for name in damage.get("delete", []):
        notebook["cells"] = [cell for cell in notebook["cells"] if grade_id(cell) != name]
    for name in damage.get("duplicate", []):
        place = [grade_id(cell) for cell in notebook["cells"]].index(name)
        notebook["cells"].insert(place, copy.deepcopy(notebook["cells"][place]) | {"id": "copy"})
    if damage.get("strip_metadata"):
        for cell in notebook["cells"]:
            cell["metadata"] = {}
    if "kernel" in damage:
        notebook["metadata"]["kernelspec"]["name"] = damage["kernel"]
    text = json.dumps(notebook, ensure_ascii=False, indent=1)
    return text[: len(text) // 2] if damage.get("truncate") else text


def expected(slug: str, hand_in: dict, stock: bool = False) -> dict[str, float | str]:
    """Grade id → points, ``"manual"`` or ``"none"``; with ``stock`` those that nbgrader gives as it is."""
    most = most_points(slug)
    found = {name: points if answered(hand_in, name) else 0 for name, points in most.items()}
    found |= {name: "manual" if answered(hand_in, name) else 0 for name in by_hand(slug)}
    for differing in (hand_in.get("points", {}), hand_in.get("stock", {}) if stock else {}):
        if "*" in differing:
            found = dict.fromkeys(most, differing["*"])
        else:
            assert differing.keys() <= most.keys()
            found |= differing
    return found


def sincere(slug: str) -> list[dict[str, str]]:
    """Good answers of different opinions, which all earn full points: what they are ``about``, question → source.

    Questions left out are answered as in the solution.
    """
    return tomllib.loads((SINCERE / f"{slug}.toml").read_text(encoding="utf-8"))["answers"]
