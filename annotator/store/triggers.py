"""The rules that the database itself keeps, as the first released version created them.

Like the tables of `schema.py` they are never edited once released.
"""

from __future__ import annotations

from annotator.store.schema import FIRST_JUDGEMENTS

KEEP_CURRENT = """
    CREATE TRIGGER scores_become_current AFTER INSERT ON scores BEGIN
      INSERT INTO current_scores (rater, article, rubric, criterion, score, clock, answer, level)
      VALUES (NEW.rater, NEW.article, NEW.rubric, NEW.criterion, NEW.id, NEW.clock, NEW.answer, NEW.level)
      ON CONFLICT (rater, article, rubric, criterion) DO UPDATE
      SET score = excluded.score, clock = excluded.clock, answer = excluded.answer, level = excluded.level
      WHERE (excluded.clock, excluded.score) > (current_scores.clock, current_scores.score);
    END
    """
"""The latest score of a cell is the one with the greatest (clock, id), in whatever order rows arrive."""


def _forgotten(table: str) -> str:
    """The SQL condition under which a row of this table may be deleted: its rater has a tombstone."""
    rater = "(SELECT rater FROM scores WHERE id = OLD.score)" if table == "evidence" else "OLD.rater"
    return f"EXISTS (SELECT 1 FROM tombstones WHERE rater = {rater})"


def append_only(table: str) -> tuple[str, ...]:
    """The triggers that keep a table of judgements as it was written.

    The third closes a side door: `INSERT OR REPLACE` deletes without firing delete triggers.
    """
    return (
        f"CREATE TRIGGER {table}_are_never_changed BEFORE UPDATE ON {table} BEGIN"
        f" SELECT RAISE(ABORT, '{table} are appended, never changed'); END",
        f"CREATE TRIGGER {table}_are_never_deleted BEFORE DELETE ON {table}"
        f" WHEN NOT {_forgotten(table)} BEGIN"
        f" SELECT RAISE(ABORT, '{table} are appended, never deleted'); END",
        f"CREATE TRIGGER {table}_are_never_replaced BEFORE INSERT ON {table}"
        f" WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id) BEGIN"
        f" SELECT RAISE(ABORT, '{table} are appended, never replaced'); END",
    )


TRIGGERS = (
    KEEP_CURRENT,
    *(statement for table in FIRST_JUDGEMENTS for statement in append_only(table)),
    "CREATE TRIGGER texts_are_never_changed BEFORE UPDATE ON texts BEGIN"
    " SELECT RAISE(ABORT, 'a text is never changed'); END",
    "CREATE TRIGGER rubrics_are_never_changed BEFORE UPDATE ON rubrics BEGIN"
    " SELECT RAISE(ABORT, 'a rubric that was used is never changed'); END",
    "CREATE TRIGGER rubrics_are_never_deleted BEFORE DELETE ON rubrics BEGIN"
    " SELECT RAISE(ABORT, 'a rubric that was used is never deleted'); END",
    "CREATE TRIGGER forgotten_raters_stay_forgotten BEFORE INSERT ON raters"
    " WHEN EXISTS (SELECT 1 FROM tombstones WHERE rater = NEW.id) BEGIN"
    " SELECT RAISE(ABORT, 'this rater was forgotten'); END",
)
