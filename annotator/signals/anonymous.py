"""Sentences whose only source is unnamed or vague."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.model.findings import Finding
from annotator.signals.attribution import Cue
from annotator.signals.context import Context, Match
from annotator.signals.lexical import MILD
from annotator.signals.sourcing import SourceKind


def find(context: Context) -> Iterator[Finding]:
    """Whole sentences that have an unnamed source and no named one."""
    phrases = _phrases(context)
    cues: dict[int, list[Cue]] = {}
    for cue in context.cues:
        cues.setdefault(cue.sentence, []).append(cue)
    for index in sorted({*phrases, *cues}):
        here = cues.get(index, [])
        if index < 0 or any(_named(cue) for cue in here):
            continue
        start, end = context.document.sentences[index]
        unnamed = next((cue for cue in here if is_unnamed(context, cue)), None)
        if index in phrases:
            match = phrases[index]
            shown = context.text[match.start : match.end]
            yield Finding(start, end, "anonymous", "phrase", match.entry.phrase, match.entry.number, shown)
        elif unnamed is not None:
            shown = " ".join(context.text[unnamed.start : unnamed.end].split())
            yield Finding(start, end, "anonymous", "source", unnamed.entry, 1.0, shown)


def _phrases(context: Context) -> dict[int, Match]:
    found: dict[int, Match] = {}
    for match in context.found("anonymous"):
        spoken = context.in_speech(match.start, match.end) or context.in_furniture(match.start, match.end)
        if not spoken and match.entry.number > MILD:
            found.setdefault(context.sentence_of(match), match)
    return found


def _named(cue: Cue) -> bool:
    return cue.source.kind is SourceKind.NAMED


def is_unnamed(context: Context, cue: Cue) -> bool:
    """True when the cue's source is vague, or a role or group that no name stands beside."""
    source = cue.source
    if source.kind is SourceKind.VAGUE:
        return True
    if source.kind is SourceKind.DOCUMENT:
        return _indefinite(context, cue) and not source.organised
    if source.kind is not SourceKind.DESCRIBED:
        return False
    return not source.organised or source.noun in context.language.folded("spokespersons")


def _indefinite(context: Context, cue: Cue) -> bool:
    tokens = context.document.tokens
    keys = {tokens.keys[at] for at in tokens.between(cue.start, cue.end)}
    return bool(keys & context.language.grammar["indefinite"])
