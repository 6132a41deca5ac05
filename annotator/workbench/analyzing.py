"""Asking the signals about articles and texts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from annotator.model.articles import Article
from annotator.model.findings import Analysis, Unavailable
from annotator.model.spans import Span
from annotator.store import articles, caches, listing
from annotator.workbench.opening import Workspace

_AT_ONCE = 20
"""How many analyses are kept in one transaction."""
OWN_LISTS = "languages"
"""The folder of a workspace in which its own word lists are, `<code>/<list>.txt`."""


def own_lists(folder: Path, language: str) -> Path:
    """The folder of a workspace's own word lists for a language; it need not be there."""
    return folder / OWN_LISTS / language


def version_of(workspace: Workspace, language: str) -> str:
    """What changes when a language's signals or word lists do, those of the workspace among them."""
    from annotator.signals import signals_version

    return signals_version(language, own_lists(workspace.folder, language))


def versions(workspace: Workspace) -> dict[str, str]:
    """The version of every language, so that old analyses are known."""
    from annotator.languages import CODES, OTHER

    return {language: version_of(workspace, language) for language in (*CODES, OTHER)}


def analyze_article(workspace: Workspace, article: Article) -> Analysis:
    """What the signals say about an article, from the cache when they said it before."""
    key = _key(workspace, article)
    found = caches.load(workspace.store, key)
    if found is None:
        found = ask(article, workspace.folder)
        caches.keep(workspace.store, [(key, found)])
    return found


def kept_analysis(workspace: Workspace, article: Article) -> Analysis | None:
    """What the signals said about an article before, or None when they have to be asked."""
    return caches.load(workspace.store, _key(workspace, article))


def keep_analysis(workspace: Workspace, article: Article, analysis: Analysis) -> None:
    """Nothing; what the signals said is kept. `ask` may run in any thread, this only in the store's."""
    caches.keep(workspace.store, [(_key(workspace, article), analysis)])


def analyze_text(
    text: str, language: str = "", title: str | None = None, *, folder: Path | None = None
) -> tuple[Analysis, Span, str]:
    """What the signals say about a text that is in no workspace, its headline and its language.

    Without `language` it is found out. A `title` that stands in the text is its headline. `folder` is the
    workspace whose word lists count.
    """
    from annotator.signals import analyze
    from annotator.text import identify_language

    language = language or identify_language(text)
    headline = headline_of(text, title)
    extra = own_lists(folder, language) if folder else None
    return analyze(text, language, headline, extra=extra), headline, language


def headline_of(text: str, title: str | None) -> Span:
    """Where the headline stands: the title's words when the text holds them, else the first fitting line.

    A text of a single line has no headline unless a title names it.
    """
    from annotator.text import find_headline

    start = text.find(title) if title else -1
    if title and start >= 0:
        return Span(start, start + len(title))
    return find_headline(text) if "\n" in text.strip() else Span(0, 0)


def analyze_all(
    workspace: Workspace, *, story: str | None = None, on_progress: Callable[[int, int], None] | None = None
) -> int:
    """How many articles were analysed now; those in the cache are passed over.

    `on_progress` hears how many of how many are done. What is done when the program is stopped stays done.
    """
    total = listing.count(workspace.store, listing.Choice(story))
    waiting: list[tuple[caches.Key, Analysis]] = []
    asked = 0
    for number, article in enumerate(articles.iterate_articles(workspace.store, story), 1):
        key = _key(workspace, article)
        if not caches.has(workspace.store, key):
            waiting.append((key, ask(article, workspace.folder)))
            asked += 1
        if len(waiting) >= _AT_ONCE or (waiting and number == total):
            caches.keep(workspace.store, waiting)
            waiting = []
        if on_progress:
            on_progress(number, total)
    return asked


def _key(workspace: Workspace, article: Article) -> caches.Key:
    version = version_of(workspace, article.language)
    return caches.Key(article.fingerprint, article.language, article.headline, version)


def ask(article: Article, folder: Path | None = None) -> Analysis:
    """What the signals say about an article, asked now; with the word lists of the workspace in `folder`."""
    from annotator.signals import analyze

    extra = own_lists(folder, article.language) if folder else None
    return analyze(article.text, article.language, article.headline, extra=extra)


def unanswered(language: str, reason: str) -> Analysis:
    """An analysis in which no signal can answer, for this reason."""
    from annotator.signals import catalogue

    return Analysis(language, (), {signal.id: Unavailable(reason) for signal in catalogue()})
