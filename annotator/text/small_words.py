"""The small words of a text, found once for all signals that look for some of them."""

from __future__ import annotations


class SmallWords:
    """Where the small words of a text stand that signals look for: gone through once, whoever asks."""

    def __init__(self, keys: list[str], watched: frozenset[str]) -> None:
        self._keys = keys
        self._places = [at for at, key in enumerate(keys) if key in watched]

    def where(self, words: frozenset[str]) -> list[int]:
        """The tokens whose key is one of `words`, of those that the language watches, in order."""
        keys = self._keys
        return [at for at in self._places if keys[at] in words] if words else []
