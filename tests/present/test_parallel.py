"""Two articles scrolled together: never backwards, from the first line to the last."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.present.parallel import LEFT, RIGHT, follow, tie

LINES = st.integers(1, 80)
PAIRS = st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=12)


@given(PAIRS, LINES, LINES)
def test_points_ascend_on_both_sides(pairs: list[tuple[int, int]], left: int, right: int) -> None:
    points = tie(pairs, left, right)
    assert points[0] == (0, 0) and points[-1] == (left, right)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in zip(points, points[1:], strict=False))


@given(PAIRS, LINES, LINES, st.sampled_from((LEFT, RIGHT)))
def test_scrolling_down_here_never_scrolls_up_there(
    pairs: list[tuple[int, int]], left: int, right: int, side: int
) -> None:
    points = tie(pairs, left, right)
    lengths = (left, right)
    there = [follow(points, line, side) for line in range(lengths[side] + 1)]
    assert there == sorted(there)
    assert there[0] == 0 and there[-1] == lengths[1 - side]


def test_tied_lines_stand_at_one_height() -> None:
    points = tie([(10, 4), (20, 30)], 40, 40)
    assert follow(points, 10, LEFT) == 4 and follow(points, 30, RIGHT) == 20
    assert follow(points, 15, LEFT) == 17


def test_of_crossing_pairs_the_longer_chain_is_kept() -> None:
    assert tie([(5, 30), (10, 10), (20, 20)], 40, 40) == [(0, 0), (10, 10), (20, 20), (40, 40)]
