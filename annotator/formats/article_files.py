"""Articles as plain text or Markdown files, with or without front matter."""

from __future__ import annotations

import difflib
import re
from datetime import date
from pathlib import Path

from annotator.errors import InputError, Place
from annotator.formats.article_drafts import ArticleDraft
from annotator.formats.complaints import correction, shown
from annotator.formats.front_matter import Field, split
from annotator.formats.names import NAME, name_like
from annotator.formats.reading import read_text_file
from annotator.languages import CODES, NAMES, OTHER
from annotator.model.articles import UNKNOWN
from annotator.model.spans import Span
from annotator.translating import _

SUFFIXES = (".md", ".txt")
"""The endings of files that can hold an article."""
SIZE_LIMIT = 20_000_000
"""The greatest size of an article file in bytes."""

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_LANGUAGE_NAMES = {
    **{name.lower(): code for code, name in NAMES.items()},
    "inglese": "en", "eng": "en", "italiano": "it", "ita": "it",
    "हिन्दी": "hi", "हिंदी": "hi", "hin": "hi", "español": "es", "spa": "es",
}  # fmt: skip
_LINES_SEARCHED = 60


def read_article(path: Path) -> ArticleDraft:
    """The article in a `.txt` or `.md` file of at most 20 MB of UTF-8.

    Raises `InputError` for a file that cannot be taken in or whose front matter is wrong.
    """
    return parse_article(read_text_file(path, limit=SIZE_LIMIT, suffixes=SUFFIXES), str(path))


def parse_article(text: str, path: str) -> ArticleDraft:
    """The article in a text whose line ends are LF already; `path` is for complaints and the source."""
    fields, start = split(text, path)
    body = text[start:]
    if not body.strip():
        raise InputError(
            _("there is no text after the front matter."), _("Put the article below it."), Place(path)
        )
    headline = _headline(_said(fields.get("headline")), body)
    return ArticleDraft(
        text=body,
        headline=headline,
        title=body[headline.start : headline.end],
        outlet=_name(_said(fields.get("outlet"))) or UNKNOWN,
        language=_language(_said(fields.get("language"))),
        published=_date(_said(fields.get("date"))),
        byline=_words(fields, "byline") or UNKNOWN,
        url=_words(fields, "url") or UNKNOWN,
        story=_name(_said(fields.get("story"))),
        licence=_words(fields, "licence"),
        source=_words(fields, "source") or Path(path).name,
        retrieved=_words(fields, "retrieved"),
    )


def _words(fields: dict[str, Field], key: str) -> str:
    return fields[key].value if key in fields else ""


def _said(field: Field | None) -> Field | None:
    """The field, or None when it is missing, empty or openly unknown."""
    return field if field and field.value not in ("", UNKNOWN) else None


def _headline(field: Field | None, body: str) -> Span:
    if field is None:
        return Span(0, 0)
    start = body.find(field.value)
    if start < 0:
        hint = _("Copy it from the text, letter for letter, without quotation marks around it.")
        lines = [line.strip() for line in body[:50_000].split("\n")[:_LINES_SEARCHED]]
        close = difflib.get_close_matches(field.value, [line for line in lines if line], n=1, cutoff=0.6)
        if close:
            hint = _("Write: {headline}").format(headline=close[0])
        raise field.complain(_("this headline is not in the text."), hint)
    return Span(start, start + len(field.value))


def _language(field: Field | None) -> str:
    if field is None:
        return ""
    if field.value not in (*CODES, OTHER):
        hint = correction(field.value, (*CODES, OTHER), _LANGUAGE_NAMES)
        raise field.complain(_("{name} is not a language known here.").format(name=shown(field.value)), hint)
    return field.value


def _name(field: Field | None) -> str:
    if field is None:
        return ""
    if not NAME.fullmatch(field.value):
        meant = name_like(field.value)
        hint = _("Write “{name}”.").format(name=meant)
        if not meant:
            hint = _("Write it with small letters a-z, digits and hyphens.")
        raise field.complain(_("{name} is not a short name.").format(name=shown(field.value)), hint)
    return field.value


def _date(field: Field | None) -> str:
    if field is None:
        return UNKNOWN
    parts = _DATE.fullmatch(field.value)
    try:
        if parts is None:
            raise ValueError
        date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1))
    except ValueError:
        hint = _("Write 2021-02-26, 2021-02, 2021 or {unknown}.").format(unknown=UNKNOWN)
        raise field.complain(_("{date} is not a date.").format(date=shown(field.value)), hint) from None
    return field.value
