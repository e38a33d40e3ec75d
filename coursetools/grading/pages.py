"""The look of the pages that grading makes: each is one file that asks nobody for anything."""

from importlib.resources import files

from jinja2 import Environment, FileSystemLoader

from fairki import language, speech

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
