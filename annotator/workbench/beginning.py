"""Which outlet each student meets before all others: as equally often as what they read allows."""

from __future__ import annotations

import random
from collections import Counter, deque
from collections.abc import Mapping, Sequence

Options = Mapping[str, Sequence[str]]
"""The outlets that each rater reads, one of which comes first."""


def choose_beginnings(options: Options, fixed: Counter[str], draw: random.Random) -> dict[str, str]:
    """The first outlet of each rater, chosen so that no other choice spreads them more evenly.

    `fixed` counts the beginnings that stand already. First each rater, in drawn order, takes the outlet taken
    least so far; then, while an outlet is taken two times more than another, one rater after the other moves
    over along the shortest way between the two (augmenting paths, as in bipartite matching).
    """
    taken = Counter(fixed)
    first: dict[str, str] = {}
    raters = sorted(rater for rater, outlets in options.items() if outlets)
    for rater in draw.sample(raters, len(raters)):
        first[rater] = min(sorted(set(options[rater])), key=lambda one: (taken[one], draw.random()))
        taken[first[rater]] += 1
    outlets = sorted({one for row in options.values() for one in row})
    while way := _way_to_even_out(outlets, options, first, taken):
        for rater, outlet in way:
            taken[first[rater]] -= 1
            taken[outlet] += 1
            first[rater] = outlet
    return first


def _way_to_even_out(
    outlets: Sequence[str], options: Options, first: Mapping[str, str], taken: Counter[str]
) -> list[tuple[str, str]]:
    """Who takes which outlet instead, so that one taken too often is taken once less; else nothing."""
    for often in sorted(outlets, key=lambda one: -taken[one]):
        came: dict[str, tuple[str, str]] = {}
        waiting = deque([often])
        while waiting:
            here = waiting.popleft()
            for rater in sorted(one for one, outlet in first.items() if outlet == here):
                for outlet in sorted(set(options[rater]) - came.keys() - {often}):
                    came[outlet] = (rater, here)
                    if taken[outlet] <= taken[often] - 2:
                        return _walk_back(came, often, outlet)
                    waiting.append(outlet)
    return []


def _walk_back(came: Mapping[str, tuple[str, str]], start: str, end: str) -> list[tuple[str, str]]:
    steps: list[tuple[str, str]] = []
    while end != start:
        rater, before = came[end]
        steps.append((rater, end))
        end = before
    return steps
