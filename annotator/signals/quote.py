"""Quoted speech: whose voice is heard, and for how long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from annotator.model.findings import Finding
from annotator.model.spans import Span
from annotator.signals.context import Context
from annotator.signals.lexical import marked
from annotator.text.quoting import Quotation

FOLLOWING: Final = 3
"""Among so many words after a short quotation the verb of saying stands."""
LOOK: Final = 40
"""In so many characters after it the first of them begins."""


def find(context: Context) -> Iterator[Finding]:
    """Direct speech between marks, and the unmarked paragraph after a line that announces it.

    Marks them as speech for the signals that must leave speech alone.
    """
    findings = [*_between_marks(context), *_announced(context)]
    context.mark_speech([Span(f.start, f.end) for f in findings])
    yield from findings


def _between_marks(context: Context) -> Iterator[Finding]:
    for quotation in context.document.quotations:
        spoken = quotation.direct or _is_said(context, quotation)
        if spoken and not context.in_furniture(*quotation.span):
            start, end = quotation.span
            yield marked(start, end, "quote", "marks", "“ ”", 1.0, str(quotation.words))


def _is_said(context: Context, quotation: Quotation) -> bool:
    """True for a few words like a sentence's with a verb of saying after them: "È finita", ha detto."""
    start, end = quotation.inner
    if not context.text[start : start + 1].isupper() or not context.text.startswith(", ", quotation.span.end):
        return False
    tokens = context.document.tokens
    first = tokens.between(quotation.span.end, quotation.span.end + LOOK).start
    return any(at in context.saying for at in range(first, min(first + FOLLOWING, len(tokens))))


def _announced(context: Context) -> Iterator[Finding]:
    """A paragraph without marks, after a line that ends in a colon and holds a verb of saying."""
    text, lines = context.text, context.document.lines
    colons = [number for number, (_, end) in enumerate(lines[:-1], 1) if text[end - 1] == ":"]
    if not colons:
        return
    tokens = context.document.tokens
    opened = {quotation.span.start for quotation in context.document.quotations}
    for number in colons:
        line, following = lines[number - 1], lines[number]
        if following.start in opened or context.saying.isdisjoint(tokens.between(*line)):
            continue
        if _reads_as_speech(context, following):
            yield marked(following.start, following.end, "quote", "block", ":", 1.0)


def _reads_as_speech(context: Context, line: Span) -> bool:
    return len(context.text[line.start : line.end].split()) >= 8 and not context.in_furniture(*line)
