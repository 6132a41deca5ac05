"""Clickbait: headlines that tease rather than tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from annotator.model.findings import Finding
from annotator.signals.context import Context
from annotator.signals.lexical import marked
from annotator.text.tokenizing import COUNTED

ENOUGH: Final = 3.0
"""The sum of weights at which a headline counts as clickbait."""
_CAPITALS: Final = re.compile(r"\b[A-Z]{4,}\b")
_LETTER: Final = re.compile(r"[^\W\d_]")
_DOTS: Final = re.compile(r"(?:\.\.\.|…)\s*$")
CHATTY: Final = 0.28
"""From this share of small words on, a headline reads like talk; reports leave small words out."""
FEWEST_FOR_SHARE: Final = 5
MOST_LISTED: Final = 101
"""A list of things at the head of a headline is not longer; a greater number is a figure of the news."""


class _Clue(NamedTuple):
    weight: float
    shown: str
    entry: str


class _Headline(NamedTuple):
    """The headline's words and numbers."""

    keys: list[str]
    """Folded; "" for a name in capitals."""
    words: list[str]
    """As written."""
    digits: bool
    """True when it begins with digits that count something."""


def find(context: Context) -> Iterator[Finding]:
    """At most one finding, spanning the headline.

    Clues are added up: entries of the list, marks and capitals, and how the headline speaks: to the
    reader ("you"), of something it does not name ("this"), as a list, as a question, like talk.
    """
    start, end = context.document.headline
    headline = context.text[start:end]
    if not headline.strip():
        return
    clues = [
        _Clue(m.entry.number, context.text[m.start : m.end], m.entry.phrase)
        for m in context.found("clickbait")
        if start <= m.start and m.end <= end
    ]
    clues += [_Clue(weight, shown, shown) for weight, shown in _marks(headline)]
    clues += _voices(context, _read(context, start, end))
    if sum(clue.weight for clue in clues) >= ENOUGH:
        strongest = sorted(clues, reverse=True)[:3]
        detail = ", ".join(f"“{clue.shown}”" for clue in strongest)
        weight = min(sum(clue.weight for clue in clues) / ENOUGH, 3.0)
        yield marked(start, end, "clickbait", "shape", strongest[0].entry, weight, detail)


def _marks(headline: str) -> Iterator[tuple[float, str]]:
    if "!" in headline:
        yield ENOUGH, "!"
    if ("…" in headline or "..." in headline) and _DOTS.search(headline):
        yield 2.0, "…"
    if not headline.isupper() and len(_CAPITALS.findall(headline)) >= 3:
        yield 1.0, "CAPITALS"


def _read(context: Context, start: int, end: int) -> _Headline:
    tokens = context.document.tokens
    text, starts, ends, kinds = context.text, tokens.starts, tokens.ends, tokens.kinds
    shouted = text[start:end].isupper()
    keys: list[str] = []
    words: list[str] = []
    counts = False
    for at in tokens.between(start, end):
        begin = starts[at]
        # The letters of U.S. and M.I.T. are no pronouns.
        if kinds[at] not in COUNTED or (text[begin + 1 : begin + 2] == "." and _LETTER.match(text, begin)):
            continue
        word = text[begin : ends[at]]
        if not words:
            counts = kinds[at] == 2 and "-" not in tokens.gaps[at + 1]
        # WHO and US, written in capitals among small letters, are names.
        named = not shouted and len(word) > 1 and word.isupper()
        keys.append("" if named else tokens.keys[at])
        words.append(word)
    return _Headline(keys, words, counts and len(words) > 1)


def _voices(context: Context, headline: _Headline) -> Iterator[_Clue]:
    """Clues from how the headline speaks."""
    keys, grammar = headline.keys, context.language.grammar
    if not keys:
        return
    addressed = _first(headline, grammar["headline_you"])
    if addressed:
        yield _Clue(2.0, addressed, "the reader is spoken to")
    ours = _first(headline, grammar["headline_we"])
    if ours:
        yield _Clue(2.0, ours, "the outlet speaks of itself")
    yield from _opening(headline, grammar)
    if keys[0] in grammar["headline_aux"]:
        yield _Clue(1.5, headline.words[0], "a question")
    yield from _listing(context, headline)
    talking = grammar["headline_talk"]
    if not talking.isdisjoint(keys):
        talk = [word for key, word in zip(keys, headline.words, strict=True) if key in talking]
        yield _Clue(min(len(talk), 3), talk[0], "words of talk")
    yield from _chatter(context, keys)


def _first(headline: _Headline, keys: frozenset[str]) -> str:
    """The first word that is one of `keys`, or ""."""
    if keys.isdisjoint(headline.keys):
        return ""
    return next((w for k, w in zip(headline.keys, headline.words, strict=True) if k in keys), "")


def _opening(headline: _Headline, grammar: Mapping[str, frozenset[str]]) -> Iterator[_Clue]:
    """A first word that points at something not named, or asks."""
    keys, words = headline.keys, headline.words
    this, times = grammar["headline_this"], grammar["headline_times"]
    if not this.isdisjoint(keys):
        if keys[0] in this and not (len(keys) > 1 and keys[1] in times):
            yield _Clue(3.0, words[0], "something not named")
        elif any(key in this and keys[at + 1] not in times for at, key in enumerate(keys[:-1])):
            yield _Clue(1.0, _first(headline, this), "something not named")
    if keys[0] in grammar["headline_ask"]:
        yield _Clue(2.0, words[0], "a question")


def _listing(context: Context, headline: _Headline) -> Iterator[_Clue]:
    """A headline that begins with how many things it lists: "21 ways", not "21 dead"."""
    keys, grammar = headline.keys, context.language.grammar
    worded = keys[0] in context.number_words and not headline.words[0][0].isdigit()
    if len(keys) < 3 or not (worded or (headline.digits and _is_small(keys[0]))):
        return
    if any(key in grammar["headline_toll"] for key in keys):
        return
    telling = any(key in grammar["headline_list"] for key in keys[1:])
    yield _Clue((3.0 if telling else 2.0) - worded, " ".join(headline.words[:2]), "a list")


def _is_small(digits: str) -> bool:
    return digits.isdecimal() and 2 <= int(digits) <= MOST_LISTED


def _chatter(context: Context, keys: list[str]) -> Iterator[_Clue]:
    small = context.language.folded("function_words")
    if len(keys) >= FEWEST_FOR_SHARE and sum(map(small.__contains__, keys)) / len(keys) >= CHATTY:
        yield _Clue(1.0, "like talk", "many small words")
