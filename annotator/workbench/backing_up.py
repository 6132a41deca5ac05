"""Backups: made by hand and before everything that changes much, few kept, put back when asked."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from annotator.errors import AnnotatorError, DamagedError, InputError, Place, StoreError
from annotator.store import backups, open_store
from annotator.workbench.opening import FILE_NAME, Workspace

FOLDER = "backups"
"""Where in a workspace its backups stand."""
KEPT = 10
"""The newest that are kept; beyond them the newest of each day."""
KEPT_DAYS = 30
"""Of how many days the newest backup is kept."""
_NAME = re.compile(r"annotator-(\d{8})-(\d{6})(?:-\d+)?\.db")


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup in a folder."""

    path: Path
    made: datetime
    """By the clock of the computer that made it."""
    size: int
    judgements: int


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did."""

    judgements: int
    """How many the workspace has now."""
    aside: Path
    """Where the workspace is kept as it was before."""


def back_up(workspace: Workspace, folder: Path | None = None) -> Path:
    """The new backup, written and read back, in the workspace's own folder of backups or the one named.

    In the workspace's own folder old ones are then taken away: the newest ten stay, and the newest of each
    of the last thirty days that have any.
    """
    own = workspace.folder / FOLDER
    place = folder or own
    try:
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        message = f"this folder cannot be made ({error.strerror})."
        raise StoreError(message, "Choose another one.", Place(str(place))) from error
    target = _free(place, workspace.clock())
    backups.copy_to(workspace.store, target)
    if place == own:
        _rotate(place)
    return target


def list_backups(folder: Path) -> list[Backup]:
    """The backups in a folder, the newest first; files that are none are left out."""
    found = []
    for path, made in _named(folder):
        try:
            with closing(backups.open_copy(path)) as copy:
                found.append(Backup(path, made, path.stat().st_size, backups.told_judgements(copy)))
        except (AnnotatorError, OSError):
            continue
    return found


def restore(folder: Path, source: Path, *, force: bool = False, now: datetime) -> Restored:
    """What was done: the workspace in `folder` holds what the backup holds; before, it was kept aside.

    Raises `InputError`, with nothing changed, when the workspace has judgements that the backup lacks and
    `force` is not given; `StoreError` for a backup that is damaged, none, or from a newer version, and for a
    workspace that is whole but cannot be opened.
    """
    path = folder / FILE_NAME
    with closing(backups.open_copy(source)) as copy:
        found = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if found != "ok":
            raise StoreError(f"this backup is damaged ({found}).", "Choose another one.", Place(str(source)))
        judgements = backups.told_judgements(copy)
        aside = _keep_aside(path, copy, source, force, now)
        if path.exists():
            backups.put_back(copy, path)
        else:
            backups.put_in_place_of(source, path)
    with open_store(path):
        # Opening checks it, and brings a backup of an older version up to date.
        pass
    return Restored(judgements, aside)


def _keep_aside(path: Path, copy: sqlite3.Connection, source: Path, force: bool, now: datetime) -> Path:
    """Where the workspace stands as it was: a copy of it, or itself when it cannot be opened."""
    if not path.exists():
        return path
    try:
        store = open_store(path)
    except DamagedError:
        # Whatever else keeps it from being opened (a lock, a newer annotator) is no reason to move it away.
        aside = path.with_name(f"annotator-damaged-{now:%Y%m%d-%H%M%S}.db")
        backups.set_aside(path, aside)
        return aside
    with store:
        lost = backups.missing_from(copy, store)
        if lost and not force:
            what = "judgement" if lost == 1 else "judgements"
            raise InputError(
                f"this workspace has {lost} {what} that the backup lacks; nothing was changed.",
                "To go back all the same: --force. What is here now is then kept beside it.",
                Place(str(source)),
            )
        aside = path.with_name(f"annotator-before-restore-{now:%Y%m%d-%H%M%S}.db")
        backups.copy_to(store, aside)
    return aside


def _named(folder: Path) -> Sequence[tuple[Path, datetime]]:
    """The files in a folder that are called like backups, the newest first."""
    found = []
    for path in folder.glob("annotator-*.db") if folder.is_dir() else ():
        name = _NAME.fullmatch(path.name)
        if name:
            found.append((path, datetime.strptime(name[1] + name[2], "%Y%m%d%H%M%S")))
    return sorted(found, key=lambda one: (one[1], one[0].name), reverse=True)


def _rotate(folder: Path) -> None:
    """Nothing; of the backups in the workspace's own folder only those to be kept are left."""
    found = _named(folder)
    days: dict[str, Path] = {}
    for path, made in found:
        days.setdefault(f"{made:%Y%m%d}", path)
    keep = {path for path, _ in found[:KEPT]} | set(list(days.values())[:KEPT_DAYS])
    for path, _ in found:
        if path not in keep:
            path.unlink(missing_ok=True)


def _free(folder: Path, now: datetime) -> Path:
    path, number = folder / f"annotator-{now:%Y%m%d-%H%M%S}.db", 2
    while path.exists():
        path = folder / f"annotator-{now:%Y%m%d-%H%M%S}-{number}.db"
        number += 1
    return path
