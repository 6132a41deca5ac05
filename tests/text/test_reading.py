"""Words with exact places, in any script."""

from __future__ import annotations

import pytest

from annotator.text import count_words, read_text

CASES = [
    ("en", "Won't TikTok's app pay?", ["won't", "tiktok", "'s", "app", "pay", ""]),
    ("it", "dell'azienda è un'ondata", ["dell", "azienda", "è", "un", "ondata"]),
    ("hi", "हिन्दी में ज़रूरी।", ["हिंदी", "में", "जरूरी", ""]),
    ("en", "It grew 3.5% to 1,000.", ["it", "grew", "3.5", "%", "to", "1,000", ""]),
    ("en", "CAFÉ cafe\u0301 café", ["café", "café", "café"]),
    ("en", "so\u00adft", ["soft"]),
]


@pytest.mark.parametrize(("language", "text", "keys"), CASES)
def test_words_are_folded_to_the_key_under_which_spellings_meet(
    language: str, text: str, keys: list[str]
) -> None:
    assert read_text(text, language).tokens.keys == keys


def test_gaps_and_tokens_together_are_the_text() -> None:
    text = "  “Well,” he said —  TikTok's 5\u2009% … हिन्दी। "
    tokens = read_text(text, "en").tokens
    pieces = [
        gap + text[start:end]
        for gap, start, end in zip(tokens.gaps, tokens.starts, tokens.ends, strict=False)
    ]
    assert "".join(pieces) + tokens.gaps[-1] == text


def test_every_token_knows_its_sentence() -> None:
    document = read_text("He left. She stayed.", "en")
    assert document.token_sentences == [0, 0, 0, 1, 1, 1]
    assert document.sentence_tokens == [0, 3]


def test_words_and_numbers_count_but_signs_do_not() -> None:
    assert count_words("Pay $5 now! 🙂", "en") == read_text("Pay $5 now! 🙂", "en").words == 3
