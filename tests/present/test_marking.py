from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import get_character_cell_size

from annotator.present.lines import Run
from annotator.present.marking import Mark, margin_signs, mark_line, overview, place_marks
from annotator.present.showing import Cells
from annotator.present.wrapping import wrap

CELLS = Cells(get_character_cell_size)
TEXT = "The platform allegedly used scummy tactics, sources say. It denies everything."
HEDGE = Mark(13, 22, "mark-hedge", "H")
LOADED = Mark(28, 34, "mark-loaded", "L")
SENTENCE = Mark(0, 56, "mark-anonymous", "N")


def test_a_mark_is_exactly_its_words() -> None:
    (line,) = wrap(TEXT, 100, CELLS)
    runs = mark_line(TEXT, line, [HEDGE])
    assert [run.text for run in runs if run.look == "mark-hedge"] == ["allegedly"]
    assert "".join(run.text for run in runs) == TEXT


def test_marks_lie_over_one_another() -> None:
    (line,) = wrap(TEXT, 100, CELLS)
    looks = {run.text: run.look for run in mark_line(TEXT, line, [SENTENCE, LOADED, Mark(28, 34, "chosen")])}
    assert looks["scummy"] == "mark-anonymous mark-loaded chosen"
    assert looks[" It denies everything."] == ""


def test_a_mark_over_a_line_end_is_on_both_lines() -> None:
    lines = wrap(TEXT, 30, CELLS)
    placed = place_marks(lines, [SENTENCE])
    assert sorted(placed) == [0, 1]
    assert margin_signs(lines[0], placed[0], 3) == [Run("N", "anonymous")]
    assert margin_signs(lines[1], placed[1], 3) == [], "its letter stands where it begins, once"


def test_letters_stand_in_the_order_of_the_words_and_say_when_there_are_more() -> None:
    (line,) = wrap(TEXT, 100, CELLS)
    assert [run.text for run in margin_signs(line, [LOADED, HEDGE], 3)] == ["H", "L"]
    assert [run.text for run in margin_signs(line, [LOADED, HEDGE, SENTENCE], 2)] == ["N", "+"]


def test_the_overview_shows_where_marks_begin_and_evidence_first() -> None:
    lines = wrap("word " * 200, 20, CELLS)
    placed = place_marks(lines, [Mark(0, 4, "mark-hedge", "H")])
    cited = place_marks(lines, [Mark(995, 999, "evidence", "1")])
    rows = overview(lines, 10, placed, {}, cited)
    assert (rows[0].text, rows[-1].text) == ("━", "◆")
    assert {row.text for row in rows[1:-1]} == {" "}


@given(st.text(max_size=200), st.lists(st.tuples(st.integers(0, 200), st.integers(1, 60)), max_size=8))
def test_marked_lines_show_the_same_text_as_bare_ones(text: str, spans: list[tuple[int, int]]) -> None:
    lines = wrap(text, 25, CELLS)
    marks = [Mark(start, min(len(text), start + length), "mark-hedge", "H") for start, length in spans]
    placed = place_marks(lines, [mark for mark in marks if mark.start < mark.end])
    for at, line in enumerate(lines):
        bare = "".join(run.text for run in mark_line(text, line, []))
        assert "".join(run.text for run in mark_line(text, line, placed.get(at, []))) == bare
