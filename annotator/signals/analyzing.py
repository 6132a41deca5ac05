"""All signals over one text, in one pass."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from operator import itemgetter
from pathlib import Path

from annotator.languages import CODES, load_language
from annotator.model.findings import Analysis, Finding, Measurement, Unavailable
from annotator.model.spans import Span
from annotator.signals.cataloguing import MeasureCard, SignalCard, card, catalogue, measures
from annotator.signals.context import Context
from annotator.signals.measuring import measure_findings
from annotator.text import read_text

# Furniture and speech first: the others leave them alone. Attribution before those that ask for sources.
_ORDER = ("boilerplate", "quote", "attribution")
_PLACE = itemgetter(0, 1, 2)
"""A finding's start, end and signal: read by their places in half the time."""
Find = Callable[[Context], Iterable[Finding]]
Measure = Callable[[Context, Sequence[Finding]], Measurement | Unavailable]


def analyze(text: str, language: str, headline: Span | None = None, *, extra: Path | None = None) -> Analysis:
    """Every finding and measurement of a text in one language.

    `headline` None means: find it; an empty span: there is none. For a language without data every
    signal is `Unavailable`. Cost grows linearly with the text's length.
    """
    # Whoever only reads the catalogue need not wait for these.
    from annotator.signals.article_measures import measure_article

    document = read_text(text, language, headline)
    if language not in CODES:
        reason = f"the signals do not know the language {language!r}; they know {', '.join(CODES)}."
        ids = (*(signal.id for signal in catalogue()), *(measure.id for measure in measures()))
        return Analysis(language, (), dict.fromkeys(ids, Unavailable(reason)))
    context = Context(document, load_language(language, extra))
    findings: list[Finding] = []
    measurements: dict[str, Measurement | Unavailable] = {}
    with _no_collecting():
        for id, find, measure in _deeds():
            missing = _missing(context, card(id))
            if missing:
                measurements[id] = Unavailable(missing)
                continue
            found = _unique(find(context)) if find else []
            findings += found
            measurements[id] = measure(context, found) if measure else measure_findings(context, id, found)
        measurements = _in_catalogue_order(measurements) | measure_article(context, findings, measurements)
        measurements |= {one.id: Unavailable(why) for one in measures() if (why := _missing(context, one))}
    return Analysis(language, tuple(sorted(findings, key=_PLACE)), measurements)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """A block in which the garbage collector rests.

    An analysis makes thousands of small tuples and no cycles of them; walking through them again and
    again would be a tenth of its cost.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@cache
def _deeds() -> tuple[tuple[str, Find | None, Measure | None], ...]:
    """For each signal, in the order in which they build on one another, what finds and what measures."""
    rest = [signal.id for signal in catalogue() if signal.id not in _ORDER]
    modules = [(id, import_module(f"annotator.signals.{id}")) for id in (*_ORDER, *rest)]
    return tuple((id, getattr(it, "find", None), getattr(it, "measure", None)) for id, it in modules)


def _missing(context: Context, one: SignalCard | MeasureCard) -> str:
    """Why a signal or measure cannot answer in this language: the data file it lacks; "" when it can."""
    lacking = one.lacks(context.language)
    return f"the file {context.language.code}/{lacking}.txt is missing." if lacking else ""


def _unique(findings: Iterable[Finding]) -> list[Finding]:
    """The findings; where two lie on the same words, the first one found."""
    found = list(findings)
    before = -1
    for finding in found:
        if finding[0] <= before:
            break
        before = finding[0]
    else:
        # In order, as from most signals, so that no two can lie on the same words.
        return found
    kept: dict[tuple[int, int], Finding] = {}
    for finding in found:
        kept.setdefault((finding.start, finding.end), finding)
    return list(kept.values())


def _in_catalogue_order(
    measurements: Mapping[str, Measurement | Unavailable],
) -> dict[str, Measurement | Unavailable]:
    return {signal.id: measurements[signal.id] for signal in catalogue()}
