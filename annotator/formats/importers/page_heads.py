"""What a web page declares of its article: headline, licence, paywall; by its markup, not by its looks."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

_ARTICLE_TYPES = re.compile(r"Article|Posting|Report|WebPage", re.I)
_SEPARATOR = re.compile(r"\s+[-–—|·•:»]\s+|\s*[|»]\s*")
_CLOSE = 0.6


@dataclass(frozen=True, slots=True)
class PageHead:
    """What the head of a page says."""

    headline: str = ""
    outlet_name: str = ""
    url: str = ""
    language: str = ""
    """The primary part of the declared language tag: `en`, `it`, `hi`, `fr`."""
    behind_wall: bool = False
    """Whether the page itself says that the article is not free to read."""


def read_head(tree: Any, site: str = "") -> PageHead:
    """The head of a page; `site` is the outlet's name as far as known, cut from the ends of titles."""
    linked = list(_linked(tree))
    name = _site_name(_first(tree, '//meta[@property="og:site_name"]/@content') or _publisher(linked) or site)
    return PageHead(
        headline=_headline(tree, linked, name),
        outlet_name=name,
        url=_first(tree, '//link[@rel="canonical"]/@href')
        or _first(tree, '//meta[@property="og:url"]/@content'),
        language=_language(tree),
        behind_wall=any(str(one.get("isAccessibleForFree")).lower() == "false" for one in linked),
    )


def _site_name(told: str) -> str:
    """The name without a slogan after it; an address is no name."""
    name = _SEPARATOR.split(told)[0].strip() or told
    return "" if "//" in name else name


def _headline(tree: Any, linked: list[dict[str, Any]], site: str) -> str:
    """The heading that agrees with what the page calls itself; else what it calls itself.

    A page has its headline in a heading, in its title, for social networks and for search engines; they
    differ by the site's name, by typographic quotes, or wholly. What readers see, the heading, goes first.
    """
    called = [
        *(_plain(one.get("headline")) for one in linked),
        *(_plain(text) for text in tree.xpath('//meta[@property="og:title" or @name="og:title"]/@content')),
        *(_plain(text) for text in tree.xpath("//head/title/text()")),
    ]
    called = [_without_site(text, site) for text in called if text]
    headings = [text for text in (_plain("".join(h.itertext())) for h in tree.xpath("//h1")) if text]
    best = max(
        (
            (_likeness(heading, name), -place, heading)
            for place, heading in enumerate(headings)
            for name in called
        ),
        default=(0.0, 0, ""),
    )
    if best[0] >= _CLOSE or (not called and headings):
        return best[2] or headings[0]
    return called[0] if called else ""


def _likeness(one: str, other: str) -> float:
    """How alike two headlines are, from 0 to 1; one that holds the other whole is very like it."""
    a, b = _letters(one), _letters(other)
    if not a or not b:
        return 0.0
    if min(len(a), len(b)) >= 12 and (a in b or b in a):
        return 0.9 + 0.1 * min(len(a), len(b)) / max(len(a), len(b))
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _without_site(title: str, site: str) -> str:
    """A title without the outlet's name at an end of it."""
    parts = _SEPARATOR.split(title)
    if len(parts) < 2:
        return title
    named = _letters(site)
    for part, kept in ((parts[-1], title[: len(title) - len(parts[-1])]), (parts[0], title[len(parts[0]) :])):
        bare = _letters(part)
        if bare and named and (bare in named or named in bare):
            return kept.strip(" -–—|·•:»\t\n")
    return title


def _linked(tree: Any) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of the page that describe an article or the page."""
    for script in tree.xpath('//script[@type="application/ld+json"]/text()'):
        try:
            held = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue
        pending, looked_at = [held], 0
        while pending and looked_at < 500:
            one, looked_at = pending.pop(0), looked_at + 1
            if isinstance(one, list):
                pending += one
            elif isinstance(one, dict):
                pending += [one["@graph"]] if isinstance(one.get("@graph"), list) else []
                if _ARTICLE_TYPES.search(str(one.get("@type", ""))):
                    yield one


def _publisher(linked: list[dict[str, Any]]) -> str:
    for one in linked:
        publisher = one.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            return _plain(publisher["name"])
    return ""


def _language(tree: Any) -> str:
    declared = _first(tree, "//html/@lang") or _first(tree, '//meta[@property="og:locale"]/@content')
    return re.split(r"[-_]", declared.strip().lower())[0]


def _first(tree: Any, path: str) -> str:
    return next((_plain(text) for text in tree.xpath(path) if text.strip()), "")


def _plain(text: object) -> str:
    """Words as a reader sees them: entities resolved (JSON-LD often keeps them), white space folded."""
    return " ".join(html.unescape(text).split()) if isinstance(text, str) else ""
