"""Which entries of the word lists stand in a text: at each place the longest of each list."""

from __future__ import annotations

from typing import NamedTuple

from annotator.languages.entries import Entry
from annotator.languages.index import Found, Index, Words, walk
from annotator.text import Document
from annotator.text.tokenizing import COUNTED


class Match(NamedTuple):
    """A list entry found in the text."""

    start: int
    end: int
    first: int
    """Index of its first token."""
    last: int
    """Index of the token after its last."""
    entry: Entry


def find_matches(document: Document, index: Index, numbers: frozenset[int]) -> dict[str, list[Match]]:
    """By list name, the matches that stand after exceptions, tags and longer matches of the list.

    `numbers` are the tokens for which the wildcard for a number stands. Cost grows linearly with the text.
    """
    tokens = document.tokens
    found = walk(index, Words(tokens.keys, tokens.capitals, numbers))
    kept, silenced = _settled(document, found)
    for name in silenced:
        of_list = [one for one in found if one[2].list == name and _is_placed(document, *one)]
        kept[name] = _settled(document, _unbarred(of_list))[0].get(name, [])
    return kept


def _settled(document: Document, found: list[Found]) -> tuple[dict[str, list[Match]], set[str]]:
    """By list, at each place the longest match; and the lists that have an exception in this text.

    `found` comes in order of the first token.
    """
    by_list: dict[str, list[Match]] = {}
    silenced: set[str] = set()
    starts, ends = document.tokens.starts, document.tokens.ends
    # As Match(...) does, at a third of its cost.
    new, kind = tuple.__new__, Match
    for first, last, entry in found:
        if entry.special:
            if entry.exception:
                silenced.add(entry.list)
            if not _is_placed(document, first, last, entry):
                continue
        match = new(kind, (starts[first], ends[last - 1], first, last, entry))
        name = entry.list
        kept = by_list.get(name)
        if kept is None:
            by_list[name] = [match]
            continue
        before = kept[-1]
        if last <= before[3]:
            continue
        if before[2] == first:
            kept[-1] = match
        else:
            kept.append(match)
    return by_list, silenced


def _is_placed(document: Document, first: int, last: int, entry: Entry) -> bool:
    """True when the entry's marks (`^`, `$`) and tags allow it here."""
    if not entry.bound:
        return True
    tokens, tags, phrase = document.tokens, entry.tags, entry.phrase
    if tags:
        headline, start = document.headline, tokens.starts[first]
        if "head" in tags and not headline.start <= start <= tokens.ends[last - 1] <= headline.end:
            return False
        if "lower" in tags and tokens.capitals[first]:
            return False
    if phrase[0] == "^" and not _opens_line(document, first):
        return False
    return phrase[-1] != "$" or _ends_line(document.text, tokens.ends[last - 1])


def _opens_line(document: Document, at: int) -> bool:
    """True for the first word or number of a line, bullets and emoji before it passed over."""
    tokens, before = document.tokens, at - 1
    while before >= 0 and tokens.kinds[before] not in COUNTED:
        before -= 1
    if before < 0:
        return True
    between = document.text[tokens.ends[before] : tokens.starts[at]]
    # One line more when anything, here a mark, stands after the last line's end.
    return between != " " and len((between + ".").splitlines()) > 1


def _ends_line(text: str, end: int) -> bool:
    after = text[end : end + 6]
    return not any(letter.isalnum() for letter in after.partition("\n")[0])


def _unbarred(found: list[Found]) -> list[Found]:
    """What is no exception and lies in none; in order of the first token, as it came."""
    barred = [(first, last) for first, last, entry in found if entry.exception]
    kept: list[Found] = []
    at, reach = 0, -1
    for one in found:
        while at < len(barred) and barred[at][0] <= one[0]:
            reach = max(reach, barred[at][1])
            at += 1
        if one[1] > reach and not one[2].exception:
            kept.append(one)
    return kept
