from __future__ import annotations

from dataclasses import replace

from annotator.model.judgements import Answer, Conditions, Evidence, Score
from annotator.model.rubrics import Criterion, EvidenceRule, Level, Rubric
from annotator.present.desk import criterion_lines, form_lines
from annotator.present.judging import Judging, Wish
from annotator.present.lines import plain
from annotator.present.showing import Cells

CELLS = Cells(lambda character: 1)
QUOTE = Evidence(start=0, end=4, quote="word")
ABSENT = Evidence(absent="there is no source at all")


def criterion(id: str, rule: EvidenceRule) -> Criterion:
    levels = tuple(
        Level(n, {"en": f"label {n}"}, {"en": f"descriptor {n}"}, {"en": f"example {n}"})
        for n in (1, 2, 3, 4)
    )
    return Criterion(id, {"en": f"Title of {id}"}, {"en": f"Question of {id}?"}, levels, rule)


RUBRIC = Rubric(
    "small",
    "1",
    {"en": "Small"},
    {"en": ""},
    (criterion("a", "none"), criterion("b", "quote-or-absence"), criterion("c", "quote")),
    "",
    "",
    "digest",
)


def score(id: str, level: int | None = 3, answer: Answer = Answer.LEVEL) -> Score:
    return Score("1", "r", "x", "d", id, answer, level, "", Conditions(), "2026-11-22T10:42:00+01:00", 1)


def judging(id: str = "a", **scores: Score) -> Judging:
    found = RUBRIC.criterion(id)
    assert found is not None
    return Judging(RUBRIC, found, scores)


def test_evidence_is_asked_for_where_the_rubric_says_so() -> None:
    assert not judging("a").lacks_evidence(Answer.LEVEL)
    assert judging("b").lacks_evidence(Answer.LEVEL)
    assert not replace(judging("b"), evidence=(ABSENT,)).lacks_evidence(Answer.LEVEL)
    assert replace(judging("c"), evidence=(ABSENT,)).lacks_evidence(Answer.LEVEL)
    assert not replace(judging("c"), evidence=(QUOTE,)).lacks_evidence(Answer.LEVEL)
    assert not judging("c").lacks_evidence(Answer.CANNOT_JUDGE)


def test_a_quote_pushes_a_stated_absence_out() -> None:
    assert judging("b").with_evidence((ABSENT, QUOTE)).evidence == (QUOTE,)


def test_the_next_open_criterion_is_looked_for_round_the_end() -> None:
    after = judging("b", b=score("b"), c=score("c")).next_open()
    assert after is not None and after.id == "a"
    assert judging("a", a=score("a"), b=score("b"), c=score("c")).next_open() is None


def test_the_form_shows_levels_descriptors_and_what_stands() -> None:
    words = [plain(line) for line in form_lines(judging("b", a=score("a")), 40, CELLS)]
    assert " 3  ○  ○ " in words[0]
    assert any("b. Title of b" in line for line in words)
    assert any("descriptor 4" in line for line in words)
    assert any("0  cannot judge" in line for line in words)


def test_an_answer_that_waits_says_plainly_for_what() -> None:
    waiting = replace(judging("b"), wish=Wish(Answer.LEVEL, 2))
    words = " ".join(plain(line) for line in form_lines(waiting, 40, CELLS))
    assert "Level 2 waits: press e for the finding" in words and "or a to say why" in words
    assert "Level 2 waits" in plain(criterion_lines(waiting, 80, CELLS)[0])


def test_a_narrow_desk_has_all_levels_in_one_line() -> None:
    title, levels = criterion_lines(judging("a"), 80, CELLS)
    assert "a. Title of a" in plain(title) and "Question of a?" in plain(title)
    assert [run.target for run in levels if run.text.strip().isdigit()] == [
        f"level:{n}" for n in (1, 2, 3, 4, 0)
    ]
    assert len(plain(levels)) <= 80
