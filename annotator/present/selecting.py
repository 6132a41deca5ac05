"""Selecting words of an article step by step: by word, sentence and paragraph."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.model.spans import Span
from annotator.text.segmenting import split_lines, split_sentences

_RUN = re.compile(r"\S+")
_NEAR = 4_000


@dataclass(frozen=True, slots=True)
class Selection:
    """Selected words: they run from `anchor`, where selecting began, to `head`, which moves."""

    anchor: Span
    head: Span

    @property
    def span(self) -> Span:
        """All that is selected."""
        return Span(min(self.anchor.start, self.head.start), max(self.anchor.end, self.head.end))


def select(start: int, end: int) -> Selection:
    """A selection of `text[start:end]`."""
    return Selection(Span(start, end), Span(start, end))


def word_at(text: str, offset: int) -> Span:
    """The word at `offset`, or the next one after it, or the last one; without signs around it."""
    begin = offset
    while begin > 0 and not text[begin - 1].isspace():
        begin -= 1
    for match in _RUN.finditer(text, begin):
        word = _bare(text, *match.span())
        if word.end > offset:
            return word
    return _last_word(text, len(text))


def next_word(text: str, offset: int) -> Span:
    """The first word that begins at or after `offset`; the last word of the text where none does."""
    for match in _RUN.finditer(text, offset):
        word = _bare(text, *match.span())
        if word.start < word.end:
            return word
    return _last_word(text, len(text))


def previous_word(text: str, offset: int) -> Span:
    """The last word that ends at or before `offset`; the first word of the text where none does."""
    word = _last_word(text, offset)
    return word if word.end else next_word(text, 0)


def _last_word(text: str, before: int) -> Span:
    while before > 0:
        while before > 0 and text[before - 1].isspace():
            before -= 1
        start = before
        while start > 0 and not text[start - 1].isspace():
            start -= 1
        word = _bare(text, start, before)
        if word.start < word.end:
            return word
        before = start
    return Span(0, 0)


def _bare(text: str, start: int, end: int) -> Span:
    while start < end and _is_sign(text[start]):
        start += 1
    while end > start and _is_sign(text[end - 1]):
        end -= 1
    return Span(start, end)


def _is_sign(character: str) -> bool:
    return character not in "%$€£₹" and unicodedata.category(character)[0] in "PSC"


def move(text: str, selection: Selection, step: int) -> Selection:
    """One word selected, after (`step` 1) or before (-1) what was selected."""
    span = selection.span
    word = next_word(text, span.end) if step > 0 else previous_word(text, span.start)
    return Selection(word, word)


def stretch(text: str, selection: Selection, step: int) -> Selection:
    """The selection with its moving end one word further on (1) or back (-1)."""
    head = selection.head
    word = next_word(text, head.end) if step > 0 else previous_word(text, head.start)
    return Selection(selection.anchor, word)


def whole_sentences(text: str, language: str, selection: Selection) -> Selection:
    """The selection widened to whole sentences; where it is whole already, the next sentence too."""
    return _widen(selection, split_sentences(text, language, _lines_near(text, selection.span)))


def whole_paragraphs(text: str, selection: Selection) -> Selection:
    """The selection widened to whole paragraphs; where it is whole already, the next paragraph too."""
    return _widen(selection, _lines_near(text, selection.span))


def _lines_near(text: str, span: Span) -> tuple[Span, ...]:
    start = text.rfind("\n", 0, span.start) + 1
    # One paragraph more than the selection touches, so that it can grow.
    end = text.find("\n", min(len(text), span.end + _NEAR))
    near = split_lines(text[start : end if end >= 0 else len(text)])
    return tuple(Span(line.start + start, line.end + start) for line in near)


def _widen(selection: Selection, parts: Sequence[Span]) -> Selection:
    span = selection.span
    touched = [at for at, part in enumerate(parts) if part.start < span.end and span.start < part.end]
    if not touched:
        return selection
    first, last = touched[0], touched[-1]
    if (parts[first].start, parts[last].end) == span and last + 1 < len(parts):
        last += 1
    return Selection(Span(parts[first].start, parts[last].end), parts[last])
