"""Every question „Was heißt das für uns?“ has one home, and each one there is asked on a page."""

import ast

from coursetools import notebooks
from fairki import reference


def asked(root) -> set[str]:
    """Names of the answers to all questions that the lessons or their notebooks ask."""
    code = [
        (path.parent.name[-2:], path.read_text(encoding="utf-8"))
        for path in (root / "fairki" / "lessons").glob("module_??/__init__.py")
    ]
    for path in (root / "modules").glob("*.ipynb"):
        cells = notebooks.load(path).cells
        code.append((path.stem[:2], "\n".join(cell.source for cell in cells if cell.cell_type == "code")))
    return {
        f"{module}.{ast.literal_eval(node.args[0])}"
        for module, text in code
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("asks", "modul.transfer")
    }


def test_pages_ask_exactly_the_questions_of_the_file(root):
    assert asked(root) == {one.key for one in reference.transfers()}


def test_every_question_ends_as_one_and_has_a_hint():
    for one in reference.transfers():
        assert one.question.endswith("?") and one.hint, one.key
