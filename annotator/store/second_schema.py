"""What the second migration adds: corrections of what states the same, and vectors kept for matching.

Like `schema.py` never edited once released.
"""

from __future__ import annotations

from annotator.store.triggers import append_only

TABLES = (
    """
    CREATE TABLE corrections (
      id TEXT PRIMARY KEY,
      clock INTEGER NOT NULL CHECK (clock > 0),
      rater TEXT NOT NULL REFERENCES raters (id),
      story TEXT NOT NULL,
      deed TEXT NOT NULL CHECK (deed IN ('join', 'split', 'remove')),
      article TEXT NOT NULL REFERENCES articles (id),
      start INTEGER NOT NULL CHECK (start >= 0),
      "end" INTEGER NOT NULL CHECK ("end" > start),
      other TEXT REFERENCES articles (id) CHECK ((deed = 'join') = (other IS NOT NULL)),
      other_start INTEGER CHECK ((other IS NULL) = (other_start IS NULL)),
      other_end INTEGER CHECK ((other IS NULL) = (other_end IS NULL)),
      undoes TEXT NOT NULL DEFAULT '',
      at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE vectors (
      model TEXT NOT NULL,
      fingerprint TEXT NOT NULL,
      vector BLOB NOT NULL,
      PRIMARY KEY (model, fingerprint)
    ) STRICT, WITHOUT ROWID
    """,
)

INDEXES = (
    "CREATE INDEX corrections_by_clock ON corrections (clock)",
    "CREATE INDEX corrections_by_rater ON corrections (rater, clock)",
    "CREATE INDEX corrections_by_story ON corrections (story, clock)",
)

TRIGGERS = append_only("corrections")
