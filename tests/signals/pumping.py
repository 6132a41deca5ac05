"""Pieces that a careless pattern would choke on, repeated: a process of its own tells how the cost grows.

A pattern that goes back and forth runs in C, where no step can be counted, so time is all there is. It is
the processor's time of this process alone, the least of several turns, beside that of plain prose of the same
lengths in the same turns: whatever slows the machine down slows both.
"""

from __future__ import annotations

import gc
import random
import sys
import time

from annotator.signals import analyze

PIECES = [
    ("en", "'a "), ("en", "“a b "), ("en", '"a b c d e f '), ("en", "U.S. "), ("en", "he said "),
    ("en", "a@a "), ("en", "a.b.c@"), ("en", "1.2.3 "), ("en", "2021-02-"), ("en", "((( "), ("en", "… "),
    ("en", "x"), ("en", "Name: x y z\n"), ("en", "TikTok\n"), ("en", "said “a b c d e.” "),
    ("en", "allegedly "), ("en", "Clinton, head of X, said "), ("en", "subscribe "), ("en", "never "),
    ("en", "#a "), ("en", "good "), ("en", "GOOD "), ("en", "good but "), ("en", "BAD good "),
    ("en", "one "), ("en", "9"), ("en", "1,"), ("en", "$ "), ("en", "two and "), ("en", "5 $ "),
    ("en", "million "), ("en", "5-"), ("en", "1 000 "),
    ("it", "l'a "), ("it", "ha detto "), ("it", "«a b c d e» "), ("it", "sarà "),
    ("hi", "ने कहा "), ("hi", "के मुताबिक "), ("hi", "। "), ("hi", "नहीं "),
]  # fmt: skip
SAID = [("en", "Name: they said a b c.\n"), ("en", "They said this:\nA b c d e f g h.\n")]
"""What grows with the number of lines times that of verbs, if it does, shows in longer texts only."""
TIMES = 8
"""How many times as long they are."""
PROSE = "The council met on Monday and agreed on a budget for the two schools. "
SHORT, LONG = 5_000, 30_000
"""Characters."""
BOUND = 2.5
"""How much faster than that of prose a cost may grow: a square would grow six times as fast."""
TURNS = 8


def mixtures() -> list[tuple[str, str]]:
    """Three pieces of one language after one another, drawn the same way in each run."""
    draw = random.Random(7)
    return [
        (language, "".join(draw.choices([piece for code, piece in PIECES if code == language], k=3)))
        for language in ("en", "en", "en", "en", "it", "hi")
        for _ in range(2)
    ]


def cost(language: str, text: str) -> float:
    """Seconds of the processor for one analysis."""
    begun = time.process_time()
    analyze(text, language)
    return time.process_time() - begun


def growth(language: str, piece: str, times: int = 1) -> float:
    """How much faster than that of prose the cost of the repeated piece grows; the least that was seen."""
    texts = [
        (code, repeated * (times * size // len(repeated)))
        for code, repeated in ((language, piece), ("en", PROSE))
        for size in (SHORT, LONG)
    ]
    analyze(piece, language)
    least = [cost(*text) for text in texts]
    for _ in range(TURNS):
        least = [min(known, cost(*text)) for known, text in zip(least, texts, strict=True)]
        if (found := least[1] / least[0] / (least[3] / least[2])) <= BOUND:
            break
    return found


if __name__ == "__main__":
    gc.disable()
    grown = {one: growth(*one) for one in (*PIECES, *mixtures())} | {one: growth(*one, TIMES) for one in SAID}
    sys.exit("\n".join(f"{one}: {found:.1f}" for one, found in grown.items() if found > BOUND) or None)
