"""The look of the pages that grading makes: each is one file that asks nobody for anything."""

from html import escape
from importlib.resources import files

import bleach
from jinja2 import Environment, FileSystemLoader
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from fairki import language, speech

HARMLESS = bleach.ALLOWED_TAGS | {
    "br",
    "del",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "p",
    "pre",
    "span",
}
HARMLESS |= {"sub", "sup", "table", "tbody", "td", "th", "thead", "tr"}
"""HTML elements that a stranger's text may become."""

_FOLDER = files("coursetools.grading") / "templates"
_templates = Environment(
    loader=FileSystemLoader(str(_FOLDER)), autoescape=True, trim_blocks=True, lstrip_blocks=True
)
_templates.globals["language"] = language.chosen()
_templates.filters |= {
    "number": lambda points: in_points(points),
    "average": lambda points: speech.number(points, 1),
    "share": speech.percent,
}


def in_points(points: float) -> str:
    """Points as people read them: up to two decimals, none where none is needed."""
    fewest = next((digits for digits in (0, 1) if round(points, digits) == round(points, 2)), 2)
    return speech.number(points, fewest)


def render(template: str, **values: object) -> str:
    """A page made of a template in this package, with its style inside."""
    style = (_FOLDER / "page.css").read_text(encoding="utf-8")
    return _templates.get_template(template).render(style=style, **values)


def script(name: str) -> str:
    """A script in this package that a page carries inside."""
    return (_FOLDER / name).read_text(encoding="utf-8")


class _WithoutPictures(IPythonRenderer):
    """Of a picture its words: nbconvert's own gives up where one is named that is not there."""

    def image(self, text: str, url: str, title: str | None = None) -> str:
        return escape(text)


def markdown(source: str) -> str:
    """A stranger's Markdown as HTML: nothing in it acts, loads anything or poses as a part of the page around it.

    nbgrader uses it for everything that it shows of a hand-in (see ``nbgrader_config.py``); its own template would
    let scripts in a free answer run with the trainer's session.
    """
    try:
        html = MarkdownWithMath(_WithoutPictures(escape=True, exclude_anchor_links=True)).render(source)
    except RecursionError:  # quotes in quotes in quotes
        html = f"<pre>{escape(source)}</pre>"
    return bleach.clean(
        html, tags=HARMLESS, attributes={"a": ["href"]}, protocols={"http", "https", "mailto"}
    )
