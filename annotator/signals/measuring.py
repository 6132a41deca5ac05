"""A signal's number for an article, from its findings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from annotator.model.findings import Finding, Measurement, Unavailable
from annotator.signals.context import Context
from annotator.translating import N_

FEWEST_WORDS: Final = 1


def measure_findings(context: Context, unit: str, findings: Sequence[Finding]) -> Measurement | Unavailable:
    """The measurement that belongs to a signal's unit; `Unavailable` for a text without words."""
    words = context.document.words
    if words < FEWEST_WORDS:
        return Unavailable(N_("the text has no words."))
    if unit == "% of words":
        return _share_of_words(context, findings, words)
    if unit == "0 or 1":
        return Measurement(float(bool(findings)), unit, {"findings": len(findings)})
    if unit == "% of attributed sentences":
        return _share_of_attributed(context, findings)
    inputs = {"findings": len(findings), "words": words}
    return Measurement(round(1000 * len(findings) / words, 2), unit, inputs)


def _share_of_words(context: Context, findings: Sequence[Finding], words: int) -> Measurement:
    tokens, inside = context.document.tokens, 0
    for finding in findings:
        first, after = tokens.bounds(finding.start, finding.end)
        kinds = tokens.kinds[first:after]
        inside += kinds.count(1) + kinds.count(2)
    return Measurement(round(100 * inside / words, 1), "% of words", {"inside": inside, "words": words})


def _share_of_attributed(context: Context, findings: Sequence[Finding]) -> Measurement | Unavailable:
    sourced = len(context.cued_sentences | {context.document.sentence_at(f.start) for f in findings})
    if not sourced:
        return Unavailable(N_("no sentence names any source."))
    inputs = {"unnamed": len(findings), "attributed": sourced}
    return Measurement(round(100 * len(findings) / sourced, 1), "% of attributed sentences", inputs)
