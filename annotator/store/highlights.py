"""Highlights as rows: words that a rater marked freely; a later row can take one back."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from annotator.store.opening import Store


@dataclass(frozen=True, slots=True)
class HighlightRow:
    """A highlight, or with `undoes` the taking back of one."""

    id: str
    rater: str
    article: str
    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    label: str
    note: str
    at: str
    undoes: str = ""
    """The id of the highlight that this row takes back."""


def append(connection: sqlite3.Connection, clock: int, row: HighlightRow) -> None:
    """Nothing; the highlight is a row."""
    connection.execute(
        'INSERT INTO highlights (id, clock, rater, article, start, "end", quote, prefix, suffix, label, note,'
        " undoes, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            row.id, clock, row.rater, row.article, row.start, row.end, row.quote, row.prefix, row.suffix,
            row.label, row.note, row.undoes, row.at,
        ),
    )  # fmt: skip


def standing(store: Store, rater: str, article: str) -> list[HighlightRow]:
    """A rater's highlights of an article that were not taken back, in order of the text."""
    rows = store.rows(
        'SELECT id, rater, article, start, "end", quote, prefix, suffix, label, note, at FROM highlights'
        " WHERE rater = ?1 AND article = ?2 AND undoes = ''"
        " AND id NOT IN (SELECT undoes FROM highlights WHERE rater = ?1 AND article = ?2)"
        ' ORDER BY start, "end", clock, id',
        (rater, article),
    )
    return [HighlightRow(*row) for row in rows]
