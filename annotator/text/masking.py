"""Blind reading: where a text gives its outlet or its author away, and the text without that.

The masked text is as long as the text itself, code point by code point, so every offset into the one is an
offset into the other. Masking is for the eye only; nothing masked is ever kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from annotator.model.articles import UNKNOWN, Article, Outlet
from annotator.model.spans import Span
from annotator.text import addresses
from annotator.text.outlet_names import (
    LETTER,
    Name,
    core_of,
    everyday_words,
    is_everyday,
    names_of,
    people_of,
    pieces_of,
    slugs_of,
    telling_words_of,
)
from annotator.text.plain_copies import PlainCopy, plain, plain_copy
from annotator.translating import N_, _

FILL = "▒"
"""Stands for one hidden character."""
AUTHOR = N_("the author")
"""What is read aloud for a hidden byline."""
_LINE_ENDS = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_WORD = re.compile(f"{LETTER}+")
_NEXT_WORD = re.compile(f"[ \t]+({LETTER}+)")
_LAST_WORD = re.compile(f"({LETTER}+)[ \t]+$")
_ADDRESS = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_LITTLE = 3
"""Letters up to which a word of a name may be written small: the, of, di."""
_SHORT = 1_000
"""Characters of a text up to which it pays to ask first whether a name may occur."""
_DIVIDERS = str.maketrans("", "", "-_.")
_REACH = 60
"""How far back the word before a name is looked for."""


class Hidden(NamedTuple):
    """A stretch of a text that a blind reader must not see."""

    start: int
    end: int
    author: bool
    """True for the name of a person, False for what names the outlet."""


_Fill: TypeAlias = Callable[[Hidden, str], str]


class Masker:
    """Hides one article's outlet and author in any words about it."""

    def __init__(self, article: Article, outlet: Outlet, label: str = "") -> None:
        self.label = label
        """What stands for the outlet where there is room for it, such as `Outlet C`."""
        given = [one for one in (outlet.name, *outlet.aliases) if one and one != UNKNOWN]
        # An id of everyday words (sun, time) is ours; no text writes it.
        given += [] if is_everyday(pieces_of(outlet.id)) else [outlet.id]
        self._literal = [plain(one.strip()) for one in given if "@" in one.strip("@")]
        hosts = [addresses.host_of(one) for one in (outlet.domain, article.url)]
        hosts += [addresses.host_of(one) for one in given if _is_address(one)]
        self._hosts = [host for host in dict.fromkeys(hosts) if host and not addresses.is_shared(host)]
        words = [one for one in given if "@" not in one.strip("@") and not _is_address(one)]
        words += [addresses.own_part(host) for host in self._hosts]
        people = [] if article.byline == UNKNOWN else _also_shorter(people_of(article.byline))
        self._names = list(
            dict.fromkeys([*((one, False) for one in words), *((one, True) for one in people)])
        )
        everyday = {slug for one in words if is_everyday(pieces_of(one)) for slug in slugs_of(one)}
        slugs = {slug for one in words for slug in slugs_of(one)}
        # The Sun has the account @TheSun; an account that only begins with "sun" is somebody's own.
        self._everyday = {slug for slug in everyday if is_everyday([slug]) or len(slug) < 5}
        self._slugs = slugs - self._everyday
        self._authors = {slug for one in people if not is_everyday(pieces_of(one)) for slug in slugs_of(one)}

    def find(self, text: str) -> tuple[Hidden, ...]:
        """What of the text must be hidden, in order, no two overlapping, letters with their marks."""
        copy = plain_copy(text)
        found = [Hidden(*span, False) for span in self._places(copy)]
        bare = copy.words.translate(_DIVIDERS) if len(text) < _SHORT else ""
        for written, author in self._names:
            if bare and not _may_occur(written, bare):
                continue
            for name in _names(written, telling=not author):
                found += [Hidden(*span, author) for span in _occurrences(name, copy, text)]
        authors = addresses.accounts_of(self._authors, (), copy.words)
        found += [Hidden(copy.start(at), copy.end(after), True) for at, after in authors]
        return _merged(found)

    def spans(self, text: str) -> tuple[Span, ...]:
        """The stretches of the text that must be hidden."""
        return tuple(Span(one.start, one.end) for one in self.find(text))

    def mask_text(self, text: str) -> str:
        """The text with everything hidden that gives outlet or author away, exactly as long as before.

        The label stands in a stretch that has room for it, `FILL` for every other hidden character; line
        ends stay.
        """
        return self._replaced(text, self._filled)

    def say_text(self, text: str) -> str:
        """The text with the label in brackets for each hidden stretch: for reading aloud, not for offsets."""
        return self._replaced(text, lambda one, _words: self.spoken(one))

    def spoken(self, one: Hidden) -> str:
        """What is read aloud for a hidden stretch: the label in brackets."""
        return f"[{_(AUTHOR) if one.author else self.label or FILL}]"

    def _replaced(self, text: str, fill: _Fill) -> str:
        parts, at = [], 0
        for one in self.find(text):
            parts += [text[at : one.start], fill(one, text[one.start : one.end])]
            at = one.end
        return "".join([*parts, text[at:]]) if parts else text

    def _filled(self, one: Hidden, words: str) -> str:
        if _LINE_ENDS.search(words):
            return "".join(sign if _LINE_ENDS.match(sign) else FILL for sign in words)
        label = "" if one.author or len(self.label) > len(words) else self.label
        return label + FILL * (len(words) - len(label))

    def _places(self, copy: PlainCopy) -> Iterator[Span]:
        """Links, addresses and accounts of the outlet."""
        for literal in self._literal:
            for match in re.finditer(rf"(?<!\w){re.escape(literal)}(?!\w)", copy.words):
                yield Span(copy.start(match.start()), copy.end(match.end()))
        for host in self._hosts:
            for at, after in addresses.links_to(host, copy.words):
                yield Span(copy.start(at), copy.end(after))
        for at, after in addresses.accounts_of(self._slugs, self._everyday, copy.words):
            yield Span(copy.start(at), copy.end(after))


