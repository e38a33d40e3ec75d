"""Which options of ``build_course.py publish`` go together: one that would do nothing is refused, never ignored."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from coursetools.publish import de
from coursetools.publish.platforms import CMI5, SCORM_12, SCORM_2004
from coursetools.serve.hosts import origin
from coursetools.workshop.options import WrongCallError

PLATFORMS = {"--scorm12": SCORM_12, "--scorm2004": SCORM_2004, "--cmi5": CMI5}


@dataclass(frozen=True)
class Wish:
    """What somebody wants to have made.

    Attributes:
        folder: the folder of the edition, if one is wanted.
        packages: option of ``PLATFORMS`` → the zip to be made.
        module: number, as people see it, of the one module that goes into the package; "": all do.
        each: whether the platform is to list each module.
        address: where the course will lie: paper leads there, and so does a package that holds nothing else; "" if that
            does not matter.
        source: a folder with what otherwise comes from the network.
        paper: whether the folder is to hold the modules as PDFs instead.
        notebooks: whether it is to hold the exercises as notebooks, too.
    """

    folder: Path | None
    packages: dict[str, Path]
    module: str = ""
    each: bool = False
    address: str = ""
    source: Path | None = None
    paper: bool = False
    notebooks: bool = False


def check(wish: Wish) -> None:
    """Refuse what does not go together.

    Raises:
        WrongCallError: something is missing, or would do nothing.
    """
    if len(wish.packages) > 1:
        raise WrongCallError(*de.ONE_PACKAGE)
    if wish.paper and (wish.packages or wish.source):
        raise WrongCallError(*de.ONLY_PAPER)
    if wish.notebooks and (wish.packages or wish.paper):
        raise WrongCallError(*de.NOTEBOOKS_IN_FOLDER)
    if not wish.packages:
        if wish.folder is None:
            raise WrongCallError(*de.NOTHING_TO_MAKE)
        if wish.module or wish.each:
            raise WrongCallError(*de.ONLY_PACKAGES)
        if wish.address and not wish.paper:
            raise WrongCallError(*de.ADDRESS_ALONE)
    elif wish.module and (wish.each or wish.address):
        raise WrongCallError(*de.ONE_MODULE_ONLY)
    elif bool(wish.folder) != bool(wish.address) or (wish.address and "--cmi5" not in wish.packages):
        raise WrongCallError(*de.ADDRESS_AND_FOLDER)
    if wish.address:
        found = origin(wish.address) and urlsplit(wish.address)
        if not found or found.query or found.fragment:
            raise WrongCallError(*de.no_address(wish.address))
