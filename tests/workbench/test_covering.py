"""Corrections of matches: merged, forgotten, kept; vectors read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.store.forgetting import forget_rater
from annotator.store.merging import merge_judgements
from annotator.workbench.covering import CROSSLINGUAL, PLAIN, coverage_of, sentences_to_embed
from annotator.workbench.joining import ensure_rater
from annotator.workbench.opening import FILE_NAME, Workspace, create_workspace
from annotator.workbench.rematching import join, undo_correction
from annotator.workbench.seeding import seed
from tests.alignment.extra import needs_extra

STORY = "tiktok-settlement"


def seeded(folder: Path) -> Workspace:
    workspace = create_workspace(folder)
    seed(workspace)
    return workspace


def corrected(workspace: Workspace) -> int:
    return sum(row.statement.corrected for row in coverage_of(workspace, STORY, PLAIN).rows)


def join_two(workspace: Workspace, handle: str) -> None:
    alone = [row.statement.passages[0] for row in coverage_of(workspace, STORY, PLAIN).rows if row.only]
    join(workspace, ensure_rater(workspace, handle), STORY, alone[0], alone[-1])


def test_corrections_come_with_a_merge_and_a_second_merge_changes_nothing(tmp_path: Path) -> None:
    with seeded(tmp_path / "one") as one, seeded(tmp_path / "other") as other:
        join_two(other, "ada")
        assert merge_judgements(one.store, other.folder / FILE_NAME).added["corrections"] == 1
        assert merge_judgements(one.store, other.folder / FILE_NAME).added == {}
        assert corrected(one) == 1


def test_a_rater_takes_back_only_what_is_the_raters_own(tmp_path: Path) -> None:
    with seeded(tmp_path / "w") as workspace:
        join_two(workspace, "ada")
        assert undo_correction(workspace, ensure_rater(workspace, "bob")) is None
        assert corrected(workspace) == 1
        assert undo_correction(workspace, ensure_rater(workspace, "ada")) is not None
        assert corrected(workspace) == 0


def test_the_corrections_of_a_forgotten_person_are_gone(tmp_path: Path) -> None:
    with seeded(tmp_path / "w") as workspace:
        join_two(workspace, "ada")
        forget_rater(workspace.store, ensure_rater(workspace, "ada").id, workspace.now())
        assert corrected(workspace) == 0


@needs_extra
def test_every_sentence_is_read_once_and_progress_is_told(tmp_path: Path) -> None:
    with create_workspace(tmp_path / "w") as workspace:
        from annotator.workbench.importing import add_sources

        for outlet, text in (
            ("a", "The mayor resigned on Friday.\nIt rained."),
            ("b", "Il sindaco si è dimesso."),
        ):
            path = tmp_path / f"{outlet}.txt"
            path.write_text(text, encoding="utf-8")
            add_sources(workspace, [path], story="s", outlet=outlet)
        waiting = sentences_to_embed(workspace, "s")
        heard: list[tuple[int, int]] = []
        first = coverage_of(workspace, "s", CROSSLINGUAL, lambda done, of: heard.append((done, of)))
        assert heard[-1] == (waiting, waiting)
        assert sentences_to_embed(workspace, "s") == 0
        assert coverage_of(workspace, "s", CROSSLINGUAL, lambda *_: pytest.fail("read again")) == first
        assert first.shared
