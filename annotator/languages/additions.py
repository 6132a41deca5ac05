"""What a workspace changes in the word lists: entries added, entries silenced; every line is checked."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from annotator.errors import LanguageError, Place
from annotator.languages.entries import WILDCARDS, Entry, expand, numbered_entries, quotable
from annotator.languages.inflecting import Endings
from annotator.languages.tokens import token_pattern
from annotator.translating import _

RANGES: Mapping[str, tuple[float, float]] = {
    **dict.fromkeys(("loaded", "praise", "hedge", "anonymous", "boilerplate", "clickbait"), (1, 3)),
    "sentiment": (-4, 4),
    "intensifiers": (0.3, 2),
}
"""Lists whose value is a number, with the least and the greatest; the values of other lists are kinds."""


@dataclass(frozen=True, slots=True)
class Shipped:
    """A list as the program brings it, with what is needed to judge a line added to it."""

    language: str
    name: str
    entries: Sequence[Entry]
    classes: Mapping[str, Endings]
    default: str = ""
    """The value of an entry that names none."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """The values that entries of this list have, where they are kinds; empty where they are numbers."""
        return () if self.name in RANGES else tuple(dict.fromkeys(e.value for e in self.entries if e.value))


def read_additions(path: Path, shipped: Shipped) -> list[tuple[int, Entry]]:
    """The lines of a workspace's list, each with its number; a line without a value gets the default.

    Raises `LanguageError` with path and line for the first line that the program cannot use.
    """
    try:
        numbered = list(numbered_entries(path, shipped.default))
    except UnicodeDecodeError as problem:
        line = problem.object[: problem.start].count(b"\n") + 1
        raise LanguageError(
            _("this line is not UTF-8 text."),
            _("Save the file as UTF-8 in your editor."),
            Place(str(path), line),
        ) from problem
    except OSError as problem:
        raise LanguageError(
            _("the list cannot be read ({reason}).").format(reason=problem.strerror),
            _("Make it a text file."),
            Place(str(path)),
        ) from problem
    return [(line, check_entry(entry, shipped, Place(str(path), line))) for line, entry in numbered]


def check_entry(entry: Entry, shipped: Shipped, place: Place | None = None) -> Entry:
    """The entry, its value filled in where it must have one. Raises `LanguageError` for one of no use."""
    if entry.silences:
        return entry
    try:
        usable = next(expand(entry, shipped.classes, shipped.language), None) is not None
    except LanguageError as problem:
        raise LanguageError(problem.message, problem.hint, place) from problem
    _check_phrase(entry, usable, shipped.language, place)
    return entry if entry.exception else _valued(entry, shipped, place)


def _check_phrase(entry: Entry, usable: bool, language: str, place: Place | None) -> None:
    words = [word for word in entry.phrase.split() if word not in ("^", "$")]
    alternatives = [part for word in words for part in word.removesuffix("?").split("/")]
    strange = next((part for part in alternatives if "<" in part and part not in WILDCARDS), "")
    if strange:
        raise LanguageError(
            _("“{part}” in the entry “{entry}” stands for nothing.").format(
                part=quotable(strange), entry=quotable(entry.phrase)
            ),
            _("There are {wildcards}; or write the words themselves.").format(
                wildcards=", ".join(sorted(WILDCARDS))
            ),
            place,
        )
    plain = [part.partition("+")[0] for part in alternatives if part not in WILDCARDS]
    breaks = [m.group() for part in plain for m in token_pattern(language).finditer(part) if not m.lastindex]
    if breaks or not usable:
        raise LanguageError(
            _("the entry “{entry}” can never be found: “{mark}” ends every phrase.").format(
                entry=quotable(entry.phrase), mark=quotable(breaks[0])
            )
            if breaks
            else _("the entry “{entry}” has no word in it.").format(entry=quotable(entry.phrase)),
            _("Write the words alone, without punctuation."),
            place,
        )


def _valued(entry: Entry, shipped: Shipped, place: Place | None) -> Entry:
    if shipped.name in RANGES:
        least, greatest = RANGES[shipped.name]
        if not _is_number(entry.value) or not least <= float(entry.value) <= greatest:
            raise LanguageError(
                _odd_value(entry),
                _("Write a number from {least} to {greatest} after the first |.").format(
                    least=f"{least:g}", greatest=f"{greatest:g}"
                ),
                place,
            )
        return entry
    kinds = shipped.kinds
    if not entry.value and len(kinds) == 1:
        return replace(entry, value=kinds[0])
    if kinds and entry.value not in kinds:
        raise LanguageError(
            _odd_value(entry),
            _("Write one of these after the first |: {values}.").format(values=", ".join(kinds)),
            place,
        )
    return entry


def _odd_value(entry: Entry) -> str:
    return _("the entry “{entry}” of the list {list} has the value “{value}”.").format(
        entry=quotable(entry.phrase), list=entry.list, value=quotable(entry.value)
    )


def _is_number(value: str) -> bool:
    try:
        return float(value) == float(value)
    except ValueError:
        return False


def corrected(shipped: Iterable[Entry], additions: Iterable[Entry]) -> tuple[Entry, ...]:
    """The list with the additions made, line after line: the last word on an entry counts.

    Added entries come first: of two entries that match the same words the first is the one found.
    """
    said = {entry.key: entry for entry in additions}
    added = [entry for entry in said.values() if not entry.silences]
    return (*added, *(entry for entry in shipped if entry.key not in said))


def check_names(folder: Path, names: Sequence[str]) -> None:
    """Nothing. Raises `LanguageError` for a list in a workspace's folder that no signal would ever read."""
    for path in sorted(folder.glob("*.txt")):
        if path.stem not in names:
            near = difflib.get_close_matches(path.stem, names, 1)
            raise LanguageError(
                _("a workspace cannot have a list called “{name}”.").format(name=path.stem),
                _("Do you mean {near}?").format(near=near[0])
                if near
                else _("The lists are: {lists}.").format(lists=", ".join(names)),
                Place(str(path)),
            )
