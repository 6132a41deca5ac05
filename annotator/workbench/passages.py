"""The passages of a story that can state something: sentences, without furniture and headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.model.articles import Article
from annotator.model.findings import Analysis, Finding
from annotator.model.spans import Span
from annotator.model.statements import Passage
from annotator.store import articles
from annotator.workbench.analyzing import analyze_article
from annotator.workbench.opening import Workspace

if TYPE_CHECKING:
    from annotator.text import Document

FEWEST_WORDS = 3
"""A line of fewer words states nothing."""
LONGEST_HEADING = 8
"""A line of no more words that ends without a mark is a heading."""
_ENDED = re.compile("[.!?…।॥:;][\"”’'»)\\]]*$")


@dataclass(frozen=True, slots=True)
class StatedPassage:
    """A passage with who says it."""

    passage: Passage
    attributions: tuple[str, ...]
    """The words that tie it to a source, as the signal `attribution` found them."""


def passages_of(workspace: Workspace, story: str) -> list[StatedPassage]:
    """The passages of all articles of a story, article by article in order of arrival.

    Articles not analysed yet are analysed now.
    """
    return [
        one
        for article in articles.iterate_articles(workspace.store, story)
        for one in _passages(article, analyze_article(workspace, article))
    ]


def sentences_of(article: Article) -> list[Passage]:
    """Every sentence of an article, whether it can state something or not; no signal is asked."""
    return [_passage(article, span) for span in _read(article).sentences]


def _read(article: Article) -> Document:
    from annotator.text import read_text

    return read_text(article.text, article.language, article.headline)


def _passage(article: Article, span: Span) -> Passage:
    words = article.text[span.start : span.end]
    headline = article.headline.overlaps(span)
    return Passage(article.id, span.start, span.end, words, article.outlet, article.language, headline)


def _passages(article: Article, analysis: Analysis) -> Iterator[StatedPassage]:
    document = _read(article)
    furniture = [finding for finding in analysis.findings if finding.signal == "boilerplate"]
    cues = [finding for finding in analysis.findings if finding.signal == "attribution"]
    lines = set(document.lines)
    for span in document.sentences:
        passage = _passage(article, span)
        heading = span in lines and _is_heading(passage.text)
        if not passage.headline and (heading or _is_furniture(span, furniture)):
            continue
        if len(passage.text.split()) >= FEWEST_WORDS:
            yield StatedPassage(passage, _attributions(article.text, span, cues))


def _is_heading(words: str) -> bool:
    return len(words.split()) <= LONGEST_HEADING and not _ENDED.search(words)


def _is_furniture(span: Span, furniture: list[Finding]) -> bool:
    """True when most of the sentence is part of the page, not of the report."""
    marked = sum(
        min(span.end, one.end) - max(span.start, one.start)
        for one in furniture
        if span.overlaps((one.start, one.end))
    )
    return 2 * marked > span.end - span.start


def _attributions(text: str, span: Span, cues: list[Finding]) -> tuple[str, ...]:
    marked = [one for one in cues if span.overlaps((one.start, one.end))]
    return tuple(dict.fromkeys(" ".join(text[one.start : one.end].split()) for one in marked))
