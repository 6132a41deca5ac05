"""One text as the signals see it: its parts, and where every word list matches."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from annotator.languages import Language
from annotator.languages.entries import Entry
from annotator.languages.index import Words, walk
from annotator.model.spans import Span
from annotator.text import Document

if TYPE_CHECKING:
    from annotator.signals.attribution import Cue
    from annotator.signals.sentiment import Feeling


OUTLET, SPEECH, FURNITURE = 0, 1, 2
"""Whose voice a word is in."""


class Match(NamedTuple):
    """A list entry found in the text."""

    start: int
    end: int
    first: int
    """Index of its first token."""
    last: int
    """Index of the token after its last."""
    entry: Entry


class Context:
    """A document, its language's lists, and what other signals need to know of it."""

    def __init__(self, document: Document, language: Language) -> None:
        self.document = document
        self.language = language
        self.text = document.text
        self.furniture: list[Span] = []
        """Lines that are page furniture, in order; set by the boilerplate signal, which runs first."""
        self.speech: list[Span] = []
        """Direct speech, in order; set by the quote signal, which runs second."""
        self.feelings: list[Feeling] | None = None
        """Words that carry feeling, once the sentiment signal has looked."""
        self.cues: list[Cue] = []
        """Cues of attribution, in order; set by the attribution signal, which runs third."""

    @cached_property
    def matches(self) -> dict[str, list[Match]]:
        """By list name, the matches that stand after exceptions, tags and longer matches of the list."""
        tokens = self.document.tokens
        starts, ends = tokens.starts, tokens.ends
        words = Words(tokens.keys, tokens.kinds, tokens.capitals, self.number_words)
        raw: dict[str, list[Match]] = {}
        for first, last, entry in walk(self.language.index, words):
            match = Match(starts[first], ends[last - 1], first, last, entry)
            if entry.list in raw:
                raw[entry.list].append(match)
            else:
                raw[entry.list] = [match]
        return {name: self._settled(matches) for name, matches in raw.items()}

    def found(self, name: str) -> list[Match]:
        """The matches of one list, in order of place."""
        return self.matches.get(name, [])

    @cached_property
    def number_words(self) -> frozenset[str]:
        """Folded number words of the language."""
        return self.language.folded("numbers")

    def _settled(self, matches: list[Match]) -> list[Match]:
        """Longest match first at each place; exceptions silence what lies inside them.

        `matches` come in order of their first token.
        """
        allowed = [match for match in matches if not match.entry.bound or self._placed(match)]
        barred = [match for match in allowed if match.entry.exception]
        if barred:
            allowed = _unbarred(allowed, barred)
        kept: list[Match] = []
        reach = -1
        for match in allowed:
            if match.last <= reach:
                continue
            if kept and kept[-1].first == match.first:
                kept[-1] = match
            else:
                kept.append(match)
            reach = match.last
        return kept

    def _placed(self, match: Match) -> bool:
        """True when the entry's marks (`^`, `$`) and tags allow it here."""
        phrase, tags = match.entry.phrase, match.entry.tags
        if not tags and "^" not in phrase and "$" not in phrase:
            return True
        if "head" in tags and not self.document.headline.holds((match.start, match.end)):
            return False
        if "lower" in tags and self.text[match.start].isupper():
            return False
        if phrase.startswith("^") and not self._begins_line(match):
            return False
        return not phrase.endswith("$") or self._ends_line(match)

    def _begins_line(self, match: Match) -> bool:
        before = self.text[max(0, match.start - 12) : match.start]
        return not any(letter.isalnum() for letter in before.rpartition("\n")[2])

    def _ends_line(self, match: Match) -> bool:
        after = self.text[match.end : match.end + 6]
        return not any(letter.isalnum() for letter in after.partition("\n")[0])

    @cached_property
    def voices(self) -> bytearray:
        """For each token whose voice it is: `OUTLET`, `SPEECH` or `FURNITURE`. Known once quotations are."""
        tokens = self.document.tokens
        voices = bytearray(len(tokens))
        for voice, spans in ((SPEECH, self.speech), (FURNITURE, self.furniture)):
            for span in spans:
                inside = tokens.between(span.start, span.end)
                voices[inside.start : inside.stop] = bytes((voice,)) * len(inside)
        return voices

    @cached_property
    def spoken(self) -> list[int]:
        """For each sentence how many of its characters lie in direct speech."""
        totals = [0] * len(self.document.sentences)
        for speech in self.speech:
            at = max(self.document.sentence_at(speech.start), 0)
            while at < len(totals) and self.document.sentences[at].start < speech.end:
                start, end = self.document.sentences[at]
                totals[at] += max(0, min(end, speech.end) - max(start, speech.start))
                at += 1
        return totals

    def in_speech(self, start: int, end: int) -> bool:
        """True when the span lies inside somebody's direct speech."""
        return _inside(self.speech, start, end)

    def in_furniture(self, start: int, end: int) -> bool:
        """True when the span lies in page furniture."""
        return _inside(self.furniture, start, end)

    def in_headline(self, start: int, end: int) -> bool:
        """True when the span lies in the headline."""
        return self.document.headline.holds((start, end))

    def sentence_of(self, match: Match) -> int:
        """The index of the sentence in which a match begins."""
        return self.document.token_sentences[match.first]

    @cached_property
    def cued_sentences(self) -> frozenset[int]:
        """The sentences that hold a cue of attribution."""
        return frozenset(cue.sentence for cue in self.cues)

    @cached_property
    def names(self) -> frozenset[str]:
        """Keys of words that stand with a capital in running text, right after another word."""
        tokens = self.document.tokens
        return frozenset(
            tokens.keys[at]
            for at, capital in enumerate(tokens.capitals)
            if capital and at and tokens.gaps[at] == " " and tokens.kinds[at - 1] == 1
        )

    @cached_property
    def titled_lines(self) -> list[Span]:
        """Lines in which most words have a capital: headlines in title case, where capitals mean nothing."""
        return [line for line in self.document.lines if self._titled(line)]

    def in_title_case(self, offset: int) -> bool:
        """True when the offset lies in a line in title case."""
        return _inside(self.titled_lines, offset, offset)

    def _titled(self, line: Span) -> bool:
        words = [w for w in self.text[line.start : line.end].split() if len(w) > 3 and w[0].isalpha()]
        return len(words) > 2 and sum(w[0].isupper() for w in words) >= 0.7 * len(words)

    def is_name(self, match: Match) -> bool:
        """True when capitals in running text show that the words are (part of) a name or title.

        All capitals are emphasis, not a name; so is a capital at the start of a sentence or in a
        headline in title case.
        """
        tokens = self.document.tokens
        if not tokens.capitals[match.first] or self.text[match.start : match.end].isupper():
            return False
        if match.first in self.openings or self.in_title_case(match.start):
            return False
        before = self.text[max(0, match.start - 2) : match.start].strip()
        return not (before and before[-1] in ":(—–-•")

    @cached_property
    def openings(self) -> frozenset[int]:
        """The first token of each sentence, and the second, where the first is no word."""
        indices, kinds = self.document.token_sentences, self.document.tokens.kinds
        openings: set[int] = set()
        before = -1
        for at, sentence in enumerate(indices):
            if sentence != before:
                openings.add(at)
                if kinds[at] != 1:
                    openings.add(at + 1)
                before = sentence
        return frozenset(openings)


def _unbarred(matches: list[Match], barred: list[Match]) -> list[Match]:
    """The matches that are no exception and lie in none; both lists in order of their first token."""
    kept: list[Match] = []
    at, reach = 0, -1
    for match in matches:
        while at < len(barred) and barred[at].first <= match.first:
            reach = max(reach, barred[at].last)
            at += 1
        if match.last > reach and not match.entry.exception:
            kept.append(match)
    return kept


def _inside(spans: list[Span], start: int, end: int) -> bool:
    if not spans:
        return False
    at = bisect_right(spans, (start, 1 << 60)) - 1
    return at >= 0 and spans[at].start <= start and end <= spans[at].end


def merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, overlapping ones joined."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out
