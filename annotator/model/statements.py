"""What a story's articles state: passages that say the same, who carries them, where they differ."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from annotator.model.spans import Span


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A sentence, or a piece of one, in an article: `article.text[start:end] == text`."""

    article: str
    """The article's id."""
    start: int
    end: int
    text: str
    outlet: str
    language: str
    headline: bool = False
    """True when the passage is the article's headline or lies in it."""

    @property
    def place(self) -> tuple[str, int]:
        """What names the passage: its article and where it begins."""
        return self.article, self.start


@dataclass(frozen=True, slots=True)
class Link:
    """Two passages that state the same, by their places in the list they were given in."""

    one: int
    other: int
    strength: float
    """How clearly the two stand out against everything else they could be linked with."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Two passages of one statement that do not agree."""

    kind: str
    """`figure`: another amount, number or date; `rendering`: one quotation in other words."""
    one: Passage
    other: Passage
    one_words: str
    """The words of the first passage that differ: “over $6 million”."""
    other_words: str


@dataclass(frozen=True, slots=True)
class Conversion:
    """A sum that a passage tells twice, in the currency of other outlets and in one of its own."""

    passage: Passage
    words: str
    """In the other currency, as the passage writes it: “£66m”."""
    of: str
    """In the currency that other outlets use: “$92m”."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that is stated, with every passage that states it."""

    id: str
    """Eight hexadecimal digits made from the place of its first passage."""
    passages: tuple[Passage, ...]
    """In the order of the story's articles, then of the text; never empty."""
    differences: tuple[Difference, ...] = ()
    figures: tuple[str, ...] = ()
    """The amounts and numbers that the passages share, as each outlet writes them."""
    corrected: bool = False
    """True when a person joined or split here."""
    conversions: tuple[Conversion, ...] = ()
    """Sums that a passage tells in another currency as well; no contradiction."""

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that carry it, in order, each once."""
        return tuple(dict.fromkeys(passage.outlet for passage in self.passages))


def statement_id(passage: Passage) -> str:
    """The id of the statement whose first passage this is: the same in every workspace and run."""
    return hashlib.sha256(f"{passage.article}\0{passage.start}".encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person changed in the matches, as a row of history."""

    id: str
    """UUIDv7."""
    order: int
    """Logical clock."""
    rater: str
    story: str
    deed: str
    """`join`, `split` or `remove`."""
    article: str
    """Of the passage joined, split off or removed."""
    place: Span
    other: str
    """The article of the passage it was joined to; empty for other deeds."""
    other_place: Span
    at: str
    """The rater's clock, ISO 8601 with offset."""
    undoes: str = ""
    """The id of the correction that this row takes back; then it does nothing else."""
