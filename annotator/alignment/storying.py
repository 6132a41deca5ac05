"""Which articles tell one story: by the names, numbers, dates and words that their beginnings share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from annotator.alignment.matching import Matcher
from annotator.model.articles import Article
from annotator.model.statements import Passage

LEAD = 1_500
"""Letters of an article that are compared: news says what it is about at its beginning."""
LEAST = 0.27
"""On the seeds among fifty pages of other news, links in one story began at 0.289, others ended at 0.222."""
DAYS = 21
"""Articles further apart than this tell different stories."""


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that seem to tell one story."""

    articles: tuple[Article, ...]
    likeness: float
    """The weakest link that holds the group together: 0..1."""


def find_groups(articles: Sequence[Article], matcher: Matcher) -> list[Group]:
    """The groups of two articles or more, the clearest first; an article is in one group at the most.

    Two articles belong together when they are like each other, or both like a third.
    """
    leads = [
        Passage(one.id, 0, len(one.text[:LEAD]), one.text[:LEAD], one.outlet, one.language)
        for one in articles
    ]
    scores = matcher.score(leads, leads) if len(leads) > 1 else []
    links = sorted(
        (
            (scores[i][j], i, j)
            for i in range(len(leads))
            for j in range(i)
            if scores[i][j] >= LEAST and _same_time(articles[i], articles[j])
        ),
        reverse=True,
    )
    member = list(range(len(leads)))
    weakest: dict[int, float] = {}
    for score, i, j in links:
        one, other = member[i], member[j]
        if one != other:
            member = [one if at == other else at for at in member]
            weakest[one] = score
    grouped = {
        root: tuple(article for at, article in zip(member, articles, strict=True) if at == root)
        for root in dict.fromkeys(member)
    }
    groups = [Group(held, weakest[root]) for root, held in grouped.items() if len(held) > 1]
    return sorted(groups, key=lambda group: -group.likeness)


def _same_time(one: Article, other: Article) -> bool:
    """Whether two articles can tell one story as far as their dates go; unknown ones can."""
    try:
        apart = date.fromisoformat(one.published) - date.fromisoformat(other.published)
    except ValueError:
        return True
    return abs(apart.days) <= DAYS
