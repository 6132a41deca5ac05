"""Moves between a first and a second judgement."""

from __future__ import annotations

import pytest

from annotator.statistics import MINIMUM_N
from annotator.statistics.shifting import MINIMUM_RATERS, measure_shift, sign_test


@pytest.mark.parametrize(
    ("up", "down", "p", "why"),
    [
        (0, 0, 1.0, "nothing moved"),
        (1, 0, 1.0, "one move is as likely either way"),
        (5, 0, 0.0625, "2 / 2^5"),
        (6, 0, 0.03125, "2 / 2^6"),
        (8, 2, 0.109375, "2 (1 + 10 + 45) / 2^10, as in the tables of the binomial"),
        (4, 4, 1.0, "never more than one"),
    ],
)
def test_the_sign_test_is_exact(up: int, down: int, p: float, why: str) -> None:
    assert sign_test(up, down) == pytest.approx(p), why
    assert sign_test(down, up) == sign_test(up, down)


def test_too_few_pairs_have_no_figures() -> None:
    shift = measure_shift([("a", 1)] * (MINIMUM_N - 1))
    assert (shift.n, shift.up, shift.mean, shift.interval, shift.sign_p, shift.share_changed) == (
        MINIMUM_N - 1, MINIMUM_N - 1, None, None, None, None,
    )  # fmt: skip


def test_counts_and_mean_are_what_they_say() -> None:
    shift = measure_shift([("a", 1), ("b", -2), ("c", 0), ("d", 0)])
    assert (shift.n, shift.up, shift.down, shift.changed, shift.mean) == (4, 1, 1, 2, -0.25)
    assert shift.share_changed == 0.5
    assert shift.interval is None, "four raters are too few to resample"


def test_the_interval_holds_the_mean_and_is_the_same_every_time() -> None:
    moves = [(f"r{number}", number % 3 - 1) for number in range(30)]
    shift = measure_shift(moves)
    assert shift.interval and shift.mean is not None
    assert shift.interval[0] < shift.mean < shift.interval[1]
    assert measure_shift(list(reversed(moves))) == shift


def test_many_moves_of_one_rater_do_not_narrow_the_interval() -> None:
    raters = [f"r{number}" for number in range(MINIMUM_RATERS + 3)]
    once = measure_shift([(rater, number % 3) for number, rater in enumerate(raters)])
    often = measure_shift([(rater, number % 3) for number, rater in enumerate(raters)] * 50)
    assert once.interval == often.interval
