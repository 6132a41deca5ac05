"""One text as the signals see it: its parts, and where every word list matches."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from annotator.languages import Language
from annotator.languages.entries import Entry
from annotator.languages.index import Found, Words, walk
from annotator.model.lazy import lazy
from annotator.model.spans import Span
from annotator.signals.title_case import TitleCase
from annotator.text import Document
from annotator.text.small_words import SmallWords

if TYPE_CHECKING:
    from annotator.signals.attribution import Cue
    from annotator.signals.sentiment import Feeling
    from annotator.signals.unattributed import Claims

OUTLET, SPEECH, FURNITURE = 0, 1, 2
"""Whose voice a word is in."""
_COUNTED = (1, 2)
"""The kinds of token that are words and numbers."""


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
        self.small = SmallWords(document.tokens.keys, language.watched)
        self.furniture: list[Span] = []
        """Lines that are page furniture, in order; set by the boilerplate signal, which runs first."""
        self.speech: list[Span] = []
        """Direct speech, in order; set by the quote signal, which runs second."""
        self.feelings: list[Feeling] | None = None
        """Words that carry feeling, once the sentiment signal has looked."""
        self.negated: dict[int, list[int]] | None = None
        """By token, the words of negation that reach it, once somebody has asked."""
        self.judgements: list[Match] | None = None
        """Loaded and praising words in the outlet's voice, once one of these signals has looked."""
        self.cues: list[Cue] = []
        """Cues of attribution, in order; set by the attribution signal, which runs third."""

    @lazy
    def matches(self) -> dict[str, list[Match]]:
        """By list name, the matches that stand after exceptions, tags and longer matches of the list."""
        tokens = self.document.tokens
        numbers = frozenset((*self.numbers, *self.small.where(self.number_words)))
        words = Words(tokens.keys, tokens.capitals, numbers)
        found = walk(self.language.index, words)
        kept, silenced = self._settled(found)
        for name in silenced:
            of_list = [one for one in found if one[2].list == name and self._is_placed(*one)]
            kept[name] = self._settled(_unbarred(of_list))[0].get(name, [])
        return kept

    def found(self, name: str) -> list[Match]:
        """The matches of one list, in order of place."""
        return self.matches.get(name, [])

    @lazy
    def saying(self) -> frozenset[int]:
        """The first tokens of verbs of saying."""
        return frozenset([match.first for match in self.found("reporting_verbs")])

    @lazy
    def number_words(self) -> frozenset[str]:
        """Folded number words of the language."""
        return self.language.folded("numbers")

    def _settled(self, found: list[Found]) -> tuple[dict[str, list[Match]], set[str]]:
        """By list, at each place the longest match; and the lists that have an exception in this text.

        `found` comes in order of the first token.
        """
        by_list: defaultdict[str, list[Match]] = defaultdict(list)
        silenced: set[str] = set()
        starts, ends = self.document.tokens.starts, self.document.tokens.ends
        # As Match(...) does, at a third of its cost.
        new = tuple.__new__
        for first, last, entry in found:
            if entry.special:
                if entry.exception:
                    silenced.add(entry.list)
                if not self._is_placed(first, last, entry):
                    continue
            kept = by_list[entry.list]
            if kept:
                before = kept[-1]
                if last <= before[3]:
                    continue
                if before[2] == first:
                    kept.pop()
            kept.append(new(Match, (starts[first], ends[last - 1], first, last, entry)))
        return dict(by_list), silenced

    def _is_placed(self, first: int, last: int, entry: Entry) -> bool:
        """True when the entry's marks (`^`, `$`) and tags allow it here."""
        if not entry.bound:
            return True
        tokens, tags, phrase = self.document.tokens, entry.tags, entry.phrase
        if tags:
            headline, start = self.document.headline, tokens.starts[first]
            if "head" in tags and not headline.start <= start <= tokens.ends[last - 1] <= headline.end:
                return False
            if "lower" in tags and tokens.capitals[first]:
                return False
        if phrase[0] == "^" and not self._opens_line(first):
            return False
        return phrase[-1] != "$" or self._ends_line(tokens.ends[last - 1])

    def _opens_line(self, at: int) -> bool:
        """True for the first word or number of a line, bullets and emoji before it passed over."""
        tokens, before = self.document.tokens, at - 1
        while before >= 0 and tokens.kinds[before] not in _COUNTED:
            before -= 1
        if before < 0:
            return True
        between = self.text[tokens.ends[before] : tokens.starts[at]]
        # One line more when anything, here a mark, stands after the last line's end.
        return between != " " and len((between + ".").splitlines()) > 1

    def _ends_line(self, end: int) -> bool:
        after = self.text[end : end + 6]
        return not any(letter.isalnum() for letter in after.partition("\n")[0])

    @lazy
    def voices(self) -> bytearray:
        """For each token whose voice it is: `OUTLET`, `SPEECH` or `FURNITURE`. Known once quotations are."""
        tokens = self.document.tokens
        voices = bytearray(len(tokens))
        for voice, spans in ((SPEECH, self.speech), (FURNITURE, self.furniture)):
            for span in spans:
                inside = tokens.between(span.start, span.end)
                voices[inside.start : inside.stop] = bytes((voice,)) * len(inside)
        return voices

    @lazy
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

    def in_furniture(self, start: int, end: int) -> bool:
        """True when the span lies in page furniture."""
        at = bisect_right(self.furniture, (start, 1 << 60)) - 1
        return at >= 0 and end <= self.furniture[at].end

    @lazy
    def plain_sentences(self) -> list[bool]:
        """For each sentence whether it lies outside page furniture. Known once furniture is."""
        sentences, starts = self.document.sentences, self.document.sentence_starts
        plain = [True] * len(sentences)
        for start, end in self.furniture:
            for at in range(bisect_left(starts, start), bisect_left(starts, end)):
                plain[at] = sentences[at].end > end
        return plain

    def sentence_of(self, match: Match) -> int:
        """The index of the sentence in which a match begins."""
        return self.document.token_sentences[match.first]

    @lazy
    def cues_by_sentence(self) -> dict[int, list[Cue]]:
        """By sentence its cues of attribution, in order. Known once cues are."""
        cues: dict[int, list[Cue]] = {}
        for cue in self.cues:
            cues.setdefault(cue.sentence, []).append(cue)
        return cues

    @lazy
    def cued_sentences(self) -> frozenset[int]:
        """The sentences that hold a cue of attribution."""
        return frozenset(self.cues_by_sentence)

    @lazy
    def sourced_sentences(self) -> frozenset[int]:
        """The sentences with a cue that covers what they state: no mere stance, no clause aside."""
        return frozenset(cue.sentence for cue in self.cues if not cue.aside and cue.kind != "stance")

    @lazy
    def numbers(self) -> list[int]:
        """The tokens written in digits."""
        return self.document.tokens.numbers()

    @lazy
    def claims(self) -> dict[int, list[str]]:
        """By sentence, the kinds of checkable claim it makes, in whoever's voice."""
        from annotator.signals.unattributed import find_claims

        return find_claims(self)

    @lazy
    def claims_by_source(self) -> tuple[Claims, Claims]:
        """The outlet's own claims that have a source, and those that have none. Known once cues are."""
        from annotator.signals.unattributed import sort_claims

        return sort_claims(self)

    @lazy
    def names(self) -> frozenset[str]:
        """Keys of words that stand with a capital in running text, right after another word."""
        tokens = self.document.tokens
        keys, gaps, kinds = tokens.keys, tokens.gaps, tokens.kinds
        capitals = compress(range(len(keys)), tokens.capitals)
        return frozenset([keys[at] for at in capitals if at and gaps[at] == " " and kinds[at - 1] == 1])

    @lazy
    def titles(self) -> TitleCase:
        """The lines in title case."""
        return TitleCase(self.document)

    def is_name(self, match: Match) -> bool:
        """True when capitals in running text show that the words are (part of) a name or title.

        All capitals are emphasis, not a name; so is a capital at the start of a sentence or in a
        headline in title case.
        """
        tokens = self.document.tokens
        if not tokens.capitals[match.first] or self.text[match.start : match.end].isupper():
            return False
        if match.first in self.openings or self.titles.holds(match.start):
            return False
        before = self.text[max(0, match.start - 2) : match.start].strip()
        return not (before and before[-1] in ":(—–-•")

    @lazy
    def openings(self) -> frozenset[int]:
        """The first token of each sentence, and the second, where the first is no word."""
        firsts, kinds = self.document.sentence_tokens, self.document.tokens.kinds
        return frozenset((*firsts, *[at + 1 for at in firsts if at < len(kinds) and kinds[at] != 1]))

    @lazy
    def own_sentences(self) -> frozenset[int]:
        """The sentences of the outlet's own body: no headline, no furniture, none with speech in it."""
        sentences, (start, end) = self.document.sentences, self.document.headline
        together = enumerate(zip(self.spoken, self.plain_sentences, strict=True))
        own = {index for index, (spoken, plain) in together if plain and not spoken}
        starts = self.document.sentence_starts
        for index in range(bisect_left(starts, start), bisect_left(starts, end)):
            if sentences[index].end <= end:
                own.discard(index)
        return frozenset(own)


def _unbarred(found: list[Found]) -> list[Found]:
    """What is no exception and lies in none; in order of the first token, as it came."""
    barred = [(first, last) for first, last, entry in found if entry.exception]
    kept: list[Found] = []
    at, reach = 0, -1
    for one in found:
        while at < len(barred) and barred[at][0] <= one[0]:
            reach = max(reach, barred[at][1])
            at += 1
        if one[1] > reach and not one[2].exception:
            kept.append(one)
    return kept


def merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, overlapping ones joined."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out
