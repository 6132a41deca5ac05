"""Every example on a signal card is true: what it finds is found, what it leaves is left."""

from __future__ import annotations

import pytest

from annotator.model.findings import Measurement
from annotator.model.spans import Span
from annotator.signals import analyze, catalogue
from annotator.signals.examples import Example, examples_of

FEWEST = 3
NEUTRAL = 0.05
"""A sentiment nearer to 0 than this is none."""
PAIRS = [(signal.id, code) for signal in catalogue() if signal.kind != "article" for code in signal.languages]


def _rows(kind: str) -> list[object]:
    return [
        pytest.param(signal, code, example, id=f"{signal}-{code}-{at}")
        for signal, code in PAIRS
        for at, example in enumerate(getattr(examples_of(signal, code), kind))
    ]


def _spans(signal: str, code: str, text: str) -> list[tuple[int, int]]:
    headline = Span(0, len(text)) if signal == "clickbait" else Span(0, 0)
    return [(f.start, f.end) for f in analyze(text, code, headline).findings if f.signal == signal]


def _sign(code: str, text: str) -> str:
    measured = analyze(text, code, Span(0, 0)).measurements["sentiment"]
    assert isinstance(measured, Measurement)
    if abs(measured.value) < NEUTRAL:
        return "neutral"
    return "positive" if measured.value > 0 else "negative"


@pytest.mark.parametrize(("signal", "code"), PAIRS)
def test_a_card_shows_at_least_three_examples_of_each_kind(signal: str, code: str) -> None:
    examples = examples_of(signal, code)
    counts = (len(examples.find), len(examples.leave), len(examples.mistakes))
    assert min(counts) >= FEWEST, f"{signal}, {code}: {counts}"


@pytest.mark.parametrize(("signal", "code", "example"), _rows("find"))
def test_an_example_of_a_find_is_found(signal: str, code: str, example: Example) -> None:
    if signal == "sentiment":
        assert _sign(code, example.text) == example.sign
        return
    quote = example.quote or example.text
    start = example.text.index(quote)
    found = _spans(signal, code, example.text)
    assert any(begin < start + len(quote) and start < end for begin, end in found), example.text


@pytest.mark.parametrize(("signal", "code", "example"), _rows("leave"))
def test_an_example_to_leave_is_left(signal: str, code: str, example: Example) -> None:
    if signal == "sentiment":
        assert _sign(code, example.text) == "neutral"
        return
    found = [example.text[start:end] for start, end in _spans(signal, code, example.text)]
    assert not found, example.why


@pytest.mark.parametrize(("signal", "code", "example"), _rows("mistakes"))
def test_a_known_mistake_is_still_made_as_the_card_says(signal: str, code: str, example: Example) -> None:
    """A mistake that is cured belongs among the finds or the leaves, and its card needs another."""
    if signal != "sentiment":
        silent = "silent" in example.why
        assert silent != bool(_spans(signal, code, example.text)), example.why
