"""Articles as files, pages and letters tell them, before they are taken in."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.model.articles import UNKNOWN
from annotator.model.spans import Span


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """An article as its file tells it; empty or `unknown` where the file says nothing."""

    text: str
    """The body: line ends are LF, a byte order mark is gone, nothing else was changed."""
    headline: Span = Span(0, 0)
    """Where the declared headline stands in `text`; empty when none was declared."""
    title: str = ""
    """The declared headline's words."""
    outlet: str = UNKNOWN
    language: str = ""
    """One of `CODES` or `other`; empty when it is left to be found out."""
    published: str = UNKNOWN
    byline: str = UNKNOWN
    url: str = UNKNOWN
    story: str = ""
    licence: str = ""
    source: str = ""
    """What the front matter says, else the file's name or the address."""
    retrieved: str = ""
    """When it was fetched: an ISO time in UTC; empty for what was not."""
    outlet_name: str = ""
    """What the page calls its outlet, where it says no short name."""
    domain: str = ""
    """The outlet's domain without `www.`; empty when there is none."""
    furniture: str = ""
    """What stood on the page and is not in `text`, line by line in its order."""
    kind: str = ""
    """What the article was read from: one of `formats.kinds.Kind`."""
    digest: str = ""
    """The SHA-256 of the original bytes."""
    size: int = 0
    """How many bytes the original has."""
    notes: tuple[str, ...] = ()
    """What a person should know before keeping it: sentences."""
