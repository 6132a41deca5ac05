"""The findings of an article as a reader goes through them: which are shown, which is chosen."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
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
    shown: tuple[Finding, ...] = ()
    """The findings of signals that are not hidden, in order."""
    by_signal: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    """The findings of each signal, in order: what is asked at each step must not go through them all."""

    def heard(self, analysis: Analysis) -> Noticing:
        """The same after the signals have spoken."""
        findings = tuple(sorted(analysis.findings))
        own: dict[str, list[Finding]] = {}
        for finding in findings:
            own.setdefault(finding.signal, []).append(finding)
        heard = replace(
            self,
            findings=findings,
            measurements=analysis.measurements,
            chosen=None,
            known=True,
            by_signal={signal: tuple(found) for signal, found in own.items()},
        )
        return heard._hiding(self.hidden)

    def _hiding(self, hidden: frozenset[str]) -> Noticing:
        shown = tuple(finding for finding in self.findings if finding.signal not in hidden)
        return replace(self, hidden=hidden, shown=shown)

    def count(self, signal: str) -> int:
        """How many findings a signal has."""
        return len(self.by_signal.get(signal, ()))

    def toggled(self, signal: str) -> Noticing:
        """The same with a signal's findings hidden where they were shown, and shown where hidden."""
        hidden = self.hidden ^ {signal}
        chosen = self.chosen if self.chosen and self.chosen.signal not in hidden else None
        return replace(self._hiding(hidden), chosen=chosen)

    def stepped(self, step: int, offset: int) -> Noticing:
        """The same with the next (1) or previous (-1) shown finding chosen, round the ends.

        Where none is chosen it is the first at or after `offset`, or the last before it.
        """
        shown = self.shown
        if not shown:
            return replace(self, chosen=None)
        at = _index(shown, self.chosen)
        if at >= 0:
            at += step
        else:
            after = bisect_left(shown, (offset,))
            at = after if step > 0 else after - 1
        return replace(self, chosen=shown[at % len(shown)])

    def next_of(self, signal: str) -> Noticing:
        """The same with the next finding of one signal chosen, after the one in hand."""
        own = self.by_signal.get(signal, ())
        if not own:
            return replace(self, chosen=None)
        later = bisect_right(own, self.chosen) if self.chosen else 0
        seen = self._hiding(self.hidden - {signal}) if signal in self.hidden else self
        return replace(seen, chosen=own[later % len(own)])

    def at(self, offset: int) -> Noticing:
        """The same with the shortest shown finding over `offset` chosen, or none."""
        over = [finding for finding in self.shown if finding.start <= offset < finding.end]
        return replace(
            self, chosen=min(over, key=lambda finding: finding.end - finding.start) if over else None
        )

    def place(self) -> tuple[int, int]:
        """The number of the chosen finding among those of its signal, and how many they are."""
        own = self.by_signal.get(self.chosen.signal, ()) if self.chosen else ()
        return _index(own, self.chosen) + 1, len(own)


def _index(findings: Sequence[Finding], one: Finding | None) -> int:
    """Where a finding stands among others in order; -1 where it does not."""
    at = bisect_left(findings, one) if one else len(findings)
    return at if at < len(findings) and findings[at] == one else -1


def marks_of(findings: Sequence[Finding], letters: Mapping[str, str]) -> list[Mark]:
    """The findings as marks on the text, each with its signal's letter."""
    return [mark_of(finding, letters) for finding in findings]


def mark_of(finding: Finding, letters: Mapping[str, str]) -> Mark:
    """A finding as a mark on the text."""
    return Mark(finding.start, finding.end, f"mark-{finding.signal}", letters.get(finding.signal, "?"))
