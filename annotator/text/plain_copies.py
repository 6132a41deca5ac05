"""Copies of texts for matching: small letters, no accents, one spelling, and the place of every sign."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

_OTHER = re.compile("[^\x00-\x7f]+")
_DROPPED = re.compile("[\u0300-\u036f\u093c]")
_SAME = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "ँ": "ं", "\u2044": "/"})
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_MOST_KEPT = 20_000


class PlainCopy(NamedTuple):
    """A text made plain, and for each of its signs the place of the sign in the text it was made from."""

    words: str
    places: Sequence[int]
    length: int
    """Of the text it was made from."""

    def start(self, at: int) -> int:
        """Where in the text the sign at this place of the copy stands."""
        return self.places[at]

    def end(self, after: int) -> int:
        """Where in the text the stretch ends that ends before this place of the copy.

        Marks that the copy left out belong to the letter they follow.
        """
        if after >= len(self.words):
            return self.length
        # A letter such as ß is two signs of the copy; a stretch that ends between them holds it whole.
        return max(self.places[after], self.places[after - 1] + 1)


class _Plain(dict[str, str]):
    """What each character looks like in a copy."""

    def __missing__(self, character: str) -> str:
        if len(self) >= _MOST_KEPT:
            self.clear()
        if unicodedata.category(character) == "Cf":
            plain = ""
        else:
            spread = unicodedata.normalize("NFKD", character.translate(_DASHES)).casefold()
            plain = _DROPPED.sub("", spread.translate(_SAME))
        self[character] = plain
        return plain


_PLAIN = _Plain()


def plain_copy(text: str) -> PlainCopy:
    """The text in small letters, without accents, nukta and invisible characters, with straight apostrophes.

    Composed and decomposed spellings, full-width letters and the two spellings of Devanagari letters with
    a dot become one.
    """
    if text.isascii():
        return PlainCopy(text.lower(), range(len(text)), len(text))
    words: list[str] = []
    places: list[int] = []
    at = 0
    for match in _OTHER.finditer(text):
        words.append(text[at : match.start()].lower())
        places.extend(range(at, match.start()))
        for place, character in enumerate(match.group(), match.start()):
            plain = _PLAIN[character]
            words.append(plain)
            places.extend([place] * len(plain))
        at = match.end()
    words.append(text[at:].lower())
    places.extend(range(at, len(text)))
    return PlainCopy("".join(words), places, len(text))


def plain(words: str) -> str:
    """Words as they look in a plain copy."""
    return plain_copy(words).words
