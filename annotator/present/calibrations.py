"""A class beside its key as tables and JSON records: distances, severities, what to look at again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from annotator.model.rubrics import Rubric, in_language
from annotator.present.agreements import number, percent
from annotator.present.classrooms import key_entry
from annotator.statistics.severity import MINIMUM_RATINGS, Measure
from annotator.workbench.calibrating import Calibrated, Calibration, Distance

CALIBRATION_HEADER = ("student", "criterion", "n", "same", "within one", "leaning")
SEVERITY_HEADER = ("rater", "n", "mean", "severity", "± error")
OUTLET_HEADER = ("article", "outlet", "n", "mean", "fair mean")


def leaning(distance: Distance) -> str:
    """A leaning in words: how far below or above the key, or that there is too little to say."""
    if distance.too_few:
        return "too few"
    if abs(distance.leaning) < 0.05:
        return "none"
    way = "lower (stricter)" if distance.leaning < 0 else "higher (more lenient)"
    return f"{number(distance.leaning)} {way}"


def calibration_rows(found: Calibration, names: Mapping[str, str]) -> list[tuple[str, ...]]:
    """One row for each student and criterion, in the order of `CALIBRATION_HEADER`."""
    return [
        (
            names[one.rater.id], each.criterion, str(each.n), percent(each.exact), percent(each.within_one),
            leaning(each),
        )
        for one in found.students
        for each in one.distances
    ]  # fmt: skip


def severity_rows(found: Calibration, names: Mapping[str, str]) -> list[tuple[str, ...]]:
    """One row for each rater, the strictest first, in the order of `SEVERITY_HEADER`."""
    if found.severities is None:
        return []
    ordered = sorted(found.severities.raters.items(), key=lambda item: -item[1].logits)
    return [
        (
            names[rater],
            str(one.n),
            f"{one.mean + 1:.2f}",
            number(one.logits) if one.n >= MINIMUM_RATINGS else "too few",
            number(one.error) if one.n >= MINIMUM_RATINGS else "",
        )
        for rater, one in ordered
    ]


def fair_rows(found: Calibration) -> list[tuple[str, ...]]:
    """One row for each article with its plain and its fair mean, in the order of `OUTLET_HEADER`."""
    if found.severities is None:
        return []
    return [
        (key, found.outlets[key], str(one.n), f"{one.mean + 1:.2f}", fair_mean(found, one))
        for key, one in found.severities.articles.items()
    ]


def fair_mean(found: Calibration, one: Measure) -> str:
    """What an average rater would have given, or why that cannot be said."""
    if found.severities is None or found.severities.groups > 1:
        return "–"
    return f"{one.fair + 1:.2f}" if one.n >= MINIMUM_RATINGS else "too few"


def feedback_lines(
    one: Calibrated, rubric: Rubric, outlets: Mapping[str, str], language: str = "en"
) -> list[str]:
    """What a student can look at again: each score that is not the key's, with the words the key rests on."""
    lines: list[str] = []
    for each in one.missed:
        criterion = rubric.criterion(each.score.criterion)
        label = criterion.level(each.key.level) if criterion and each.key.level is not None else None
        named = f" {in_language(label.label, language)}" if label else ""
        title = in_language(criterion.title, language) if criterion else each.score.criterion
        where = outlets.get(each.score.article, each.score.article)
        lines.append(f"{where}, {title}: {each.score.level}, key {each.key.level}{named}")
        lines += [f"    “{' '.join(piece.quote.split())}”" for piece in each.key.evidence if piece.quote]
        lines += [f"    {' '.join(each.key.reason.split())}"] if each.key.reason else []
    return lines


def calibration_record(found: Calibration, names: Mapping[str, str]) -> dict[str, Any]:
    """The calibration as the JSON contract describes it."""
    severities = found.severities
    return {
        "rubric": found.rubric.id,
        "keys": len(found.keys.keys),
        "students": [_calibrated(one, names) for one in found.students],
        "severity": None
        if severities is None
        else {
            "groups": severities.groups,
            "converged": severities.converged,
            "raters": {names[rater]: _measure(one) for rater, one in severities.raters.items()},
            "articles": {key: _measure(one) for key, one in severities.articles.items()},
            "criteria": {key: _measure(one) for key, one in severities.criteria.items()},
        },
        "no_severity": found.no_severities or None,
    }


def _calibrated(one: Calibrated, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "rater": names[one.rater.id],
        "criteria": {
            each.criterion: {
                "n": each.n,
                "exact": each.exact,
                "within_one": each.within_one,
                "leaning": each.leaning,
                "too_few": each.too_few,
            }
            for each in one.distances
        },
        "missed": [
            {
                "article": each.score.article,
                "level": each.score.level,
                **key_entry(each.key),
                "key": each.key.level,
            }
            for each in one.missed
        ],
    }


def _measure(one: Measure) -> dict[str, float]:
    """A measure with its means as levels counted from 1."""
    return {
        "logits": one.logits,
        "error": one.error,
        "n": one.n,
        "mean": one.mean + 1,
        "fair_mean": one.fair + 1,
    }
