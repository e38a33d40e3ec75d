"""What the site consists of: a page per module and per exercise form, notebooks and tables to take along."""

from dataclasses import dataclass
from pathlib import Path

from coursetools import data
from coursetools.pages import PAGES, form_name
from fairki.manifest import Course
from fairki.worlds import WORLDS

NAME = "FairKI"


@dataclass(frozen=True)
class Page:
    """One page with a kernel. `path`: its address below the base, such as ``modul/01_bewusstsein``."""

    path: str
    title: str
    notebook: Path


@dataclass(frozen=True)
class Site:
    """The course as served; `pages` and `downloads` by address, `datasheets` by the name of their table."""

    course: Course
    pages: dict[str, Page]
    downloads: dict[str, Path]
    datasheets: dict[str, Path]


def site(course: Course, root: Path) -> Site:
    """The site of a built course in the folder `root`."""
    built, released = Path(root) / PAGES, Path(root) / "exercises"
    pages = [
        Page(f"modul/{module.slug}", f"{module.title} – {NAME}", built / f"{module.slug}.ipynb")
        for module in course.modules
    ] + [
        Page(f"uebung/{exercise.slug}", f"{exercise.title} – {NAME}", built / form_name(exercise.slug))
        for exercise in course.exercises
    ]
    return Site(
        course,
        {page.path: page for page in pages},
        {
            f"uebung/{exercise.slug}.ipynb": released / exercise.slug / f"{exercise.slug}.ipynb"
            for exercise in course.exercises
        }
        | {f"daten/{name}.csv": Path(root) / "data" / f"{name}.csv" for name in WORLDS},
        {name: data.place(root, f"{name}{data.SHEET}") for name in WORLDS},
    )
