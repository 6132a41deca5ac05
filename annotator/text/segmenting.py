"""Lines and sentences of a text, as exact spans."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Final
from unicodedata import normalize

from annotator.languages import CODES, load_language
from annotator.languages.folding import fold
from annotator.model.spans import Span

CLOSERS: Final = "\"”’'»)]"
OPENERS: Final = "\"“‘'«(\\[¿¡"
_END_MARKS: Final = ".!?…।॥"
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
            yield span_at(start, start + len(stripped))
        offset += len(line)


def split_sentences(text: str, language: str, lines: tuple[Span, ...]) -> tuple[Span, ...]:
    """The sentences of each line, without the white space between them; no sentence crosses a line.

    A full stop ends a sentence unless it belongs to an abbreviation, an initial, a numbering or is
    followed by a small letter; the danda always does. Closing quotes and brackets belong to the
    sentence they close. A rule of our own; no published segmenter keeps offsets in all our languages.
    """
    if not lines:
        return ()
    sentences: list[Span] = []
    marks = places_of(_END_MARKS, text, lines[0].start, lines[-1].end)
    marks.append(len(text))
    number = 0
    for line in lines:
        start, line_end = line
        # Lines between these may have been left out.
        number = bisect_left(marks, start, number)
        while marks[number] < line_end:
            mark = marks[number]
            # A run of end marks with what closes after it.
            end = mark + 1
            number += 1
            while marks[number] == end and end < line_end:
                end += 1
                number += 1
            while end < line_end and text[end] in CLOSERS:
                end += 1
            if end < line_end and not _ends_here(text, mark, end, line, language):
                continue
            sentences.append(span_at(start, end))
            start = end
            while start < line_end and text[start].isspace():
                start += 1
        if start < line_end:
            sentences.append(span_at(start, line_end))
    return tuple(sentences)


def span_at(start: int, end: int) -> Span:
    """As `Span(...)` does, at a fraction of its cost."""
    return tuple.__new__(Span, (start, end))


def places_of(marks: str, text: str, start: int, end: int) -> list[int]:
    """Where any of the marks stands in `text[start:end]`, in order.

    A search for each of them is quicker than a look at every letter.
    """
    places: list[int] = []
    for mark in marks:
        at = text.find(mark, start, end)
        while at >= 0:
            places.append(at)
            at = text.find(mark, at + 1, end)
    places.sort()
    return places


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
