"""A workspace's rows for a hub, and a hub's rows as a workspace that can be merged."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from annotator.errors import StoreError
from annotator.model.judgements import HubRow
from annotator.store import schema
from annotator.store.opening import Store

KEYS: Mapping[str, str] = {
    "tombstones": "rater",
    "outlets": "id",
    "stories": "id",
    "articles": "id",
    "raters": "id",
    "rubrics": "digest",
    "assignments": "id",
    **{table: "id" for table in schema.JUDGEMENTS if table != "evidence"},
}
"""The tables that are exchanged with their keys, what others point to first."""
_WITHIN = {
    "articles": (("texts", "fingerprint", "fingerprint"), ("origins", "article", "id")),
    "scores": (("evidence", "score", "id"),),
}
"""By table, the rows of other tables that travel inside its rows: a score without its evidence is none."""
_RATER = {"raters": "id", "tombstones": "rater"}


def rows_after(store: Store, kind: str, rowid: int, most: int) -> tuple[list[HubRow], int]:
    """The next rows of a table in order of arrival, and where they end."""
    cursor = store.connection.execute(
        f"SELECT rowid AS place_here, * FROM {kind} WHERE rowid > ? ORDER BY rowid LIMIT ?", (rowid, most)
    )
    names = [one[0] for one in cursor.description][1:]
    found: list[HubRow] = []
    for place, *values in cursor.fetchall():
        row = dict(zip(names, values, strict=True))
        row.pop("position", None)
        if kind == "raters":
            # Names stay where they were given: a hub of several schools has codes.
            row |= {"handle": f"rater-{row['id'][-8:]}", "team": ""}
        rowid = place
        body: dict[str, Any] = {"row": row}
        for table, column, mine in _WITHIN.get(kind, ()):
            body[table] = _inside(store, table, column, row[mine])
        whose = str(row.get(_RATER.get(kind, "rater"), "") or "")
        found.append(HubRow(kind, str(row[KEYS[kind]]), whose, json.dumps(body, ensure_ascii=False)))
    return found, rowid


def _inside(store: Store, table: str, column: str, value: str) -> list[dict[str, Any]]:
    cursor = store.connection.execute(f"SELECT * FROM {table} WHERE {column} = ? ORDER BY rowid", (value,))
    names = [one[0] for one in cursor.description]
    return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]


def fill(store: Store, rows: Iterable[HubRow]) -> None:
    """Nothing; an empty workspace holds these rows, so that they can be merged as any workspace is.

    What they point to may be missing: it is in the workspace they are merged into.
    """
    connection = store.connection
    connection.execute("PRAGMA foreign_keys = OFF")
    with store.writing():
        for row in rows:
            if row.kind not in KEYS:
                continue
            try:
                _fill_in(connection, row)
            except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as problem:
                raise _senseless(row) from problem
            except (sqlite3.OperationalError, sqlite3.ProgrammingError, sqlite3.InterfaceError) as problem:
                if getattr(problem, "sqlite_errorname", "SQLITE_ERROR") != "SQLITE_ERROR":
                    raise  # the disk's fault, not the row's
                raise _senseless(row) from problem


def _fill_in(connection: sqlite3.Connection, row: HubRow) -> None:
    body = json.loads(row.body)
    for table in [one[0] for one in _WITHIN.get(row.kind, ()) if one[0] != "evidence"]:
        for inner in body.get(table, ()):
            _insert(connection, table, inner)
    _insert(connection, row.kind, body["row"])
    for inner in body.get("evidence", ()):
        _insert(connection, "evidence", inner)


def _senseless(row: HubRow) -> StoreError:
    return StoreError(
        f"a row of the hub makes no sense here ({row.kind} {row.key[:40]!r}); nothing of it was taken in.",
        "Ask the server that wrote it; a newer version of annotator may be needed.",
    )


def _insert(connection: sqlite3.Connection, table: str, row: Mapping[str, Any]) -> None:
    if not all(name.isidentifier() for name in row):
        raise ValueError("no name of a column")
    columns = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" for _ in row)
    connection.execute(f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})", list(row.values()))


def known_raters(store: Store) -> set[str]:
    """The ids of the raters of a workspace, whatever they are called here."""
    return {str(key) for (key,) in store.rows("SELECT id FROM raters")}


def count_tombstones(store: Store) -> int:
    """How many people were forgotten here."""
    row = store.row("SELECT count(*) FROM tombstones")
    return int(row[0]) if row else 0
