"""Rounds in which a class votes again, and the votes, as rows. Both are appended, never changed."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from annotator.store.opening import Store

_OPENED = "id, clock, rater, article, rubric, criterion, at"
_VOTE = "id, clock, rater, article, rubric, criterion, answer, level, note, round, before, at"


@dataclass(frozen=True, slots=True)
class Round:
    """A vote that was opened on one article and criterion."""

    id: str
    order: int
    """The logical clock, as scores have it."""
    rater: str
    """Who opened it; nobody that a student's own workspace knows."""
    article: str
    rubric: str
    """The rubric's digest."""
    criterion: str
    at: str


@dataclass(frozen=True, slots=True)
class Vote:
    """What one rater says after the talk."""

    id: str
    order: int
    rater: str
    article: str
    rubric: str
    criterion: str
    answer: str
    level: int | None
    note: str
    round: str
    before: str
    """The id of the score that the rater had given before the class's was shown."""
    at: str


@dataclass(frozen=True, slots=True)
class First:
    """What a rater had given alone."""

    score: str
    """The score's id."""
    answer: str
    level: int | None


def open_round(connection: sqlite3.Connection, one: Round) -> None:
    """Nothing; the round is a row."""
    connection.execute(
        f"INSERT INTO rounds ({_OPENED}, deed) VALUES (?, ?, ?, ?, ?, ?, ?, 'open') ON CONFLICT DO NOTHING",
        (one.id, one.order, one.rater, one.article, one.rubric, one.criterion, one.at),
    )


def close_round(connection: sqlite3.Connection, one: Round, id: str, clock: int, rater: str, at: str) -> None:
    """Nothing; that the round was closed is a row of its own."""
    connection.execute(
        f"INSERT INTO rounds ({_OPENED}, deed, opened) VALUES (?, ?, ?, ?, ?, ?, ?, 'close', ?)",
        (id, clock, rater, one.article, one.rubric, one.criterion, at, one.id),
    )


def opened(store: Store) -> list[Round]:
    """All rounds that were ever opened, the earliest first."""
    rows = store.rows(f"SELECT {_OPENED} FROM rounds WHERE deed = 'open' ORDER BY clock, id")
    return [Round(*row) for row in rows]


def closed(store: Store) -> set[str]:
    """The ids of the rounds that were closed."""
    return {key for (key,) in store.rows("SELECT opened FROM rounds WHERE deed = 'close'")}


def append_vote(connection: sqlite3.Connection, one: Vote) -> None:
    """Nothing; the vote is a row."""
    connection.execute(
        f"INSERT INTO votes ({_VOTE}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            one.id, one.order, one.rater, one.article, one.rubric, one.criterion, one.answer, one.level,
            one.note, one.round, one.before, one.at,
        ),
    )  # fmt: skip


def votes_in(store: Store, round: str) -> dict[str, Vote]:
    """Each rater's latest vote in a round."""
    rows = store.rows(f"SELECT {_VOTE} FROM votes WHERE round = ? ORDER BY clock, id", (round,))
    return {row[2]: Vote(*row) for row in rows}


def first_votes(store: Store, article: str, rubric: str, criterion: str) -> dict[str, First]:
    """What each rater gave alone for one article and criterion: the latest score before others' were seen.

    A rater who saw the others' before giving any score has the standing one.
    """
    found: dict[str, First] = {}
    for rater, score, answer, level, saw in store.rows(
        "SELECT c.rater, c.score, c.answer, c.level, s.saw_others FROM current_scores c"
        " JOIN scores s ON s.id = c.score WHERE c.rubric = ? AND c.article = ? AND c.criterion = ?"
        " AND c.answer <> 'withdrawn'",
        (rubric, article, criterion),
    ):
        found[rater] = First(score, answer, level)
        if saw:
            alone = store.row(
                "SELECT id, answer, level FROM scores INDEXED BY scores_by_rater WHERE rater = ?"
                " AND article = ? AND rubric = ? AND criterion = ? AND saw_others = 0"
                " ORDER BY clock DESC, id DESC LIMIT 1",
                (rater, article, rubric, criterion),
            )
            if alone and alone[1] != "withdrawn":
                found[rater] = First(*alone)
    return found


def first_by_id(store: Store, score: str) -> First | None:
    """The score with this id as a first vote, or None."""
    row = store.row("SELECT id, answer, level FROM scores WHERE id = ?", (score,))
    return First(*row) if row else None
