"""Hedges: less commitment, without saying who doubts or why."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from annotator.model.findings import Finding
from annotator.signals.attribution import Cue
from annotator.signals.context import Context, Match
from annotator.signals.lexical import MILD, is_spoken
from annotator.signals.sourcing import SourceKind


def find(context: Context) -> Iterator[Finding]:
    """Hedging words and phrases in the outlet's own voice.

    An entry of weight 1 needs a second hedge in its sentence: "could" alone is often ability, not doubt.
    Doubt that belongs to a source in sight is left to the source.
    """
    cues: dict[int, list[Cue]] = {}
    for cue in context.cues:
        cues.setdefault(cue.sentence, []).append(cue)
    voiced = [match for match in context.found("hedge") if not is_spoken(context, match)]
    own = [m for m in voiced if not _told(context, m, cues.get(context.sentence_of(m), ()))]
    weights: Counter[int] = Counter()
    for match in own:
        weights[context.sentence_of(match)] += int(2 * match.entry.number)
    for match in own:
        entry = match.entry
        if entry.number > MILD or weights[context.sentence_of(match)] >= 4 * MILD:
            yield Finding(match.start, match.end, "hedge", "entry", entry.phrase, entry.number, entry.note)


def _told(context: Context, match: Match, cues: list[Cue] | tuple[()]) -> bool:
    """True when the doubt is a source's: the cue itself, what follows "said that" or "according to X"."""
    for cue in cues:
        # "Some say" is itself a hedge: nobody can be asked.
        seen = cue.source.kind not in (SourceKind.UNSEEN, SourceKind.VAGUE)
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
