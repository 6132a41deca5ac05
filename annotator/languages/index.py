"""All lists of a language as one tree of phrases, walked once per text."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from operator import itemgetter
from typing import Final

from annotator.languages.entries import ANY, NAME, NUMBER, WILDCARDS, Entry, expand
from annotator.languages.inflecting import Endings

MOST_SKIPPED: Final = 3
"""How many words `<any>` stands for at the most."""
Found = tuple[int, int, Entry]
"""First token, token after the last, entry."""


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
            if key in WILDCARDS:
                self.wild = True
        return node


@dataclass(frozen=True, slots=True)
class Words:
    """A text's tokens as the tree reads them, as parallel lists."""

    keys: list[str]
    """Folded tokens, `""` where no phrase may run over."""
    capitals: bytes
    """1 for the tokens that the wildcard for a name stands for, else 0."""
    numbers: frozenset[int]
    """Which tokens the wildcard for a number stands for: digits and number words."""


class Index(Node):
    """The tree's root, with a memory of the words that texts use."""

    __slots__ = ("ways",)

    def __init__(self) -> None:
        super().__init__()
        self.ways = _Ways(self)


class _Ways(dict[str, "Node | None"]):
    """By word, the node it leads to from the root, or None.

    The tree has a hundred thousand first words, texts use a few thousand: this small table stays in the
    processor's cache, which makes the walk a fifth faster.
    """

    def __init__(self, root: Node) -> None:
        super().__init__()
        self.root = root

    def __missing__(self, key: str) -> Node | None:
        if len(self) >= _MOST_KEPT:
            self.clear()
        node = self[key] = self.root.next.get(key) if self.root.next and key else None
        return node


_MOST_KEPT: Final = 20_000


def build_index(entries: Iterable[Entry], classes: Mapping[str, Endings], language: str) -> Index:
    """The tree of all phrases of all entries; cost grows with the number of forms."""
    root = Index()
    with _kept_for_good():
        for entry in entries:
            alone = (entry,)
            for keys in expand(entry, classes, language):
                node: Node = root
                for key in keys:
                    node = node.child(key)
                if not node.entries:
                    node.entries = alone
                elif node.entries[-1] is not entry:
                    node.entries = (*node.entries, entry)
    return root


@contextmanager
def _kept_for_good() -> Iterator[None]:
    """What is made inside lives as long as the program: the garbage collector need never look at it.

    Without this it walks the whole tree again and again, while it is built and ever after.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def walk(index: Index, words: Words) -> list[Found]:
    """All matches in order of their first token; linear in the number of tokens."""
    keys = [*words.keys, ""]
    found: list[Found] = []
    add = found.append
    numbers, capitals = words.numbers, words.capitals
    for at, node in enumerate(map(index.ways.__getitem__, keys)):
        if node is None:
            continue
        if node.entries:
            for entry in node.entries:
                add((at, at + 1, entry))
        following = node.next
        if following is not None:
            after = keys[at + 1]
            second = following.get(after)
            if second is not None:
                for entry in second.entries:
                    add((at, at + 2, entry))
                if second.next is not None:
                    _follow(second, at + 2, at, keys, words, found)
            # Most words before a wildcard stand before a number or name: "the <n>", "in <name>".
            if node.wild and after and (at + 1 in numbers or capitals[at + 1] or ANY in following):
                _branch(following, at + 1, at, keys, words, found)
    return _with_wild_starts(index, keys, words, found)


def _with_wild_starts(index: Index, keys: list[str], words: Words, found: list[Found]) -> list[Found]:
    """The matches together with those of phrases that begin with a number or a name."""
    number, name = index.ways[NUMBER], index.ways[NAME]
    before = len(found)
    if number is not None:
        for at in words.numbers:
            _follow(number, at + 1, at, keys, words, found)
    if name is not None and name.next is not None:
        following, wild = name.next, name.wild
        for at, capital in enumerate(words.capitals):
            if capital and (wild or keys[at + 1] in following):
                _follow(name, at + 1, at, keys, words, found)
    if len(found) > before:
        found.sort(key=itemgetter(0))
    return found


def _follow(node: Node, at: int, start: int, keys: list[str], words: Words, found: list[Found]) -> None:
    """Adds the matches that go on from `node` at token `at`, having begun at `start`."""
    while node.next is not None:
        key = keys[at]
        if not key:
            return
        if node.wild:
            _branch(node.next, at, start, keys, words, found)
        child = node.next.get(key)
        if child is None:
            return
        at += 1
        for entry in child.entries:
            found.append((start, at, entry))
        node = child


def _branch(
    following: Mapping[str, Node], at: int, start: int, keys: list[str], words: Words, found: list[Found]
) -> None:
    if at in words.numbers:
        _take(following.get(NUMBER), at + 1, start, keys, words, found)
    if words.capitals[at]:
        _take(following.get(NAME), at + 1, start, keys, words, found)
    if ANY in following:
        for end in range(at + 1, at + 1 + MOST_SKIPPED):
            if not keys[end - 1]:
                return
            _take(following[ANY], end, start, keys, words, found)


def _take(node: Node | None, at: int, start: int, keys: list[str], words: Words, found: list[Found]) -> None:
    if node is None:
        return
    for entry in node.entries:
        found.append((start, at, entry))
    _follow(node, at, start, keys, words, found)
