"""Who is to read what, in which order and how. A plan, not a judgement: it can be made anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.store.opening import Store


@dataclass(frozen=True, slots=True)
class Assignment:
    """One article for one rater."""

    id: str
    rater: str
    article: str
    rubric: str
    """The rubric's digest."""
    place: int
    """Where it stands in the rater's order, from 1."""
    mode: str
    at: str
    training: str = ""
    """When the key is shown to the rater: `each`, after each score; `end`, after the last; empty, never."""


_COLUMNS = "id, rater, article, rubric, place, mode, at, training"


def list_all(store: Store, rater: str | None = None) -> list[Assignment]:
    """All assignments (of one rater, if told), each rater's in order, training before all."""
    rows = store.rows(
        f"SELECT {_COLUMNS} FROM assignments WHERE ? IS NULL OR rater = ? ORDER BY rater,"
        " training = '', place, id",
        (rater, rater),
    )
    return [Assignment(*row) for row in rows]


def replace_some(connection: sqlite3.Connection, old: Iterable[str], new: Iterable[Assignment]) -> None:
    """Nothing; the old ones, by id, are gone, and the new ones are there."""
    connection.executemany("DELETE FROM assignments WHERE id = ?", [(id,) for id in old])
    connection.executemany(
        f"INSERT INTO assignments ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (one.id, one.rater, one.article, one.rubric, one.place, one.mode, one.at, one.training)
            for one in new
        ],
    )


def answered(store: Store, rubric: str) -> dict[tuple[str, str], int]:
    """How many criteria of a rubric each rater has answered for each article, where there are any."""
    rows = store.rows(
        "SELECT rater, article, count(*) FROM current_scores WHERE rubric = ? AND answer <> 'withdrawn'"
        " GROUP BY rater, article",
        (rubric,),
    )
    return {(rater, article): number for rater, article, number in rows}


def last_moments(store: Store, rubric: str) -> dict[str, str]:
    """When each rater's latest score under a rubric was given, by the rater's clock."""
    rows = store.rows("SELECT rater, max(at) FROM scores WHERE rubric = ? GROUP BY rater", (rubric,))
    return dict(rows)
