"""Clickbait: headlines that tease rather than tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.model.findings import Finding
from annotator.signals.context import Context

ENOUGH = 3.0
"""The sum of weights at which a headline counts as clickbait."""
_CAPITALS = re.compile(r"\b[A-Z]{4,}\b")
_DOTS = re.compile(r"(?:\.\.\.|…)\s*$")


def find(context: Context) -> Iterator[Finding]:
    """At most one finding, spanning the headline."""
    start, end = context.document.headline
    headline = context.text[start:end]
    if not headline.strip():
        return
    clues = [
        (m.entry.number, context.text[m.start : m.end], m.entry.phrase)
        for m in context.found("clickbait")
        if start <= m.start and m.end <= end
    ]
    clues += [(weight, shown, shown) for weight, shown in _marks(headline)]
    total = sum(weight for weight, _, _ in clues)
    if total >= ENOUGH:
        strongest = sorted(clues, reverse=True)[:3]
        detail = ", ".join(f"“{shown}”" for _, shown, _ in strongest)
        yield Finding(start, end, "clickbait", "shape", strongest[0][2], min(total / ENOUGH, 3.0), detail)


def _marks(headline: str) -> Iterator[tuple[float, str]]:
    if "!" in headline:
        yield ENOUGH, "!"
    if _DOTS.search(headline):
        yield 2.0, "…"
    if not headline.isupper() and len(_CAPITALS.findall(headline)) >= 3:
        yield 1.0, "CAPITALS"
