"""Medians and quartiles."""

from __future__ import annotations

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.statistics import MINIMUM_N, Summary, median, quartiles, summarize


@pytest.mark.parametrize(
    ("values", "expected", "reason"),
    [
        ([2, 4, 4, 5, 6, 7, 8], Summary(7, 5.0, 4.0, 6.5), "type 7 of R: quantile(c(2,4,4,5,6,7,8))"),
        ([1, 2, 3, 4], Summary(4, 2.5, 1.75, 3.25), "an even number: the middle lies between two"),
        ([4, 1, 1], Summary(3, 1.0, 1.0, 2.5), "order does not matter"),
        ([3, 3, 3], Summary(3, 3.0, 3.0, 3.0), "all alike"),
    ],
)
def test_a_summary_is_median_and_quartiles(values: list[float], expected: Summary, reason: str) -> None:
    assert summarize(values) == expected


@pytest.mark.parametrize("n", range(MINIMUM_N))
def test_too_few_scores_have_no_summary(n: int) -> None:
    assert summarize([4] * n) is None


@given(st.lists(st.integers(1, 9), min_size=2, max_size=60))
def test_quartiles_are_those_of_the_standard_library(values: list[int]) -> None:
    low, middle, high = statistics.quantiles(values, n=4, method="inclusive")
    assert quartiles(values) == pytest.approx((low, high))
    assert median(values) == pytest.approx(middle)


def test_nothing_has_no_median() -> None:
    with pytest.raises(ValueError, match="no values"):
        median([])
