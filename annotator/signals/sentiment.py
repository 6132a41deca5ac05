"""Sentiment sentence by sentence: VADER for English, our word lists by the same arithmetic for Italian and Hindi."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.model.findings import Finding, Measurement, Unavailable
from annotator.model.spans import Span
from annotator.signals.context import Context, Match

UNIT = "-1 to 1"
ALPHA = 15.0
"""VADER's constant: a sum s of valences becomes s / sqrt(s * s + 15)."""
STRONG = 1.0
"""Words of less feeling than this are counted but not marked."""
REACH = 3
"""How many words an intensifier or negation reaches."""
NEGATED = -0.74
"""What a negation does to a valence, as in VADER."""


@dataclass(frozen=True, slots=True)
class Feeling:
    """A word with its valence, all rules applied."""

    start: int
    end: int
    value: float
    entry: str = ""


def find(context: Context) -> Iterator[Finding]:
    """The words that carry marked feeling outside furniture."""
    for feeling in _feelings(context):
        if abs(feeling.value) < STRONG or context.in_furniture(feeling.start, feeling.end):
            continue
        rule = "positive" if feeling.value > 0 else "negative"
        shown = f"{feeling.value:+.1f}"
        yield Finding(feeling.start, feeling.end, "sentiment", rule, feeling.entry, round(feeling.value, 2), shown)


def measure(context: Context, findings: Sequence[Finding]) -> Measurement | Unavailable:
    """The mean of the sentences' values in the outlet's voice, with the swing between them.

    Where everything is quoted speech, the mean of that. `quoted` is the mean of the speech alone.
    """
    own: list[float] = []
    quoted: list[float] = []
    values = _sentence_values(context)
    for sentence, value in values:
        if context.in_furniture(*sentence):
            continue
        (quoted if _mostly_speech(context, sentence) else own).append(value)
    counted = own or quoted
    if not counted:
        return Unavailable("the text has no sentence outside page furniture.")
    telling = [value for value in counted if value] or [0.0]
    inputs: dict[str, float | int | str] = {
        "sentences": len(own),
        "lowest": round(min(counted), 3),
        "highest": round(max(counted), 3),
        "swing": round(max(counted) - min(counted), 3),
        "quoted sentences": len(quoted),
    }
    if quoted:
        inputs["quoted"] = round(sum(quoted) / len(quoted), 3)
    return Measurement(round(sum(telling) / len(counted), 3), UNIT, inputs)


def _mostly_speech(context: Context, sentence: Span) -> bool:
    spoken = sum(
        min(speech.end, sentence.end) - max(speech.start, sentence.start)
        for speech in context.speech
        if speech.overlaps(sentence)
    )
    return 2 * spoken > sentence.end - sentence.start


def _sentence_values(context: Context) -> list[tuple[Span, float]]:
    sums: dict[int, float] = {}
    for feeling in _feelings(context):
        at = context.document.sentence_at(feeling.start)
        sums[at] = sums.get(at, 0.0) + feeling.value
    return [(sentence, _normal(sums.get(at, 0.0))) for at, sentence in enumerate(context.document.sentences)]


def _normal(total: float) -> float:
    return total / math.sqrt(total * total + ALPHA)


def _feelings(context: Context) -> list[Feeling]:
    if context.feelings is None:
        context.feelings = list(_english(context) if context.language.code == "en" else _listed(context))
    return context.feelings


def _english(context: Context) -> Iterator[Feeling]:
    from annotator.signals.adapters import vader

    for sentence in context.document.sentences:
        for start, end, value in vader.valences(context.text[sentence.start : sentence.end]):
            yield Feeling(sentence.start + start, sentence.start + end, value, "VADER")


def _listed(context: Context) -> Iterator[Feeling]:
    intensifiers = {m.last - 1: m for m in context.found("intensifiers")}
    negations = context.found("negations")
    for match in context.found("sentiment"):
        value = match.entry.number
        for at in range(match.first - REACH, match.last + 1):
            if at in intensifiers and not match.first <= at < match.last:
                value *= intensifiers[at].entry.number
        if _negated(context, match, negations):
            value *= NEGATED
        yield Feeling(match.start, match.end, value, match.entry.phrase)


def _negated(context: Context, match: Match, negations: list[Match]) -> bool:
    keys = context.document.tokens.keys
    for negation in negations:
        if match.first <= negation.first < match.last:
            continue
        side = negation.entry.value or "after"
        after = 0 <= match.first - negation.last < REACH and "" not in keys[negation.last : match.first]
        before = 0 <= negation.first - match.last < REACH and "" not in keys[match.last : negation.first]
        if (after and side in ("after", "both")) or (before and side in ("before", "both")):
            return True
    return False
