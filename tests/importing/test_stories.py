"""Stories: put together by hand or on suggestion; copies of one text and agencies are told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.text.agencies import find_credits
from tests.cli.conftest import Run
from tests.importing.files import BODY, HEADLINE, PARAGRAPHS

OTHER = (
    "City council votes for a new tram line\n\nThe council of Westhaven voted on Friday for a tram"
    " line between the"
    " railway station and the university. It will cost 210 million euros and open in 2031, Mayor Tim"
    " Olsen said."
)
SAME_FIRE = (
    "Portmouth harbour blaze guts warehouses\n\nTwo warehouses of the Portmouth Trading Company"
    " burned down in the old"
    " harbour on Monday night. Anna Reed of the fire service said that her crews were there within"
    " six minutes."
    " The goods were insured for £1.2 million."
)
ITALIAN_FIRE = (
    "Portmouth, rogo al vecchio porto: distrutti due magazzini\n\nDue magazzini della Portmouth"
    " Trading Company sono"
    " bruciati lunedì notte nel vecchio porto. Anna Reed, dei vigili del fuoco, ha detto che le"
    " squadre sono arrivate"
    " in sei minuti. La merce era assicurata per 1,2 milioni di sterline."
)


@pytest.fixture
def news(run: Run, workspace: Path) -> Path:
    """A fire told four times, two of them from one agency text, and something else."""
    texts = {
        "gazette": f"{HEADLINE}\n\n(PTI) - {BODY}",
        "echo": f"Two warehouses gone in the fire\n\n{' '.join(PARAGRAPHS)} (PTI)",
        "herald": SAME_FIRE,
        "corriere": ITALIAN_FIRE,
        "tribune": OTHER,
    }
    for outlet, text in texts.items():
        (workspace / f"{outlet}.txt").write_text(text, encoding="utf-8")
        assert run("add", f"{outlet}.txt", "--outlet", outlet).code == 0
    return workspace


def test_articles_on_one_event_are_suggested_across_languages_and_others_are_not(
    run: Run, news: Path
) -> None:
    (suggestion,) = json.loads(run("story", "suggest", "--format", "json").out)["suggestions"]
    outlets = {article["outlet"] for article in suggestion["articles"]}
    assert outlets == {"gazette", "echo", "herald", "corriere"}
    assert run("story", "suggest", "--accept", "1", "--title", "Harbour fire").code == 0
    assert run("story", "suggest").out == ""
    articles = json.loads(run("articles", "--format", "json").out)["articles"]
    assert {one["outlet"] for one in articles if one["story"] == "harbour-fire"} == outlets


def test_two_prints_of_one_agency_text_count_as_one_source(run: Run, news: Path) -> None:
    run("story", "add", "Harbour fire", "gazette.txt", "echo.txt", "herald.txt")
    told = run("story", "list")
    assert "gazette and echo print largely the same text" in told.out
    assert "gazette, echo credit PTI" in told.out
    (look,) = json.loads(run("story", "list", "--format", "json").out)["stories"]
    assert (len(look["articles"]), look["independent_texts"]) == (3, 2)


def test_articles_leave_a_story_and_a_story_gets_another_title(run: Run, news: Path) -> None:
    run("story", "add", "Harbour fire", "gazette.txt", "tribune.txt")
    assert run("story", "remove", "tribune.txt").code == 0
    assert run("story", "rename", "harbour-fire", "The fire of Portmouth").code == 0
    (look,) = json.loads(run("story", "list", "harbour-fire", "--format", "json").out)["stories"]
    assert (look["title"], look["outlets"]) == ("The fire of Portmouth", ["gazette"])


def test_a_wrong_name_changes_nothing(run: Run, news: Path) -> None:
    told = run("story", "add", "Harbour fire", "gazette.txt", "nowhere.txt")
    assert told.code == 2
    assert "nowhere.txt" in told.err
    articles = json.loads(run("articles", "--format", "json").out)["articles"]
    assert not any(one["story"] for one in articles)
    assert "there is no story flood" in run("story", "list", "flood").err


@pytest.mark.parametrize(
    ("text", "byline", "agencies"),
    [
        ("ROMA (ANSA) - Il governo ha approvato il decreto.", "unknown", ["ANSA"]),
        ("नई दिल्ली, 3 मार्च (भाषा) सरकार ने विधेयक पेश किया।", "unknown", ["PTI Bhasha"]),
        ("Title\n\nThe minister left. (Reuters)", "unknown", ["Reuters"]),
        ("Title\n\nText of it.\n\nWith inputs from PTI", "unknown", ["PTI"]),
        ("Title\n\nText of it.", "Reuters", ["Reuters"]),
        ("Title\n\nThe minister told Reuters that he would leave.", "unknown", []),
        ("Title\n\nAP Moller said that its ships would sail on.", "unknown", []),
        ("Dire la verità\n\nÈ ora di dire la verità.", "unknown", []),
    ],
)
def test_credits_are_told_from_mentions(text: str, byline: str, agencies: list[str]) -> None:
    found = find_credits(text, byline)
    assert [credit.agency for credit in found] == agencies
    for credit in found:
        if credit.span.end:
            assert text[credit.span.start : credit.span.end]


def test_coverage_says_that_two_outlets_print_one_text(run: Run, news: Path) -> None:
    run("story", "add", "Harbour fire", "gazette.txt", "echo.txt", "herald.txt")
    told = run("coverage", "--story", "harbour-fire", "--method", "plain")
    assert "print largely the same text" in told.err
    (pair,) = json.loads(run("coverage", "--story", "harbour-fire", "--format", "json").out)["copies"]
    assert pair["outlets"] == ["gazette", "echo"]
