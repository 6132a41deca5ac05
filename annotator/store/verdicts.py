"""What raters say of findings: yes, no or unsure. The latest answer counts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.model.judgements import Verdict
from annotator.store.opening import Store


@dataclass(frozen=True, slots=True)
class Said:
    """A verdict as a row of history."""

    id: str
    at: str
    verdict: Verdict
    standing: bool
    """True for the rater's last word on this finding."""


def append(connection: sqlite3.Connection, id: str, clock: int, at: str, verdict: Verdict) -> None:
    """Nothing; the verdict is a row."""
    connection.execute(
        "INSERT INTO verdicts (id, clock, rater, article, signal, signal_version, start, \"end\", entry,"
        " answer, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            id, clock, verdict.rater, verdict.article, verdict.signal, verdict.signal_version, verdict.start,
            verdict.end, verdict.entry, verdict.answer, at,
        ),
    )  # fmt: skip


def latest(store: Store, rater: str, article: str) -> dict[tuple[str, int, int], str]:
    """A rater's answers for one article, by signal and span; those taken back are left out."""
    rows = store.rows(
        'SELECT signal, start, "end", answer FROM verdicts WHERE rater = ? AND article = ?'
        " ORDER BY clock, id",
        (rater, article),
    )
    answers = {(signal, start, end): answer for signal, start, end, answer in rows}
    return {finding: answer for finding, answer in answers.items() if answer != "withdrawn"}


def history(store: Store, story: str | None = None) -> Iterator[Said]:
    """Every verdict, article by article in order of arrival, then in time; of one story, if told.

    Whether one stands does not depend on the version of the signals: the words are the same.
    """
    rows = store.rows(
        'SELECT v.id, v.at, v.rater, v.article, v.signal, v.signal_version, v.start, v."end", v.entry,'
        ' v.answer, row_number() OVER (PARTITION BY v.rater, v.article, v.signal, v.start, v."end"'
        " ORDER BY v.clock DESC, v.id DESC) = 1"
        " FROM verdicts v JOIN articles a ON a.id = v.article"
        " WHERE ? IS NULL OR coalesce(a.story, '') = ? ORDER BY a.position, v.clock, v.id",
        (story, story),
    )
    for id, at, *fields, standing in rows:
        yield Said(id, at, Verdict(*fields), bool(standing))
