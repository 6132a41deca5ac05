"""Scores in the order in which they were given, with those that were replaced or taken back."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.model.judgements import Conditions
from annotator.store.opening import Row, Store

_COLUMNS = (
    "s.id, s.rater, s.article, s.rubric, s.criterion, s.answer, s.level, s.undoes, s.clock, s.at,"
    " s.saw_outlet, s.saw_signals, s.saw_others"
)


@dataclass(frozen=True, slots=True)
class Step:
    """A row of history without note and evidence."""

    id: str
    rater: str
    article: str
    rubric: str
    """The rubric's digest."""
    criterion: str
    answer: str
    level: int | None
    undoes: str
    order: int
    at: str
    conditions: Conditions


def of_article(store: Store, rater: str, article: str) -> list[Step]:
    """All of a rater's scores of one article, under whatever rubric, in order."""
    rows = store.rows(
        f"SELECT {_COLUMNS} FROM scores s WHERE s.rater = ? AND s.article = ? ORDER BY s.clock, s.id",
        (rater, article),
    )
    return [_step(row) for row in rows]


def all_of(store: Store, story: str | None) -> list[Step]:
    """Everybody's scores (in one story, if told) under whatever rubric, by rater and article, in order."""
    rows = store.rows(
        f"SELECT {_COLUMNS} FROM scores s JOIN articles a ON a.id = s.article"
        " WHERE ? IS NULL OR coalesce(a.story, '') = ? ORDER BY s.rater, s.article, s.clock, s.id",
        (story, story),
    )
    return [_step(row) for row in rows]


def _step(row: Row) -> Step:
    key, rater, article, rubric, criterion, answer, level, undoes, clock, at, *seen = row
    return Step(
        id=key,
        rater=rater,
        article=article,
        rubric=rubric,
        criterion=criterion,
        answer=answer,
        level=level,
        undoes=undoes,
        order=clock,
        at=at,
        conditions=Conditions(*map(bool, seen)),
    )
