from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import get_character_cell_size

from annotator.present.showing import Cells, shown
from annotator.present.wrapping import line_of, offset_at, wrap
from annotator.resources import shipped

CELLS = Cells(get_character_cell_size)
SEEDS = sorted(shipped("seeds").rglob("outlet*.md")) + sorted(shipped("seeds").rglob("t*.md"))
LETTERS = st.sampled_from(
    list("abc de. \n") + ["का", "क्ष", "é", "e\u0301", "日", "👩", "\x1b", "\u202e", "\t", "\u200d"]
)
TEXTS = st.lists(LETTERS, max_size=120).map("".join)


def check(text: str, width: int) -> None:
    lines = wrap(text, width, CELLS)
    assert [line.start for line in lines] == sorted(line.start for line in lines)
    kept = "".join(text[line.start : line.end] for line in lines)
    assert "".join(kept.split()) == "".join(text.split()), "every word is shown once, in order"
    widest = max((CELLS[character] for character in text), default=1)
    for line in lines:
        assert CELLS.of(text[line.start : line.end]) <= max(width, widest) or line.end - line.start == 1


@given(TEXTS, st.integers(4, 40))
def test_every_word_is_shown_once_and_fits(text: str, width: int) -> None:
    check(text, width)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
@pytest.mark.parametrize("width", [20, 57, 75])
def test_the_seeds_fit_into_any_column(path: Path, width: int) -> None:
    check(path.read_text(encoding="utf-8"), width)


@given(TEXTS, st.integers(8, 40))
def test_places_are_found_again_on_the_screen(text: str, width: int) -> None:
    lines = wrap(text, width, CELLS)
    for offset, character in enumerate(text):
        if character.isspace() or not CELLS[character]:
            continue
        line = lines[line_of(lines, offset)]
        if line.start <= offset < line.end:
            cell = CELLS.of(text[line.start : offset])
            assert offset_at(text, line, cell, CELLS) == offset


def test_a_vowel_sign_stays_with_its_consonant() -> None:
    text = "टिकटॉक" * 20
    for line in wrap(text, 9, CELLS):
        assert not unicodedata.category(text[line.start]).startswith("M")


def test_paragraphs_stand_apart_and_menus_do_not() -> None:
    paragraphs = (
        "A first long sentence that fills more than a line.\nA second one, just as long as the first."
    )
    menu = "Home\nOthers"
    assert [line.start == line.end for line in wrap(paragraphs, 30, CELLS)] == [
        False,
        False,
        True,
        False,
        False,
    ]
    assert [line.start == line.end for line in wrap(menu, 30, CELLS)] == [False, False]


def test_many_empty_lines_are_one() -> None:
    assert len(wrap("one\n\n\n \n\ntwo", 30, CELLS)) == 3


def test_an_empty_text_has_a_line() -> None:
    assert wrap("", 30, CELLS) == [(0, 0)]
    assert wrap(" \n ", 30, CELLS) == [(0, 0)]


def test_what_is_shown_in_a_line_is_the_text_itself() -> None:
    text = "TikTok कर रहा था यूजर्स का डेटा ट्रैक"
    (line,) = wrap(text, 75, CELLS)
    assert shown(text[line.start : line.end]) == text
