"""The findings of an article as a reader goes through them: which are shown, which is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from annotator.model.findings import Analysis, Finding, Measurement, Unavailable
from annotator.present.marking import Mark

HIDDEN_AT_FIRST = frozenset({"quote", "sentiment"})
"""Signals that mark so much that a reader asks for them: their findings are counted, not shown."""


@dataclass(frozen=True, slots=True)
class Noticing:
    """All findings of an article, those that are shown, and the one in hand."""

    findings: tuple[Finding, ...] = ()
    measurements: Mapping[str, Measurement | Unavailable] = field(default_factory=dict)
    hidden: frozenset[str] = HIDDEN_AT_FIRST
    chosen: Finding | None = None
    known: bool = False
    """False until the signals have spoken."""

    @property
    def shown(self) -> tuple[Finding, ...]:
        """The findings of signals that are not hidden."""
        return tuple(finding for finding in self.findings if finding.signal not in self.hidden)

    def heard(self, analysis: Analysis) -> Noticing:
        """The same after the signals have spoken."""
        return replace(
            self, findings=analysis.findings, measurements=analysis.measurements, chosen=None, known=True
        )

    def count(self, signal: str) -> int:
        """How many findings a signal has."""
        return sum(finding.signal == signal for finding in self.findings)

    def toggled(self, signal: str) -> Noticing:
        """The same with a signal's findings hidden where they were shown, and shown where hidden."""
        hidden = self.hidden ^ {signal}
        chosen = self.chosen if self.chosen and self.chosen.signal not in hidden else None
        return replace(self, hidden=hidden, chosen=chosen)

    def stepped(self, step: int, offset: int) -> Noticing:
        """The same with the next (1) or previous (-1) shown finding chosen, round the ends.

        Where none is chosen it is the first at or after `offset`, or the last before it.
        """
        shown = self.shown
        if not shown:
            return replace(self, chosen=None)
        if self.chosen in shown:
            at = shown.index(self.chosen) + step
        else:
            after = [at for at, finding in enumerate(shown) if finding.start >= offset]
            at = (after[0] if after else 0) if step > 0 else (after[0] if after else len(shown)) - 1
        return replace(self, chosen=shown[at % len(shown)])

    def next_of(self, signal: str) -> Noticing:
        """The same with the next finding of one signal chosen, after the one in hand."""
        own = [finding for finding in self.findings if finding.signal == signal]
        if not own:
            return replace(self, chosen=None)
        later = [finding for finding in own if self.chosen and finding > self.chosen]
        return replace(self, chosen=(later or own)[0], hidden=self.hidden - {signal})

    def at(self, offset: int) -> Noticing:
        """The same with the shortest shown finding over `offset` chosen, or none."""
        over = [finding for finding in self.shown if finding.start <= offset < finding.end]
        return replace(
            self, chosen=min(over, key=lambda finding: finding.end - finding.start) if over else None
        )

    def place(self) -> tuple[int, int]:
        """The number of the chosen finding among those of its signal, and how many they are."""
        own = [finding for finding in self.findings if self.chosen and finding.signal == self.chosen.signal]
        return (own.index(self.chosen) + 1 if self.chosen in own else 0), len(own)


def marks_of(findings: Sequence[Finding], letters: Mapping[str, str]) -> list[Mark]:
    """The findings as marks on the text, each with its signal's letter."""
    return [mark_of(finding, letters) for finding in findings]


def mark_of(finding: Finding, letters: Mapping[str, str]) -> Mark:
    """A finding as a mark on the text."""
    return Mark(finding.start, finding.end, f"mark-{finding.signal}", letters.get(finding.signal, "?"))
