"""Stories suggested in a large library: which of thousands of articles tell one event.

The articles are made of words that are as frequent as words are (Zipf 1949); every fifth event is told by
three outlets, each in words of its own beside the names and figures that they share.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate

from benchmarks.figures import Figure, paired

ARTICLES = 1_000
WORDS, VOCABULARY = 150, 30_000
_OPENINGS = (*"bcdfghjklmnpqrstvw", "bl", "br", "ch", "cl", "cr", "dr", "fl", "fr", "gl", "gr", "pl", "pr",
             "sc", "sh", "sl", "sp", "st", "th", "tr")  # fmt: skip
_MIDDLES = (*"aeiou", "ai", "ea", "ee", "ia", "io", "oo", "ou")
_ENDS = (*"bdglmnprstx", "ck", "ft", "ll", "mp", "nd", "nt", "rd", "rt", "ss", "st")


def _word(draw: random.Random) -> str:
    parts = (draw.choice(kind) for _ in range(draw.choice((1, 2, 2, 3))) for kind in (_OPENINGS, _MIDDLES))
    return "".join(parts) + draw.choice(_ENDS)


def news(articles: int) -> Iterator[tuple[str, str, str]]:
    """Event, outlet and text of each article; the same in each run."""
    draw = random.Random(5)
    words = sorted({_word(draw) for _ in range(VOCABULARY)})
    draw.shuffle(words)
    frequent = list(accumulate(1 / place for place in range(1, len(words) + 1)))
    event = made = 0
    while made < articles:
        shared = [
            *(one.title() for one in draw.sample(words, 12)),
            *(str(draw.randint(100, 9_999)) for _ in range(4)),
        ]
        for outlet in range(3 if event % 5 == 0 else 1):
            own = draw.choices(words, cum_weights=frequent, k=WORDS - len(shared))
            told = [*own, *shared]
            draw.shuffle(told)
            lines = [" ".join(told[at : at + 15]) for at in range(0, len(told), 15)]
            yield f"event {event}", f"outlet {outlet}", ". ".join(lines)
            made += 1
        event += 1


def measure() -> list[Figure]:
    """The time for the suggestions beside that for reading the words of all articles."""
    from annotator.alignment.storying import LEAD, find_groups
    from annotator.alignment.terms import read_terms
    from annotator.model.articles import Article, article_id
    from annotator.model.spans import Span
    from annotator.model.statements import Passage

    held = [
        Article(article_id(outlet, text), text, "en", Span(0, 10), event, outlet=outlet)
        for event, outlet, text in news(ARTICLES)
    ]

    def read() -> None:
        read_terms.cache_clear()
        for one in held:
            read_terms(Passage(one.id, 0, LEAD, one.text[:LEAD], one.outlet, one.language))

    def suggest() -> int:
        read_terms.cache_clear()
        return len(find_groups(held))

    ours, reference, ratio = paired(suggest, read, 1)
    name = f"stories suggested, {ARTICLES:,} articles"
    return [Figure(name, ours, "s", "reading their words", reference, turns=ratio)]