@lru_cache(maxsize=2_000)
def _names(name: str, *, telling: bool) -> tuple[Name, ...]:
    """The ways to write a name; kept, because a list of articles asks for the same few."""
    return tuple(dict.fromkeys((*names_of(name), *(telling_words_of(name) if telling else ()))))


def _may_occur(name: str, bare: str) -> bool:
    """False for a name that a short text, as a plain copy without dividers, certainly does not hold.

    To make patterns for the byline of every title in a list would cost more than the list.
    """
    there = {piece: not piece.isascii() or piece in bare for piece in core_of(pieces_of(name))}
    return all(there.values()) or any(found and not is_everyday([piece]) for piece, found in there.items())


def _occurrences(name: Name, copy: PlainCopy, text: str) -> Iterator[Span]:
    """Where a name stands in the text in a way that counts."""
    found = [
        Span(copy.start(match.start()), copy.end(match.end())) for match in name.pattern.finditer(copy.words)
    ]
    if name.rare and any(not _in_capitals(text[start:end]) for start, end in found):
        return
    for span in found:
        counts = not name.capitals or _in_capitals(text[span.start : span.end])
        if counts and not (name.alone and _within_a_longer_name(text, span)):
            yield span


def _in_capitals(words: str) -> bool:
    """True where no word but little ones begins with a small letter, and not all are small."""
    parts = _WORD.findall(words)
    large = [part for part in parts if not part[0].islower()]
    return bool(large) and all(len(part) <= _LITTLE or part in large for part in parts)


def _within_a_longer_name(text: str, span: Span) -> bool:
    """True for the Times of the New York Times, and for the Sun of Sun Microsystems but not of Sun Online."""
    before = _LAST_WORD.search(text, max(0, span.start - _REACH), span.start)
    after = _NEXT_WORD.match(text, span.end)
    if before and before.group(1)[0].isupper():
        return True
    return bool(after and after.group(1)[0].isupper() and plain(after.group(1)) not in everyday_words())


def _also_shorter(people: list[str]) -> list[str]:
    """The names, and first and last name of who has more: Jane W. Doe is Jane Doe elsewhere."""
    parts = [(one, one.split()) for one in people]
    shorter = [f"{words[0]} {words[-1]}" for _name, words in parts if len(words) > 2]
    return list(dict.fromkeys([*people, *shorter]))


def _is_address(name: str) -> bool:
    return bool(_ADDRESS.fullmatch(name.strip()))


def _merged(found: list[Hidden]) -> tuple[Hidden, ...]:
    """The stretches in order, those that share characters made one."""
    merged: list[Hidden] = []
    for one in sorted(found):
        last = merged[-1] if merged else None
        if last and one.start < last.end:
            merged[-1] = Hidden(last.start, max(last.end, one.end), last.author and one.author)
        else:
            merged.append(one)
    return tuple(merged)
