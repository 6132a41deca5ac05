"""One text as the signals see it: its parts, and where every word list matches."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import compress
from typing import TYPE_CHECKING, Final

from annotator.languages import Language
from annotator.model.spans import Span
from annotator.signals.matching import Match, find_matches
from annotator.signals.title_case import TitleCase
from annotator.text import Document
from annotator.text.addresses import may_hold_address
from annotator.text.small_words import SmallWords

if TYPE_CHECKING:
    from annotator.signals.attribution import Cue
    from annotator.signals.sentiment import Feeling
    from annotator.signals.unattributed import Claims

OUTLET: Final = 0
SPEECH: Final = 1
FURNITURE: Final = 2
"""Whose voice a word is in."""


class Context:
    """A document, its language's lists, and what the signals tell one another of it.

    The first three signals mark whose words are whose: furniture, then speech, then cues; what follows from
    that is worked out as each of them is marked.
    """

    def __init__(self, document: Document, language: Language) -> None:
        tokens = document.tokens
        self.document = document
        self.language = language
        self.text = document.text
        self.addressed = may_hold_address(document.text)
        """True when a web or mail address may stand somewhere."""
        self.small = SmallWords(tokens.keys, language.watched)
        self.number_words: frozenset[str] = language.folded("numbers")
        """Folded number words of the language."""
        self.numbers = tokens.numbers()
        """The tokens written in digits."""
        counting = frozenset((*self.numbers, *self.small.where(self.number_words)))
        self.matches = find_matches(document, language.index, counting)
        """By list name, the matches that stand after exceptions, tags and longer matches of the list."""
        self.saying = frozenset([match.first for match in self.found("reporting_verbs")])
        """The first tokens of verbs of saying."""
        self.titles = TitleCase(document)
        """The lines in title case."""
        self.openings = self._openings()
        """The first token of each sentence, and the second, where the first is no word."""
        self.furniture: list[Span] = []
        """Lines that are page furniture, in order."""
        self.plain_sentences = [True] * len(document.sentences)
        """For each sentence whether it lies outside page furniture."""
        self.speech: list[Span] = []
        """Direct speech, in order."""
        self.spoken = [0] * len(document.sentences)
        """For each sentence how many of its characters lie in direct speech."""
        self.voices = bytearray(len(tokens))
        """For each token whose voice it is: `OUTLET`, `SPEECH` or `FURNITURE`."""
        self.cues: list[Cue] = []
        """Cues of attribution, in order."""
        self.cues_by_sentence: dict[int, list[Cue]] = {}
        """By sentence its cues of attribution, in order."""
        self.cued_sentences: frozenset[int] = frozenset()
        """The sentences that hold a cue of attribution."""
        self.sourced_sentences: frozenset[int] = frozenset()
        """The sentences with a cue that covers what they state: no mere stance, no clause aside."""
        self._own_sentences: frozenset[int] | None = None
        self._named: frozenset[str] | None = None
        """Keys of words that stand with a capital in running text, once somebody has asked."""
        self.feelings: list[Feeling] | None = None
        """Words that carry feeling, once the sentiment signal has looked."""
        self.sums: list[float] | None = None
        """For each sentence what they add up to, once somebody has asked."""
        self.negated: dict[int, list[int]] | None = None
        """By token, the words of negation that reach it, once somebody has asked."""
        self.judgements: list[Match] | None = None
        """Loaded and praising words in the outlet's voice, once one of these signals has looked."""
        self.claims: dict[int, list[str]] | None = None
        """By sentence, the kinds of checkable claim it makes, in whoever's voice, once somebody has asked."""
        self.sorted_claims: tuple[Claims, Claims] | None = None
        """The outlet's own claims with and without a source, once somebody has asked."""

    def found(self, name: str) -> list[Match]:
        """The matches of one list, in order of place."""
        return self.matches.get(name, [])

    def mark_furniture(self, spans: Iterable[Span]) -> None:
        """Tells which lines are page furniture."""
        self.furniture = merged(spans)
        sentences, starts = self.document.sentences, self.document.sentence_starts
        for start, end in self.furniture:
            for at in range(bisect_left(starts, start), bisect_left(starts, end)):
                self.plain_sentences[at] = sentences[at].end > end
        self._tell_voices()

    def mark_speech(self, spans: Iterable[Span]) -> None:
        """Tells what is direct speech."""
        self.speech = merged(spans)
        totals, sentences = self.spoken, self.document.sentences
        for first, last in self.speech:
            at = max(self.document.sentence_at(first), 0)
            while at < len(totals) and sentences[at].start < last:
                start, end = sentences[at]
                totals[at] += max(0, min(end, last) - max(start, first))
                at += 1
        self._tell_voices()

    def mark_cues(self, cues: list[Cue]) -> None:
        """Tells where a statement is tied to a source; the cues come in order."""
        self.cues = cues
        for cue in cues:
            self.cues_by_sentence.setdefault(cue.sentence, []).append(cue)
        self.cued_sentences = frozenset(self.cues_by_sentence)
        covering = [cue.sentence for cue in cues if not cue.aside and cue.kind != "stance"]
        self.sourced_sentences = frozenset(covering)

    def _tell_voices(self) -> None:
        tokens, voices = self.document.tokens, self.voices
        for voice, spans in ((SPEECH, self.speech), (FURNITURE, self.furniture)):
            for start, end in spans:
                first, after = tokens.bounds(start, end)
                voices[first:after] = bytes((voice,)) * (after - first)
        self._own_sentences = None

    @property
    def own_sentences(self) -> frozenset[int]:
        """The sentences of the outlet's own body: no headline, no furniture, none with speech in it."""
        if self._own_sentences is None:
            self._own_sentences = self._find_own_sentences()
        return self._own_sentences

    def _find_own_sentences(self) -> frozenset[int]:
        sentences, (start, end) = self.document.sentences, self.document.headline
        together = enumerate(zip(self.spoken, self.plain_sentences, strict=True))
        own = {index for index, (spoken, plain) in together if plain and not spoken}
        starts = self.document.sentence_starts
        for index in range(bisect_left(starts, start), bisect_left(starts, end)):
            if sentences[index].end <= end:
                own.discard(index)
        return frozenset(own)

    def _openings(self) -> frozenset[int]:
        firsts, kinds = self.document.sentence_tokens, self.document.tokens.kinds
        return frozenset((*firsts, *[at + 1 for at in firsts if at < len(kinds) and kinds[at] != 1]))

    def in_furniture(self, start: int, end: int) -> bool:
        """True when the span lies in page furniture."""
        at = bisect_right(self.furniture, (start, 1 << 60)) - 1
        return at >= 0 and end <= self.furniture[at].end

    def sentence_of(self, match: Match) -> int:
        """The index of the sentence in which a match begins."""
        return self.document.token_sentences[match.first]

    def named(self) -> frozenset[str]:
        """Keys of words that stand with a capital in running text, right after another word."""
        if self._named is None:
            tokens = self.document.tokens
            keys, gaps, kinds = tokens.keys, tokens.gaps, tokens.kinds
            capitals = compress(range(len(keys)), tokens.capitals)
            self._named = frozenset(
                [keys[at] for at in capitals if at and gaps[at] == " " and kinds[at - 1] == 1]
            )
        return self._named

    def is_name(self, match: Match) -> bool:
        """True when capitals in running text show that the words are (part of) a name or title.

        All capitals are emphasis, not a name; so is a capital at the start of a sentence or in a
        headline in title case.
        """
        start, first = match.start, match.first
        if not self.document.tokens.capitals[first] or self.text[start : match.end].isupper():
            return False
        if first in self.openings or self.titles.holds(start):
            return False
        before = self.text[max(0, start - 2) : start].strip()
        return not (before and before[-1] in ":(—–-•")


def merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, overlapping ones joined."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out
