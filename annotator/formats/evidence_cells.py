"""Several quotes in one cell of a table, without losing where one ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from annotator.model.judgements import Evidence
from annotator.model.spans import Span

SEPARATOR = " | "
_SPAN_SEPARATOR = ";"
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_PARTS = re.compile(r"(?:\\.|[^\\|])*", re.DOTALL)
_SPAN = re.compile(r"([0-9]+)-([0-9]+)")


def join_quotes(quotes: Iterable[str]) -> str:
    """The quotes with ` | ` between them; a `|` or backslash inside one has a backslash before it."""
    return SEPARATOR.join(quote.replace("\\", "\\\\").replace("|", "\\|") for quote in quotes)


def split_quotes(cell: str) -> list[str]:
    """The quotes that `join_quotes` made this cell from; none for an empty cell."""
    if not cell:
        return []
    parts, at = [], 0
    while at <= len(cell):
        found = _PARTS.match(cell, at)
        part = found[0] if found else ""
        parts.append(part)
        at += len(part) + 1
    last = len(parts) - 1
    trimmed = (_trim(part, first=i == 0, last=i == last) for i, part in enumerate(parts))
    return [_ESCAPED.sub(r"\1", part) for part in trimmed]


def join_spans(evidence: Iterable[Evidence]) -> str:
    """The places of the quotes as `12-34;50-61`: code points, the end not included."""
    return _SPAN_SEPARATOR.join(f"{each.start}-{each.end}" for each in evidence)


def split_spans(cell: str) -> list[Span]:
    """The spans that `join_spans` wrote; raises `ValueError` for anything else."""
    spans = []
    for part in cell.split(_SPAN_SEPARATOR) if cell.strip() else ():
        found = _SPAN.fullmatch(part.strip())
        if found is None:
            raise ValueError(part)
        spans.append(Span(int(found[1]), int(found[2])))
    return spans


def quoted(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The pieces of evidence that cite words."""
    return [each for each in evidence if not each.absent]


def absent(evidence: Sequence[Evidence]) -> list[str]:
    """The reasons of the pieces of evidence that say why nothing can be quoted."""
    return [each.absent for each in evidence if each.absent]


def _trim(part: str, *, first: bool, last: bool) -> str:
    """The part without the blanks that belong to the separators around it."""
    part = part if first else part.removeprefix(" ")
    return part if last else part.removesuffix(" ")
