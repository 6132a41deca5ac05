"""One person's judgements out of a workspace and into another: a set union, row by row."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from annotator.store.opening import Row, Store

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "scores": (
        "id", "clock", "article", "rubric", "criterion", "answer", "level", "note", "undoes", "saw_outlet",
        "saw_signals", "saw_others", "at",
    ),
    "verdicts": (
        "id", "clock", "article", "signal", "signal_version", "start", "end", "entry", "answer", "at",
    ),
    "highlights": (
        "id", "clock", "article", "start", "end", "quote", "prefix", "suffix", "label", "note", "undoes",
        "at",
    ),
    "reveals": ("id", "clock", "article", "what", "at"),
    "votes": (
        "id", "clock", "article", "rubric", "criterion", "answer", "level", "note", "round", "before", "at",
    ),
}  # fmt: skip
"""The columns of each table, the rater left out."""

EVIDENCE = ("id", "place", "start", "end", "quote", "prefix", "suffix", "signal", "absent")


def rows_of(store: Store, table: str, rater: str) -> list[Row]:
    """All of a rater's rows of a table, in the order of `COLUMNS`, the earliest first."""
    return store.rows(
        f"SELECT {_names(COLUMNS[table])} FROM {table} WHERE rater = ? ORDER BY clock, id", (rater,)
    )


def evidence_of(store: Store, rater: str) -> dict[str, list[Row]]:
    """The evidence of a rater's scores by score, in the order of `EVIDENCE`."""
    found: dict[str, list[Row]] = {}
    columns = ", ".join(f'e."{name}"' for name in EVIDENCE)
    for score, *row in store.rows(
        f"SELECT e.score, {columns} FROM evidence e JOIN scores s ON s.id = e.score WHERE s.rater = ?"
        " ORDER BY e.score, e.place",
        (rater,),
    ):
        found.setdefault(score, []).append(tuple(row))
    return found


def standing(connection: sqlite3.Connection, table: str, ids: Sequence[str]) -> dict[str, Row]:
    """The rows with these ids that are here already, by id: the columns of `COLUMNS`, then the rater."""
    found = connection.execute(
        f"SELECT {_names(COLUMNS[table])}, rater FROM {table} WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(ids),),
    )
    return {row[0]: row for row in found}


def insert(connection: sqlite3.Connection, table: str, rows: Sequence[Row]) -> None:
    """Nothing; the rows (the columns of `COLUMNS`, then the rater) are there."""
    _insert(connection, table, (*COLUMNS[table], "rater"), rows)


def insert_evidence(connection: sqlite3.Connection, rows: Sequence[Row]) -> None:
    """Nothing; the rows (the columns of `EVIDENCE`, then the score) are there, if they were not yet."""
    _insert(connection, "evidence", (*EVIDENCE, "score"), rows)


def _insert(connection: sqlite3.Connection, table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Nothing; all the rows are in the table after one statement.

    SQLite keeps each page that a statement changes for the case that it fails. Row by row that is most of the
    work; through a table of the connection's own, with one statement for all rows, it took half the time.
    """
    names = _names(columns)
    connection.execute("DROP TABLE IF EXISTS temp.incoming")
    connection.execute(f"CREATE TEMP TABLE incoming AS SELECT {names} FROM main.{table} LIMIT 0")
    marks = ", ".join("?" * len(columns))
    connection.executemany(f"INSERT INTO temp.incoming VALUES ({marks})", rows)
    connection.execute(
        f"INSERT INTO main.{table} ({names}) SELECT {names} FROM temp.incoming"
        f" WHERE id NOT IN (SELECT id FROM main.{table})"
    )
    connection.execute("DROP TABLE temp.incoming")


@contextmanager
def roomy(store: Store) -> Iterator[None]:
    """A block in which SQLite may keep more pages in memory: thousands of rows go into every index."""
    (before,) = store.row("PRAGMA cache_size") or (-2000,)
    store.connection.execute("PRAGMA cache_size = -65536")
    try:
        yield
    finally:
        store.connection.execute(f"PRAGMA cache_size = {int(before)}")


def article_heads(store: Store) -> dict[str, tuple[str, str, str]]:
    """Fingerprint, outlet and title of each article, by id."""
    rows: list[tuple[Any, ...]] = store.rows("SELECT id, fingerprint, outlet, title FROM articles")
    return {key: (mark, outlet, title) for key, mark, outlet, title in rows}


def _names(columns: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)
