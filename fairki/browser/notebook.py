"""What the Python of a notebook does before the first cell, where JupyterLite runs it in the browser."""

import importlib
import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from fairki import home, language, web
from fairki.browser import de, stand_in
from fairki.browser.bridge import OnDemand


def prepare(late: dict[str, Sequence[str]], fetch: Callable[[str], None], chosen: str, firm: str) -> None:
    """Make the course ready to be imported, and IPython ready for the kernel, which imports it next.

    Args:
        late: see ``OnDemand``.
        fetch: see ``OnDemand``.
        chosen: the language.
        firm: the file of a company, if it is not the shipped one.
    """
    language.choose(chosen)
    web.wanted = False  # JupyterLite has no scripts of blocks
    if firm:
        from fairki import company

        company.use(Path(firm))
    OnDemand(late, fetch).install()
    logging.__path__.append(str(home.COURSE / "logging"))  # the rest of it came with IPython
    for name in ("piplite", "piplite.piplite"):
        stand_in.module(name)
    stand_in.module("piplite.cli", get_transformed_code=_refusal)
    shell = importlib.import_module("pyodide_kernel").kernel_instance.interpreter
    shell.Completer.use_jedi = False  # it is not here; names of what is there are completed without


async def _refusal(*names: Any) -> str:
    """The code that runs instead of ``%pip``: nothing is fetched from elsewhere."""
    return f"print({de.NO_PIP!r})\n"
