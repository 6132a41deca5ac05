"""What of a hand-in fits this class: the articles, the rubrics, the answers, the quotes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from annotator.formats.hand_ins import HandIn, Row
from annotator.model.judgements import Answer
from annotator.model.modes import Veil
from annotator.model.rubrics import Rubric

_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_VERDICTS = frozenset(("yes", "no", "unsure", Answer.WITHDRAWN.value))
_VEILS = frozenset(veil.value for veil in Veil)
_BY_RUBRIC = frozenset(("scores", "votes"))
_ANSWERS = frozenset(answer.value for answer in Answer)


@dataclass(frozen=True, slots=True)
class Ground:
    """What judgements can rest on in a class."""

    articles: Mapping[str, str]
    """Fingerprint by id."""
    rubrics: Mapping[str, Rubric]
    """By digest."""
    text_of: Callable[[str], str]
    """The text of an article."""
    rounds: Mapping[str, tuple[str, str, str]]
    """Article, rubric and criterion of each round, by id."""


class Fitting:
    """The rows of a hand-in that fit, and in sentences what does not."""

    def __init__(self, found: HandIn, ground: Ground, latest: int) -> None:
        """`latest` is the greatest logical clock that can be."""
        self.conflicts: list[str] = []
        self._found = found
        self._latest = latest
        self._ground = ground
        self._articles = self._fitting_articles()
        self._levels = self._fitting_rubrics()
        self.rows: dict[str, list[Row]] = {
            "scores": self._keep("scores", self._score_fits),
            "verdicts": self._keep("verdicts", lambda row: row[8] in _VERDICTS),
            "highlights": self._keep("highlights", self._highlight_fits),
            "reveals": self._keep("reveals", lambda row: row[3] in _VEILS),
            "votes": self._keep("votes", self._vote_fits),
        }

    @property
    def used_rubrics(self) -> list[str]:
        """The digests under which there are scores."""
        return sorted({row[3] for table in _BY_RUBRIC for row in self.rows[table]})

    def _fitting_articles(self) -> frozenset[str]:
        """The articles that are here word for word."""
        fitting = set()
        for key, mark in self._found.articles.items():
            here = self._ground.articles.get(key)
            if here == mark:
                fitting.add(key)
            elif here is None:
                self.conflicts.append(
                    f"the article {key} is not in this workspace; its judgements are left out."
                )
            else:
                self.conflicts.append(f"the text of the article {key} is another one there; left out.")
        return frozenset(fitting)

    def _fitting_rubrics(self) -> dict[tuple[str, str], frozenset[int]]:
        """The levels by rubric digest and criterion, of the rubrics that are here word for word."""
        levels = {}
        for digest, title in self._found.rubrics.items():
            rubric = self._ground.rubrics.get(digest)
            if rubric is None:
                self.conflicts.append(
                    f"the rubric {title} ({digest[:12]}) is not here in these words; its scores are left out."
                )
                continue
            for criterion in rubric.criteria:
                levels[digest, criterion.id] = frozenset(level.value for level in criterion.levels)
        return levels

    def _keep(self, table: str, fits: Callable[[Row], bool]) -> list[Row]:
        """The rows of a table that fit, each id once; the others are counted in a sentence."""
        kept: dict[str, Row] = {}
        wrong = 0
        for row in self._found.rows[table]:
            if row[2] not in self._found.articles:
                wrong += 1
            elif row[2] in self._articles and (table not in _BY_RUBRIC or row[3] in self._ground.rubrics):
                if 0 < row[1] <= self._latest and _ID.fullmatch(row[0]) and row[0] not in kept and fits(row):
                    kept[row[0]] = row
                else:
                    wrong += 1
        if wrong:
            self.conflicts.append(
                f"{wrong} of {len(self._found.rows[table])} {table} make no sense; left out."
            )
        return list(kept.values())

    def _score_fits(self, row: Row) -> bool:
        id, _, article, rubric, criterion, answer, level = row[:7]
        levels = self._levels.get((rubric, criterion))
        if levels is None or answer not in _ANSWERS:
            return False
        if (level in levels) if answer == Answer.LEVEL else (level is None):
            return all(self._quote_stands(article, piece) for piece in self._found.evidence.get(id, ()))
        return False

    def _vote_fits(self, row: Row) -> bool:
        article, rubric, criterion, answer, level, _, round = row[2:9]
        levels = self._levels.get((rubric, criterion), frozenset())
        right = level in levels if answer == Answer.LEVEL else level is None and answer == Answer.CANNOT_JUDGE
        return right and self._ground.rounds.get(round) == (article, rubric, criterion)

    def _quote_stands(self, article: str, piece: Row) -> bool:
        key, _, start, end, quote, *_, absent = piece
        if not _ID.fullmatch(key):
            return False
        if absent:
            return not quote
        return bool(quote) and self._ground.text_of(article)[start:end] == quote

    def _highlight_fits(self, row: Row) -> bool:
        return bool(row[5]) and self._ground.text_of(row[2])[row[3] : row[4]] == row[5]
