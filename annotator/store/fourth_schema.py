"""What the fourth migration adds: where each article came from, and what was left out of it.

Like `schema.py` never edited once released.
"""

from __future__ import annotations

TABLES = (
    """
    CREATE TABLE origins (
      article TEXT PRIMARY KEY REFERENCES articles (id),
      kind TEXT NOT NULL,
      digest TEXT NOT NULL,
      size INTEGER NOT NULL CHECK (size >= 0),
      furniture TEXT NOT NULL,
      notes TEXT NOT NULL
    ) STRICT
    """,
)
