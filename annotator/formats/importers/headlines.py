"""Texts that begin with their headline."""

from __future__ import annotations

from annotator.model.spans import Span


def with_headline(headline: str, body: str) -> tuple[str, Span]:
    """A text that begins with its headline, and where that stands; without one the body alone."""
    headline = " ".join(headline.split())
    if not headline:
        return body, Span(0, 0)
    start = body.find(headline)
    if 0 <= start < 400 and (start == 0 or body[start - 1] == "\n"):
        return body, Span(start, start + len(headline))
    return f"{headline}\n\n{body}", Span(0, len(headline))
