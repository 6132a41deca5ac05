"""Scores summed up for comparisons: by rater, and by what a score or its rater or article is."""

from __future__ import annotations

from typing import NamedTuple

from annotator.store.opening import Store

_PARTS = {
    "group": "r.team",
    "mode": "CASE s.saw_outlet WHEN 0 THEN 'blind' ELSE 'open' END",
    "language": "a.language",
}
_FROM = """
    FROM current_scores c JOIN articles a ON a.id = c.article
    JOIN raters r ON r.id = c.rater JOIN scores s ON s.id = c.score
    WHERE c.rubric = ? AND c.answer <> 'withdrawn' AND (? IS NULL OR coalesce(a.story, '') = ?)
"""


def tallies_by(
    store: Store, story: str | None, rubric: str, by: str
) -> list[tuple[str, str, str, int | None, int]]:
    """How often each answer stands: part, outlet, criterion, level (None for "cannot judge"), number.

    `by` is `group` (the rater's), `mode` (`blind` where the outlet was hidden, else `open`) or `language`
    (the article's).
    """
    rows = store.rows(
        f"SELECT {_PARTS[by]} AS part, a.outlet, c.criterion, c.level, count(*) {_FROM}"
        " GROUP BY part, a.outlet, c.criterion, c.level ORDER BY part",
        (rubric, story, story),
    )
    return [(part, outlet, criterion, level, number) for part, outlet, criterion, level, number in rows]


def means_by_rater(store: Store, story: str | None, rubric: str) -> list[tuple[str, str, str, float]]:
    """Each rater's mean level of each outlet's articles by each criterion: criterion, outlet, rater, mean."""
    rows = store.rows(
        "SELECT c.criterion, a.outlet, c.rater, avg(c.level) FROM current_scores c"
        " JOIN articles a ON a.id = c.article WHERE c.rubric = ? AND c.answer = 'level'"
        " AND (? IS NULL OR coalesce(a.story, '') = ?)"
        " GROUP BY c.criterion, a.outlet, c.rater ORDER BY c.criterion, a.outlet, c.rater",
        (rubric, story, story),
    )
    return [(criterion, outlet, rater, mean) for criterion, outlet, rater, mean in rows]


class Given(NamedTuple):
    """A standing level."""

    rater: str
    article: str
    criterion: str
    level: int
    outlet: str
    story: str
    """Empty for articles without one."""


def count_levels(store: Store, rubric: str) -> int:
    """How many standing scores under a rubric have a level."""
    row = store.row("SELECT count(*) FROM current_scores WHERE rubric = ? AND answer = 'level'", (rubric,))
    return int(row[0]) if row else 0


def levels_given(store: Store, rubric: str) -> list[Given]:
    """Every standing level under a rubric, in order of articles and raters."""
    rows = store.rows(
        "SELECT c.rater, c.article, c.criterion, c.level, a.outlet, coalesce(a.story, '')"
        " FROM current_scores c JOIN articles a ON a.id = c.article"
        " WHERE c.rubric = ? AND c.answer = 'level' ORDER BY a.position, c.rater, c.criterion",
        (rubric,),
    )
    return [Given(*row) for row in rows]
