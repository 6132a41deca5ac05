"""Reveals as rows, and what was assigned to be hidden."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from annotator.store.opening import Store


@dataclass(frozen=True, slots=True)
class Revealed:
    """A moment from which a rater could see something about an article."""

    id: str
    rater: str
    article: str
    what: str
    """`outlet`, `signals` or `others`."""
    at: str
    order: int
    """The logical clock, as scores have it."""


def append(connection: sqlite3.Connection, reveal: Revealed) -> None:
    """Nothing; the reveal is a row."""
    connection.execute(
        "INSERT INTO reveals (id, clock, rater, article, what, at) VALUES (?, ?, ?, ?, ?, ?)",
        (reveal.id, reveal.order, reveal.rater, reveal.article, reveal.what, reveal.at),
    )


def of_article(store: Store, rater: str, article: str) -> list[Revealed]:
    """What was revealed to a rater about an article, in order."""
    rows = store.rows(
        "SELECT id, rater, article, what, at, clock FROM reveals WHERE rater = ? AND article = ?"
        " ORDER BY clock, id",
        (rater, article),
    )
    return [Revealed(*row) for row in rows]


def of_rater(store: Store, rater: str) -> dict[str, frozenset[str]]:
    """What was revealed to a rater, by article."""
    found: dict[str, frozenset[str]] = {}
    for article, what in store.rows("SELECT DISTINCT article, what FROM reveals WHERE rater = ?", (rater,)):
        found[article] = found.get(article, frozenset()) | {what}
    return found


def all_of(store: Store, story: str | None) -> list[Revealed]:
    """Everything revealed to anybody (in one story, if told), in order."""
    rows = store.rows(
        "SELECT r.id, r.rater, r.article, r.what, r.at, r.clock FROM reveals r"
        " JOIN articles a ON a.id = r.article WHERE ? IS NULL OR coalesce(a.story, '') = ?"
        " ORDER BY r.clock, r.id",
        (story, story),
    )
    return [Revealed(*row) for row in rows]


def assigned_modes(store: Store, rater: str) -> dict[str, str]:
    """The mode that a rater's latest assignment of each article asks for, by article."""
    rows = store.rows("SELECT article, mode FROM assignments WHERE rater = ? ORDER BY at, id", (rater,))
    return dict(rows)
