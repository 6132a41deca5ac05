"""Signals: declared questions put to a text; every answer points at words and says why."""

from annotator.signals.analyzing import analyze
from annotator.signals.cataloguing import SignalCard, card, catalogue, explain, signals_version

__all__ = ["SignalCard", "analyze", "card", "catalogue", "explain", "signals_version"]
