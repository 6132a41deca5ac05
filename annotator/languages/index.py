"""All lists of a language as one tree of phrases, walked once per text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from operator import itemgetter

from annotator.languages.entries import ANY, NAME, NUMBER, WILDCARDS, Entry, expand
from annotator.languages.inflecting import Endings

MOST_SKIPPED = 3
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

    keys: Sequence[str]
    """Folded tokens, `""` where no phrase may run over."""
    capitals: Sequence[bool]
    """Which tokens the wildcard for a name stands for."""
    numbers: frozenset[int]
    """Which tokens the wildcard for a number stands for: digits and number words."""


class Index(Node):
    """The tree's root, with the ways into it sorted by what a walk has to look at."""

    __slots__ = ("alone", "leads", "wilds")

    def __init__(self) -> None:
        super().__init__()
        self.alone: dict[str, tuple[Entry, ...]] = {}
        """Words that are entries by themselves."""
        self.leads: dict[str, dict[str, Node]] = {}
        """By first word, the second words of longer phrases."""
        self.wilds: dict[str, Node] = {}
        """First words after which a wildcard may stand, and the wildcards themselves."""

    def settle(self) -> None:
        """Nothing; the ways in are sorted, once all entries are in the tree."""
        for key, node in (self.next or {}).items():
            if node.entries:
                self.alone[key] = node.entries
            if node.next is None:
                continue
            self.leads[key] = node.next
            if node.wild or key in WILDCARDS:
                self.wilds[key] = node


def build_index(entries: Iterable[Entry], classes: Mapping[str, Endings], language: str) -> Index:
    """The tree of all phrases of all entries; cost grows with the number of forms."""
    root = Index()
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
    root.settle()
    return root


def walk(index: Index, words: Words) -> list[Found]:
    """All matches in order of their first token; linear in the number of tokens.

    Most words begin nothing, so each way into the tree is tried for all words in one go.
    """
    keys = [*words.keys, ""]
    found: list[Found] = [
        (at, at + 1, entry)
        for at, entries in enumerate(map(index.alone.get, keys))
        if entries is not None
        for entry in entries
    ]
    leading = [
        (at, following[keys[at + 1]])
        for at, following in enumerate(map(index.leads.get, keys))
        if following is not None and keys[at + 1] in following
    ]
    for at, node in leading:
        _take(node, at + 2, at, keys, words, found)
    if index.wilds:
        _walk_wild(index.wilds, keys, words, found)
    found.sort(key=itemgetter(0))
    return found


def _walk_wild(wilds: Mapping[str, Node], keys: Sequence[str], words: Words, found: list[Found]) -> None:
    """Adds the matches of phrases whose first or second word is a wildcard."""
    for at, node in enumerate(map(wilds.get, keys)):
        if node is not None and node.next is not None and keys[at + 1]:
            _branch(node.next, at + 1, at, keys, words, found)
    number, name = wilds.get(NUMBER), wilds.get(NAME)
    if number is not None:
        for at in words.numbers:
            _follow(number, at + 1, at, keys, words, found)
    if name is not None:
        for at in compress(range(len(words.capitals)), words.capitals):
            _follow(name, at + 1, at, keys, words, found)


def _follow(node: Node, at: int, start: int, keys: Sequence[str], words: Words, found: list[Found]) -> None:
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
    following: Mapping[str, Node], at: int, start: int, keys: Sequence[str], words: Words, found: list[Found]
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


def _take(
    node: Node | None, at: int, start: int, keys: Sequence[str], words: Words, found: list[Found]
) -> None:
    if node is None:
        return
    for entry in node.entries:
        found.append((start, at, entry))
    _follow(node, at, start, keys, words, found)
