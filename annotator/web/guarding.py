"""Guessing is stopped: whoever is wrong too often waits, longer each time, and the teacher hears of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

WRONG_ALLOWED = 5
"""Wrong answers in a row before a lock."""
FIRST_LOCK, LONGEST_LOCK = 60.0, 3600.0
"""Seconds; each further lock lasts twice as long as the one before."""
FORGIVEN_AFTER = 3600.0
"""Seconds without a wrong answer after which the count begins anew."""
_MOST_KNOWN = 10_000


@dataclass(slots=True)
class _Record:
    wrong: int = 0
    locks: int = 0
    until: float = 0.0
    last: float = 0.0


@dataclass(slots=True)
class Guard:
    """Counts wrong answers by who gave them: an address, or the handle they were given for."""

    clock: Callable[[], float]
    allowed: int = WRONG_ALLOWED
    _records: dict[str, _Record] = field(default_factory=dict)

    def wait_for(self, who: str) -> float:
        """Seconds until the next try is looked at; 0 when it is now."""
        record = self._records.get(who)
        return max(record.until - self.clock(), 0.0) if record else 0.0

    def note_wrong(self, who: str) -> float:
        """Seconds for which `who` is locked out from now on; 0 while there are tries left."""
        now = self.clock()
        record = self._records.setdefault(who, _Record())
        if now - record.last > FORGIVEN_AFTER:
            record.wrong = record.locks = 0
        record.last = now
        record.wrong += 1
        if record.wrong < self.allowed:
            return 0.0
        lock = min(FIRST_LOCK * float(2**record.locks), LONGEST_LOCK)
        record.wrong, record.locks, record.until = 0, record.locks + 1, now + lock
        self._forget_old(now)
        return lock

    def note_right(self, who: str) -> None:
        """Nothing; the count begins anew."""
        self._records.pop(who, None)

    def locked(self) -> dict[str, float]:
        """Who is locked out now, and for how many seconds yet."""
        return {who: left for who in self._records if (left := self.wait_for(who)) > 0}

    def _forget_old(self, now: float) -> None:
        if len(self._records) > _MOST_KNOWN:
            self._records = {
                who: record for who, record in self._records.items() if now - record.last < FORGIVEN_AFTER
            }


@dataclass(slots=True)
class Flow:
    """How much may come in: so many units a second, and a store of them for a burst."""

    clock: Callable[[], float]
    rate: float
    burst: float
    _level: float = 0.0
    _at: float = 0.0

    def take(self, units: float) -> float:
        """Seconds to wait before more is taken in; 0 while the flow is as it should be."""
        now = self.clock()
        self._level = max(self._level - (now - self._at) * self.rate, 0.0) + units
        self._at = now
        return max(self._level - self.burst, 0.0) / self.rate
