"""The words, numbers and signs of a text, with the keys under which word lists know them."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from annotator.languages.folding import fold
from annotator.languages.tokens import kind_of, token_splitter

_Look = tuple[str, int]
"""Of a spelling its key and its kind, eight more where it begins with a capital."""
_KINDS: Final = bytes(code & 7 for code in range(256))
_CAPITALS: Final = bytes(code >> 3 for code in range(256))
_BEHIND: Final = ",.;:!?…।"
"""Marks right behind a word or number, no part of it; all but the comma are tokens."""
COUNTED: Final = (1, 2)
"""The kinds of token that are words and numbers."""
_MOST_KEPT: Final = 50_000
_LOOKS: Final[dict[str, dict[str, _Look]]] = {}
"""By language, the looks of all tokens met so far."""


class Tokens:
    """The words, numbers and signs of a text as parallel lists, in order.

    `keys[i]` is the folded word at `text[starts[i]:ends[i]]`, or "" for a mark that ends a phrase;
    `kinds[i]` is 1 for a word, 2 for a number, 3 for a sign, 0 for such a mark; `capitals[i]` is 1
    where it begins with a capital, else 0. `gaps[i]` is the text between token i and the one before it, and
    there is one more gap than there are tokens.
    """

    __slots__ = ("capitals", "ends", "gaps", "keys", "kinds", "starts")

    def __init__(self, text: str, language: str) -> None:
        known = _LOOKS.setdefault(language, {})
        split = token_splitter(language).split
        keys: list[str] = []
        codes: list[int] = []
        gaps: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        at = 0
        gap = ""
        # No token but a line's end holds white space. Most of what stands between spaces is one word that was
        # met before, with or without a mark behind it.
        for count, line in enumerate(text.split("\n")):
            if count:
                # Behind the line's last piece a space was counted that is not there.
                at -= 1
                keys.append("")
                codes.append(0)
                gaps.append(gap[:-1])
                starts.append(at)
                at += 1
                ends.append(at)
                gap = ""
            for piece in line.split(" "):
                if not piece:
                    gap += " "
                    at += 1
                    continue
                look = known.get(piece)
                mark = ""
                if look is None and piece[-1] in _BEHIND:
                    look = known.get(piece[:-1])
                    mark = piece[-1]
                    if look is not None and look[1] & 7 not in COUNTED:
                        look = None
                if look is not None:
                    key, code = look
                    keys.append(key)
                    codes.append(code)
                    gaps.append(gap)
                    starts.append(at)
                    at += len(piece) - len(mark)
                    ends.append(at)
                    gap = " "
                    if mark == ",":
                        gap = ", "
                    elif mark:
                        keys.append("")
                        codes.append(0)
                        gaps.append("")
                        starts.append(at)
                        at += 1
                        ends.append(at)
                    at += len(gap)
                    continue
                parts = split(piece)
                last = len(parts) - 1
                for number in range(0, last, 2):
                    before: str = parts[number]
                    token: str = parts[number + 1]
                    key, code = known.get(token) or _look_at(token, known)
                    keys.append(key)
                    codes.append(code)
                    gaps.append(gap + before)
                    gap = ""
                    at += len(before)
                    starts.append(at)
                    at += len(token)
                    ends.append(at)
                after: str = parts[last]
                gap += after + " "
                at += len(after) + 1
        gaps.append(gap[:-1])
        self.keys, self.gaps, self.starts, self.ends = keys, gaps, starts, ends
        # Bytes are searched and counted several times as fast as lists.
        together = bytes(codes)
        self.kinds = together.translate(_KINDS)
        self.capitals = together.translate(_CAPITALS)

    def __len__(self) -> int:
        return len(self.keys)

    def numbers(self) -> list[int]:
        """The indices of the tokens that are written in digits."""
        return self.of_kind(2)

    def of_kind(self, kind: int) -> list[int]:
        """The indices of the tokens of one kind, in order."""
        find, found = self.kinds.find, []
        at = find(kind)
        while at >= 0:
            found.append(at)
            at = find(kind, at + 1)
        return found

    def between(self, start: int, end: int) -> range:
        """The indices of the tokens that begin inside `text[start:end]`."""
        return range(*self.bounds(start, end))

    def bounds(self, start: int, end: int) -> tuple[int, int]:
        """The index of the first token that begins inside `text[start:end]`, and that after the last."""
        first = bisect_left(self.starts, start)
        return first, bisect_left(self.starts, end, first) if end >= start else first


def _look_at(token: str, known: dict[str, _Look]) -> _Look:
    if len(known) >= _MOST_KEPT:
        known.clear()
    kind = kind_of(token)
    look = known[token] = (fold(token) if kind else "", kind + 8 * token[0].isupper())
    return look
