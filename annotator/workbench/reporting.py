"""Everything a report tells of a story or a whole class, gathered once, as one person may see it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from annotator.errors import AnnotatorError
from annotator.model.articles import Article
from annotator.model.findings import Analysis
from annotator.model.judgements import Rater, Role
from annotator.model.rubrics import Rubric
from annotator.store import articles, listing, raters, rubrics, streaming
from annotator.store.streaming import Standing
from annotator.workbench.agreeing import Agreement, measure_agreement
from annotator.workbench.analyzing import analyze_article
from annotator.workbench.blinding import ArticleView, view_of
from annotator.workbench.choosing import kept_rubric, load_rubric
from annotator.workbench.comparing import ScoreCell, ScoreTable, compare_scores, score_cell
from annotator.workbench.covering import CoverageTable, coverage_of
from annotator.workbench.disagreeing import Disagreement, rank_disagreements
from annotator.workbench.opening import Workspace
from annotator.workbench.reading import check_story, list_stories, outlet
from annotator.workbench.subjects import gather_subjects
from annotator.workbench.veiling import Veils, others_unseen, see_others, veil_scores, veils_over
from annotator.workbench.voting import Ballot, all_rounds, count_votes

MOST_STORIES = 12
"""Stories whose coverage is worked out; the others are counted."""
MOST_TALKED = 8
"""Disagreements that are told."""
ROOM = 1_400_000
"""What the full texts may weigh, in bytes, so that the whole report stays under 3 MB."""
_PER_FINDING = 420
"""What a marked finding weighs beside its words."""


@dataclass(frozen=True, slots=True)
class Based:
    """An answer that people based on the same words."""

    criterion: str
    level: int | None
    """None for "cannot judge"."""
    by: tuple[str, ...]
    """Codes of the raters; handles in an identified report."""
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """Words of an article that people cite, with all answers based on them."""

    start: int
    end: int
    quote: str
    absent: str
    """Why nothing can be quoted; then there are no words."""
    answers: tuple[Based, ...]


@dataclass(frozen=True, slots=True)
class ReportedArticle:
    """An article with all that is told of it."""

    article: Article
    """For its text's measures; what may be shown of it is in `view`."""
    view: ArticleView
    words: int
    analysis: Analysis | None
    """None while the signals wait."""
    cells: Mapping[str, ScoreCell]
    """By criterion id; every criterion is there."""
    raters: int
    cited: tuple[Cited, ...]
    """In the order of the text; stated absences last."""
    in_full: bool = True
    """False where there was no room for its text."""


@dataclass(frozen=True, slots=True)
class StoryPart:
    """One story of the report."""

    id: str
    """Empty for the articles that belong to no story."""
    title: str
    table: ScoreTable
    articles: tuple[ReportedArticle, ...]
    coverage: CoverageTable | None
    no_coverage: str = ""
    """Why there is none, in a sentence."""


@dataclass(frozen=True, slots=True)
class Report:
    """A story, or a class."""

    story: str | None
    """None for the whole workspace."""
    title: str
    made: str
    """ISO 8601."""
    rubric: Rubric
    table: ScoreTable
    """Over everything that is reported."""
    parts: tuple[StoryPart, ...]
    agreement: Agreement
    talked: tuple[Disagreement, ...]
    ballots: tuple[Ballot, ...]
    identified: bool
    other_rubrics: Mapping[str, int] = field(default_factory=dict)
    """How many scores stand under others, by "id version": they are never counted together."""
    hidden: Mapping[str, str] = field(default_factory=dict)
    """By outlet id, how an outlet is called that may not be named."""

    def outlet_name(self, id: str) -> str:
        """What an outlet is called in this report."""
        names = {one.id: one.name for one in self.table.outlets}
        return self.hidden.get(id) or names.get(id, id)


def gather_report(
    workspace: Workspace,
    *,
    story: str | None = None,
    rubric: str | None = None,
    rater: Rater | None = None,
    identified: bool = False,
    method: str = "auto",
) -> Report:
    """The report of a story, or of everything, as `rater` may see it; None sees all.

    Raises `NotFoundError` for a story that is not there and `AnnotatorError` where there are no articles.
    A student who makes a report has seen what others scored from then on, and that is kept.
    """
    check_story(workspace, story)
    if not listing.count(workspace.store, listing.Choice(story)):
        raise AnnotatorError("there are no articles to report on.", "Take some in: `annotator add FILE`.")
    meant = _rubric(workspace, rubric, story)
    seer = rater or Rater("", "")
    if rater is not None and rater.role is Role.STUDENT:
        see_others(workspace, rater, others_unseen(workspace, rater, story))
    veils = veils_over(workspace, rater, story) if rater else Veils()
    names = {
        key: who.rater
        for key, who in gather_subjects(workspace, identified=identified, story=story).who.items()
    }
    given: dict[str, list[Standing]] = defaultdict(list)
    for one in streaming.current(workspace.store, story, meant.digest):
        given[one.article].append(one)
    room = [ROOM]
    stories = [row for row in list_stories(workspace) if story in (None, row.id)]
    parts = []
    for number, row in enumerate(stories):
        told = tuple(
            _article(workspace, seer, one, meant, given[one.id], names, room)
            for one in articles.iterate_articles(workspace.store, row.id)
        )
        own = veils_over(workspace, rater, row.id) if rater else veils
        table = veil_scores(compare_scores(workspace, story=row.id, rubric=meant), own)
        coverage, why = _coverage(workspace, row.id, number, own, method)
        parts.append(StoryPart(row.id, row.title, table, told, coverage, why))
    shown = {one.article.id for part in parts for one in part.articles}
    rounds = [one for one in all_rounds(workspace) if one.rubric == meant.digest and one.article in shown]
    others = dict(streaming.used_rubrics(workspace.store, story))
    others.pop(meant.digest, None)
    only = stories[0] if story is not None and stories else None
    return Report(
        story,
        (only.title or only.id) if only else workspace.folder.name,
        workspace.now(),
        meant,
        veil_scores(compare_scores(workspace, story=story, rubric=meant), veils),
        tuple(parts),
        measure_agreement(workspace, story=story, rubric=meant),
        tuple(rank_disagreements(workspace, story=story, rubric=meant)[:MOST_TALKED]),
        tuple(count_votes(workspace, one) for one in rounds),
        identified,
        {_called(workspace, digest): number for digest, number in others.items()},
        veils.labels,
    )


