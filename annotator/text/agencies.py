"""The agency that a text credits itself to: `ROMA (ANSA) -`, `(Reuters)`, `— With inputs from PTI`, `भाषा`.

Only places of credit count: a dateline, brackets that hold nothing else, a line of its own, a byline.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from annotator.model.articles import UNKNOWN
from annotator.model.spans import Span
from annotator.text.segmenting import split_lines

_LINES = 12
"""How many lines from the beginning and from the end are looked at."""
_SHORT = 60
"""Letters that a line of credit may have."""
_WITH = (
    r"(?:with (?:inputs?|reporting|additional reporting|files|agency inputs) (?:from|by)|source|fonte|"
    r"credits?|"
    r"agency|agencies|agenzia|by|di|con (?:informazioni|dati) (?:da|di)|redazione(?: e)?|स्रोत|सौजन्य|"
    r"एजेंसी|इनपुट)"
)


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency named in a place of credit."""

    agency: str
    span: Span
    """Where it is named; empty when only the byline names it."""


def find_credits(text: str, byline: str = UNKNOWN) -> tuple[Credit, ...]:
    """The agencies that a text or its byline credits, in order, each once."""
    found: dict[str, Credit] = {}
    lines = split_lines(text)
    looked_at = lines if len(lines) <= 2 * _LINES else [*lines[:_LINES], *lines[-_LINES:]]
    patterns = _patterns()
    for line in looked_at:
        words = text[line.start : line.end]
        for pattern in patterns if len(words) <= _SHORT else patterns[:2]:
            for match in pattern.finditer(words):
                agency = _names()[match["agency"].casefold()]
                start = line.start + match.start("agency")
                found.setdefault(agency, Credit(agency, Span(start, start + len(match["agency"]))))
    if byline != UNKNOWN:
        for part in re.split(r"[,;/&]| and | e | और ", byline):
            agency = _names().get(part.strip().casefold(), "")
            if agency:
                found.setdefault(agency, Credit(agency, Span(0, 0)))
    return tuple(found.values())


@cache
def _names() -> dict[str, str]:
    """Every form of every agency, without case, to its name."""
    forms: dict[str, str] = {}
    for line in Path(__file__).with_name("agencies.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, told = line.partition(" | ")
            forms |= {form.strip().casefold(): name for form in told.split(",")}
    return forms


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Brackets and datelines, which stand in lines of any length; then credits in short lines."""
    forms = "|".join(re.escape(form) for form in sorted(_names(), key=len, reverse=True))
    agency = rf"(?P<agency>{forms})"
    edge = r"(?![\w\u0900-\u0963])"
    return (
        # ROMA (ANSA) - ; NEW DELHI, 3 March (PTI): ; (Reuters) - ; at the end of a text: ... (AFP)
        re.compile(rf"[(\[]\s*{agency}(?:\s*[-/+]\s*\w+)?\s*[)\]]", re.I),
        # नई दिल्ली, 3 मार्च (भाषा) is the form above; ANSA, Roma - and AP — at a line's start:
        re.compile(rf"^{agency}\s*[-–—:]\s", re.I),
        re.compile(rf"^\W*(?:{_WITH}\s*[:\-–—]?\s*)?{agency}{edge}(?:\s*[/+,&]\s*[\w .]+)?\W*$", re.I),
    )
