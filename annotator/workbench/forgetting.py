"""Forgetting a person, and closing a class at the end of term."""

from __future__ import annotations

from dataclasses import dataclass, replace

from annotator.model.judgements import Rater
from annotator.store import raters, scores, settings
from annotator.store.forgetting import clear_traces, forget_rater
from annotator.workbench.enrolling import students
from annotator.workbench.opening import Workspace
from annotator.workbench.pseudonyms import pseudonym

_CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What became of one person."""

    code: str
    """Under which the judgements stay; empty when they are gone too."""
    scores: int
    """How many scores stay, or are gone."""


def forget(workspace: Workspace, rater: Rater, *, drop_scores: bool = False) -> Forgotten:
    """What became of the rater: name and group are gone from the file, drafts and places too.

    The judgements stay under the rater's code, or go as well. Files of the rater's are refused from now on.
    """
    given = len(scores.history(workspace.store, rater.id).undo)
    if drop_scores:
        forget_rater(workspace.store, rater.id, workspace.now())
        clear_traces(workspace.store, rater.id)
        return Forgotten("", given)
    code = pseudonym(workspace, rater.id)
    with workspace.store.writing() as connection:
        raters.update_rater(connection, replace(rater, handle=code, group=""))
    clear_traces(workspace.store, rater.id)
    settings.put(workspace.store, forgotten_setting(rater.id), workspace.now())
    return Forgotten(code, given)


def was_forgotten(workspace: Workspace, rater: str) -> bool:
    """True for a rater, by id, who was forgotten here, with judgements or without."""
    if settings.get(workspace.store, forgotten_setting(rater)) is not None:
        return True
    return workspace.store.row("SELECT 1 FROM tombstones WHERE rater = ?", (rater,)) is not None


def close_class(workspace: Workspace, *, drop_scores: bool = False) -> int:
    """How many students were forgotten; the class takes in no file any more."""
    leaving = [
        one for one in students(workspace) if settings.get(workspace.store, forgotten_setting(one.id)) is None
    ]
    for student in leaving:
        forget(workspace, student, drop_scores=drop_scores)
    settings.put(workspace.store, _CLOSED, workspace.now())
    return len(leaving)


def is_closed(workspace: Workspace) -> bool:
    """True after the class was closed."""
    return settings.get(workspace.store, _CLOSED) is not None


def forgotten_setting(rater: str) -> str:
    """The name of the setting that says a rater was forgotten."""
    return f"forgotten:{rater}"
