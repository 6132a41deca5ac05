"""Signals that are mostly a word list: loaded words, praise, hedges."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from annotator.model.findings import Finding
from annotator.signals.context import Context, Match

MILD = 1.0
"""Entries of this weight are often neutral and need support from their sentence."""
NEGATION_REACH = 3


def find_entries(context: Context, name: str, support: Counter[int]) -> Iterator[Finding]:
    """Findings of one list in the outlet's own voice.

    Left out: direct speech, page furniture, names. An entry of weight 1 fires only in a sentence that
    `support` (sentence -> number of marks in it, itself included) gives at least one further mark.
    """
    for match in context.found(name):
        if is_spoken(context, match) or context.is_name(match):
            continue
        mild = match.entry.number <= MILD
        if mild and support[context.sentence_of(match)] < 2:
            continue
        yield Finding(
            match.start,
            match.end,
            name,
            "mild" if mild else "entry",
            match.entry.phrase,
            match.entry.number,
            match.entry.note,
        )


def is_spoken(context: Context, match: Match) -> bool:
    """True when the words are not the outlet's: somebody's speech, or page furniture."""
    return context.in_speech(match.start, match.end) or context.in_furniture(match.start, match.end)


def supported(context: Context, *names: str) -> Counter[int]:
    """For each sentence, how many entries of the named lists it has in the outlet's voice; strong ones count twice."""
    support: Counter[int] = Counter()
    for name in names:
        for match in context.found(name):
            if not is_spoken(context, match) and not context.is_name(match):
                support[context.sentence_of(match)] += 2 if match.entry.number > MILD else 1
    return support


def is_negated(context: Context, match: Match) -> bool:
    """True when a word of negation stands close on the side from which it negates."""
    for negation in context.found("negations"):
        side = negation.entry.value or "after"
        if side in ("after", "both") and 0 <= match.first - negation.last < NEGATION_REACH:
            return True
        if side in ("before", "both") and 0 <= negation.first - match.last < NEGATION_REACH:
            return True
    return False
