"""Praise: the outlet approves, admires, congratulates or promotes."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.model.findings import Finding
from annotator.signals.context import Context
from annotator.signals.judging import find_judgements


def find(context: Context) -> Iterator[Finding]:
    """Praising words and phrases in the outlet's own voice that no negation takes back."""
    yield from find_judgements(context, "praise")
