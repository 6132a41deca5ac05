"""Stems: what the inflected forms of one word have in common, cut by endings alone.

Rough on purpose: both the words of a list and those of a text go through the same cut, so a stem need not be
a word. Lists of endings of our own; the published stemmers over-stem Hindi. Further languages name theirs as
`stem_endings` in their `grammar.toml`.
"""

from __future__ import annotations

from functools import cache, lru_cache

from annotator.languages.loading import load_language
from annotator.model.languages import CODES

_ITALIAN = (
    "eranno", "ebbero", "assero", "essero", "issero", "arsene", "mente", "ebbe", "arono", "erono",
    "irono", "avano", "evano", "ivano", "iscono", "iamo", "ando", "endo", "arsi", "ersi", "irsi",
    "arlo", "arla", "erlo", "irlo", "asse", "esse", "isse", "isce", "erà", "irà", "arà", "are", "ere",
    "ire", "ato", "ata", "ati", "ate", "uto", "uta", "uti", "ute", "ito", "ita", "iti", "ite", "ano",
    "ono", "ava", "eva", "iva",
)  # fmt: skip
_HINDI = (
    "ियों", "ियां", "ाओं", "ाएं", "ेंगे", "ेंगी", "ाएगा", "ाएगी", "ेगा", "ेगी", "ाकर", "ाना", "ाने",
    "ाया", "ाई", "ाए", "्स", "कर", "ना", "ने", "नी", "ता", "ते", "ती", "ों", "ें", "ीं", "ये", "या",
    "ी", "े", "ा", "ो", "ि", "ू", "ु", "ए", "ई",
)  # fmt: skip
_LEAST = 3
"""Letters that must be left in a Latin stem."""
_LEAST_HINDI = 2
_VOWELS = "aeiouàèéìòù"


@lru_cache(maxsize=50_000)
def stem(word: str, language: str) -> str:
    """The stem of a folded word; the word itself in a language without endings."""
    if language == "en":
        return _english(word)
    if language == "it":
        return _italian(word)
    if language == "hi":
        return _cut(word, _HINDI, _LEAST_HINDI)
    return _cut(word, _endings(language), _LEAST)


@cache
def _endings(language: str) -> tuple[str, ...]:
    """The endings that a language's own `grammar.toml` names, longest first."""
    named = load_language(language).grammar["stem_endings"] if language in CODES else ()
    return tuple(sorted(named, key=len, reverse=True))


def _cut(word: str, endings: tuple[str, ...], least: int) -> str:
    """The word without the first of these endings that leaves enough of it."""
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)]
    return word


def _english(word: str) -> str:
    if len(word) <= _LEAST:
        return word
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "xes", "ches", "shes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed", "ly"):
        left = word[: -len(ending)]
        if word.endswith(ending) and len(left) >= _LEAST and any(letter in "aeiouy" for letter in left):
            word = left[:-1] if left[-1] == left[-2] and left[-1] not in "lse" else left
            break
    word = word.rstrip("e") if len(word) > _LEAST else word
    return word[:-1] + "i" if word.endswith("y") else word


def _italian(word: str) -> str:
    cut = _cut(word, _ITALIAN, _LEAST)
    if cut != word:
        word = cut
    while len(word) > _LEAST and word[-1] in _VOWELS:
        word = word[:-1]
    # pubblico, pubblici, pubbliche.
    return word.removesuffix("h") if len(word) > _LEAST else word
