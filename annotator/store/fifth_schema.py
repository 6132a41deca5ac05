"""What the fifth migration adds: rounds in which a class votes again, their votes, and training.

A vote stands beside the score that the rater gave alone and never in its place: agreement is about what
people judged before they talked. `rounds.rater` points to nobody, because a student's own workspace knows of
a round and not of the teacher. Like `schema.py` never edited once released.
"""

from __future__ import annotations

from annotator.store.triggers import append_only

TABLES = (
    """
    CREATE TABLE rounds (
      id TEXT PRIMARY KEY,
      clock INTEGER NOT NULL CHECK (clock > 0),
      rater TEXT NOT NULL,
      article TEXT NOT NULL REFERENCES articles (id),
      rubric TEXT NOT NULL REFERENCES rubrics (digest),
      criterion TEXT NOT NULL,
      deed TEXT NOT NULL CHECK (deed IN ('open', 'close')),
      opened TEXT NOT NULL DEFAULT '' CHECK ((deed = 'open') = (opened = '')),
      at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE votes (
      id TEXT PRIMARY KEY,
      clock INTEGER NOT NULL CHECK (clock > 0),
      rater TEXT NOT NULL REFERENCES raters (id),
      article TEXT NOT NULL REFERENCES articles (id),
      rubric TEXT NOT NULL REFERENCES rubrics (digest),
      criterion TEXT NOT NULL,
      answer TEXT NOT NULL CHECK (answer IN ('level', 'cannot-judge')),
      level INTEGER CHECK ((answer = 'level') = (level IS NOT NULL)),
      note TEXT NOT NULL,
      round TEXT NOT NULL,
      before TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT
    """,
)

COLUMNS = (
    "ALTER TABLE assignments ADD COLUMN training TEXT NOT NULL DEFAULT ''"
    " CHECK (training IN ('', 'each', 'end'))",
)

INDEXES = (
    "CREATE INDEX rounds_by_clock ON rounds (clock)",
    "CREATE INDEX votes_by_clock ON votes (clock)",
    "CREATE INDEX votes_by_round ON votes (round, rater)",
)

TRIGGERS = (*append_only("rounds"), *append_only("votes"))
