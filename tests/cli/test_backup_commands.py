"""Backing up and going back by command."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_a_backup_is_written_listed_and_put_back(run: Run, demo: Path) -> None:
    run("score", "techtrendske.md", "tone=2", "--quote", "tone=scummy")
    written = Path(run("backup").out.strip())
    assert written.exists()
    assert written.name in run("backup", "--list").out
    run("score", "techtrendske.md", "tone=3", "--quote", "tone=scummy")
    refused = run("restore", written.name)
    assert refused.code == 2
    assert "that the backup lacks" in refused.err
    done = run("restore", written.name, "--force")
    assert done.code == 0, done.err
    assert "annotator-before-restore" in done.err
    assert run("doctor").out.strip() == "All is well."


def test_a_backup_goes_to_another_folder_and_a_missing_one_is_told(
    run: Run, demo: Path, tmp_path: Path
) -> None:
    assert run("backup", "--to", str(tmp_path / "stick")).code == 0
    assert len(list((tmp_path / "stick").glob("annotator-*.db"))) == 1
    assert "no such backup" in run("restore", "nowhere.db").err
