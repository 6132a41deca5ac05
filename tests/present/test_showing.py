from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import get_character_cell_size

from annotator.present.showing import Cells, shown

CASES = [
    ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m", "escapes become pictures"),
    ("a\u202eb\u2066c", "a⇄b⇄c", "nobody turns the direction of writing"),
    ("bell\x07 null\x00 delete\x7f", "bell␇ null␀ delete␡", "controls have pictures of their own"),
    ("c1\x9b31m", "c1\ufffd31m", "one-byte escapes are broken"),
    ("tab\there\u2028line", "tab here line", "white space of other kinds is a space"),
    ("क्\u200dष", "क्ष", "a joiner would swallow what follows it"),
    ("👨\u200d👩", "👨👩", "a joined family is two people"),
    ("half\ud800", "half\ufffd", "half a surrogate cannot be printed"),
    ("so\u00adft ze\u200bro", "soft zero", "what has no width is left away"),
    ("[the minister] [/end]", "[the minister] [/end]", "brackets are words"),
    ("टिकटॉक का डेटा", "टिकटॉक का डेटा", "Hindi stays as it is"),
]


@pytest.mark.parametrize(("text", "picture", "reason"), CASES, ids=[case[2] for case in CASES])
def test_what_a_terminal_would_obey_is_shown_instead(text: str, picture: str, reason: str) -> None:
    assert shown(text) == picture, reason


@given(st.text())
def test_nothing_shown_can_command_a_terminal(text: str) -> None:
    picture = shown(text)
    assert not [c for c in picture if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]
    assert not set(picture) & set(
        "\u200d\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
    )
    picture.encode("utf-8")


@given(st.text())
def test_showing_twice_changes_nothing(text: str) -> None:
    assert shown(shown(text)) == shown(text)


@given(st.text(), st.text())
def test_each_character_is_shown_by_itself(one: str, other: str) -> None:
    assert shown(one) + shown(other) == shown(one + other)


def test_plain_text_is_not_copied() -> None:
    text = "Nothing to hide, not even [brackets]."
    assert shown(text) is text


def test_cells_count_what_is_shown() -> None:
    cells = Cells(get_character_cell_size)
    assert cells.of("\x1b[31m") == 5
    assert cells.of("日本") == 4
    assert cells.of("a\u200db") == 2
    assert cells.all_single("“curly”") and not cells.all_single("日")
