"""Taking judgements back and doing them again, by appending rows that say so."""

from __future__ import annotations

from dataclasses import replace

from annotator.model.judgements import Answer, Rater, Score
from annotator.store import scores
from annotator.workbench.appending import append
from annotator.workbench.opening import Workspace


def undo(workspace: Workspace, rater: Rater) -> Score | None:
    """The score that now stands where the rater's last judgement stood (perhaps a withdrawn one), or None.

    Works across articles and restarts, back to the rater's first judgement: it is a row like any other.
    """
    with workspace.store.writing() as connection:
        past = scores.history(workspace.store, rater.id).undo
        taken = scores.get_score(workspace.store, past[-1]) if past else None
        if taken is None:
            return None
        earlier = scores.before(workspace.store, taken)
        withdrawn = replace(taken, answer=Answer.WITHDRAWN, level=None, note="", evidence=())
        return append(workspace, connection, replace(earlier or withdrawn, undoes=taken.id, at=""))


def redo(workspace: Workspace, rater: Rater) -> Score | None:
    """The score that stands again now that the last undo was undone, or None when there was none."""
    with workspace.store.writing() as connection:
        undone = scores.history(workspace.store, rater.id).redo
        undoing = scores.get_score(workspace.store, undone[-1]) if undone else None
        again = scores.get_score(workspace.store, undoing.undoes) if undoing else None
        if undoing is None or again is None:
            return None
        return append(workspace, connection, replace(again, undoes=undoing.id, at=""))


def has_judged(workspace: Workspace, rater: Rater) -> bool:
    """True when this rater ever gave a score here."""
    return workspace.store.row("SELECT 1 FROM scores WHERE rater = ? LIMIT 1", (rater.id,)) is not None
