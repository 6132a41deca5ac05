"""Claims in the outlet's voice that name no source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.model.findings import Finding
from annotator.signals.context import Context

FEWEST_WORDS = 5
DOUBTFUL = 2.0
"""A hedge of this weight makes a claim of its sentence: "allegedly"."""
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def find(context: Context) -> Iterator[Finding]:
    """Sentences that make a checkable claim where neither they nor the one before say whose it is.

    Left out: the headline, furniture, speech and questions. A source carries over to the next sentence
    of the same paragraph unless it ended with somebody's quoted words. A source in a clause aside
    ("although the company denies it") does not cover what the sentence goes on to state.
    """
    claims = context.claims
    for index in sorted(claims):
        if index < 0 or not _in_outlet_voice(context, index):
            continue
        if index in context.sourced_sentences or _carried_over(context, index):
            continue
        start, end = context.document.sentences[index]
        kinds = dict.fromkeys(claims[index])
        yield Finding(start, end, "unattributed", "claim", next(iter(kinds)), 1.0, ", ".join(kinds))


def find_claims(context: Context) -> dict[int, list[str]]:
    """By sentence, the kinds of claim it makes, sources or not."""
    claims: dict[int, list[str]] = {}
    for match in context.found("claims"):
        claims.setdefault(context.sentence_of(match), []).append(match.entry.value or "claim")
    modals = context.language.grammar["modals"]
    tokens, sentences = context.document.tokens, context.document.token_sentences
    for match in context.found("hedge"):
        if match.entry.number >= DOUBTFUL and tokens.keys[match.first] not in modals:
            claims.setdefault(sentences[match.first], []).append("doubtful")
    for index in context.numbers:
        if not _is_date(context, index):
            claims.setdefault(sentences[index], []).append("number")
    for index in _futures(context):
        claims.setdefault(sentences[index], []).append("prediction")
    return claims


def _futures(context: Context) -> Iterator[int]:
    """The tokens that speak of what will be: small words ("will"), or verbs by their endings ("pagherà")."""
    keys, grammar = context.document.tokens.keys, context.language.grammar
    words, endings = grammar["future"], tuple(grammar["future_endings"])
    if not words.isdisjoint(keys):
        # After an article it is a noun: the will of the people.
        found = [at for at, key in enumerate(keys) if key in words]
        yield from [at for at in found if not at or keys[at - 1] not in grammar["determiners"]]
    if endings:
        yield from [at for at, key in enumerate(keys) if key.endswith(endings)]


def _is_date(context: Context, index: int) -> bool:
    tokens = context.document.tokens
    if _YEAR.fullmatch(tokens.keys[index]):
        return True
    months = context.language.folded("months")
    return any(tokens.keys[i] in months for i in (index - 1, index + 1) if 0 <= i < len(tokens.keys))


def _in_outlet_voice(context: Context, index: int) -> bool:
    """True for a statement of the outlet's own body that is long enough to claim something."""
    if index not in context.own_sentences:
        return False
    start, end = context.document.sentences[index]
    if context.text[start:end].rstrip("\"”»' ").endswith("?"):
        return False
    return len(context.document.tokens.between(start, end)) >= FEWEST_WORDS


def _carried_over(context: Context, index: int) -> bool:
    """True when the sentence before, in the same paragraph, has a source that is not tied to quoted words."""
    if index - 1 not in context.sourced_sentences or context.spoken[index - 1]:
        return False
    before, here = context.document.sentences[index - 1], context.document.sentences[index]
    return "\n" not in context.text[before.end : here.start]
