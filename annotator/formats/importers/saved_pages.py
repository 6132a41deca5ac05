"""Web pages saved as MHTML: the page itself out of the parts that a browser packed together."""

from __future__ import annotations

import email
import email.policy
import hashlib
from dataclasses import replace
from email.message import EmailMessage

from annotator.errors import InputError, Place
from annotator.formats.article_drafts import ArticleDraft
from annotator.formats.importers.web_pages import read_page
from annotator.formats.kinds import Kind
from annotator.translating import _


def read_saved_page(data: bytes, name: str, url: str = "") -> ArticleDraft:
    """The article of an MHTML file; its address is the one the browser wrote down."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    if page is None:
        raise InputError(
            _("there is no web page in this file."), _("Save the page again as HTML."), Place(name)
        )
    address = message.get("Snapshot-Content-Location") or page.get("Content-Location") or url
    draft = read_page(_bytes(page), name, str(address).strip(), Kind.SAVED_PAGE)
    return replace(draft, digest=hashlib.sha256(data).hexdigest(), size=len(data))


def _bytes(page: EmailMessage) -> bytes:
    """The page's bytes; a charset that the part declares outranks what stands in the page."""
    payload = page.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = page.get_content_charset()
    if not charset:
        return data
    try:
        return data.decode(charset, "replace").encode("utf-8")
    except LookupError:
        return data
