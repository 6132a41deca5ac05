"""What the signals that are mostly a word list share."""

from __future__ import annotations

from annotator.signals.context import OUTLET, Context, Match

MILD = 1.0
"""Entries of this weight are often neutral and need support from their sentence."""


def is_spoken(context: Context, match: Match) -> bool:
    """True when the words are not the outlet's: somebody's speech, or page furniture."""
    return context.voices[match.first] != OUTLET
