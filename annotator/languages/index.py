"""All lists of a language as one tree of phrases, walked once per text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
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
    kinds: Sequence[int]
    capitals: Sequence[bool]
    """Which tokens the wildcard for a name stands for."""
    number_words: frozenset[str]
    """Keys for which the wildcard for a number stands, beside digits."""

    def is_number(self, at: int) -> bool:
        """True when the token is written in digits or is a number word."""
        return self.kinds[at] == 2 or self.keys[at] in self.number_words


def build_index(entries: Iterable[Entry], classes: Mapping[str, Endings], language: str) -> Node:
    """The tree of all phrases of all entries; cost grows with the number of forms."""
    root = Node()
    for entry in entries:
        alone = (entry,)
        for keys in expand(entry, classes, language):
            node = root
            for key in keys:
                node = node.child(key)
            if not node.entries:
                node.entries = alone
            elif node.entries[-1] is not entry:
                node.entries = (*node.entries, entry)
    return root


def walk(root: Node, words: Words) -> list[Found]:
    """All matches in order of their first token; linear in the number of tokens."""
    found: list[Found] = []
    first = root.next or {}
    keys = [*words.keys, ""]
    for start, node in enumerate(map(first.get, keys)):
        if node is None:
            continue
        for entry in node.entries:
            found.append((start, start + 1, entry))
        following = node.next
        # The common case, that no longer phrase goes on here, is settled without a call.
        if following is not None and (node.wild or keys[start + 1] in following):
            _follow(node, start + 1, start, keys, words, found)
    if root.wild:
        _walk_wild(first, keys, words, found)
        found.sort(key=itemgetter(0))
    return found


def _walk_wild(first: Mapping[str, Node], keys: Sequence[str], words: Words, found: list[Found]) -> None:
    """Adds the matches of phrases that begin with a number or a name."""
    number, name = first.get(NUMBER), first.get(NAME)
    if number is not None:
        for start, key in enumerate(words.keys):
            if key in words.number_words or words.kinds[start] == 2:
                _follow(number, start + 1, start, keys, words, found)
    if name is not None:
        for start, capital in enumerate(words.capitals):
            if capital:
                _follow(name, start + 1, start, keys, words, found)


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
    if words.is_number(at):
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
