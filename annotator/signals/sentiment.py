"""Sentiment sentence by sentence: VADER for English, our word lists summed up the same way elsewhere."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final

from annotator.model.findings import Finding, Measurement, Unavailable
from annotator.signals.context import Context
from annotator.signals.feeling import Feeling, emphasis, feelings_of, sums_of
from annotator.translating import N_

__all__ = ["Feeling", "find", "measure"]

UNIT: Final = "-1 to 1"
ALPHA: Final = 15.0
"""VADER's constant: a sum s of valences becomes s / sqrt(s * s + 15)."""
STRONG: Final = 1.0
"""Words of less feeling than this are counted but not marked."""
FAINT: Final = 0.4
"""A sentence whose valences add up to less than this has no tone: one faint word is none."""


class _Shown(dict[float, "tuple[float, str]"]):
    """For each valence met so far how it is written: most are those of single entries."""

    def __missing__(self, value: float) -> tuple[float, str]:
        if len(self) >= _MOST_KEPT:
            self.clear()
        shown = self[value] = (round(value, 2), f"{value:+.1f}")
        return shown


_MOST_KEPT: Final = 5_000
_SHOWN: Final = _Shown()


def find(context: Context) -> Iterator[Finding]:
    """The words that carry marked feeling outside furniture."""
    furniture = context.furniture
    # As Finding(...) does, at a third of its cost.
    new = tuple.__new__
    for start, end, value, entry in feelings_of(context):
        if -STRONG < value < STRONG or (furniture and context.in_furniture(start, end)):
            continue
        rule = "positive" if value > 0 else "negative"
        yield new(Finding, (start, end, "sentiment", rule, entry, *_SHOWN[value]))


def measure(context: Context, findings: Sequence[Finding]) -> Measurement | Unavailable:
    """The mean of the sentences' values in the outlet's voice, with the swing between them.

    Where everything is quoted speech, the mean of that. `quoted` is the mean of the speech alone, `words`
    how many words carry feeling; each is a finding with its own value when it is strong enough to mark.
    """
    own: list[float] = []
    quoted: list[float] = []
    values = _sentence_values(context)
    together = zip(context.document.sentences, values, context.spoken, context.plain_sentences, strict=True)
    for (start, end), value, spoken, plain in together:
        if plain:
            (quoted if 2 * spoken > end - start else own).append(value)
    counted = own or quoted
    if not counted:
        return Unavailable(N_("the text has no sentence outside page furniture."))
    inputs: dict[str, float | int | str] = {
        "sentences": len(own),
        "lowest": round(min(counted), 3),
        "highest": round(max(counted), 3),
        "swing": round(max(counted) - min(counted), 3),
        "quoted sentences": len(quoted),
        "words": len(feelings_of(context)),
    }
    if quoted:
        inputs["quoted"] = round(sum(quoted) / len(quoted), 3)
    return Measurement(round(sum(counted) / len(counted), 3), UNIT, inputs)


def _sentence_values(context: Context) -> list[float]:
    """For each sentence its value from -1 to 1."""
    sentences, sums = context.document.sentences, sums_of(context)
    excited = "!" in context.text
    return [
        # A sum that is faint stands for no tone.
        0.0 if -FAINT < total < FAINT else _normal(total, emphasis(context.text, s) if excited else 0.0)
        for total, s in zip(sums, sentences, strict=True)
    ]


def _normal(total: float, emphasis: float) -> float:
    """A sum of valences on the scale from -1 to 1."""
    total += math.copysign(emphasis, total)
    return total / math.sqrt(total * total + ALPHA)
