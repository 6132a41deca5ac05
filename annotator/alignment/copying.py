"""Texts that are largely one text: shared runs of words, after Broder (1997), who calls them shingles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from zlib import crc32

from annotator.text import Tokens

RUN = 5
"""Words in a run."""
LEAST_SHARE = 0.5
"""Of the shorter text's runs, how many must stand in the other for the two to count as copies."""
_FEWEST = 20
"""Runs that a text must have: two short notices share much by chance."""
_KEPT = 4
"""Of all runs every fourth is kept, by its hash: the same ones in every text."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Two texts that share much."""

    one: str
    other: str
    share: float
    """Of the shorter text's runs of five words, the share that stands in the other: 0..1."""


def find_copies(texts: Mapping[str, tuple[str, str]]) -> list[Copy]:
    """The pairs of texts (by key; text and language) that are largely the same, the most alike first."""
    runs = {key: _runs(text, language) for key, (text, language) in texts.items()}
    holders: dict[int, list[str]] = defaultdict(list)
    for key, held in runs.items():
        for run in held:
            holders[run].append(key)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for keys in holders.values():
        # A run in very many texts is page furniture, not a copy.
        if 1 < len(keys) <= 50:
            for place, one in enumerate(keys):
                for other in keys[place + 1 :]:
                    shared[one, other] += 1
    found = []
    for (one, other), number in shared.items():
        fewest = min(len(runs[one]), len(runs[other]))
        if fewest * _KEPT >= _FEWEST and number / fewest >= LEAST_SHARE:
            found.append(Copy(one, other, number / fewest))
    return sorted(found, key=lambda copy: (-copy.share, copy.one, copy.other))


def _runs(text: str, language: str) -> frozenset[int]:
    words = [key for key in Tokens(text, language).keys if key]
    hashes = (crc32(" ".join(words[at : at + RUN]).encode()) for at in range(len(words) - RUN + 1))
    return frozenset(one for one in hashes if one % _KEPT == 0)
