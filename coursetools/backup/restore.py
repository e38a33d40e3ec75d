"""Bringing a backup back: unpacked and looked at first, then put in place by steps that may each be done twice.

A note is kept from the first step to the last. As long as it is there, ``workshop``, ``grade`` and ``sicherung``
refuse, and the next ``wiederherstellen`` goes on.
"""

import datetime as dt
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

from coursetools import trainer_tools
from coursetools.backup import archive, databases, de, kept, unfinished
from coursetools.backup.archive import Backup
from coursetools.backup.unfinished import NOTE, STAGE, Plan
from coursetools.workshop import postgres
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
            shutil.rmtree(root / STAGE, ignore_errors=True)  # of one that was killed at its end
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
    try:
        backup.unpack(stage)
        here = _here(root, backup.parts, rooms, grades)
        if here and not replace:
            raise BadFileError(*de.is_there(here))
        _look_at(stage)
        plan = _plan(root, backup, rooms, grades)
        unfinished.note(root, plan)
        try:
            if archive.ROOMS in backup.parts:
                _let_go(root, rooms)  # somebody may have begun meanwhile; from now on nobody does
        except SetupError:
            (root / NOTE).unlink()
            raise
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
            any(map(_has_room, databases.rooms_at(rooms).values()))
            if rooms
            else any(map(_is_used, kept.rooms(root)))
        ):
            found.append(archive.ROOMS)
    if archive.GRADES in parts and not grades and (root / kept.GRADEBOOK).exists():
        databases.let_go(root / kept.GRADEBOOK)
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
    for one in (
        databases.rooms_at(url).values() if url else [f"sqlite:///{room}" for room in kept.rooms(root)]
    ):
        try:
            Store(one).close()
        except Held as error:
            raise SetupError(*de.ROOM_OPEN) from error
        except SetupError:
            if url:
                raise


def _has_room(url: str) -> bool:
    return databases.has_rows(url, True, de.PARTS[archive.ROOMS])


def _is_used(room: Path) -> bool:
    try:
        return databases.has_room(room)
    except sqlite3.DatabaseError:
        return True  # nobody knows what is in it


def _look_at(stage: Path) -> None:
    """Open the databases of a backup, which brings them to their newest form.

    Raises:
        SetupError: one is damaged, or of a newer version.
    """
    for room in (stage / archive.ROOMS).glob("*.db"):
        store = Store(f"sqlite:///{room}")
        store.load()
        store.close()
        for beside in room.parent.glob(f"{room.name}-*"):
            beside.unlink()
    if (stage / archive.GRADES / kept.GRADEBOOK).exists():
        from coursetools.grading.gradebook import Gradebook

        with Gradebook(stage / archive.GRADES):
            pass
        databases.let_go(stage / archive.GRADES / kept.GRADEBOOK)


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
            leaving += kept.grade_book_files(root)
            coming.append((book, root / kept.GRADEBOOK))
    if archive.COMPANY in backup.parts:
        leaving.append(kept.company_place(root))
        coming.append((stage / archive.COMPANY, kept.company_place(root)))
    return Plan(
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
    if rooms:
        _pour_rooms([stage / staged for part, staged in plan.poured if part == archive.ROOMS], rooms, aside)
    for part, staged in plan.poured:
        if part == archive.GRADES and grades:
            _pour_grades(stage / staged, grades, aside)
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


def _pour_rooms(files: list[Path], url: str, aside: Path) -> None:
    """Fill the rooms of a database elsewhere, each in one transaction; a room too many is emptied."""
    what = de.PARTS[archive.ROOMS]
    needed = {number: postgres.of_room(url, number) for number in range(2, len(files) + 1)}
    for number, place in (needed | databases.rooms_at(url)).items():
        store = Store(place)  # makes the tables
        store.close()
        if databases.has_rows(place, True, what):
            _put_aside(place, files[0], aside / archive.ROOMS / f"{number}.db", what, rooms=True)
        if number <= len(files):
            databases.pour(f"sqlite:///{files[number - 1]}", place, what, rooms=True)
        else:
            (store := Store(place)).erase()
            store.close()


def _pour_grades(file: Path, url: str, aside: Path) -> None:
    """Fill a grade book elsewhere, in one transaction."""
    from coursetools.grading.gradebook import Gradebook

    what = de.PARTS[archive.GRADES]
    with Gradebook(file.parent, url):
        pass  # makes the tables
    if databases.has_rows(url, False, what):
        _put_aside(url, file, aside / archive.GRADES / file.name, what, rooms=False)
    databases.pour(f"sqlite:///{file}", url, what, rooms=False)


def _put_aside(url: str, like: Path, before: Path, what: str, rooms: bool) -> None:
    """Keep what a database holds as a file with the tables of ``like``; once, whatever is done twice."""
    if before.exists():
        return
    before.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    shutil.copyfile(like, unfinished := before.with_suffix(".unfertig"))
    databases.pour(url, f"sqlite:///{unfinished}", what, rooms)
    os.replace(unfinished, before)
