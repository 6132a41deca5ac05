"""Agreement as a table, as flat rows and as the JSON contract has it."""

from __future__ import annotations

from typing import Any

from annotator.model.rubrics import in_language
from annotator.statistics.resampling import MINIMUM_ARTICLES
from annotator.translating import N_
from annotator.workbench.agreeing import Agreement, CriterionAgreement

MEANING = N_(
    "Alpha is 1 when all agree without exception and 0 when they agree no more than chance. On a question"
    " such as how biased a wording is, trained experts reach about 0.4 (Spinde et al. 2021): a low value is a"
    " reason to talk about the article, not a mark for the class."
)
"""What a value means for this kind of task, instead of a grade."""

NO_INTERVAL = f"– : an interval needs {MINIMUM_ARTICLES} articles scored by two raters."

HEADER = ("criterion", "alpha", "95 %", "same level", "within one", "AC2", "kappa", "evidence F1", "n")
COLUMNS = (
    "rubric", "rubric_digest", "criterion", "n_articles", "n_compared", "n_raters", "n_scores",
    "cannot_judge", "alpha_ordinal", "alpha_low", "alpha_high", "alpha_nominal", "alpha_interval", "exact",
    "within_one", "ac2", "kappa_median", "kappa_pairs", "evidence_f1", "evidence_pairs", "too_few",
)  # fmt: skip
Row = tuple[str | float | int | None, ...]


def agreement_rows(agreement: Agreement, language: str = "en") -> list[tuple[str, ...]]:
    """One row for each criterion, in the order of `HEADER`; too little to say is said."""
    return [_row(one, in_language(one.criterion.title, language)) for one in agreement.criteria]


def _row(one: CriterionAgreement, title: str) -> tuple[str, ...]:
    n = f"{one.n_raters} raters, {one.n_compared} articles"
    if one.too_few:
        said, _, why = one.too_few.partition(": ")
        return (title, said, *[""] * (len(HEADER) - 3), why)
    ends = one.interval_95
    return (
        title,
        number(one.ordinal),
        f"{number(ends[0])} to {number(ends[1])}" if ends else "–",
        percent(one.shares.exact) if one.shares else "–",
        percent(one.shares.within_one) if one.shares else "–",
        number(one.ac2),
        number(one.kappa.median) if one.kappa else "–",
        number(one.evidence.f1) if one.evidence else "–",
        n,
    )


def number(value: float | None) -> str:
    """A coefficient with two decimals and a true minus sign, or a dash for one that is not there."""
    return "–" if value is None else f"{value:.2f}".replace("-", "−")


def percent(share: float) -> str:
    """A share in whole percent."""
    return f"{100 * share:.0f} %"


def agreement_cells(agreement: Agreement) -> list[Row]:
    """One flat row for each criterion, in the order of `COLUMNS`; an absent figure is an empty cell."""
    return [
        (
            agreement.rubric.id, agreement.rubric.digest, one.criterion.id,
            one.n_articles, one.n_compared, one.n_raters, one.n_scores, one.cannot_judge,
            one.ordinal, *(one.interval_95 or (None, None)), one.nominal, one.interval,
            *((one.shares.exact, one.shares.within_one) if one.shares else (None, None)),
            one.ac2, *((one.kappa.median, one.kappa.n) if one.kappa else (None, None)),
            *((one.evidence.f1, one.evidence.pairs) if one.evidence else (None, None)), one.too_few,
        )
        for one in agreement.criteria
    ]  # fmt: skip


def agreement_record(agreement: Agreement) -> dict[str, Any]:
    """The agreement as the JSON contract describes it."""
    return {
        "rubric": agreement.rubric.id,
        "rubric_digest": agreement.rubric.digest,
        "story": agreement.story,
        "raters": agreement.raters,
        "meaning": MEANING,
        "criteria": {one.criterion.id: _record(one) for one in agreement.criteria},
    }


def _record(one: CriterionAgreement) -> dict[str, Any]:
    return {
        "alpha": {
            "ordinal": one.ordinal,
            "nominal": one.nominal,
            "interval": one.interval,
            "interval_95": list(one.interval_95) if one.interval_95 else None,
        },
        "n_articles": one.n_articles,
        "n_compared": one.n_compared,
        "n_raters": one.n_raters,
        "n_scores": one.n_scores,
        "cannot_judge": one.cannot_judge,
        "too_few": one.too_few or None,
        "percent": {
            "pairs": one.shares.pairs if one.shares else 0,
            "exact": one.shares.exact if one.shares else None,
            "within_one": one.shares.within_one if one.shares else None,
        },
        "ac2": one.ac2,
        "weighted_kappa": {
            "pairs": one.kappa.n if one.kappa else 0,
            "median": one.kappa.median if one.kappa else None,
            "quartiles": [one.kappa.low, one.kappa.high] if one.kappa else None,
        },
        "evidence": {
            "pairs": one.evidence.pairs if one.evidence else 0,
            "f1": one.evidence.f1 if one.evidence else None,
        },
    }
