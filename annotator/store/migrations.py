"""The steps from an empty file to today's schema, run by sqlite-utils' own `Migrations`.

A released migration is never edited. Imported only when a file has to be made or brought up to date:
sqlite-utils costs more to import than everything else a start needs.
"""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from annotator.store import fifth_schema, fourth_schema, schema, second_schema, third_schema, triggers

MIGRATIONS = Migrations("annotator")


@MIGRATIONS(name="1 the first schema")
def first_schema(db: Database) -> None:
    """Nothing; the database has the tables, indexes and triggers of version 1."""
    for statement in (*schema.TABLES, *schema.INDEXES, *triggers.TRIGGERS):
        db.execute(statement)


@MIGRATIONS(name="2 corrections of what states the same")
def second_schema_step(db: Database) -> None:
    """Nothing; the database has what `second_schema.py` adds."""
    for statement in (*second_schema.TABLES, *second_schema.INDEXES, *second_schema.TRIGGERS):
        db.execute(statement)


@MIGRATIONS(name="3 views for other programs")
def third_schema_step(db: Database) -> None:
    """Nothing; the database has the views of `third_schema.py`."""
    for statement in third_schema.VIEWS:
        db.execute(statement)


@MIGRATIONS(name="4 where articles came from")
def fourth_schema_step(db: Database) -> None:
    """Nothing; the database has what `fourth_schema.py` adds."""
    for statement in fourth_schema.TABLES:
        db.execute(statement)


@MIGRATIONS(name="5 rounds, votes and training")
def fifth_schema_step(db: Database) -> None:
    """Nothing; the database has what `fifth_schema.py` adds."""
    for statement in (
        *fifth_schema.TABLES,
        *fifth_schema.COLUMNS,
        *fifth_schema.INDEXES,
        *fifth_schema.TRIGGERS,
    ):
        db.execute(statement)


def migrate(connection: sqlite3.Connection) -> None:
    """Nothing; the database is at `schema.VERSION`, or as it was when a step failed.

    All pending steps run in one IMMEDIATE transaction, so that of two programs that open an old
    workspace at once one migrates and the other finds it done.
    """
    db = Database(connection, execute_plugins=False)
    connection.execute("BEGIN IMMEDIATE")
    try:
        MIGRATIONS.apply(db)
        connection.execute(f"PRAGMA user_version = {schema.VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise
