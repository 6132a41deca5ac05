"""Sources named by a preposition alone, at the head of a sentence: "Per l'accusa, l'imputato ha mentito"."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.signals.attribution import Cue
from annotator.signals.context import OUTLET, Context
from annotator.signals.sourcing import Source, SourceFinder, SourceKind

LONGEST = 10
"""The viewpoint has no more words than this before its comma."""
FEWEST_SAID = 3


def find_viewpoints(context: Context, finder: SourceFinder) -> Iterator[Cue]:
    """A cue for each sentence that opens with whose view it gives, in a language that does so."""
    openings = context.language.grammar["viewpoint"]
    if not openings:
        return
    tokens = context.document.tokens
    for index, first in enumerate(context.document.sentence_tokens):
        if first >= len(tokens) or tokens.keys[first] not in openings or context.voices[first] != OUTLET:
            continue
        comma = _comma(context, first)
        if comma < 0:
            continue
        source = finder.described(first + 1, comma)
        if _speaks(context, finder, source, first + 1, comma):
            start, end = tokens.starts[first], tokens.ends[comma - 1]
            yield Cue(start, end, "phrase", tokens.keys[first], source, index, "say")


def _comma(context: Context, first: int) -> int:
    """The token after the comma that ends the opening, or -1."""
    tokens = context.document.tokens
    for at in range(first + 2, min(first + LONGEST + 2, len(tokens) - FEWEST_SAID)):
        if not tokens.keys[at - 1]:
            return -1
        if tokens.gaps[at].startswith(","):
            return at
    return -1


def _speaks(context: Context, finder: SourceFinder, source: Source, first: int, last: int) -> bool:
    """True for people and those who argue a case; "per l'azienda" may only say for whom something is."""
    keys, grammar = context.document.tokens.keys, context.language.grammar
    if not grammar["viewers"].isdisjoint(keys[first:last]):
        return True
    noun = next((finder.nouns[at] for at in range(last - 1, first - 1, -1) if at in finder.nouns), None)
    if source.kind is SourceKind.NAMED and noun is not None:
        return noun.entry.value == "role"
    return False
