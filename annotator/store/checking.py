"""What the doctor asks the database. Each answer is a list of what is wrong, empty when nothing is."""

from __future__ import annotations

import hashlib

from annotator.model.articles import article_id, fingerprint
from annotator.store import fifth_schema, schema, second_schema, triggers
from annotator.store.opening import Store

MANY = 100
"""At most so many answers to one question: a broken file can be broken everywhere."""


def broken_pages(store: Store) -> list[str]:
    """What SQLite's full integrity check finds."""
    found = [str(row[0]) for row in store.rows(f"PRAGMA integrity_check({MANY})")]
    return [] if found == ["ok"] else found


def dangling_rows(store: Store) -> list[tuple[str, str]]:
    """Tables with rows that point to nothing, each with the table they should point to."""
    return sorted({(table, parent) for table, _, parent, _ in store.rows("PRAGMA foreign_key_check")})


def missing_rules(store: Store) -> list[str]:
    """Triggers and indexes that every workspace has and this one lacks."""
    statements = (
        *schema.INDEXES,
        *triggers.TRIGGERS,
        *second_schema.INDEXES,
        *second_schema.TRIGGERS,
        *fifth_schema.INDEXES,
        *fifth_schema.TRIGGERS,
    )
    wanted = {statement.split()[2] for statement in statements}
    return sorted(wanted - {name for (name,) in store.rows("SELECT name FROM sqlite_schema")})


def changed_articles(store: Store) -> list[str]:
    """Articles whose text is not the one that their id and fingerprint were made from."""
    wrong = []
    for (key,) in store.rows("SELECT id FROM articles ORDER BY position"):
        row = store.row(
            "SELECT a.fingerprint, a.outlet, a.headline_end, t.text FROM articles a"
            " JOIN texts t USING (fingerprint) WHERE a.id = ?",
            (key,),
        )
        if (
            row is None
            or row[0] != fingerprint(row[3])
            or key != article_id(row[1], row[3])
            or row[2] > len(row[3])
        ):
            wrong.append(key)
    return wrong


def changed_rubrics(store: Store) -> list[str]:
    """Digests of rubrics whose text is another one."""
    return [
        digest
        for digest, source in store.rows("SELECT digest, source FROM rubrics")
        if hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest() != digest
    ]


def false_quotes(store: Store) -> list[str]:
    """Scores with evidence that does not stand in the article where it is said to."""
    wrong = []
    sql = (
        'SELECT s.id, e.start, e."end", e.quote FROM scores s JOIN evidence e ON e.score = s.id'
        " WHERE e.absent = '' AND s.article = ?"
    )
    for (article,) in store.rows("SELECT DISTINCT article FROM scores"):
        row = store.row(
            "SELECT t.text FROM articles a JOIN texts t USING (fingerprint) WHERE a.id = ?", (article,)
        )
        text = row[0] if row else ""
        wrong += [key for key, start, end, quote in store.rows(sql, (article,)) if text[start:end] != quote]
    return sorted(set(wrong))


def wrong_current(store: Store) -> int:
    """How many cells of `current_scores` do not hold the latest score, or hold one of nobody."""
    row = store.row(
        """
        WITH latest AS (
          SELECT rater, article, rubric, criterion, id, answer, level, row_number() OVER (
            PARTITION BY rater, article, rubric, criterion ORDER BY clock DESC, id DESC) AS place FROM scores
        ), wanted AS (
          SELECT rater, article, rubric, criterion, id, answer, level FROM latest WHERE place = 1),
        standing AS (SELECT rater, article, rubric, criterion, score, answer, level FROM current_scores)
        SELECT count(*) FROM (
          SELECT rater, article, rubric, criterion FROM (SELECT * FROM wanted EXCEPT SELECT * FROM standing)
          UNION
          SELECT rater, article, rubric, criterion FROM (SELECT * FROM standing EXCEPT SELECT * FROM wanted)
        )
        """
    )
    return int(row[0]) if row else 0


def unused_texts(store: Store) -> int:
    """How many texts belong to no article."""
    row = store.row("SELECT count(*) FROM texts WHERE fingerprint NOT IN (SELECT fingerprint FROM articles)")
    return int(row[0]) if row else 0


def can_write(store: Store) -> None:
    """Nothing, when a transaction can be begun, written and taken back; raises StoreError otherwise."""
    with store.told():
        store.connection.execute("BEGIN IMMEDIATE")
        try:
            store.connection.execute("INSERT INTO settings (name, value) VALUES (hex(randomblob(8)), '')")
        finally:
            store.connection.execute("ROLLBACK")


def latest_time(store: Store) -> str:
    """The time of the judgement with the highest clock, ISO 8601 with offset; empty when there is none."""
    row = store.row("SELECT at FROM scores ORDER BY clock DESC, id DESC LIMIT 1")
    return str(row[0]) if row else ""
