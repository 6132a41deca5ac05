"""The facts at the head of an article file: a block of `key: value` lines between two lines `---`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from annotator.errors import InputError, Place
from annotator.formats.complaints import correction, excerpt, shown
from annotator.translating import _

KEYS = (
    "outlet", "language", "headline", "byline", "date", "url", "story", "licence", "source", "retrieved",
)  # fmt: skip
"""What front matter may say."""

_SYNONYMS = {
    "title": "headline", "titolo": "headline", "author": "byline", "autore": "byline", "by": "byline",
    "published": "date", "publisher": "outlet", "site": "outlet", "testata": "outlet", "lang": "language",
    "lingua": "language", "link": "url", "address": "url", "license": "licence", "topic": "story",
    "event": "story", "accessed": "retrieved", "file": "source",
}  # fmt: skip
_FENCE = "---"
_KEY_LINE = re.compile(r"([^\W\d][\w-]*)\s*:(?:\s|$)")
_LONGEST_BLOCK = 40
"""Front matter is short: a fence that is not closed within so many lines is a forgotten one."""


@dataclass(frozen=True, slots=True)
class Field:
    """One value of the front matter and where it stands."""

    value: str
    place: Place
    line: str
    """The whole line, for complaints."""

    def complain(self, message: str, hint: str) -> InputError:
        """An error about this value, with the line itself."""
        return InputError(message, hint + _pointed(self.line, self.place), self.place)


def split(text: str, path: str) -> tuple[dict[str, Field], int]:
    """The front matter's values by key, and where the body begins in `text`.

    The body is, code point for code point, what follows the closing fence's line. A text whose first line is
    not `---`, or goes on without any `key:` line, has no front matter: its body begins at 0.
    Line ends must be LF already. Raises `InputError` for an unknown or repeated key, a line without a key,
    and a block that is not closed.
    """
    lines = _block(text)
    if lines is None:
        return {}, 0
    fields: dict[str, Field] = {}
    offset = text.index("\n") + 1
    for number, line in enumerate(lines, start=2):
        offset += len(line) + 1
        if line.rstrip() == _FENCE:
            return fields, min(offset, len(text))
        if line.strip() and not line.startswith("#"):
            _add(fields, line, path, number)
    raise InputError(
        _("the front matter opened here is not closed."),
        _("Put a line {fence} after its last key.").format(fence=_FENCE) + excerpt(_FENCE, 1, 1),
        Place(path, 1, 1),
    )


def _block(text: str) -> list[str] | None:
    """The lines after the opening fence, or None when the text does not begin with front matter."""
    first, *inner = text.split("\n", _LONGEST_BLOCK + 1)[: _LONGEST_BLOCK + 1]
    if first.rstrip() != _FENCE:
        return None
    closed = next((i for i, line in enumerate(inner) if line.rstrip() == _FENCE), None)
    # A line of hyphens may be an ornament of the text: only keys make it a fence.
    written = [match and match[1] for match in map(_KEY_LINE.match, inner[:closed])]
    has_keys = any(key in KEYS for key in written) or any(written[:1])
    return inner if has_keys or closed == 0 else None


def _add(fields: dict[str, Field], line: str, path: str, number: int) -> None:
    key, colon, value = line.partition(":")
    place = Place(path, number, 1 + len(line) - len(line.lstrip()))
    key = key.strip()
    if not colon:
        raise _complain(
            _("this line of the front matter has no key."), _("Write it as “key: value”."), line, place
        )
    if key not in KEYS:
        hint = correction(key, KEYS, _SYNONYMS)
        raise _complain(
            _("{key} is not a key of the front matter.").format(key=shown(key)), hint, line, place
        )
    if key in fields:
        first = fields[key].place.line
        raise _complain(
            _("“{key}” stands here a second time.").format(key=key),
            _("Keep it or line {number}, not both.").format(number=first),
            line,
            place,
        )
    start = len(line) - len(line.partition(":")[2].lstrip())
    fields[key] = Field(value.strip(), Place(path, number, start + 1), line)


def _complain(message: str, hint: str, line: str, place: Place) -> InputError:
    return InputError(message, hint + _pointed(line, place), place)


def _pointed(line: str, place: Place) -> str:
    return excerpt(line, place.line or 1, place.column or 1)
