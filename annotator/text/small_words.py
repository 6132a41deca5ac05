"""The small words of a text, found once for all signals that look for some of them."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import compress


class SmallWords:
    """Where the small words of a text stand that signals look for: gone through once, whoever asks."""

    def __init__(self, keys: Sequence[str], watched: Set[str]) -> None:
        self._keys = keys
        self._places = list(compress(range(len(keys)), map(watched.__contains__, keys)))

    def where(self, words: Set[str]) -> list[int]:
        """The tokens whose key is one of `words`, of those that the language watches, in order."""
        keys = self._keys
        return [at for at in self._places if keys[at] in words] if words else []
