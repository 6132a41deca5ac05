"""Free highlights: rows are only ever added, and what was taken back stands no more."""

from __future__ import annotations

import pytest

from annotator.errors import JudgementError
from annotator.model.judgements import Rater
from annotator.workbench.highlighting import (
    LONGEST_LABEL,
    add_highlight,
    highlights_of,
    remove_highlight,
)
from annotator.workbench.importing import add_sources
from annotator.workbench.opening import Workspace, open_workspace
from annotator.workbench.rating import ensure_rater
from annotator.workbench.reading import find_article


@pytest.fixture
def read(workspace: Workspace, tmp_path):  # type: ignore[no-untyped-def]
    (tmp_path / "fire.txt").write_text("Fire in the harbour\n\nA scummy [fire] burned.\n", "utf-8")
    add_sources(workspace, [tmp_path / "fire.txt"])
    return find_article(workspace, "fire")


def test_a_highlight_is_on_the_disk_with_its_words(workspace: Workspace, rater: Rater, read) -> None:  # type: ignore[no-untyped-def]
    start = read.text.index("[fire]")
    add_highlight(workspace, rater, read, start, start + 6, label="  odd  sign ", note="why [brackets]?")
    with open_workspace(workspace.folder) as other:
        (one,) = highlights_of(other, ensure_rater(other, rater.handle), read)
    assert (one.quote, one.label, one.note) == ("[fire]", "odd sign", "why [brackets]?")
    assert read.text[one.start : one.end] == one.quote


def test_taking_one_back_adds_a_row_and_happens_once(workspace: Workspace, rater: Rater, read) -> None:  # type: ignore[no-untyped-def]
    first = add_highlight(workspace, rater, read, 0, 4, label="a")
    second = add_highlight(workspace, rater, read, 0, 4, label="b")
    assert remove_highlight(workspace, rater, read, first.id)
    assert not remove_highlight(workspace, rater, read, first.id)
    assert [one.id for one in highlights_of(workspace, rater, read)] == [second.id]
    assert workspace.store.rows("SELECT count(*) FROM highlights") == [(3,)]


def test_nobody_takes_back_what_another_marked(workspace: Workspace, rater: Rater, read) -> None:  # type: ignore[no-untyped-def]
    one = add_highlight(workspace, rater, read, 0, 4, label="a")
    other = ensure_rater(workspace, "somebody-else")
    assert not remove_highlight(workspace, other, read, one.id)
    assert highlights_of(workspace, other, read) == []


@pytest.mark.parametrize(
    ("start", "end", "label"),
    [(0, 4, " "), (0, 4, "x" * (LONGEST_LABEL + 1)), (4, 4, "empty"), (0, 10_000, "too far")],
)
def test_what_makes_no_sense_is_refused(workspace: Workspace, rater: Rater, read, start, end, label) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(JudgementError):
        add_highlight(workspace, rater, read, start, end, label=label)
    assert highlights_of(workspace, rater, read) == []
