"""A text with its structure: lines, sentences, words, quotations, headline."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

from annotator.languages.folding import fold
from annotator.languages.tokens import kind_of, token_pattern, token_splitter
from annotator.model.lazy import lazy
from annotator.model.spans import Span
from annotator.text.addresses import may_hold_address
from annotator.text.headlines import find_headline
from annotator.text.quoting import Quotation, find_quotations
from annotator.text.segmenting import split_lines, split_sentences


class _Looks(dict[str, tuple[str, int, bool]]):
    """For every spelling met so far its key, its kind and whether it begins with a capital."""

    def __missing__(self, token: str) -> tuple[str, int, bool]:
        if len(self) >= _MOST_KEPT:
            self.clear()
        kind = kind_of(token)
        look = self[token] = (fold(token) if kind else "", kind, token[0].isupper())
        return look


_MOST_KEPT = 50_000
_LOOKS = _Looks()


class Tokens:
    """The words, numbers and signs of a text as parallel lists, in order.

    `keys[i]` is the folded word at `text[starts[i]:ends[i]]`, or "" for a mark that ends a phrase;
    `kinds[i]` is 1 for a word, 2 for a number, 3 for a sign, 0 for such a mark; `capitals[i]` is true
    where it begins with a capital. `gaps[i]` is the text between token i and the one before it, and
    there is one more gap than there are tokens.
    """

    __slots__ = ("capitals", "ends", "gaps", "keys", "kinds", "starts")

    def __init__(self, text: str, language: str) -> None:
        # Split rather than find: the loops then run inside the interpreter, several times as fast.
        parts = token_splitter(language).split(text)
        places = list(accumulate(map(len, parts)))
        self.gaps: list[str] = parts[0::2]
        self.starts: list[int] = places[0:-1:2]
        self.ends: list[int] = places[1::2]
        looks = zip(*map(_LOOKS.__getitem__, parts[1::2]), strict=True)
        keys, kinds, capitals = looks if len(parts) > 1 else ((), (), ())
        self.keys: list[str] = list(keys)
        self.kinds: list[int] = list(kinds)
        self.capitals: list[bool] = list(capitals)

    def __len__(self) -> int:
        return len(self.keys)

    def numbers(self) -> list[int]:
        """The indices of the tokens that are written in digits."""
        found: list[int] = []
        at = -1
        for _ in range(self.kinds.count(2)):
            at = self.kinds.index(2, at + 1)
            found.append(at)
        return found

    def between(self, start: int, end: int) -> range:
        """The indices of the tokens that begin inside `text[start:end]`."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))


class Document:
    """A text read in one language; each part is worked out when first asked for."""

    def __init__(self, text: str, language: str, headline: Span) -> None:
        self.text = text
        self.language = language
        self.headline = headline
        """Empty when the text has none."""

    @lazy
    def lines(self) -> tuple[Span, ...]:
        """Lines that hold text; in news each is a paragraph, a heading or a piece of furniture."""
        return split_lines(self.text)

    @lazy
    def sentences(self) -> tuple[Span, ...]:
        """Sentences in order; none crosses a line."""
        return split_sentences(self.text, self.language, self.lines)

    @lazy
    def sentence_starts(self) -> list[int]:
        """Where each sentence begins, for bisection."""
        return [sentence.start for sentence in self.sentences]

    @lazy
    def sentence_tokens(self) -> list[int]:
        """For each sentence the index of its first token."""
        starts = self.tokens.starts
        firsts: list[int] = []
        at = 0
        for sentence in self.sentences:
            at = bisect_left(starts, sentence.start, at)
            firsts.append(at)
        return firsts

    @lazy
    def token_sentences(self) -> list[int]:
        """For each token the index of its sentence; -1 before the first."""
        firsts, size = self.sentence_tokens, len(self.tokens)
        if not firsts:
            return [-1] * size
        indices = [-1] * firsts[0]
        for number, (first, after) in enumerate(zip(firsts, [*firsts[1:], size], strict=True)):
            indices += [number] * (after - first)
        return indices

    @lazy
    def tokens(self) -> Tokens:
        """Words, numbers and signs."""
        return Tokens(self.text, self.language)

    @lazy
    def quotations(self) -> tuple[Quotation, ...]:
        """Stretches between quotation marks."""
        return find_quotations(self.text, self.lines)

    @lazy
    def words(self) -> int:
        """How many words and numbers the text has."""
        kinds = self.tokens.kinds
        return kinds.count(1) + kinds.count(2)

    @lazy
    def addressed(self) -> bool:
        """True when a web or mail address may stand somewhere."""
        return may_hold_address(self.text)

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that holds `offset`, or the nearest before it; -1 before the first."""
        return bisect_right(self.sentence_starts, offset) - 1


def read_text(text: str, language: str, headline: Span | None = None) -> Document:
    """The text with its structure; `headline` None means: find it."""
    return Document(text, language, find_headline(text) if headline is None else headline)


def count_words(text: str, language: str) -> int:
    """How many words and numbers the text has."""
    return sum(1 for match in token_pattern(language).finditer(text) if match.lastindex in (1, 2))
