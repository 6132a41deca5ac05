"""Articles, the outlets that publish them and the stories they tell."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from annotator.model.spans import Span

UNKNOWN = "unknown"
"""What front matter says openly when the text does not show a fact."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes articles."""

    id: str
    """A short name for addresses and commands: lower-case letters, digits, hyphens."""
    name: str
    domain: str = ""
    country: str = ""
    aliases: tuple[str, ...] = ()
    """Other names under which the outlet shows itself in texts."""


@dataclass(frozen=True, slots=True)
class Story:
    """One event told by several outlets."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Article:
    """A text to be read and rated, exactly as it was taken in."""

    id: str
    """Twelve hexadecimal digits made from outlet and text: the same in every workspace."""
    text: str
    """Line ends are LF and a byte order mark is gone; nothing else was changed."""
    language: str
    """One of `CODES` or `other`."""
    headline: Span
    """Where the headline stands in `text`; empty when there is none."""
    title: str
    """The headline's words, for lists."""
    outlet: str = UNKNOWN
    """The outlet's id."""
    story: str = ""
    """The story's id; empty when the article belongs to none."""
    source: str = ""
    """The file name or address it came from."""
    byline: str = UNKNOWN
    published: str = UNKNOWN
    """ISO date, as far as known (`2021`, `2021-02`, `2021-02-26`)."""
    url: str = UNKNOWN
    retrieved: str = ""
    licence: str = ""

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the text, by which findings are kept and hand-ins are checked."""
        return fingerprint(self.text)


def fingerprint(text: str) -> str:
    """The SHA-256 of a text's UTF-8 bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def article_id(outlet: str, text: str) -> str:
    """The id of an article: 48 bits made from the outlet's id and the text.

    Two outlets that print the same agency text are two articles.
    """
    return hashlib.sha256(f"{outlet}\0{fingerprint(text)}".encode()).hexdigest()[:12]
