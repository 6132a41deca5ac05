"""Web pages, fetched or saved: the article by trafilatura, and what it left out."""

from __future__ import annotations

import hashlib
import logging
import re
from typing import Any

from trafilatura import bare_extraction, load_html

from annotator.errors import InputError, Place
from annotator.formats.article_drafts import ArticleDraft
from annotator.formats.importers.headlines import with_headline
from annotator.formats.importers.page_heads import PageHead, read_head
from annotator.formats.importers.visible_lines import left_out, visible_lines
from annotator.formats.kinds import Kind
from annotator.languages import CODES
from annotator.model.articles import UNKNOWN
from annotator.text.dates import find_date
from annotator.translating import N_, _

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)

_LEAST_WORDS = 25
_NOT_A_NAME = re.compile(
    r"https?://|www\.|@|^\W*$|^(?:admin|administrator|editor|staff|redazione|author)$", re.I
)
_BY = re.compile(r"^(?:by|di|da|a cura di|written by|text|द्वारा)\s+", re.I)
_WALL = N_("the page says that its article is for subscribers: what stands here may be only its beginning.")


def read_page(data: bytes, name: str, url: str = "", kind: Kind = Kind.PAGE) -> ArticleDraft:
    """The article of a web page; `name` is for complaints, `url` where it came from, if known.

    Raises `InputError` for an empty page, one without an article, and one that is behind a wall.
    """
    tree = load_html(data) if data.strip() else None
    if tree is None or not len(tree):
        raise InputError(_("the page is empty."), _("Open it in a browser, and paste the text."), Place(name))
    lines = visible_lines(tree)
    head = read_head(tree)
    found: Any = bare_extraction(
        tree, url=url or None, with_metadata=True, include_comments=False, favor_precision=True
    )
    body = _paragraphs(found.text if found else "")
    if len(body.split()) < _LEAST_WORDS and not _is_dense(body):
        raise _without_article(name, lines, head, bool(tree.xpath('//input[@type="password"]')))
    return _draft(data, name, url or head.url, kind, head, found, body, lines)


def _is_dense(body: str) -> bool:
    """Whether a body of few words is long all the same: scripts that write no spaces."""
    return len(body) > 400


def _without_article(name: str, lines: list[str], head: PageHead, asks_to_log_in: bool) -> InputError:
    if head.behind_wall or asks_to_log_in:
        return InputError(
            _("this article is behind a wall: the page shows it only to those who log in or subscribe."),
            _("If you may read it, open it in your browser and paste the text."),
            Place(name),
        )
    if not lines:
        message = _(
            "there are no words on this page; it may be one picture, or a program that fills it later."
        )
    else:
        message = _("no article was found on this page ({lines} lines of other text).").format(
            lines=len(lines)
        )
    return InputError(
        message, _("Open it in a browser, and save the page from there or paste the text."), Place(name)
    )


def _draft(
    data: bytes, name: str, url: str, kind: Kind, head: PageHead, found: Any, body: str, lines: list[str]
) -> ArticleDraft:
    headline = head.headline or (found.title or "")
    text, span = with_headline(headline, body)
    language = head.language if head.language in CODES else ""
    return ArticleDraft(
        text=text,
        headline=span,
        title=headline,
        language=language,
        published=found.date or find_date("\n".join(lines)) or UNKNOWN,
        byline=_byline(found.author or "", head.outlet_name),
        url=url or found.url or UNKNOWN,
        licence=found.license or "",
        source=url or name,
        outlet_name=head.outlet_name or found.sitename or "",
        domain=(found.hostname or "").removeprefix("www."),
        furniture=left_out(lines, text),
        kind=kind,
        digest=hashlib.sha256(data).hexdigest(),
        size=len(data),
        notes=(_WALL,) if head.behind_wall else (),
    )


def _paragraphs(text: str | None) -> str:
    """The body with an empty line between paragraphs."""
    return "\n\n".join(line.strip() for line in (text or "").splitlines() if line.strip())


def _byline(author: str, outlet_name: str) -> str:
    """Who wrote it: names joined by commas, without the outlet's own name, addresses and placeholders."""
    names: list[str] = []
    for part in author.split(";"):
        who = _BY.sub("", " ".join(part.split()))
        if (
            who
            and not _NOT_A_NAME.search(who)
            and who.casefold() != outlet_name.casefold()
            and who not in names
        ):
            names.append(who)
    return ", ".join(names) or UNKNOWN
