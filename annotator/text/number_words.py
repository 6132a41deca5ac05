"""Number words and multipliers in a text, by a language's lists."""

from __future__ import annotations

import re

from annotator.text.amount_words import AmountWords, Kind, Tree, Word
from annotator.text.pieces import Piece, PieceReader

_MONEY_AFTER = re.compile(r"[$€£₹¥]")
_MONEY_BEFORE = re.compile(r"[$€£₹¥]\s?[\d.,]+$")


class WordReader(PieceReader):
    """Reads number words of one language in one text."""

    def __init__(self, text: str, words: AmountWords) -> None:
        super().__init__(text)
        self.words = words

    def word(self, piece: Piece) -> tuple[Word, int] | None:
        """The longest number phrase of the lists that begins with a piece, and where it ends."""
        if not piece.key:
            return None
        tree: Tree | None = self.words.branch(piece.key)
        end = piece.end
        found: tuple[Word, int] | None = None
        while tree is not None:
            if "" in tree:
                found = tree[""], end
                if len(tree) == 1:
                    break
            following = self.piece(end)
            if following is None or not following.key:
                break
            tree, end = tree.get(following.key), following.end
        return found

    def multiplier(self, at: int) -> tuple[Word, int] | None:
        """The multiplier that follows a number, and where it ends; letters count only where they touch."""
        piece = self.piece(at)
        found = self.word(piece) if piece is not None else None
        if piece is None or found is None or found[0].kind is not Kind.MULTIPLIER:
            return None
        if "touch" in found[0].tags and not piece.touching and not self._letter_of_money(at, found[1]):
            return None
        return found

    def _letter_of_money(self, at: int, end: int) -> bool:
        """True for a letter apart from its digits, but with a sign of money on one side: $ 5 m, 5 M€."""
        if _MONEY_AFTER.match(self.text, end):
            return True
        return _MONEY_BEFORE.search(self.text[max(0, at - 14) : at]) is not None

    def linked_multiplier(self, at: int) -> tuple[Word, int] | None:
        """The multiplier after `of` and an article: half of a million, una ventina di milioni."""
        piece = self.piece(at)
        if piece is not None and piece.key in self.words.of:
            piece = self.piece(piece.end)
        if piece is not None and piece.key in self.words.articles:
            piece = self.piece(piece.end)
        found = self.word(piece) if piece is not None else None
        if found is None or found[0].kind is not Kind.MULTIPLIER or found[0].value < 12:
            return None
        return found
