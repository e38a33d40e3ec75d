"""Is every part of the course's frame taught in a unit and checked by a question that learners answer?"""

from pathlib import Path

from coursetools import notebooks
from fairki import manifest
from fairki.lessons import self_checks


def complaints(course: manifest.Course, root: Path) -> list[str]:
    """German complaints about the frame of the course in ``root``; an empty list if all of it is covered.

    A place that ``course.toml`` names but that does not exist counts as a gap: taking out a unit or a question is
    noticed wherever it was the place for something.
    """
    units = {f"{module.id}.{unit.id}" for module in course.modules for unit in module.units}
    checks = {place for module in course.modules for place in _self_check(module)}
    checks |= {place for exercise in course.exercises for place in _questions(root, exercise.slug)}
    found = []
    for topic in course.topics:
        for kind, places, there in (("Einheit", topic.units, units), ("Frage", topic.checks, checks)):
            verb = "gelehrt" if kind == "Einheit" else "geprüft"
            if not places:
                found.append(f"course.toml: „{topic.name}“ wird nirgends {verb}.")
            found += [
                f"course.toml: „{topic.name}“ soll in {place} {verb} werden; diese {kind} gibt es nicht."
                for place in places
                if place not in there
            ]
    taught = {place for topic in course.topics for place in topic.units}
    return found + [
        f"course.toml: Die Einheit {unit} gehört zu nichts im Rahmen." for unit in sorted(units - taught)
    ]


def _self_check(module: manifest.Module) -> list[str]:
    return [f"{module.id}.{question['id']}" for question in self_checks.questions(module.id)]


def _questions(root: Path, slug: str) -> list[str]:
    cells = notebooks.load(root / "solutions" / slug / f"{slug}.ipynb").cells
    answers = (cell.metadata["nbgrader"] for cell in cells if "nbgrader" in cell.metadata)
    return [f"{slug}.{answer['grade_id']}" for answer in answers if answer["solution"]]
