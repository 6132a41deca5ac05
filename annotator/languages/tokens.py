"""Where words begin and end, in any script: letters with their combining marks."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

MARKS: Final = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20f0\ufe20-\ufe2f"
)
"""Combining marks and joiners, for a character class, outside the Indic blocks."""

# The Indic blocks hold letters, vowel signs and digits; the two dandas end sentences. Python's own
# `\w` calls vowel signs no part of a word and would tear Hindi words. The soft hyphen is invisible.
WITHIN: Final = f"\\w{MARKS}\u0900-\u0963\u0966-\u0dff\u00ad"
LETTER: Final = "[^\\W\\d_]|[\u0900-\u0963\u0970-\u0dff]"
NUMBER: Final = r"\d+(?:[.,]\d+)*"
BREAK: Final = r"[.!?;:()\[\]{}|…।॥•\n]"
SYMBOL: Final = "[\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff$€£₹%&@#+]|:-?[()DPp]|;-?\\)|<3"

# A word is a run of word characters that begins with no digit or underscore; a run of them after an
# apostrophe goes on with it, as the language has it.
_RUN: Final = f"(?!\\d|_)[{WITHIN}]+"
_WORDS = {
    # won't is one word, TikTok's is two: TikTok + 's
    "en": rf"{_RUN}(?:['’](?![sS](?![{WITHIN}]))(?!\d|_)[{WITHIN}]+)*|['’][sS](?![{WITHIN}])",
    # dell'azienda is two words: dell' + azienda
    "it": rf"{_RUN}['’]?",
}
_PLAIN: Final = rf"{_RUN}(?:['’]{_RUN})?"


@cache
def token_pattern(language: str) -> re.Pattern[str]:
    """The pattern that finds tokens of a text: words, numbers, signs, and marks over which no phrase runs.

    Group 1 is a word, group 2 a number, group 3 a sign that can be an entry (emoji, currency);
    anything else matched is a break. Linear in the text's length.
    """
    word = _WORDS.get(language, _PLAIN)
    return re.compile(rf"({word})|({NUMBER})|({SYMBOL})|{BREAK}")


@cache
def token_splitter(language: str) -> re.Pattern[str]:
    """The same tokens as one group, for `split`: gap, token, gap, token, ..., gap.

    The signs that most gaps are made of are turned away at once, and words in plain letters before the
    commonest signs are taken first: that makes it a third faster.
    """
    word = _WORDS.get(language, _PLAIN)
    plain = r"[A-Za-z]++(?=[ ,.\n])|" if language in _WORDS else ""
    return re.compile(rf"((?=[^ ,\"“”‘])(?:{plain}{word}|{NUMBER}|{SYMBOL}|{BREAK}))")


def kind_of(token: str) -> int:
    """1 for a word, 2 for a number, 3 for a sign, 0 for a break; of a token that a pattern here found."""
    first = token[0]
    if first.isdecimal():
        return 2
    if first.isalpha() or re.match(f"[{WITHIN}'’]", first):
        return 1
    return 3 if re.match(SYMBOL, token) else 0
