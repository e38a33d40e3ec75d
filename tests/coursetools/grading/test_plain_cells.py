"""Cells that are Python as they stand are not given to IPython first: it would change nothing about them."""

import json

import pytest
from banks import SLUGS, bank, described, made
from IPython.core.inputtransformer2 import TransformerManager

from coursetools.grading.inside.prepared import is_python


def sources(notebook: str) -> list[str]:
    cells = json.loads(notebook)["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]


@pytest.mark.parametrize("slug", SLUGS)
def test_ipython_changes_no_cell_that_is_python(slug, root):
    cells = sources((root / "solutions" / slug / f"{slug}.ipynb").read_text(encoding="utf-8"))
    for path in bank(slug):
        if path.stem.startswith(("full", "partial", "wrong")):
            cells += sources(made(slug, described(path)))
    plain = [cell for cell in cells if is_python(cell)]
    assert len(plain) > len(cells) / 2
    for cell in plain:
        assert TransformerManager().transform_cell(cell).rstrip() == cell.rstrip()


@pytest.mark.parametrize(
    "cell",
    [
        "%matplotlib inline\nx = 1",
        "!ls\nx = 1",
        "x = !ls\ny = 1",
        "len?\nx = 1",
        "%%time\nx = 1",
        "In [1]: x = 5\ny = 2",
        ">>> x = 1\n>>> y = 2",
        "    x = 1\n    y = 2",
        "\n\nx = 1\ny = 2",
        "x = (\n",
    ],
)
def test_what_only_ipython_knows_is_left_to_it(cell):
    assert not is_python(cell)
