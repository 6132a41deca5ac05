"""Taking articles in from files and folders."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from annotator.errors import AnnotatorError, InputError
from annotator.formats.article_drafts import ArticleDraft
from annotator.formats.article_files import SIZE_LIMIT, read_article
from annotator.formats.outlets import read_outlets, read_stories
from annotator.formats.reading import normalize_line_ends, read_unchanged
from annotator.languages import CODES, OTHER
from annotator.model.articles import UNKNOWN, Article, Story, article_id
from annotator.model.origins import Origin
from annotator.model.spans import Span
from annotator.store import articles
from annotator.text import count_words, find_headline, identify_language
from annotator.text.dates import find_date
from annotator.text.identifying import identify_paragraphs
from annotator.translating import _
from annotator.workbench.arriving import Arrival, Door
from annotator.workbench.opening import Workspace
from annotator.workbench.outlets import known_outlet, recognise_outlet, short_name

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
    origin: Origin | None = None


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
    sources: Sequence[str | Path],
    *,
    story: str = "",
    outlet: str = "",
    language: str = "",
    published: str = "",
    url: str = "",
    door: Door | None = None,
) -> list[Added]:
    """What became of each source; the good ones are in the workspace, the others say what is wrong.

    A source is a file, a folder, a web address or `-`. A folder stands for the articles in it and below (but
    not its README), and the outlets and stories its `outlets.toml` and `stories.toml` describe.
    """
    given = settle(workspace, Given(story, outlet, language, published, url))
    results: list[Added] = []
    found = recognise_sources(workspace, sources, given, door)
    while block := list(islice(found, _AT_ONCE)):
        results += keep(workspace, block)
    return results


def settle(workspace: Workspace, given: Given) -> Given:
    """The same with the ids of story and outlet, which are made if they are new; raises `InputError`."""
    _check_language(given.language)
    return replace(
        given, story=known_story(workspace, given.story), outlet=known_outlet(workspace, given.outlet)
    )


def recognise_sources(
    workspace: Workspace, sources: Sequence[str | Path], given: Given = NOTHING, door: Door | None = None
) -> Iterator[Added]:
    """Every article of the sources as it would be kept, or what is wrong with it; nothing is stored yet."""
    own = door or Door(now=workspace.now)
    describe(workspace, workspace.folder)
    try:
        for source in sources:
            if os.path.isdir(source):  # noqa: PTH112 - Path.is_dir raises where a folder may not be entered
                try:
                    describe(workspace, Path(source))
                except AnnotatorError as error:
                    yield Added(str(source), None, problem=error)
            for arrival in own.arrive(source):
                yield recognised(workspace, arrival, given)
    finally:
        if door is None:
            own.close()


def recognised(workspace: Workspace, arrival: Arrival, given: Given = NOTHING) -> Added:
    """An arrival as it would be kept: its outlet known (or made), what nobody told found out."""
    draft = arrival.draft
    if draft is None:
        return Added(arrival.source, None, problem=arrival.problem)
    outlet = draft.outlet
    if outlet == UNKNOWN and not given.outlet:
        outlet = recognise_outlet(workspace, draft)
    article = make_article(replace(draft, outlet=outlet), given)
    notes = (*draft.notes, *_other_languages(article))
    origin = Origin(draft.kind, draft.digest, draft.size, draft.furniture, notes)
    return Added(arrival.source, article, origin=origin)


def describe(workspace: Workspace, folder: Path) -> None:
    """Nothing; the outlets and stories that the folder's TOML files describe are known."""
    outlets = read_outlets(folder / OUTLETS_FILE) if (folder / OUTLETS_FILE).is_file() else []
    stories = read_stories(folder / STORIES_FILE) if (folder / STORIES_FILE).is_file() else []
    with workspace.store.writing() as connection:
        articles.put_outlets(connection, outlets)
        articles.put_stories(connection, stories)


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
        published=given.published
        or (draft.published if draft.published != UNKNOWN else find_date(text) or UNKNOWN),
        url=given.url or draft.url,
        retrieved=draft.retrieved,
        licence=draft.licence,
    )


def _other_languages(article: Article) -> list[str]:
    """A sentence for an article of which some paragraphs are in another language we know."""
    paragraphs = identify_paragraphs(article.text)
    others = [code for _words, code in paragraphs if code in CODES and code != article.language]
    if article.language not in CODES or len(others) < 2:
        return []
    told = ", ".join(f"{code}: {others.count(code)}" for code in dict.fromkeys(others))
    words = _("of {n} paragraphs {told}; the signals read the article as {language}.")
    return [words.format(n=len(paragraphs), told=told, language=article.language)]


def read_source(path: Path, *, language: str = "") -> Article:
    """The article in a file, taken into no workspace. A file without front matter keeps its very text."""
    _check_language(language)
    draft = read_article(path)
    text = read_unchanged(path, limit=SIZE_LIMIT)
    if normalize_line_ends(text) == draft.text:
        draft = replace(draft, text=text)
    return make_article(draft, Given(language=language))


def keep(workspace: Workspace, read: Sequence[Added]) -> list[Added]:
    """What became of these, in order, once those that could be read are in the workspace."""
    good = [one for one in read if one.article]
    origins = {one.article.id: one.origin for one in good if one.article and one.origin}
    counted = [
        (one.article, count_words(one.article.text, one.article.language)) for one in good if one.article
    ]
    news = iter(articles.add_articles(workspace.store, counted, origins))
    return [replace(one, duplicate=not next(news)) if one.article else one for one in read]


def _check_language(language: str) -> None:
    if language and language not in (*CODES, OTHER):
        known = ", ".join((*CODES, OTHER))
        raise InputError(
            _("{language} is not a language known here.").format(language=language),
            _("Choose one of {known}.").format(known=known),
        )


def known_story(workspace: Workspace, name: str) -> str:
    """The id of the story with this id or title; a new one where there is none."""
    name = " ".join(name.split())
    if not name:
        return ""
    for row in articles.list_stories(workspace.store):
        if name.casefold() in (row.id, row.title.casefold()):
            return row.id
    short = short_name(name)
    if short != name:
        with workspace.store.writing() as connection:
            articles.put_stories(connection, [Story(short, name)])
    return short
