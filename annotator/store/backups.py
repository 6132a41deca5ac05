"""Copies of a workspace's database: consistent, read back before they count, put back without a gap."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from annotator.errors import NotFoundError, Place, StoreError
from annotator.store import refusals, schema
from annotator.store.opening import Store

_JUDGED = tuple(table for table in schema.JUDGEMENTS if table != "evidence")
"""What counts as a judgement for a person: evidence is part of its score."""
_PAGES_AT_ONCE = -1
"""All pages in one step: the copy is one transaction, whatever others write meanwhile."""


def copy_to(store: Store, target: Path) -> None:
    """Nothing; the database as it is at this moment stands in a new file that only its owner can read.

    It is written under another name, read back (every page, every index, the number of judgements) and only
    then gets its name. Raises `StoreError` when the disk refuses, or the copy is not what it should be.
    """
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    part.unlink(missing_ok=True)
    before = count_judgements(store.connection)
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with store.told():
            store.connection.execute("VACUUM INTO ?", (str(part),))
        _read_back(part, before)
        _settle(part)
        part.rename(target)
        _settle(target.parent)
    except OSError as error:
        message = f"the copy cannot be written ({error.strerror})."
        raise StoreError(message, "Free some space, or choose another folder.", Place(str(target))) from error
    finally:
        part.unlink(missing_ok=True)


def _read_back(path: Path, least: Mapping[str, int]) -> None:
    """Nothing, when the copy is whole and has the judgements that stood there when it was begun."""
    with closing(open_copy(path)) as copy:
        found = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
        there = count_judgements(copy)
        # A rater may be forgotten meanwhile; no other judgement ever goes.
        short = any(there[table] < number for table, number in least.items())
        forgotten = short and copy.execute("SELECT count(*) FROM tombstones").fetchone()[0]
    if found != "ok" or (short and not forgotten):
        raise StoreError(
            "the copy that was written is not whole.", "Check the disk, then do it again.", Place(str(path))
        )


def open_copy(path: Path) -> sqlite3.Connection:
    """A backup, opened to be read only. Raises for what is none, or from a newer version."""
    if not path.is_file():
        raise NotFoundError(
            "there is no such backup.", "See what there is: annotator backup --list", Place(str(path))
        )
    refusals.check_header(path, writing=False)
    # Without a journal beside it nobody writes it, and it can be read from a disk that is read-only.
    alone = "" if path.with_name(f"{path.name}-wal").exists() else "&immutable=1"
    address = f"{path.absolute().as_uri()}?mode=ro{alone}"
    return sqlite3.connect(address, uri=True, isolation_level=None)


def count_judgements(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows each append-only table has; tables that an older schema lacks are left out."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    return {
        table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in schema.JUDGEMENTS
        if table in there
    }


def told_judgements(connection: sqlite3.Connection) -> int:
    """How many judgements there are, as a person counts them."""
    return sum(number for table, number in count_judgements(connection).items() if table in _JUDGED)


def missing_from(copy: sqlite3.Connection, store: Store) -> int:
    """How many judgements of the store are not in the copy."""
    total = 0
    there = count_judgements(copy)
    for table in _JUDGED:
        keys = {key for (key,) in copy.execute(f"SELECT id FROM {table}")} if table in there else set()
        total += sum(key not in keys for (key,) in store.rows(f"SELECT id FROM {table}"))
    return total


def put_back(copy: sqlite3.Connection, path: Path) -> None:
    """Nothing; the database at `path`, which can be opened, holds what the copy holds.

    Page by page in one transaction: a program that has it open sees the old state or the new one, and a
    crash leaves the old one.
    """
    with closing(sqlite3.connect(path, timeout=5.0, isolation_level=None)) as target:
        try:
            copy.backup(target, pages=_PAGES_AT_ONCE)
            target.execute("PRAGMA journal_mode = WAL")
            target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.DatabaseError as error:
            sentence = refusals.refusal(error, path)
            if sentence is None:
                raise
            raise sentence from error


def put_in_place_of(copy_path: Path, path: Path) -> None:
    """Nothing; a copy of the backup stands at `path`, where nothing stands that could be opened."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    part.unlink(missing_ok=True)
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        part.write_bytes(copy_path.read_bytes())
        _settle(part)
        part.rename(path)
        _settle(path.parent)
    except OSError as error:
        message = f"the workspace cannot be written ({error.strerror})."
        raise StoreError(message, "Free some space, or check the folder.", Place(str(path))) from error
    finally:
        part.unlink(missing_ok=True)


def set_aside(path: Path, aside: Path) -> None:
    """Nothing; a database that cannot be opened has another name, with its journal."""
    path.rename(aside)
    for ending in ("-wal", "-shm"):
        journal = path.with_name(path.name + ending)
        if journal.exists():
            journal.rename(aside.with_name(aside.name + ending))


def _settle(path: Path) -> None:
    """Nothing; file or folder is on the disk, where the system can promise that."""
    if os.name == "posix":
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
