"""Everybody's scores read one after another: a million of them take no more room than a thousand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from annotator.model.judgements import Answer, Evidence
from annotator.store import rubrics
from annotator.store.opening import Row, Store

_AT_ONCE = 500
_CURRENT = """
    SELECT s.id, s.rater, s.article, s.rubric, s.criterion, s.answer, s.level, s.note,
      s.saw_outlet, s.saw_signals, s.saw_others, s.at
    FROM articles a CROSS JOIN rubrics r
    CROSS JOIN current_scores c ON c.rubric = r.digest AND c.article = a.id
    JOIN scores s ON s.id = c.score
    WHERE c.answer <> 'withdrawn' AND (? IS NULL OR coalesce(a.story, '') = ?) AND (? IS NULL OR r.digest = ?)
    ORDER BY a.position, c.rater, c.rubric, c.criterion
"""
"""Walked article by article, so that only one article's scores have to be sorted at a time."""


class Standing(NamedTuple):
    """A score that stands, as it is kept; cheaper to make than a `Score`."""

    id: str
    rater: str
    article: str
    rubric: str
    criterion: str
    answer: str
    level: int | None
    note: str
    saw_outlet: int
    saw_signals: int
    saw_others: int
    at: str
    evidence: tuple[Evidence, ...] = ()

    @property
    def answered(self) -> Answer:
        """The kind of answer."""
        return Answer(self.answer)


@contextmanager
def snapshot(store: Store) -> Iterator[None]:
    """A block that reads the database as it is now, whatever others write meanwhile. May be nested.

    Nothing can be written by this store inside it.
    """
    with store.told():
        if store.connection.in_transaction:
            yield
            return
        store.connection.execute("BEGIN")
        try:
            yield
        finally:
            if store.connection.in_transaction:
                store.connection.execute("ROLLBACK")


def current(store: Store, story: str | None = None, rubric: str | None = None) -> Iterator[Standing]:
    """Everybody's latest scores that are not withdrawn, by article in order of arrival, rater, criterion."""
    cursor = store.connection.execute(_CURRENT, (story, story, rubric, rubric))
    while rows := cursor.fetchmany(_AT_ONCE):
        evidence = _evidence(store, rows)
        for row in rows:
            yield Standing._make((*row, evidence.get(row[0], ())))


def _evidence(store: Store, rows: list[Row]) -> dict[str, tuple[Evidence, ...]]:
    marks = ", ".join("?" * len(rows))
    found: dict[str, tuple[Evidence, ...]] = {}
    for score, *columns in store.connection.execute(
        'SELECT score, start, "end", quote, prefix, suffix, signal, absent FROM evidence'
        f" WHERE score IN ({marks}) ORDER BY score, place",
        [row[0] for row in rows],
    ):
        found[score] = (*found.get(score, ()), Evidence(*columns))
    return found


def count_current(store: Store, story: str | None = None) -> int:
    """How many scores stand."""
    row = store.row(
        "SELECT count(*) FROM current_scores c JOIN articles a ON a.id = c.article"
        " WHERE c.answer <> 'withdrawn' AND (? IS NULL OR coalesce(a.story, '') = ?)",
        (story, story),
    )
    return int(row[0]) if row else 0


def used_rubrics(store: Store, story: str | None = None) -> list[tuple[str, int]]:
    """The digests of the rubrics under which scores stand, with their number, the most used first."""
    if story is None:
        counted = rubrics.count_scores(store)
        return sorted(counted.items(), key=lambda one: (-one[1], one[0]))
    return [
        (digest, number)
        for digest, number in store.rows(
            "SELECT c.rubric, count(*) AS number FROM current_scores c JOIN articles a ON a.id = c.article"
            " WHERE c.answer <> 'withdrawn' AND coalesce(a.story, '') = ?"
            " GROUP BY c.rubric ORDER BY number DESC, c.rubric",
            (story,),
        )
    ]


def assigned(store: Store, rubric: str) -> dict[str, frozenset[str]]:
    """The articles that each rater was given under a rubric, by rater; who was given none is left out."""
    found: dict[str, set[str]] = {}
    for rater, article in store.rows("SELECT rater, article FROM assignments WHERE rubric = ?", (rubric,)):
        found.setdefault(rater, set()).add(article)
    return {rater: frozenset(some) for rater, some in found.items()}


def begun(store: Store, rubric: str, story: str | None = None) -> list[str]:
    """The articles of which anybody has judged anything under a rubric."""
    rows = store.rows(
        "SELECT a.id FROM articles a WHERE (? IS NULL OR coalesce(a.story, '') = ?) AND EXISTS"
        " (SELECT 1 FROM current_scores c WHERE c.rubric = ? AND c.article = a.id"
        " AND c.answer <> 'withdrawn') ORDER BY a.position",
        (story, story, rubric),
    )
    return [key for (key,) in rows]
