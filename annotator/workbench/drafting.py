"""Keeping what was not judged yet: half-written notes, answers to findings, the place in the text."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass

from annotator.errors import JudgementError
from annotator.model.articles import Article
from annotator.model.findings import Finding
from annotator.model.judgements import Evidence, Rater, Verdict
from annotator.model.rubrics import Rubric
from annotator.store import drafts, scores
from annotator.store import verdicts as verdict_rows
from annotator.translating import N_, _
from annotator.workbench.opening import Workspace

ANSWERS = ("yes", "no", "unsure", "withdrawn")
"""What can be said of a finding; `withdrawn` takes an answer back."""

GONE = N_("the rater or the article is not in this workspace, so nothing was saved.")
GONE_HINT = N_("Another window may have removed it; go back to the library.")


@dataclass(frozen=True, slots=True)
class Draft:
    """What was begun for a criterion and is no score yet."""

    note: str
    evidence: tuple[Evidence, ...] = ()
    level: int | None = None
    """A level that was chosen and waits for the evidence it needs."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a rater was."""

    article: str
    rubric: str
    """The rubric's digest."""
    criterion: str
    offset: int
    """The code point at the top of the pane."""


def save_draft(
    workspace: Workspace,
    rater: Rater,
    article: Article,
    rubric: Rubric,
    criterion: str,
    *,
    note: str,
    evidence: Sequence[Evidence] = (),
    level: int | None = None,
) -> None:
    """Nothing; the draft is on the disk. An empty one is no draft. Scoring the criterion drops it."""
    cell = drafts.Cell(rater.id, article.id, rubric.digest, criterion)
    note = note.replace("\0", "")
    with workspace.store.writing() as connection:
        if note or evidence or level is not None:
            drafts.save_draft(connection, cell, level, note, evidence)
        else:
            drafts.drop_draft(connection, cell)


def load_draft(
    workspace: Workspace, rater: Rater, article: Article, rubric: Rubric, criterion: str
) -> Draft | None:
    """The draft of one criterion, or None."""
    cell = drafts.Cell(rater.id, article.id, rubric.digest, criterion)
    found = drafts.load_draft(workspace.store, cell)
    if found is None:
        return None
    level, note, evidence = found
    return Draft(note, evidence, level)


def save_place(workspace: Workspace, rater: Rater, place: Place) -> None:
    """Nothing; a later session opens here."""
    with workspace.store.writing() as connection:
        drafts.save_place(connection, rater.id, astuple(place))


def load_place(workspace: Workspace, rater: Rater) -> Place | None:
    """Where this rater was last, or None."""
    found = drafts.load_place(workspace.store, rater.id)
    return Place(*found) if found else None


def save_verdict(
    workspace: Workspace, rater: Rater, article: Article, finding: Finding, signal_version: str, answer: str
) -> Verdict:
    """What the rater says of a finding, as it now stands on the disk."""
    if answer not in ANSWERS:
        raise JudgementError(
            _("{answer} is no answer to a finding.").format(answer=answer),
            _("Answers: {answers}.").format(answers=", ".join(ANSWERS)),
        )
    verdict = Verdict(
        rater.id,
        article.id,
        finding.signal,
        signal_version,
        finding.start,
        finding.end,
        finding.entry,
        answer,
    )
    try:
        with workspace.store.writing() as connection:
            clock = scores.next_clock(connection)
            verdict_rows.append(connection, workspace.new_id(), clock, workspace.now(), verdict)
    except sqlite3.IntegrityError as error:
        raise JudgementError(_(GONE), _(GONE_HINT)) from error
    return verdict


def verdicts(workspace: Workspace, rater: Rater, article: Article) -> Mapping[tuple[str, int, int], str]:
    """A rater's answers to findings of one article, by signal, start and end."""
    return verdict_rows.latest(workspace.store, rater.id, article.id)
