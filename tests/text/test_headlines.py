"""Which line of a plain text is its headline."""

from __future__ import annotations

import pytest

from annotator.text import find_headline

CASES = [
    ("TikTok to pay $92m\n\nThe firm agreed.", "TikTok to pay $92m", "the first line of four words"),
    ("NEWS\nTikTok to pay $92m\n\nThe firm agreed.", "TikTok to pay $92m", "a section name is passed over"),
    ("1. Home\n2. Tech\nTikTok to pay $92m\n", "TikTok to pay $92m", "a menu is passed over"),
    ("Short title\n", "Short title", "a short first line is better than none"),
    ("x " * 200, "", "an overlong line is no headline"),
    ("", "", "nothing"),
]


@pytest.mark.parametrize(("text", "headline", "why"), CASES)
def test_the_headline_is_the_first_line_that_reads_like_one(text: str, headline: str, why: str) -> None:
    start, end = find_headline(text)
    assert text[start:end] == headline, why
