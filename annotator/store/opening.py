"""The one database file of a workspace: made, opened, checked, brought up to date, written."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, TypeAlias

from annotator.errors import NotFoundError, Place, StoreError
from annotator.store import refusals, schema
from annotator.translating import _

Row: TypeAlias = tuple[Any, ...]

BUSY_SECONDS = 30.0
"""How long a writer waits for its turn; thirty busy writers kept one waiting 2 seconds at worst."""

_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA secure_delete = ON",
)

_CHECKED_ALWAYS = ("raters", "rubrics")
_CHECKED_WHILE_SMALL = ("scores", "evidence", "current_scores")
"""What cannot be got back from elsewhere. Texts and caches are left to the doctor: at 10,000 articles they
are 98 % of the file, and reading them would cost as much as the first screen."""

_MANY_SCORES = 10_000
"""Checking costs 20 ms for so many scores; beyond that the doctor does it."""


@dataclass(slots=True)
class Store:
    """An open workspace database. It belongs to the thread that opened it."""

    path: Path
    connection: sqlite3.Connection

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Nothing; the file is whole and let go."""
        self.connection.close()

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """All rows of a query."""
        with self.told():
            return self.connection.execute(sql, values).fetchall()

    def row(self, sql: str, values: Sequence[object] = ()) -> Row | None:
        """The first row of a query, or None."""
        with self.told():
            found: Row | None = self.connection.execute(sql, values).fetchone()
            return found

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A short transaction that has the right to write from its first moment.

        When the block ends without an error everything in it is on the disk; otherwise nothing is. A deferred
        transaction that reads first and then writes fails among many writers; an IMMEDIATE one waits.
        """
        with self.told():
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    @contextmanager
    def told(self) -> Iterator[None]:
        """A block in which what the outside world does to the database becomes a sentence."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            sentence = refusals.refusal(error, self.path)
            if sentence is None:
                raise
            raise sentence from error


def open_store(path: Path, *, create: bool = False) -> Store:
    """The store in the file at `path`, checked and at today's schema.

    Raises NotFoundError when there is none (and `create` is False), StoreError when the file is not ours,
    too new, damaged, or may not be written; such a file is left untouched.
    """
    _check_folder(path.parent)
    if create and not path.exists():
        _create(path)
    _check_file(path)
    store = Store(path, sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None))
    try:
        with store.told():
            _set_pragmas(store.connection)
            _prepare(store)
    except BaseException:
        store.close()
        raise
    return store


def _set_pragmas(connection: sqlite3.Connection) -> None:
    """Nothing; the connection has every safety on. What is not in the file has to be said each time."""
    for pragma in _PRAGMAS:
        connection.execute(pragma)


def _prepare(store: Store) -> None:
    """Nothing; the file passed its check and is at today's schema."""
    version = store.connection.execute("PRAGMA user_version").fetchone()[0]
    refusals.check_version(store.path, version)
    for check in _checks(store.connection, version):
        found = store.connection.execute(f"PRAGMA {check}").fetchone()[0]
        if found != "ok":
            raise refusals.damaged(store.path, found)
    if version < schema.VERSION:
        _bring_up_to_date(store, version)


def _checks(connection: sqlite3.Connection, version: int) -> list[str]:
    """The checks that opening can afford: all of the file before a migration, else what is small."""
    if version < schema.VERSION:
        return ["quick_check"]
    scores = connection.execute("SELECT coalesce(max(rowid), 0) FROM scores").fetchone()[0]
    tables = _CHECKED_ALWAYS if scores > _MANY_SCORES else (*_CHECKED_ALWAYS, *_CHECKED_WHILE_SMALL)
    return [f"quick_check({table})" for table in tables]


def _bring_up_to_date(store: Store, version: int) -> None:
    """Nothing; a copy of the old file, read back, stands beside it, and the file is at today's schema."""
    from annotator.store.backups import copy_to
    from annotator.store.migrations import migrate

    copy_to(store, _free_name(store.path.with_name(f"{store.path.stem}-schema-{version}.db")))
    migrate(store.connection)
    store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _make_private(path: Path) -> None:
    """Nothing; an empty file is there that only its owner can read."""
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _free_name(path: Path) -> Path:
    """The path itself, or with a number where that name is taken."""
    candidate, number = path, 2
    while candidate.exists():
        candidate = path.with_stem(f"{path.stem}-{number}")
        number += 1
    return candidate


def _check_file(path: Path) -> None:
    """Nothing, when there is a file that says of itself that it is a workspace for this program."""
    if not path.exists():
        raise NotFoundError(
            _("there is no workspace here."), _("Make one with `annotator init`."), Place(str(path.parent))
        )
    refusals.check_header(path)


def _check_folder(folder: Path) -> None:
    """Nothing, when files can be made in the folder: the journal needs it."""
    try:
        kind = folder.stat().st_mode
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotFoundError(
            _("there is no such folder."), _("Make it, or check its name."), Place(str(folder))
        ) from error
    except OSError as error:
        raise refusals.forbidden_folder(folder) from error
    if not stat.S_ISDIR(kind):
        raise StoreError(
            _("this is a file, not a folder."), _("Name the folder it is in."), Place(str(folder))
        )
    effective = os.access in os.supports_effective_ids
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK, effective_ids=effective):
        raise refusals.forbidden_folder(folder)


def _create(path: Path) -> None:
    """Nothing; a new workspace file stands at `path`, complete from the moment it is seen.

    It is built under another name and linked into place, so that neither a crash nor two programs that
    start at once leave half a database.
    """
    from annotator.store.migrations import migrate

    building = path.with_name(f".{path.name}.{os.getpid()}.new")
    _make_private(building)
    try:
        connection = sqlite3.connect(building, isolation_level=None)
        try:
            _set_pragmas(connection)
            connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
            migrate(connection)
            connection.execute("PRAGMA journal_mode = WAL")
        finally:
            connection.close()
        _put_in_place(building, path)
    finally:
        building.unlink(missing_ok=True)


def _put_in_place(building: Path, path: Path) -> None:
    """Nothing; the finished file has its name, unless another program was first, whose file then stays."""
    try:
        os.link(building, path)
    except FileExistsError:
        return
    except OSError:
        # A file system without hard links: two programs that start at once are then not told apart.
        if not path.exists():
            building.rename(path)
    _settle(path.parent)


def _settle(folder: Path) -> None:
    """Nothing; the new name is on the disk, where the system can promise that."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
