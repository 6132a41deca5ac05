"""Originals of articles: written once when the article comes in."""

from __future__ import annotations

import json
import sqlite3

from annotator.model.origins import Origin
from annotator.store.opening import Store


def put(connection: sqlite3.Connection, article: str, origin: Origin) -> None:
    """Nothing; the article's origin is known. One that is known already stays."""
    connection.execute(
        "INSERT INTO origins (article, kind, digest, size, furniture, notes) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (article) DO NOTHING",
        (
            article,
            origin.kind,
            origin.digest,
            origin.size,
            origin.furniture,
            json.dumps(origin.notes, ensure_ascii=False),
        ),
    )


def get(store: Store, article: str) -> Origin | None:
    """The article's origin, or None for one that was taken in before origins were kept."""
    row = store.row("SELECT kind, digest, size, furniture, notes FROM origins WHERE article = ?", (article,))
    if row is None:
        return None
    kind, digest, size, furniture, notes = row
    return Origin(kind, digest, size, furniture, tuple(json.loads(notes)))
