"""The look of the pages that grading makes: each is one file that asks nobody for anything."""

from importlib.resources import files

from jinja2 import Environment, FileSystemLoader

from fairki import german

_FOLDER = files("coursetools.grading") / "templates"
_templates = Environment(
    loader=FileSystemLoader(str(_FOLDER)), autoescape=True, trim_blocks=True, lstrip_blocks=True
)
_templates.filters |= {
    "number": lambda points: german.number(points, 0 if float(points).is_integer() else 1),
    "average": lambda points: german.number(points, 1),
    "share": german.percent,
}


def render(template: str, **values) -> str:
    """A page made of a template in this package, with its style inside."""
    style = (_FOLDER / "page.css").read_text(encoding="utf-8")
    return _templates.get_template(template).render(style=style, **values)
