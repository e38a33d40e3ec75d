"""Pages without a kernel: made of the manifest and the course's own data."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from coursetools import data_places
from coursetools.serve import de, own_pages
from coursetools.serve.assets import REFERENCE, Addresses
from coursetools.serve.rendering import TEMPLATES
from coursetools.serve.site import NAME, Site
from fairki import company, language, reference

# Wide tables scroll by themselves, also with the keyboard.
SCROLLING = f'<div class="fk-table" tabindex="0" role="region" aria-label="{de.SHEET_TABLE}">'

_templates = Environment(
    loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True
)
_templates.globals |= {"language": language.chosen(), "de": de}


def page(template: str, at: Addresses, **values: Any) -> str:
    """A page made of `template`."""
    return _templates.get_template(template).render(at=at, **values)


def home(at: Addresses, site: Site) -> str:
    """The learner's start page."""
    return page("home.html.j2", at, site=site, title=site.course.title)


def look_up(at: Addresses, site: Site, path: str) -> str:
    """One of the pages in ``REFERENCE``."""
    title = f"{REFERENCE[path]} – {NAME}"
    sheets = {name: data_places.title(file) for name, file in site.datasheets.items() if file.exists()}
    return page(
        f"{path}.html.j2", at, title=title, heading=REFERENCE[path], reference=reference, sheets=sheets
    )


def own(at: Addresses, path: str) -> str:
    """One of the company's own pages."""
    heading = own_pages.titles()[path]
    title = f"{heading} – {NAME}"
    if path == own_pages.ABOUT:
        return page("bei_uns.html.j2", at, title=title, heading=heading, firm=company.current())
    return page("eigene_seite.html.j2", at, title=title, written=_with_wide_tables(own_pages.written(path)))


def datasheet(at: Addresses, name: str, file: Path) -> str:
    """What the table `name` is about, from its datasheet in Markdown."""
    markdown = file.read_text(encoding="utf-8")
    sheet = MarkdownWithMath(IPythonRenderer(exclude_anchor_links=True)).render(markdown)
    title = f"{data_places.title(file)} – {NAME}"
    return page("datenblatt.html.j2", at, title=title, name=name, sheet=_with_wide_tables(sheet))


def _with_wide_tables(html: str) -> str:
    return html.replace("<table>", SCROLLING + "<table>").replace("</table>", "</table></div>")
