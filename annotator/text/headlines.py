"""Where the headline of a plain text stands."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from annotator.model.spans import Span
from annotator.text.segmenting import iterate_lines

_LOOK_AT: Final = 8
_LEAST_WORDS: Final = 4
_LONGEST: Final = 300
_NUMBERED: Final = re.compile(r"\d{1,2}[.)]\s")


def find_headline(text: str) -> Span:
    """The first line that reads like a headline: four words or more, not numbered, not overlong.

    Where none of the first lines does, the first line, if it is short; else an empty span.
    """
    first = Span(0, 0)
    for line in islice(iterate_lines(text[: _LOOK_AT * 1_000]), _LOOK_AT):
        words = text[line.start : line.end]
        first = first if first.end else line
        if _NUMBERED.match(words) or len(words) > _LONGEST:
            continue
        if len(words.split()) >= _LEAST_WORDS:
            return line
    return first if first.end - first.start <= _LONGEST else Span(0, 0)
