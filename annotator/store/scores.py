"""Scores and their evidence: appended, read, and taken back by appending."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.model.judgements import Answer, Conditions, Evidence, Score
from annotator.store import schema
from annotator.store.opening import Row, Store

_COLUMNS = (
    "id, rater, article, rubric, criterion, answer, level, note, saw_outlet, saw_signals, saw_others, at,"
    " clock, undoes"
)
_S_COLUMNS = ", ".join(f"s.{name.strip()}" for name in _COLUMNS.split(","))
_CURRENT = f"SELECT {_S_COLUMNS} FROM current_scores c JOIN scores s ON s.id = c.score"
_EVIDENCE = 'start, "end", quote, prefix, suffix, signal, absent'
CLOCK = "clock"
"""The setting that holds the logical clock with which a workspace began."""

_AT_ONCE = 500
"""How many ids one statement asks for."""


@dataclass(frozen=True, slots=True)
class History:
    """What a rater can take back and do again: ids of scores, the next one last."""

    undo: tuple[str, ...]
    redo: tuple[str, ...]


def next_clock(connection: sqlite3.Connection) -> int:
    """One more than the logical clock of everything known here (Lamport 1978)."""
    union = " UNION ALL ".join(f"SELECT max(clock) AS clock FROM {table}" for table in schema.CLOCKED)
    # What a pack said of the clock of the workspace it came from: later work counts as later there.
    union += f" UNION ALL SELECT CAST(value AS INTEGER) FROM settings WHERE name = '{CLOCK}'"
    return int(connection.execute(f"SELECT coalesce(max(clock), 0) + 1 FROM ({union})").fetchone()[0])


def append(connection: sqlite3.Connection, score: Score, evidence_ids: Sequence[str]) -> None:
    """Nothing; the score and its evidence are rows. One id is given for each piece of evidence."""
    conditions = score.conditions
    connection.execute(
        f"INSERT INTO scores ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(score.id, score.rater, score.article, score.rubric, score.criterion),
            *(score.answer.value, score.level, score.note),
            *(conditions.outlet, conditions.signals, conditions.others),
            *(score.at, score.order, score.undoes),
        ),
    )
    connection.executemany(
        f"INSERT INTO evidence (id, score, place, {_EVIDENCE}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (key, score.id, place, e.start, e.end, e.quote, e.prefix, e.suffix, e.signal, e.absent)
            for place, (key, e) in enumerate(zip(evidence_ids, score.evidence, strict=True))
        ),
    )


def get_score(store: Store, id: str) -> Score | None:
    """The score with this id, or None."""
    found = _scores(store, store.rows(f"SELECT {_COLUMNS} FROM scores WHERE id = ?", (id,)))
    return found[0] if found else None


def current(store: Store, rater: str, article: str, rubric: str) -> list[Score]:
    """A rater's latest score of each criterion of one article, withdrawn ones included."""
    rows = store.rows(
        f"{_CURRENT} WHERE c.rater = ? AND c.article = ? AND c.rubric = ?",
        (rater, article, rubric),
    )
    return _scores(store, rows)


def current_of(store: Store, rater: str, article: str, rubric: str, criterion: str) -> Score | None:
    """A rater's latest score of one criterion, withdrawn or not, or None."""
    rows = store.rows(
        f"{_CURRENT} WHERE c.rater = ? AND c.article = ? AND c.rubric = ? AND c.criterion = ?",
        (rater, article, rubric, criterion),
    )
    found = _scores(store, rows)
    return found[0] if found else None


def before(store: Store, score: Score) -> Score | None:
    """The score that stood in the same cell before this one, or None."""
    rows = store.rows(
        f"SELECT {_COLUMNS} FROM scores INDEXED BY scores_by_rater WHERE rater = ? AND (clock, id) < (?, ?)"
        " AND article = ? AND rubric = ? AND criterion = ? ORDER BY clock DESC, id DESC LIMIT 1",
        (score.rater, score.order, score.id, score.article, score.rubric, score.criterion),
    )
    found = _scores(store, rows)
    return found[0] if found else None


_TOLD = "(? IS NULL OR article IN (SELECT id FROM articles WHERE coalesce(story, '') = ?))"
"""The SQL condition that keeps the articles of one story, where one is told."""


def all_current(
    store: Store, story: str | None = None, rubric: str | None = None, role: str | None = None
) -> list[Score]:
    """Everybody's latest scores that are not withdrawn, or one role's, by article, rater, and criterion."""
    rows = store.rows(
        f"{_CURRENT} JOIN articles a ON a.id = c.article"
        " WHERE c.answer <> 'withdrawn' AND (? IS NULL OR coalesce(a.story, '') = ?)"
        " AND (? IS NULL OR c.rubric = ?)"
        " AND (? IS NULL OR c.rater IN (SELECT id FROM raters WHERE role = ?))"
        " ORDER BY a.position, c.rater, c.rubric, c.criterion",
        (story, story, rubric, rubric, role, role),
    )
    return _scores(store, rows)


def current_of_article(store: Store, article: str, rubric: str) -> list[Score]:
    """Everybody's latest scores of one article, withdrawn ones included, by rater and criterion."""
    rows = store.rows(
        f"{_CURRENT} WHERE c.article = ? AND c.rubric = ? ORDER BY c.rater, c.criterion", (article, rubric)
    )
    return _scores(store, rows)


