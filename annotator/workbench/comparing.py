"""Outlets side by side: what people scored, what signals found, the words behind a cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from annotator.model.articles import Outlet
from annotator.model.findings import Analysis, Unavailable
from annotator.model.judgements import Answer, Evidence
from annotator.model.rubrics import Rubric
from annotator.statistics import Summary, summarize
from annotator.statistics.adjusting import Adjusted
from annotator.statistics.bracketing import median_interval
from annotator.store import articles, listing, scores
from annotator.workbench.analyzing import analyze_article
from annotator.workbench.opening import Workspace
from annotator.workbench.pseudonyms import pseudonym
from annotator.workbench.reading import list_stories

Tally: TypeAlias = tuple[str, str, str, str, int | None, int]
"""Story, outlet, criterion, answer, level and number of scores."""

MOST_FREQUENT = 10
"""How many marked texts of a signal a cell names."""


@dataclass(frozen=True, slots=True)
class ScoreCell:
    """What people think of one outlet by one criterion."""

    n: int
    """How many scores with a level."""
    summary: Summary | None
    """Median and quartiles; None when there are too few scores (see `statistics.MINIMUM_N`)."""
    counts: Mapping[int, int]
    """Scores by level; every level of the criterion is there."""
    cannot_judge: int
    median_95: tuple[float, float] | None = None
    """An exact interval of the median; None where there are too few scores for one."""

    @property
    def mean(self) -> float | None:
        """The plain mean of the levels, or None when there are too few scores."""
        if not self.summary:
            return None
        return sum(level * number for level, number in self.counts.items()) / self.n

    @property
    def median(self) -> float | None:
        """The median level, or None when there are too few scores."""
        return self.summary.median if self.summary else None

    @property
    def low(self) -> float | None:
        """The first quartile, or None when there are too few scores."""
        return self.summary.low if self.summary else None

    @property
    def high(self) -> float | None:
        """The third quartile, or None when there are too few scores."""
        return self.summary.high if self.summary else None


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """Outlets by criteria."""

    rubric: Rubric
    outlets: tuple[Outlet, ...]
    """Those with articles, in order of arrival."""
    cells: Mapping[tuple[str, str], ScoreCell]
    """By outlet id and criterion id; every pair is there."""
    raters: int
    adjusted: Mapping[tuple[str, str], Adjusted] = field(default_factory=dict)
    """By outlet id and criterion id: the means without the raters' strictness, where they were worked out."""
    not_adjusted: str = ""
    """Why there are no adjusted means; empty where there are some, or nobody asked for them."""


@dataclass(frozen=True, slots=True)
class SignalCell:
    """What one signal found in the articles of one outlet."""

    findings: int | None
    """None when the signal cannot answer for any of the articles."""
    per_thousand: float | None
    """Findings per 1,000 words of the articles for which the signal can answer."""
    words: tuple[tuple[str, int], ...]
    """The marked texts that occur most often, with their number."""
    unavailable: str = ""
    """Why the signal cannot answer, for the articles it cannot answer for."""


@dataclass(frozen=True, slots=True)
class SignalTable:
    """Outlets by signals."""

    outlets: tuple[Outlet, ...]
    signals: tuple[str, ...]
    """In the catalogue's order; only those that mark words."""
    cells: Mapping[tuple[str, str], SignalCell]
    """By outlet id and signal id; every pair is there."""
    words: Mapping[str, int]
    """By outlet id, how many words its articles have."""
    articles: Mapping[str, int]
    """By outlet id, how many articles it has."""


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """One score behind a cell: what it says and on which words it rests."""

    article: str
    rater: str
    """A pseudonym."""
    answer: Answer
    level: int | None
    evidence: tuple[Evidence, ...]
    note: str


def compare_scores(workspace: Workspace, *, story: str | None, rubric: Rubric) -> ScoreTable:
    """What all raters' standing scores say of each outlet, criterion by criterion; never one figure."""
    tallies = scores.tallies(workspace.store, story, rubric.digest)
    return _table(workspace, story, rubric, tallies)


def count_raters(workspace: Workspace, *, story: str | None, rubric: Rubric) -> int:
    """How many raters have a standing score here."""
    return scores.count_raters(workspace.store, story, rubric.digest)


def compare_stories(workspace: Workspace, *, rubric: Rubric) -> dict[str, ScoreTable]:
    """The same story by story, by story id, in order of arrival: those that several outlets tell."""
    told = [row.id for row in list_stories(workspace) if row.id and row.outlets > 1]
    by_story: dict[str, list[Tally]] = {}
    for tally in scores.tallies(workspace.store, None, rubric.digest) if told else ():
        by_story.setdefault(tally[0], []).append(tally)
    return {story: _table(workspace, story, rubric, by_story.get(story, [])) for story in told}


