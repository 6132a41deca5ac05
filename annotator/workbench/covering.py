"""Coverage: which outlets of a story report which statement, in what words, and which leave it out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.alignment.copying import find_copies
from annotator.alignment.crosslingual import EXTRA, MODEL, CrosslingualMatcher, is_installed
from annotator.alignment.matching import Matcher
from annotator.alignment.plain import PlainMatcher
from annotator.alignment.stating import find_statements
from annotator.errors import AnnotatorError, NotFoundError
from annotator.model.articles import Outlet
from annotator.model.statements import Passage, Statement
from annotator.store import articles, statements
from annotator.translating import _
from annotator.workbench.embedding import Progress, vectors_of
from annotator.workbench.opening import Workspace
from annotator.workbench.passages import StatedPassage, passages_of
from annotator.workbench.reading import check_story, list_stories

PLAIN, CROSSLINGUAL, AUTO = "plain", "crosslingual", "auto"
METHODS = (AUTO, PLAIN, CROSSLINGUAL)
NOTE_PLAIN = (
    "Matched by names, figures and common words. Matching by meaning finds more:"
    f" `pip install '{EXTRA}'` (Linux and macOS)."
)


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """How one outlet carries one statement."""

    stated: tuple[StatedPassage, ...]
    """Its passages with who says them, in order of the text; never empty."""

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages alone."""
        return tuple(one.passage for one in self.stated)

    @property
    def attributions(self) -> tuple[str, ...]:
        """The words that tie the passages to a source, each once; none in the outlet's own voice."""
        return tuple(dict.fromkeys(words for one in self.stated for words in one.attributions))


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One statement across the outlets."""

    statement: Statement
    cells: Mapping[str, CoverageCell]
    """By outlet id; an outlet that leaves it out is missing."""
    left_out_by: tuple[str, ...]
    """Ids of the outlets that do not carry it, in order."""

    @property
    def stated(self) -> tuple[StatedPassage, ...]:
        """The statement's passages in its order, each with who says it."""
        by_passage = {one.passage: one for cell in self.cells.values() for one in cell.stated}
        return tuple(by_passage[passage] for passage in self.statement.passages)

    @property
    def only(self) -> bool:
        """True when one outlet alone says it."""
        return len(self.cells) == 1

    @property
    def all_but_one(self) -> bool:
        """True when a single outlet leaves it out, and at least two do not."""
        return len(self.left_out_by) == 1 and not self.only


@dataclass(frozen=True, slots=True)
class CoverageTable:
    """Statements by outlets."""

    story: str
    outlets: tuple[Outlet, ...]
    """In order of arrival."""
    rows: tuple[CoverageRow, ...]
    """What most outlets carry first, then by place; what only one says comes last."""
    method: str
    """`plain` or `crosslingual`: what was used."""
    note: str = ""
    """What a reader should know about the method; empty when there is nothing."""
    copies: tuple[tuple[str, str, float], ...] = ()
    """Pairs of outlets that print largely one text, with the share of the shorter that is in the other."""

    @property
    def shared(self) -> tuple[CoverageRow, ...]:
        """The statements that two outlets or more carry."""
        return tuple(row for row in self.rows if not row.only)

    def only_in(self, outlet: str) -> tuple[CoverageRow, ...]:
        """What this outlet alone says."""
        return tuple(row for row in self.rows if row.only and outlet in row.cells)


def coverage_of(
    workspace: Workspace, story: str, method: str = AUTO, on_progress: Progress | None = None
) -> CoverageTable:
    """Which outlets of a story report which statement, people's corrections applied.

    `auto` matches by meaning where the extra is installed, else by names, figures and words. Matching by
    meaning takes some 40 ms for each sentence it meets the first time; `on_progress` hears of it. Raises
    `NotFoundError` for a story that is not there, `AnnotatorError` for one with a single outlet and for a
    missing extra.
    """
    check_story(workspace, story)
    stated = passages_of(workspace, story)
    outlets = _outlets(workspace, story, stated)
    passages = [one.passage for one in stated]
    matcher, note = _matcher(workspace, passages, method, on_progress)
    found = find_statements(passages, matcher, statements.standing(workspace.store, story))
    by_passage = {one.passage: one for one in stated}
    rows = [_row(statement, outlets, by_passage) for statement in found]
    rows.sort(key=lambda row: -len(row.cells))
    return CoverageTable(story, outlets, tuple(rows), matcher.name, note, _copies(workspace, story))


