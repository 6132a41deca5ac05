"""Looking at what the workspace holds: stories, articles, outlets."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from annotator.errors import NotFoundError
from annotator.model.articles import Article, Outlet
from annotator.model.origins import Origin
from annotator.store import articles, listing, origins
from annotator.translating import _
from annotator.workbench.opening import Workspace

if TYPE_CHECKING:
    from annotator.model.judgements import Rater
    from annotator.model.rubrics import Rubric

_NEAR_NAMES = 5


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story's line in the library."""

    id: str
    """Empty for the articles that belong to no story."""
    title: str
    articles: int
    outlets: int
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article's line in the library."""

    id: str
    title: str
    outlet: str
    outlet_name: str
    language: str
    story: str
    published: str
    source: str
    words: int
    scored: int
    """How many criteria of the rubric the rater has scored."""
    criteria: int
    """How many there are."""
    counts: Mapping[str, int] | None
    """Findings by signal; a signal that cannot answer is missing; None until the article was analysed."""


def list_stories(workspace: Workspace) -> list[StoryRow]:
    """The stories that have articles, in order of arrival; articles without a story come last under ""."""
    return [
        StoryRow(key, title, number, outlets, tuple(sorted(languages.split(","))))
        for key, title, number, outlets, languages in listing.story_rows(workspace.store)
    ]


def count_articles(workspace: Workspace, *, story: str | None = None, search: str = "") -> int:
    """How many articles `list_articles` can show."""
    return listing.count(workspace.store, listing.Choice(story, search))


def list_articles(
    workspace: Workspace,
    rater: Rater | None,
    rubric: Rubric | None,
    *,
    story: str | None = None,
    search: str = "",
    offset: int = 0,
    limit: int = 200,
    counts: bool = True,
) -> list[ArticleRow]:
    """One page of articles in order of arrival, without their texts.

    `story` is a story's id, "" for articles without one, None for all; every word of `search` must occur in
    title, outlet, file name or id. Without rater or rubric nothing counts as scored. Without `counts` the
    findings are left away: to know which of them are of today the signals have to be imported.
    """
    known: Mapping[str, str] = {}
    if counts:
        from annotator.workbench.analyzing import versions

        known = versions(workspace)
    listed = listing.list_page(
        workspace.store,
        listing.Choice(story, search),
        rater=rater.id if rater else "",
        rubric=rubric.digest if rubric else "",
        versions=known,
        offset=offset,
        limit=limit,
    )
    criteria = len(rubric.criteria) if rubric else 0
    return [_row(one, criteria) for one in listed]


def _row(one: listing.Listed, criteria: int) -> ArticleRow:
    return ArticleRow(
        id=one.id,
        title=one.title,
        outlet=one.outlet,
        outlet_name=one.outlet_name,
        language=one.language,
        story=one.story,
        published=one.published,
        source=one.source,
        words=one.words,
        scored=one.scored,
        criteria=criteria,
        counts=json.loads(one.counts) if one.counts else None,
    )


def article(workspace: Workspace, id: str) -> Article:
    """The article with this id."""
    found = articles.get_article(workspace.store, id)
    if found is None:
        raise NotFoundError(
            _("there is no article {it} in this workspace.").format(it=id), _("See `annotator articles`.")
        )
    return found


def outlet(workspace: Workspace, id: str) -> Outlet:
    """The outlet with this id; one nobody described has its id for a name."""
    return articles.get_outlet(workspace.store, id) or Outlet(id, id)


def find_article(workspace: Workspace, name: str, *, openly: bool = True) -> Article:
    """The one article a person means by an id, its beginning, a file name, its stem, or an address.

    Where nothing is called so, near names are told; not to a rater who does not read `openly`, because file
    names name outlets.
    """
    ids = listing.ids_like(workspace.store, name)
    if len(ids) == 1:
        return article(workspace, ids[0])
    if ids:
        some = ", ".join(ids[:_NEAR_NAMES])
        raise NotFoundError(
            _("{ids} articles can be meant by {name}.").format(ids=len(ids), name=name),
            _("Say which by its id: {some}.").format(some=some),
        )
    hint = _near(workspace, name) if openly else _("See `annotator articles`.")
    raise NotFoundError(_("there is no article called {name}.").format(name=name), hint)


def _near(workspace: Workspace, name: str) -> str:
    """The hint for a name that nothing has: names that look like it."""
    import difflib

    names = listing.names(workspace.store)
    known = [word for key, source in names for word in (PurePath(source).stem, key)]
    near = difflib.get_close_matches(PurePath(name).stem, known, _NEAR_NAMES)
    return _("Did you mean {near}?").format(near=" / ".join(near)) if near else _("See `annotator articles`.")


def check_story(workspace: Workspace, story: str | None) -> None:
    """Nothing when there is such a story, or None is asked for. Raises `NotFoundError` with near names."""
    known = [row.id for row in list_stories(workspace)]
    if story is not None and story not in known:
        import difflib

        near = difflib.get_close_matches(story, known, 3) or known[:_NEAR_NAMES]
        hint = (
            _("There is {known}.").format(known=", ".join(near))
            if any(near)
            else _("There are no stories yet; `annotator add --story` makes one.")
        )
        raise NotFoundError(_("there is no story called {story}.").format(story=story), hint)


def origin_of(workspace: Workspace, article: str) -> Origin | None:
    """Where the article with this id came from; None when that was not kept."""
    return origins.get(workspace.store, article)
