"""One text as the signals see it: its parts, and where every word list matches."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from annotator.languages import Language
from annotator.languages.entries import Entry
from annotator.languages.index import walk
from annotator.model.spans import Span
from annotator.text import Document

if TYPE_CHECKING:
    from annotator.signals.attribution import Cue
    from annotator.signals.sentiment import Feeling


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
        keys, starts, ends = tokens.keys, tokens.starts, tokens.ends
        found = walk(self.language.index, keys, self._numbers(), self._names())
        raw: dict[str, list[Match]] = {}
        for first, last, entry in found:
            raw.setdefault(entry.list, []).append(Match(starts[first], ends[last - 1], first, last, entry))
        return {name: self._settled(matches) for name, matches in raw.items()}

    def found(self, name: str) -> list[Match]:
        """The matches of one list, in order of place."""
        return self.matches.get(name, [])

    def _numbers(self) -> list[bool]:
        words = self.number_words
        tokens = self.document.tokens
        return [kind == 2 or key in words for kind, key in zip(tokens.kinds, tokens.keys, strict=True)]

    def _names(self) -> list[bool]:
        text = self.text
        return [text[start].isupper() for start in self.document.tokens.starts]

    @cached_property
    def number_words(self) -> frozenset[str]:
        """Folded number words of the language."""
        return self.language.folded("numbers")

    def _settled(self, matches: list[Match]) -> list[Match]:
        """Longest match first at each place; exceptions silence what lies inside them."""
        allowed = [match for match in matches if self._placed(match)]
        barred = [match for match in allowed if match.entry.exception]
        kept: list[Match] = []
        reach = -1
        for match in sorted(allowed, key=lambda m: (m.first, -m.last, m.entry.exception)):
            if match.entry.exception or match.last <= reach:
                continue
            if barred and any(b.first <= match.first and match.last <= b.last for b in barred):
                continue
            kept.append(match)
            reach = max(reach, match.last)
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
        return self.document.sentence_at(match.start)

    @cached_property
    def cued_sentences(self) -> frozenset[int]:
        """The sentences that hold a cue of attribution."""
        return frozenset(cue.sentence for cue in self.cues)

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
        text = self.text
        if not text[match.start].isupper() or text[match.start : match.end].isupper():
            return False
        if match.start in self._sentence_starts or _inside(self.titled_lines, match.start, match.end):
            return False
        before = text[max(0, match.start - 2) : match.start].strip()
        return not (before and before[-1] in "“\"‘'«:(—–-•")

    @cached_property
    def _sentence_starts(self) -> frozenset[int]:
        starts = set(self.document.sentence_starts)
        tokens = self.document.tokens
        for start in list(starts):
            index = bisect_right(tokens.starts, start)
            if index < len(tokens.starts) and index > 0 and tokens.starts[index - 1] != start:
                starts.add(tokens.starts[index])
        return frozenset(starts)


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
