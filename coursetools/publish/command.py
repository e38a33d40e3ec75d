"""``build_course.py publish``: a folder that is ours is replaced as a whole, and only when the new one is complete."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from coursetools.publish import (
    de,
    extras,
    lite,
    manifests,
    options,
    packages,
    paper,
    platforms,
    runtime_files,
    site,
)
from coursetools.publish.options import Wish
from coursetools.publish.packages import Package
from coursetools.publish.platforms import Library
from coursetools.publish.supply import CACHE, Supply
from coursetools.web_names import address_in_ascii, readable
from coursetools.workshop.options import WrongCallError
from fairki import manifest
from fairki.errors import SetupError
from fairki.manifest import Course, Module


def run(root: Path, wish: Wish, say: Callable[[str], None]) -> None:
    """Make the edition without a server in a folder, or a package of it for learning platforms, or both; or paper.

    Args:
        root: the folder of the built course.
        wish: what is to be made; its folder is a new or an empty one, or one that was made by this command.
        say: called with German lines.

    Raises:
        WrongCallError: the options do not go together.
        SetupError: there is something else in the folder, or something that is needed cannot be had.
        FairkiError: a page cannot be made, or there is no such module.
    """
    options.check(wish)
    if not wish.packages:
        assert wish.folder
        if wish.paper:
            paper.run(root, wish.folder, wish.address or None, say)
        else:
            _folder(root, wish.folder, wish, say)
        return
    ((option, file),) = wish.packages.items()
    course = manifest.read(root)
    only = _module(course, wish.module) if wish.module else None
    address = f"{address_in_ascii(wish.address).rstrip('/')}/" if wish.address else ""
    package = Package(options.PLATFORMS[option], course, only, wish.each, address)
    library = platforms.library(package.platform, Supply(root / CACHE / "supply", wish.source, say))
    if wish.folder:
        _folder(root, wish.folder, wish, say, package, library)
        _zip(file, package, None)
        say(de.leads_there(str(file), _size(file), readable(address)))
        return
    with tempfile.TemporaryDirectory() as scratch:
        _made(root, Path(scratch), wish, say, package, library)
        (Path(scratch) / de.READ_ME).unlink()  # it is for whoever has a web server
        _zip(file, package, Path(scratch))
    if only:
        say(de.only(only.number, only.title))
    say(de.packed(str(file), _size(file), len(package.entries)))


def _module(course: Course, number: str) -> Module:
    """The module with the number that people see; its id may be another one."""
    for module in course.modules:
        if number.strip().isdecimal() and int(number) == module.number:
            return module
    raise WrongCallError(*de.no_module(number, [(module.number, module.title) for module in course.modules]))


def _made(
    root: Path,
    fresh: Path,
    wish: Wish,
    say: Callable[[str], None],
    package: Package | None,
    library: Library | None,
) -> None:
    runtime = runtime_files.build(
        root / CACHE, source=wish.source, say=say, beside=site.firm_files() | extras.files()
    )
    jupyter = lite.build(root / CACHE, source=wish.source, say=say) if wish.notebooks else None
    site.write(root, fresh, runtime, say, package, library, jupyter)


def _folder(
    root: Path,
    folder: Path,
    wish: Wish,
    say: Callable[[str], None],
    package: Package | None = None,
    library: Library | None = None,
) -> None:
    folder = folder.resolve()
    if folder.exists() and not _is_ours(folder):
        raise SetupError(*de.foreign(str(folder)))
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as scratch:
        fresh = Path(scratch) / "neu"
        _made(root, fresh, wish, say, package, library)
        if folder.exists():
            folder.replace(Path(scratch) / "alt")
        shutil.move(fresh, folder)
    files = [path for path in folder.rglob("*") if path.is_file()]
    say(de.finished(str(folder), len(files), round(sum(path.stat().st_size for path in files) / 1e6)))
    say(de.TRY.format(folder=folder))


def _is_ours(folder: Path) -> bool:
    return folder.is_dir() and ((folder / de.READ_ME).is_file() or not any(folder.iterdir()))


def _zip(file: Path, package: Package, folder: Path | None) -> None:
    """Make the zip beside its place, and move it there when it is whole."""
    found = [path for path in folder.rglob("*") if path.is_file()] if folder else []
    names = [path.relative_to(folder).as_posix() for path in found] if folder else []
    text = manifests.manifest(package, names)
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.neu")
    try:
        packages.write(beside, package.platform.manifest, text, folder)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)


def _size(file: Path) -> int:
    return file.stat().st_size
