"""All lists of a language as one tree of phrases, walked once per text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from annotator.languages.entries import ANY, NAME, NUMBER, Entry, expand
from annotator.languages.inflecting import Endings

MOST_SKIPPED = 3
"""How many words `<any>` stands for at the most."""


class Node:
    """A place in the tree: the entries that end here, and the words that lead on."""

    __slots__ = ("entries", "next", "wild")

    def __init__(self) -> None:
        self.entries: tuple[Entry, ...] = ()
        self.next: dict[str, Node] | None = None
        self.wild = False

    def child(self, key: str) -> Node:
        """The node one word further, made when it is not there yet."""
        if self.next is None:
            self.next = {}
        node = self.next.get(key)
        if node is None:
            node = self.next[key] = Node()
            if key in (ANY, NAME, NUMBER):
                self.wild = True
        return node


def build_index(entries: Iterable[Entry], classes: Mapping[str, Endings], language: str) -> Node:
    """The tree of all phrases of all entries; cost grows with the number of forms."""
    root = Node()
    for entry in entries:
        for keys in expand(entry, classes, language):
            node = root
            for key in keys:
                node = node.child(key)
            if entry not in node.entries:
                node.entries = (*node.entries, entry)
    return root


def walk(
    root: Node, keys: Sequence[str], numbers: Sequence[bool], names: Sequence[bool]
) -> list[tuple[int, int, Entry]]:
    """All matches as (first token, token after the last, entry); linear in the number of tokens.

    `keys` are folded tokens, `""` where no phrase may run over; `numbers` and `names` say which
    tokens the wildcards for a number and a capitalised word stand for.
    """
    found: list[tuple[int, int, Entry]] = []
    first = root.next or {}
    wild = root.wild
    size = len(keys)
    for start, key in enumerate(keys):
        node = first.get(key)
        if node is not None:
            # The common case, a word that begins no longer phrase, is settled here.
            if node.entries:
                for entry in node.entries:
                    found.append((start, start + 1, entry))
            if node.next is not None:
                _follow(node, start + 1, start, size, keys, numbers, names, found)
        if wild and key:
            for name, fits in ((NUMBER, numbers[start]), (NAME, names[start])):
                node = first.get(name) if fits else None
                if node is not None:
                    _follow(node, start + 1, start, size, keys, numbers, names, found)
    return found


def _follow(
    node: Node,
    at: int,
    start: int,
    size: int,
    keys: Sequence[str],
    numbers: Sequence[bool],
    names: Sequence[bool],
    found: list[tuple[int, int, Entry]],
) -> None:
    while True:
        if at >= size or node.next is None:
            return
        key = keys[at]
        if not key:
            return
        if node.wild:
            _branch(node, at, start, size, keys, numbers, names, found)
        child = node.next.get(key)
        if child is None:
            return
        at += 1
        for entry in child.entries:
            found.append((start, at, entry))
        node = child


def _branch(
    node: Node,
    at: int,
    start: int,
    size: int,
    keys: Sequence[str],
    numbers: Sequence[bool],
    names: Sequence[bool],
    found: list[tuple[int, int, Entry]],
) -> None:
    following = node.next or {}
    for name, fits in ((NUMBER, numbers[at]), (NAME, names[at])):
        child = following.get(name) if fits else None
        if child is not None:
            for entry in child.entries:
                found.append((start, at + 1, entry))
            _follow(child, at + 1, start, size, keys, numbers, names, found)
    child = following.get(ANY)
    if child is not None:
        for end in range(at + 1, min(at + MOST_SKIPPED, size) + 1):
            if not keys[end - 1]:
                return
            for entry in child.entries:
                found.append((start, end, entry))
            _follow(child, end, start, size, keys, numbers, names, found)
