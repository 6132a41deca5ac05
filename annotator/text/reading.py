"""A text with its structure: lines, sentences, words, quotations, headline."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from annotator.languages.tokens import token_pattern
from annotator.model.spans import Span
from annotator.text.headlines import find_headline
from annotator.text.quoting import Quotation, find_quotations
from annotator.text.segmenting import split_lines, split_sentences
from annotator.text.tokenizing import Tokens


class Document:
    """A text read in one language."""

    def __init__(self, text: str, language: str, headline: Span) -> None:
        self.text = text
        self.language = language
        self.headline = headline
        """Empty when the text has none."""
        self.lines = split_lines(text)
        """Lines that hold text; in news each is a paragraph, a heading or a piece of furniture."""
        self.sentences = split_sentences(text, language, self.lines)
        """Sentences in order; none crosses a line."""
        self.sentence_starts = [start for start, _ in self.sentences]
        """Where each sentence begins, for bisection."""
        self.tokens = Tokens(text, language)
        """Words, numbers and signs."""
        self.sentence_tokens = self._first_tokens()
        """For each sentence the index of its first token."""
        self.token_sentences = self._sentences_of_tokens()
        """For each token the index of its sentence; -1 before the first."""
        kinds = self.tokens.kinds
        self.words = kinds.count(1) + kinds.count(2)
        """How many words and numbers the text has."""
        self._quotations: tuple[Quotation, ...] | None = None

    def _first_tokens(self) -> list[int]:
        starts = self.tokens.starts
        firsts: list[int] = []
        at = 0
        for start in self.sentence_starts:
            at = bisect_left(starts, start, at)
            firsts.append(at)
        return firsts

    def _sentences_of_tokens(self) -> list[int]:
        firsts, size = self.sentence_tokens, len(self.tokens)
        if not firsts:
            return [-1] * size
        indices = [-1] * firsts[0]
        for number, (first, after) in enumerate(zip(firsts, [*firsts[1:], size], strict=True)):
            indices += [number] * (after - first)
        return indices

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """Stretches between quotation marks; looked for when first asked for."""
        if self._quotations is None:
            self._quotations = find_quotations(self.text, self.lines)
        return self._quotations

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that holds `offset`, or the nearest before it; -1 before the first."""
        return bisect_right(self.sentence_starts, offset) - 1


def read_text(text: str, language: str, headline: Span | None = None) -> Document:
    """The text with its structure; `headline` None means: find it."""
    return Document(text, language, find_headline(text) if headline is None else headline)


def count_words(text: str, language: str) -> int:
    """How many words and numbers the text has."""
    return sum(1 for match in token_pattern(language).finditer(text) if match.lastindex in (1, 2))
