"""Signals: declared questions put to a text; every answer points at words and says why."""

from annotator.signals.analyzing import analyze
from annotator.signals.cataloguing import (
    MeasureCard,
    SignalCard,
    card,
    catalogue,
    explain,
    explain_measure,
    measure_card,
    measures,
    signals_version,
)

__all__ = [
    "MeasureCard",
    "SignalCard",
    "analyze",
    "card",
    "catalogue",
    "explain",
    "explain_measure",
    "measure_card",
    "measures",
    "signals_version",
]
