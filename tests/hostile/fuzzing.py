"""Coverage-guided fuzzing of the parsers: what reaches lines no input reached before is damaged further.

    python -m tests.hostile.fuzzing --seconds 60 [--keep] [PARSER ...]

A crash is written to tests/hostile/corpus/PARSER/, where the tests meet it from then on; with --keep also
small inputs that reach lines which none of those kept does. Lines are counted by Python's own tracing, in
modules of this package alone, so it runs where the tests run and needs no compiler.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import FrameType
from typing import Any

from tests.hostile.damaging import damaged
from tests.hostile.parsers import CORPUS, PARSERS, end_in_a_sentence, kept

Line = tuple[str, int]
MOST_POOLED = 20_000
"""Bytes of an input that is damaged further: large ones make all that follow slow."""
MOST_KEPT = 2_000
"""Bytes of an input that is kept for the lines it reaches."""


class Tracer:
    """The lines of our own modules that one input reaches."""

    def __init__(self) -> None:
        self.lines: set[Line] = set()

    def __call__(self, frame: FrameType, event: str, argument: Any) -> Any:
        if "/annotator/" not in frame.f_code.co_filename:
            return None
        self.lines.add((frame.f_code.co_filename, frame.f_lineno))
        return self


def reached(name: str, data: bytes) -> tuple[set[Line], str]:
    """The lines reached, and the traceback of a crash or nothing."""
    tracer = Tracer()
    sys.settrace(tracer)
    try:
        end_in_a_sentence(name, data)
    except Exception:  # noqa: BLE001 - a crash is what is looked for
        sys.settrace(None)
        return tracer.lines, traceback.format_exc()
    finally:
        sys.settrace(None)
    return tracer.lines, ""


@dataclass(slots=True)
class Fuzzed:
    """What was found out about a parser."""

    tried: int = 0
    lines: set[Line] = field(default_factory=set)
    """Of our modules, that were reached."""
    crashes: dict[str, bytes] = field(default_factory=dict)
    """By where they happened."""
    new: list[bytes] = field(default_factory=list)
    """Inputs that reached lines which no earlier one did."""


def fuzz(name: str, seconds: float, seed: int) -> Fuzzed:
    """What was found in so many seconds, the same for the same seed as far as time allows."""
    chance = random.Random(seed)
    pool, found = [path.read_bytes() for path in kept(name)], Fuzzed()
    for data in pool:
        found.lines |= reached(name, data)[0]
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        data = damaged(chance.choice(pool), chance.getrandbits(32))
        lines, crash = reached(name, data)
        found.tried += 1
        if crash:
            found.crashes.setdefault("\n".join(crash.splitlines()[-3:]), data)
        elif lines - found.lines:
            found.lines |= lines
            found.new.append(data)
            if len(data) <= MOST_POOLED:
                pool.append(data)
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """1 when something crashed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("parsers", nargs="*", metavar="PARSER", help=f"of {', '.join(PARSERS)}")
    parser.add_argument("--seconds", type=float, default=5, help="for each parser")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", action="store_true", help="keep small inputs that reach further")
    wanted = parser.parse_args(arguments)
    crashed = 0
    for name in wanted.parsers or PARSERS:
        found = fuzz(name, wanted.seconds, wanted.seed)
        told = f"{found.tried} inputs, {len(found.lines)} lines of ours, {len(found.crashes)} crashes"
        print(f"{name}: {told}", flush=True)
        for where, data in found.crashes.items():
            print(f"  {_keep(name, 'crash', data)}: {where}")
        for data in found.new if wanted.keep else ():
            if len(data) <= MOST_KEPT:
                _keep(name, "reach", data)
        crashed += len(found.crashes)
    return 1 if crashed else 0


def _keep(name: str, kind: str, data: bytes) -> str:
    path = CORPUS / name / f"{kind}-{hashlib.sha256(data).hexdigest()[:8]}"
    path.write_bytes(data)
    return path.name


if __name__ == "__main__":
    sys.exit(main())
