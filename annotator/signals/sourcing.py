"""Who stands behind a cue of attribution: named, described only, a document, vague, or nobody in sight."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from annotator.signals.context import Context, Match

FARTHEST = 12
"""How many words from the verb a source is looked for."""


class SourceKind(StrEnum):
    """What kind of source a statement is tied to."""

    NAMED = "a named source"
    DESCRIBED = "a role or group, unnamed"
    DOCUMENT = "a document"
    VAGUE = "a vague source"
    PRONOUN = "a source named before"
    UNSEEN = "no source beside it"


@dataclass(frozen=True, slots=True)
class Source:
    """The words that name a source, as token range, and their kind. An empty range: none found."""

    first: int
    last: int
    kind: SourceKind
    noun: str = ""
    """The key of the noun that says what the source is."""
    organised: bool = False
    """True when an organisation or document is named beside the noun."""


NOBODY = Source(0, 0, SourceKind.UNSEEN)


class SourceFinder:
    """Finds the source beside a verb of saying in one text."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.tokens = context.document.tokens
        self.grammar = context.language.grammar
        self.nouns = {m.last - 1: m for m in context.found("source_nouns")}

    def gap(self, index: int) -> str:
        """The text between a token and the one before it."""
        return self.context.text[self.tokens.ends[index - 1] : self.tokens.starts[index]] if index else "\n"

    def before(self, index: int) -> Source:
        """The source that ends just before token `index`, auxiliaries and adverbs passed over."""
        keys, between = self.tokens.keys, self.grammar["between"]
        at = index
        while at > 0 and keys[at - 1] in between and index - at < 5 and not _cut(self.gap(at), ""):
            at -= 1
        if at == 0 or not keys[at - 1] or '"' in self.gap(at) or "”" in self.gap(at):
            return NOBODY
        if "," in self.gap(at):
            # "Katrina Carroll, legale dell'azienda, ha commentato": step over the apposition.
            opening = self._phrase_start(at)
            if opening > 0 and "," in self.gap(opening) and at - opening <= 9:
                inner = self.described(opening, at)
                outer = self.described(self._phrase_start(opening), opening)
                if outer.kind is SourceKind.NAMED:
                    return Source(outer.first, at, SourceKind.NAMED, inner.noun or outer.noun)
            return NOBODY
        if keys[at - 1] in self.grammar["pronouns"]:
            return Source(at - 1, at, SourceKind.PRONOUN)
        return self.described(self._phrase_start(at), at)

    def after(self, index: int, farthest: int = FARTHEST) -> Source:
        """The source that begins at token `index` and runs to the next comma or clause."""
        keys, stop = self.tokens.keys, self.grammar["stop"]
        at = index
        while at < len(keys) and at - index < farthest and keys[at]:
            if at > index and (_cut(self.gap(at), ",") or keys[at] in stop):
                break
            at += 1
        return self.described(index, at) if at > index else NOBODY

    def _phrase_start(self, index: int) -> int:
        keys, stop = self.tokens.keys, self.grammar["stop"]
        at = index
        while at > 0 and index - at < FARTHEST and keys[at - 1]:
            if at < index and _cut(self.gap(at), ","):
                break
            if keys[at - 1] in stop:
                break
            at -= 1
        return at

    def described(self, first: int, last: int) -> Source:
        """The source in tokens first..last: by its head noun, else by a name in it."""
        if first >= last:
            return NOBODY
        head = self._head(first, last)
        named = [at for at in range(first, last) if self._capital(at)]
        noun = self.nouns.get(head) or next(
            (self.nouns[at] for at in range(last - 1, first - 1, -1) if at in self.nouns), None
        )
        if noun is None:
            kind = SourceKind.NAMED if named else SourceKind.UNSEEN
            return Source(first, last, kind)
        person = [at for at in named if at > noun.last - 1 and not self._after_preposition(at, noun.last)]
        person += [at for at in named if at == head and at not in self.nouns]
        return Source(
            min(first, noun.first), last, _kind(noun, bool(person)), self.tokens.keys[noun.last - 1], bool(named)
        )

    def _head(self, first: int, last: int) -> int:
        """The last token before the first preposition: "owners" in "the owners of TikTok"."""
        keys = self.tokens.keys
        for at in range(first + 1, last):
            if keys[at] in self.grammar["prepositions"]:
                return at - 1
        return last - 1

    def _after_preposition(self, at: int, start: int) -> bool:
        return any(self.tokens.keys[i] in self.grammar["prepositions"] for i in range(start, at))

    def _capital(self, at: int) -> bool:
        start = self.tokens.starts[at]
        if not self.context.text[start].isupper():
            return False
        if self.context.in_title_case(start):
            return False
        key = self.tokens.keys[at]
        if key in self.grammar["determiners"] or key in self.grammar["carriers"]:
            return False
        return at not in self.nouns or self.context.document.sentence_starts[
            max(self.context.document.sentence_at(start), 0)
        ] != start


def _kind(noun: Match, person: bool) -> SourceKind:
    if person:
        return SourceKind.NAMED
    return {
        "document": SourceKind.DOCUMENT,
        "vague": SourceKind.VAGUE,
    }.get(noun.entry.value, SourceKind.DESCRIBED)


def _cut(gap: str, more: str) -> bool:
    return any(mark in gap for mark in "\"“”«»—–" + more)
