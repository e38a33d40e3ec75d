"""Files for the browser, kept in memory: packed once, named by their content, never asked for twice."""

import gzip
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path

from coursetools.serve import de, own_pages
from fairki import company, web
from fairki.company import cast
from fairki.manifest import Exercise

TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}
_SPARE = re.compile(r'("[^"]*")|/\*[\s\S]*?\*/\s*|\s*([{};,])\s*|(?<=:)\s+|(\s)\s*')
REFERENCE = de.REFERENCE
"""Pages to look things up, made from ``fairki.reference``: path → title."""


@dataclass(frozen=True)
class Asset:
    """One file: `content` as it is, `packed` with gzip, `type` for the browser."""

    content: bytes
    type: str

    @cached_property
    def packed(self) -> bytes:
        """The content, compressed at the first use."""
        return gzip.compress(self.content)


class Assets:
    """All files below `<base_url>static/`; an address names its content, so it may be kept for ever.

    `told` changes a text before it is kept.
    """

    def __init__(self, base_url: str = "/", told: Callable[[str], str] = str):
        self.base_url, self.told = base_url, told
        self._assets: dict[str, Asset] = {}
        self._paths: dict[str, str] = {}
        self._shared: dict[str, str] = {}
        self._shared_at = ""

    def add(self, name: str, content: str | bytes) -> str:
        """Keep `content` under `name` (its ending says the type) and return the address.

        A stylesheet leaves behind what only readers need. The same content has one address, under its first name.
        """
        if isinstance(content, str):
            content = self.told(_bare(content) if name.endswith(".css") else content).encode()
        digest = hashlib.sha256(content).hexdigest()[:16]
        path = self._paths.setdefault(digest, f"{digest}/{name}")
        self._assets.setdefault(path, Asset(content, TYPES[name.rpartition(".")[2]]))
        return f"{self.base_url}static/{path}"

    def keep(self, path: str, content: bytes) -> None:
        """Keep what a page that was drawn before names by this path below ``static/``."""
        self._assets.setdefault(path, Asset(content, TYPES[path.rpartition(".")[2]]))

    def share(self, name: str, parts: dict[str, str]) -> str:
        """Keep parts of scripts (see ``web.parts``) as one file and return its address."""
        self._shared = parts
        address = self.add(name, "".join(parts.values()) + f"export {{ {', '.join(parts)} }};\n")
        self._shared_at = address.removeprefix(f"{self.base_url}static/")
        return address

    def add_script(self, name: str, script: str, *, anew: bool = False) -> str:
        """Keep a script that was made by ``web.module``; what it shares with others it imports.

        A part that is not the same to the letter stays in the script.

        Args:
            name: see ``add``.
            script: its text.
            anew: as a classic script, see ``_anew``.
        """
        found = [part for part, lines in self._shared.items() if lines in script]
        for part in found:
            script = script.replace(self._shared[part], "")
        if found and anew:
            script = f'const {{ {", ".join(found)} }} = await import("../{self._shared_at}");\n{script}'
        elif found:
            script = f'import {{ {", ".join(found)} }} from "../{self._shared_at}";\n{script}'
        return self.add(name, _anew(script) if anew else script)

    def all(self) -> dict[str, Asset]:
        """Everything, by its path below `<base_url>static/`."""
        return self._assets

    def get(self, path: str) -> Asset | None:
        """What lies at `<base_url>static/<path>`, or None."""
        return self._assets.get(path)


@dataclass(frozen=True)
class Alone:
    """What pages need that have no server to ask. ``policy``: what the browser is to allow them.

    ``as_file``: tells somebody who opened a page from a folder. ``transport``, ``worker``: the way to Python.
    ``follow``: goes from page to page without ending it.
    ``joins``: what speaks with the shell of a package for learning platforms; ``store``: the name under which a
    learner's data is kept there. Empty elsewhere.
    ``notebooks``: the page with the exercises as notebooks, if it is there.
    """

    policy: str
    as_file: str
    transport: str
    worker: str
    follow: str
    joins: str = ""
    store: str = ""
    notebooks: str = ""


