"""What a survey of a large collection found, by outlet: findings per 1,000 words, nothing added up."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from annotator.formats.partitions import Results

FEWEST = 10
"""An outlet of fewer articles is too few to be compared."""


@dataclass(frozen=True, slots=True)
class Surveyed:
    """One outlet in a collection."""

    outlet: str
    articles: int
    words: int
    per_thousand: dict[str, float]
    """By signal, findings per 1,000 words."""

    @property
    def too_few(self) -> bool:
        """True where a figure would say more of chance than of the outlet."""
        return self.articles < FEWEST


def read_survey(target: str) -> list[Surveyed]:
    """The outlets by name; partitions are read one after the other, so memory stays small.

    Raises `AnnotatorError` for a folder without results.
    """
    results = Results(target)
    articles: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for rows in results.read("articles", ("outlet", "words")):
        for outlet, number in rows:
            articles[outlet] += 1
            words[outlet] += number
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for rows in results.read("findings", ("outlet", "signal")):
        for (outlet, signal), number in Counter(rows).items():
            found[outlet][signal] += number
    return [
        Surveyed(
            outlet or "unknown",
            articles[outlet],
            words[outlet],
            {signal: 1000 * n / max(1, words[outlet]) for signal, n in sorted(found[outlet].items())},
        )
        for outlet in sorted(articles)
    ]
