"""Loaded words: blame, contempt, alarm or drama in the outlet's own voice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from annotator.model.findings import Finding
from annotator.signals.context import Context
from annotator.signals.judging import find_judgements, is_scare
from annotator.signals.lexical import marked

LONGEST_SCARE: Final = 2
SCARE_WEIGHT: Final = 1.5


def find(context: Context) -> Iterator[Finding]:
    """Loaded words and phrases, leading questions, size words before numbers, and scare quotes."""
    yield from find_judgements(context, "loaded")
    yield from _scare_quotes(context)


def _scare_quotes(context: Context) -> Iterator[Finding]:
    """A word or two in quotation marks that nobody is quoted as saying; a capital makes it a title."""
    for quotation in context.document.quotations:
        start, end = quotation.inner
        words = context.text[start:end]
        if (
            quotation.direct
            or quotation.words > LONGEST_SCARE
            or not words[:1].isalpha()
            or words[:1].isupper()
        ):
            continue
        if context.in_furniture(start, end) or not is_scare(context, quotation):
            continue
        yield marked(start, end, "loaded", "scare", words, SCARE_WEIGHT)
