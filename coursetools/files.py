"""Writing files so that nobody ever sees half of one."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path


def write_atomically(path: Path, content: str | bytes, mode: int = 0o644) -> None:
    """Put ``content`` at ``path`` in one step: readers, a crash or a full disk find the old file or the new one.

    Text is written as UTF-8 with the line ends it has. Missing folders are made. ``mode``: who may read the file.
    """
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    data = content.encode("utf-8") if isinstance(content, str) else content
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, mode)  # mkstemp makes private files
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


def move_folder(folder: Path, target: Path) -> None:
    """Rename a folder to what is not yet there; where it lies in a layer of a container's image, copy and remove it.

    Raises:
        OSError: it could not be moved; then it lies whole where it lay.
    """
    try:
        os.replace(folder, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        try:
            shutil.copytree(folder, target, symlinks=True)
        except BaseException:
            shutil.rmtree(target, ignore_errors=True)
            raise
        shutil.rmtree(folder)


def swap_folders(fresh: Path, target: Path, retired: Path) -> None:
    """Put the folder ``fresh`` at ``target``; what lay there goes to ``retired``, which is not yet there.

    Whatever goes wrong, Ctrl-C included, leaves at ``target`` what lay there.
    """
    try:
        if target.exists():
            move_folder(target, retired)
        os.replace(fresh, target)
    except BaseException:
        if retired.exists():
            shutil.rmtree(target, ignore_errors=True)  # what was moved is whole
            os.replace(retired, target)
        raise


def set_aside(path: Path) -> Path:
    """Rename a kept file that cannot be read, so that nothing is lost and a new one can begin; its new place."""
    path, number = Path(path), 1
    while (there := path.with_name(f"{path.stem}.unlesbar-{number}{path.suffix}")).exists():
        number += 1
    return path.replace(there)


def told_apart(base: Path, paths: Iterable[Path]) -> Iterator[bytes]:
    """What a digest of these files has to take in: of each, in a fixed order, where it lies below ``base`` (or all of
    its path), how long it is, and its content. So neither a file that moved nor a border that did stays unseen."""
    named = {
        (path.relative_to(base) if path.is_relative_to(base) else path).as_posix(): path for path in paths
    }
    for name, path in sorted(named.items()):
        content = path.read_bytes() if path.is_file() else b""
        yield f"\0{name}\0{len(content)}\0".encode() + content
