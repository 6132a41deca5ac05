"""Adjusted means: strictness taken out, nothing added where there is none."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.statistics.adjusting import adjust, known_severities
from annotator.statistics.severity import Rating, estimate, probabilities

THRESHOLDS = (-1.5, 0.0, 1.5)
LEVELS = (1, 2, 3, 4)


def test_without_strictness_the_adjusted_mean_is_the_plain_one() -> None:
    steps = [0, 1, 1, 2, 2, 2, 3]
    found = adjust([("a", step) for step in steps], {}, THRESHOLDS, LEVELS)
    assert found and found.interval
    assert found.mean == pytest.approx(1 + sum(steps) / len(steps), abs=1e-4)
    assert found.interval[0] < found.mean < found.interval[1]


def test_what_a_strict_rater_takes_is_given_back() -> None:
    """The same levels mean more from a strict rater (s = 1) and less from a lenient one."""
    strict = [("strict", 1)] * 3 + [("strict", 2)] * 2
    plain = 1 + 7 / 5
    found = adjust(strict, {"strict": 1.0}, THRESHOLDS, LEVELS)
    assert found and found.mean > plain + 0.3
    lenient = adjust(strict, {"strict": -1.0}, THRESHOLDS, LEVELS)
    assert lenient and lenient.mean < plain - 0.3


def test_two_outlets_rated_by_strict_and_by_lenient_raters_come_together() -> None:
    """The outlets are alike; strict raters read the one. The means lie apart, the adjusted ones do not."""
    severity = {f"r{n}": (-0.9 if n < 12 else 0.9) for n in range(24)}
    draw = random.Random(5)
    ratings = [
        Rating(rater, article, f"c{criterion}", draw.choices(range(4), probabilities(0.2 - s, THRESHOLDS))[0])
        for rater, s in severity.items()
        for article in ("shared-1", "shared-2", "one" if s < 0 else "other")
        for criterion in range(8)
    ]
    found = estimate(ratings, 3)
    assert found
    severities = known_severities(found)

    def both(article: str) -> tuple[float, float]:
        given = [(one.rater, one.step) for one in ratings if one.article == article]
        adjusted = adjust(given, severities, found.thresholds, LEVELS)
        assert adjusted
        return 1 + sum(step for _, step in given) / len(given), adjusted.mean

    (plain_one, fair_one), (plain_other, fair_other) = both("one"), both("other")
    assert plain_one - plain_other > 0.8
    assert abs(fair_one - fair_other) < 0.25


def test_too_few_ratings_have_no_mean_and_few_no_interval() -> None:
    assert adjust([("a", 1), ("b", 2)], {}, THRESHOLDS, LEVELS) is None
    few = adjust([("a", 1), ("b", 2), ("c", 2)], {}, THRESHOLDS, LEVELS)
    assert few and few.interval is None


@given(
    st.lists(st.tuples(st.sampled_from("abcde"), st.integers(0, 3)), min_size=3, max_size=30),
    st.lists(st.floats(-4, 4), min_size=5, max_size=5),
)
def test_an_adjusted_mean_is_a_number_on_the_scale_whatever_was_given(
    ratings: list[tuple[str, int]], strict: list[float]
) -> None:
    found = adjust(ratings, dict(zip("abcde", strict, strict=True)), THRESHOLDS, LEVELS)
    assert found and 1 <= found.mean <= 4
    if found.interval:
        assert 1 <= found.interval[0] <= found.mean <= found.interval[1] <= 4
