"""What was recognised of articles, before they are kept: an overview, and everything about one."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.formats.importers.feed_items import FeedItem
from annotator.model.articles import Article
from annotator.text import count_words
from annotator.translating import N_
from annotator.workbench.importing import Added

OVERVIEW_COLUMNS = ("", "headline", "outlet", "date", "language", "words", "left out")
ITEM_COLUMNS = ("", "date", "title", "address")
NONE, NOT_TOLD = N_("none"), N_("not told")
"""What stands where an article has no story, and where nobody told its licence."""
_LINES_SHOWN = 4
_LONG = 60


def overview_row(number: int, added: Added) -> tuple[str, ...]:
    """One cell for each of `OVERVIEW_COLUMNS`; of a source with a problem its name and the problem."""
    article = added.article
    if article is None:
        return (str(number), _short(str(added.problem)), "", "", "", "", "")
    return (
        str(number),
        _short(article.title),
        article.outlet,
        article.published,
        article.language,
        str(count_words(article.text, article.language)),
        left_out(added),
    )


def left_out(added: Added) -> str:
    """How much of the page is not in the article: `87 lines`, or nothing."""
    lines = _furniture(added)
    return f"{len(lines)} lines" if lines else "nothing"


def card_lines(added: Added) -> list[str]:
    """Everything recognised of one article, a fact a line."""
    article = added.article
    if article is None:
        return [str(added.problem)]
    origin = added.origin
    lines = [f"{name:<10}{value}" for name, value in facts(article)]
    if origin is not None and origin.kind:
        lines.append(f"{'read from':<10}{origin.kind}, {origin.size:,} bytes, SHA-256 {origin.digest[:12]}…")
    furniture = _furniture(added)
    lines.append(f"{'left out':<10}{left_out(added)}")
    lines += [f"{'':<10}· {_short(line)}" for line in furniture[:_LINES_SHOWN]]
    if len(furniture) > _LINES_SHOWN:
        lines.append(f"{'':<10}· and {len(furniture) - _LINES_SHOWN} more")
    if origin is not None:
        lines += [f"{'note':<10}{note}" for note in origin.notes]
    body = article.text[article.headline.end :].split()
    lines.append(f"{'begins':<10}{' '.join(body[:25])} …")
    return lines


def facts(article: Article) -> list[tuple[str, str]]:
    """The facts that a person can put right, with their values as a person reads them."""
    return [
        (N_("headline"), article.title),
        (N_("outlet"), article.outlet),
        (N_("byline"), article.byline),
        (N_("date"), article.published),
        (N_("language"), article.language),
        (N_("url"), article.url),
        (N_("story"), article.story or NONE),
        (N_("licence"), article.licence or NOT_TOLD),
    ]


def item_row(number: int, item: FeedItem) -> tuple[str, ...]:
    """One cell for each of `ITEM_COLUMNS`."""
    return (str(number), item.published, _short(item.title), item.url)


def choose_items(items: Sequence[FeedItem], told: str) -> list[FeedItem]:
    """The items that words like `1,3-5` or `all` mean; raises ValueError for others."""
    if told.strip().lower() == "all":
        return list(items)
    chosen: list[int] = []
    for part in told.replace(",", " ").split():
        first, _, last = part.partition("-")
        chosen += range(int(first), int(last or first) + 1)
    if not chosen or not all(1 <= number <= len(items) for number in chosen):
        raise ValueError(told)
    return [items[number - 1] for number in dict.fromkeys(chosen)]


def _furniture(added: Added) -> list[str]:
    return added.origin.furniture.splitlines() if added.origin else []


def _short(words: str) -> str:
    return words if len(words) <= _LONG else f"{words[: _LONG - 1]}…"
