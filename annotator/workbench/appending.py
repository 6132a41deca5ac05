"""Writing scores down: rows are added, and nothing else ever happens to them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from annotator.errors import JudgementError
from annotator.model.judgements import Score
from annotator.model.rubrics import Rubric
from annotator.store import drafts, rubrics, scores
from annotator.translating import _
from annotator.workbench.opening import Workspace


def append_scores(workspace: Workspace, waiting: Sequence[Score], rubric: Rubric) -> list[tuple[Score, bool]]:
    """For each score, in one transaction: itself with id, time and order, and True; or the equal one that
    stood already, and False."""
    try:
        with workspace.store.writing() as connection:
            rubrics.keep(connection, rubric)
            return [_append_new(workspace, connection, score) for score in waiting]
    except sqlite3.IntegrityError as error:
        raise JudgementError(
            _("the rater or the article is not in this workspace, so nothing was saved."),
            _("Another window may have removed it; go back to the library."),
        ) from error


def _append_new(workspace: Workspace, connection: sqlite3.Connection, score: Score) -> tuple[Score, bool]:
    cell = drafts.Cell(score.rater, score.article, score.rubric, score.criterion)
    standing = scores.current_of(workspace.store, *cell.values())
    drafts.drop_draft(connection, cell)
    if standing is not None and _same(standing, score):
        return standing, False
    return append(workspace, connection, score), True


def _same(one: Score, other: Score) -> bool:
    """True when two scores say the same under the same conditions, whoever wrote them when."""
    blank = {"id": "", "at": "", "order": 0, "undoes": ""}
    return replace(one, **blank) == replace(other, **blank)  # type: ignore[arg-type]


def append(workspace: Workspace, connection: sqlite3.Connection, score: Score) -> Score:
    """The score with its id, time and order, as a new row of the transaction that is open."""
    written = replace(
        score, id=workspace.new_id(), at=score.at or workspace.now(), order=scores.next_clock(connection)
    )
    scores.append(connection, written, [workspace.new_id() for _ in written.evidence])
    return written
