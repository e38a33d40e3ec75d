"""``build_course.py publish``: a folder that is ours is replaced as a whole, and only when the new one is complete."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from coursetools.publish import de, runtime_files, site
from fairki.errors import SetupError

CACHE = Path(".build") / "publish"


def run(root: Path, folder: Path, source: Path | None, say: Callable[[str], None]) -> None:
    """Make the edition without a server in ``folder``.

    Args:
        root: the folder of the built course.
        folder: a new or an empty one, or one that was made by this command.
        source: a folder with what otherwise comes from the network.
        say: called with German lines.

    Raises:
        SetupError: there is something else in ``folder``, or something that is needed cannot be had.
        FairkiError: a page cannot be made.
    """
    folder = folder.resolve()
    if folder.exists() and not _is_ours(folder):
        raise SetupError(*de.foreign(str(folder)))
    runtime = runtime_files.build(root / CACHE, source=source, say=say, beside=site.firm_files())
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as scratch:
        fresh = Path(scratch) / "neu"
        site.write(root, fresh, runtime, say)
        if folder.exists():
            folder.replace(Path(scratch) / "alt")
        shutil.move(fresh, folder)
    files = [path for path in folder.rglob("*") if path.is_file()]
    say(de.finished(str(folder), len(files), round(sum(path.stat().st_size for path in files) / 1e6)))
    say(de.TRY.format(folder=folder))


def _is_ours(folder: Path) -> bool:
    return folder.is_dir() and ((folder / de.READ_ME).is_file() or not any(folder.iterdir()))
