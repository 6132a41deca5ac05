"""Rubrics that were used, by digest, word for word as they were then."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from annotator.model.rubrics import Rubric
from annotator.store.opening import Store


@dataclass(frozen=True, slots=True)
class Kept:
    """A rubric as it is kept: its source text is the whole of it."""

    digest: str
    id: str
    version: str
    source: str


def keep(connection: sqlite3.Connection, rubric: Rubric) -> None:
    """Nothing; the rubric is kept from now on, if it was not yet."""
    connection.execute(
        "INSERT INTO rubrics (digest, id, version, source) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (digest) DO NOTHING",
        (rubric.digest, rubric.id, rubric.version, rubric.source),
    )


def list_kept(store: Store) -> list[Kept]:
    """All rubrics that were used here, oldest first."""
    return [
        Kept(*row) for row in store.rows("SELECT digest, id, version, source FROM rubrics ORDER BY rowid")
    ]


def count_scores(store: Store) -> dict[str, int]:
    """How many scores stand under each rubric, by its digest; rubrics without any are left out."""
    return {
        digest: int(number)
        for digest, number in store.rows(
            "SELECT rubric, count(*) FROM current_scores WHERE answer <> 'withdrawn' GROUP BY rubric"
        )
    }
