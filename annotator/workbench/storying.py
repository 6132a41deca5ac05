"""Stories: articles put together by hand, on suggestion, and looked at for texts that are one text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.alignment.copying import Copy, find_copies
from annotator.alignment.crosslingual import is_installed
from annotator.alignment.storying import Group, find_groups, opening
from annotator.errors import NotFoundError
from annotator.model.articles import Article
from annotator.store import articles
from annotator.text.agencies import find_credits
from annotator.workbench.embedding import Progress, vectors_of
from annotator.workbench.importing import known_story
from annotator.workbench.opening import Workspace
from annotator.workbench.reading import find_article


@dataclass(frozen=True, slots=True)
class StoryLook:
    """A story, with what its articles share."""

    id: str
    title: str
    articles: tuple[Article, ...]
    copies: tuple[Copy, ...]
    """Pairs of articles that are largely one text, by their ids."""
    agencies: tuple[tuple[str, tuple[str, ...]], ...]
    """For each agency credited, the ids of the articles that credit it."""

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that tell it, in order, each once."""
        return tuple(dict.fromkeys(one.outlet for one in self.articles))

    @property
    def independent(self) -> int:
        """How many texts there are when copies of one count once."""
        root = {one.id: one.id for one in self.articles}
        for copy in self.copies:
            old, new = root[copy.other], root[copy.one]
            root = {key: new if at == old else at for key, at in root.items()}
        return len(set(root.values()))


def put_in_story(workspace: Workspace, story: str, names: Sequence[str]) -> str:
    """The id of the story (by title or short name, made if new) that these articles now belong to.

    Articles are named by id, id's beginning or file name. An empty story takes them out of theirs.
    Raises `NotFoundError` for an article that is not here; then nothing was changed.
    """
    found = [find_article(workspace, name) for name in names]
    id = known_story(workspace, story)
    articles.set_story(workspace.store, id, [one.id for one in found])
    return id


def rename_story(workspace: Workspace, story: str, title: str) -> None:
    """Nothing; the story is called so from now on. Raises `NotFoundError`."""
    articles.retitle_story(workspace.store, find_story(workspace, story), " ".join(title.split()))


def find_story(workspace: Workspace, name: str) -> str:
    """The id of the story with this id or title; raises `NotFoundError`."""
    for one in articles.list_stories(workspace.store):
        if name.casefold() in (one.id, one.title.casefold()):
            return one.id
    known = ", ".join(one.id for one in articles.list_stories(workspace.store)) or "none yet"
    raise NotFoundError(f"there is no story {name}.", f"Stories here: {known}.")


def look_at_stories(workspace: Workspace, story: str | None = None) -> list[StoryLook]:
    """Every story that has articles (or the one named), with its copies and agencies."""
    wanted = None if story is None else find_story(workspace, story)
    looks = []
    for one in articles.list_stories(workspace.store):
        if wanted is not None and one.id != wanted:
            continue
        held = tuple(articles.iterate_articles(workspace.store, one.id))
        if held:
            looks.append(_look(one.id, one.title, held))
    return looks


def suggest_stories(
    workspace: Workspace, *, all: bool = False, on_progress: Progress | None = None
) -> list[Group]:
    """Groups of articles that seem to tell one story, and of which at least one belongs to none yet.

    By names, numbers and words; where the extra for matching by meaning is installed, by that as well, which
    takes some 40 ms for an article that it meets the first time.
    """
    held = list(articles.iterate_articles(workspace.store))
    meant = vectors_of(workspace, [opening(one) for one in held], on_progress) if is_installed() else None
    groups = find_groups(held, meant)
    return [group for group in groups if all or any(not one.story for one in group.articles)]


def accept(workspace: Workspace, group: Group, title: str = "") -> str:
    """The id of the story that the group's articles without one now belong to.

    It is the story of those that have one already (the most frequent), else a new one with this title, else
    one called like the first article.
    """
    stories = [one.story for one in group.articles if one.story]
    story = max(stories, key=stories.count) if stories else title or group.articles[0].title
    return put_in_story(workspace, story, [one.id for one in group.articles if not one.story])


def _look(id: str, title: str, held: tuple[Article, ...]) -> StoryLook:
    credited: dict[str, list[str]] = {}
    for one in held:
        for credit in find_credits(one.text, one.byline):
            credited.setdefault(credit.agency, []).append(one.id)
    copies = find_copies({one.id: (one.text, one.language) for one in held})
    agencies = tuple((name, tuple(ids)) for name, ids in sorted(credited.items()))
    return StoryLook(id, title, held, tuple(copies), agencies)
