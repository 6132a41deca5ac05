"""Words that carry feeling, with their valence once intensifiers, negation and contrast are counted in."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, repeat
from operator import itemgetter
from typing import Final, NamedTuple

from annotator.model.spans import Span
from annotator.signals.context import Context
from annotator.signals.judging import is_negated, negations_reaching, own_marks
from annotator.signals.lexical import MILD
from annotator.signals.matching import Match

NEGATED: Final = -0.74
"""What a negation does to a valence, as in VADER."""
BEFORE_BUT: Final = 0.5
AFTER_BUT: Final = 1.5
"""What stands before "but" in a sentence counts less than what follows, as in VADER."""
ELONGATED: Final = 1.3
"""What a drawn-out word (bellooo) gains."""
_START: Final = itemgetter(0)
# As Feeling(...) does, at a third of its cost.
_NEW: Final = tuple.__new__
_DRAWN_OUT: Final = re.compile(r"([^\W\d_])\1\1+")


class Feeling(NamedTuple):
    """A word with its valence, all rules applied."""

    start: int
    end: int
    value: float
    entry: str = ""
    """The entry of our list that gave the value; `VADER` where its lexicon did."""


def feelings_of(context: Context) -> list[Feeling]:
    """The words that carry feeling, in order; worked out once for a text.

    English: VADER's valences, unless `en/sentiment.txt` has an entry there: it holds words of the news
    that VADER does not know or misreads (value 0: "united", "interest", "justice"). Italian and Hindi: the
    language's own list. In all three, loaded words and praise that no list of feelings holds count with
    their weight.
    """
    if context.feelings is None:
        known = _listed(context)
        if context.language.code == "en":
            known += _from_vader(context, known)
        found = [feeling for feeling in (*known, *_judged(context, known)) if feeling[2]]
        context.feelings = sorted(found, key=_START)
    return context.feelings


def sums_of(context: Context) -> list[float]:
    """For each sentence what its words of feeling add up to; worked out once for a text."""
    if context.sums is None:
        sums = [0.0] * len(context.document.sentences)
        starts = context.document.sentence_starts
        for start, _, value, _ in feelings_of(context):
            sums[bisect_right(starts, start) - 1] += value
        context.sums = sums
    return context.sums


def _from_vader(context: Context, listed: list[Feeling]) -> list[Feeling]:
    """VADER's words that touch none of ours."""
    from annotator.signals.adapters import vader

    found: list[Feeling] = []
    # Both come in order, so that it is enough to know how far ours reach that begin before a word ends.
    ours, reach = 0, -1
    for start, end, value in vader.valences_of(context.text, context.document.sentences):
        while ours < len(listed) and listed[ours][0] < end:
            reach = max(reach, listed[ours][1])
            ours += 1
        if reach <= start and not _in_name(context, start):
            found.append(_NEW(Feeling, (start, end, value, "VADER")))
    return found


def _in_name(context: Context, start: int) -> bool:
    """True where a capital in running text makes a name of the word: Tom DeLay, a Superior Court."""
    if not context.text[start].isupper() or context.text[start : start + 2].isupper():
        return False
    first, after = context.document.tokens.bounds(start, start + 1)
    return first < after and not (first in context.openings or context.titles.holds(start))


def _judged(context: Context, known: list[Feeling]) -> list[Feeling]:
    """Loaded words and praise of some weight that carry no feeling of their own yet."""
    weighty = [match for match in own_marks(context) if match.entry.number > MILD]
    if not weighty:
        return []
    taken = _Taken(known)
    return [
        Feeling(start, end, entry.number if entry.list == "praise" else -entry.number, entry.phrase)
        for start, end, _, _, entry in weighty
        if not taken.touch(start, end)
    ]


class _Taken:
    """Stretches of the text that already have a feeling."""

    def __init__(self, feelings: list[Feeling]) -> None:
        self.starts: list[int] = []
        self.reach: list[int] = []
        """For each stretch the farthest end of those up to it."""
        farthest = -1
        for start, end, _, _ in sorted(feelings):
            farthest = max(farthest, end)
            self.starts.append(start)
            self.reach.append(farthest)

    def touch(self, start: int, end: int) -> bool:
        """True when any of them lies at least partly in the span."""
        at = bisect_left(self.starts, end)
        return at > 0 and self.reach[at - 1] > start


def _listed(context: Context) -> list[Feeling]:
    stronger = {match.last - 1: match.entry.number for match in context.found("intensifiers")}
    negated = negations_reaching(context)
    contrast = _contrasts(context)
    capitals = context.document.tokens.capitals
    found: list[Feeling] = []
    for match, factor in _matches(context):
        start, end, first, last, entry = match
        if capitals[first] and context.is_name(match):
            continue
        value = entry.number * factor
        # A word without feeling is told to be so; nothing makes it stronger.
        if value:
            if stronger:
                # An intensifier reaches three words, and the one it stands right behind.
                for at in (first - 3, first - 2, first - 1, last):
                    if at in stronger:
                        value *= stronger[at]
            if (first in negated or last - 1 in negated) and is_negated(match, negated):
                value *= NEGATED
            if contrast:
                value *= _weight(context, match, contrast)
        found.append(_NEW(Feeling, (start, end, value, entry.phrase)))
    return found


def _matches(context: Context) -> Iterable[tuple[Match, float]]:
    matches = zip(context.found("sentiment"), repeat(1.0))
    if context.language.code == "en":
        return matches
    return chain(matches, zip(_drawn_out(context), repeat(ELONGATED)))


def _drawn_out(context: Context) -> Iterator[Match]:
    """Words with a letter three times or more, looked up with it once or twice."""
    if _DRAWN_OUT.search(context.text.casefold()) is None:
        return
    tokens = context.document.tokens
    first = context.language.index.next or {}
    for at, key in enumerate(tokens.keys):
        if len(key) < 4 or _DRAWN_OUT.search(key) is None:
            continue
        for times in (r"\1", r"\1\1"):
            node = first.get(_DRAWN_OUT.sub(times, key))
            entries = [entry for entry in node.entries if entry.list == "sentiment"] if node else []
            if entries:
                yield Match(tokens.starts[at], tokens.ends[at], at, at + 1, entries[0])
                break


def _contrasts(context: Context) -> dict[int, int]:
    """By sentence, where its last "but" stands."""
    words = context.language.grammar.get("contrast", frozenset())
    tokens = context.document.tokens
    sentences = context.document.token_sentences
    return {sentences[at]: tokens.starts[at] for at in context.small.where(words)}


def _weight(context: Context, match: Match, contrast: Mapping[int, int]) -> float:
    but = contrast.get(context.sentence_of(match))
    if but is None:
        return 1.0
    return AFTER_BUT if match.start > but else BEFORE_BUT


def emphasis(text: str, sentence: Span) -> float:
    """What exclamation marks add to a sentence's sum, as in VADER."""
    return min(text.count("!", sentence.start, sentence.end), 4) * 0.292
