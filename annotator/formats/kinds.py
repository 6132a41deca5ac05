"""What kind of file some bytes are: by what stands in them, then by the name they came under."""

from __future__ import annotations

import codecs
import re
from enum import StrEnum
from pathlib import PurePosixPath

from annotator.errors import InputError, Place
from annotator.translating import N_, _


class Kind(StrEnum):
    """What can be taken in."""

    TEXT = N_("text")
    PAGE = N_("web page")
    SAVED_PAGE = N_("saved web page")
    FEED = N_("feed")
    PDF = "PDF"
    WORD = N_("Word document")
    BOOK = "EPUB"
    LETTER = N_("e-mail")
    TABLE = N_("CSV table")
    LINES = N_("JSON lines")
    ARCHIVE = N_("ZIP archive")


SUFFIXES = {
    ".txt": Kind.TEXT, ".md": Kind.TEXT, ".markdown": Kind.TEXT,
    ".html": Kind.PAGE, ".htm": Kind.PAGE, ".xhtml": Kind.PAGE,
    ".mhtml": Kind.SAVED_PAGE, ".mht": Kind.SAVED_PAGE,
    ".rss": Kind.FEED, ".atom": Kind.FEED, ".xml": Kind.FEED,
    ".pdf": Kind.PDF, ".docx": Kind.WORD, ".epub": Kind.BOOK, ".eml": Kind.LETTER,
    ".csv": Kind.TABLE, ".tsv": Kind.TABLE, ".jsonl": Kind.LINES, ".ndjson": Kind.LINES, ".zip": Kind.ARCHIVE,
}  # fmt: skip
"""The endings of names that say what is inside, where the bytes leave it open."""

MANY = frozenset({Kind.TABLE, Kind.LINES, Kind.ARCHIVE})
"""Kinds that hold any number of articles."""

UNTRUSTED = frozenset({Kind.PAGE, Kind.SAVED_PAGE, Kind.PDF, Kind.WORD, Kind.BOOK, Kind.LETTER, Kind.FEED})
"""Kinds whose readers are large and meet foreign bytes: they run in a process of their own."""

_ACCEPTED = N_("Articles are text, Markdown, HTML, MHTML, PDF, DOCX, EPUB, EML, CSV, JSONL or ZIP files.")
_OTHERS = (
    (
        b"\x89PNG",
        N_("this is a picture, a binary file, not a text."),
        N_("Type or paste the words that stand in it."),
    ),
    (
        b"\xff\xd8\xff",
        N_("this is a picture, a binary file, not a text."),
        N_("Type or paste the words that stand in it."),
    ),
    (b"GIF8", N_("this is a picture, a binary file, not a text."), N_("Type or paste its words.")),
    (
        b"RIFF",
        N_("this is a sound, a film or a picture, not a text."),
        N_("Type or paste the words that stand in it."),
    ),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        N_("this is an old Word document or one that is protected by a password."),
        N_("Open it in a word processor, remove the password and save it as DOCX or as plain text."),
    ),
    (b"{\\rtf", N_("this is an RTF file, which is not read."), N_("Save it as DOCX or as plain text.")),
    (b"\x1f\x8b", N_("this file is compressed with gzip."), N_("Unpack it first: gunzip FILE.")),
    (b"7z\xbc\xaf", N_("this is a 7z archive, which is not read."), N_("Pack the files as ZIP.")),
    (b"Rar!", N_("this is a RAR archive, which is not read."), N_("Pack the files as ZIP.")),
)
_PAGE_START = re.compile(
    rb"(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_FEED_START = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.I)
_LETTER_START = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){3,}")
_LETTER_SIGNS = (b"\nfrom:", b"\nmime-version:", b"\nreceived:")
_LOOKED_AT = 4096


def recognise(data: bytes, name: str, declared: str = "") -> Kind:
    """The kind of these bytes; `name` is the file's name or address, `declared` a MIME type the server told.

    Raises `InputError` for kinds that hold no article we can read.
    """
    head = data.removeprefix(codecs.BOM_UTF8)[:_LOOKED_AT].lstrip()
    for start, message, hint in _OTHERS:
        if head.startswith(start):
            raise InputError(_(message), _(hint), Place(name))
    if head.startswith(b"%PDF-"):
        return Kind.PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data, name)
    named = SUFFIXES.get(PurePosixPath(name.split("?", 1)[0].split("#", 1)[0]).suffix.lower())
    return _by_words(head, named, declared) or _by_name(named, declared, name)


def _zipped(data: bytes, name: str) -> Kind:
    """What a ZIP container holds: DOCX and EPUB are such containers too."""
    if b"mimetypeapplication/epub+zip" in data[:100] or name.lower().endswith(".epub"):
        return Kind.BOOK
    if b"word/document.xml" in data or name.lower().endswith(".docx"):
        return Kind.WORD
    if b"xl/workbook.xml" in data:
        raise InputError(_("this is a spreadsheet."), _("Save it as CSV."), Place(name))
    if b"ppt/presentation.xml" in data:
        raise InputError(_("this is a slide show."), _("Save its words as plain text."), Place(name))
    return Kind.ARCHIVE


def _by_words(head: bytes, named: Kind | None, declared: str) -> Kind | None:
    """The kind that the first bytes show, or None."""
    lowered = head.lower()
    if named is Kind.TEXT and not declared:
        # A text about HTML is a text.
        return Kind.TEXT
    if _FEED_START.search(head[:1024]):
        return Kind.FEED
    if _PAGE_START.match(head):
        return Kind.PAGE
    if _LETTER_START.match(head) and any(sign in b"\n" + lowered for sign in _LETTER_SIGNS):
        saved = b"snapshot-content-location:" in lowered or b"multipart/related" in lowered
        return Kind.SAVED_PAGE if saved and named is not Kind.LETTER else Kind.LETTER
    return None


def _by_name(named: Kind | None, declared: str, name: str) -> Kind:
    if "html" in declared:
        return Kind.PAGE
    if named is not None:
        return named
    if declared.startswith(("image/", "audio/", "video/", "font/", "application/octet-stream")):
        raise InputError(
            _("this is {declared}, not a text.").format(declared=declared), _(_ACCEPTED), Place(name)
        )
    return Kind.TEXT
