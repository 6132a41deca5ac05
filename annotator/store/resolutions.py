"""Key scores that were settled with a reason, as rows. The latest of a cell counts."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from annotator.store.opening import Store

_COLUMNS = "id, rater, article, rubric, criterion, answer, level, reason, at, clock"


@dataclass(frozen=True, slots=True)
class Resolution:
    """What is to count for one article and criterion, who said so, and why."""

    id: str
    rater: str
    article: str
    rubric: str
    """The rubric's digest."""
    criterion: str
    answer: str
    level: int | None
    reason: str
    at: str
    order: int
    """The logical clock, as scores have it."""


def append(connection: sqlite3.Connection, one: Resolution) -> None:
    """Nothing; the resolution is a row."""
    connection.execute(
        f"INSERT INTO resolutions ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            one.id, one.rater, one.article, one.rubric, one.criterion, one.answer, one.level, one.reason,
            one.at, one.order,
        ),
    )  # fmt: skip


def history(store: Store, rubric: str) -> list[Resolution]:
    """All resolutions under a rubric, the earliest first."""
    rows = store.rows(f"SELECT {_COLUMNS} FROM resolutions WHERE rubric = ? ORDER BY clock, id", (rubric,))
    return [Resolution(*row) for row in rows]