@dataclass(frozen=True)
class Only:
    """The one module of a package that has no start page: ``path`` of its page, such as ``modul/01_bewusstsein``.

    ``exercises``: those that belong to it; its page leads to them.
    """

    path: str
    exercises: tuple[Exercise, ...]


@dataclass(frozen=True)
class Addresses:
    """Where the files that every page needs are to be found.

    ``home``: the start page, or the page of the only module.
    ``alone``: None where a server answers. ``only``: None where there is a start page.
    ``shared_script``: what the scripts of blocks and of the start page import.
    ``cast``: the drawn people of the company.
    ``reference``: path and title of the pages to look things up, ``own`` of those of an own company.
    ``firm``: the own company, if there is one.
    """

    base: str
    home: str
    icon: str
    styles: tuple[str, ...]
    page_script: str
    shared_script: str
    words_script: str
    steps_script: str
    again_script: str
    home_script: str
    store_panel: str
    plotly: str
    home_picture: str
    cast: tuple[str, ...]
    reference: tuple[tuple[str, str], ...]
    own: tuple[tuple[str, str], ...]
    firm: company.Company | None
    alone: Alone | None = None
    only: Only | None = None


def publish(assets: Assets) -> Addresses:
    """Put the files of this package, of the building blocks and plotly.js among the assets."""
    own = Path(__file__).parent / "static"

    def text(folder: Path, name: str) -> str:
        return (folder / name).read_text(encoding="utf-8")

    shared_script = assets.share("shared.js", _common_parts())
    return Addresses(
        base=assets.base_url,
        home=assets.base_url,
        icon=assets.add("icon.svg", _icon(own / "icon.svg")),
        styles=(
            assets.add("fairki.css", text(web.BLOCKS, "fairki.css")),
            assets.add("page.css", text(own, "page.css")),
        ),
        page_script=assets.add("page.js", _anew(web.module(web.WEB / "page.js"))),
        shared_script=shared_script,
        steps_script=assets.add("steps.js", _anew(web.module(own / "steps.js"))),
        again_script=assets.add("again.js", web.module(own / "again.js")),
        words_script=assets.add("words.js", _anew(web.module(own / "words.js"))),
        home_script=assets.add_script("home.js", web.module(own / "home.js"), anew=True),
        store_panel=assets.add_script("store.js", web.module(web.BLOCKS / "store_panel.js")),
        plotly=assets.add("plotly.js", (files("plotly") / "package_data" / "plotly.min.js").read_bytes()),
        home_picture=assets.add("home.svg", text(own, "home.svg")),
        cast=tuple(
            assets.add(f"{person.drawing}{cast.ENDING}", cast.svg(person.drawing))
            for person in company.current().people
            if person.drawing
        ),
        reference=tuple(REFERENCE.items()),
        own=tuple(own_pages.titles().items()),
        firm=company.own(),
    )


def _common_parts() -> dict[str, str]:
    """What nobody loads in vain: each page has the panel for the learner's data or the form of an exercise."""
    panel, form = (web.parts(web.BLOCKS / f"{block}.js") for block in ("store_panel", "form"))
    return {name: lines for name, lines in panel.items() if name in form}


def _anew(script: str) -> str:
    """A classic script: it runs each time that a page names it.

    A module runs once in the life of a document, and there one page may take the place of another (``follow.js``).
    """
    return f"(async () => {{\n{script}}})();\n"


def _bare(css: str) -> str:
    """A stylesheet without comments and spare white space; what stands in quotes stays."""
    return _SPARE.sub(lambda found: found[1] or found[2] or (" " if found[3] else ""), css).strip()


def _icon(ours: Path) -> bytes:
    """The company's logo or, without one, the course's sign in its colours."""
    firm = company.current()
    return (
        firm.look.logo.read_bytes()
        if firm.look.logo
        else company.fill(ours.read_text("utf-8"), firm).encode()
    )
