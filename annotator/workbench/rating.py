"""Judging: scores with evidence, and taking them back."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from annotator.errors import JudgementError, NotFoundError
from annotator.model.articles import Article
from annotator.model.judgements import Answer, Conditions, Evidence, Rater, Role, Score
from annotator.model.rubrics import Criterion, Rubric
from annotator.store import drafts, raters, rubrics, scores
from annotator.workbench.choosing import list_rubrics, load_rubric
from annotator.workbench.drafting import (
    Draft,
    Place,
    load_draft,
    load_place,
    save_draft,
    save_place,
    save_verdict,
    verdicts,
)
from annotator.workbench.opening import Workspace

__all__ = [
    "Draft",
    "Place",
    "cite",
    "current_scores",
    "ensure_rater",
    "list_raters",
    "list_rubrics",
    "load_draft",
    "load_place",
    "load_rubric",
    "record_score",
    "redo",
    "save_draft",
    "save_place",
    "save_verdict",
    "undo",
    "verdicts",
]

AROUND = 32
"""How many code points before and after a quote are kept with it."""

LONGEST_NOTE = 20_000
"""How many characters of a note are kept; a paste of a megabyte is a mistake."""


def ensure_rater(workspace: Workspace, handle: str, role: Role = Role.STUDENT) -> Rater:
    """The rater with this handle (or id), made with this role if there is none.

    Refused when two raters have the handle, as can be after two workspaces were merged: which of them is
    meant is never guessed.
    """
    handle = " ".join(handle.split())
    if not handle:
        raise JudgementError("a rater needs a handle.", "Give a name or a code, such as `rania` or `8b-17`.")
    found = raters.with_name(workspace.store, handle)
    if not found:
        found = _make_rater(workspace, handle, role)
    if len(found) > 1:
        ids = " or ".join(rater.id for rater in found)
        raise JudgementError(f"{len(found)} raters are called {handle}.", f"Say which one by its id: {ids}.")
    return found[0]


def _make_rater(workspace: Workspace, handle: str, role: Role) -> list[Rater]:
    """The rater, or raters, with this handle, looked for again inside the transaction that makes one."""
    with workspace.store.writing() as connection:
        found = raters.with_name(workspace.store, handle)
        if not found:
            found = [Rater(workspace.new_id(), handle, role)]
            raters.insert_rater(connection, found[0])
    return found


def list_raters(workspace: Workspace) -> list[Rater]:
    """All raters by handle."""
    return raters.list_all(workspace.store)


def cite(article: Article, start: int, end: int, signal: str = "") -> Evidence:
    """A span of an article as evidence, with its words and what stands around them."""
    text = article.text
    if not 0 <= start < end <= len(text):
        raise JudgementError(
            "there are no words at this place.", "Select at least one character of the article."
        )
    return Evidence(
        start=start,
        end=end,
        quote=text[start:end],
        prefix=text[max(0, start - AROUND) : start],
        suffix=text[end : end + AROUND],
        signal=signal,
    )


def record_score(
    workspace: Workspace,
    rater: Rater,
    article: Article,
    rubric: Rubric,
    criterion: str,
    *,
    answer: Answer,
    level: int | None = None,
    note: str = "",
    evidence: Sequence[Evidence] = (),
    conditions: Conditions = Conditions(),  # noqa: B008 - frozen
) -> Score:
    """The score as it now stands on the disk; nothing that happens later can lose it.

    Saying again exactly what already stands adds no row. Raises JudgementError for a criterion or level
    the rubric does not have, and for evidence that is missing or does not match the text.
    """
    asked = find_criterion(rubric, criterion)
    check_answer(asked, answer, level)
    check_evidence(article, asked, answer, evidence)
    score = Score(
        id="",
        rater=rater.id,
        article=article.id,
        rubric=rubric.digest,
        criterion=criterion,
        answer=answer,
        level=level,
        note=_note(note),
        conditions=conditions,
        at="",
        order=0,
        evidence=tuple(evidence),
    )
    return append_scores(workspace, [score], rubric)[0][0]


def append_scores(workspace: Workspace, waiting: Sequence[Score], rubric: Rubric) -> list[tuple[Score, bool]]:
    """For each score, in one transaction: itself with id, time and order, and True; or the equal one that
    stood already, and False."""
    try:
        with workspace.store.writing() as connection:
            rubrics.keep(connection, rubric)
            return [_append_new(workspace, connection, score) for score in waiting]
    except sqlite3.IntegrityError as error:
        raise JudgementError(
            "the rater or the article is not in this workspace, so nothing was saved.",
            "Another window may have removed it; go back to the library.",
        ) from error


def _append_new(workspace: Workspace, connection: sqlite3.Connection, score: Score) -> tuple[Score, bool]:
    cell = drafts.Cell(score.rater, score.article, score.rubric, score.criterion)
    standing = scores.current_of(workspace.store, *cell.values())
    drafts.drop_draft(connection, cell)
    if standing is not None and _same(standing, score):
        return standing, False
    return _append(workspace, connection, score), True


def _same(one: Score, other: Score) -> bool:
    """True when two scores say the same under the same conditions, whoever wrote them when."""
    blank = {"id": "", "at": "", "order": 0, "undoes": ""}
    return replace(one, **blank) == replace(other, **blank)  # type: ignore[arg-type]


def _append(workspace: Workspace, connection: sqlite3.Connection, score: Score) -> Score:
    written = replace(
        score, id=workspace.new_id(), at=score.at or workspace.now(), order=scores.next_clock(connection)
    )
    scores.append(connection, written, [workspace.new_id() for _ in written.evidence])
    return written


def current_scores(workspace: Workspace, rater: Rater, article: Article, rubric: Rubric) -> dict[str, Score]:
    """A rater's standing scores of one article by criterion; withdrawn ones are left out."""
    standing = scores.current(workspace.store, rater.id, article.id, rubric.digest)
    return {score.criterion: score for score in standing if score.answer is not Answer.WITHDRAWN}


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
        return _append(workspace, connection, replace(earlier or withdrawn, undoes=taken.id, at=""))


