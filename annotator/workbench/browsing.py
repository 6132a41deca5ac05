"""Lists of articles as one rater may see them; what hides is loaded only for those who read blind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.model.modes import Mode
from annotator.store import reveals, settings
from annotator.store.articles import search_key
from annotator.workbench import reading
from annotator.workbench.opening import Workspace
from annotator.workbench.reading import ArticleRow

if TYPE_CHECKING:
    from annotator.model.judgements import Rater
    from annotator.model.rubrics import Rubric
    from annotator.workbench.blinding import ShownRow


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a list."""

    rows: Sequence[ArticleRow]
    """While an outlet is hidden its row has a neutral label, and the article's id for a file name."""
    held: frozenset[str] = frozenset()
    """The ids of the articles whose signals wait."""


def mode_setting(rater: Rater) -> str:
    """The name of the setting that holds a rater's own mode."""
    return f"mode:{rater.id}"


def own_mode(workspace: Workspace, rater: Rater) -> Mode:
    """How this rater reads in this workspace; open, when nothing else was set."""
    value = settings.get(workspace.store, mode_setting(rater))
    return Mode(value) if value in set(Mode) else Mode.OPEN


def reads_openly(workspace: Workspace, rater: Rater) -> bool:
    """True where neither the rater's own mode nor any assignment hides anything."""
    own = own_mode(workspace, rater).value
    return {own, *reveals.assigned_modes(workspace.store, rater.id).values()} == {Mode.OPEN.value}


def count(workspace: Workspace, rater: Rater, *, story: str | None = None, search: str = "") -> int:
    """How many articles `browse` can show this rater."""
    if search and not reads_openly(workspace, rater):
        return len(_matching(workspace, rater, None, story, search, counts=False))
    return reading.count_articles(workspace, story=story, search=search)


def browse(
    workspace: Workspace,
    rater: Rater,
    rubric: Rubric | None,
    *,
    story: str | None = None,
    search: str = "",
    offset: int = 0,
    limit: int = 200,
    counts: bool = True,
) -> Page:
    """A page of `reading.list_articles` as this rater may see it.

    While an outlet is hidden a search finds its articles by the words of their shown titles and by id only:
    neither the outlet's name nor a masked word of a title answers.
    """
    if reads_openly(workspace, rater):
        return Page(
            reading.list_articles(
                workspace,
                rater,
                rubric,
                story=story,
                search=search,
                offset=offset,
                limit=limit,
                counts=counts,
            )
        )
    if search:
        found = _matching(workspace, rater, rubric, story, search, counts=counts)[offset : offset + limit]
    else:
        from annotator.workbench.blinding import shown_rows

        rows = reading.list_articles(
            workspace, rater, rubric, story=story, offset=offset, limit=limit, counts=counts
        )
        found = shown_rows(workspace, rater, rows)
    return Page([one.row for one in found], frozenset(one.row.id for one in found if one.signals_held))


def _matching(
    workspace: Workspace, rater: Rater, rubric: Rubric | None, story: str | None, search: str, *, counts: bool
) -> list[ShownRow]:
    """All rows whose shown words match: those that match in full, without the ones that tell too much."""
    from annotator.workbench.blinding import shown_rows

    number = reading.count_articles(workspace, story=story, search=search)
    rows = reading.list_articles(
        workspace, rater, rubric, story=story, search=search, limit=number, counts=counts
    )
    words = search_key(search).split()
    return [
        one
        for one in shown_rows(workspace, rater, rows)
        if not one.outlet_hidden or _holds(search_key(f"{one.row.title} {one.row.id}"), words)
    ]


def _holds(place: str, words: Sequence[str]) -> bool:
    return all(word in place for word in words)
