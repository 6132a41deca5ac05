"""Articles in tables: one a row of a CSV file, one a line of a JSONL file."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterator, Mapping

from annotator.errors import AnnotatorError, InputError, Place
from annotator.formats.article_drafts import ArticleDraft
from annotator.formats.importers.headlines import with_headline
from annotator.formats.kinds import Kind
from annotator.formats.reading import normalize_line_ends
from annotator.languages import CODES
from annotator.model.articles import UNKNOWN
from annotator.translating import _

_NAMES = {
    "text": ("text", "body", "article", "content", "articlebody", "full_text", "testo", "articolo", "corpo",
             "पाठ", "लेख"),
    "headline": ("headline", "title", "titolo", "heading", "शीर्षक"),
    "outlet": ("outlet", "source", "publisher", "newspaper", "site", "publication", "testata", "giornale",
               "fonte", "अखबार", "प्रकाशक"),
    "byline": ("byline", "author", "authors", "autore", "firma", "लेखक"),
    "date": ("date", "published", "publish_date", "pubdate", "published_at", "data", "तारीख", "दिनांक"),
    "url": ("url", "link", "address", "indirizzo", "लिंक"),
    "language": ("language", "lang", "lingua", "भाषा"),
    "story": ("story", "event", "topic", "storia", "घटना"),
    "licence": ("licence", "license", "licenza"),
}  # fmt: skip
"""Names that columns and keys may have, the first that is there counts."""

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_FIELD_LIMIT = 20_000_000


def read_table(text: str, name: str) -> Iterator[ArticleDraft | AnnotatorError]:
    """The articles of a CSV file, row by row; a row that is none comes as the error that says why."""
    csv.field_size_limit(_FIELD_LIMIT)
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t|", key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        header = [cell.strip() for cell in next(rows, [])]
        places = _places(header, name)
        for row in rows:
            if any(cell.strip() for cell in row):
                values = dict(zip(header, row, strict=False))
                yield _draft(values, places, name, rows.line_num, Kind.TABLE)
    except csv.Error as problem:
        yield InputError(
            _("this is no CSV table ({problem}).").format(problem=problem),
            _("Save it again as CSV in UTF-8."),
            Place(name, rows.line_num),
        )


def _places(header: list[str], name: str) -> dict[str, str]:
    """Which column holds what; raises `InputError` when none holds the text."""
    folded = {"".join(cell.casefold().split()): cell for cell in reversed(header)}
    found = {
        fact: next((folded[one] for one in names if one in folded), "") for fact, names in _NAMES.items()
    }
    if not found["text"]:
        there = ", ".join(cell for cell in header if cell) or "none"
        hint = _(
            "Call the column with the articles' words “text”; others may be headline, outlet, byline,"
            " date, url, language, story."
        )
        raise InputError(
            _("no column holds a text (columns: {there}).").format(there=there), hint, Place(name, 1)
        )
    return found


def read_json_lines(text: str, name: str) -> Iterator[ArticleDraft | AnnotatorError]:
    """The articles of a JSONL file, line by line; a line that is none comes as the error that says why."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            told = json.loads(line)
        except (ValueError, RecursionError) as problem:
            detail = getattr(problem, "msg", "nested too deeply")
            yield InputError(
                _("this line is no JSON ({detail}).").format(detail=detail),
                "",
                Place(name, number, getattr(problem, "colno", None)),
            )
            continue
        if not isinstance(told, dict):
            yield InputError(
                _("this line is no JSON object."), _('Write {"text": "…"}.'), Place(name, number)
            )
            continue
        values = {str(key): str(value) for key, value in told.items() if isinstance(value, str | int | float)}
        try:
            yield _draft(values, _places(list(values), name), name, number, Kind.LINES)
        except InputError as problem:
            yield InputError(problem.message, problem.hint, Place(name, number))


def _draft(
    values: Mapping[str, str], places: Mapping[str, str], name: str, line: int, kind: Kind
) -> ArticleDraft | AnnotatorError:
    def said(fact: str) -> str:
        return values.get(places[fact], "").strip() if places[fact] else ""

    raw = values.get(places["text"], "")
    body = normalize_line_ends(raw).strip("\n")
    if not body.strip():
        return InputError(_("there is no text in this row."), "", Place(name, line))
    text, headline = with_headline(said("headline"), body)
    language, published = said("language").lower()[:2], said("date")[:10]
    return ArticleDraft(
        text=text,
        headline=headline,
        title=text[headline.start : headline.end],
        outlet_name=said("outlet"),
        language=language if language in CODES else "",
        published=published if _DATE.fullmatch(published) else UNKNOWN,
        byline=said("byline") or UNKNOWN,
        url=said("url") or UNKNOWN,
        story=said("story"),
        licence=said("licence"),
        source=f"{name}:{line}",
        kind=kind,
        digest=hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest(),
        size=len(raw.encode("utf-8", "surrogatepass")),
    )
