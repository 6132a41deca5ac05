"""Laws of places: every part of a text is exactly where its span says, in any text."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotator.formats.article_files import read_article
from annotator.languages import CODES
from annotator.languages.tokens import token_pattern
from annotator.text import Document, find_headline, read_text

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*/*.md"))

PIECES = [
    "A plain sentence. ",
    "Mr. Rossi of the U.S. said no! ",
    "It cost 9.2 million… Then more. ",
    "Musical.ly ",
    "“Is it?” he asked. ",
    '"Straight," she said. ',
    "«Perché no?» ",
    "l’azienda dell'anno ",
    "l'e\u0301lite ",
    "यह एक वाक्य है। ",
    "कथित रूप से ",
    "फ़िल्म ",
    "क\u094d\u200dष ",
    "हिन्दी॥ ",
    "👩‍👩‍👧 ",
    "🇮🇹🔥 ",
    "e\u0301\u0323 ",
    "日本語。",
    "\r\n",
    "\n",
    "\n\n",
    "\r",
    "\t",
    "\u00a0",
    "\u200f",
    "\x1b[31m",
    "(",
    "]",
    "'",
    "’",
    "…",
    "...",
    "?!",
    "|",
    "• ",
    "1. ",
    "$92m ",
    "9.2 करोड़ डॉलर ",
    "https://x.org/a?b=c ",
    "a@b.it ",
    "\ufeff",
    "\x00",
]
texts = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
    st.text(max_size=120),
)


def check(document: Document) -> None:
    """All laws at once, for one text."""
    text = document.text
    for lines in (document.lines, document.sentences):
        for span in lines:
            quote = text[span.start : span.end]
            assert quote and quote == quote.strip(), "no empty span, no white space at either end"
        assert all(one.end <= other.start for one, other in pairwise(lines)), "in order, none overlapping"
    for sentence in document.sentences:
        assert any(line.holds(sentence) for line in document.lines), "no sentence crosses a line"
    covered = bytearray(len(text))
    for sentence in document.sentences:
        covered[sentence.start : sentence.end] = b"\1" * (sentence.end - sentence.start)
    for line in document.lines:
        left = "".join(text[at] for at in range(line.start, line.end) if not covered[at])
        assert not left.strip(), "every letter of a line is in a sentence"
    check_tokens(document)
    for quotation in document.quotations:
        assert quotation.span.holds(quotation.inner)
        assert any(line.holds(quotation.span) for line in document.lines)
    headline = find_headline(text)
    assert text[headline.start : headline.end] == text[headline.start : headline.end].strip()


def check_tokens(document: Document) -> None:
    """Words and the gaps between them are the text, and nothing of it is lost."""
    tokens, text = document.tokens, document.text
    again = "".join(
        gap + text[start:end]
        for gap, start, end in zip(tokens.gaps, tokens.starts, tokens.ends, strict=False)
    )
    assert again + tokens.gaps[-1] == text
    found = list(token_pattern(document.language).finditer(text))
    assert list(zip(tokens.starts, tokens.ends, strict=True)) == [match.span() for match in found]
    assert list(tokens.kinds) == [match.lastindex or 0 for match in found]
    for at, kind in enumerate(tokens.kinds):
        word = text[tokens.starts[at] : tokens.ends[at]]
        assert word and (kind == 0 or not any(letter.isspace() for letter in word))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_the_parts_of_a_seed_are_where_their_spans_say(path: Path) -> None:
    draft = read_article(path)
    check(read_text(draft.text, draft.language))
    check(read_text(draft.text.replace("\n", "\r\n"), draft.language))


@pytest.mark.parametrize("code", [*CODES, "other"])
@settings(max_examples=60, deadline=None)
@given(text=texts)
@example(text="")
@example(text="कि\r\nक़\u093c 👩‍👩‍👧 “e\u0301” U.S. 9.2।")
def test_the_parts_of_any_text_are_where_their_spans_say(code: str, text: str) -> None:
    check(read_text(text, code))
