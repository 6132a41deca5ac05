"""Files written whole or not at all."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from annotator.errors import AnnotatorError
from annotator.formats.writing import replacing


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_is_written_is_there_and_nothing_beside_it(tmp_path: Path) -> None:
    with replacing(tmp_path / "scores.csv") as out:
        out.write("क,è\r\n")
    assert (tmp_path / "scores.csv").read_bytes() == "क,è\r\n".encode()
    assert names(tmp_path) == ["scores.csv"]


def test_an_existing_file_is_refused_and_stays(tmp_path: Path) -> None:
    target = tmp_path / "scores.csv"
    target.write_text("old")
    with pytest.raises(AnnotatorError, match="already there") as caught, replacing(target) as out:
        out.write("new")
    assert "--force" in caught.value.hint
    assert target.read_text() == "old"


def test_force_replaces_and_keeps_the_permissions(tmp_path: Path) -> None:
    target = tmp_path / "scores.csv"
    target.write_text("old")
    target.chmod(0o640)
    with replacing(target, force=True) as out:
        out.write("new")
    assert target.read_text() == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_failure_in_the_middle_leaves_the_old_file_and_no_rest(tmp_path: Path) -> None:
    target = tmp_path / "scores.csv"
    target.write_text("old")
    with pytest.raises(RuntimeError), replacing(target, force=True) as out:
        out.write("half")
        raise RuntimeError
    assert target.read_text() == "old"
    assert names(tmp_path) == ["scores.csv"]


def test_a_file_that_appeared_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    target = tmp_path / "scores.csv"
    with pytest.raises(AnnotatorError, match="already there"), replacing(target) as out:
        out.write("mine")
        target.write_text("theirs")
    assert target.read_text() == "theirs"
    assert names(tmp_path) == ["scores.csv"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_text("old")
    link.symlink_to(real)
    with replacing(link, force=True) as out:
        out.write("new")
    assert link.is_symlink()
    assert real.read_text() == "new"


def test_a_device_is_written_to_and_never_replaced() -> None:
    with replacing(Path("/dev/null"), force=True) as out:
        out.write("gone")
    assert Path("/dev/null").is_char_device()


def test_a_full_disk_is_told_in_a_sentence() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with pytest.raises(AnnotatorError, match="No space left"), replacing(Path("/dev/full")) as out:
        out.write("words")


REFUSED = [
    ("", "folder, not a file", "the target is a folder"),
    ("no/scores.csv", "folder does not exist", "the folder is missing"),
    ("file/scores.csv", "folder does not exist", "the folder is a file"),
    ("x" * 300 + ".csv", "cannot be written", "the name is too long"),
]


@pytest.mark.parametrize(("name", "said", "reason"), REFUSED, ids=[row[2] for row in REFUSED])
def test_what_cannot_be_written_is_refused(tmp_path: Path, name: str, said: str, reason: str) -> None:
    (tmp_path / "file").write_text("words")
    with pytest.raises(AnnotatorError, match=said), replacing(tmp_path / name) as out:
        out.write("words")
    assert names(tmp_path) == ["file"], reason
