"""Which articles tell one story: by the names, numbers, dates and words that their beginnings share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import mul

from annotator.alignment.matching import Matcher, Scores
from annotator.model.articles import Article
from annotator.model.statements import Passage

LEAD = 1_500
"""Letters of an article that are compared: news says what it is about at its beginning."""
MEANING = 300
"""Letters whose meaning is compared, where the extra for it is installed."""
LEAST = 0.27
"""On the seeds among fifty pages of other news, links in one story began at 0.289, others ended at 0.222."""
LEAST_WITH_MEANING = 0.43
"""With meaning counted in, links in one story began at 0.46 on the same articles, others ended at 0.40."""
USUAL_SIMILARITY = 0.79
"""How similar the vectors of two texts are that have nothing to do with each other."""
NEARNESS = 2.0
DAYS = 21
"""Articles further apart than this tell different stories."""


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that seem to tell one story."""

    articles: tuple[Article, ...]
    likeness: float
    """The weakest link that holds the group together: 0..1."""


def find_groups(
    articles: Sequence[Article], matcher: Matcher, vectors: Mapping[str, Sequence[float]] | None = None
) -> list[Group]:
    """The groups of two articles or more, the clearest first; an article is in one group at the most.

    Two articles belong together when they are like each other, or both like a third. Where the extra is
    installed, `vectors` holds the meaning of each article's `opening`; a pair of like meaning then needs less
    in common.
    """
    leads = [
        Passage(one.id, 0, len(one.text[:LEAD]), one.text[:LEAD], one.outlet, one.language)
        for one in articles
    ]
    scores = matcher.score(leads, leads) if len(leads) > 1 else []
    least = LEAST
    if vectors and scores:
        scores, least = _with_meaning(scores, [vectors[opening(one)] for one in articles]), LEAST_WITH_MEANING
    links = sorted(
        (
            (scores[i][j], i, j)
            for i in range(len(leads))
            for j in range(i)
            if scores[i][j] >= least and _same_time(articles[i], articles[j])
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


def opening(article: Article) -> str:
    """The beginning of an article, by whose meaning it is compared."""
    return " ".join(article.text[:MEANING].split())


def _with_meaning(scores: Scores, vectors: Sequence[Sequence[float]]) -> list[list[float]]:
    """The scores, raised for pairs whose meaning is nearer than usual and lowered for those farther apart."""
    return [
        [
            score + NEARNESS * (sum(map(mul, mine, theirs)) - USUAL_SIMILARITY)
            for score, theirs in zip(row, vectors, strict=True)
        ]
        for row, mine in zip(scores, vectors, strict=True)
    ]


def _same_time(one: Article, other: Article) -> bool:
    """Whether two articles can tell one story as far as their dates go; unknown ones can."""
    try:
        apart = date.fromisoformat(one.published) - date.fromisoformat(other.published)
    except ValueError:
        return True
    return abs(apart.days) <= DAYS
