"""What a signal marks in a short text, for tables of examples."""

from __future__ import annotations

from annotator.model.findings import Finding
from annotator.model.spans import Span
from annotator.signals import analyze

NO_HEADLINE = Span(0, 0)


def findings(signal: str, language: str, text: str, headline: Span | None = NO_HEADLINE) -> list[Finding]:
    return [finding for finding in analyze(text, language, headline).findings if finding.signal == signal]


def marked(signal: str, language: str, text: str, headline: Span | None = NO_HEADLINE) -> list[str]:
    return [text[f.start : f.end] for f in findings(signal, language, text, headline)]
