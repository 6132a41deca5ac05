"""The catalogue of signals: what each asks the reader, looks for, and gets wrong."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from annotator.errors import NotFoundError
from annotator.languages import CODES, Language, load_language
from annotator.model.findings import Finding, Measurement
from annotator.translating import N_, SOURCE, _, language_used

_PATH = Path(__file__).with_name("catalogue.toml")
ENGINE = "6"
"""Counts changes of the rules that are written in Python; part of every signal's version."""


@dataclass(frozen=True, slots=True)
class SignalCard:
    """What a person may know about a signal."""

    id: str
    kind: str
    """What a finding spans: `phrase`, `sentence`, `line`, `headline`, or `article` for a number only."""
    letter: str
    title: str
    question: str
    """What the signal asks the reader to think about."""
    unit: str
    looks_for: str
    caveat: str
    source: str
    rules: Mapping[str, str]
    """By rule id, the sentence by which a finding explains itself."""
    needs: tuple[str, ...] = ()
    """The word lists without which it is not available in a language."""
    languages: tuple[str, ...] = ()
    """The languages in which it is available: all those that have the lists it needs."""

    def lacks(self, language: Language) -> str:
        """The first list it needs that this language does not have; empty when it has all."""
        return _first_lacking(self.needs, language)


@dataclass(frozen=True, slots=True)
class MeasureCard:
    """What a person may know about a measure of the whole article."""

    id: str
    title: str
    question: str
    """What the measure asks the reader to think about."""
    unit: str
    sentence: str
    """By which a measurement explains itself: {value} and the names of its inputs are filled in."""
    caveat: str
    """When not to believe it."""
    source: str
    needs: tuple[str, ...] = ()
    """The word lists without which it is not available in a language."""

    def lacks(self, language: Language) -> str:
        """The first list it needs that this language does not have; empty when it has all."""
        return _first_lacking(self.needs, language)


def _first_lacking(needs: Iterable[str], language: Language) -> str:
    return next((name for name in needs if not language.has(name)), "")


@cache
def catalogue() -> tuple[SignalCard, ...]:
    """All signals, in the catalogue's order."""
    return tuple(_card(**{"rules": {}, "needs": (), "languages": (), **row}) for row in _table()["signal"])


def _card(needs: Sequence[str], languages: Sequence[str], **fields: Any) -> SignalCard:
    one = SignalCard(needs=tuple(needs), languages=tuple(languages), **fields)
    able = tuple(code for code in CODES if not one.lacks(load_language(code)))
    return one if languages else replace(one, languages=able)


@cache
def measures() -> tuple[MeasureCard, ...]:
    """All measures of a whole article beside the signals' own, in the catalogue's order."""
    return tuple(MeasureCard(**{**row, "needs": tuple(row.get("needs", ()))}) for row in _table()["measure"])


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(_PATH.read_text(encoding="utf-8"))


@cache
def _cards() -> Mapping[str, SignalCard]:
    return {signal.id: signal for signal in catalogue()}


def card(id: str) -> SignalCard:
    """The signal with this id. Raises `NotFoundError` when there is none."""
    found = _cards().get(id)
    if found is not None:
        return found
    known = ", ".join(signal.id for signal in catalogue())
    others = ", ".join(measure.id for measure in measures())
    raise NotFoundError(
        f"there is no signal {id!r}.", f"The signals are: {known}. Measures of a whole article are: {others}."
    )


def signals_version(language: str, extra: Path | None = None) -> str:
    """A short text that changes whenever the rules or the word lists for a language change."""
    if language not in CODES:
        return ENGINE
    return f"{ENGINE}.{load_language(language, extra).version}"


def measure_card(id: str) -> SignalCard | MeasureCard:
    """The signal or measure whose number has this id. Raises `NotFoundError` when there is none."""
    return next((measure for measure in measures() if measure.id == id), None) or card(id)


def explain_measure(id: str, measurement: Measurement) -> str:
    """One plain sentence that says what a measure's number was made from."""
    measure = measure_card(id)
    if isinstance(measure, SignalCard):
        return ""
    fields = {"{value}": f"{measurement.value:g}"}
    fields |= {f"{{{name}}}": _shown(value) for name, value in measurement.inputs.items()}
    return _filled(_(measure.sentence), fields)


def _shown(value: float | int | str) -> str:
    return (value or "none") if isinstance(value, str) else f"{value:g}"


def explain(finding: Finding, text: str) -> str:
    """One or two plain sentences that say why the finding is there."""
    template = _(card(finding.signal).rules[finding.rule])
    detail = _detail_of(finding)
    note = f" ({detail})" if detail else ""
    quote = " ".join(text[finding.start : finding.end].split())
    # Braces in the article's own words must not be read as fields.
    fields = {"{quote}": quote, "{entry}": finding.entry, "{note}": note, "{detail}": detail}
    return _filled(template, fields)


_SOURCES = (
    N_("a named source"), N_("a role or group, unnamed"), N_("a document"), N_("a vague source"),
    N_("a source named before"), N_("no source beside it"),
)  # fmt: skip
_KINDS = (
    N_("superlative"), N_("accusation"), N_("cause"), N_("motive"), N_("number"), N_("vague"),
    N_("comparison"), N_("medical"), N_("prediction"), N_("history"), N_("doubtful"),
)  # fmt: skip
"""What a claim is that wants a source, and what a source is, as findings tell it."""


_WITH_NOTES = frozenset({"loaded", "praise", "hedge"})
"""Signals whose findings may carry the note of the list's entry."""


def _detail_of(finding: Finding) -> str:
    """The one more word of a finding, in the language in use where it is one of ours.

    The notes of word lists are English, so they are told in English only.
    """
    if finding.signal in _WITH_NOTES and language_used() != SOURCE:
        return ""
    if finding.detail in _SOURCES:
        return _(finding.detail)
    parts = finding.detail.split(", ")
    return ", ".join(map(_, parts)) if set(parts) <= set(_KINDS) else finding.detail


def _filled(template: str, fields: Mapping[str, str]) -> str:
    parts: list[str] = []
    rest = template
    while "{" in rest:
        before, _, after = rest.partition("{")
        name, _, rest = after.partition("}")
        parts += [before, fields["{" + name + "}"]]
    return "".join([*parts, rest])
