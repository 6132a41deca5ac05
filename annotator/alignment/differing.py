"""Where passages of one statement do not agree: other figures, or one quotation in other words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from annotator.alignment.facts import Facts, read_facts
from annotator.alignment.terms import counted_terms
from annotator.languages.folding import fold
from annotator.model.findings import Amount
from annotator.model.spans import Span
from annotator.model.statements import Conversion, Difference, Passage

SAME_WITHIN = 0.01
"""Two sums this close in proportion are one sum, rounded."""
LEAST_ALIKE = 0.5
"""Share of words that two quotations have in common when they are renderings of one."""
_BEFORE = frozenset(
    (
        "over",
        "more",
        "than",
        "nearly",
        "almost",
        "about",
        "oltre",
        "più",
        "di",
        "circa",
        "quasi",
        "करीब",
        "लगभग",
    )
)
"""Words that stand before a figure and belong to it for the reader; not to its value."""


def find_differences(passages: Sequence[Passage]) -> tuple[Difference, ...]:
    """The differences between outlets, one of each kind for every two outlets, in order.

    A sum told in another currency is a conversion, and one that a passage tells in two currencies agrees
    with either: no contradiction. Quotations are compared within a language; a translation is no rendering.
    """
    found: dict[tuple[str, str, str], Difference] = {}
    for one, other in combinations(passages, 2):
        if one.outlet == other.outlet:
            continue
        for difference in (*_figures(one, other), *_renderings(one, other)):
            found.setdefault((difference.kind, one.outlet, other.outlet), difference)
    return tuple(found.values())


def find_conversions(passages: Sequence[Passage]) -> tuple[Conversion, ...]:
    """The sums that a passage tells in another currency as well, beside one that it shares with an outlet.

    What an outlet converts in several passages is told of the first.
    """
    found: dict[tuple[str, str, str], Conversion] = {}
    for passage in passages:
        money = read_facts(passage).money
        others = [
            amount
            for other in passages
            if other.outlet != passage.outlet
            for amount in read_facts(other).money
        ]
        shared = next((one for one in money if any(_same(one, other) for other in others)), None)
        if shared is None:
            continue
        converted = next((one for one in money if one.unit != shared.unit), None)
        if converted and len(money) == 2 and not any(_same(converted, other) for other in others):
            one = Conversion(passage, _words(passage, converted), _words(passage, shared))
            found.setdefault((passage.outlet, one.words, one.of), one)
    return tuple(found.values())


def _figures(one: Passage, other: Passage) -> Iterator[Difference]:
    mine, theirs = read_facts(one), read_facts(other)
    pair = _sums_apart(mine, theirs) or _counts_apart(one, other) or _years_apart(mine, theirs)
    if pair:
        yield Difference("figure", one, other, _words(one, pair[0]), _words(other, pair[1]))


def _sums_apart(mine: Facts, theirs: Facts) -> tuple[Amount, Amount] | None:
    """The first sums of one currency that differ, where the two passages share no sum."""
    if any(_same(a, b) for a in mine.money for b in theirs.money):
        return None
    return next(((a, b) for a in mine.money for b in theirs.money if a.unit == b.unit), None)


def _same(one: Amount, other: Amount) -> bool:
    larger = max(abs(one.value), abs(other.value))
    return one.unit == other.unit and abs(one.value - other.value) <= SAME_WITHIN * larger


def _counts_apart(one: Passage, other: Passage) -> tuple[Amount, Amount] | None:
    """Two numbers of the same counted thing (12 dead, 15 morti) that differ, where none is shared."""
    mine, theirs = counted_terms(one), counted_terms(other)
    pairs = [(a, b) for a, thing in mine for b, like in theirs if thing.is_like(like)]
    if not pairs or any(_same(a, b) for a, b in pairs):
        return None
    return pairs[0]


def _years_apart(mine: Facts, theirs: Facts) -> tuple[Amount, Amount] | None:
    """The two years, where each passage names a single one and they differ."""
    if len(mine.years) != 1 or len(theirs.years) != 1 or mine.years[0].value == theirs.years[0].value:
        return None
    return mine.years[0], theirs.years[0]


def _words(passage: Passage, amount: Amount) -> str:
    """The figure as the passage writes it, with a word such as "over" before it."""
    start = amount.start
    before = passage.text[:start].split()
    while before and fold(before[-1]) in _BEFORE:
        start = passage.text.rindex(before.pop(), 0, start)
    return passage.text[start : amount.end]


def _renderings(one: Passage, other: Passage) -> Iterator[Difference]:
    if one.language != other.language:
        return
    for mine in read_facts(one).quotations:
        for theirs in read_facts(other).quotations:
            yield from _rendering(one, mine.inner, other, theirs.inner)


def _rendering(one: Passage, mine: Span, other: Passage, theirs: Span) -> Iterator[Difference]:
    """The difference of two quotations that share most of their words and not all."""
    first, second = (p.text[s.start : s.end].split() for p, s in ((one, mine), (other, theirs)))
    ours, others = ([fold(word.strip(".,;:!?…।")) for word in words] for words in (first, second))
    common = len(set(ours) & set(others))
    if ours == others or common < LEAST_ALIKE * min(len(set(ours)), len(set(others))):
        return
    # Of all that was changed, the shortest exchange shows it best: joyful, happy.
    changes = [
        (i1, i2, j1, j2)
        for tag, i1, i2, j1, j2 in SequenceMatcher(None, ours, others, autojunk=False).get_opcodes()
        if tag == "replace"
    ]
    if changes:
        i1, i2, j1, j2 = min(changes, key=lambda c: c[1] - c[0] + c[3] - c[2])
        yield Difference("rendering", one, other, " ".join(first[i1:i2]), " ".join(second[j1:j2]))
    else:
        yield Difference("rendering", one, other, " ".join(first), " ".join(second))
