"""The catalogue of signals: what each asks the reader, looks for, and gets wrong."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from annotator.errors import NotFoundError
from annotator.languages import CODES, load_language
from annotator.model.findings import Finding

_PATH = Path(__file__).with_name("catalogue.toml")
ENGINE = "2"
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
    languages: tuple[str, ...]
    rules: Mapping[str, str]
    """By rule id, the sentence by which a finding explains itself."""


@cache
def catalogue() -> tuple[SignalCard, ...]:
    """All signals, in the catalogue's order."""
    table = tomllib.loads(_PATH.read_text(encoding="utf-8"))
    return tuple(
        SignalCard(**{**row, "languages": tuple(row["languages"]), "rules": row.get("rules", {})})
        for row in table["signal"]
    )


def card(id: str) -> SignalCard:
    """The signal with this id. Raises `NotFoundError` when there is none."""
    for signal in catalogue():
        if signal.id == id:
            return signal
    known = ", ".join(signal.id for signal in catalogue())
    raise NotFoundError(f"there is no signal {id!r}.", f"The signals are: {known}.")


def signals_version(language: str, extra: Path | None = None) -> str:
    """A short text that changes whenever the rules or the word lists for a language change."""
    if language not in CODES:
        return ENGINE
    return f"{ENGINE}.{load_language(language, extra).version}"


def explain(finding: Finding, text: str) -> str:
    """One or two plain sentences that say why the finding is there."""
    template = card(finding.signal).rules[finding.rule]
    note = f" ({finding.detail})" if finding.detail else ""
    quote = " ".join(text[finding.start : finding.end].split())
    # Braces in the article's own words must not be read as fields.
    fields = {"{quote}": quote, "{entry}": finding.entry, "{note}": note, "{detail}": finding.detail}
    return _filled(template, fields)


def _filled(template: str, fields: Mapping[str, str]) -> str:
    parts: list[str] = []
    rest = template
    while "{" in rest:
        before, _, after = rest.partition("{")
        name, _, rest = after.partition("}")
        parts += [before, fields["{" + name + "}"]]
    return "".join([*parts, rest])
