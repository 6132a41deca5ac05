"""Forms of a word, made by the inflection classes that a language's `inflection.toml` declares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Endings = Mapping[str, Sequence[str]]
"""For one class: what replaces the longest matching ending of a word."""


def inflect(word: str, endings: Endings) -> tuple[str, ...]:
    """All forms of `word` in a class, the word itself first.

    The longest ending of the class that the word has is taken off and each replacement put on.
    A word with none of the endings stays alone.
    """
    for cut in range(len(word) + 1):
        replacements = endings.get(word[cut:])
        if replacements is not None:
            stem = word[:cut]
            return tuple(dict.fromkeys([word, *(stem + ending for ending in replacements)]))
    return (word,)
