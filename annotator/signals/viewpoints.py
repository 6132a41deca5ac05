"""Sources named by a preposition alone, at the head of a sentence: "Per l'accusa, l'imputato ha mentito"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from annotator.signals.attribution import Cue
from annotator.signals.context import OUTLET, Context
from annotator.signals.sources import NAMED, Source
from annotator.signals.sourcing import SourceFinder

LONGEST: Final = 10
"""The viewpoint has no more words than this before its comma."""
_QUOTES: Final = frozenset('"“«‘')
FEWEST_SAID: Final = 3
NEAR: Final = 4
"""Without a comma one of the usual parties stands among so many words."""


def find_viewpoints(context: Context, finder: SourceFinder) -> Iterator[Cue]:
    """A cue for each sentence that opens with whose view it gives, in a language that does so."""
    openings = context.language.grammar["viewpoint"]
    if not openings:
        return
    tokens = context.document.tokens
    for index, first in enumerate(context.document.sentence_tokens):
        if first >= len(tokens) or tokens.keys[first] not in openings or context.voices[first] != OUTLET:
            continue
        comma = _comma(context, first) or _viewer(context, first)
        if not comma:
            continue
        source = finder.described(first + 1, comma)
        if _speaks(context, finder, source, first + 1, comma):
            start, end = tokens.starts[first], tokens.ends[comma - 1]
            yield Cue(start, end, "phrase", tokens.keys[first], source, index, "say")


def _comma(context: Context, first: int) -> int:
    """The token after the comma, or the opening quotation mark, that ends the opening; or 0."""
    tokens = context.document.tokens
    for at in range(first + 2, min(first + LONGEST + 2, len(tokens) - FEWEST_SAID)):
        if not tokens.keys[at - 1]:
            return 0
        if tokens.gaps[at].startswith(",") or not _QUOTES.isdisjoint(tokens.gaps[at]):
            return at
    return 0


def _viewer(context: Context, first: int) -> int:
    """The token after one who is a party to the matter, or 0: "per gli inquirenti il caso è chiuso"."""
    tokens, viewers = context.document.tokens, context.language.grammar["viewers"]
    near = range(first + 1, min(first + NEAR, len(tokens) - FEWEST_SAID))
    return next((at + 1 for at in near if tokens.keys[at] in viewers), 0)


def _speaks(context: Context, finder: SourceFinder, source: Source, first: int, last: int) -> bool:
    """True for people and those who argue a case; "per l'azienda" may only say for whom something is."""
    keys, grammar = context.document.tokens.keys, context.language.grammar
    if not grammar["viewers"].isdisjoint(keys[first:last]):
        return True
    noun = next((finder.nouns[at] for at in range(last - 1, first - 1, -1) if at in finder.nouns), None)
    if source.kind is NAMED and noun is not None:
        return noun.entry.value == "role"
    return False
