"""What a terminal answers after nobody waited for it any more: no letters that somebody typed."""

from __future__ import annotations

from textual import events

BEGINNING = "^]11;rgb:"
"""How the answer about the background begins; Textual tells it key by key, as all that it does not know."""
ENDS = ("\x07", "^\\")
WITHIN = frozenset("0123456789abcdefABCDEF/^")
LONGEST = 40
PATIENCE = 0.2
"""Seconds in which the whole of an answer comes: what is held back for longer was typed."""
_TORN = "alt+right_square_bracket"
"""Its first two signs, where they came apart from the rest."""


class LateAnswer:
    """Holds keys back while they may be the answer, and drops them when they are.

    Without it the digits in "11;rgb:1515/…" would be taken for levels that a rater gave.
    """

    def __init__(self) -> None:
        self._held: list[events.Key] = []
        self._said = ""

    def sort(self, key: events.Key) -> list[events.Key]:
        """The keys that somebody typed, as far as they are known now; in order."""
        self._held.append(key)
        self._said += "^]" if key.key == _TORN else key.character or "\0"
        size = len(BEGINNING)
        if not (self._said.startswith(BEGINNING) or BEGINNING.startswith(self._said)):
            return self.release()
        rest = self._said[size:]
        if rest.endswith(ENDS):
            self._held, self._said = [], ""
            return []
        if len(rest) > LONGEST or not WITHIN.issuperset(rest):
            return self.release()
        return []

    def release(self) -> list[events.Key]:
        """The keys held back, which were typed after all."""
        held, self._held, self._said = self._held, [], ""
        return held
