"""Reading without knowing who published: everything a rater sees of an article passes through here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from annotator.model.articles import UNKNOWN, Article, Outlet
from annotator.model.judgements import Conditions, Rater
from annotator.model.modes import Mode, Veil
from annotator.model.spans import Span
from annotator.store import articles, bylines, reveals
from annotator.text.masking import Masker
from annotator.workbench.labelling import outlet_labels
from annotator.workbench.opening import Workspace
from annotator.workbench.reading import ArticleRow, count_articles
from annotator.workbench.revealing import (
    begin_reading,
    conditions_now,
    conditions_under,
    get_mode,
    mode_for,
    modes_for,
    release_signals,
    reveal,
    set_mode,
)

__all__ = [
    "ArticleView",
    "Mode",
    "ShownRow",
    "Veil",
    "as_shown",
    "begin_reading",
    "conditions_now",
    "get_mode",
    "mode_for",
    "outlet_labels",
    "outlets_are_hidden",
    "release_signals",
    "reveal",
    "set_mode",
    "shown_rows",
    "view_of",
]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article as one rater may see it now. Nothing of it is ever stored."""

    id: str
    title: str
    text_shown: str
    """As long as the article's text: every offset into the one is an offset into the other."""
    outlet_label: str
    """The outlet's name, or a neutral one such as `Outlet C`."""
    byline: str
    url: str
    source: str
    """Where the article came from; while the outlet is hidden these three are empty."""
    published: str
    mode: Mode
    sees: Conditions
    """What the rater can see; record it with the score."""
    masker: Masker | None = field(default=None, repr=False, compare=False)
    """What hides the outlet; None when it can be seen."""

    @property
    def outlet_hidden(self) -> bool:
        """True while the outlet is hidden."""
        return not self.sees.outlet

    @property
    def signals_held(self) -> bool:
        """True while the signals wait."""
        return not self.sees.signals

    def shown(self, words: str) -> str:
        """Words about the article (a finding's reason, a note) as the rater may see them, as long as before.

        For words at a known place ask `quote`, which hides a name even where the place cuts it in two.
        """
        return self.masker.mask_text(words) if self.masker else words

    def quote(self, start: int, end: int) -> str:
        """The words at a place of the article as the rater may see them."""
        return self.text_shown[start:end]

    def read(self, words: str) -> str:
        """Words about the article for reading aloud, hidden names as labels."""
        return self.masker.say_text(words) if self.masker else words

    def said(self, text: str, start: int, end: int) -> str:
        """The words at a place of the article's `text` for reading aloud, hidden names as labels."""
        if self.masker is None:
            return text[start:end]
        parts, at = [], start
        for one in self.masker.find(text):
            if one.end > start and one.start < end:
                parts += [text[at : max(at, one.start)], self.masker.spoken(one)]
                at = min(one.end, end)
        return "".join([*parts, text[at:end]])


def view_of(workspace: Workspace, rater: Rater, article: Article, mode: Mode | None = None) -> ArticleView:
    """The article as this rater may see it at this moment; `mode` None means the one in force.

    While the outlet is hidden, outlet, author, address and file name are masked in headline and text.
    """
    mode = mode_for(workspace, rater, article) if mode is None else mode
    sees = conditions_now(workspace, rater, article, mode)
    outlet = articles.get_outlet(workspace.store, article.outlet) or Outlet(article.outlet, article.outlet)
    if sees.outlet:
        return ArticleView(
            article.id, article.title, article.text, outlet.name, article.byline, article.url,
            article.source, article.published, mode, sees,
        )  # fmt: skip
    label = outlet_labels(workspace, rater, article.story)[article.outlet]
    masker = Masker(article, outlet, label)
    text = masker.mask_text(article.text)
    return ArticleView(
        article.id, masker.mask_text(article.title), text, label, "", "", "", article.published,
        mode, sees, masker,
    )  # fmt: skip


def as_shown(workspace: Workspace, rater: Rater, article: Article) -> Article:
    """The article as this rater may see it now: while its outlet is hidden, nothing in it names that."""
    view = view_of(workspace, rater, article)
    if not view.outlet_hidden:
        return article
    return replace(
        article, title=view.title, text=view.text_shown, outlet=view.outlet_label, byline=view.byline,
        url=view.url, source=view.source,
    )  # fmt: skip


def outlets_are_hidden(workspace: Workspace, rater: Rater) -> bool:
    """True while there is an article here whose outlet this rater must not know yet."""
    own, assigned = modes_for(workspace, rater)
    revealed = reveals.of_rater(workspace.store, rater.id)
    seen = {key for key, what in revealed.items() if Veil.OUTLET.value in what}
    if any(mode.hides_outlet and key not in seen for key, mode in assigned.items()):
        return True
    return own.hides_outlet and count_articles(workspace) > len(seen | assigned.keys())


@dataclass(frozen=True, slots=True)
class ShownRow:
    """An article's line in a list as one rater may see it."""

    row: ArticleRow
    """While the outlet is hidden: its label for `outlet` and `outlet_name`, the id for `source`, a masked
    title. While the signals are held: no counts."""
    outlet_hidden: bool
    signals_held: bool


def shown_rows(workspace: Workspace, rater: Rater, rows: Sequence[ArticleRow]) -> list[ShownRow]:
    """The rows of a list as this rater may see them, without loading a text."""
    own, assigned = modes_for(workspace, rater)
    revealed = reveals.of_rater(workspace.store, rater.id)
    sees = {
        row.id: conditions_under(assigned.get(row.id, own), revealed.get(row.id, frozenset())) for row in rows
    }
    credits = bylines.of_articles(workspace.store, [key for key, one in sees.items() if not one.outlet])
    stories = {row.story for row in rows if row.id in credits}
    labels = {story: outlet_labels(workspace, rater, story) for story in stories}
    outlets = {one.id: one for one in articles.list_outlets(workspace.store)} if credits else {}
    shown = []
    for row in rows:
        held = not sees[row.id].signals
        seen = replace(row, counts=None) if held else row
        if row.id in credits:
            seen = _hidden(seen, credits[row.id], labels[row.story], outlets)
        shown.append(ShownRow(seen, row.id in credits, held))
    return shown


def _hidden(
    row: ArticleRow, credit: bylines.Byline, labels: Mapping[str, str], outlets: Mapping[str, Outlet]
) -> ArticleRow:
    label = labels[credit.outlet]
    about = Article(row.id, "", row.language, Span(0, 0), row.title, byline=credit.byline, url=credit.url)
    outlet = outlets.get(credit.outlet, Outlet(credit.outlet, UNKNOWN))
    title = Masker(about, outlet, label).mask_text(row.title)
    return replace(row, title=title, outlet=label, outlet_name=label, source=row.id)
