"""An article's text in pieces for HTML: every piece knows what marks lie over it, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.model.findings import Finding
from annotator.present.showing import shown
from annotator.signals import card, explain
from annotator.translating import _
from annotator.workbench.reporting import ReportedArticle

_SHAPING = re.compile("([\u200c\u200d])")
"""Joiners: a browser needs them to shape Hindi, a terminal cannot have them."""
_LINE = re.compile("[^\n]+")
_WHOLE = ("sentence", "line", "headline")


class Piece(NamedTuple):
    """Words with the same marks over all of them."""

    text: str
    marks: tuple[str, ...]
    """What lies over them, the longest first: `evidence` or a signal's id."""
    letters: tuple[tuple[str, str], ...]
    """Letter and signal of each finding that begins here."""
    numbers: tuple[int, ...]
    """Of the evidence that begins here."""
    why: str


class Paragraph(NamedTuple):
    """A line of the text."""

    pieces: tuple[Piece, ...]
    headline: bool


class _Mark(NamedTuple):
    start: int
    end: int
    name: str
    letter: str
    number: int
    why: str


def printable(text: str) -> str:
    """The text as a page may show it: control and direction characters as visible signs, joiners kept."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(part if _SHAPING.fullmatch(part) else shown(part) for part in _SHAPING.split(text))


def reasons(told: ReportedArticle) -> list[tuple[Finding, str, str, str]]:
    """Every finding with its letter, its words and why it is there, in the order of the text."""
    if told.analysis is None:
        return []
    return [
        (
            one,
            card(one.signal).letter,
            printable(" ".join(told.view.quote(one.start, one.end).split())),
            printable(told.view.shown(explain(one, told.article.text))),
        )
        for one in told.analysis.findings
    ]


def paragraphs(told: ReportedArticle) -> list[Paragraph]:
    """The text line by line, empty lines left away."""
    marks = _marks(told)
    text = told.view.text_shown
    found = []
    for line in _LINE.finditer(text):
        if not line.group().strip():
            continue
        own = [one for one in marks if one.start < line.end() and line.start() < one.end]
        headline = told.article.headline.overlaps((line.start(), line.end()))
        found.append(Paragraph(tuple(_pieces(text, line.start(), line.end(), own)), headline))
    return found


def _marks(told: ReportedArticle) -> list[_Mark]:
    """All marks, those that span the most first, so that they become the outer ones."""
    found = [
        _Mark(one.start, one.end, "evidence", "", number, _("cited"))
        for number, one in enumerate((each for each in told.cited if not each.absent), 1)
    ]
    for one, letter, _quote, why in reasons(told):
        found.append(_Mark(one.start, one.end, one.signal, letter, 0, why))
    return sorted(found, key=_rank)


def _rank(mark: _Mark) -> tuple[int, int, int]:
    if mark.name == "evidence":
        return 0, mark.start - mark.end, mark.start
    return 1 if card(mark.name).kind in _WHOLE else 2, mark.start - mark.end, mark.start


def _pieces(text: str, start: int, end: int, marks: Sequence[_Mark]) -> Iterator[Piece]:
    edges = {start, end}
    for one in marks:
        edges |= {max(one.start, start), min(one.end, end)}
    cuts = sorted(edges)
    for left, right in zip(cuts, cuts[1:], strict=False):
        over = [one for one in marks if one.start <= left and right <= one.end]
        begun = [one for one in over if max(one.start, start) == left]
        yield Piece(
            printable(text[left:right]),
            tuple(dict.fromkeys(one.name for one in over)),
            tuple(dict.fromkeys((one.letter, one.name) for one in begun if one.letter)),
            tuple(one.number for one in begun if one.number and one.start >= start),
            "\n".join(f"{one.letter}: {one.why}" for one in over if one.letter),
        )