def _table(workspace: Workspace, story: str | None, rubric: Rubric, tallies: Iterable[Tally]) -> ScoreTable:
    counted: dict[tuple[str, str], Counter[int | None]] = {}
    for _, outlet, criterion, _, level, number in tallies:
        counted.setdefault((outlet, criterion), Counter())[level] += number
    outlets = outlets_of(workspace, story)
    cells = {
        (outlet.id, criterion.id): score_cell(
            counted.get((outlet.id, criterion.id), Counter()), [level.value for level in criterion.levels]
        )
        for outlet in outlets
        for criterion in rubric.criteria
    }
    return ScoreTable(rubric, outlets, cells, scores.count_raters(workspace.store, story, rubric.digest))


def score_cell(counted: Counter[int | None], levels: Iterable[int]) -> ScoreCell:
    """The cell of these answers; the key None stands for "cannot judge"."""
    counts = {level: counted[level] for level in levels}
    values = [level for level, number in counts.items() for _ in range(number)]
    return ScoreCell(len(values), summarize(values), counts, counted[None], median_interval(values))


def outlets_of(workspace: Workspace, story: str | None) -> tuple[Outlet, ...]:
    """The outlets with articles (in one story, if told), in order of arrival."""
    ids = listing.outlet_ids(workspace.store, story)
    return tuple(articles.get_outlet(workspace.store, key) or Outlet(key, key) for key in ids)


def compare_signals(workspace: Workspace, *, story: str | None = None) -> SignalTable:
    """What each signal marked in each outlet's articles. Articles not analysed yet are analysed now."""
    from annotator.signals import catalogue

    outlets = outlets_of(workspace, story)
    tallies = {outlet.id: _Tally() for outlet in outlets}
    for article in articles.iterate_articles(workspace.store, story):
        words = listing.count_of_words(workspace.store, article.id)
        tallies[article.outlet].add(analyze_article(workspace, article), article.text, words)
    signals = tuple(card.id for card in catalogue() if card.kind != "article")
    return SignalTable(
        outlets,
        signals,
        {(key, signal): tally.cell(signal) for key, tally in tallies.items() for signal in signals},
        {key: tally.words for key, tally in tallies.items()},
        {key: tally.articles for key, tally in tallies.items()},
    )


class _Tally:
    """Running counts of one outlet."""

    def __init__(self) -> None:
        self.words = 0
        self.articles = 0
        self._answered: Counter[str] = Counter()
        self._reasons: dict[str, str] = {}
        self._marked: dict[str, Counter[str]] = {}
        self._spelling: dict[str, str] = {}

    def add(self, analysis: Analysis, text: str, words: int) -> None:
        """Nothing; one more article is counted."""
        self.words += words
        self.articles += 1
        for signal, measured in analysis.measurements.items():
            if isinstance(measured, Unavailable):
                self._reasons[signal] = measured.reason
            else:
                self._answered[signal] += words
                self._marked.setdefault(signal, Counter())
        for finding in analysis.findings:
            marked = " ".join(text[finding.start : finding.end].split())
            # "Scandal" and "scandal" are one entry, shown as it was met first.
            shown = self._spelling.setdefault(marked.casefold(), marked)
            self._marked.setdefault(finding.signal, Counter())[shown] += 1

    def cell(self, signal: str) -> SignalCell:
        """What was counted for one signal."""
        if signal not in self._marked:
            return SignalCell(None, None, (), self._reasons.get(signal, ""))
        marked = self._marked[signal]
        words = self._answered[signal] or self.words
        findings = marked.total()
        rate = 1000 * findings / words if words else 0.0
        return SignalCell(
            findings, rate, tuple(marked.most_common(MOST_FREQUENT)), self._reasons.get(signal, "")
        )


def quotes_behind(
    workspace: Workspace, *, story: str | None, rubric: Rubric, outlet: str, criterion: str
) -> list[QuoteRow]:
    """The scores behind a cell of the table, lowest level first, raters under pseudonyms."""
    behind = scores.behind(workspace.store, story, rubric.digest, outlet, criterion)
    rows = [
        QuoteRow(
            score.article,
            pseudonym(workspace, score.rater),
            score.answer,
            score.level,
            score.evidence,
            score.note,
        )
        for score in behind
    ]
    return sorted(rows, key=lambda row: (row.level is None, row.level or 0, row.rater))
