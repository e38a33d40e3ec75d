"""Bringing a backup back: unpacked and looked at first, then put in place by steps that may each be done twice.

A note is kept from the first step to the last. As long as it is there, ``workshop``, ``grade`` and ``sicherung``
refuse, and the next ``wiederherstellen`` goes on.
"""

import datetime as dt
import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

from coursetools import own_company, trainer_tools
from coursetools.backup import archive, databases, de, kept, unfinished
from coursetools.backup.archive import Backup
from coursetools.backup.unfinished import NOTE, STAGE, Plan
from coursetools.workshop.saving import Held
from coursetools.workshop.store import Store
from fairki.errors import BadFileError, SetupError
from fairki.speech import day, time


def restore(
    root: Path,
    source: Path | None,
    replace: bool = False,
    rooms: str | None = None,
    grades: str | None = None,
    say: Callable[[str], None] = print,
) -> None:
    """Bring back what is in the backup ``source``, or finish what was interrupted.

    Args:
        root: the course's folder.
        source: a backup; None: one that was interrupted.
        replace: let what is here give way; it is put aside, into a folder of ``sicherungen``.
        rooms, grades: databases elsewhere that are to be filled; None: the course's own files.
        say: called with each German line about what was done.

    Raises:
        BadFileError: the backup cannot be used, or something is here already and ``replace`` is not set. Nothing has
            changed then.
        SetupError: a workshop or somebody's grading runs, or a database cannot be used.
    """
    root = Path(root).resolve()
    with kept.alone(root):
        plan = unfinished.noted(root)
        again = plan is not None
        if plan is None:
            if source is None:
                raise BadFileError(*de.NOTHING_UNFINISHED)
            plan = _begin(root, archive.read(source), replace, rooms, grades)
        gone = _carry_out(root, plan, rooms, grades)
    if again:
        say(de.FINISHED)
    say(de.restored(plan.parts, plan.made))
    if gone:
        say(de.deleted_again(gone))
    if (root / plan.aside).exists():
        say(de.put_aside(root / plan.aside))
    if archive.ROOMS in plan.parts:
        say(de.GOES_ON)


def _begin(root: Path, backup: Backup, replace: bool, rooms: str | None, grades: str | None) -> Plan:
    """Unpack, look at everything, and note what is to be done; nothing that is kept has changed until then."""
    if archive.GRADES in backup.parts:
        trainer_tools.require()
    stage = root / STAGE
    shutil.rmtree(stage, ignore_errors=True)
    try:
        backup.unpack(stage)
        here = _here(root, backup.parts, rooms, grades)
        if here and not replace:
            raise BadFileError(*de.is_there(here))
        _look_at(stage, rooms)
        plan = _plan(root, backup, rooms, grades)
        unfinished.note(root, plan)
    except BaseException:
        shutil.rmtree(stage, ignore_errors=True)
        raise
    return plan


def _here(root: Path, parts: list[str], rooms: str | None, grades: str | None) -> list[str]:
    """Which of these parts are here already.

    Raises:
        SetupError: a server has the rooms open, or a database cannot be reached.
    """
    found = []
    if archive.ROOMS in parts:
        _let_go(root, rooms)
        if (
            databases.has_rows(rooms, True, de.PARTS[archive.ROOMS])
            if rooms
            else any(map(_is_used, kept.rooms(root)))
        ):
            found.append(archive.ROOMS)
    if archive.GRADES in parts and (
        kept.grades(root)
        or (
            databases.has_rows(grades, False, de.PARTS[archive.GRADES])
            if grades
            else (root / kept.GRADEBOOK).exists()
        )
    ):
        found.append(archive.GRADES)
    if archive.COMPANY in parts and kept.company(root):
        found.append(archive.COMPANY)
    return found


def _let_go(root: Path, url: str | None) -> None:
    """See that no server has the rooms; one that is damaged or of a newer version gives way all the same."""
    for one in [url] if url else [f"sqlite:///{room}" for room in kept.rooms(root)]:
        try:
            Store(one).close()
        except Held as error:
            raise SetupError(*de.ROOM_OPEN) from error
        except SetupError:
            if url:
                raise


def _is_used(room: Path) -> bool:
    try:
        return databases.has_room(room)
    except sqlite3.DatabaseError:
        return True  # nobody knows what is in it


def _look_at(stage: Path, rooms: str | None) -> None:
    """Open the databases of a backup, which brings them to their newest form.

    Raises:
        SetupError: one is damaged, or of a newer version; or there are several for one database elsewhere.
    """
    found = sorted((stage / archive.ROOMS).glob("*.db"))
    if rooms and len(found) > 1:
        raise SetupError(*de.MANY_ROOMS)
    for room in found:
        store = Store(f"sqlite:///{room}")
        store.load()
        store.close()
        for beside in room.parent.glob(f"{room.name}-*"):
            beside.unlink()
    if (stage / archive.GRADES / kept.GRADEBOOK).exists():
        from coursetools.grading.gradebook import Gradebook

        with Gradebook(stage / archive.GRADES):
            pass


