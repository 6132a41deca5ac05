"""PDF files: the words of their pages by PDFium, lines joined to paragraphs."""

from __future__ import annotations

import hashlib
import re
from collections import Counter

import pypdfium2

from annotator.errors import InputError, Place
from annotator.formats.article_drafts import ArticleDraft
from annotator.formats.importers.headlines import with_headline
from annotator.formats.kinds import Kind
from annotator.model.articles import UNKNOWN
from annotator.translating import _

MOST_PAGES = 200
"""How many pages an article may have."""

_ENDS = re.compile(r"[.!?:…।॥][\"”’»)\]]*$")
_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")
_DEVANAGARI = re.compile("[\u0900-\u097f]")
_PRIVATE = re.compile("[\ue000-\uf8ff\ufffd]")
_HINDI_NOTE = (
    "Hindi letters in PDF files are often stored in the wrong order or not at all: compare the text with"
    " the page, and paste it from a web page if it is broken."
)


def read_pdf(data: bytes, name: str, url: str = "") -> ArticleDraft:
    """The article in a PDF file; running heads and page numbers are furniture.

    Raises `InputError` for a file with a password, one without text (scanned), and a damaged one.
    """
    pages, facts = _pages(data, name)
    body, furniture = _article(pages)
    if not body.strip():
        raise InputError(
            _("this PDF has no text in it: it is probably a scan."),
            _("Find the article on a web page, or let a text recognition program (OCR) make a text of it."),
            Place(name),
        )
    title = " ".join(facts.get("Title", "").split())
    first = body.split("\n", 1)[0].strip()
    text, headline = with_headline(title if title and title in body[:2000] else first, body)
    made = _DATE.match(facts.get("CreationDate", ""))
    return ArticleDraft(
        text=text,
        headline=headline,
        title=text[headline.start : headline.end],
        published="-".join(part for part in made.groups() if part) if made else UNKNOWN,
        byline=" ".join(facts.get("Author", "").split()) or UNKNOWN,
        url=url or UNKNOWN,
        source=name,
        furniture=furniture,
        kind=Kind.PDF,
        digest=hashlib.sha256(data).hexdigest(),
        size=len(data),
        notes=(_HINDI_NOTE,) if _DEVANAGARI.search(body) or len(_PRIVATE.findall(body)) > 5 else (),
    )


def _pages(data: bytes, name: str) -> tuple[list[list[str]], dict[str, str]]:
    """The lines of each page, and what the file says of itself."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        if "password" in str(problem).lower():
            hint = _("Open it with its password, and save or print it to a new PDF without one.")
            raise InputError(_("this PDF is protected by a password."), hint, Place(name)) from problem
        raise InputError(_("this PDF is damaged."), _("Download it again."), Place(name)) from problem
    with document:
        if len(document) > MOST_PAGES:
            message = _("this PDF has {document} pages; an article may have {most_pages}.").format(
                document=len(document), most_pages=MOST_PAGES
            )
            raise InputError(message, _("Save the pages of the article as a PDF of their own."), Place(name))
        pages = []
        for number in range(len(document)):
            page = document[number]
            words = page.get_textpage().get_text_bounded().replace("\r\n", "\n").replace("\r", "\n")
            # PDFium marks a hyphen at a line's end with U+FFFE or U+0002; the word goes on.
            words = re.sub("[\ufffe\x02]\n?", "", words)
            pages.append([line.strip() for line in words.split("\n")])
        return pages, document.get_metadata_dict()


def _article(pages: list[list[str]]) -> tuple[str, str]:
    """The body in paragraphs, and the lines left out: those that stand on most pages, and page numbers."""
    often = Counter(line for lines in pages for line in {one for one in lines if one})
    running = {line for line, count in often.items() if len(pages) > 2 and count > len(pages) / 2}
    kept: list[str] = []
    furniture: list[str] = []
    for lines in pages:
        for line in lines:
            if line and (line in running or re.fullmatch(r"[-–—\s]*\d{1,4}[-–—\s]*", line)):
                furniture.append(line)
            else:
                kept.append(line)
    return _joined(kept), "\n".join(dict.fromkeys(furniture))


def _joined(lines: list[str]) -> str:
    """Lines joined to paragraphs: a line that is full, or ends in mid-sentence, goes on in the next."""
    full = sorted(len(line) for line in lines if line)
    usual = full[len(full) * 3 // 4] if full else 0
    paragraphs: list[str] = []
    open_paragraph = False
    for line in lines:
        if not line:
            open_paragraph = False
            continue
        if open_paragraph:
            paragraphs[-1] += f" {line}"
        else:
            paragraphs.append(line)
        open_paragraph = len(line) >= 0.75 * usual and not (len(line) < 0.9 * usual and _ENDS.search(line))
    return "\n\n".join(paragraphs)