def _copies(workspace: Workspace, story: str) -> tuple[tuple[str, str, float], ...]:
    held = {one.id: one for one in articles.iterate_articles(workspace.store, story)}
    found = find_copies({key: (one.text, one.language) for key, one in held.items()})
    return tuple((held[copy.one].outlet, held[copy.other].outlet, copy.share) for copy in found)


def story_meant(workspace: Workspace, story: str | None) -> str:
    """The story's id as given, or the only story that several outlets tell."""
    if story is not None:
        check_story(workspace, story)
        return story
    told = [row.id for row in list_stories(workspace) if row.id and row.outlets > 1]
    if len(told) == 1:
        return told[0]
    hint = (
        _("Say which with --story: {told}.").format(told=", ".join(told))
        if told
        else _("Add one: `annotator add --story`.")
    )
    several = _("{number} stories here are told by more than one outlet.").format(number=len(told))
    raise NotFoundError(several if told else _("no story here is told by more than one outlet."), hint)


def _outlets(workspace: Workspace, story: str, stated: Sequence[StatedPassage]) -> tuple[Outlet, ...]:
    ids = dict.fromkeys(one.passage.outlet for one in stated)
    found = tuple(articles.get_outlet(workspace.store, key) or Outlet(key, key) for key in ids)
    if len(found) < 2:
        said = (
            _("the story {story} has one outlet ({outlet}), so there is nothing to set side by side.")
            if found
            else _("the story {story} has no text that states anything.")
        )
        raise AnnotatorError(
            said.format(story=story, outlet=found[0].name if found else ""),
            _("Add the same story from another outlet: `annotator add --story`."),
        )
    return found


def _matcher(
    workspace: Workspace, passages: Sequence[Passage], method: str, on_progress: Progress | None
) -> tuple[Matcher, str]:
    if method not in METHODS:
        raise AnnotatorError(
            _("there is no method called {method}.").format(method=method),
            _("Choose one of {methods}.").format(methods=", ".join(METHODS)),
        )
    if method == PLAIN:
        return PlainMatcher(), ""
    try:
        return CrosslingualMatcher(vectors_of(workspace, [one.text for one in passages], on_progress)), ""
    except AnnotatorError:
        if method != AUTO:
            raise
        return PlainMatcher(), NOTE_PLAIN


def meaning_waits(workspace: Workspace, story: str) -> bool:
    """True where sentences can be matched by meaning here and some of this story were never read."""
    return is_installed() and sentences_to_embed(workspace, story) > 0


def read_meaning(workspace: Workspace, story: str, on_progress: Progress | None = None) -> None:
    """Nothing; the meaning of the story's sentences is known from now on. Raises as `vectors_of` does."""
    vectors_of(workspace, [one.passage.text for one in passages_of(workspace, story)], on_progress)


def sentences_to_embed(workspace: Workspace, story: str) -> int:
    """How many sentences of a story matching by meaning has not met yet. Raises as `coverage_of` does."""
    check_story(workspace, story)
    stated = passages_of(workspace, story)
    _outlets(workspace, story, stated)
    sentences = list({one.passage.text for one in stated})
    return len(sentences) - len(statements.load_vectors(workspace.store, MODEL, sentences))


def _row(
    statement: Statement, outlets: Sequence[Outlet], by_passage: Mapping[Passage, StatedPassage]
) -> CoverageRow:
    cells = {}
    for outlet in outlets:
        mine = tuple(by_passage[one] for one in statement.passages if one.outlet == outlet.id)
        if mine:
            cells[outlet.id] = CoverageCell(mine)
    left_out = tuple(outlet.id for outlet in outlets if outlet.id not in cells)
    return CoverageRow(statement, cells, left_out)
