"""One file's bytes to its article, by its kind. Runs in the confined process; the readers load when used."""

from __future__ import annotations

from importlib import import_module

from annotator.errors import InputError, Place
from annotator.formats.article_drafts import ArticleDraft
from annotator.formats.importers.feed_items import FeedItem
from annotator.formats.kinds import Kind
from annotator.translating import _

_READERS = {
    Kind.PAGE: ("web_pages", "read_page"),
    Kind.SAVED_PAGE: ("saved_pages", "read_saved_page"),
    Kind.LETTER: ("letters", "read_letter"),
    Kind.PDF: ("pdf_files", "read_pdf"),
    Kind.WORD: ("word_files", "read_word"),
    Kind.BOOK: ("epub_files", "read_book"),
    Kind.FEED: ("feeds", "read_feed"),
}
_EXTRA = {"trafilatura", "lxml", "pypdfium2", "docx", "feedparser"}


def read_bytes(data: bytes, kind: Kind, name: str, url: str = "") -> ArticleDraft | list[FeedItem]:
    """The article in these bytes; of a feed its items. Raises `InputError`."""
    module, function = _READERS[kind]
    try:
        read = getattr(import_module(f"annotator.formats.importers.{module}"), function)
    except ModuleNotFoundError as missing:
        if (missing.name or "").split(".")[0] not in _EXTRA:
            raise
        hint = _("Install them with: pip install 'annotator[import]'; or paste the text.")
        raise InputError(
            _("reading a {kind} needs packages that are not installed.").format(kind=_(kind)),
            hint,
            Place(name),
        ) from missing
    found: ArticleDraft | list[FeedItem] = read(data, name, url)
    return found
