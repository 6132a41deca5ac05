"""Agreement in words, what the class is divided about, and what voting again changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from annotator.model.rubrics import Criterion, in_language
from annotator.present.report.marked_text import printable
from annotator.translating import N_, _, language_used, plural, write_number
from annotator.workbench.agreeing import CriterionAgreement
from annotator.workbench.blinding import ArticleView
from annotator.workbench.disagreeing import Disagreement, Quoted
from annotator.workbench.voting import Ballot

MOST_QUOTES = 6
"""Quotes that are shown of one disagreement."""
_WORDS = (
    (0.1, N_("hardly more alike than chance would have it")),
    (0.4, N_("more alike than by chance, less than trained readers reach on such questions")),
    (0.67, N_("about as alike as trained readers reach on such questions")),
    (9.9, N_("very much alike")),
)
"""Up to which alpha which words hold."""


class Agreed(NamedTuple):
    """How far people agree on one criterion."""

    title: str
    words: str
    alpha: str
    interval: str
    same: str
    near: str
    n: str


class Level(NamedTuple):
    """How often an answer was given, with its share of the most frequent for a bar."""

    name: str
    counts: tuple[int, ...]
    """Of a disagreement one; of a round two: alone, and again."""
    shares: tuple[float, ...]


class Talk(NamedTuple):
    """One article and criterion about which the class is divided."""

    article: str
    outlet: str
    language: str
    criterion: str
    question: str
    levels: tuple[Level, ...]
    quotes: tuple[tuple[str, tuple[str, ...], str], ...]
    """Level, quotes, note."""
    more: int


class Vote(NamedTuple):
    """A round in which the class voted again."""

    article: str
    outlet: str
    language: str
    criterion: str
    is_open: bool
    levels: tuple[Level, ...]
    words: str


def agreed(one: CriterionAgreement) -> Agreed:
    """Agreement on a criterion in words and figures."""
    title = in_language(one.criterion.title, language_used())
    n = _("{raters} raters, {articles} articles in common").format(
        raters=write_number(one.n_raters), articles=write_number(one.n_compared)
    )
    if one.too_few or one.ordinal is None:
        return Agreed(title, _too_few(one), "", "", _percent(one, "exact"), _percent(one, "within_one"), n)
    words = next(said for limit, said in _WORDS if one.ordinal < limit)
    ends = one.interval_95
    return Agreed(
        title,
        _(words),
        write_number(one.ordinal, 2),
        _("{low} to {high}").format(low=write_number(ends[0], 2), high=write_number(ends[1], 2))
        if ends
        else "–",
        _percent(one, "exact"),
        _percent(one, "within_one"),
        n,
    )


def _too_few(one: CriterionAgreement) -> str:
    if one.n_raters < 2 or not one.n_compared:
        return _("too few: no article was scored by two raters")
    if one.ordinal is None:
        return _("not defined: everybody gave the same level everywhere")
    return plural(
        "too few: {n} article was scored by two raters", "too few: {n} articles were scored by two raters",
        one.n_compared,
    )  # fmt: skip


def _percent(one: CriterionAgreement, which: str) -> str:
    share = getattr(one.shares, which) if one.shares else None
    return "–" if share is None else f"{write_number(100 * share)} %"


def talk_of(one: Disagreement, view: ArticleView, outlet: str) -> Talk:
    """A disagreement as the page shows it; quotes and notes only as they may be seen."""
    given: dict[int | None, int] = {level: number for level, number in one.counts.items()}  # noqa: C416
    if one.cannot_judge:
        given[None] = one.cannot_judge
    quoted = [_quoted(each, one.criterion, view) for each in one.quoted]
    return Talk(
        printable(view.title),
        outlet,
        one.article.language,
        in_language(one.criterion.title, language_used()),
        in_language(one.criterion.question, language_used()),
        _levels(one.criterion, given),
        tuple(quoted[:MOST_QUOTES]),
        max(0, len(quoted) - MOST_QUOTES),
    )


def _quoted(one: Quoted, criterion: Criterion, view: ArticleView) -> tuple[str, tuple[str, ...], str]:
    quotes = tuple(printable(view.shown(" ".join(each.split()))) for each in one.quotes)
    notes = [view.shown(each) for each in (*one.absent, one.note) if each]
    return _name(criterion, one.level), quotes, printable(" · ".join(notes))


def vote_of(one: Ballot, view: ArticleView, outlet: str) -> Vote:
    """A round as the page shows it."""
    return Vote(
        printable(view.title),
        outlet,
        one.article.language,
        in_language(one.criterion.title, language_used()),
        one.is_open,
        _levels(one.criterion, one.first, one.second),
        _("{voted} of {all} voted again; {moved} changed their mind.").format(
            voted=one.voters, all=sum(one.first.values()), moved=one.moved
        ),
    )


def _levels(criterion: Criterion, *given: Mapping[int | None, int]) -> tuple[Level, ...]:
    most = max((number for each in given for number in each.values()), default=0) or 1
    return tuple(
        Level(
            _name(criterion, level),
            tuple(each.get(level, 0) for each in given),
            tuple(round(each.get(level, 0) / most, 3) for each in given),
        )
        for level in given[0]
        if level is not None or any(each.get(None) for each in given)
    )


def _name(criterion: Criterion, value: int | None) -> str:
    """The level with its label."""
    if value is None:
        return _("cannot judge")
    level = criterion.level(value)
    return f"{write_number(value)} {in_language(level.label, language_used())}" if level else str(value)
