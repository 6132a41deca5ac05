"""What a rater may see before judging."""

from __future__ import annotations

from enum import StrEnum


class Mode(StrEnum):
    """How an article is read: what is hidden until it is revealed."""

    OPEN = "open"
    BLIND_OUTLET = "blind-outlet"
    SIGNALS_AFTER = "signals-after"
    BOTH = "both"

    @property
    def hides_outlet(self) -> bool:
        """True where outlet and author are masked until the rater reveals them."""
        return self in (Mode.BLIND_OUTLET, Mode.BOTH)

    @property
    def holds_signals(self) -> bool:
        """True where the signals wait until every criterion is answered, or the rater reveals them."""
        return self in (Mode.SIGNALS_AFTER, Mode.BOTH)


class Veil(StrEnum):
    """What can be revealed; the value is the one that the store keeps."""

    OUTLET = "outlet"
    SIGNALS = "signals"
    OTHERS = "others"
