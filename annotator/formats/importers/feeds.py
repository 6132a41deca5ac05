"""RSS and Atom feeds by feedparser: a list of articles to choose from, none of them read yet."""

from __future__ import annotations

import calendar
import html
import re
from datetime import UTC, datetime
from urllib.parse import urljoin

import feedparser

from annotator.errors import InputError, Place
from annotator.formats.importers.feed_items import FeedItem
from annotator.model.articles import UNKNOWN
from annotator.translating import _

_TAG = re.compile(r"<[^>]*>")


def read_feed(data: bytes, name: str, url: str = "") -> list[FeedItem]:
    """The items of a feed in its order; raises `InputError` when there is none."""
    told = feedparser.parse(data, sanitize_html=True, resolve_relative_uris=False)
    outlet = _plain(told.feed.get("title", ""))
    items = [
        FeedItem(
            title=_plain(entry.get("title", "")) or entry.link,
            url=urljoin(url, entry.link) if url else entry.link,
            published=_date(entry),
            summary=_plain(entry.get("summary", ""))[:500],
            outlet_name=outlet,
        )
        for entry in told.entries
        if entry.get("link")
    ]
    if not items:
        damaged = bool(told.bozo) and not told.entries
        message = _("this feed is damaged.") if damaged else _("there are no articles in this feed.")
        raise InputError(
            message, _("Open its address in a browser, or name the article's own address."), Place(name)
        )
    return items


def _date(entry: feedparser.FeedParserDict) -> str:
    told = entry.get("published_parsed") or entry.get("updated_parsed")
    if not told:
        return UNKNOWN
    try:
        return datetime.fromtimestamp(calendar.timegm(told), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return UNKNOWN


def _plain(text: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", text)).split())