def finished(store: Store, rater: str, rubric: str, criteria: int) -> list[str]:
    """The ids of the articles that a rater has answered in full under a rubric, in order of arrival."""
    rows = store.rows(
        "SELECT c.article FROM current_scores c JOIN articles a ON a.id = c.article"
        " WHERE c.rater = ? AND c.rubric = ? AND c.answer <> 'withdrawn'"
        " GROUP BY c.article HAVING count(*) >= ? ORDER BY a.position",
        (rater, rubric, criteria),
    )
    return [str(key) for (key,) in rows]


def tallies(store: Store, story: str | None, rubric: str) -> list[tuple[str, str, str, str, int | None, int]]:
    """How often each answer stands: story, outlet, criterion, answer, level, number of current scores.

    Counted article by article along an index first and joined to outlets then: a quarter of the time that
    joining every score takes.
    """
    return [
        (told, outlet, criterion, answer, level, number)
        for told, outlet, criterion, answer, level, number in store.rows(
            "SELECT coalesce(a.story, ''), a.outlet, g.criterion, g.answer, g.level, sum(g.number) FROM"
            " (SELECT article, criterion, answer, level, count(*) AS number FROM current_scores"
            f" WHERE rubric = ? AND {_TOLD} GROUP BY article, criterion, answer, level) g"
            " JOIN articles a ON a.id = g.article WHERE g.answer <> 'withdrawn'"
            " GROUP BY a.story, a.outlet, g.criterion, g.answer, g.level",
            (rubric, story, story),
        )
    ]


def behind(store: Store, story: str | None, rubric: str, outlet: str, criterion: str) -> list[Score]:
    """Everybody's standing scores of one outlet's articles by one criterion."""
    rows = store.rows(
        f"{_CURRENT} JOIN articles a ON a.id = c.article"
        " WHERE c.rubric = ? AND c.criterion = ? AND a.outlet = ? AND c.answer <> 'withdrawn'"
        " AND (? IS NULL OR coalesce(a.story, '') = ?) ORDER BY a.position, c.rater",
        (rubric, criterion, outlet, story, story),
    )
    return _scores(store, rows)


def count_raters(store: Store, story: str | None, rubric: str) -> int:
    """How many raters have a current score under this rubric.

    Asked rater by rater along the primary key (the plus keeps SQLite from walking the whole rubric instead).
    """
    row = store.row(
        "SELECT count(*) FROM raters r WHERE EXISTS (SELECT 1 FROM current_scores"
        f" WHERE rater = r.id AND +rubric = ? AND answer <> 'withdrawn' AND {_TOLD})",
        (rubric, story, story),
    )
    return int(row[0]) if row else 0


def count_finished(store: Store, rater: str, rubric: str, criteria: int, since: str) -> int:
    """How many articles a rater has answered in full under a rubric, the last answer at `since` or later.

    The clocks of one rater's machine are compared as moments, so that a change of its offset does no harm.
    """
    row = store.row(
        "SELECT count(*) FROM (SELECT 1 FROM current_scores c JOIN scores s ON s.id = c.score"
        " WHERE c.rater = ? AND c.rubric = ? AND c.answer <> 'withdrawn' GROUP BY c.article"
        " HAVING count(*) >= ? AND max(julianday(s.at)) >= julianday(?))",
        (rater, rubric, criteria, since),
    )
    return int(row[0]) if row else 0


def history(store: Store, rater: str) -> History:
    """What this rater can take back and do again, read from the rows alone.

    A score that undoes nothing is a new judgement: it can be taken back, and clears what could be done
    again. One that undoes a judgement takes it back; one that undoes such a taking back does it again.
    """
    undo: dict[str, None] = {}
    redo: dict[str, None] = {}
    rows = store.rows("SELECT id, undoes FROM scores WHERE rater = ? ORDER BY clock, id", (rater,))
    for key, undoes in rows:
        if not undoes:
            undo[key] = None
            redo.clear()
        elif undoes in undo:
            del undo[undoes]
            redo[key] = None
        elif undoes in redo:
            del redo[undoes]
            undo[key] = None
    return History(tuple(undo), tuple(redo))


def _scores(store: Store, rows: Sequence[Row]) -> list[Score]:
    """The scores in these rows, with their evidence."""
    evidence = _evidence(store, [row[0] for row in rows])
    return [_score(row, evidence.get(row[0], ())) for row in rows]


def _evidence(store: Store, ids: Sequence[str]) -> dict[str, tuple[Evidence, ...]]:
    """The evidence of each of these scores, in order."""
    found: dict[str, tuple[Evidence, ...]] = {}
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        sql = f"SELECT score, {_EVIDENCE} FROM evidence WHERE score IN ({marks}) ORDER BY score, place"
        for score, *columns in store.rows(sql, some):
            found[score] = (*found.get(score, ()), Evidence(*columns))
    return found


def _score(row: Row, evidence: Iterable[Evidence]) -> Score:
    key, rater, article, rubric, criterion, answer, level, note, *conditions, at, clock, undoes = row
    return Score(
        id=key,
        rater=rater,
        article=article,
        rubric=rubric,
        criterion=criterion,
        answer=Answer(answer),
        level=level,
        note=note,
        conditions=Conditions(*map(bool, conditions)),
        at=at,
        order=clock,
        evidence=tuple(evidence),
        undoes=undoes,
    )
