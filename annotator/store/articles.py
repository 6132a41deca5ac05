"""Articles, their texts, their outlets and their stories, as rows."""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from annotator.model.articles import Article, Outlet, Story
from annotator.model.origins import Origin
from annotator.model.spans import Span
from annotator.store import origins
from annotator.store.opening import Row, Store

_HEAD = """a.id, a.language, a.headline_start, a.headline_end, a.title, a.outlet, a.story, a.source, a.byline,
  a.published, a.url, a.retrieved, a.licence"""


def search_key(text: str) -> str:
    """A text as it is searched: without case, in one normal form."""
    return unicodedata.normalize("NFKC", text).casefold()


def put_outlets(connection: sqlite3.Connection, outlets: Iterable[Outlet]) -> None:
    """Nothing; each outlet is there, as told here."""
    connection.executemany(
        "INSERT INTO outlets (id, name, domain, country, aliases, search) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET name = excluded.name, domain = excluded.domain,"
        " country = excluded.country, aliases = excluded.aliases, search = excluded.search",
        (
            (
                outlet.id,
                outlet.name,
                outlet.domain,
                outlet.country,
                json.dumps(outlet.aliases, ensure_ascii=False),
                search_key(" ".join((outlet.id, outlet.name, outlet.domain, *outlet.aliases))),
            )
            for outlet in outlets
        ),
    )


def put_stories(connection: sqlite3.Connection, stories: Iterable[Story]) -> None:
    """Nothing; each story is there with this title."""
    connection.executemany(
        "INSERT INTO stories (id, title) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET title = excluded.title",
        ((story.id, story.title) for story in stories),
    )


def add_articles(
    store: Store, articles: Sequence[tuple[Article, int]], known: Mapping[str, Origin] = MappingProxyType({})
) -> list[bool]:
    """For each article (with its number of words): True when it was new, False when it was there already.

    `known` holds the origins of articles by their ids.

    An outlet or story that is not known yet gets a plain entry under its id.
    """
    with store.writing() as connection:
        return [_add(connection, article, words, known.get(article.id)) for article, words in articles]


def _add(connection: sqlite3.Connection, article: Article, words: int, origin: Origin | None) -> bool:
    if connection.execute("SELECT 1 FROM articles WHERE id = ?", (article.id,)).fetchone():
        return False
    fingerprint = article.fingerprint
    connection.execute(
        "INSERT INTO outlets (id, name, search) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING",
        (article.outlet, article.outlet, search_key(article.outlet)),
    )
    if article.story:
        connection.execute(
            "INSERT INTO stories (id, title) VALUES (?, ?) ON CONFLICT (id) DO NOTHING",
            (article.story, article.story.replace("-", " ").capitalize()),
        )
    connection.execute(
        "INSERT INTO texts (fingerprint, text) VALUES (?, ?) ON CONFLICT (fingerprint) DO NOTHING",
        (fingerprint, article.text),
    )
    connection.execute(
        "INSERT INTO articles (id, fingerprint, outlet, story, language, headline_start, headline_end, title,"
        " words, source, byline, published, url, retrieved, licence, search)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article.id,
            fingerprint,
            article.outlet,
            article.story or None,
            article.language,
            *article.headline,
            article.title,
            words,
            article.source,
            article.byline,
            article.published,
            article.url,
            article.retrieved,
            article.licence,
            search_key(" ".join((article.id, article.title, article.outlet, article.source))),
        ),
    )
    if origin is not None:
        origins.put(connection, article.id, origin)
    return True


def get_article(store: Store, id: str) -> Article | None:
    """The article with this id and its text, or None."""
    row = store.row(
        f"SELECT {_HEAD}, t.text FROM articles a JOIN texts t USING (fingerprint) WHERE a.id = ?", (id,)
    )
    return _article(row) if row else None


def iterate_articles(store: Store, story: str | None = None) -> Iterator[Article]:
    """All articles in order of arrival (of one story, if told), one text in memory at a time."""
    rows = store.rows(
        "SELECT id FROM articles WHERE ? IS NULL OR coalesce(story, '') = ? ORDER BY position", (story, story)
    )
    for (key,) in rows:
        found = get_article(store, key)
        if found is not None:
            yield found


def _article(row: Row) -> Article:
    key, language, start, end, title, outlet, story, *rest = row
    source, byline, published, url, retrieved, licence, text = rest
    return Article(
        id=key,
        text=text,
        language=language,
        headline=Span(start, end),
        title=title,
        outlet=outlet,
        story=story or "",
        source=source,
        byline=byline,
        published=published,
        url=url,
        retrieved=retrieved,
        licence=licence,
    )


def get_outlet(store: Store, id: str) -> Outlet | None:
    """The outlet with this id, or None."""
    row = store.row("SELECT id, name, domain, country, aliases FROM outlets WHERE id = ?", (id,))
    return _outlet(row) if row else None


def list_outlets(store: Store) -> list[Outlet]:
    """All outlets by name."""
    rows = store.rows("SELECT id, name, domain, country, aliases FROM outlets ORDER BY name, id")
    return [_outlet(row) for row in rows]


def _outlet(row: Row) -> Outlet:
    key, name, domain, country, aliases = row
    return Outlet(key, name, domain, country, tuple(json.loads(aliases)))


def list_stories(store: Store) -> list[Story]:
    """All stories by id, with articles or without."""
    return [Story(*row) for row in store.rows("SELECT id, title FROM stories ORDER BY id")]


def set_story(store: Store, story: str, ids: Sequence[str]) -> None:
    """Nothing; these articles belong to this story (to none, when it is empty)."""
    with store.writing() as connection:
        connection.executemany(
            "UPDATE articles SET story = ? WHERE id = ?", [(story or None, id) for id in ids]
        )


def retitle_story(store: Store, story: str, title: str) -> None:
    """Nothing; the story has this title."""
    with store.writing() as connection:
        connection.execute("UPDATE stories SET title = ? WHERE id = ?", (title, story))
