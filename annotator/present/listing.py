"""Articles as rows of a table and as records of the JSON contract."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from annotator.model.articles import Article
from annotator.model.origins import Origin
from annotator.workbench.reading import ArticleRow

ARTICLE_COLUMNS = ("id", "outlet", "language", "words", "published", "story", "title")


def article_row(row: ArticleRow) -> tuple[str, ...]:
    """One cell for each of `ARTICLE_COLUMNS`."""
    return (row.id, row.outlet, row.language, str(row.words), row.published, row.story, row.title)


def article_record(
    row: ArticleRow, article: Article, *, full: bool, origin: Origin | None = None
) -> dict[str, Any]:
    """The article as the JSON contract describes it; with its text and its origin when `full`."""
    record: dict[str, Any] = {
        "id": row.id,
        "source": article.source,
        "title": row.title,
        "outlet": row.outlet,
        "language": row.language,
        "published": row.published,
        "byline": article.byline,
        "url": article.url,
        "story": row.story,
        "words": row.words,
    }
    if full:
        record["text"] = article.text
        told = asdict(origin) if origin else {}
        record["origin"] = {**told, "retrieved": article.retrieved, "licence": article.licence}
    return record
