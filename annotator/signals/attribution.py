"""Attribution: the words that tie a statement to a source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.model.findings import Finding
from annotator.signals.context import Context, Match
from annotator.signals.sourcing import NOBODY, Source, SourceFinder, SourceKind

STANCES = frozenset(("claim", "deny", "accuse", "announce", "ask", "believe", "show"))
"""Kinds of verb that tie a stance to the source that stands just before them."""
LONGEST_SOURCE = 9
"""A source of more words than this is not marked with its verb, to keep the mark short."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue of attribution with the source it points to."""

    start: int
    end: int
    rule: str
    entry: str
    source: Source
    sentence: int


def find(context: Context) -> Iterator[Finding]:
    """Verbs and phrases of saying in the outlet's voice, with the source where it stands beside.

    Sets `context.cues` for the signals about sources.
    """
    cues = _CueReader(context).read()
    context.cues = cues
    for cue in cues:
        yield Finding(cue.start, cue.end, "attribution", cue.rule, cue.entry, 1.0, cue.source.kind.value)


class _CueReader:
    def __init__(self, context: Context) -> None:
        self.context = context
        self.tokens = context.document.tokens
        self.grammar = context.language.grammar
        self.sources = SourceFinder(context)
        self.postposed = context.language.code == "hi"

    def read(self) -> list[Cue]:
        """The cues in order, none inside speech or furniture, none overlapping an earlier one."""
        cues: list[Cue] = []
        for rule, match in self._candidates():
            if self.context.in_speech(match.start, match.end) or self.context.in_furniture(match.start, match.end):
                continue
            cue = self._cue(rule, match)
            if cue is not None and (not cues or cue.start >= cues[-1].end):
                cues.append(cue)
        return cues

    def _candidates(self) -> list[tuple[str, Match]]:
        found = [("phrase", m) for m in self.context.found("attribution_phrases")]
        found += [("verb", m) for m in self.context.found("reporting_verbs")]
        found += [("noun", m) for m in self.context.found("reporting_nouns")]
        order = {"phrase": 0, "verb": 1, "noun": 2}
        return sorted(found, key=lambda c: (c[1].first, order[c[0]], -c[1].last))

    def _cue(self, rule: str, match: Match) -> Cue | None:
        if self.postposed:
            return self._postposed(rule, match)
        if rule == "phrase":
            return self._phrase(match)
        return self._verb(match) if rule == "verb" else self._noun(match)

    def _made(self, rule: str, match: Match, source: Source, *, first: int, last: int) -> Cue:
        start, end = self.tokens.starts[first], self.tokens.ends[last - 1]
        return Cue(start, end, rule, match.entry.phrase, source, self.context.document.sentence_at(match.start))

    def _phrase(self, match: Match) -> Cue:
        source = self.sources.after(match.last)
        last = source.last if source is not NOBODY and source.last - match.last <= LONGEST_SOURCE else match.last
        return self._made("phrase", match, source, first=match.first, last=last)

    def _noun(self, match: Match) -> Cue | None:
        """A noun of saying counts with its source or content beside: "allegation from", "claims that"."""
        keys = self.tokens.keys
        if match.last >= len(keys) or keys[match.last] not in self.grammar["of_source"]:
            return None
        if keys[match.last] in self.grammar["complementizers"]:
            return self._made("noun", match, NOBODY, first=match.first, last=match.last)
        source = self.sources.after(match.last + 1, 6)
        if source.kind is SourceKind.UNSEEN:
            return None
        return self._made("noun", match, source, first=match.first, last=source.last)

    def _verb(self, match: Match) -> Cue | None:
        keys = self.tokens.keys
        before = keys[match.first - 1] if match.first else ""
        if before in self.grammar["determiners"] and before not in self.grammar["pronouns"]:
            return None
        if self.context.is_name(match):
            return None
        source = self.sources.before(match.first)
        inverted = NOBODY
        if source.kind is SourceKind.UNSEEN and match.last < len(keys) and self._opens_after(match):
            inverted = self.sources.after(match.last, 8)
        sure = keys[match.last - 1] in self.grammar["sure"] or keys[match.first] in self.grammar["sure"]
        if not sure and not self._supported(match, source, inverted):
            return None
        first, last = match.first, match.last
        if source.kind is not SourceKind.UNSEEN and match.first - source.first <= LONGEST_SOURCE:
            first = source.first
        if inverted.kind is not SourceKind.UNSEEN and inverted.last - match.last <= LONGEST_SOURCE:
            source, last = inverted, inverted.last
        return self._made("verb", match, source, first=first, last=last)

    def _opens_after(self, match: Match) -> bool:
        """True when the verb follows closed speech or a comma: “...,” said the minister."""
        gap = self.sources.gap(match.first)
        return any(mark in gap for mark in ",”\"»’")

    def _supported(self, match: Match, source: Source, inverted: Source) -> bool:
        """For verbs that are not always verbs of saying: a statement, or a speaker with speech, beside."""
        keys = self.tokens.keys
        follows = keys[match.last] if match.last < len(keys) else ""
        gap = self.context.text[match.end : match.end + 3]
        if follows in self.grammar["complementizers"]:
            return source.kind is not SourceKind.UNSEEN or follows != "di"
        if any(mark in gap for mark in ":“\"«"):
            return True
        if inverted.kind in (SourceKind.NAMED, SourceKind.DESCRIBED) and not follows.isdigit():
            return True
        if source.kind is SourceKind.UNSEEN or keys[match.last - 1] in self.grammar["weak"]:
            return False
        if match.entry.value in STANCES or keys[match.first] in self.grammar["with_subject"]:
            return True
        return source.kind in (SourceKind.NAMED, SourceKind.PRONOUN) and self.context.language.code == "en"

    def _postposed(self, rule: str, match: Match) -> Cue | None:
        """Hindi: the source stands before its cue, marked by its postposition."""
        if rule == "noun":
            return None
        first = self._clause_start(match.first)
        source = self.sources.described(first, match.first) if first < match.first else NOBODY
        if source.kind is SourceKind.UNSEEN and rule == "phrase" and self._indefinite(first, match.first):
            source = Source(first, match.first, SourceKind.VAGUE)
        if source.noun == "" and match.last - match.first > 1:
            inner = self.sources.described(match.first, match.last)
            source = inner if inner.noun else source
        begin = first if match.first - first <= LONGEST_SOURCE else match.first
        return self._made(rule, match, source, first=begin, last=match.last)

    def _indefinite(self, first: int, last: int) -> bool:
        return any(key in self.grammar["indefinite"] for key in self.tokens.keys[max(first, last - 4) : last])

    def _clause_start(self, index: int) -> int:
        keys, stop = self.tokens.keys, self.grammar["stop"]
        at = index
        while at > 0 and index - at < 12 and keys[at - 1] and keys[at - 1] not in stop:
            if at < index and "," in self.sources.gap(at):
                break
            at -= 1
        return at
