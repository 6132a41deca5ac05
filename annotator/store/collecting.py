"""One person's judgements out of a workspace and into another: a set union, row by row."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
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


def take_in(
    connection: sqlite3.Connection, table: str, rater: str, rows: Sequence[Row]
) -> tuple[set[str], list[str]]:
    """The ids of rows that were new and are there now, and of those that say something else here already."""
    names = _names(COLUMNS[table])
    standing = {
        row[0]: row
        for row in connection.execute(
            f"SELECT {names}, rater FROM {table} WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps([row[0] for row in rows]),),
        )
    }
    new = {row[0]: (*row, rater) for row in rows if row[0] not in standing}
    marks = ", ".join("?" * (len(COLUMNS[table]) + 1))
    connection.executemany(f"INSERT INTO {table} ({names}, rater) VALUES ({marks})", list(new.values()))
    return set(new), [row[0] for row in rows if row[0] in standing and standing[row[0]] != (*row, rater)]


def take_evidence(
    connection: sqlite3.Connection, evidence: Mapping[str, Sequence[Row]], scores: set[str]
) -> None:
    """Nothing; the evidence of these scores, which are new, is there.

    A score and its evidence are written together: evidence that turns up later is not the rater's.
    """
    marks = ", ".join("?" * (len(EVIDENCE) + 1))
    connection.executemany(
        f"INSERT INTO evidence ({_names(EVIDENCE)}, score) VALUES ({marks}) ON CONFLICT (id) DO NOTHING",
        [(*row, score) for score, rows in evidence.items() if score in scores for row in rows],
    )


def article_heads(store: Store) -> dict[str, tuple[str, str, str]]:
    """Fingerprint, outlet and title of each article, by id."""
    rows: list[tuple[Any, ...]] = store.rows("SELECT id, fingerprint, outlet, title FROM articles")
    return {key: (mark, outlet, title) for key, mark, outlet, title in rows}


def _names(columns: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)
