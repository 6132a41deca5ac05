"""The tables, and the rules the database itself keeps."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from annotator.store import Store, schema

GOLDEN = Path(__file__).parents[1] / "golden" / "schema.sql"

SUBJECTS = """
INSERT INTO outlets (id, name) VALUES ('o', 'O');
INSERT INTO texts VALUES ('f', 'text');
INSERT INTO articles VALUES (1, 'a', 'f', 'o', NULL, 'en', 0, 4, 't', 1, 's', '', '', '', '', '', '');
INSERT INTO raters (id, handle, role) VALUES ('r', 'rania', 'student');
INSERT INTO rubrics VALUES ('d', 'core', '1', 'source');
"""
ROWS = {
    "scores": "('k', 1, 'r', 'a', 'd', 'tone', 'level', 3, '', '', 1, 1, 0, 'now')",
    "evidence": "('k', 'k', 0, 0, 4, 'text', '', '', '', '')",
    "verdicts": "('k', 2, 'r', 'a', 'loaded', '1', 0, 4, 'text', 'yes', 'now')",
    "highlights": "('k', 3, 'r', 'a', 0, 4, 'text', '', '', '', '', '', 'now')",
    "reveals": "('k', 4, 'r', 'a', 'outlet', 'now')",
    "rounds": "('k', 7, 'r', 'a', 'd', 'tone', 'open', '', 'now')",
    "votes": "('k', 8, 'r', 'a', 'd', 'tone', 'level', 3, '', 'k', 'k', 'now')",
    "corrections": "('k', 6, 'r', '', 'remove', 'a', 0, 4, NULL, NULL, NULL, '', 'now')",
    "resolutions": "('k', 5, 'r', 'a', 'd', 'tone', 'level', 3, 'because', 'now')",
}


@pytest.fixture
def judged(store: Store) -> Store:
    store.connection.executescript(SUBJECTS)
    for table in schema.JUDGEMENTS:
        store.connection.execute(f"INSERT INTO {table} VALUES {ROWS[table]}")
    return store


def test_the_schema_is_the_one_that_was_released(store: Store) -> None:
    """A released migration is never edited. After adding one, write the new schema to the golden file."""
    rows = store.rows(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND tbl_name <> '_sqlite_migrations'"
        " ORDER BY type DESC, name"
    )
    assert "".join(f"{sql};\n" for (sql,) in rows) == GOLDEN.read_text(encoding="utf-8")


def test_the_version_counts_the_migrations(store: Store) -> None:
    from annotator.store.migrations import MIGRATIONS

    assert len(MIGRATIONS._migrations) == schema.VERSION
    assert store.row("PRAGMA user_version") == (schema.VERSION,)


def test_every_table_of_ours_is_strict(store: Store) -> None:
    strict = {
        name: bool(is_strict)
        for _, name, kind, _, _, is_strict in store.rows("PRAGMA main.table_list")
        if kind == "table"
    }
    assert [
        name for name, yes in strict.items() if not yes and not name.startswith(("sqlite_", "_sqlite"))
    ] == []


@pytest.mark.parametrize("table", schema.JUDGEMENTS)
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE {table} SET id = 'other'",
        "DELETE FROM {table}",
        "INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
        "REPLACE INTO {table} SELECT * FROM {table}",
    ],
)
def test_a_judgement_is_never_changed(judged: Store, table: str, statement: str) -> None:
    before = judged.rows(f"SELECT * FROM {table}")
    with pytest.raises(sqlite3.IntegrityError, match="are appended, never"):
        judged.connection.execute(statement.format(table=table))
    assert judged.rows(f"SELECT * FROM {table}") == before


@pytest.mark.parametrize("table", schema.JUDGEMENTS)
def test_another_program_cannot_change_a_judgement_by_accident(judged: Store, table: str) -> None:
    other = sqlite3.connect(judged.path)
    with pytest.raises(sqlite3.IntegrityError, match="are appended, never"):
        other.execute(f"DELETE FROM {table}")
    with pytest.raises(sqlite3.IntegrityError, match="are appended, never"):
        other.execute(f"REPLACE INTO {table} SELECT * FROM {table}")
    other.close()


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("UPDATE texts SET text = 'other'", "a text is never changed"),
        ("UPDATE rubrics SET source = 'other'", "a rubric that was used"),
        ("DELETE FROM rubrics", "a rubric that was used"),
        ("DELETE FROM raters", "FOREIGN KEY"),
        ("DELETE FROM articles", "FOREIGN KEY"),
    ],
)
def test_what_judgements_rest_on_stays(judged: Store, statement: str, reason: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=reason):
        judged.connection.execute(statement)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (
            "('x', 6, 'r', 'a', 'd', 'tone', 'level', NULL, '', '', 1, 1, 0, 'now')",
            "a level answer without level",
        ),
        (
            "('x', 6, 'r', 'a', 'd', 'tone', 'cannot-judge', 3, '', '', 1, 1, 0, 'now')",
            "cannot judge with level",
        ),
        ("('x', 6, 'r', 'a', 'd', 'tone', 'maybe', NULL, '', '', 1, 1, 0, 'now')", "an unknown answer"),
        ("('x', 6, 'r', 'a', 'd', 'tone', 'level', 'three', '', '', 1, 1, 0, 'now')", "a word for a level"),
        ("('x', 6, 'nobody', 'a', 'd', 'tone', 'level', 3, '', '', 1, 1, 0, 'now')", "a rater nobody knows"),
        ("('x', 0, 'r', 'a', 'd', 'tone', 'level', 3, '', '', 1, 1, 0, 'now')", "no clock"),
    ],
)
def test_a_score_that_makes_no_sense_is_refused(judged: Store, row: str, why: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        judged.connection.execute(f"INSERT INTO scores VALUES {row}")


@pytest.mark.parametrize("order", [("1", "2", "3"), ("3", "2", "1"), ("2", "3", "1")])
def test_the_current_score_is_the_latest_in_whatever_order_rows_arrive(
    judged: Store, order: tuple[str, ...]
) -> None:
    for key in order:
        level = int(key)
        judged.connection.execute(
            "INSERT INTO scores VALUES (?, 7, 'r', 'a', 'd', 'tone', 'level', ?, '', '', 1, 1, 0, 'now')",
            (key, level),
        )
    assert judged.rows("SELECT score, level FROM current_scores") == [("3", 3)]
