"""Praise: the outlet approves, admires, congratulates or promotes."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.model.findings import Finding
from annotator.signals.context import Context
from annotator.signals.lexical import find_entries, is_negated, supported


def find(context: Context) -> Iterator[Finding]:
    """Praising words and phrases that no negation takes back."""
    negated = {(m.start, m.end) for m in context.found("praise") if is_negated(context, m)}
    for finding in find_entries(context, "praise", supported(context, "loaded", "praise")):
        if (finding.start, finding.end) not in negated:
            yield finding
