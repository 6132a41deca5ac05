"""How far raters agree, criterion by criterion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotator.model.judgements import Answer, Role, Score
from annotator.model.rubrics import Criterion, Rubric
from annotator.statistics import MINIMUM_N, Summary, summarize
from annotator.statistics.concordance import Shares, ac2, pairwise, shares
from annotator.statistics.overlapping import Overlap, overlap
from annotator.statistics.ratings import Unit
from annotator.statistics.reliability import alpha
from annotator.statistics.resampling import interval
from annotator.store import articles, raters, scores
from annotator.text import Tokens
from annotator.translating import _
from annotator.workbench.opening import Workspace
from annotator.workbench.training import without_training


@dataclass(frozen=True, slots=True)
class CriterionAgreement:
    """Agreement on one criterion. A figure is None where there is nothing to compute it from."""

    criterion: Criterion
    n_articles: int
    """Articles with a level from anybody."""
    n_compared: int
    """Articles with levels from two raters or more: only these can agree."""
    n_raters: int
    n_scores: int
    """Scores with a level."""
    cannot_judge: int
    ordinal: float | None
    """Krippendorff's alpha; `interval_95` is the interval of this one."""
    nominal: float | None
    interval: float | None
    interval_95: tuple[float, float] | None
    shares: Shares | None
    ac2: float | None
    kappa: Summary | None
    """Of the quadratic weighted kappas of every two raters with MINIMUM_N articles in common."""
    evidence: Overlap | None

    @property
    def too_few(self) -> str:
        """Why a figure would say too little; empty when there is enough."""
        if self.n_raters < 2 or not self.n_compared:
            return _("too few: no article was scored by two raters")
        if self.n_compared < MINIMUM_N:
            return _("too few: {n} of at least {least} articles were scored by two raters").format(
                n=self.n_compared, least=MINIMUM_N
            )
        return "" if self.ordinal is not None else _("not defined: everybody gave the same level everywhere")


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement on a rubric's criteria, in the rubric's order; never one figure for a class."""

    rubric: Rubric
    story: str | None
    criteria: tuple[CriterionAgreement, ...]
    raters: int


def measure_agreement(
    workspace: Workspace, *, story: str | None, rubric: Rubric, role: Role | None = None
) -> Agreement:
    """How far the standing scores under a rubric agree; of raters with this role only, if one is told.

    What was judged for training is left out.
    """
    wanted = {one.id for one in raters.list_all(workspace.store) if role in (None, one.role)}
    given = scores.all_current(workspace.store, story, rubric.digest)
    standing = [one for one in without_training(workspace, rubric, given) if one.rater in wanted]
    by_criterion: dict[str, list[Score]] = defaultdict(list)
    for score in standing:
        by_criterion[score.criterion].append(score)
    words = quoted_words(workspace, standing)
    return Agreement(
        rubric,
        story,
        tuple(_measure(one, by_criterion[one.id], words) for one in rubric.criteria),
        len({one.rater for one in standing}),
    )


def units_of(given: Iterable[Score]) -> list[Unit]:
    """What each rater gave each article, article by article; answers without a level are gaps."""
    units: dict[str, dict[str, int]] = {}
    for score in given:
        if score.level is not None:
            units.setdefault(score.article, {})[score.rater] = score.level
    return list(units.values())


def quoted_words(workspace: Workspace, given: Iterable[Score]) -> Mapping[str, frozenset[int]]:
    """The words that each score quotes, by their number in the article; left out where it quotes none."""
    quoting: dict[str, list[Score]] = defaultdict(list)
    for score in given:
        if any(not one.absent for one in score.evidence):
            quoting[score.article].append(score)
    found: dict[str, frozenset[int]] = {}
    for key, some in quoting.items():
        article = articles.get_article(workspace.store, key)
        if article is None:
            continue
        tokens = Tokens(article.text, article.language)
        for score in some:
            spans = (tokens.between(one.start, one.end) for one in score.evidence if not one.absent)
            found[score.id] = frozenset(number for span in spans for number in span)
    return {key: words for key, words in found.items() if words}


def _measure(
    criterion: Criterion, given: Sequence[Score], words: Mapping[str, frozenset[int]]
) -> CriterionAgreement:
    units = units_of(given)
    compared = [unit for unit in units if len(unit) > 1]
    scale = [level.value for level in criterion.levels]
    kappas = [pair.kappa for pair in pairwise(units, scale, MINIMUM_N) if pair.kappa is not None]
    quoted: dict[str, list[frozenset[int]]] = defaultdict(list)
    for score in given:
        if score.id in words:
            quoted[score.article].append(words[score.id])
    return CriterionAgreement(
        criterion=criterion,
        n_articles=len(units),
        n_compared=len(compared),
        n_raters=len({rater for unit in units for rater in unit}),
        n_scores=sum(map(len, units)),
        cannot_judge=sum(one.answer is Answer.CANNOT_JUDGE for one in given),
        ordinal=alpha(compared),
        nominal=alpha(compared, "nominal"),
        interval=alpha(compared, "interval"),
        interval_95=interval(compared),
        shares=shares(compared, scale),
        ac2=ac2(units, scale),
        kappa=summarize(kappas),
        evidence=overlap(quoted.values()),
    )
