"""Loaded words: blame, contempt, alarm or drama in the outlet's own voice."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.model.findings import Finding
from annotator.signals.context import Context
from annotator.signals.judging import find_judgements, is_scare


def find(context: Context) -> Iterator[Finding]:
    """Loaded words and phrases, and words in scare quotes that somebody is called."""
    yield from find_judgements(context, "loaded")
    yield from _scare_quotes(context)


def _scare_quotes(context: Context) -> Iterator[Finding]:
    """A single small-letter word in quotation marks that nobody is quoted as saying."""
    for quotation in context.document.quotations:
        start, end = quotation.inner
        words = context.text[start:end]
        if quotation.direct or quotation.words > 2 or not (words[:1].islower() or "\u0900" <= words[:1] <= "\u097f"):
            continue
        if context.in_furniture(start, end) or not is_scare(context, quotation):
            continue
        yield Finding(start, end, "loaded", "scare", words, 1.5)
