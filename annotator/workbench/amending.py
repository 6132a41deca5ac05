"""What was recognised of an article, put right by a person before it is kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from annotator.errors import InputError
from annotator.formats.importers.headlines import with_headline
from annotator.languages import CODES, OTHER
from annotator.model.articles import UNKNOWN, Article, article_id
from annotator.text.dates import read_date
from annotator.translating import _
from annotator.workbench.importing import Added, known_story
from annotator.workbench.opening import Workspace
from annotator.workbench.outlets import known_outlet

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def amend(workspace: Workspace, added: Added, fact: str, words: str) -> Added:
    """The same with one fact of `FACTS` put right. Raises `InputError` for a value that it cannot have."""
    article = added.article
    if article is None:
        raise InputError(_("there is no article here to put right."))
    changed = FACTS[fact](workspace, article, " ".join(words.split()))
    return replace(added, article=replace(changed, id=article_id(changed.outlet, changed.text)))


def _headline(workspace: Workspace, article: Article, words: str) -> Article:
    if not words:
        raise InputError(_("a headline has words."), _("Write those that stand above the article."))
    text, span = with_headline(words, article.text)
    return replace(article, text=text, headline=span, title=words)


def _outlet(workspace: Workspace, article: Article, words: str) -> Article:
    return replace(article, outlet=known_outlet(workspace, words) or UNKNOWN)


def _byline(workspace: Workspace, article: Article, words: str) -> Article:
    return replace(article, byline=words or UNKNOWN)


def _date(workspace: Workspace, article: Article, words: str) -> Article:
    told = words if _DATE.fullmatch(words) else read_date(words)
    if words and words != UNKNOWN and not told:
        raise InputError(
            _("{words} is not a date.").format(words=words),
            _("Write 2021-02-26, 2021-02, 2021 or 26 Feb 2021."),
        )
    return replace(article, published=told or UNKNOWN)


def _language(workspace: Workspace, article: Article, words: str) -> Article:
    if words not in (*CODES, OTHER):
        raise InputError(
            _("{words} is not a language known here.").format(words=words),
            _("Write {other}.").format(other=", ".join((*CODES, OTHER))),
        )
    return replace(article, language=words)


def _url(workspace: Workspace, article: Article, words: str) -> Article:
    return replace(article, url=words or UNKNOWN)


def _story(workspace: Workspace, article: Article, words: str) -> Article:
    return replace(article, story=known_story(workspace, words))


def _licence(workspace: Workspace, article: Article, words: str) -> Article:
    return replace(article, licence=words)


FACTS: dict[str, Callable[[Workspace, Article, str], Article]] = {
    "headline": _headline,
    "outlet": _outlet,
    "byline": _byline,
    "date": _date,
    "language": _language,
    "url": _url,
    "story": _story,
    "licence": _licence,
}
"""What can be put right, by the name people call it."""
