from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import get_character_cell_size

from annotator.present.keys import KeyHint, join_keys, key_line
from annotator.present.library import SignalName, columns, dots, signal_bars, told_of_adding
from annotator.present.lines import Run, clip, fold, line, pad, plain, spread, width_of
from annotator.present.showing import Cells
from annotator.workbench.importing import Added

CELLS = Cells(get_character_cell_size)


@given(st.text(), st.integers(1, 40))
def test_clipped_and_padded_words_have_their_width(text: str, width: int) -> None:
    assert CELLS.of(clip(text, width, CELLS)) <= width
    assert CELLS.of(pad(text, width, CELLS)) in (width, width - 1)


@given(st.text(), st.integers(2, 40))
def test_folded_prose_fits(text: str, width: int) -> None:
    assert all(CELLS.of(part) <= width for part in fold(text, width, CELLS))


def test_what_is_cut_off_shows() -> None:
    assert clip("The council decides", 8, CELLS) == "The cou…"
    assert clip("日本語", 4, CELLS) == "日…"


def test_the_right_side_of_a_head_is_kept() -> None:
    head = spread(line("A very long title of an article"), line("saved 10:42"), 24, CELLS)
    assert plain(head) == "A very long… saved 10:42"
    assert width_of(head, CELLS) == 24


def test_keys_of_one_group_stand_together() -> None:
    hints = [KeyHint(str(key), "score", str(key), "score") for key in (1, 2, 3, 4)]
    hints += [KeyHint("]", "next", "]", "criterion"), KeyHint("[", "previous", "[", "criterion")]
    assert [(hint.key, hint.does) for hint in join_keys(hints)] == [("1-4", "score"), ("] [", "criterion")]


def test_help_never_gives_way() -> None:
    hints = [KeyHint(letter, f"deed number {letter}", letter) for letter in "abcdefgh"]
    shown = plain(key_line(hints, [KeyHint("?", "help", "?")], 40, CELLS))
    assert shown.endswith("? help ") and "a deed number a" in shown and "h deed" not in shown


def test_bars_say_zero_unknown_and_unasked_differently() -> None:
    signals = [SignalName("loaded", "L"), SignalName("praise", "P"), SignalName("hedge", "H")]
    bars = signal_bars({"loaded": 0, "hedge": 9}, 400, signals)
    assert bars[0] == Run("L  ", "off"), "it was asked and found nothing"
    assert bars[1] == Run("P– ", "off"), "it cannot answer"
    assert bars[2] == Run("H█ ", "hedge")
    assert {"·", " "} == set(signal_bars(None, 400, signals)[0].text), "it has not been asked"


def test_dots_show_what_is_done_and_left() -> None:
    assert "".join(run.text for run in dots(3, 8)) == "●●●○○○○○"
    assert dots(3, 14)[0].text == "3 of 14"


def test_columns_never_need_more_than_there_is() -> None:
    for width in range(38, 220):
        assert sum(columns(width, 8, 8)) + 2 <= width


def test_adding_tells_what_was_not_taken() -> None:
    assert (
        told_of_adding([Added("a.txt", None), Added("b.txt", None, duplicate=True)])
        == "1 article added. 1 was here already."
    )
