"""Cues of attribution where the source stands before its cue, marked by a postposition: Hindi."""

from __future__ import annotations

from typing import Final

from annotator.signals.attribution import LONGEST_SOURCE, Cue, candidates
from annotator.signals.context import Context
from annotator.signals.matching import Match
from annotator.signals.sources import (
    DESCRIBED,
    KINDS,
    NAMED,
    NOBODY,
    PRONOUN,
    UNSEEN,
    VAGUE,
    Source,
    source_at,
)
from annotator.signals.sourcing import SourceFinder

CLAUSE: Final = 12
"""How many words a phrase before a cue may have."""
FAR: Final = 30
"""How far to the left of its verb the one who speaks is looked for."""


def read_postposed(context: Context, sources: SourceFinder) -> list[Cue]:
    """The cues in order, none overlapping."""
    return _Reader(context, sources).read()


class _Reader:
    def __init__(self, context: Context, sources: SourceFinder) -> None:
        self.context = context
        self.tokens = context.document.tokens
        self.keys = self.tokens.keys
        self.grammar = context.language.grammar
        self.sources = sources
        grammar = self.grammar
        self.plurals = tuple(grammar["plural_endings"])
        self.ergative, self.pronouns = grammar["ergative"], grammar["pronouns"]
        self.speaking = grammar["ergative"] | grammar["pronouns"]
        self.stop, self.asides = grammar["stop"], grammar["asides"]
        self.small = (
            grammar["prepositions"] | grammar["between"] | grammar["indefinite"] | grammar["ergative"]
        )

    def read(self) -> list[Cue]:
        cues: list[Cue] = []
        settings: list[Cue] = []
        vague: list[Cue] = []
        reach = -1
        for rule, match in candidates(self.context, ()):
            if match.first < reach or self._is_aside(match):
                continue
            cue = self._cue(rule, match)
            if match.entry.list == "anonymous":
                # "सूत्रों ने": the verb that follows is the better mark.
                if cue is not None:
                    vague.append(cue)
                continue
            if cue is None or (cues and cue.start < cues[-1].end) or not self._is_tied(rule, match, cue):
                continue
            if rule == "phrase" and self.keys[match.last - 1] in self.grammar["settings"]:
                # Where it was said ("in a talk with reporters") says nothing without the saying.
                settings.append(cue)
                continue
            cues.append(cue)
            reach = match.last
        taken = {cue.sentence for cue in cues}
        return cues + [cue for cue in [*settings, *vague] if cue.sentence not in taken]

    def _is_aside(self, match: Match) -> bool:
        """True for "बता दें": the outlet turns to the reader, nobody is quoted."""
        keys = self.keys
        after = keys[match.last] if match.last < len(keys) else ""
        return after in self.asides or keys[match.last - 1] in self.asides

    def _is_tied(self, rule: str, match: Match, cue: Cue) -> bool:
        """True for a verb with a source in sight or a statement after it: "पेशकश करने" alone is an act."""
        if rule == "phrase" or cue.source.kind is not UNSEEN:
            return True
        if self.context.text[match.end : match.end + 2].strip()[:1] in ("-", "–", "—", ":"):
            # "कहा- देश को बेच रहे हैं": the words follow the mark.
            return True
        after = self.keys[match.last : match.last + 3]
        complementizers = self.grammar["complementizers"]
        return self.keys[match.last - 1] in complementizers or not complementizers.isdisjoint(after)

    def _cue(self, rule: str, match: Match) -> Cue | None:
        first = self._clause_start(match.first)
        source = self._source(rule, match, first)
        begin = match.first
        if source is not NOBODY and match.first - source.first <= LONGEST_SOURCE:
            begin = min(source.first, match.first)
        start, end = self.tokens.starts[begin], self.tokens.ends[match.last - 1]
        sentence = self.context.sentence_of(match)
        return Cue(start, end, rule, match.entry.phrase, source, sentence, match.entry.value)

    def _source(self, rule: str, match: Match, first: int) -> Source:
        """Who speaks: whoever the postposition marks, else a noun for a source before the cue or in it."""
        if self._begins_with_pronoun(match):
            return source_at(match.first, match.first + 1, PRONOUN)
        inner = self.sources.described(match.first, match.last)
        if inner.noun and rule == "phrase":
            return inner
        marked = match.first if self._is_marked(match.first) else -1
        if rule == "verb" and marked < 0:
            marked = self._ergative(match)
        if marked >= 0:
            return self._marked_source(marked)
        if rule == "verb":
            return inner
        near = self._described(first, match.first)
        if near.noun or first == match.first:
            return near
        kind = VAGUE if self._indefinite(first, match.first) else NAMED
        return source_at(first, match.first, kind)

    def _described(self, first: int, last: int) -> Source:
        """The source in tokens first..last by its last noun; what stands after that noun is a name."""
        nouns = self.sources.nouns
        at = next((at for at in range(last - 1, first - 1, -1) if at in nouns), -1)
        if at < 0:
            return NOBODY
        source = self.sources.described(min(first, nouns[at].first), at + 1)
        # No name has the ending of a plural: "कुछ शिक्षाविदों ने".
        after = [
            key
            for key in self.keys[at + 1 : last]
            if key not in self.small and not key.endswith(self.plurals)
        ]
        kind = NAMED if after else KINDS.get(nouns[at].entry.value, DESCRIBED)
        return source_at(source.first, last, kind, self.keys[at], source.organised)

    def _begins_with_pronoun(self, match: Match) -> bool:
        return self.keys[match.first] in self.pronouns

    def _is_marked(self, at: int) -> bool:
        return self.keys[at] in self.ergative

    def _ergative(self, match: Match) -> int:
        """The postposition far to the left that marks who speaks, or a pronoun, as token; -1 if none."""
        keys, speaking = self.keys, self.speaking
        for at in range(match.first - 1, max(match.first - FAR, 0) - 1, -1):
            if not keys[at]:
                return -1
            if keys[at] in speaking:
                return at
        return -1

    def _marked_source(self, marked: int) -> Source:
        """The source whose postposition, or pronoun, is token `marked`."""
        keys = self.keys
        if keys[marked] in self.pronouns:
            return source_at(marked, marked + 1, PRONOUN)
        first = self._clause_start(marked)
        if first == marked:
            return NOBODY
        source = self._described(first, marked)
        if source.noun:
            return source
        if keys[marked - 1] in self.pronouns:
            return source_at(marked - 1, marked, PRONOUN)
        if keys[marked - 1].endswith(self.plurals):
            return source_at(max(first, marked - 4), marked + 1, DESCRIBED, keys[marked - 1], close=True)
        # Who is no known role but speaks has a name: Devanagari has no capitals to show it.
        return source_at(max(first, marked - 4), marked + 1, NAMED)

    def _indefinite(self, first: int, last: int) -> bool:
        return any(key in self.grammar["indefinite"] for key in self.keys[max(first, last - 4) : last])

    def _clause_start(self, index: int) -> int:
        keys, gaps, stop = self.keys, self.tokens.gaps, self.stop
        farthest = max(index - CLAUSE, 0)
        for at in range(index, farthest, -1):
            key = keys[at - 1]
            if not key or key in stop or (gaps[at] != " " and at < index and "," in gaps[at]):
                return at
        return farthest
