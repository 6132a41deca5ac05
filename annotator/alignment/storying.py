"""Which articles tell one story: by the names, numbers, dates and words that their beginnings share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from annotator.alignment.likest import Likest
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
_LINKS_AT_ONCE = 100_000
"""More are thinned out to those that hold groups together, lest a thousand copies of one text fill memory."""
Link: TypeAlias = tuple[float, int, int]
"""How alike two articles are, and their places, the later first."""


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that seem to tell one story."""

    articles: tuple[Article, ...]
    likeness: float
    """The weakest link that holds the group together: 0..1."""


def find_groups(
    articles: Sequence[Article], vectors: Mapping[str, Sequence[float]] | None = None
) -> list[Group]:
    """The groups of two articles or more, the clearest first; an article is in one group at the most.

    Two articles belong together when they are like each other, or both like a third. Where the extra is
    installed, `vectors` holds the meaning of each article's `opening`; a pair of like meaning then needs less
    in common.
    """
    likest = Likest(
        [
            Passage(one.id, 0, len(one.text[:LEAD]), one.text[:LEAD], one.outlet, one.language)
            for one in articles
        ]
    )
    links: list[Link] = []
    for link in _with_meaning(likest, articles, vectors) if vectors else likest.pairs(LEAST):
        if _same_time(articles[link[1]], articles[link[2]]):
            links.append(link)
        if len(links) > _LINKS_AT_ONCE:
            links = _strongest(links)
    member = _Members()
    weakest: dict[int, float] = {}
    for score, one, other in _strongest(links):
        root = member.join(one, other)
        assert root is not None
        weakest[root] = score
    grouped: dict[int, list[Article]] = {}
    for at, article in enumerate(articles):
        grouped.setdefault(member.root(at), []).append(article)
    groups = [Group(tuple(held), weakest[root]) for root, held in grouped.items() if len(held) > 1]
    return sorted(groups, key=lambda group: -group.likeness)


def _strongest(links: list[Link]) -> list[Link]:
    """The links, from the strongest on, that join what stronger ones do not (Kruskal 1956)."""
    member = _Members()
    return [link for link in sorted(links, reverse=True) if member.join(link[1], link[2]) is not None]


class _Members:
    """Who belongs together, by one of them."""

    def __init__(self) -> None:
        self._above: dict[int, int] = {}

    def root(self, one: int) -> int:
        """The one that stands for all that belong together with this one."""
        while (above := self._above.get(one, one)) != one:
            self._above[one] = self._above.get(above, above)
            one = above
        return one

    def join(self, one: int, other: int) -> int | None:
        """Who stands for the two and theirs from now on; None when they were together before."""
        first, second = self.root(one), self.root(other)
        if first == second:
            return None
        self._above[second] = first
        return first


def opening(article: Article) -> str:
    """The beginning of an article, by whose meaning it is compared."""
    return " ".join(article.text[:MEANING].split())


def _with_meaning(
    likest: Likest, articles: Sequence[Article], vectors: Mapping[str, Sequence[float]]
) -> Iterator[Link]:
    """The links whose score, raised for nearer meaning than usual and lowered for farther, is enough.

    A pair that is not far nearer than usual needs as much in common as without; the others are few.
    """
    import numpy

    meant = numpy.array([vectors[opening(one)] for one in articles], dtype=numpy.float64)
    near = USUAL_SIMILARITY + (LEAST_WITH_MEANING - LEAST) / NEARNESS
    for score, one, other in likest.pairs(LEAST):
        alike = float(meant[one] @ meant[other])
        raised = score + NEARNESS * (alike - USUAL_SIMILARITY)
        if alike < near and raised >= LEAST_WITH_MEANING:
            yield raised, one, other
    for one, vector in enumerate(meant):
        alike_before = meant[:one] @ vector
        for other in numpy.flatnonzero(alike_before >= near).tolist():
            score = likest.score(one, other) + NEARNESS * (float(alike_before[other]) - USUAL_SIMILARITY)
            if score >= LEAST_WITH_MEANING:
                yield score, one, other


def _same_time(one: Article, other: Article) -> bool:
    """Whether two articles can tell one story as far as their dates go; unknown ones can."""
    try:
        apart = date.fromisoformat(one.published) - date.fromisoformat(other.published)
    except ValueError:
        return True
    return abs(apart.days) <= DAYS
