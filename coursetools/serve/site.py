"""What the site consists of: a page per module and per exercise form, notebooks and tables to take along."""

from dataclasses import dataclass
from pathlib import Path

from coursetools import data_places, own_exercises
from coursetools.pages import OWN_DATA, PAGES, form_name
from coursetools.serve import de
from fairki.manifest import Course

NAME = "FairKI"
OWN_DATA_PATH = "eigene-daten"
"""Address of the page on which people examine data of their own."""


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

    @property
    def takes_own_data(self) -> bool:
        """Whether people may examine data of their own here."""
        return OWN_DATA_PATH in self.pages


def site(course: Course, root: Path, own_data: bool = False) -> Site:
    """The site of a built course in the folder `root`.

    `own_data`: whether Python runs on the very machine of whoever opens a page, so that data of their own may be
    examined.
    """
    built = Path(root) / PAGES
    pages = [
        Page(f"modul/{module.slug}", f"{module.title} – {NAME}", built / f"{module.slug}.ipynb")
        for module in course.modules
    ] + [
        Page(f"uebung/{exercise.slug}", f"{exercise.title} – {NAME}", built / form_name(exercise.slug))
        for exercise in course.exercises
    ]
    if own_data and (built / OWN_DATA).exists():
        pages.append(Page(OWN_DATA_PATH, f"{de.OWN_DATA} – {NAME}", built / OWN_DATA))
    return Site(
        course,
        {page.path: page for page in pages},
        {
            f"uebung/{exercise.slug}.ipynb": own_exercises.released(root, exercise.slug)
            for exercise in course.exercises
        }
        | {f"daten/{name}.csv": data_places.place(root, f"{name}.csv") for name in data_places.TABLES},
        {name: data_places.place(root, f"{name}{data_places.SHEET}") for name in data_places.TABLES},
    )
