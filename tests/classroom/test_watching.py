"""A drop folder: files go in when they are whole, once, whatever becomes of the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.errors import AnnotatorError
from annotator.model.rubrics import Rubric
from annotator.workbench.handing_in import hand_in
from annotator.workbench.opening import Workspace
from annotator.workbench.watching import DropFolder
from tests.classroom.conftest import article, give, rater


@pytest.fixture
def files(workspace: Workspace, rubric: Rubric, tmp_path: Path) -> list[Path]:
    """Three students' files, which the workspace knows already."""
    made = []
    for number in range(3):
        who = rater(workspace, number)
        give(workspace, who, article(workspace, "council", "gazette"), rubric, "tone", 2)
        made.append(tmp_path / f"{number}.json")
        hand_in(workspace, who, made[-1])
    return made


@pytest.fixture
def drop(tmp_path: Path) -> DropFolder:
    (tmp_path / "drop").mkdir()
    return DropFolder(tmp_path / "drop")


def test_a_file_is_taken_once_and_only_when_it_has_stood_still(
    workspace: Workspace, files: list[Path], drop: DropFolder
) -> None:
    whole = files[0].read_bytes()
    target = drop.folder / "a.json"
    for part in (len(whole) // 3, len(whole) // 2, len(whole)):
        target.write_bytes(whole[:part])
        assert drop.look(workspace) == [], "it is still growing"
        assert drop.arriving == 1
    (result,) = drop.look(workspace)
    assert (result.problem, result.known) == (None, 1)
    assert drop.look(workspace) == []


def test_a_cut_file_is_refused_once_and_taken_when_it_is_mended(
    workspace: Workspace, files: list[Path], drop: DropFolder
) -> None:
    whole = files[0].read_bytes()
    (drop.folder / "a.json").write_bytes(whole[:-100])
    (drop.folder / "b.json").write_bytes(files[1].read_bytes())
    drop.look(workspace)
    cut, good = drop.look(workspace)
    assert cut.problem is not None and good.problem is None
    assert drop.look(workspace) == [], "what was told is not told again"
    (drop.folder / "a.json").write_bytes(whole)
    drop.look(workspace)
    (mended,) = drop.look(workspace)
    assert mended.problem is None


def test_half_made_copies_under_hidden_names_are_left_alone(
    workspace: Workspace, files: list[Path], drop: DropFolder
) -> None:
    for name in (".a.json", "~a.json", "a.json.part", "photo.png"):
        (drop.folder / name).write_bytes(files[0].read_bytes())
    drop.look(workspace)
    assert drop.look(workspace) == []


def test_a_folder_that_goes_away_is_told_and_may_come_back(
    workspace: Workspace, files: list[Path], drop: DropFolder
) -> None:
    drop.folder.rmdir()
    with pytest.raises(AnnotatorError):
        drop.look(workspace)
    drop.folder.mkdir()
    (drop.folder / "a.json").write_bytes(files[2].read_bytes())
    drop.look(workspace)
    assert len(drop.look(workspace)) == 1
