"""Imports run one way: from the page down to the worlds (the floors stand in CONTRIBUTING.md)."""

import ast
from pathlib import Path

import pytest

# A file imports only from floors below its own; within a package on one floor, files may know each other.
FLOORS = [
    {"fairki.language"},
    {"fairki.remembered", "fairki.errors", "fairki.speech", "fairki.home", "fairki.html", "fairki.typed"},
    {"fairki.de", "fairki.plugins"},
    {"fairki.company"},
    {
        "fairki.german",
        "fairki.worlds",
        "fairki.manifest",
        "fairki.reference",
        "fairki.register",
        "fairki.yes_no",
    },
    {
        "fairki.definitions",
        "fairki.diagnostics",
        "fairki.fresh",
        "fairki.groups",
        "fairki.label_bias",
        "fairki.metrics",
        "fairki.mitigation",
        "fairki.models",
        "fairki.privacy",
    },
    {
        "fairki.people",
        "fairki.rounds",
        "fairki.mirror",
        "fairki.systems",
        "fairki.explanations",
        "fairki.scoring",
    },
    {"fairki.texts"},
    {"fairki.kodex"},
    {
        "fairki.audit",
        "fairki.governance",
        "fairki.feedback",
        "fairki.footprint",
        "fairki.need",
        "fairki.workbench",
    },
    {"fairki.charts", "fairki.checks", "fairki.documents", "fairki.web"},
    {"fairki.ui"},
    {"fairki.lessons"},
    {"fairki.browser"},
    {"coursetools"},
]
WITHIN_FLOOR = {
    ("fairki.groups", "fairki.metrics"),
    ("fairki.diagnostics", "fairki.metrics"),
    ("fairki.metrics", "fairki.models"),
    ("fairki.mitigation", "fairki.models"),
    ("fairki.mitigation", "fairki.metrics"),
}
FORBIDDEN_IN_FAIRKI = {
    "os",
    "subprocess",
    "socket",
    "threading",
    "multiprocessing",
    "urllib",
    "requests",
    "tornado",
}


def files(root: Path):
    for package in ("fairki", "coursetools"):
        yield from sorted((root / package).rglob("*.py"))


def imports_of(path: Path) -> set[str]:
    """Every module that the file imports, also inside functions; ``from a import b`` counts as a and as a.b."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def room(module: str) -> str | None:
    """The part of the house that a module lies in: the longest name in FLOORS that begins it."""
    rooms = [name for floor in FLOORS for name in floor if module == name or module.startswith(name + ".")]
    return max(rooms, key=len, default=None)


def floor(name: str) -> int:
    return next(i for i, rooms in enumerate(FLOORS) if name in rooms)


def wrong_arrows(module: str, imported: set[str]) -> list[str]:
    here = room(module)
    if here is None:
        return [f"{module} lies on no floor"]
    wrong = []
    for there in {room(name) for name in imported} - {None, here}:
        if floor(there) >= floor(here) and (here, there) not in WITHIN_FLOOR:
            wrong.append(f"{module} imports {there}, which is not below it")
    return wrong


def test_every_import_runs_down(root):
    wrong = []
    for path in files(root):
        module = ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")
        if module != "fairki":
            wrong += wrong_arrows(module, imports_of(path))
    assert wrong == []


def test_the_learners_package_asks_nothing_of_the_operating_system(root):
    wrong = {
        f"{path.name}: {name}"
        for path in (root / "fairki").rglob("*.py")
        for name in imports_of(path)
        if name.split(".")[0] in FORBIDDEN_IN_FAIRKI
    }
    assert wrong == set()


@pytest.mark.parametrize(
    ("module", "imported"),
    [
        ("fairki.worlds.recruiting", "fairki.ui.cards"),
        ("fairki.metrics", "coursetools.data"),
        ("fairki.ui.quiz", "fairki.lessons.module_01"),
        ("fairki.people", "fairki.mirror"),
    ],
)
def test_an_arrow_that_runs_up_is_found(module, imported):
    assert wrong_arrows(module, {imported})
