"""Keeping a pace: time on an article without the pauses, articles finished in a session, what is next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.store import scores, settings
from annotator.workbench import browsing
from annotator.workbench.opening import Workspace

if TYPE_CHECKING:
    from annotator.model.articles import Article
    from annotator.model.judgements import Rater
    from annotator.model.rubrics import Rubric

IDLE = 60.0
"""Seconds without a key or a move of the mouse after which somebody is no longer reading."""
_PAGE = 200


@dataclass(frozen=True, slots=True)
class Pace:
    """The time spent on one article."""

    seconds: float
    """Counted up to `at`."""
    at: float

    def until(self, now: float, touched: float) -> Pace:
        """The same with the time up to `now`; what lies more than `IDLE` after the last touch is a pause."""
        counted = min(now, touched + IDLE) - self.at
        return Pace(self.seconds + max(0.0, counted), max(now, self.at))

    def pauses(self, touched: float) -> bool:
        """True while nobody touches anything."""
        return self.at > touched + IDLE


def time_spent(workspace: Workspace, rater: Rater, article: Article) -> float:
    """Seconds that this rater spent on the article while the timer was on."""
    return float(settings.get(workspace.store, _name(rater, article)) or 0)


def keep_time(workspace: Workspace, rater: Rater, article: Article, seconds: float) -> None:
    """Nothing; the time spent is on the disk."""
    settings.put(workspace.store, _name(rater, article), f"{seconds:.0f}")


def finished_since(workspace: Workspace, rater: Rater, rubric: Rubric, since: str) -> int:
    """How many articles the rater has finished from this moment on: the last open criterion was answered."""
    return scores.count_finished(workspace.store, rater.id, rubric.digest, len(rubric.criteria), since)


def next_waiting(
    workspace: Workspace, rater: Rater, rubric: Rubric, *, story: str | None, search: str, after: int
) -> tuple[int, str] | None:
    """Place and id of the next article of a list that lacks an answer, from `after` on and round."""
    total = browsing.count(workspace, rater, story=story, search=search)
    for first, last in ((after + 1, total), (0, min(after + 1, total))):
        for offset in range(first, last, _PAGE):
            page = browsing.browse(
                workspace, rater, rubric, story=story, search=search,
                offset=offset, limit=min(_PAGE, last - offset), counts=False,
            )  # fmt: skip
            for place, row in enumerate(page.rows, offset):
                if row.scored < row.criteria and place != after:
                    return place, row.id
    return None


def _name(rater: Rater, article: Article) -> str:
    return f"time:{rater.id}:{article.id}"
