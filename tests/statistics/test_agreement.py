"""Agreement: published values, laws, and what is said where there is nothing to compute."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.statistics.concordance import ac2, kappa, pairwise, shares
from annotator.statistics.overlapping import overlap, token_f1
from annotator.statistics.ratings import Unit
from annotator.statistics.reliability import Metric, alpha
from annotator.statistics.resampling import MINIMUM_ARTICLES, interval

_ = None
KRIPPENDORFF = {
    "A": [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
    "B": [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
    "C": [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
    "D": [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
}
"""Content Analysis, chapter 12: four observers, twelve units."""
FIVE = (1, 2, 3, 4, 5)
ABSTRACTORS = [(1, 1)] * 13 + [(2, 2)] * 20 + [(2, 3)] * 7 + [(3, 2)] * 4 + [(3, 3)] * 56
"""Gwet 2014, table 2.1 (Ectopic, AIU, NIU): two abstractors, 100 patients."""


def units_of(table: dict[str, list[int | None]]) -> list[Unit]:
    width = len(next(iter(table.values())))
    return [
        {rater: value for rater, row in table.items() if (value := row[at]) is not None}
        for at in range(width)
    ]


UNITS = units_of(KRIPPENDORFF)
ratings = st.lists(
    st.dictionaries(st.sampled_from("ABCDE"), st.integers(1, 4), max_size=5), min_size=1, max_size=12
)


@pytest.mark.parametrize(("metric", "value"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)])
def test_alpha_has_the_published_values(metric: Metric, value: float) -> None:
    assert alpha(UNITS, metric) == pytest.approx(value, abs=0.0005)


def test_all_agreeing_is_one_and_all_the_same_has_no_alpha() -> None:
    assert alpha([{"A": 1, "B": 1}, {"A": 2, "B": 2}]) == 1
    assert alpha([{"A": 2, "B": 2}, {"A": 2, "B": 2}]) is None


def test_opposite_scores_are_not_agreement() -> None:
    opposite = [{"A": 1, "B": 4}, {"A": 4, "B": 1}, {"A": 1, "B": 4}]
    value = alpha(opposite)
    assert value is not None
    assert value < 0
    assert kappa([(1, 4), (4, 1), (1, 4)], (1, 2, 3, 4)) == pytest.approx(-0.8)


def test_a_unit_that_one_rater_saw_changes_nothing() -> None:
    assert alpha([*UNITS, {"A": 5}, {}]) == alpha(UNITS)


@given(ratings, st.sampled_from(["nominal", "ordinal", "interval"]))
@settings(max_examples=60, deadline=None)
def test_alpha_knows_neither_names_nor_order(units: list[Unit], metric: Metric) -> None:
    renamed = [{chr(ord("Z") - ord(rater)): value for rater, value in unit.items()} for unit in units]
    value = alpha(units, metric)
    again = alpha(list(reversed(renamed)), metric)
    assert again == (None if value is None else pytest.approx(value, abs=1e-12))


@given(ratings)
@settings(max_examples=60, deadline=None)
def test_ordinal_alpha_hangs_on_ranks_alone(units: list[Unit]) -> None:
    stretched = [{rater: value**3 for rater, value in unit.items()} for unit in units]
    value = alpha(units)
    assert alpha(stretched) == (None if value is None else pytest.approx(value, abs=1e-12))


@pytest.mark.parametrize("metric", ["nominal", "ordinal", "interval"])
def test_the_interval_is_the_same_with_numpy_and_without(metric: Metric) -> None:
    pytest.importorskip("numpy")
    plain, quick = (interval(UNITS, metric, samples=200, vectorised=which) for which in (False, True))
    assert plain == pytest.approx(quick, abs=1e-9)


def test_the_interval_holds_the_value_and_comes_out_the_same_twice() -> None:
    found = interval(UNITS, vectorised=False)
    assert found == interval(UNITS, vectorised=False)
    assert found is not None
    value = alpha(UNITS)
    assert value is not None
    assert found[0] < value < found[1]


def test_too_few_articles_have_no_interval() -> None:
    assert interval(UNITS[: MINIMUM_ARTICLES - 1]) is None
    assert interval([{"A": 1, "B": 1}] * 9) is None


def test_ac1_and_kappa_have_the_published_values() -> None:
    """As irrCAC, Gwet's own package, answers for both data sets."""
    two = [{"A": one, "B": other} for one, other in ABSTRACTORS]
    assert ac2(two, (1, 2, 3), weighted=False) == pytest.approx(0.8493305, abs=1e-6)
    assert kappa(ABSTRACTORS, (1, 2, 3), power=0) == pytest.approx(0.7964094, abs=1e-6)
    assert ac2(UNITS, FIVE, weighted=False) == pytest.approx(0.77544, abs=1e-5)


def test_ac2_by_hand() -> None:
    """Two articles, levels 1 to 3: weights 1, 2/3, 0; pa = 5/6; p = (1/4, 3/4, 0); pe = 17/18 * 3/8."""
    units = [{"A": 1, "B": 2}, {"A": 2, "B": 2}]
    chance = (3 + 4 * 2 / 3) / 6 * (2 * 3 / 16)
    assert ac2(units, (1, 2, 3)) == pytest.approx((5 / 6 - chance) / (1 - chance))


def test_quadratic_kappa_by_hand() -> None:
    """Observed 1 + 4, expected over all pairs 4 * 3 + 1 * 1 + ...: counted in the test."""
    pairs = [(1, 1), (2, 3), (3, 1)]
    expected = sum((a - b) ** 2 for a, _ in pairs for _, b in pairs)
    assert kappa(pairs, (1, 2, 3)) == pytest.approx(1 - 3 * 5 / expected)


def test_pairs_are_aligned_by_article() -> None:
    """By position B and C would agree on nothing; by article they agree on all they both read."""
    units = [{"B": 1}, {"B": 2, "C": 2}, {"B": 3, "C": 3}, {"C": 1}, {"B": 4, "C": 4}]
    (pair,) = pairwise(units, (1, 2, 3, 4), 3)
    assert (pair.raters, pair.n, pair.kappa) == (("B", "C"), 3, 1)
    assert pairwise(units, (1, 2, 3, 4), 4) == []


def test_shares_count_steps_of_the_scale() -> None:
    found = shares([{"A": 1, "B": 2, "C": 4}], (1, 2, 4))
    assert found is not None
    assert (found.pairs, found.exact, found.within_one) == (3, 0, pytest.approx(2 / 3))
    assert shares([{"A": 1}], (1, 2)) is None


def test_evidence_agrees_by_words() -> None:
    assert token_f1({1, 2, 3}, {2, 3, 4, 5}) == pytest.approx(4 / 7)
    found = overlap([[{1, 2}, {1, 2}, {3}], [{1}]])
    assert found is not None
    assert (found.pairs, found.f1) == (3, pytest.approx(1 / 3))
    assert overlap([[{1}], []]) is None


def test_no_agreement_is_about_zero() -> None:
    draw = random.Random(1)
    units = [{rater: draw.randint(1, 4) for rater in "ABCDEFGH"} for _ in range(200)]
    assert alpha(units) == pytest.approx(0, abs=0.03)
    assert ac2(units, (1, 2, 3, 4)) == pytest.approx(0, abs=0.03)
