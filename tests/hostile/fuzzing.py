"""Coverage-guided fuzzing of the parsers: what reaches lines no input reached before is damaged further.

    python -m tests.hostile.fuzzing --seconds 60 [PARSER ...]

A crash is written to tests/hostile/corpus/PARSER/, where the tests meet it from then on. Lines are counted by
Python's own tracing, in this package's modules alone, so it runs where the tests run and needs no compiler.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import time
import traceback
from collections.abc import Sequence
from types import FrameType
from typing import Any

from tests.hostile.damaging import damaged
from tests.hostile.parsers import CORPUS, PARSERS, end_in_a_sentence, kept

Line = tuple[str, int]


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


def fuzz(name: str, seconds: float, seed: int) -> tuple[int, int, dict[str, bytes]]:
    """How many inputs were tried, how many lines they reached, and the crashes by where they happened."""
    chance = random.Random(seed)
    pool, seen, crashes, tried = (
        [path.read_bytes() for path in kept(name)],
        set[Line](),
        dict[str, bytes](),
        0,
    )
    for data in pool:
        seen |= reached(name, data)[0]
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        data = damaged(chance.choice(pool), chance.getrandbits(32))
        lines, crash = reached(name, data)
        tried += 1
        if crash:
            crashes.setdefault("\n".join(crash.splitlines()[-3:]), data)
        elif lines - seen:
            seen |= lines
            pool.append(data)
    return tried, len(seen), crashes


def main(arguments: Sequence[str] | None = None) -> int:
    """1 when something crashed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("parsers", nargs="*", metavar="PARSER", help=f"of {', '.join(PARSERS)}")
    parser.add_argument("--seconds", type=float, default=5, help="for each parser")
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args(arguments)
    crashed = 0
    for name in wanted.parsers or PARSERS:
        tried, lines, crashes = fuzz(name, wanted.seconds, wanted.seed)
        print(f"{name}: {tried} inputs, {lines} lines of ours, {len(crashes)} crashes", flush=True)
        for told, data in crashes.items():
            path = CORPUS / name / f"crash-{hashlib.sha256(data).hexdigest()[:8]}"
            path.write_bytes(data)
            print(f"  {path.name}: {told}")
        crashed += len(crashes)
    return 1 if crashed else 0


if __name__ == "__main__":
    sys.exit(main())