def _plan(root: Path, backup: Backup, rooms: str | None, grades: str | None) -> Plan:
    stage = root / STAGE
    leaving: list[Path] = []
    coming: list[tuple[Path, Path]] = []
    poured: list[tuple[str, Path]] = []
    if archive.ROOMS in backup.parts:
        found = sorted((stage / archive.ROOMS).glob("*.db"))
        if rooms:
            poured += [(archive.ROOMS, room) for room in found]
        else:
            leaving += kept.room_files(root)
            coming += [(room, kept.room(root, number)) for number, room in enumerate(found, 1)]
    if archive.GRADES in backup.parts:
        folder, book = stage / archive.GRADES / kept.GRADES, stage / archive.GRADES / kept.GRADEBOOK
        leaving.append(root / kept.GRADES)
        coming.append((folder, root / kept.GRADES))
        if grades:
            poured += [(archive.GRADES, book)] if book.exists() else []
        else:
            leaving.append(root / kept.GRADEBOOK)
            coming.append((book, root / kept.GRADEBOOK))
    if archive.COMPANY in backup.parts:
        leaving.append(own_company.usual(root))
        coming.append((stage / archive.COMPANY, own_company.usual(root)))
    return Plan(
        backup=hashlib.sha256(backup.path.read_bytes()).hexdigest(),
        aside=_new_folder(root / unfinished.BACKUPS).relative_to(root).as_posix(),
        leaving=[path.relative_to(root).as_posix() for path in leaving if path.exists()],
        coming=[
            [staged.relative_to(stage).as_posix(), place.relative_to(root).as_posix()]
            for staged, place in coming
            if staged.exists()
        ],
        poured=[[part, staged.relative_to(stage).as_posix()] for part, staged in poured],
        parts=backup.parts,
        made=f"{day(backup.made.date())}, {time(backup.made)}",
    )


def _new_folder(backups: Path) -> Path:
    now, number = dt.datetime.now(), 1
    while (folder := backups / f"vorher-{now:%Y-%m-%d-%H%M}-{number}").exists():
        number += 1
    return folder


def _carry_out(root: Path, plan: Plan, rooms: str | None, grades: str | None) -> int:
    """Do what is missing of a plan; how many people were deleted again.

    What gives way leaves first; what has come is no longer in the stage.
    """
    stage, aside = root / STAGE, root / plan.aside
    elsewhere = {archive.ROOMS: rooms, archive.GRADES: grades}
    if any(elsewhere[part] is None for part, _ in plan.poured):
        raise SetupError(*de.OTHER_DATABASE)
    staying = {place for staged, place in plan.coming if not (stage / staged).exists()}
    for name in plan.leaving:
        if name not in staying and (root / name).exists() and not (aside / name).exists():
            _move(root / name, aside / name)
    for staged, place in plan.coming:
        if place not in staying:
            _move(stage / staged, root / place)
    for part, staged in plan.poured:
        if url := elsewhere[part]:
            _pour(stage / staged, url, part, aside)
    again = _delete_again(root, aside, grades) if archive.GRADES in plan.parts else 0
    (root / NOTE).unlink()
    shutil.rmtree(stage, ignore_errors=True)
    return again


def _delete_again(root: Path, aside: Path, grades: str | None) -> int:
    """Delete those whom somebody deleted after the backup was made; what was put aside knows them."""
    from coursetools.grading import deletion

    return deletion.delete_again(
        root, deletion.gone(root / kept.GRADES) | deletion.gone(aside / kept.GRADES), grades
    )


def _move(source: Path, target: Path) -> None:
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.replace(source, target)


def _pour(file: Path, url: str, part: str, aside: Path) -> None:
    """Fill a database elsewhere, in one transaction; what was in it is put aside as a file."""
    what, rooms = de.PARTS[part], part == archive.ROOMS
    before = aside / part / file.name
    if databases.has_rows(url, rooms, what) and not before.exists():
        before.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        shutil.copyfile(file, unfinished := before.with_suffix(".unfertig"))
        databases.pour(url, f"sqlite:///{unfinished}", what, rooms)
        os.replace(unfinished, before)
    if rooms:
        Store(url).close()
    else:
        from coursetools.grading.gradebook import Gradebook

        with Gradebook(file.parent, url):
            pass
    databases.pour(f"sqlite:///{file}", url, what, rooms)
