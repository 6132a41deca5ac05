"""Italian numbers written as one word: duecentocinquantamila."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

Compound = Callable[[str], Decimal | None]
"""Gives the value of a number written as one word, or None."""

_LONGEST_WORD = 70
_SCALES = {"billions": 10**9, "millions": 10**6, "thousands": 1000, "rest": 1}


def italian_compounds(small: Mapping[str, int]) -> Compound:
    """A function that reads compound number words, made from the words for 1 to 99."""
    words = "|".join(sorted(small, key=len, reverse=True))
    # Before otto and ottanta, cento loses its o.
    below_thousand = rf"(?:(?:{words})?cent(?:o|(?=ott)))?(?:{words})?"
    whole = re.compile(
        rf"(?:(?P<billions>{below_thousand})miliard[oi])?(?:(?P<millions>{below_thousand})milion[ei])?"
        rf"(?:(?P<thousands>{below_thousand})(?:mila|mille))?(?P<rest>{below_thousand})"
    )
    part = re.compile(rf"(?:(?P<hundreds>{words})?(?P<cent>cento?))?(?P<rest>{words})?")

    def read(word: str) -> Decimal | None:
        match = whole.fullmatch(word) if len(word) <= _LONGEST_WORD and word.isalpha() else None
        if match is None:
            return None
        total = 0
        for name, scale in _SCALES.items():
            if match[name] or (match[name] is not None and scale > 1):
                total += (_small(part, match[name], small) or 1) * scale
        return Decimal(total) if total else None

    return read


def _small(part: re.Pattern[str], word: str, small: Mapping[str, int]) -> int:
    match = part.fullmatch(word)
    if match is None:
        return 0
    hundreds = small.get(match["hundreds"] or "", 1) * 100 if match["cent"] else 0
    return hundreds + small.get(match["rest"] or "", 0)
