"""What is said when a database cannot be used, and how it is found out without touching it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from annotator.errors import DamagedError, Place, StoreError
from annotator.store import schema
from annotator.translating import N_, _

_MAGIC = b"SQLite format 3\0"
_ELSEWHERE = N_("Choose another folder, or move this file away and run `annotator init`.")

_REASONS = (
    (("SQLITE_FULL",), N_("the disk is full, so nothing was saved."), N_("Free some space and do it again.")),
    (
        ("SQLITE_BUSY", "SQLITE_LOCKED"),
        N_("another program keeps this workspace locked, so nothing was saved."),
        N_("Close the other program, or wait until it is done."),
    ),
    (
        ("SQLITE_READONLY", "SQLITE_PERM"),
        N_("this workspace may be read but not written."),
        N_("Give yourself the right to write the folder and the file in it, or copy the folder elsewhere."),
    ),
    (
        ("SQLITE_CANTOPEN", "SQLITE_AUTH"),
        N_("this workspace cannot be opened."),
        N_("Check that you may read and write the folder and the file in it."),
    ),
    (
        ("SQLITE_CORRUPT", "SQLITE_NOTADB"),
        N_("the database is damaged."),
        N_("Nothing was changed. Use your last backup, or ask `annotator doctor` what can still be read."),
    ),
    (
        ("SQLITE_IOERR", "SQLITE_PROTOCOL"),
        N_("the disk did not answer as it should, so nothing was saved."),
        N_("Check the disk or the network drive, then do it again."),
    ),
)


def refusal(error: sqlite3.Error, path: Path) -> StoreError | None:
    """The sentence for what the outside world did to the database, or None when the mistake is ours."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if not name and "not a database" in str(error):
        name = "SQLITE_NOTADB"
    for starts, message, hint in _REASONS:
        if name.startswith(starts):
            kind = DamagedError if "SQLITE_CORRUPT" in starts else StoreError
            return kind(_(message), _(hint), Place(str(path)))
    return None


def damaged(path: Path, detail: str) -> StoreError:
    """The sentence for a database whose pages do not fit together."""
    return DamagedError(
        _("the database is damaged ({detail}).").format(detail=detail),
        _("Nothing was changed. Use your last backup, or ask `annotator doctor` what can still be read."),
        Place(str(path)),
    )


def forbidden_folder(folder: Path) -> StoreError:
    """The sentence for a folder in which nothing can be kept."""
    return StoreError(
        _("you may not write in this folder, so no workspace can be kept there."),
        _("Choose another folder, or give yourself the right to write in it."),
        Place(str(folder)),
    )


def check_header(path: Path, *, writing: bool = True) -> None:
    """Nothing, when the file says by its first bytes that it is a workspace this program can open.

    Without `writing` it need not be writable.

    Reads 100 bytes and opens nothing, so that a file which is refused is left as it was, without even
    a journal beside it.
    """
    try:
        with path.open("r+b" if writing else "rb") as file:
            header = file.read(100)
    except PermissionError as error:
        raise StoreError(
            _("this workspace may not be opened for writing."),
            _("Give yourself the right to read and write this file, or copy the folder elsewhere."),
            Place(str(path)),
        ) from error
    except OSError as error:
        raise StoreError(
            _("this file cannot be opened ({strerror}).").format(strerror=error.strerror),
            "",
            Place(str(path)),
        ) from error
    if not header.startswith(_MAGIC) or len(header) < 100:
        raise DamagedError(_("This is not a database; nothing was changed."), _(_ELSEWHERE), Place(str(path)))
    if int.from_bytes(header[68:72], "big") != schema.APPLICATION_ID:
        message = _("This database belongs to another program; nothing was changed.")
        raise DamagedError(message, _(_ELSEWHERE), Place(str(path)))
    check_version(path, int.from_bytes(header[60:64], "big"))


def check_version(path: Path, version: int) -> None:
    """Nothing, when this program knows the schema of this version."""
    if version > schema.VERSION:
        raise StoreError(
            _(
                "this workspace was made by a newer annotator (schema {version}; this one knows up to "
                "{known}). Nothing was changed."
            ).format(version=version, known=schema.VERSION),
            _("Install the newer version: pip install --upgrade annotator"),
            Place(str(path)),
        )
