"""The pages of a workshop. They know nothing of it and ask with their token, so any server can hand them out."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

from coursetools.serve.assets import Addresses, Assets
from coursetools.workshop.de import pages
from fairki import language, web

PAGES = Path(__file__).parent / "pages"


class PageFiles:
    """Puts the files of the pages among the `assets` of the site, whose own are at `addresses`."""

    def __init__(self, assets: Assets, addresses: Addresses):
        self._at, self._files = addresses, {}
        self._templates = Environment(
            loader=FileSystemLoader(str(PAGES)), autoescape=True, trim_blocks=True, lstrip_blocks=True
        )
        self._templates.globals |= {"language": language.chosen(), "de": pages}
        for file in sorted((PAGES / "static").iterdir(), key=lambda file: file.name):
            content = web.module(file) if file.suffix == ".js" else file.read_bytes()
            self._files[file.name] = assets.add(file.name, content)

    def page(self, name: str, code: str = "", **more: Any) -> str:
        """One of the pages in ``pages.TITLES``."""
        template = self._templates.get_template(f"{name}.html.j2")
        return template.render(at=self._at, files=self._files, code=code, title=pages.TITLES[name], **more)
