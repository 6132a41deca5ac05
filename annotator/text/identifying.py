"""Which language a text is in: by script and by function words; it may answer "other"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from annotator.languages import CODES, OTHER, load_language
from annotator.languages.folding import fold
from annotator.languages.tokens import WITHIN
from annotator.model.spans import Span
from annotator.text.segmenting import split_lines

_DEVANAGARI = re.compile("[\u0904-\u0939\u0958-\u0961]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
# Without apostrophes, so that one pass serves all languages: dell'azienda is dell and azienda.
_WORD = re.compile(rf"(?!\d|_)[{WITHIN}]+")
_SAMPLE = 20_000
FEWEST_WORDS = 8
"""Words that a paragraph must have to be told apart."""
SHARED, FOREIGN = "shared", "foreign"
"""Values of function words that do not tell a language: neighbours have the word, too ("que" is Spanish and
French); or only neighbours have it, so that it speaks against the language."""
LEAST_SHARE = 0.12
"""The least share of words that must be function words of a language, for a text of more than a few words."""


def identify_language(text: str) -> str:
    """One of `CODES` or `other`, from the text's first 20,000 characters.

    Devanagari with Hindi function words is Hindi (Marathi and Nepali are not); Latin script goes to the
    language whose function words are most frequent, if they are frequent enough and clearly ahead.
    """
    sample = text[:_SAMPLE]
    devanagari, latin = len(_DEVANAGARI.findall(sample)), len(_LATIN.findall(sample))
    if not devanagari and not latin:
        return OTHER
    script = _DEVANAGARI if devanagari > latin / 2 else _LATIN
    words = [fold(word) for word in _WORD.findall(sample)]
    shares = {code: _share(words, code) for code in CODES if any(map(script.match, _function_words(code)[0]))}
    best = max(shares, key=lambda code: shares[code])
    rest = max((share for code, share in shares.items() if code != best), default=0.0)
    return best if shares[best] >= LEAST_SHARE and shares[best] > rest * 1.2 else OTHER


def identify_paragraphs(text: str) -> tuple[tuple[Span, str], ...]:
    """The paragraphs of eight words or more, each with its language; shorter lines tell too little."""
    lines = (line for line in split_lines(text) if len(text[line.start : line.end].split()) >= FEWEST_WORDS)
    return tuple((line, identify_language(text[line.start : line.end])) for line in lines)


def _share(words: Sequence[str], code: str) -> float:
    telling, foreign = _function_words(code)
    found = sum(map(telling.__contains__, words)) - sum(map(foreign.__contains__, words))
    return found / len(words) if words else 0.0


@cache
def _function_words(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """The function words that tell a language, and those that tell a neighbour."""
    entries = load_language(code).entries("function_words")
    telling = (fold(entry.phrase) for entry in entries if entry.value not in (SHARED, FOREIGN))
    foreign = (fold(entry.phrase) for entry in entries if entry.value == FOREIGN)
    return frozenset(telling), frozenset(foreign)
