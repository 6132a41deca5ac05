"""Claims in the outlet's voice that name no source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.model.findings import Finding
from annotator.model.spans import Span
from annotator.signals.context import Context

FEWEST_WORDS = 5
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def find(context: Context) -> Iterator[Finding]:
    """Sentences that make a checkable claim where neither they nor the one before say whose it is.

    Left out: the headline, furniture, speech and questions. A source carries over to the next sentence
    of the same paragraph unless it ended with somebody's quoted words.
    """
    claims = _claims(context)
    for index, sentence in enumerate(context.document.sentences):
        if index not in claims or not _in_outlet_voice(context, sentence):
            continue
        if index in context.cued_sentences or _carried_over(context, index):
            continue
        kinds = ", ".join(dict.fromkeys(claims[index]))
        yield Finding(sentence.start, sentence.end, "unattributed", "claim", claims[index][0], 1.0, kinds)


def _claims(context: Context) -> dict[int, list[str]]:
    """By sentence, the kinds of claim it makes."""
    claims: dict[int, list[str]] = {}
    for match in context.found("claims"):
        claims.setdefault(context.sentence_of(match), []).append(match.entry.value or "claim")
    for match in context.found("hedge"):
        if match.entry.number >= 2:
            claims.setdefault(context.sentence_of(match), []).append("doubtful")
    tokens = context.document.tokens
    for index, kind in enumerate(tokens.kinds):
        if kind == 2 and not _is_date(context, index):
            claims.setdefault(context.document.sentence_at(tokens.starts[index]), []).append("number")
    return claims


def _is_date(context: Context, index: int) -> bool:
    tokens = context.document.tokens
    key = tokens.keys[index]
    if _YEAR.fullmatch(key):
        return True
    beside = {tokens.keys[i] for i in (index - 1, index + 1) if 0 <= i < len(tokens.keys)}
    return bool(beside & context.language.folded("months"))


def _in_outlet_voice(context: Context, sentence: Span) -> bool:
    start, end = sentence
    if context.in_furniture(start, end) or context.in_headline(start, end):
        return False
    if context.text[start:end].rstrip("\"”»' ").endswith("?"):
        return False
    if any(speech.overlaps(sentence) for speech in context.speech):
        return False
    return len(context.text[start:end].split()) >= FEWEST_WORDS


def _carried_over(context: Context, index: int) -> bool:
    """True when the sentence before, in the same paragraph, has a source that is not tied to quoted words."""
    if index == 0 or index - 1 not in context.cued_sentences:
        return False
    before, here = context.document.sentences[index - 1], context.document.sentences[index]
    if "\n" in context.text[before.end : here.start]:
        return False
    return not any(speech.overlaps(before) for speech in context.speech)
