"""Raters, as rows."""

from __future__ import annotations

import sqlite3

from annotator.model.raters import Rater, Role
from annotator.store.opening import Row, Store

_COLUMNS = "id, handle, role, team"


def insert_rater(connection: sqlite3.Connection, rater: Rater) -> None:
    """Nothing; the rater is there. Refused by the database for one who was forgotten."""
    connection.execute(
        f"INSERT INTO raters ({_COLUMNS}) VALUES (?, ?, ?, ?)",
        (rater.id, rater.handle, rater.role.value, rater.group),
    )


def with_name(store: Store, name: str) -> list[Rater]:
    """The raters with this handle or this id; more than one after two workspaces were merged."""
    rows = store.rows(f"SELECT {_COLUMNS} FROM raters WHERE handle = ? OR id = ? ORDER BY id", (name, name))
    return [_rater(row) for row in rows]


def list_all(store: Store) -> list[Rater]:
    """All raters by handle."""
    return [_rater(row) for row in store.rows(f"SELECT {_COLUMNS} FROM raters ORDER BY handle, id")]


def shared_handles(store: Store) -> list[str]:
    """Handles that more than one rater has."""
    rows = store.rows("SELECT handle FROM raters GROUP BY handle HAVING count(*) > 1 ORDER BY handle")
    return [handle for (handle,) in rows]


def update_rater(connection: sqlite3.Connection, rater: Rater) -> None:
    """Nothing; the rater with this id has this handle, role and group."""
    connection.execute(
        "UPDATE raters SET handle = ?, role = ?, team = ? WHERE id = ?",
        (rater.handle, rater.role.value, rater.group, rater.id),
    )


def _rater(row: Row) -> Rater:
    key, handle, role, team = row
    return Rater(key, handle, Role(role), team)
