"""All signals over one text, in one pass."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Final, NamedTuple

from annotator.languages import CODES, Language, load_language
from annotator.model.findings import Analysis, Finding, Measurement, Unavailable
from annotator.model.spans import Span
from annotator.signals.cataloguing import MeasureCard, SignalCard, card, catalogue, measures
from annotator.signals.context import Context
from annotator.signals.lexical import per_language
from annotator.signals.measuring import measure_findings
from annotator.text import read_text

# Furniture and speech first: the others leave them alone. Attribution before those that ask for sources.
_ORDER: Final = ("boilerplate", "quote", "attribution")
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
        lacking = _lacking(context.language)
        for deed in _deeds():
            if deed.id in lacking:
                continue
            found = _unique(deed.find(context)) if deed.find else []
            findings += found
            if deed.measure:
                measurements[deed.id] = deed.measure(context, found)
            else:
                measurements[deed.id] = measure_findings(context, deed.unit, found)
        own = {id: measurements.get(id) or lacking[id] for id in _in_order()}
        measurements = own | measure_article(context, findings, own)
        measurements |= {id: why for id, why in lacking.items() if id not in own}
    return Analysis(language, tuple(sorted(findings)), measurements)


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


class _Deed(NamedTuple):
    """What a signal does."""

    id: str
    unit: str
    find: Find | None
    measure: Measure | None


@cache
def _deeds() -> tuple[_Deed, ...]:
    """What each signal does, in the order in which they build on one another."""
    rest = [signal.id for signal in catalogue() if signal.id not in _ORDER]
    modules = [(id, import_module(f"annotator.signals.{id}")) for id in (*_ORDER, *rest)]
    return tuple(
        [
            _Deed(id, card(id).unit, getattr(it, "find", None), getattr(it, "measure", None))
            for id, it in modules
        ]
    )


@cache
def _in_order() -> tuple[str, ...]:
    """The ids of the signals in the catalogue's order."""
    return tuple([signal.id for signal in catalogue()])


@per_language
def _lacking(language: Language) -> dict[str, Unavailable]:
    """The signals and measures that cannot answer in this language, with the data file each lacks."""
    every: tuple[SignalCard | MeasureCard, ...] = (*catalogue(), *measures())
    asked = [(one.id, one.lacks(language)) for one in every]
    return {id: Unavailable(f"the file {language.code}/{name}.txt is missing.") for id, name in asked if name}


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
