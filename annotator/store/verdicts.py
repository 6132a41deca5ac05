"""What raters say of findings: yes, no or unsure. The latest answer counts."""

from __future__ import annotations

import sqlite3

from annotator.model.judgements import Verdict
from annotator.store.opening import Store


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
