"""The statements of a story: passages grouped, then put right as people said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotator.alignment.differing import find_conversions, find_differences
from annotator.alignment.facts import figure_key, read_facts
from annotator.alignment.grouping import group
from annotator.alignment.matching import Matcher
from annotator.model.spans import Span
from annotator.model.statements import Correction, Passage, Statement, statement_id

MOST_FIGURES = 3
"""How many ways of writing its figures a statement shows."""


def find_statements(
    passages: Sequence[Passage], matcher: Matcher, corrections: Iterable[Correction] = ()
) -> list[Statement]:
    """What the passages state, in order of each statement's first passage.

    Corrections are applied one after the other on top of what the matcher finds, so they hold whatever it
    finds the next time. One that names a place where no passage is any more does nothing.
    """
    groups = [set(members) for members in group(passages, matcher)]
    touched: set[int] = set()
    for correction in corrections:
        touched |= _apply(correction, passages, groups)
    listed = sorted(sorted(members) for members in groups if members)
    return [_statement([passages[i] for i in members], bool(touched & set(members))) for members in listed]


def _apply(correction: Correction, passages: Sequence[Passage], groups: list[set[int]]) -> set[int]:
    """The passages that were moved; the groups are as the correction wants them."""
    place = _find(passages, correction.article, correction.place)
    if place is None:
        return set()
    mine = next((members for members in groups if place in members), None)
    if mine is None:
        return set()
    if correction.deed == "join":
        other = _find(passages, correction.other, correction.other_place)
        theirs = next((members for members in groups if other in members), None)
        if theirs is None or theirs is mine:
            return set()
        mine |= theirs
        groups.remove(theirs)
        return {place}
    mine.discard(place)
    if correction.deed == "split":
        groups.append({place})
    return {place}


def _find(passages: Sequence[Passage], article: str, span: Span) -> int | None:
    """The place of the passage that shares most with a span of an article, or None."""
    best, most = None, 0
    for place, passage in enumerate(passages):
        if passage.article == article:
            shared = min(passage.end, span.end) - max(passage.start, span.start)
            if shared > most:
                best, most = place, shared
    return best


def _statement(passages: list[Passage], corrected: bool) -> Statement:
    return Statement(
        statement_id(passages[0]),
        tuple(passages),
        find_differences(passages),
        _figures(passages),
        corrected,
        find_conversions(passages),
    )


def _figures(passages: Sequence[Passage]) -> tuple[str, ...]:
    """The sums and large numbers that two outlets or more name, each in the different ways they write it."""
    written: dict[str, dict[str, str]] = {}
    for passage in passages:
        facts = read_facts(passage)
        for amount in (*facts.money, *facts.numbers, *facts.years):
            if figure_key(amount) in facts.anchors:
                words = " ".join(passage.text[amount.start : amount.end].split())
                written.setdefault(figure_key(amount), {}).setdefault(passage.outlet, words)
    shared = [ways for ways in written.values() if len(ways) > 1]
    return tuple(dict.fromkeys(words for ways in shared for words in ways.values()))[:MOST_FIGURES]
