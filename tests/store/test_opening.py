"""Opening and refusing databases; every one that is refused is left as it was."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from annotator.errors import AnnotatorError, NotFoundError, StoreError
from annotator.store import Store, open_store, schema

NewFile = Callable[[str], Path]


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


@contextmanager
def as_somebody_else() -> Iterator[None]:
    """A block without the rights of the administrator, where the tests run as one."""
    if not hasattr(os, "geteuid"):
        pytest.skip("this system has no file rights of that kind")
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def refused(path: Path) -> AnnotatorError:
    """The refusal of a file, which is left untouched, with nothing new beside it."""
    before = snapshot(path.parent)
    with pytest.raises(AnnotatorError) as caught:
        open_store(path)
    assert snapshot(path.parent) == before
    assert caught.value.hint
    assert caught.value.place
    assert "\n" not in caught.value.message
    return caught.value


def test_where_there_is_nothing_a_workspace_can_be_made(tmp_path: Path) -> None:
    assert "annotator init" in refused(tmp_path / "annotator.db").hint
    open_store(tmp_path / "annotator.db", create=True).close()
    open_store(tmp_path / "annotator.db").close()
    assert [path.name for path in tmp_path.iterdir()] == ["annotator.db"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no such folder"):
        open_store(tmp_path / "nowhere" / "annotator.db", create=True)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "an empty file"),
        (b"Dear diary, " * 50, "a text"),
        (b"SQLite format 3\0", "a database cut after its first words"),
        (bytes(4096), "zeros"),
    ],
)
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "annotator.db"
    path.write_bytes(content)
    assert "not a database" in refused(path).message


def test_the_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "annotator.db"
    other = sqlite3.connect(path)
    other.executescript("PRAGMA journal_mode = WAL; CREATE TABLE birds (name)")
    other.close()
    assert "another program" in refused(path).message


def test_a_workspace_from_a_newer_version_is_refused(new_file: NewFile) -> None:
    path = new_file("annotator")
    newer = sqlite3.connect(path)
    newer.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    newer.close()
    told = refused(path)
    assert "newer annotator" in told.message
    assert "upgrade" in told.hint


def test_a_newer_version_is_found_even_when_it_stands_in_the_journal_only(new_file: NewFile) -> None:
    path = new_file("annotator")
    newer = sqlite3.connect(path)
    newer.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    with pytest.raises(StoreError, match="newer annotator"):
        open_store(path)
    newer.close()


@pytest.mark.parametrize("table", ["scores", "raters", "current_scores", "rubrics", "evidence"])
def test_a_damaged_table_of_judgements_is_refused(new_file: NewFile, table: str) -> None:
    path = new_file("annotator")
    with open_store(path) as store:
        page = store.rows(f"SELECT rootpage FROM sqlite_schema WHERE name = '{table}'")[0][0]
        size = store.rows("PRAGMA page_size")[0][0]
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xa5" * size)
    assert "damaged" in refused(path).message


def test_a_file_cut_short_is_refused(new_file: NewFile) -> None:
    path = new_file("annotator")
    path.write_bytes(path.read_bytes()[:-30_000])
    assert "damaged" in refused(path).message


@pytest.fixture
def open_folder(empty_file: Path) -> Iterator[Path]:
    """A folder that somebody else can reach, unlike the folders pytest makes."""
    import shutil
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        shutil.copy(empty_file, folder / "annotator.db")
        (folder / "annotator.db").chmod(0o666)
        yield folder
        folder.chmod(0o777)


def test_a_read_only_workspace_is_refused(open_folder: Path) -> None:
    (open_folder / "annotator.db").chmod(0o444)
    with as_somebody_else():
        assert "may not be opened for writing" in refused(open_folder / "annotator.db").message


def test_a_folder_without_permission_is_refused(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    with as_somebody_else():
        assert "may not write in this folder" in refused(open_folder / "annotator.db").message
        with pytest.raises(StoreError, match="may not write in this folder"):
            open_store(open_folder / "new.db", create=True)


def test_a_folder_below_one_that_may_not_be_entered_is_refused(open_folder: Path) -> None:
    below = open_folder / "below"
    below.mkdir()
    open_folder.chmod(0o600)
    with as_somebody_else():
        for create in (True, False):
            with pytest.raises(StoreError, match="may not write in this folder"):
                open_store(below / "annotator.db", create=create)


def test_a_folder_in_place_of_the_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "annotator.db").mkdir()
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(tmp_path / "annotator.db")


def test_a_new_workspace_is_for_its_owner_only(tmp_path: Path) -> None:
    with open_store(tmp_path / "annotator.db", create=True) as store:
        with store.writing() as connection:
            connection.execute("INSERT INTO settings VALUES ('a', 'b')")
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == dict.fromkeys(("annotator.db", "annotator.db-shm", "annotator.db-wal"), 0o600)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("foreign_keys", 1),
        ("synchronous", 2),
        ("busy_timeout", 30_000),
        ("recursive_triggers", 1),
        ("trusted_schema", 0),
        ("secure_delete", 1),
        ("application_id", schema.APPLICATION_ID),
    ],
)
def test_every_safety_is_on(store: Store, pragma: str, value: object) -> None:
    assert store.row(f"PRAGMA {pragma}") == (value,)


def test_an_old_workspace_is_copied_before_it_is_changed(tmp_path: Path) -> None:
    path = tmp_path / "annotator.db"
    old = sqlite3.connect(path)
    old.executescript(f"PRAGMA application_id = {schema.APPLICATION_ID}; CREATE TABLE kept (word)")
    old.execute("INSERT INTO kept VALUES ('precious')")
    old.commit()
    old.close()
    with open_store(path) as store:
        assert store.rows("SELECT word FROM kept") == [("precious",)]
        assert store.row("PRAGMA user_version") == (schema.VERSION,)
    copy = sqlite3.connect(tmp_path / "annotator-schema-0.db")
    assert copy.execute("SELECT word FROM kept").fetchall() == [("precious",)]
    assert copy.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (1,)
    copy.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["annotator-schema-0.db", "annotator.db"]


def test_a_migration_that_fails_leaves_the_workspace_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "annotator.db"
    old = sqlite3.connect(path)
    old.executescript(f"PRAGMA application_id = {schema.APPLICATION_ID}; CREATE TABLE scores (in_the_way)")
    old.close()
    before = path.read_bytes()
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        open_store(path)
    assert path.read_bytes() == before


def test_a_transaction_that_fails_leaves_nothing(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.writing() as connection:
        connection.execute("INSERT INTO settings VALUES ('a', 'b')")
        raise ZeroDivisionError
    assert store.rows("SELECT * FROM settings") == []
    with store.writing() as connection:
        connection.execute("INSERT INTO settings VALUES ('a', 'c')")
    assert store.rows("SELECT * FROM settings") == [("a", "c")]


def test_a_full_disk_is_a_sentence_and_nothing_is_half_saved(store: Store) -> None:
    pages = store.rows("PRAGMA page_count")[0][0]
    store.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="disk is full"), store.writing() as connection:
        connection.execute("INSERT INTO settings VALUES ('first', 'x')")
        connection.execute("INSERT INTO settings VALUES ('second', ?)", ("x" * 1_000_000,))
    assert store.rows("SELECT * FROM settings") == []


def test_opening_a_ready_workspace_does_not_import_sqlite_utils(new_file: NewFile) -> None:
    code = (
        "import sys; from pathlib import Path; from annotator.store import open_store;"
        f"open_store(Path({str(new_file('annotator'))!r})).close(); print('sqlite_utils' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_programs_that_make_the_same_workspace_at_once_share_one(tmp_path: Path) -> None:
    code = (
        "from pathlib import Path; from annotator.store import open_store;"
        f"s = open_store(Path({str(tmp_path / 'annotator.db')!r}), create=True);"
        "c = s.writing(); c.__enter__().execute(\"INSERT INTO settings VALUES (hex(randomblob(8)), '')\");"
        "c.__exit__(None, None, None)"
    )
    running = [subprocess.Popen([sys.executable, "-c", code]) for _ in range(3)]
    assert [one.wait() for one in running] == [0, 0, 0]
    with open_store(tmp_path / "annotator.db") as store:
        assert store.row("SELECT count(*) FROM settings") == (3,)
    assert [path.name for path in tmp_path.iterdir()] == ["annotator.db"]
