"""EPUB files: the chapters in the order of the book's spine, one text.

The libraries for it are under the AGPL; an EPUB is a ZIP of web pages with a list, and that is all we need.
"""

from __future__ import annotations

import hashlib
import posixpath
import zipfile
from typing import Any
from urllib.parse import unquote

from lxml import etree, html

from annotator.errors import InputError, Place
from annotator.formats.article_drafts import ArticleDraft
from annotator.formats.importers.containers import check_container, read_member
from annotator.formats.importers.headlines import with_headline
from annotator.formats.importers.visible_lines import visible_lines
from annotator.formats.kinds import Kind
from annotator.languages import CODES
from annotator.model.articles import UNKNOWN
from annotator.translating import _

_CONTAINER = "META-INF/container.xml"
_STRICT = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def read_book(data: bytes, name: str, url: str = "") -> ArticleDraft:
    """The text of an EPUB file. Raises `InputError` for one that is damaged, protected or without words."""
    held = check_container(data, name)
    if "META-INF/encryption.xml" in held.namelist() and "META-INF/rights.xml" in held.namelist():
        raise InputError(
            _("this book is protected against copying."), _("Paste the passage you need."), Place(name)
        )
    package_path = _attribute(_xml(held, _CONTAINER, name), "//@full-path")
    package = _xml(held, package_path, name)
    items = {item.get("id"): item.get("href", "") for item in package.xpath('//*[local-name()="item"]')}
    chapters = [items.get(ref, "") for ref in package.xpath('//*[local-name()="itemref"]/@idref')]
    folder = posixpath.dirname(package_path)
    lines: list[str] = []
    for chapter in chapters:
        path = posixpath.normpath(posixpath.join(folder, unquote(chapter.split("#")[0])))
        if path in held.namelist():
            page = read_member(held, held.getinfo(path), name)
            lines += visible_lines(html.document_fromstring(page)) if page.strip() else []
    body = "\n\n".join(lines)
    if not body:
        raise InputError(_("there is no text in this EPUB."), _("Paste the text."), Place(name))
    title, language = _fact(package, "title"), _fact(package, "language")[:2].lower()
    text, headline = with_headline(title or lines[0], body)
    return ArticleDraft(
        text=text,
        headline=headline,
        title=title or lines[0],
        language=language if language in CODES else "",
        published=_fact(package, "date")[:10] or UNKNOWN,
        byline=_fact(package, "creator") or UNKNOWN,
        url=url or UNKNOWN,
        licence=_fact(package, "rights"),
        source=name,
        outlet_name=_fact(package, "publisher"),
        kind=Kind.BOOK,
        digest=hashlib.sha256(data).hexdigest(),
        size=len(data),
    )


def _xml(held: zipfile.ZipFile, path: str, name: str) -> Any:
    try:
        return etree.fromstring(read_member(held, held.getinfo(path), name), _STRICT)
    except (KeyError, etree.XMLSyntaxError, ValueError) as problem:
        raise InputError(_("this EPUB is damaged."), _("Download it again."), Place(name)) from problem


def _attribute(tree: Any, path: str) -> str:
    return next((str(value) for value in tree.xpath(path)), "")


def _fact(package: Any, called: str) -> str:
    found = package.xpath(f'//*[local-name()="metadata"]/*[local-name()="{called}"]/text()')
    return next((" ".join(text.split()) for text in found if text.strip()), "")