def _rubric(workspace: Workspace, name: str | None, story: str | None) -> Rubric:
    """The rubric called so; without a name the one under which most scores stand, else the core rubric."""
    if name:
        return load_rubric(workspace, name)
    used = streaming.used_rubrics(workspace.store, story)
    return kept_rubric(workspace, used[0][0]) if used else load_rubric(workspace)


def _called(workspace: Workspace, digest: str) -> str:
    one = next((one for one in rubrics.list_kept(workspace.store) if one.digest == digest), None)
    return f"{one.id} {one.version} ({digest[:8]})" if one else digest[:8]


def _coverage(
    workspace: Workspace, story: str, number: int, veils: Veils, method: str
) -> tuple[CoverageTable | None, str]:
    """Which outlet states what, or why that is not told."""
    if not story:
        return None, "These articles belong to no story, so there is nothing to set side by side."
    if veils.labels:
        return None, "Which outlet states what waits until the outlets are revealed."
    if number >= MOST_STORIES:
        return None, "Left out to keep this report small; `annotator coverage` shows it."
    try:
        return coverage_of(workspace, story, method), ""
    except AnnotatorError:
        return None, "Only one outlet tells this story, so there is nothing to set side by side."


def _article(
    workspace: Workspace,
    seer: Rater,
    article: Article,
    rubric: Rubric,
    given: list[Standing],
    names: Mapping[str, str],
    room: list[int],
) -> ReportedArticle:
    view = view_of(workspace, seer, article) if seer.id else _open_view(workspace, seer, article)
    analysis = None if view.signals_held else analyze_article(workspace, article)
    cited = _cited(view, given, names)
    weight = 2 * len(article.text.encode("utf-8", "surrogatepass")) + 200 * len(cited)
    weight += _PER_FINDING * len(analysis.findings) if analysis else 0
    in_full = weight <= room[0]
    if in_full:
        room[0] -= weight
    return ReportedArticle(
        article,
        view,
        listing.count_of_words(workspace.store, article.id),
        analysis,
        {
            criterion.id: score_cell(
                Counter(
                    one.level if one.answer == "level" else None
                    for one in given
                    if one.criterion == criterion.id
                ),
                [level.value for level in criterion.levels],
            )
            for criterion in rubric.criteria
        },
        len({one.rater for one in given}),
        cited,
        in_full,
    )


def _open_view(workspace: Workspace, seer: Rater, article: Article) -> ArticleView:
    """The article with nothing hidden."""
    from annotator.model.judgements import Conditions
    from annotator.model.modes import Mode

    return ArticleView(
        article.id, article.title, article.text, outlet(workspace, article.outlet).name, article.byline,
        article.url, article.source, article.published, Mode.OPEN, Conditions(),
    )  # fmt: skip


def _cited(view: ArticleView, given: list[Standing], names: Mapping[str, str]) -> tuple[Cited, ...]:
    """What people cite, in the order of the text; the same words are told once."""
    found: dict[tuple[bool, int, int, str], list[Standing]] = defaultdict(list)
    for one in given:
        for piece in one.evidence:
            found[bool(piece.absent), piece.start, piece.end, piece.absent].append(one)
    return tuple(
        Cited(
            start, end, "" if absent else view.quote(start, end), view.shown(absent),
            _answers(view, found[nothing, start, end, absent], names),
        )
        for nothing, start, end, absent in sorted(found)
    )  # fmt: skip


def _answers(view: ArticleView, behind: list[Standing], names: Mapping[str, str]) -> tuple[Based, ...]:
    grouped: dict[tuple[str, int | None], list[Standing]] = defaultdict(list)
    for one in behind:
        grouped[one.criterion, one.level].append(one)
    return tuple(
        Based(
            criterion,
            level,
            tuple(sorted({names[one.rater] for one in some})),
            tuple(dict.fromkeys(view.shown(one.note) for one in some if one.note)),
        )
        for (criterion, level), some in sorted(
            grouped.items(), key=lambda item: (item[0][0], item[0][1] or 0)
        )
    )


def rater_called(workspace: Workspace, handle: str) -> Rater | None:
    """The rater with this handle, or None; nobody is made."""
    return next(iter(raters.with_name(workspace.store, handle)), None)
