"""Word documents (DOCX) by python-docx."""

from __future__ import annotations

import hashlib
import io
import zipfile

import docx
from docx.opc.exceptions import PackageNotFoundError

from annotator.errors import InputError, Place
from annotator.formats.article_drafts import ArticleDraft
from annotator.formats.importers.containers import check_container
from annotator.formats.importers.headlines import with_headline
from annotator.formats.kinds import Kind
from annotator.model.articles import UNKNOWN
from annotator.translating import N_, _

_DAMAGED = (N_("this Word document is damaged."), N_("Open it in a word processor and save it again."))


def read_word(data: bytes, name: str, url: str = "") -> ArticleDraft:
    """The article in a DOCX file: its paragraphs and table cells; heads and feet of pages are furniture."""
    check_container(data, name)
    try:
        document = docx.Document(io.BytesIO(data))
        blocks = [_words(block) for block in document.iter_inner_content()]
        margins = [
            paragraph.text
            for section in document.sections
            for part in (section.header, section.footer)
            for paragraph in part.paragraphs
        ]
    except (PackageNotFoundError, KeyError, ValueError, zipfile.BadZipFile, AttributeError) as problem:
        message, hint = map(_, _DAMAGED)
        raise InputError(message, hint, Place(name)) from problem
    facts = document.core_properties
    body = "\n\n".join(block for block in blocks if block)
    if not body:
        raise InputError(_("there is no text in this Word document."), _("Paste the text."), Place(name))
    styled = next(
        (" ".join(p.text.split()) for p in document.paragraphs if p.text.strip() and _is_title(p)), ""
    )
    text, headline = with_headline(styled or body.split("\n", 1)[0].strip(), body)
    made = facts.created
    return ArticleDraft(
        text=text,
        headline=headline,
        title=text[headline.start : headline.end],
        published=made.date().isoformat() if made else UNKNOWN,
        byline=" ".join((facts.author or "").split()) or UNKNOWN,
        url=url or UNKNOWN,
        source=name,
        furniture="\n".join(dict.fromkeys(line.strip() for line in margins if line.strip())),
        kind=Kind.WORD,
        digest=hashlib.sha256(data).hexdigest(),
        size=len(data),
        notes=("the date is the one on which the document was made.",) if made else (),
    )


def _words(block: object) -> str:
    if hasattr(block, "rows"):
        rows = (" · ".join(dict.fromkeys(cell.text.strip() for cell in row.cells)) for row in block.rows)
        return "\n".join(row for row in rows if row.strip(" ·"))
    return str(getattr(block, "text", "")).strip()


def _is_title(paragraph: object) -> bool:
    style = getattr(getattr(paragraph, "style", None), "name", "") or ""
    return style == "Title" or style.startswith("Heading 1")
