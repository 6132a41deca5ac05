"""Hedges: less commitment, without saying who doubts or why."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from annotator.model.findings import Finding
from annotator.signals.attribution import Cue
from annotator.signals.context import Context
from annotator.signals.lexical import MILD, is_spoken, marked
from annotator.signals.matching import Match
from annotator.signals.sources import NAMED, UNSEEN, VAGUE

OPENING: Final = 2
"""Among so many first words of a cue stands how many they are."""
CROWD: Final = 2.0


def find(context: Context) -> Iterator[Finding]:
    """Hedging words and phrases in the outlet's own voice.

    An entry of weight 1 needs a second hedge in its sentence: "could" alone is often ability, not doubt.
    Doubt that belongs to a source in sight is left to the source.
    """
    cues, sentences = context.cues_by_sentence, context.document.token_sentences
    voiced = [match for match in context.found("hedge") if not is_spoken(context, match)]
    own = [m for m in voiced if not _told(context, m, cues.get(sentences[m.first], ()))]
    yield from _vague_crowds(context, own)
    weights: defaultdict[int, int] = defaultdict(int)
    for match in own:
        weights[sentences[match.first]] += int(2 * match.entry.number)
    reach = -1
    for match in own:
        entry = match.entry
        if match.first < reach:
            # "Was said to" and "said to be" are one hedge.
            continue
        if entry.number > MILD or weights[sentences[match.first]] >= 4 * MILD:
            reach = match.last
            yield marked(match.start, match.end, "hedge", "entry", entry.phrase, entry.number, entry.note)


def _vague_crowds(context: Context, own: list[Match]) -> Iterator[Finding]:
    """ "Many campaigners fear": some of a group that nobody can count or ask, with what they think or say."""
    tokens, amounts = context.document.tokens, context.language.grammar["vague_amounts"]
    taken = {match.first for match in own}
    for cue in context.cues:
        if cue.rule == "noun" or cue.source.kind is NAMED or cue.source.organised:
            continue
        first = bisect_left(tokens.starts, cue.start)
        if amounts.isdisjoint(tokens.keys[first : first + OPENING]):
            continue
        inside = tokens.between(cue.start, cue.end)
        opening = next((at for at in inside[:OPENING] if tokens.keys[at] in amounts), -1)
        if opening >= 0 and taken.isdisjoint(inside):
            shown = " ".join(context.text[tokens.starts[opening] : cue.end].split())
            yield marked(tokens.starts[opening], cue.end, "hedge", "crowd", shown, CROWD)


def _told(context: Context, match: Match, cues: Sequence[Cue]) -> bool:
    """True when the doubt is a source's: the cue itself, what follows "said that" or "according to X"."""
    for cue in cues:
        # "Some say" is itself a hedge: nobody can be asked.
        seen = cue.source.kind not in (UNSEEN, VAGUE)
        if cue.start < match.end and match.start < cue.end:
            return seen
        if seen and cue.end <= match.start and (cue.rule == "phrase" or _states(context, cue)):
            return True
    return False


def _states(context: Context, cue: Cue) -> bool:
    """True when what the source says follows the cue: after "that", or in English right away."""
    tokens, grammar = context.document.tokens, context.language.grammar
    at = bisect_left(tokens.starts, cue.end)
    if at >= len(tokens) or cue.kind == "stance":
        return False
    if tokens.keys[at] in grammar["complementizers"] or tokens.keys[at - 1] in grammar["complementizers"]:
        return True
    return bool(grammar["plurals"]) and tokens.gaps[at] == " " and tokens.kinds[at] == 1
