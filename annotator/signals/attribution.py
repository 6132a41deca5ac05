"""Attribution: the words that tie a statement to a source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Final, NamedTuple

from annotator.languages.entries import NAME
from annotator.model.findings import Finding
from annotator.signals.context import OUTLET, Context
from annotator.signals.lexical import marked
from annotator.signals.matching import Match
from annotator.signals.sources import DESCRIBED, NAMED, NOBODY, PRONOUN, UNSEEN, VAGUE, Source, source_at
from annotator.signals.sourcing import SourceFinder
from annotator.signals.verbs import VerbReader
from annotator.text.quoting import ends_word

LONGEST_SOURCE: Final = 9
"""A source of more words than this is not marked with its verb, to keep the mark short."""
HEADING: Final = 8
"""A line of at most so many words that ends without a mark is a heading."""
SURE: Final = 3.0
"""A phrase of this weight shows an unnamed source by itself."""
_SPEAKERS: Final = (NAMED, DESCRIBED, VAGUE)
_RANK = {"phrase": 0, "verb": 1, "noun": 2}
_START: Final = attrgetter("start")
# As Cue(...) does, at a third of its cost.
_new: Final = tuple.__new__


class Cue(NamedTuple):
    """A cue of attribution with the source it points to."""

    start: int
    end: int
    rule: str
    entry: str
    source: Source
    sentence: int
    kind: str = ""
    """What the source does by the list: say, claim, deny, accuse, ..."""
    aside: bool = False
    """True in a clause aside ("although it denies ..."): the cue does not cover what the sentence states."""


def find(context: Context) -> Iterator[Finding]:
    """Verbs and phrases of saying in the outlet's voice, with the source where it stands beside.

    Marks the cues for the signals about sources.
    """
    from annotator.signals.postposing import read_postposed
    from annotator.signals.speakers import find_speakers
    from annotator.signals.viewpoints import find_viewpoints

    sources = SourceFinder(context)
    cues = [*find_speakers(context, sources), *find_viewpoints(context, sources)]
    postposed = context.language.grammar["ergative"]
    cues += read_postposed(context, sources) if postposed else CueReader(context, sources).read()
    context.mark_cues(_apart(cues))
    for cue in context.cues:
        yield marked(cue.start, cue.end, "attribution", cue.rule, cue.entry, 1.0, cue.source.kind.value)


def candidates(context: Context, nouns: Iterable[Match]) -> list[tuple[str, Match]]:
    """Matches of the lists of saying in the outlet's voice, as (rule, match), in order of place.

    `nouns` are the nouns of saying among which to look.
    """
    lists = (
        ("phrase", context.found("attribution_phrases")),
        ("verb", context.found("reporting_verbs")),
        ("verb", context.found("stance_verbs")),
        ("noun", nouns),
        ("phrase", [match for match in context.found("anonymous") if match.entry.number >= SURE]),
    )
    voices = context.voices
    # Tuples that sort by themselves: a list has one match at a place, so no two agree in the first four.
    found = [
        (match.first, _RANK[rule], -match.last, number, rule, match)
        for number, (rule, matches) in enumerate(lists)
        for match in matches
        if voices[match.first] == OUTLET
    ]
    found.sort()
    return [one[4:] for one in found]


def _apart(cues: Iterable[Cue]) -> list[Cue]:
    """The cues in order, none overlapping an earlier one."""
    kept: list[Cue] = []
    for cue in sorted(cues, key=_START):
        if not kept or cue.start >= kept[-1].end:
            kept.append(cue)
    return kept


class CueReader:
    """Reads the cues of a language in which verbs stand between the source and what it says."""

    def __init__(self, context: Context, sources: SourceFinder) -> None:
        self.context = context
        self.tokens = context.document.tokens
        self.keys = self.tokens.keys
        self.grammar = context.language.grammar
        self.sources = sources
        self.verb_reader = VerbReader(context, sources)

    def read(self) -> list[Cue]:
        """The cues in order; phrases of place ("in a statement") only where no other cue is near."""
        cues: list[Cue] = []
        settings: list[Cue] = []
        vague: list[Cue] = []
        reach = -1
        for rule, match in candidates(self.context, self._nouns()):
            if match.first < reach:
                continue
            cue = self._cue(rule, match)
            if cue is None:
                continue
            if cues and cue.start < cues[-1].end:
                if rule == "verb" and cue.start <= cues[-1].start:
                    # "A spokeswoman for X says": the verb with its source, not the source alone.
                    cues[-1] = cue
                continue
            if match.entry.list == "anonymous":
                vague.append(cue)
                continue
            if rule == "phrase" and self._is_setting(match):
                settings.append(cue)
                continue
            if self._told_inside(cues, cue):
                continue
            cues.append(cue)
            reach = match.last
        taken = {cue.sentence for cue in cues}
        spoken = self.context.spoken
        settings = [cue for cue in settings if spoken[cue.sentence]]
        return cues + [cue for cue in [*settings, *vague] if cue.sentence not in taken]

    def _nouns(self) -> list[Match]:
        """The nouns of saying with a source or content beside them; most have none."""
        keys, beside = self.keys, self.grammar["of_source"]
        return [
            match
            for match in self.context.found("reporting_nouns")
            if match.last < len(keys) and keys[match.last] in beside
        ]

    def _is_setting(self, match: Match) -> bool:
        """True for where or how something was said, which says nothing without the saying."""
        first, last = self.keys[match.first], self.keys[match.last - 1]
        return first in self.grammar["settings"] and last not in self.grammar["of_source"]

    def _told_inside(self, cues: list[Cue], cue: Cue) -> bool:
        """True for "she hopes" in "Clinton says she hopes": it is what the first source says."""
        if not cues or cues[-1].sentence != cue.sentence:
            return False
        between = self.context.text[cues[-1].end : cue.start]
        if cue.source.kind is PRONOUN and between in (" ", " that ", " che "):
            return True
        return cue.kind == "stance" and between.endswith((" that ", " che "))

    def _cue(self, rule: str, match: Match) -> Cue | None:
        if rule == "verb":
            return self._verb(match)
        return self._phrase(match) if rule == "phrase" else self._noun(match)

    def _made(self, rule: str, match: Match, source: Source, first: int, last: int) -> Cue:
        start, end = self.tokens.starts[first], self.tokens.ends[last - 1]
        sentence = self.context.document.token_sentences[match.first]
        aside = rule != "phrase" and self._is_aside(match, first, sentence)
        entry = match.entry
        return _new(Cue, (start, end, rule, entry.phrase, source, sentence, entry.value, aside))

    def _is_aside(self, match: Match, first: int, sentence: int) -> bool:
        """True when the cue stands in a clause that a word such as "although" opens before it."""
        opening = max(self.context.document.sentence_tokens[sentence], first - 4)
        return not self.grammar["conceding"].isdisjoint(self.keys[opening : match.last])

    def _phrase(self, match: Match) -> Cue | None:
        open_ended = self.keys[match.last - 1] in self.grammar["from"]
        inner = NOBODY if open_ended else self.sources.described(match.first, match.last)
        if inner.noun or match.entry.list == "anonymous":
            # The entry itself names the source: "secondo un rapporto", "sources say".
            source = inner if inner.noun else source_at(match.first, match.last, VAGUE)
            return self._made("phrase", match, source, match.first, match.last)
        # "Secondo un rapporto, i prezzi": what follows a comma is no source.
        if self.keys[match.last - 1] in self.grammar["complementizers"] - self.grammar["prepositions"]:
            # "Dai documenti emerge che": what it says follows, the source stands before.
            source = self.sources.before(match.first)
            return self._made(
                "phrase", match, source, min(source.first or match.first, match.first), match.last
            )
        # The name at an entry's end is the source's first word.
        opening = match.last - match.entry.phrase.endswith(NAME)
        source = NOBODY if "," in self.tokens.gaps[match.last] else self.sources.after(opening)
        if self._needs_source(match) and not (source.organised or source.kind in _SPEAKERS):
            return None
        near = source is not NOBODY and source.last - match.last <= LONGEST_SOURCE
        return self._made("phrase", match, source, match.first, source.last if near else match.last)

    def _needs_source(self, match: Match) -> bool:
        """True for "data from": a phrase that says nothing unless a source follows."""
        first, last = self.keys[match.first], self.keys[match.last - 1]
        return last in self.grammar["from"] and first not in self.grammar["according"]

    def _noun(self, match: Match) -> Cue | None:
        """A noun of saying counts with its source or content beside: "allegation from", "claims that"."""
        keys = self.keys
        if "," in self.tokens.gaps[match.last]:
            return None
        if keys[match.last] in self.grammar["complementizers"]:
            # "the hope that", "a study that", "a lawsuit that accused": a feeling, or a relative clause.
            if match.entry.value in ("believe", "show") or match.last + 1 in self.context.saying:
                return None
            return self._made("noun", match, NOBODY, match.first, match.last)
        source = self.sources.after(match.last + 1, 6)
        if not (source.organised or source.kind in _SPEAKERS) or self._in_heading(match):
            return None
        return self._made("noun", match, source, match.first, source.last)

    def _in_heading(self, match: Match) -> bool:
        """True in a short line without a full stop, which announces words but does not report them."""
        start, end = self.context.document.sentences[self.context.sentence_of(match)]
        words = self.context.text[start:end]
        return ends_word(words[-1]) and len(words.split()) <= HEADING

    def _verb(self, match: Match) -> Cue | None:
        read = self.verb_reader.read(match)
        if read is None:
            return None
        source, inverted = read
        first, last = match.first, match.last
        if source.kind is not UNSEEN and match.first - source.first <= LONGEST_SOURCE:
            first = source.first
        if inverted.kind is not UNSEEN and inverted.last - match.last <= LONGEST_SOURCE:
            source, last = inverted, inverted.last
        return self._made("verb", match, source, first, last)
