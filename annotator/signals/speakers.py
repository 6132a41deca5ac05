"""Speakers set beside their words by a mark alone: "Name: words", or a dash and a name after a quotation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from annotator.languages import Language, load_language
from annotator.model.spans import Span
from annotator.signals.attribution import Cue
from annotator.signals.context import Context
from annotator.signals.lexical import per_language
from annotator.signals.sources import NAMED, NOBODY, UNSEEN, source_at
from annotator.signals.sourcing import SourceFinder

MOST_WORDS: Final = 5
"""A speaker before a colon has no more words than this."""
LONGEST: Final = 60
"""Nor is its colon farther from the line's beginning, in characters."""
FEWEST_SAID: Final = 3
TURNS: Final = 3
"""A name that opens so many lines is a speaker in a transcript; once, it may be the place of a report."""
_DASH: Final = re.compile(r"\s*[―—–]\s*|\s+-{1,2}\s+")


def find_speakers(context: Context, finder: SourceFinder) -> Iterator[Cue]:
    """A cue for each speaker named by a mark, in no order."""
    heads = _heads(context)
    often: Mapping[str, int] = {}
    if len(heads) >= TURNS:
        often = Counter(context.text[line.start : colon] for line, colon in heads)
    for line, colon in heads:
        turns = often.get(context.text[line.start : colon], 0)
        may_be_name = turns >= TURNS or context.document.headline.holds((line.start, colon))
        cue = _before_colon(context, finder, line, colon, may_be_name)
        if cue is not None:
            yield cue
    for quotation in context.document.quotations:
        if quotation.direct:
            cue = _after_dash(context, finder, quotation.span.end)
            if cue is not None:
                yield cue


def _heads(context: Context) -> list[tuple[Span, int]]:
    """The lines with a colon near their beginning, and where it stands."""
    find, heads = context.text.find, []
    colon = find(":")
    for line in context.document.lines:
        start, end = line
        if colon < start:
            # Looked for only when the one before is passed, so that most lines cost one comparison.
            colon = find(":", start) if colon >= 0 else -1
            if colon < 0:
                break
        if colon < end and colon < start + LONGEST:
            heads.append((line, colon))
    return heads


def _before_colon(
    context: Context, finder: SourceFinder, line: Span, colon: int, may_be_name: bool
) -> Cue | None:
    """ "Pat Caddell: Voters worried": a name known from elsewhere in the text, or a noun for a source."""
    tokens = context.document.tokens
    head = tokens.between(line.start, colon)
    if not 1 <= len(head) <= MOST_WORDS:
        return None
    if any(not tokens.keys[at] or tokens.kinds[at] != 1 for at in head):
        return None
    if len(tokens.between(colon + 1, line.end)) < FEWEST_SAID or context.in_furniture(line.start, colon):
        return None
    if not context.saying.isdisjoint(head):
        # "Bini denies every charge: ...": the verb has its own reader.
        return None
    if not _labels(context.language).isdisjoint((tokens.keys[head.start], tokens.keys[head.stop - 1])):
        return None
    source = finder.described(head.start, head.stop)
    if head.stop - 1 in finder.nouns and source.close:
        kind = source.kind
    elif may_be_name and all(tokens.capitals[at] for at in head) and _is_known(context, head.stop - 1):
        kind = NAMED
    else:
        return None
    source = source_at(head.start, head.stop, kind, source.noun, True, True)
    return Cue(line.start, colon + 1, "colon", ":", source, context.document.sentence_at(line.start), "say")


@per_language
def _labels(language: Language) -> frozenset[str]:
    """What opens a line and says what kind of piece follows; sites everywhere write some in English."""
    return language.grammar["labels"] | load_language("en").grammar["labels"]


def _is_known(context: Context, at: int) -> bool:
    """True when the word stands with a capital elsewhere, in running text."""
    return context.document.tokens.keys[at] in context.named()


def _after_dash(context: Context, finder: SourceFinder, end: int) -> Cue | None:
    """“Be brave.” ― Sonya Herridge."""
    dash = _DASH.match(context.text, end)
    if dash is None:
        return None
    tokens = context.document.tokens
    first = tokens.between(dash.end(), dash.end() + 1)
    if not first or not tokens.capitals[first.start]:
        return None
    source = finder.after(first.start, MOST_WORDS)
    if source is NOBODY or source.kind is UNSEEN:
        return None
    start = end + dash.group().index(dash.group().strip())
    return Cue(
        start, tokens.ends[source.last - 1], "dash", dash.group().strip(), source,
        max(context.document.sentence_at(start), 0), "say",
    )  # fmt: skip
