"""Files written whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from annotator.errors import AnnotatorError, Place


@contextmanager
def replacing(target: Path, *, force: bool = False) -> Iterator[TextIO]:
    """A text stream (UTF-8, line ends as written) that becomes `target` when the block ends well.

    The words go to a new file in the same folder, which takes the target's name in one step: after a crash
    there is the old file or the new one, never half of one. An existing file is refused without `force`;
    a pipe or device is written to directly. Raises `AnnotatorError` when the target cannot be written.
    """
    place = Place(str(target))
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            with target.open("w", encoding="utf-8", newline="") as out:
                yield out
            return
        # A link stays a link: what it points to is replaced.
        final = target.resolve()
        _refuse(final, force, place)
        with _beside(final) as temporary:
            # Mode x and no mkstemp: the file gets the permissions any new file of this person gets.
            with temporary.open("x", encoding="utf-8", newline="") as out:
                yield out
                _settle(out)
            _refuse(final, force, place)
            if final.exists():
                shutil.copymode(final, temporary)
            temporary.replace(final)
        _settle_folder(final.parent)
    except BrokenPipeError:
        raise
    except OSError as problem:
        raise _unwritable(problem, place) from problem


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
        raise AnnotatorError("this is a folder, not a file.", "Name a file in it.", place)
    if not final.parent.is_dir():
        raise AnnotatorError("its folder does not exist.", "Make the folder first, or choose another.", place)
    if final.exists() and not force:
        raise AnnotatorError(
            "the file is already there.", "Choose another name, or replace it with --force.", place
        )


def _settle(out: TextIO) -> None:
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
        return AnnotatorError("you may not write here.", "Choose a folder of your own.", place)
    return AnnotatorError(
        f"the file cannot be written: {problem.strerror or problem}.", "Nothing was changed.", place
    )
