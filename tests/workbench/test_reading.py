"""Lists and names."""

from __future__ import annotations

import pytest

from annotator.errors import NotFoundError
from annotator.model.articles import UNKNOWN, Article, Outlet, article_id
from annotator.model.judgements import Answer, Rater
from annotator.model.rubrics import Rubric
from annotator.model.spans import Span
from annotator.store import articles
from annotator.workbench.opening import Workspace
from annotator.workbench.rating import record_score, undo
from annotator.workbench.reading import article as get_article
from annotator.workbench.reading import (
    count_articles,
    find_article,
    list_articles,
    list_stories,
    outlet,
)


def fill(workspace: Workspace, number: int) -> list[Article]:
    made = []
    for step in range(number):
        text = f"Report number {step:04} from the harbour\n\nBody {step}.\n"
        name = f"outlet-{step % 3}"
        made.append(
            Article(
                article_id(name, text), text, "en", Span(0, 36), text[:36], name,
                f"story-{step % 4}" if step % 5 else "", f"report-{step:04}.txt",
            )
        )  # fmt: skip
    articles.add_articles(workspace.store, [(one, 6) for one in made])
    return made


def test_a_row_says_what_a_list_needs(
    workspace: Workspace, rater: Rater, council: Article, rubric: Rubric
) -> None:
    record_score(workspace, rater, council, rubric, "tone", answer=Answer.LEVEL, level=1)
    record_score(workspace, rater, council, rubric, "balance", answer=Answer.CANNOT_JUDGE)
    row, other = list_articles(workspace, rater, rubric)
    assert (row.id, row.title, row.outlet, row.story) == (council.id, council.title, "gazette", "council")
    assert (row.words, row.scored, row.criteria, row.counts) == (16, 2, 3, None)
    assert (other.story, other.outlet, other.scored) == ("", UNKNOWN, 0)


def test_what_was_withdrawn_is_not_scored(
    workspace: Workspace, rater: Rater, council: Article, rubric: Rubric
) -> None:
    record_score(workspace, rater, council, rubric, "tone", answer=Answer.LEVEL, level=1)
    undo(workspace, rater)
    assert list_articles(workspace, rater, rubric)[0].scored == 0


def test_without_rater_or_rubric_nothing_is_scored(workspace: Workspace) -> None:
    assert {(row.scored, row.criteria) for row in list_articles(workspace, None, None)} == {(0, 0)}


def test_pages_in_a_row_are_the_whole_list(workspace: Workspace) -> None:
    made = fill(workspace, 95)
    pages = [list_articles(workspace, None, None, offset=offset, limit=20) for offset in range(0, 120, 20)]
    assert [len(page) for page in pages] == [20, 20, 20, 20, 17, 0]
    assert [row.id for page in pages for row in page][2:] == [one.id for one in made]
    assert count_articles(workspace) == 97


@pytest.mark.parametrize(
    ("search", "found", "reason"),
    [
        ("harbour", 41, "a word of titles"),
        ("HARBOUR  report", 40, "every word must occur, case does not matter"),
        ("Outlet-2", 13, "an outlet's name"),
        ("outlet-2 0005", 1, "outlet and title together"),
        ("report-0007.txt", 1, "a file"),
        ("nowhere", 0, "nothing"),
        ("%", 0, "no wildcards"),
        ("", 42, "everything"),
    ],
)
def test_searching_finds_titles_outlets_and_files(
    workspace: Workspace, search: str, found: int, reason: str
) -> None:
    fill(workspace, 40)
    assert count_articles(workspace, search=search) == found
    assert len(list_articles(workspace, None, None, search=search)) == found


def test_hindi_is_found_in_either_spelling_of_a_dotted_letter(workspace: Workspace) -> None:
    text = "ख़बर आज की\n\nपाठ।\n"
    made = Article(article_id("x", text), text, "hi", Span(0, 10), "ख़बर आज की", "x")
    articles.add_articles(workspace.store, [(made, 4)])
    for spelling in ("\u0959बर", "\u0916\u093cबर"):
        assert [row.id for row in list_articles(workspace, None, None, search=spelling)] == [made.id]


def test_stories_come_in_order_and_the_rest_last(workspace: Workspace) -> None:
    fill(workspace, 9)
    rows = list_stories(workspace)
    assert [row.id for row in rows] == ["council", "story-1", "story-2", "story-3", "story-0", ""]
    assert rows[-1].title == ""
    for row in rows:
        assert count_articles(workspace, story=row.id) == row.articles
        assert len(list_articles(workspace, None, None, story=row.id)) == row.articles
    assert sum(row.articles for row in rows) == count_articles(workspace)


def test_an_article_is_found_by_every_name_people_use(workspace: Workspace, council: Article) -> None:
    for name in (council.id, council.id[:6], "council", "council.md"):
        assert find_article(workspace, name) == council
    assert get_article(workspace, council.id) == council


def test_a_name_of_nothing_is_told_with_near_names(workspace: Workspace) -> None:
    with pytest.raises(NotFoundError) as caught:
        find_article(workspace, "councill.txt")
    assert "council" in caught.value.hint
    with pytest.raises(NotFoundError):
        get_article(workspace, "f" * 12)


def test_a_name_of_several_is_told_with_their_ids(workspace: Workspace) -> None:
    for name in ("first", "second"):
        text = f"A text of the {name}.\n"
        same = Article(article_id(name, text), text, "en", Span(0, 0), name, name, "", "same.txt")
        articles.add_articles(workspace.store, [(same, 5)])
    with pytest.raises(NotFoundError, match="2 articles can be meant by same") as caught:
        find_article(workspace, "same")
    assert article_id("first", "A text of the first.\n") in caught.value.hint


def test_an_outlet_nobody_described_has_its_id_for_a_name(workspace: Workspace) -> None:
    assert outlet(workspace, "gazette") == Outlet("gazette", "gazette")
    assert outlet(workspace, "nobody") == Outlet("nobody", "nobody")
