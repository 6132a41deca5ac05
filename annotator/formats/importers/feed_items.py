"""What a feed announces."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.model.articles import UNKNOWN


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One article that a feed announces; it is not read yet."""

    title: str
    url: str
    published: str = UNKNOWN
    summary: str = ""
    outlet_name: str = ""
    """What the feed calls itself."""
