"""Signals: declared questions put to a text; every answer points at words and says why."""

from annotator.signals import analyzing
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
    "compiled",
    "explain",
    "explain_measure",
    "measure_card",
    "measures",
    "signals_version",
]


def compiled() -> bool:
    """True where the signals run as compiled modules, false where as plain Python. They say the same."""
    return not analyzing.__file__.endswith((".py", ".pyc"))
