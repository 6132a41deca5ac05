"""E-mail newsletters: the letter's text, its sender as outlet, its subject as headline."""

from __future__ import annotations

import email
import email.policy
import hashlib
import re
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from annotator.errors import InputError, Place
from annotator.formats.article_drafts import ArticleDraft
from annotator.formats.importers.headlines import with_headline
from annotator.formats.importers.visible_lines import left_out, visible_lines
from annotator.formats.kinds import Kind
from annotator.model.articles import UNKNOWN
from annotator.translating import _

_REPLY = re.compile(r"^(?:(?:re|fwd?|i|r|aw|wg)\s*:\s*)+", re.I)
_BLANKS = re.compile(r"[\u200b-\u200d\u2060\ufeff\u00ad\u034f]+")


def read_letter(data: bytes, name: str, url: str = "") -> ArticleDraft:
    """The letter as an article. All its lines stay: what is furniture in it is for the reader to see."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    body, lines = _body(message)
    if not body.strip():
        raise InputError(_("there is no text in this letter."), _("Paste what it shows."), Place(name))
    subject = _REPLY.sub("", " ".join(str(message.get("Subject", "")).split()))
    text, headline = with_headline(subject, body)
    sender, address = parseaddr(str(message.get("From", "")))
    domain = address.rpartition("@")[2].lower()
    return ArticleDraft(
        text=text,
        headline=headline,
        title=subject,
        published=_date(str(message.get("Date", ""))),
        url=url or UNKNOWN,
        source=name,
        outlet_name=sender or domain,
        domain=domain,
        furniture=left_out(lines, text),
        kind=Kind.LETTER,
        digest=hashlib.sha256(data).hexdigest(),
        size=len(data),
    )


def _body(message: EmailMessage) -> tuple[str, list[str]]:
    """The letter's text, and the lines that its HTML shows (none when it has only plain text)."""
    page = message.get_body(("html",))
    if page is not None:
        from trafilatura import load_html

        tree = load_html(str(page.get_content()))
        lines = [line for line in map(_visible, visible_lines(tree)) if line] if tree is not None else []
        if lines:
            return "\n\n".join(lines), lines
    plain = message.get_body(("plain",))
    return (str(plain.get_content()).replace("\r\n", "\n").strip() if plain is not None else ""), []


def _visible(line: str) -> str:
    """A line without the invisible padding that newsletters put before their preview."""
    return " ".join(_BLANKS.sub("", line).split())


def _date(told: str) -> str:
    try:
        return parsedate_to_datetime(told).date().isoformat()
    except (TypeError, ValueError):
        return UNKNOWN
