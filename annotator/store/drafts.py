"""What a session would hate to lose but nobody judged yet: half-written notes, and the place in the text.

These rows change in place and are not merged.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from annotator.model.judgements import Evidence
from annotator.store.opening import Row, Store


@dataclass(frozen=True, slots=True)
class Cell:
    """Whose answer to which question about which article."""

    rater: str
    article: str
    rubric: str
    """The rubric's digest."""
    criterion: str

    def values(self) -> tuple[str, str, str, str]:
        """The four in the order of the table's key."""
        return self.rater, self.article, self.rubric, self.criterion


def save_draft(
    connection: sqlite3.Connection, cell: Cell, level: int | None, note: str, evidence: Sequence[Evidence]
) -> None:
    """Nothing; this is the draft of the cell now."""
    connection.execute(
        "INSERT INTO drafts (rater, article, rubric, criterion, level, note, evidence)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (rater, article, rubric, criterion) DO UPDATE SET level = excluded.level,"
        " note = excluded.note, evidence = excluded.evidence",
        (*cell.values(), level, note, json.dumps([asdict(one) for one in evidence], ensure_ascii=False)),
    )


def drop_draft(connection: sqlite3.Connection, cell: Cell) -> None:
    """Nothing; the cell has no draft."""
    connection.execute(
        "DELETE FROM drafts WHERE rater = ? AND article = ? AND rubric = ? AND criterion = ?", cell.values()
    )


def load_draft(store: Store, cell: Cell) -> tuple[int | None, str, tuple[Evidence, ...]] | None:
    """The level, note and evidence of the cell's draft, or None."""
    row = store.row(
        "SELECT level, note, evidence FROM drafts"
        " WHERE rater = ? AND article = ? AND rubric = ? AND criterion = ?",
        cell.values(),
    )
    return (row[0], row[1], tuple(Evidence(**one) for one in json.loads(row[2]))) if row else None


def save_place(connection: sqlite3.Connection, rater: str, place: tuple[str, str, str, int]) -> None:
    """Nothing; the rater is at this article, rubric, criterion and offset."""
    connection.execute(
        'INSERT INTO places (rater, article, rubric, criterion, "offset") VALUES (?, ?, ?, ?, ?)'
        " ON CONFLICT (rater) DO UPDATE SET article = excluded.article, rubric = excluded.rubric,"
        ' criterion = excluded.criterion, "offset" = excluded."offset"',
        (rater, *place),
    )


def load_place(store: Store, rater: str) -> Row | None:
    """Article, rubric, criterion and offset where this rater was last, or None."""
    return store.row('SELECT article, rubric, criterion, "offset" FROM places WHERE rater = ?', (rater,))
