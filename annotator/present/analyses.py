"""Analyses as records of the JSON contract and as rows of a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from annotator.model.findings import Amount, Analysis, Finding, Measurement, Unavailable
from annotator.signals import explain, measure_card
from annotator.text.amounts import find_amounts

FINDING_COLUMNS = ("path", "signal", "start", "end", "text", "why", "entry", "weight")


def finding_record(finding: Finding, text: str) -> dict[str, Any]:
    """A finding with its words and its reason."""
    return {
        "signal": finding.signal,
        "start": finding.start,
        "end": finding.end,
        "text": text[finding.start : finding.end],
        "why": explain(finding, text),
        "entry": finding.entry,
        "weight": finding.weight,
    }


def measurement_record(measurement: Measurement | Unavailable) -> dict[str, Any]:
    """A measurement with unit and inputs, or the reason why there is none."""
    if isinstance(measurement, Unavailable):
        return {"unavailable": measurement.reason}
    return {"value": measurement.value, "unit": measurement.unit, "inputs": dict(measurement.inputs)}


def amount_record(amount: Amount) -> dict[str, Any]:
    """A number or sum of money with its place; `unit` is empty for a plain number."""
    return {"start": amount.start, "end": amount.end, "value": amount.value, "unit": amount.unit}


def line_record(id: object, text: str, analysis: Analysis) -> dict[str, Any]:
    """The answer to one line of JSON Lines input."""
    return {
        "id": id,
        "findings": [finding_record(finding, text) for finding in analysis.findings],
        "measurements": {name: measurement_record(one) for name, one in analysis.measurements.items()},
        "amounts": [amount_record(amount) for amount in find_amounts(text, analysis.language)],
    }


def article_analysis_record(
    path: str, id: str, title: str, outlet: str, text: str, analysis: Analysis
) -> dict[str, Any]:
    """One article of `annotator analyze --format json`."""
    head = {
        "path": path,
        "id": id,
        "title": title,
        "language": analysis.language,
        "outlet": outlet,
        "text": text,
    }
    body = line_record(id, text, analysis)
    del body["id"]
    return {**head, **body}


def finding_rows(path: str, text: str, analysis: Analysis) -> Iterator[tuple[str | int | float, ...]]:
    """One row for each finding, in the order of `FINDING_COLUMNS`."""
    for finding in analysis.findings:
        record = finding_record(finding, text)
        yield (path, *(record[column] for column in FINDING_COLUMNS[1:]))


def measurement_lines(analysis: Analysis) -> Iterator[tuple[str, str, str]]:
    """For each signal its title, its value with unit, and how often it marked something."""
    for id, one in analysis.measurements.items():
        marked = sum(finding.signal == id for finding in analysis.findings)
        shown = (
            f"not available: {one.reason}" if isinstance(one, Unavailable) else f"{one.value:g} {one.unit}"
        )
        about = measure_card(id)
        yield about.title, shown, str(marked) if getattr(about, "kind", "article") != "article" else "–"
