"""Taking articles in from files and folders."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from annotator.errors import AnnotatorError, InputError, Place
from annotator.formats.article_files import SIZE_LIMIT, SUFFIXES, ArticleDraft, read_article
from annotator.formats.names import name_like
from annotator.formats.outlets import read_outlets, read_stories
from annotator.formats.reading import normalize_line_ends, read_unchanged, unreadable
from annotator.languages import CODES, OTHER
from annotator.model.articles import UNKNOWN, Article, Outlet, Story, article_id
from annotator.model.spans import Span
from annotator.store import articles
from annotator.text import count_words, find_headline, identify_language
from annotator.workbench.opening import Workspace

OUTLETS_FILE = "outlets.toml"
STORIES_FILE = "stories.toml"
"""Files that describe the outlets and stories of a folder of articles."""

_AT_ONCE = 200
"""How many articles go in with one transaction: a stopped import keeps what was done."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file."""

    path: str
    article: Article | None
    """None when there was a problem."""
    duplicate: bool = False
    """True when the same text of the same outlet was here already."""
    problem: AnnotatorError | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of all the files at once; it goes before what a file says."""

    story: str = ""
    outlet: str = ""
    language: str = ""
    published: str = ""
    url: str = ""


NOTHING = Given()
"""What a user says who leaves it all to the files."""


def add_sources(
    workspace: Workspace,
    paths: Sequence[Path],
    *,
    story: str = "",
    outlet: str = "",
    language: str = "",
    published: str = "",
    url: str = "",
) -> list[Added]:
    """What became of each file; the good ones are in the workspace, the others have a problem that says why.

    A folder stands for the `.txt` and `.md` files in it and below (but not its README), and the outlets and
    stories its `outlets.toml` and `stories.toml` describe.
    """
    _check_language(language)
    given = Given(_known_story(workspace, story), _known_outlet(workspace, outlet), language, published, url)
    results: list[Added] = []
    found = (one if isinstance(one, Added) else _read(one, given) for one in _files(workspace, paths))
    while block := list(islice(found, _AT_ONCE)):
        results += _put_in(workspace, block)
    return results


def _files(workspace: Workspace, paths: Sequence[Path]) -> Iterator[Path | Added]:
    """The article files that these paths stand for, in order, and what is wrong with folders."""
    for path in paths:
        if not os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where a folder above may not be entered
            yield path
            continue
        try:
            describe(workspace, path)
        except AnnotatorError as error:
            yield Added(str(path), None, problem=error)
        try:
            yield from _articles_in(path)
        except AnnotatorError as error:
            yield Added(str(path), None, problem=error)


def _articles_in(folder: Path) -> list[Path]:
    """The article files in a folder and below, in order; there is at least one."""
    try:
        next(os.scandir(folder), None)
    except OSError as error:
        raise unreadable(folder, error) from error
    found = [
        path for path in sorted(folder.rglob("*")) if _is_article(path.relative_to(folder)) and path.is_file()
    ]
    if not found:
        hint = f"Articles are files ending in {' or '.join(SUFFIXES)}."
        raise InputError("there are no articles in this folder.", hint, Place(str(folder)))
    return found


def _is_article(path: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.parts)
    return path.suffix.lower() in SUFFIXES and path.stem.lower() != "readme" and not hidden


def describe(workspace: Workspace, folder: Path) -> None:
    """Nothing; the outlets and stories that the folder's TOML files describe are known."""
    outlets = read_outlets(folder / OUTLETS_FILE) if (folder / OUTLETS_FILE).is_file() else []
    stories = read_stories(folder / STORIES_FILE) if (folder / STORIES_FILE).is_file() else []
    with workspace.store.writing() as connection:
        articles.put_outlets(connection, outlets)
        articles.put_stories(connection, stories)


def _read(path: Path, given: Given) -> Added:
    try:
        return Added(str(path), make_article(read_article(path), given))
    except AnnotatorError as error:
        return Added(str(path), None, problem=error)


def make_article(draft: ArticleDraft, given: Given = NOTHING) -> Article:
    """The article that a file and its user describe; what neither says is found out or stays unknown."""
    text = draft.text
    outlet = given.outlet or draft.outlet
    headline = draft.headline if draft.headline.end else find_headline(text)
    return Article(
        id=article_id(outlet, text),
        text=text,
        language=given.language or draft.language or identify_language(text),
        headline=Span(*headline),
        title=" ".join(text[headline.start : headline.end].split()) or draft.source,
        outlet=outlet,
        story=given.story or (draft.story if draft.story != UNKNOWN else ""),
        source=draft.source,
        byline=draft.byline,
        published=given.published or draft.published,
        url=given.url or draft.url,
        retrieved=draft.retrieved,
        licence=draft.licence,
    )


def read_source(path: Path, *, language: str = "") -> Article:
    """The article in a file, taken into no workspace. A file without front matter keeps its very text."""
    _check_language(language)
    draft = read_article(path)
    text = read_unchanged(path, limit=SIZE_LIMIT)
    if normalize_line_ends(text) == draft.text:
        draft = replace(draft, text=text)
    return make_article(draft, Given(language=language))


def _put_in(workspace: Workspace, read: Sequence[Added]) -> list[Added]:
    """What became of these, in order, once those that could be read are in the workspace."""
    good = [one.article for one in read if one.article]
    news = iter(
        articles.add_articles(workspace.store, [(one, count_words(one.text, one.language)) for one in good])
    )
    return [replace(one, duplicate=not next(news)) if one.article else one for one in read]


def _check_language(language: str) -> None:
    if language and language not in (*CODES, OTHER):
        known = ", ".join((*CODES, OTHER))
        raise InputError(f"{language} is not a language known here.", f"Choose one of {known}.")


def _known_outlet(workspace: Workspace, name: str) -> str:
    """The id of the outlet with this id, name, domain or alias; a new one where there is none."""
    name = " ".join(name.split())
    if not name or name == UNKNOWN:
        return name
    wanted = name.casefold()
    for outlet in articles.list_outlets(workspace.store):
        known = (outlet.id, outlet.name, outlet.domain, *outlet.aliases)
        if wanted in (word.casefold() for word in known if word):
            return outlet.id
    short = _short_name(name, "outlet")
    with workspace.store.writing() as connection:
        articles.put_outlets(connection, [Outlet(short, name)])
    return short


def _known_story(workspace: Workspace, name: str) -> str:
    """The id of the story with this id or title; a new one where there is none."""
    name = " ".join(name.split())
    if not name:
        return ""
    for row in articles.list_stories(workspace.store):
        if name.casefold() in (row.id, row.title.casefold()):
            return row.id
    short = _short_name(name, "story")
    if short != name:
        with workspace.store.writing() as connection:
            articles.put_stories(connection, [Story(short, name)])
    return short


def _short_name(name: str, kind: str) -> str:
    short = name_like(name)
    if not short:
        raise InputError(
            f"no short name can be made of the {kind} {name}.",
            "Give one of small letters a-z, digits and hyphens.",
        )
    return short