def redo(workspace: Workspace, rater: Rater) -> Score | None:
    """The score that stands again now that the last undo was undone, or None when there was none."""
    with workspace.store.writing() as connection:
        undone = scores.history(workspace.store, rater.id).redo
        undoing = scores.get_score(workspace.store, undone[-1]) if undone else None
        again = scores.get_score(workspace.store, undoing.undoes) if undoing else None
        if undoing is None or again is None:
            return None
        return _append(workspace, connection, replace(again, undoes=undoing.id, at=""))


def find_criterion(rubric: Rubric, id: str) -> Criterion:
    """The criterion of the rubric with this id."""
    found = rubric.criterion(id)
    if found is None:
        known = ", ".join(criterion.id for criterion in rubric.criteria)
        raise NotFoundError(f"the rubric {rubric.id} has no criterion {id}.", f"It has: {known}.")
    return found


def check_answer(criterion: Criterion, answer: Answer, level: int | None) -> None:
    """Nothing, when the criterion can be answered so."""
    if answer is not Answer.LEVEL:
        if level is not None:
            raise JudgementError(f"`{answer.value}` has no level.", "Leave the level away.")
    elif level is None or criterion.level(level) is None:
        known = ", ".join(str(one.value) for one in criterion.levels)
        raise JudgementError(f"the criterion {criterion.id} has no level {level}.", f"Its levels: {known}.")


def check_evidence(
    article: Article, criterion: Criterion, answer: Answer, evidence: Sequence[Evidence]
) -> None:
    """Nothing, when the evidence is true to the text and as much as the criterion asks for."""
    for one in evidence:
        if not one.absent and (not one.quote or article.text[one.start : one.end] != one.quote):
            raise JudgementError(
                "a quote does not stand in the article where it is said to.", "Select the words again."
            )
    if answer is not Answer.LEVEL or criterion.evidence == "none":
        return
    quoted = any(not one.absent for one in evidence)
    if quoted or (evidence and criterion.evidence == "quote-or-absence"):
        return
    absence = ", or say why there is nothing to quote" if criterion.evidence == "quote-or-absence" else ""
    raise JudgementError(
        f"a score for {criterion.id} needs evidence.", f"Select words of the article that show it{absence}."
    )


def _note(note: str) -> str:
    if len(note) > LONGEST_NOTE:
        raise JudgementError(
            f"this note has {len(note):,} characters; at most {LONGEST_NOTE:,} can be kept.", "Shorten it."
        )
    return note
