"""Stretches between quotation marks."""

from __future__ import annotations

import pytest

from annotator.text import read_text

CASES = [
    ("He is a “genius” now.", [("“genius”", "genius", False)], "scare quotes"),
    ('He is a "genius" now.', [('"genius"', "genius", False)], "straight"),
    (
        "Sie sagte „so ist das nun mal eben“ laut.",
        [("„so ist das nun mal eben“", None, True)],
        "German marks",
    ),
    ("«Uno due tre quattro cinque»", [("«Uno due tre quattro cinque»", None, True)], "French marks"),
    ("»Eins zwei drei vier fünf«", [("»Eins zwei drei vier fünf«", None, True)], "turned French marks"),
    (
        "``One two three four five''",
        [("``One two three four five''", "One two three four five", True)],
        "typed",
    ),
    ("‘One two three four five’", [("‘One two three four five’", None, True)], "single marks"),
    ("the '90s and the '80s", [], "apostrophes before a word"),
    ("the boys' and girls' schools", [], "apostrophes after a word"),
    ('a 5" screen', [], "inches"),
    ("“a ‘b c’ d e f g”", [("“a ‘b c’ d e f g”", None, True)], "nested: the outer one"),
    ("“Stop!”", [("“Stop!”", "Stop!", False)], "one word is no speech"),
    ("“Go home.”", [("“Go home.”", "Go home.", True)], "a short sentence is"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_the_outermost_quotations_are_found(
    text: str, expected: list[tuple[str, str | None, bool]], why: str
) -> None:
    found = read_text(text, "en").quotations
    assert [(text[slice(*q.span)], q.direct) for q in found] == [
        (span, direct) for span, _, direct in expected
    ], why
    for quotation, (_, inner, _) in zip(found, expected, strict=True):
        assert inner is None or text[slice(*quotation.inner)] == inner


def test_an_unclosed_quotation_runs_to_the_end_of_its_line() -> None:
    text = "“We go on and on and on.\nShe left."
    assert [text[slice(*q.span)] for q in read_text(text, "en").quotations] == ["“We go on and on and on."]
