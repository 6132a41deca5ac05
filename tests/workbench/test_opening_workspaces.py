"""Finding, making and refusing workspaces."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.errors import AnnotatorError, NotFoundError, StoreError
from annotator.workbench.opening import FILE_NAME, create_workspace, local_time, open_workspace


def test_a_folder_without_a_workspace_is_told_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError) as caught:
        open_workspace(tmp_path)
    assert "annotator init" in caught.value.hint
    assert list(tmp_path.iterdir()) == []


def test_a_new_workspace_makes_its_folder(tmp_path: Path) -> None:
    with create_workspace(tmp_path / "class" / "8b") as made:
        assert made.folder == (tmp_path / "class" / "8b").resolve()
    with open_workspace(tmp_path / "class" / "8b"), open_workspace(tmp_path / "new", create=True):
        pass
    assert (tmp_path / "new" / FILE_NAME).is_file()


def test_a_workspace_is_not_made_twice(tmp_path: Path) -> None:
    create_workspace(tmp_path).close()
    before = (tmp_path / FILE_NAME).read_bytes()
    with pytest.raises(StoreError, match="already"):
        create_workspace(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(AnnotatorError, match="not a folder"):
        create_workspace(tmp_path / "file")


def test_the_clock_tells_its_offset() -> None:
    assert local_time().utcoffset() is not None
