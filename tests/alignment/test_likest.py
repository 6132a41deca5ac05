"""The quick ways to what is alike find just what the slow and plain ways find."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.alignment.likest import Likest
from annotator.alignment.plain import PlainMatcher
from annotator.alignment.spelling import nearness
from annotator.formats.article_files import read_article
from annotator.model.statements import Passage
from annotator.resources import shipped
from annotator.text import read_text


def edits(one: str, other: str) -> int:
    """The edit distance, cell by cell."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, row[0] = row[0], at
        for place, opposite in enumerate(other, 1):
            before, row[place] = (
                row[place],
                min(row[place] + 1, row[place - 1] + 1, before + (letter != opposite)),
            )
    return row[-1]


@given(st.text("abcd", max_size=12), st.text("abcd", max_size=12))
@example("", "")
@example("a" * 70, "a" * 69 + "b")
def test_nearness_is_what_the_edit_distance_says(one: str, other: str) -> None:
    longer, apart = max(len(one), len(other)), edits(one, other)
    expected = 1.0 if one == other else 1 - apart / longer if apart <= longer // 2 else 0.0
    assert nearness(one, other) == expected


@pytest.mark.parametrize("least", [0.02, 0.1, 0.27, 0.6, 1.0])
def test_the_pairs_found_by_rare_terms_are_those_found_by_comparing_all(least: float) -> None:
    passages = sentences()
    scores = PlainMatcher().score(passages, passages)
    expected = {
        (one, other): pytest.approx(scores[one][other])
        for one in range(len(passages))
        for other in range(one)
        if scores[one][other] >= least
    }
    found = {(one, other): score for score, one, other in Likest(passages).pairs(least)}
    assert found == expected
    assert found or least == 1.0


def sentences() -> list[Passage]:
    """The sentences of the seeds in three languages."""
    found = []
    for path in sorted(shipped("seeds").rglob("*.md")):
        if path.name == "README.md":
            continue
        draft = read_article(path)
        found += [
            Passage(path.stem, start, end, draft.text[start:end], path.stem, draft.language)
            for start, end in read_text(draft.text, draft.language).sentences
        ]
    return found
