"""Files written whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, BinaryIO, TextIO

from annotator.errors import AnnotatorError, Place
from annotator.translating import _


@contextmanager
def replacing(target: Path, *, force: bool = False) -> Iterator[TextIO]:
    """A text stream (UTF-8, line ends as written) that becomes `target` when the block ends well.

    The words go to a new file in the same folder, which takes the target's name in one step: after a crash
    there is the old file or the new one, never half of one. An existing file is refused without `force`;
    a pipe or device is written to directly. Raises `AnnotatorError` when the target cannot be written.
    """
    with _told(target):
        if target.exists() and not target.is_file() and not target.is_dir():
            with target.open("w", encoding="utf-8", newline="") as out:
                yield out
            return
        # Mode x and no mkstemp: the file gets the permissions any new file of this person gets.
        with _taking_place(target, force) as part, part.open("x", encoding="utf-8", newline="") as out:
            yield out
            _settle(out)


@contextmanager
def replacing_bytes(target: Path, *, force: bool = False) -> Iterator[BinaryIO]:
    """A stream of bytes that becomes the file `target` when the block ends well; as `replacing` does it."""
    with _told(target), _taking_place(target, force) as part, part.open("x+b") as out:
        yield out
        _settle(out)


@contextmanager
def replacing_folder(target: Path, mark: str, *, force: bool = False) -> Iterator[Path]:
    """A new empty folder that becomes the folder `target` when the block ends well; else nothing is left.

    Only its owner can look into it. A folder that is there is refused without `force`, and with it replaced
    only where it holds a file called `mark` or nothing at all: what is not ours is never deleted.
    """
    place = Place(str(target))
    with _told(target):
        final = target.resolve()
        _refuse_folder(final, mark, force, place)
        building = final.with_name(f".{secrets.token_hex(8)}.part")
        try:
            building.mkdir(0o700)
            yield building
            _refuse_folder(final, mark, force, place)
            old = final.with_name(f".{secrets.token_hex(8)}.old")
            if final.exists():
                final.rename(old)
            building.rename(final)
            shutil.rmtree(old, ignore_errors=True)
        finally:
            shutil.rmtree(building, ignore_errors=True)
        _settle_folder(final.parent)


def make_private(out: IO[Any]) -> None:
    """Nothing; from now on only its owner can read the file that is being written, where there are owners."""
    if hasattr(os, "fchmod") and stat.S_ISREG(os.fstat(out.fileno()).st_mode):
        os.fchmod(out.fileno(), 0o600)


@contextmanager
def _told(target: Path) -> Iterator[None]:
    """A block in which what the disk refuses becomes a sentence."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as problem:
        raise _unwritable(problem, Place(str(target))) from problem


@contextmanager
def _taking_place(target: Path, force: bool) -> Iterator[Path]:
    """A name for a file beside `target`, which takes the target's place when the block ends well."""
    place = Place(str(target))
    # A link stays a link: what it points to is replaced.
    final = target.resolve()
    _refuse(final, force, place)
    with _beside(final) as temporary:
        yield temporary
        _refuse(final, force, place)
        if final.exists():
            shutil.copymode(final, temporary)
        temporary.replace(final)
    _settle_folder(final.parent)


@contextmanager
def _beside(final: Path) -> Iterator[Path]:
    """A new hidden name in the folder of `final`; no file is left under it afterwards."""
    path = final.with_name(f".{secrets.token_hex(8)}.part")
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


def _refuse(final: Path, force: bool, place: Place) -> None:
    if final.is_dir():
        raise AnnotatorError(_("this is a folder, not a file."), _("Name a file in it."), place)
    if not final.parent.is_dir():
        raise AnnotatorError(
            _("its folder does not exist."), _("Make the folder first, or choose another."), place
        )
    if final.exists() and not force:
        raise AnnotatorError(
            _("the file is already there."), _("Choose another name, or replace it with --force."), place
        )


def _refuse_folder(final: Path, mark: str, force: bool, place: Place) -> None:
    if not final.parent.is_dir():
        raise AnnotatorError(
            _("its folder does not exist."), _("Make the folder first, or choose another."), place
        )
    if not final.exists():
        return
    if not final.is_dir():
        raise AnnotatorError(_("this is a file, not a folder."), _("Choose another name."), place)
    if not any(final.iterdir()):
        return
    if not (final / mark).is_file():
        raise AnnotatorError(
            _("the folder holds other files: there is no {mark} in it.").format(mark=mark),
            _("Choose a new folder."),
            place,
        )
    if not force:
        raise AnnotatorError(
            _("the folder is already there."), _("Choose another name, or replace it with --force."), place
        )


def _settle(out: IO[Any]) -> None:
    out.flush()
    os.fsync(out.fileno())


def _settle_folder(folder: Path) -> None:
    """Nothing; afterwards the new name is on the disk too, where the system can promise that."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _unwritable(problem: OSError, place: Place) -> AnnotatorError:
    if isinstance(problem, PermissionError):
        return AnnotatorError(_("you may not write here."), _("Choose a folder of your own."), place)
    return AnnotatorError(
        _("the file cannot be written: {strerror}.").format(strerror=problem.strerror or problem),
        _("Nothing was changed."),
        place,
    )
