"""The rubrics that come with the program."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.formats.rubric_files import parse_rubric, read_rubric
from annotator.model.rubrics import Rubric, Words
from annotator.resources import shipped
from annotator.translating import LANGUAGES

PATHS = sorted(shipped("rubrics").glob("*.yaml"))
DEVANAGARI = range(0x0900, 0x0980)


def texts(rubric: Rubric) -> Iterator[tuple[str, Words]]:
    """Every text of a rubric that readers see, with the name of its place."""
    yield "title", rubric.title
    yield "description", rubric.description
    for criterion in rubric.criteria:
        yield f"{criterion.id} title", criterion.title
        yield f"{criterion.id} question", criterion.question
        for level in criterion.levels:
            yield f"{criterion.id} {level.value} label", level.label
            yield f"{criterion.id} {level.value} descriptor", level.descriptor
            yield f"{criterion.id} {level.value} example", level.example
        for follow_up in criterion.follow_ups:
            yield f"{criterion.id} {follow_up.id} question", follow_up.question
            for choice in follow_up.choices:
                yield f"{criterion.id} {choice.id} label", choice.label


def in_devanagari(text: str) -> float:
    letters = [ord(character) for character in text if character.isalpha()]
    return sum(letter in DEVANAGARI for letter in letters) / max(1, len(letters))


@pytest.fixture(params=PATHS, ids=[path.stem for path in PATHS])
def rubric(request: pytest.FixtureRequest) -> Rubric:
    return read_rubric(request.param)


def test_the_core_rubric_asks_the_seven_questions_and_for_an_impression() -> None:
    core = read_rubric(shipped("rubrics") / "core.yaml")
    assert (core.id, core.version) == ("core", "1.0")
    assert [criterion.id for criterion in core.criteria] == [
        "headline", "sourcing", "evidence", "tone", "balance", "separation", "uncertainty", "overall",
    ]  # fmt: skip
    for criterion in core.criteria:
        assert [level.value for level in criterion.levels] == [1, 2, 3, 4]
        assert criterion.evidence == ("none" if criterion.id == "overall" else "quote-or-absence")


def test_each_rubric_describes_as_many_levels_as_it_promises(rubric: Rubric) -> None:
    expected = [1, 2, 3] if rubric.id == "quick-three" else [1, 2, 3, 4]
    for criterion in rubric.criteria:
        assert [level.value for level in criterion.levels] == expected
        assert criterion.evidence != "none" or criterion.id in ("overall", "overall-before")
    assert str(expected[-1]) in rubric.description["en"].split("Level 1")[1]


def test_rubrics_for_one_article_ask_for_the_impression_before_and_after() -> None:
    twice = {path.stem for path in PATHS if read_rubric(path).impressions}
    assert twice == {"sift", "craap", "credibility-indicators"}


def test_a_shipped_rubric_is_named_like_its_file() -> None:
    assert [read_rubric(path).id for path in PATHS] == [path.stem for path in PATHS]


def test_every_text_is_there_in_all_languages(rubric: Rubric) -> None:
    for place, words in texts(rubric):
        assert set(words) == set(LANGUAGES), place


def test_every_text_is_in_the_language_it_claims(rubric: Rubric) -> None:
    for place, words in texts(rubric):
        assert in_devanagari(words["hi"]) > 0.95, place
        assert in_devanagari(words["en"] + words["it"]) == 0, place
        assert len({words[code] for code in LANGUAGES}) == len(LANGUAGES), place


def test_no_two_levels_say_the_same(rubric: Rubric) -> None:
    for criterion in rubric.criteria:
        for code in LANGUAGES:
            for part in ("label", "descriptor", "example"):
                said = [getattr(level, part)[code] for level in criterion.levels]
                assert len(set(said)) == len(said), (criterion.id, code, part)


def test_texts_fit_a_narrow_pane(rubric: Rubric) -> None:
    limits = {
        "label": 36,
        "title": 48,
        "question": 160,
        "descriptor": 200,
        "example": 200,
        "description": 280,
    }
    for place, words in texts(rubric):
        for text in words.values():
            assert len(text) <= limits[place.split()[-1]], (place, text)


def test_cannot_judge_is_no_level(rubric: Rubric) -> None:
    for criterion in rubric.criteria:
        assert all("judge" not in level.label["en"].lower() for level in criterion.levels)


def test_hints_name_signals_of_the_catalogue(rubric: Rubric) -> None:
    from annotator.signals import catalogue

    known = {card.id for card in catalogue()}
    assert {signal for criterion in rubric.criteria for signal in criterion.signals} <= known


def test_texts_are_in_composed_form_so_that_searches_find_them(rubric: Rubric) -> None:
    assert unicodedata.is_normalized("NFC", rubric.source)


def test_the_ideas_a_rubric_follows_are_named(rubric: Rubric) -> None:
    assert "MIT" in rubric.source_note
    assert "our own words" in rubric.source_note
    assert "endorsed" in rubric.source_note


SOURCES = {
    "bias-language": ("Recasens", "2013", "Entman", "1993"),
    "craap": ("Blakeslee", "2004"),
    "credibility-indicators": ("Credibility Coalition", "Zhang", "2018"),
    "outlet-standards": ("NewsGuard", "Journalism Trust Initiative"),
    "quick-three": ("Stanford History Education Group",),
    "sift": ("Caulfield", "2019"),
}


@pytest.mark.parametrize(("name", "words"), SOURCES.items(), ids=SOURCES)
def test_the_source_of_each_rubric_is_named(name: str, words: tuple[str, ...]) -> None:
    note = read_rubric(shipped("rubrics") / f"{name}.yaml").source_note
    assert [word for word in words if word not in note] == []


def test_quotation_marks_are_those_of_the_language(rubric: Rubric) -> None:
    for place, words in texts(rubric):
        assert not set("«»") & set(words["en"] + words["hi"]), place
        assert not set("“”") & set(words["it"]), place
        assert not set("\"'") & set("".join(words.values())), place
        for first, last in ("“”", "«»"):
            assert all(text.count(first) == text.count(last) for text in words.values()), place


def test_no_sentence_stands_in_two_rubrics() -> None:
    seen: dict[str, str] = {}
    for path in PATHS:
        rubric = read_rubric(path)
        own = {words["en"] for place, words in texts(rubric) if place.endswith(("descriptor", "example"))}
        for sentence in own:
            assert seen.setdefault(sentence, rubric.id) == rubric.id, sentence


def test_the_example_of_the_guide_is_a_rubric() -> None:
    guide: Path = shipped("rubrics") / "README.md"
    example = guide.read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]
    assert parse_rubric(example, str(guide)).id == "three-questions"
