"""Backups are whole and few; going back loses nothing without being told."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from annotator.errors import AnnotatorError, InputError, StoreError
from annotator.model.articles import Article
from annotator.model.judgements import Answer, Rater
from annotator.model.rubrics import Rubric
from annotator.store import schema
from annotator.workbench.backing_up import FOLDER, KEPT, back_up, list_backups, restore
from annotator.workbench.diagnosing import diagnose_folder, place_complaints
from annotator.workbench.opening import FILE_NAME, Workspace, open_workspace
from annotator.workbench.rating import record_score
from annotator.workbench.surroundings import network_drive, sync_folder, wrong_clock

NOW = datetime(2027, 3, 1, 9, 30).astimezone()


def score(workspace: Workspace, rater: Rater, article: Article, rubric: Rubric, level: int) -> str:
    return record_score(workspace, rater, article, rubric, "tone", answer=Answer.LEVEL, level=level).id


def scores(folder: Path) -> set[str]:
    with open_workspace(folder) as workspace:
        return {key for (key,) in workspace.store.rows("SELECT id FROM scores")}


def test_a_backup_is_read_back_private_and_listed(
    workspace: Workspace, rater: Rater, council: Article, rubric: Rubric
) -> None:
    score(workspace, rater, council, rubric, 2)
    path = back_up(workspace)
    assert path.stat().st_mode & 0o077 == 0
    (listed,) = list_backups(workspace.folder / FOLDER)
    assert (listed.path, listed.judgements) == (path, 1)


def test_the_newest_ten_and_the_newest_of_each_day_are_kept(workspace: Workspace) -> None:
    made = NOW - timedelta(days=40)
    for moment in (made + timedelta(days=day, hours=hour) for day in range(40) for hour in range(2)):
        back_up(Workspace(workspace.folder, workspace.store, partial(lambda now: now, moment)))
    kept = list_backups(workspace.folder / FOLDER)
    assert len(kept) == KEPT // 2 + 30
    assert len({one.made.date() for one in kept}) == 30


def test_going_back_is_refused_while_judgements_would_be_lost(
    workspace: Workspace, rater: Rater, council: Article, rubric: Rubric
) -> None:
    first = score(workspace, rater, council, rubric, 2)
    path = back_up(workspace)
    second = score(workspace, rater, council, rubric, 3)
    folder = workspace.folder
    with pytest.raises(InputError, match="1 judgement that the backup lacks"):
        restore(folder, path, now=NOW)
    assert scores(folder) == {first, second}
    done = restore(folder, path, force=True, now=NOW)
    assert scores(folder) == {first}
    # The window that was open all the while sees the state that was put back.
    assert workspace.store.rows("SELECT id FROM scores") == [(first,)]
    aside = folder.parent / "aside"
    aside.mkdir()
    done.aside.rename(aside / FILE_NAME)
    assert scores(aside) == {first, second}
    assert diagnose_folder(folder) == []


def test_a_damaged_workspace_is_set_aside_and_the_backup_put_in_its_place(
    workspace: Workspace, rater: Rater, council: Article, rubric: Rubric
) -> None:
    first = score(workspace, rater, council, rubric, 2)
    path = back_up(workspace)
    folder = workspace.folder
    workspace.close()
    (folder / FILE_NAME).write_bytes(b"SQLite format 3\0" + b"\xa5" * 5_000)
    done = restore(folder, path, now=NOW)
    assert "damaged" in done.aside.name and done.aside.exists()
    assert scores(folder) == {first}


def test_a_workspace_of_a_newer_version_or_in_use_is_never_moved_away(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, folder = back_up(workspace), workspace.folder
    (folder / "elsewhere.db").write_bytes(path.read_bytes())
    workspace.store.connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    workspace.close()
    there = {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()}
    with pytest.raises(StoreError, match="made by a newer annotator"):
        restore(folder, folder / "elsewhere.db", force=True, now=NOW)
    assert {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()} == there
    monkeypatch.setattr("annotator.store.opening.BUSY_SECONDS", 0.1)
    with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as other:
        other.execute(f"PRAGMA user_version = {schema.VERSION}")
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="another program keeps this workspace locked"):
            restore(folder, folder / "elsewhere.db", force=True, now=NOW)
        other.execute("COMMIT")
    assert sorted(one.name for one in folder.glob("*.db")) == ["annotator.db", "elsewhere.db"]


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\0" * 200])
def test_what_is_no_backup_is_refused_and_nothing_changed(workspace: Workspace, content: bytes) -> None:
    (workspace.folder / "bad.db").write_bytes(content)
    before = (workspace.folder / FILE_NAME).read_bytes()
    with pytest.raises(AnnotatorError):
        restore(workspace.folder, workspace.folder / "bad.db", force=True, now=NOW)
    with pytest.raises(AnnotatorError, match="no such backup"):
        restore(workspace.folder, workspace.folder / "nowhere.db", force=True, now=NOW)
    assert (workspace.folder / FILE_NAME).read_bytes() == before


def test_a_damaged_backup_is_refused(workspace: Workspace) -> None:
    path = back_up(workspace)
    data = bytearray(path.read_bytes())
    data[4096 * 3 : 4096 * 4] = b"\xa5" * 4096
    path.write_bytes(bytes(data))
    with pytest.raises(AnnotatorError, match="damaged"):
        restore(workspace.folder, path, force=True, now=NOW)


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/mnt/school/class", "cifs"),
        ("/home/anna/class", ""),
        ("/mnt/schoolbooks", ""),
        ("//server/share", ""),
    ],
)
def test_a_network_drive_is_told_from_a_disk(folder: str, kind: str) -> None:
    mounts = "/dev/sda1 / ext4 rw 0 0\n//server/share /mnt/school cifs rw 0 0\n"
    assert network_drive(Path(folder), mounts) == kind


@pytest.mark.parametrize(
    "name", ["Dropbox", "OneDrive - School", "Google Drive", "Mobile Documents", "Nextcloud"]
)
def test_a_synchronised_folder_is_recognised(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name / "class"
    folder.mkdir(parents=True)
    assert sync_folder(folder) == name
    (complaint,) = place_complaints(folder)
    assert name in complaint.message and "annotator backup --to" in complaint.hint
    assert sync_folder(tmp_path) == ""


def test_a_clock_that_cannot_be_right_is_told() -> None:
    assert list(wrong_clock(NOW, NOW.isoformat())) == []
    assert list(wrong_clock(datetime(2001, 1, 1).astimezone(), "")) != []
    (told,) = wrong_clock(NOW, (NOW + timedelta(hours=2)).isoformat())
    assert "still to come" in told
