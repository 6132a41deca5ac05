"""The exact interval of a median."""

from __future__ import annotations

import pytest

from annotator.statistics.bracketing import median_interval


@pytest.mark.parametrize(
    ("n", "ends", "reason"),
    [
        (5, None, "five values cannot bracket it with 95 %"),
        (6, (1, 6), "k = 1: 0.969"),
        (9, (2, 8), "k = 2: 0.961"),
        (10, (2, 9), "k = 2: 0.979"),
        (20, (6, 15), "k = 6: 0.959, as tables of the sign test have it"),
        (100, (40, 61), "k = 40: 0.965"),
        (1000, (469, 532), "the last that is counted out"),
        (1001, (469, 533), "the first by the normal distribution"),
    ],
)
def test_the_ends_are_those_of_published_tables(n: int, ends: tuple[int, int] | None, reason: str) -> None:
    assert median_interval(range(n, 0, -1)) == ends, reason


def test_equal_values_have_an_interval_without_width() -> None:
    assert median_interval([3] * 12) == (3, 3)
