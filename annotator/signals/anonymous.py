"""Sentences whose only source is unnamed or vague."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from annotator.model.findings import Finding
from annotator.signals.attribution import SURE, Cue
from annotator.signals.context import Context
from annotator.signals.lexical import MILD, is_spoken, marked
from annotator.signals.matching import Match
from annotator.signals.sources import DESCRIBED, DOCUMENT, NAMED, VAGUE

CREDIT: Final = 8
"""Among so many words after a document's cue stands who published it."""


def find(context: Context) -> Iterator[Finding]:
    """Whole sentences that have an unnamed source and no named one."""
    cues, phrases = context.cues_by_sentence, _phrases(context)
    for index in sorted({*phrases, *cues}):
        here = cues.get(index, ())
        if index < 0 or NAMED in [cue.source.kind for cue in here]:
            continue
        start, end = context.document.sentences[index]
        if index in phrases:
            match = phrases[index]
            shown = context.text[match.start : match.end]
            yield marked(start, end, "anonymous", "phrase", match.entry.phrase, match.entry.number, shown)
            continue
        unnamed = _unnamed(context, here)
        if unnamed is not None:
            shown = " ".join(context.text[unnamed.start : unnamed.end].split())
            yield marked(start, end, "anonymous", "source", unnamed.entry, 1.0, shown)


def _phrases(context: Context) -> dict[int, Match]:
    """By sentence its first phrase for an unnamed source; a quiet one counts only where something is said."""
    listed = context.found("anonymous")
    if not listed:
        return {}
    sentences = context.document.token_sentences
    said = context.cued_sentences | {sentences[first] for first in context.saying}
    found: dict[int, Match] = {}
    for match in listed:
        sentence = sentences[match.first]
        if match.entry.number < SURE and sentence not in said:
            continue
        if match.entry.number > MILD and not is_spoken(context, match):
            found.setdefault(sentence, match)
    return found


def _unnamed(context: Context, cues: Sequence[Cue]) -> Cue | None:
    """The first cue with an unnamed source, unless another can be asked, by its office if not by name."""
    found = None
    for cue in cues:
        if is_unnamed(context, cue):
            found = found or cue
        elif cue.source.kind is DESCRIBED and cue.kind != "stance" and not cue.aside:
            return None
    return found


def is_unnamed(context: Context, cue: Cue) -> bool:
    """True when the cue's source is vague, or people whom no name, office or organisation makes known.

    "The minister" and "the police" are known by their office, "a minister" and "lawyers" are not; whoever
    speaks for an organisation stays unnamed beside its name. Of documents only those that anybody may
    have written ("a report") are unnamed; a lawsuit can be found.
    """
    if cue.kind == "stance" or cue.rule == "noun":
        # "Residents welcomed the plan" is an act of theirs, not a claim to check.
        return False
    source, grammar = cue.source, context.language.grammar
    if source.kind is VAGUE:
        return True
    if source.kind is DOCUMENT:
        found = source.organised or _is_credited(context, cue)
        return not found and source.noun in grammar["papers"] and _indefinite(context, cue)
    if source.kind is not DESCRIBED:
        return False
    if source.noun in context.language.folded("spokespersons"):
        return True
    if source.noun in grammar["known_groups"]:
        return False
    return not source.organised and (_indefinite(context, cue) or _is_plural(context, cue))


def _is_credited(context: Context, cue: Cue) -> bool:
    """True for a document whose publisher follows: "a study published on Monday in The Lancet"."""
    tokens, grammar = context.document.tokens, context.language.grammar
    passing = grammar["days"] | context.language.folded("months")
    after = tokens.between(cue.end, context.document.sentences[cue.sentence].end)[:CREDIT]
    for at in after:
        if tokens.keys[at] in grammar["from"]:
            named = [name for name in after if at < name <= at + 2 and tokens.capitals[name]]
            if named and tokens.keys[named[-1]] not in passing:
                return True
    return False


def _is_plural(context: Context, cue: Cue) -> bool:
    """True when the form of the noun, or its article, speaks of several people."""
    grammar, source = context.language.grammar, cue.source
    if source.noun.endswith(tuple(grammar["plural_endings"])):
        return True
    return not grammar["plural_articles"].isdisjoint(context.document.tokens.keys[source.first : source.last])


def _indefinite(context: Context, cue: Cue) -> bool:
    """True when "a", "some" or the like stands before the noun for the source, in the cue."""
    keys, inside = context.document.tokens.keys, context.document.tokens.between(cue.start, cue.end)
    here = keys[inside.start : inside.stop]
    # What follows the noun tells of where and how: "ha detto il ministro a margine di un convegno".
    before = here[: here.index(cue.source.noun)] if cue.source.noun in here else here
    return not context.language.grammar["indefinite"].isdisjoint(before)
