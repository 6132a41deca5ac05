"""Hedges: less commitment, without saying who doubts or why."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.model.findings import Finding
from annotator.signals.context import Context, Match
from annotator.signals.lexical import MILD, is_spoken
from annotator.signals.sourcing import SourceKind


def find(context: Context) -> Iterator[Finding]:
    """Hedging words and phrases in the outlet's own voice.

    An entry of weight 1 needs a second hedge in its sentence: "could" alone is often ability, not doubt.
    """
    matches = [m for m in context.found("hedge") if not is_spoken(context, m) and not _told(context, m)]
    per_sentence: dict[int, float] = {}
    for match in matches:
        sentence = context.sentence_of(match)
        per_sentence[sentence] = per_sentence.get(sentence, 0.0) + match.entry.number
    for match in matches:
        if match.entry.number <= MILD and per_sentence[context.sentence_of(match)] < 2:
            continue
        yield Finding(
            match.start, match.end, "hedge", "entry", match.entry.phrase, match.entry.number, match.entry.note
        )


def _told(context: Context, match: Match) -> bool:
    """True when the doubt is a source's, not the outlet's: the cue itself, or what follows "said that"."""
    tokens, complementizers = context.document.tokens, context.language.grammar["complementizers"]
    for cue in context.cues:
        if cue.start < match.end and match.start < cue.end:
            return cue.source.kind is not SourceKind.UNSEEN
        if cue.end <= match.start and cue.sentence == context.sentence_of(match):
            at = tokens.between(cue.end, match.start)
            if at and tokens.keys[at[0]] in complementizers:
                return True
    return False
