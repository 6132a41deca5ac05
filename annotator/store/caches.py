"""What the signals said, kept so as not to ask again. Any of it can be dropped at any time."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.model.findings import Analysis, Finding, Measurement, Unavailable
from annotator.model.spans import Span
from annotator.store.opening import Store


@dataclass(frozen=True, slots=True)
class Key:
    """All that an analysis depends on."""

    fingerprint: str
    language: str
    headline: Span
    version: str
    """One name for the versions of all signals together."""

    def values(self) -> tuple[str, str, int, int, str]:
        """The five in the order of the table's key."""
        return self.fingerprint, self.language, *self.headline, self.version


_WHERE = "fingerprint = ? AND language = ? AND headline_start = ? AND headline_end = ? AND version = ?"


def load(store: Store, key: Key) -> Analysis | None:
    """The analysis kept under this key, or None."""
    row = store.row(f"SELECT body FROM analyses WHERE {_WHERE}", key.values())
    return _unpacked(row[0]) if row else None


def has(store: Store, key: Key) -> bool:
    """True when an analysis is kept under this key."""
    return store.row(f"SELECT 1 FROM analyses WHERE {_WHERE}", key.values()) is not None


def keep(store: Store, analyses: Iterable[tuple[Key, Analysis]]) -> None:
    """Nothing; these analyses are kept, and those of the same texts by older signals are gone."""
    with store.writing() as connection:
        for key, analysis in analyses:
            connection.execute(
                "DELETE FROM analyses WHERE fingerprint = ? AND version <> ?", (key.fingerprint, key.version)
            )
            connection.execute(
                "INSERT INTO analyses (fingerprint, language, headline_start, headline_end, version,"
                " counts, body)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (fingerprint, language, headline_start, headline_end, version) DO NOTHING",
                (*key.values(), json.dumps(counts(analysis)), _packed(analysis)),
            )


def drop(store: Store) -> None:
    """Nothing; no analysis is kept."""
    with store.writing() as connection:
        connection.execute("DELETE FROM analyses")


def counts(analysis: Analysis) -> dict[str, int]:
    """How many findings each available signal has; a signal that cannot answer is not among them."""
    found = {
        signal: 0
        for signal, measured in analysis.measurements.items()
        if not isinstance(measured, Unavailable)
    }
    for finding in analysis.findings:
        found[finding.signal] = found.get(finding.signal, 0) + 1
    return found


def _packed(analysis: Analysis) -> str:
    """The analysis as JSON: rows for findings, so that names are not said 500 times."""
    return json.dumps(
        {
            "language": analysis.language,
            "findings": [
                [f.start, f.end, f.signal, f.rule, f.entry, f.weight, f.detail] for f in analysis.findings
            ],
            "measurements": {
                signal: {"unavailable": measured.reason}
                if isinstance(measured, Unavailable)
                else {"value": measured.value, "unit": measured.unit, "inputs": dict(measured.inputs)}
                for signal, measured in analysis.measurements.items()
            },
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _unpacked(body: str) -> Analysis:
    kept = json.loads(body)
    return Analysis(
        language=kept["language"],
        findings=tuple(Finding(*row) for row in kept["findings"]),
        measurements={
            signal: Unavailable(one["unavailable"]) if "unavailable" in one else Measurement(**one)
            for signal, one in kept["measurements"].items()
        },
    )
