"""Lines and sentences of a text, as exact spans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final
from unicodedata import normalize

from annotator.languages import CODES, load_language
from annotator.languages.folding import fold
from annotator.model.spans import Span

CLOSERS: Final = "\"”’'»)\\]"
OPENERS: Final = "\"“‘'«(\\[¿¡"
# A run of end marks with what closes after it. It begins with one sign of a set, which is looked for
# several times as fast as a run.
_END: Final = re.compile(rf"[.!?…।॥][.!?…।॥]*[{CLOSERS}]*")
_OPENING: Final = re.compile(r".*[(\[“\"«‘]", re.DOTALL)
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.)+$")
_NUMBERING: Final = re.compile(r"[\s(]*(?:\d{1,3}|[^\W\d_])\.$")
_NEXT_WORD: Final = re.compile(rf"[\s{OPENERS}]*(\w+)")
_LONGEST_WORD: Final = 30
"""How far back the word before a full stop is looked for; abbreviations are short."""


def split_lines(text: str) -> tuple[Span, ...]:
    """The lines that hold more than white space, without the white space at either end."""
    return tuple(iterate_lines(text))


def iterate_lines(text: str) -> Iterator[Span]:
    """The same one after the other, for those who need only the first few."""
    offset = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            start = offset + line.index(stripped[0])
            yield Span(start, start + len(stripped))
        offset += len(line)


def split_sentences(text: str, language: str, lines: tuple[Span, ...]) -> tuple[Span, ...]:
    """The sentences of each line, without the white space between them; no sentence crosses a line.

    A full stop ends a sentence unless it belongs to an abbreviation, an initial, a numbering or is
    followed by a small letter; the danda always does. Closing quotes and brackets belong to the
    sentence they close. A rule of our own; no published segmenter keeps offsets in all our languages.
    """
    sentences: list[Span] = []
    for line in lines:
        start = line.start
        for match in _END.finditer(text, line.start, line.end):
            end = match.end()
            if end < line.end and not _ends_here(text, match.start(), end, line, language):
                continue
            sentences.append(Span(start, end))
            start = end
            while start < line.end and text[start].isspace():
                start += 1
        if start < line.end:
            sentences.append(Span(start, line.end))
    return tuple(sentences)


def _ends_here(text: str, mark: int, end: int, line: Span, language: str) -> bool:
    if text[mark] in "।॥":
        return True
    if not text[end].isspace():
        return False
    following = _NEXT_WORD.match(text, end, line.end)
    if following is None:
        return text[mark] != "."
    first = following.group(1)[0]
    if first.islower():
        return False
    if text[mark] != "." or text[mark : mark + 2] == "..":
        return True
    if mark - line.start <= 6 and _NUMBERING.fullmatch(text[line.start : mark + 1]):
        return False
    # The mark is no white space, so the last piece is the word it stands behind.
    word = text[max(line.start, mark - _LONGEST_WORD) : mark + 1].rsplit(None, 1)[-1]
    opening = _OPENING.match(word)
    word = normalize("NFC", word[opening.end() :] if opening else word)
    if word[1:2] == "." and _INITIALS.fullmatch(word) and (len(word) > 2 or word[0].isupper()):
        # "U.S. The court": an acronym may end a sentence, a single initial does not.
        return len(word) > 2 and fold(following.group(1)) in _starters(language)
    return fold(word) not in _abbreviations(language)


@cache
def _starters(language: str) -> frozenset[str]:
    """Words that begin a sentence after an acronym."""
    return load_language(language if language in CODES else "en").grammar["starters"]


@cache
def _abbreviations(language: str) -> frozenset[str]:
    return load_language(language if language in CODES else "en").folded("abbreviations")
