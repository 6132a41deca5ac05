"""Lists of articles and stories: pages, counts and names, without ever loading a text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from annotator.model.articles import UNKNOWN
from annotator.store.articles import search_key
from annotator.store.opening import Store


@dataclass(frozen=True, slots=True)
class Listed:
    """An article's line in a list: everything but its text."""

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
    counts: str | None
    """JSON of findings by signal; None until the article was analysed."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a table says of an article."""

    id: str
    title: str
    outlet: str
    language: str
    story: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Which articles a list holds."""

    story: str | None = None
    """A story's id, "" for articles without a story, None for all."""
    search: str = ""
    """Words that must all occur in title, outlet, file name or id."""


def count(store: Store, choice: Choice) -> int:
    """How many articles the choice holds."""
    where, values = _where(choice)
    row = store.row(f"SELECT count(*) FROM articles a JOIN outlets o ON o.id = a.outlet {where}", values)
    return int(row[0]) if row else 0


def list_page(
    store: Store,
    choice: Choice,
    *,
    rater: str,
    rubric: str,
    versions: Mapping[str, str],
    offset: int,
    limit: int,
) -> list[Listed]:
    """One page of the articles in the choice, in order of arrival.

    `scored` counts this rater's criteria under the rubric with this digest; `counts` are of the analysis
    of the version that `versions` holds for the article's language.
    """
    where, values = _where(choice)
    rows = store.rows(
        f"""
        WITH page AS (
          SELECT a.position, o.name AS outlet_name FROM articles a JOIN outlets o ON o.id = a.outlet {where}
          ORDER BY a.position LIMIT ? OFFSET ?
        )
        SELECT a.id, a.title, a.outlet, page.outlet_name, a.language, coalesce(a.story, ''),
          a.published, a.source, a.words,
          (SELECT count(*) FROM current_scores c
            WHERE c.rater = ? AND c.article = a.id AND c.rubric = ? AND c.answer <> 'withdrawn'),
          n.counts
        FROM page JOIN articles a USING (position)
        LEFT JOIN analyses n ON n.fingerprint = a.fingerprint AND n.language = a.language
          AND n.headline_start = a.headline_start AND n.headline_end = a.headline_end
          AND n.version = (SELECT value FROM json_each(?) WHERE key = a.language)
        ORDER BY a.position
        """,
        (*values, limit, offset, rater, rubric, json.dumps(dict(versions))),
    )
    return [Listed(*row) for row in rows]


def _where(choice: Choice) -> tuple[str, list[object]]:
    """The WHERE clause of a choice, and its values."""
    terms: list[str] = []
    values: list[object] = []
    if choice.story is not None:
        terms.append("a.story IS ?")
        values.append(choice.story or None)
    for word in search_key(choice.search).split():
        terms.append("(instr(a.search, ?) OR instr(o.search, ?))")
        values += [word, word]
    return (f"WHERE {' AND '.join(terms)}" if terms else ""), values


def story_rows(store: Store) -> list[tuple[str, str, int, int, str]]:
    """For each story that has articles: id, title, articles, outlets, languages with commas between.

    Articles without a story come last, under the id "".
    """
    return [
        (key, title, articles, outlets, languages)
        for key, title, articles, outlets, languages in store.rows(
            "SELECT coalesce(a.story, ''), coalesce(s.title, ''), count(*),"
            f" count(DISTINCT nullif(a.outlet, '{UNKNOWN}')), group_concat(DISTINCT a.language)"
            " FROM articles a LEFT JOIN stories s ON s.id = a.story"
            " GROUP BY a.story ORDER BY a.story IS NULL, min(a.position)"
        )
    ]


def outlet_ids(store: Store, story: str | None) -> list[str]:
    """The outlets that have articles (in one story, if told), in order of arrival."""
    rows = store.rows(
        "SELECT outlet FROM articles WHERE ? IS NULL OR coalesce(story, '') = ?"
        " GROUP BY outlet ORDER BY min(position)",
        (story, story),
    )
    return [key for (key,) in rows]


def count_of_words(store: Store, id: str) -> int:
    """How many words an article has, as counted when it was taken in."""
    row = store.row("SELECT words FROM articles WHERE id = ?", (id,))
    return int(row[0]) if row else 0


def heads(store: Store) -> dict[str, Head]:
    """What tables say of each article, by id."""
    rows = store.rows(
        "SELECT id, title, outlet, language, coalesce(story, '') FROM articles ORDER BY position"
    )
    return {row[0]: Head(*row) for row in rows}


def names(store: Store) -> list[tuple[str, str]]:
    """The id and source of every article, in order of arrival."""
    rows = store.rows("SELECT id, source FROM articles ORDER BY position")
    return [(key, source) for key, source in rows]


def ids_like(store: Store, name: str) -> list[str]:
    """The ids a person can mean by `name`: the id, its beginning, the source, or the source's file stem."""
    exact = store.rows("SELECT id FROM articles WHERE id = ? OR source = ?", (name, name))
    if exact:
        return [key for (key,) in exact]
    rows = store.rows(
        "SELECT id, source FROM articles WHERE substr(id, 1, length(?)) = ? OR instr(source, ?)"
        " ORDER BY position",
        (name, name, name),
    )
    stems = [key for key, source in rows if name in (PurePath(source).stem, PurePath(source).name)]
    return stems or [key for key, _ in rows if key.startswith(name)]
