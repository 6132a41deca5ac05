"""Putting matches right: joining statements, splitting passages off, leaving some out, and taking it back.

Every correction is an appended row with rater and time. It names places in articles, not statements, so it
holds when the articles are analysed again and whatever the matching finds the next time.
"""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from annotator.errors import JudgementError, NotFoundError
from annotator.model.judgements import Rater
from annotator.model.spans import Span
from annotator.model.statements import Correction, Passage, Statement, statement_id
from annotator.store import articles, scores, statements
from annotator.translating import _
from annotator.workbench.covering import CoverageTable
from annotator.workbench.opening import Workspace
from annotator.workbench.passages import sentences_of

LEAST_NAME = 4
"""How many digits of an id make a name."""


def join(workspace: Workspace, rater: Rater, story: str, one: Passage, other: Passage) -> Correction:
    """The correction, on the disk: what the first passage states and what the second states is the same."""
    if one.place == other.place:
        raise JudgementError(_("this is one statement already."), _("Name two different ones."))
    return _record(workspace, rater, story, "join", one, other)


def split(workspace: Workspace, rater: Rater, story: str, passage: Passage) -> Correction:
    """The correction, on the disk: the passage states something else than what it was put together with."""
    return _record(workspace, rater, story, "split", passage)


def remove(workspace: Workspace, rater: Rater, story: str, passage: Passage) -> Correction:
    """The correction, on the disk: the passage states nothing and is left out of the coverage."""
    return _record(workspace, rater, story, "remove", passage)


def undo_correction(workspace: Workspace, rater: Rater) -> Correction | None:
    """The rater's latest correction, taken back by a row that says so, or None when there is none."""
    with workspace.store.writing() as connection:
        last = statements.last_of(workspace.store, rater.id)
        if last is not None:
            _append(workspace, connection, replace(last, undoes=last.id))
        return last


def find_passage(workspace: Workspace, name: str) -> tuple[str, Passage]:
    """The story and the passage whose id begins with `name`; a statement has its first passage's id."""
    found = [
        (article.story, passage)
        for article in articles.iterate_articles(workspace.store, None)
        if article.story and len(name) >= LEAST_NAME
        for passage in sentences_of(article)
        if statement_id(passage).startswith(name.lower())
    ]
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(statement_id(passage) for _, passage in found)
        raise NotFoundError(
            _("{found} statements can be meant by {name}.").format(found=len(found), name=name),
            _("Say which: {ids}.").format(ids=ids),
        )
    raise NotFoundError(
        _("there is no statement {name} here.").format(name=name), _("See `annotator coverage`.")
    )


def find_statement(table: CoverageTable, name: str) -> Statement:
    """The statement of the table whose id, or the id of one of whose passages, begins with `name`."""
    for row in table.rows:
        ids = [statement_id(passage) for passage in row.statement.passages]
        if len(name) >= LEAST_NAME and any(id.startswith(name.lower()) for id in ids):
            return row.statement
    hint = _("See `annotator coverage --all`.")
    raise NotFoundError(
        _("the story {story} has no statement {name}.").format(story=table.story, name=name), hint
    )


def passage_within(statement: Statement, name: str) -> Passage:
    """The passage of a statement meant by its number from 1, its id, or an outlet with one passage."""
    listed = statement.passages
    if name.isascii() and name.isdigit() and 1 <= int(name) <= len(listed):
        return listed[int(name) - 1]
    found = [passage for passage in listed if passage.outlet == name]
    if not found and len(name) >= LEAST_NAME:
        found = [passage for passage in listed if statement_id(passage).startswith(name.lower())]
    if len(found) == 1:
        return found[0]
    said = (
        _("{number} passages of {statement} are called {name}.")
        if found
        else _("no passage of {statement} is called {name}.")
    )
    hint = _("Give a number from 1 to {last}; see `annotator coverage show {id}`.").format(
        last=len(listed), id=statement.id
    )
    raise NotFoundError(said.format(number=len(found), statement=statement.id, name=name), hint)


def _record(
    workspace: Workspace, rater: Rater, story: str, deed: str, one: Passage, other: Passage | None = None
) -> Correction:
    correction = Correction(
        id="",
        order=0,
        rater=rater.id,
        story=story,
        deed=deed,
        article=one.article,
        place=Span(one.start, one.end),
        other=other.article if other else "",
        other_place=Span(other.start, other.end) if other else Span(0, 0),
        at="",
    )
    with workspace.store.writing() as connection:
        return _append(workspace, connection, correction)


def _append(workspace: Workspace, connection: sqlite3.Connection, correction: Correction) -> Correction:
    """The correction with its id, time and order, as a new row of the transaction that is open."""
    written = replace(
        correction, id=workspace.new_id(), order=scores.next_clock(connection), at=workspace.now()
    )
    statements.append(connection, written)
    return written
