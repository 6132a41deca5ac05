"""The many-facet Rasch model: it finds what the data were made from, and is fair where means are not."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.statistics.severity import Rating, count_groups, estimate, moments, probabilities

THRESHOLDS = (-1.5, 0.0, 1.5)


def simulated(
    severity: dict[str, float], quality: dict[str, float], *, seed: int = 7, criteria: int = 6
) -> list[Rating]:
    """What such raters give such articles by the model itself."""
    draw = random.Random(seed)
    return [
        Rating(rater, article, f"c{criterion}", draw.choices(range(4), probabilities(b - s, THRESHOLDS))[0])
        for rater, s in severity.items()
        for article, b in quality.items()
        for criterion in range(criteria)
    ]


def test_probabilities_are_the_model() -> None:
    shares = probabilities(0.7, THRESHOLDS)
    assert sum(shares) == pytest.approx(1)
    from math import log

    for k, threshold in enumerate(THRESHOLDS, 1):
        assert log(shares[k] / shares[k - 1]) == pytest.approx(0.7 - threshold)
    assert moments(0.0, THRESHOLDS)[0] == pytest.approx(1.5)


def test_it_finds_the_severities_the_ratings_were_made_with() -> None:
    severity = {f"r{n}": (n - 4.5) / 3 for n in range(10)}
    quality = {f"a{n}": (n - 3.5) / 2 for n in range(8)}
    found = estimate(simulated(severity, quality), 3)
    assert found is not None
    assert found.converged
    assert found.groups == 1
    for rater, true in severity.items():
        assert found.raters[rater].logits == pytest.approx(true, abs=0.6)
        assert abs(found.raters[rater].logits - true) < 4 * found.raters[rater].error
    assert found.thresholds == pytest.approx(THRESHOLDS, abs=0.4)


def test_outlets_are_compared_fairly_when_strict_raters_read_only_one() -> None:
    """Two articles of the same quality; the strict half of the class reads mostly the first."""
    severity = {**{f"strict{n}": 1.2 for n in range(8)}, **{f"mild{n}": -1.2 for n in range(8)}}
    every = simulated(severity, {"one": 0.0, "two": 0.0, "link": 0.5}, criteria=8)
    ratings = [
        r for r in every if r.article == "link" or (r.article == "one") == r.rater.startswith("strict")
    ]
    found = estimate(ratings, 3)
    assert found is not None
    one, two = found.articles["one"], found.articles["two"]
    assert two.mean - one.mean > 0.8
    assert abs(two.fair - one.fair) < (two.mean - one.mean) / 3


def test_all_lowest_and_all_highest_have_finite_estimates() -> None:
    ratings = simulated({"a": 0.0, "b": 0.1}, {"x": 0.0, "y": 0.5, "z": -0.5})
    ratings += [Rating("low", one, "c1", 0) for one in "xyz"] + [
        Rating("high", one, "c1", 3) for one in "xyz"
    ]
    found = estimate(ratings, 3)
    assert found is not None
    assert found.raters["high"].logits < found.raters["a"].logits < found.raters["low"].logits < 9


def test_raters_that_share_nothing_are_told_apart() -> None:
    ratings = [Rating("a", "x", "c", 0), Rating("b", "x", "c", 1), Rating("d", "y", "c", 2)]
    assert count_groups(ratings) == 2
    assert count_groups([*ratings, Rating("d", "x", "c", 2)]) == 1


def test_ratings_that_are_all_the_same_say_nothing() -> None:
    assert estimate([Rating("a", "x", "c", 2), Rating("b", "x", "c", 2)], 3) is None


@given(
    severity=st.lists(st.floats(-1.5, 1.5), min_size=8, max_size=12),
    quality=st.lists(st.floats(-1.2, 1.2), min_size=6, max_size=8),
    seed=st.integers(0, 10**6),
)
@settings(max_examples=6, deadline=None)
def test_whatever_the_truth_was_it_is_found_again(
    severity: list[float], quality: list[float], seed: int
) -> None:
    """Simulated by the model itself, the estimates lie as near to the truth as their errors say."""
    truth = {f"r{at}": value for at, value in enumerate(severity)}
    found = estimate(simulated(truth, {f"a{at}": b for at, b in enumerate(quality)}, seed=seed), 3)
    assert found is not None and found.converged
    centre = sum(severity) / len(severity)
    for rater, value in truth.items():
        one = found.raters[rater]
        assert abs(one.logits - (value - centre)) < 5 * one.error
