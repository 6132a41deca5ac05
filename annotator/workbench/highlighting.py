"""Marking words freely, with a label and a note; nothing depends on it, and nothing of it is ever lost."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace

from annotator.errors import JudgementError
from annotator.model.articles import Article
from annotator.model.judgements import Rater
from annotator.store import highlights, scores
from annotator.store.highlights import HighlightRow
from annotator.translating import _, write_number
from annotator.workbench.opening import Workspace
from annotator.workbench.rating import cite

LONGEST_LABEL = 60
LONGEST_NOTE = 2_000
"""Characters of a label and of a note that are kept; more is a mistake."""


@dataclass(frozen=True, slots=True)
class Highlight:
    """Words that a rater marked."""

    id: str
    start: int
    end: int
    quote: str
    label: str
    note: str
    at: str


def add_highlight(
    workspace: Workspace, rater: Rater, article: Article, start: int, end: int, *, label: str, note: str = ""
) -> Highlight:
    """The highlight as it stands on the disk. The same words may be marked more than once."""
    label, note = " ".join(label.split()), note.strip()
    if not label:
        raise JudgementError(_("a highlight needs a label."), _("One word is enough."))
    if len(label) > LONGEST_LABEL or len(note) > LONGEST_NOTE:
        raise JudgementError(
            _("a label has at most {longest_label} characters, a note {longest_note}.").format(
                longest_label=LONGEST_LABEL, longest_note=write_number(LONGEST_NOTE)
            ),
            _("Shorten it."),
        )
    cited = cite(article, start, end)
    row = HighlightRow(
        workspace.new_id(), rater.id, article.id, start, end, cited.quote, cited.prefix, cited.suffix,
        label, note, workspace.now(),
    )  # fmt: skip
    _append(workspace, row)
    return _highlight(row)


def remove_highlight(workspace: Workspace, rater: Rater, article: Article, id: str) -> bool:
    """True when this highlight of the rater stood and is now taken back, by a row that says so."""
    found = next(
        (one for one in highlights.standing(workspace.store, rater.id, article.id) if one.id == id), None
    )
    if found is None:
        return False
    _append(workspace, replace(found, id=workspace.new_id(), at=workspace.now(), undoes=found.id))
    return True


def highlights_of(workspace: Workspace, rater: Rater, article: Article) -> list[Highlight]:
    """The highlights of an article that a rater made and did not take back, in order of the text."""
    return [_highlight(row) for row in highlights.standing(workspace.store, rater.id, article.id)]


def _append(workspace: Workspace, row: HighlightRow) -> None:
    try:
        with workspace.store.writing() as connection:
            highlights.append(connection, scores.next_clock(connection), row)
    except sqlite3.IntegrityError as error:
        raise JudgementError(
            _("the rater or the article is not in this workspace, so nothing was saved."),
            _("Another window may have removed it; go back to the library."),
        ) from error


def _highlight(row: HighlightRow) -> Highlight:
    return Highlight(row.id, row.start, row.end, row.quote, row.label, row.note, row.at)
