"""Keys under which spellings of one word meet: case, accents typed two ways, quotes, nukta."""

from __future__ import annotations

import re
import unicodedata
from sys import intern
from typing import Final

_JOINERS: Final = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_STRAIGHT: Final = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "＇": "'"})
_NUKTA: Final = "\u093c"
_DEVANAGARI: Final = re.compile("[\u0900-\u097f]")
# A nasal consonant before a stop of its own row is written out or as a dot: हिन्दी, हिंदी.
_NASALS: Final = re.compile("ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])")
_MOST_KEPT: Final = 50_000


class _Keys(dict[str, str]):
    """The keys of all spellings met so far; emptied when there are very many."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_KEPT:
            self.clear()
        # One object for one key: look-ups then need no comparison of letters.
        key = self[word] = intern(_fold(word))
        return key


_KEYS: Final = _Keys()


def fold(word: str) -> str:
    """The key of a word: equal for all spellings that a reader takes for the same word.

    Composition (NFC or NFD), letter case, curly or straight apostrophes and invisible joiners do not
    matter; in Devanagari neither do the nukta, chandrabindu against anusvara, and a nasal written as
    half letter or as dot. An apostrophe at the end is dropped (`dell'` and `dell`).
    """
    return _KEYS[word]


def _fold(word: str) -> str:
    if word.isascii():
        return word.lower().rstrip("'")
    word = word.translate(_JOINERS).translate(_STRAIGHT)
    if _DEVANAGARI.search(word):
        word = unicodedata.normalize("NFD", word).replace(_NUKTA, "").replace("ँ", "ं")
        word = _NASALS.sub("ं", word)
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", word).casefold()).rstrip("'")
