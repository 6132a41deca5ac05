"""What people corrected in the matches, appended; and the vectors of sentences, a cache."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Mapping, Sequence

from annotator.model.articles import fingerprint
from annotator.model.spans import Span
from annotator.model.statements import Correction
from annotator.store.opening import Row, Store

_COLUMNS = 'id, clock, rater, story, deed, article, start, "end", other, other_start, other_end, undoes, at'
_AT_ONCE = 500
"""How many vectors one statement asks for."""


def append(connection: sqlite3.Connection, correction: Correction) -> None:
    """Nothing; the correction is a row."""
    other, place = correction.other or None, correction.other_place
    connection.execute(
        f"INSERT INTO corrections ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            correction.id, correction.order, correction.rater, correction.story, correction.deed,
            correction.article, *correction.place, other, place.start if other else None,
            place.end if other else None, correction.undoes, correction.at,
        ),
    )  # fmt: skip


def standing(store: Store, story: str) -> list[Correction]:
    """The corrections of a story that were not taken back, in the order in which they were made."""
    rows = store.rows(f"SELECT {_COLUMNS} FROM corrections WHERE story = ? ORDER BY clock, id", (story,))
    return _standing(rows)


def last_of(store: Store, rater: str) -> Correction | None:
    """A rater's latest correction that still stands, in any story, or None."""
    rows = store.rows(f"SELECT {_COLUMNS} FROM corrections WHERE rater = ? ORDER BY clock, id", (rater,))
    found = _standing(rows)
    return found[-1] if found else None


def history(store: Store, story: str) -> list[Correction]:
    """Everything that was ever corrected in a story, what was taken back and the taking back included."""
    rows = store.rows(f"SELECT {_COLUMNS} FROM corrections WHERE story = ? ORDER BY clock, id", (story,))
    return [_correction(row) for row in rows]


def load_vectors(store: Store, model: str, sentences: Sequence[str]) -> dict[str, array[float]]:
    """The kept vectors of these sentences; a sentence without one is missing."""
    by_key = {fingerprint(sentence): sentence for sentence in sentences}
    keys = list(by_key)
    found: dict[str, array[float]] = {}
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        sql = f"SELECT fingerprint, vector FROM vectors WHERE model = ? AND fingerprint IN ({marks})"
        for key, blob in store.rows(sql, (model, *some)):
            vector = array("f")
            vector.frombytes(blob)
            found[by_key[key]] = vector
    return found


def keep_vectors(store: Store, model: str, vectors: Mapping[str, array[float]]) -> None:
    """Nothing; the vectors of these sentences are kept."""
    with store.writing() as connection:
        connection.executemany(
            "INSERT INTO vectors (model, fingerprint, vector) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            ((model, fingerprint(sentence), vector.tobytes()) for sentence, vector in vectors.items()),
        )


def _standing(rows: Iterable[Row]) -> list[Correction]:
    """The corrections in these rows that nothing later takes back."""
    kept: dict[str, Correction] = {}
    for row in rows:
        one = _correction(row)
        if one.undoes:
            kept.pop(one.undoes, None)
        else:
            kept[one.id] = one
    return list(kept.values())


def _correction(row: Row) -> Correction:
    key, clock, rater, story, deed, article, start, end, other, other_start, other_end, undoes, at = row
    return Correction(
        id=key,
        order=clock,
        rater=rater,
        story=story,
        deed=deed,
        article=article,
        place=Span(start, end),
        other=other or "",
        other_place=Span(other_start, other_end) if other else Span(0, 0),
        at=at,
        undoes=undoes,
    )
