"""Forgetting a person: the one deletion there is."""

from __future__ import annotations

import sqlite3

from annotator.store.opening import Store

_TABLES = (
    "verdicts",
    "highlights",
    "reveals",
    "resolutions",
    "corrections",
    "rounds",
    "votes",
    "assignments",
    "drafts",
    "places",
    "current_scores",
)


def forget_rater(store: Store, rater: str, at: str) -> None:
    """Nothing; the rater and everything the rater did is gone from the file, and a tombstone stands.

    The tombstone (an id and a date, no name) keeps a later merge from bringing anything back, and it is
    what the triggers ask for before they let a judgement go. Deleted words are overwritten, not only
    unlinked (`secure_delete`), and the journal that still holds them is emptied.
    """
    with store.writing() as connection:
        connection.execute(
            "INSERT INTO tombstones (rater, at) VALUES (?, ?) ON CONFLICT DO NOTHING", (rater, at)
        )
        delete_forgotten(connection)
    with store.told():
        store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def clear_traces(store: Store, rater: str) -> None:
    """Nothing; what only this person's own work needed is gone: drafts, the place in a text, own settings."""
    with store.writing() as connection:
        connection.execute("DELETE FROM drafts WHERE rater = ?", (rater,))
        connection.execute("DELETE FROM places WHERE rater = ?", (rater,))
        connection.execute("DELETE FROM settings WHERE instr(name, ?)", (f":{rater}",))
    with store.told():
        store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def delete_forgotten(connection: sqlite3.Connection) -> None:
    """Nothing; no row is left of anybody who has a tombstone."""
    connection.execute(
        "DELETE FROM evidence WHERE score IN"
        " (SELECT id FROM scores WHERE rater IN (SELECT rater FROM tombstones))"
    )
    for table in (*_TABLES, "scores"):
        connection.execute(f"DELETE FROM {table} WHERE rater IN (SELECT rater FROM tombstones)")
    connection.execute("DELETE FROM raters WHERE id IN (SELECT rater FROM tombstones)")
