"""Finished pages, kept in ``.build`` from one start of the course to the next: they are there before any kernel is."""

import base64
import hashlib
import json
import re
import sys
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from typing import Any

from coursetools.files import write_atomically
from coursetools.serve.assets import Addresses, Assets
from coursetools.serve.site import Page
from fairki import company, language
from fairki.manifest import Course

VERSION = 1
MOST = 4  # editions of a page: such as those of the course and of a workshop, with and without a company of one's own
_FILES = re.compile(r"static/([0-9a-f]{16}/[\w.-]+)")


class Drawn:
    """Keeps the HTML of pages in ``folder``, with the scripts and styles that their blocks brought.

    An edition is named by all that makes it: its notebook, the code, the libraries, the company, the language. What
    does not fit, cannot be read or cannot be written is as good as nothing: the page is drawn anew. Should a kernel
    still come to another page, the visitor's browser is told so, as ever.
    """

    def __init__(self, folder: Path, assets: Assets, addresses: Addresses, course: Course):
        self.folder, self.assets = Path(folder), assets
        self.common = set(assets.all())  # what every page has from the start
        self.making = _making(
            addresses, course
        )  # of now: the files may be replaced while this process goes on

    def load(self, page: Page) -> tuple[str, str] | None:
        """HTML and digest of the page as it was drawn before; None if it was not."""
        try:
            kept: dict[str, Any] = json.loads(self.edition(page).read_text(encoding="utf-8"))
            if kept["version"] != VERSION:
                return None
            for path, content in kept["assets"].items():
                self.assets.keep(path, base64.b64decode(content))
            html, digest = kept["html"], kept["digest"]
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None
        return (html, digest) if isinstance(html, str) and isinstance(digest, str) else None

    def save(self, edition: Path, html: str, digest: str) -> None:
        """Keep a page that was drawn just now, as the edition that it was when that began."""
        named = sorted(set(_FILES.findall(html)) - self.common)
        brought = {path: self.assets.get(path) for path in named}
        kept = {
            "version": VERSION,
            "digest": digest,
            "html": html,
            "assets": {path: base64.b64encode(one.content).decode() for path, one in brought.items() if one},
        }
        with suppress(OSError):
            write_atomically(edition, json.dumps(kept, ensure_ascii=False))
            page = edition.name.partition(".")[0]
            editions = sorted(self.folder.glob(f"{page}.*"), key=lambda path: path.stat().st_mtime)
            for old in editions[:-MOST]:
                old.unlink()

    def forget(self, page: Page) -> None:
        """Keep a page no longer whose notebook cannot be run."""
        with suppress(OSError):
            self.edition(page).unlink()

    def edition(self, page: Page) -> Path:
        """Where the page is kept as it would be drawn now."""
        try:
            notebook = page.notebook.read_bytes()
        except OSError:  # it is being replaced, or gone
            notebook = b""
        digest = hashlib.sha256(self.making + repr((page.path, page.title)).encode() + notebook).hexdigest()
        return self.folder / f"{page.path.replace('/', '-')}.{digest[:16]}.json"


def _making(addresses: Addresses, course: Course) -> bytes:
    """Names all that every page is made of."""
    said = repr((addresses, course, company.current(), language.chosen(), sys.version, _libraries()))
    digest = hashlib.sha256(said.encode())
    for room in ("fairki", "coursetools.serve", "coursetools.kernels"):
        top = Path(str(files(room)))
        for path in sorted(top.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.relative_to(top).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.digest()


def _libraries() -> list[str]:
    return sorted({place.name for entry in sys.path for place in Path(entry).glob("*.dist-info")})
